import Spelling

/// Signs that a column is about one person or one household.
enum PersonalSigns {
  /// Parts of names of columns, as addresses write them, and what they stand for.
  private static let words: [(part: String, sign: Sign)] = [
    ("ho-ten", .name), ("ho-va-ten", .name), ("ten-chu-ho", .name), ("hostname", .name),
    ("host-name", .name), ("head-name", .name), ("full-name", .name), ("fullname", .name),
    ("nguoi-ra-soat", .name), ("can-bo", .name), ("reviewer", .name), ("enumerator", .name),
    ("cccd", .identity), ("cmnd", .identity), ("can-cuoc", .identity), ("dinh-danh", .identity),
    ("citizen", .identity), ("ma-ho", .household), ("so-ho-khau", .household), ("household-id", .household),
    ("household-code", .household), ("family-code", .household), ("ma-nhan-khau", .household),
    ("dien-thoai", .telephone), ("sdt", .telephone), ("phone", .telephone), ("mobile", .telephone),
    ("email", .telephone), ("ngay-sinh", .birth), ("nam-sinh", .birth), ("birth", .birth), ("dob", .birth),
    ("dia-chi", .address), ("address", .address), ("so-nha", .address), ("toa-do", .address),
    ("latitude", .address), ("longitude", .address), ("ghi-chu", .note), ("note", .note), ("mo-ta", .note),
  ]
  /// What is personal about a column.
  enum Sign: Sendable {
    case name, identity, household, telephone, birth, address, note
  }
  /// The commonest family names of Viet Nam, and first parts of names of its peoples, folded.
  private static let families: Set<String> = Set(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương lâm mai cao hà trịnh đoàn lương đào \
    tô chu lưu tạ phùng quách thái triệu la kiều tống vương tăng hứa châu từ nông lò lường cầm quàng tòng vàng giàng sùng \
    thào hờ mùa lầu mã ma lục bế hoàng bàn triệu chảo tẩn phàn đèo kim thạch sơn danh thị điểu rơ siu ksor rmah nay y h' \
    h a k' k hồ pơloong bríu zơ
    """.split(separator: " ").map { VietnameseName.folded(String($0)) })

  /// What the names of a column say of it.
  static func sign(of names: [String]) -> Sign? {
    for name in names {
      let slug = VietnameseName.slug(name)
      // The sex of the head of a household is no name.
      if slug == "chu-ho" { return .name }
      let parts = slug.split(separator: "-")
      for (part, sign) in words {
        // Short words stand alone, for they are parts of many others, and several words are whole.
        let isThere =
          part.contains("-")
          ? "-\(slug)-".contains("-\(part)-")
          : part.utf8.count > 5 ? slug.contains(part) : parts.contains(Substring(part))
        if isThere { return sign }
      }
    }
    return nil
  }
  /// Whether a text looks like the name of a person: two to six words without digits, the first one a family name.
  static func isNameOfPerson(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 80, !text.contains(where: { $0 < 65 && $0 != 32 && $0 != 39 && $0 != 46 }) else {
      return false
    }
    let words = text.split(separator: 32)
    guard (2...6).contains(words.count) else { return false }
    return families.contains(VietnameseName.folded(String(decoding: words[0], as: UTF8.self)))
  }
}
