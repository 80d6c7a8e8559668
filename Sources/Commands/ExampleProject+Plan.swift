extension ExampleProject {
  /// The plan: a target of each common kind.
  static let planText = """
    # Kế hoạch giả định của một tỉnh không có thật.
    plan: vi-du-2024
    name: { vi: Kế hoạch giảm nghèo tỉnh Ví Dụ năm 2024 (giả định), en: Plan of the province Ví Dụ for 2024 (invented) }
    short_name: { vi: Ví Dụ 2024, en: Ví Dụ 2024 }
    issuer: Ủy ban nhân dân tỉnh Ví Dụ (giả định)
    unit: "98"
    level: province
    number: 01/KH-UBND
    date: 2024-01-10
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: "Kế hoạch giả định, để thử chương trình" }
    targets:
      - id: VD-01
        title: { vi: Tỷ lệ hộ nghèo cuối năm, en: Rate of poor households at year end }
        place: Mục I, ý 1
        population: { vi: tổng số hộ, en: all households }
        kind: level
        measure: poor_rate
        unit: percent
        at_most: 2.5
        baseline: 2023-12-31
      - id: VD-02
        title: { vi: Số hộ nghèo giảm trong năm, en: Cut of the number of poor households }
        place: Mục I, ý 2
        population: { vi: hộ nghèo, en: poor households }
        kind: change
        toward: down
        measure: poor
        unit: households
        between: [80, 100]
        baseline: 2023-12-31
      - id: VD-03
        title: { vi: Số hộ cận nghèo cuối năm, en: Near-poor households at year end }
        place: Mục I, ý 3
        population: { vi: hộ cận nghèo, en: near-poor households }
        kind: level
        measure: near_poor
        unit: households
        below: 500
        baseline: 2023-12-31
      - id: VD-04
        title: { vi: Bảo hiểm y tế cho người thuộc hộ nghèo, en: Health insurance of people in poor households }
        place: Mục II, ý 1
        population: { vi: người thuộc hộ nghèo, en: people in poor households }
        kind: level
        measure: health_insurance_rate_poor
        all: true
      - id: VD-05
        title: { vi: Vận động quỹ vì người nghèo, en: Raising funds for the poor }
        place: Mục III
        kind: activity

    """

  /// The table of figures.
  static let figuresText = """
    unit,as_of,measure,kind,value,denominator,status,standard,grade,source
    98,2023-12-31,households,count,15106,,,vn-2022,simulated,Số bịa ra để thử
    98,2023-12-31,poor,count,468,,,vn-2022,simulated,Số bịa ra để thử
    98,2023-12-31,near_poor,count,590,,,vn-2022,simulated,Số bịa ra để thử
    98,2023-12-31,poor_rate,ratio,468,15106,,vn-2022,simulated,Số bịa ra để thử
    98,2024-12-31,households,count,15230,,,vn-2022,simulated,Số bịa ra để thử
    98,2024-12-31,poor,count,377,,,vn-2022,simulated,Số bịa ra để thử
    98,2024-12-31,near_poor,count,512,,,vn-2022,simulated,Số bịa ra để thử
    98,2024-12-31,poor_rate,ratio,377,15230,,vn-2022,simulated,Số bịa ra để thử
    981,2024-12-31,poor,count,161,,,vn-2022,simulated,Số bịa ra để thử
    981,2024-12-31,near_poor,count,,,not_reported,vn-2022,simulated,Số bịa ra để thử

    """
}
