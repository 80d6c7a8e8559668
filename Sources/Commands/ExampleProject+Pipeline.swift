extension ExampleProject {
  /// The pipeline: from a table of figures to the site.
  static let pipelineText = """
    # Một pipeline mẫu chạy được ngay. Địa phương và mọi con số đều là giả định: hãy thay dần bằng của bạn,
    # rồi bỏ dòng `simulated: true`.
    pipeline: vi-du
    site:
      title: { vi: Ví dụ giảm nghèo so với kế hoạch, en: Example of a plan tracked }
      agency: Ủy ban nhân dân tỉnh Ví Dụ (giả định)
      contact: vidu@example.invalid
      licence: CC-BY-4.0
      simulated: true
    edition: { id: "2025-01.1", date: 2025-01-15 }
    # Danh mục đơn vị giả định; bỏ mục này thì dùng danh mục thật đi kèm chương trình.
    defaults: { units: don-vi }
    steps:
      - id: bang
        use: csv.read
        with: { files: so-lieu.csv, schema: cac-cot.yaml }
      - id: so-lieu
        use: figures.load
      # Mọi thứ sẽ công khai đi qua bước này cùng một lúc.
      - id: cong-bo
        use: figures.protect
        with:
          public_by_law:
            - measures: [households, poor, near_poor, poor_rate]
              reason: Luật Tiếp cận thông tin 104/2016/QH13, Điều 17 khoản 1
      - id: danh-gia
        use: plan.track
        from: cong-bo
        with: { plans: [ke-hoach.yaml] }
      - use: figures.write
        from: [cong-bo, danh-gia]
      - use: site.build
        from: [cong-bo, danh-gia]

    """

  /// The columns of the table.
  static let schemaText = """
    # Các cột của so-lieu.csv. Cột không khai ở đây thì không được đọc.
    columns:
      unit: { role: code, sensitivity: public, required: true }
      as_of: { type: date, sensitivity: public, required: true }
      measure: { role: code, sensitivity: public, required: true }
      kind: { role: code, sensitivity: public, required: true }
      value: { sensitivity: public }
      denominator: { sensitivity: public }
      status: { role: code, sensitivity: public }
      standard: { role: code, sensitivity: public, required: true }
      grade: { role: code, sensitivity: public, required: true }
      source: { role: label, sensitivity: public, required: true }

    """
}
