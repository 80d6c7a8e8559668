/// One of the official tables of a review, F1 to F13, with its title and columns in the official order.
enum OfficialForm: String, CaseIterable {
  case f1 = "F1"
  case f2 = "F2"
  case f3 = "F3"
  case f4 = "F4"
  case f5 = "F5"
  case f6 = "F6"
  case f7 = "F7"
  case f8 = "F8"
  case f9 = "F9"
  case f10 = "F10"
  case f11 = "F11"
  case f12 = "F12"
  case f13 = "F13"

  /// What stands above it.
  var title: String {
    switch self {
    case .f1: "Kết quả rà soát hộ nghèo, hộ cận nghèo, hộ có mức sống trung bình"
    case .f2: "Diễn biến hộ nghèo"
    case .f3: "Diễn biến hộ cận nghèo"
    case .f4: "Số hộ nghèo thiếu hụt từng chỉ số"
    case .f5: "Tỷ lệ hộ nghèo thiếu hụt từng chỉ số"
    case .f6: "Số hộ cận nghèo thiếu hụt từng chỉ số"
    case .f7: "Tỷ lệ hộ cận nghèo thiếu hụt từng chỉ số"
    case .f8: "Hộ nghèo theo nhóm đối tượng"
    case .f9: "Hộ nghèo theo dân tộc"
    case .f10: "Hộ nghèo theo nguyên nhân nghèo"
    case .f11: "Thiếu hụt của trẻ em trong hộ nghèo, hộ cận nghèo"
    case .f12: "Hộ nghèo: dân tộc, chính sách, chủ hộ nữ"
    case .f13: "Hộ cận nghèo: dân tộc, chính sách, chủ hộ nữ"
    }
  }
  /// The headings of the nine columns of movements, poor or near-poor.
  static let flowHeadings: [OfficialForm: [String]] = [
    .f2: [
      "Hộ nghèo đầu kỳ", "Thoát nghèo, trở thành cận nghèo", "Thoát nghèo, vượt chuẩn cận nghèo", "Giảm khác",
      "Hộ cận nghèo thành hộ nghèo", "Tái nghèo", "Phát sinh mới", "Tăng khác", "Hộ nghèo cuối kỳ",
    ],
    .f3: [
      "Hộ cận nghèo đầu kỳ", "Thoát cận nghèo", "Hộ cận nghèo thành hộ nghèo", "Giảm khác",
      "Hộ nghèo thành hộ cận nghèo", "Tái cận nghèo", "Phát sinh mới", "Tăng khác", "Hộ cận nghèo cuối kỳ",
    ],
  ]
  /// The groups of F8 and the causes of F10: the key of the option, and the heading.
  static let groups = [
    ("minority", "Hộ dân tộc thiểu số"), ("unable_to_work", "Hộ không có khả năng lao động"),
    ("merit", "Hộ có thành viên là người có công"), ("other_group", "Nhóm khác"),
  ]
  static let causes = [
    ("land", "Thiếu đất sản xuất"), ("capital", "Thiếu vốn"), ("labour", "Thiếu lao động"),
    ("tools", "Thiếu công cụ, phương tiện sản xuất"), ("knowledge", "Thiếu kiến thức về sản xuất"),
    ("skills", "Thiếu kỹ năng lao động"), ("illness", "Ốm đau, tai nạn"), ("other_cause", "Nguyên nhân khác"),
  ]
  /// The columns of F12 and F13 after the numbers of all households.
  static let peoples = [
    ("kinh", "Kinh"), ("minority", "Dân tộc thiểu số"), ("local_minority", "Dân tộc thiểu số tại chỗ"),
  ]
  static let marks = [
    ("merit", "Chính sách có công"), ("unable_to_work", "Không có khả năng lao động"),
    ("female_head", "Chủ hộ là nữ"),
  ]
}
