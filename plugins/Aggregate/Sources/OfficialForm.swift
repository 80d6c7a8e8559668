/// One of the official tables of a review, F1 to F13, with its title and columns in the official order.
///
/// The numbers and the order of columns are those of the templates that a province (Đắk Nông) reports by: their titles and how
/// many columns and rows they have were read, and a program that fills them in. The forms in the annex of the circular on the
/// review were not read and have other numbers, so that nobody knows whether their order is the same.
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
    case .f8: "Hộ nghèo, hộ cận nghèo theo nhóm đối tượng"
    case .f9: "Hộ nghèo, hộ cận nghèo theo dân tộc"
    case .f10: "Hộ nghèo, hộ cận nghèo theo nguyên nhân nghèo"
    case .f11: "Thiếu hụt của trẻ em thuộc hộ nghèo, hộ cận nghèo"
    case .f12: "Hộ nghèo trong tổng số hộ, nhân khẩu: dân tộc, chính sách, chủ hộ nữ"
    case .f13: "Hộ cận nghèo trong tổng số hộ, nhân khẩu: dân tộc, chính sách, chủ hộ nữ"
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
  /// The groups of F8: the key of the option, and the heading after whose households they are.
  ///
  /// The template has five columns of the poor and five of the near-poor, and two rows of each unit: households and persons.
  static let groups = [
    ("minority", "dân tộc thiểu số"), ("unable_to_work", "không có khả năng lao động"),
    ("merit", "có thành viên là người có công"), ("other_group", "nhóm khác"),
  ]
  /// The causes of F10.
  ///
  /// The template has eight columns, and three rows of each unit; what each row is was not read. Here the two classes stand side
  /// by side as in F8 and F9, each with its number of households.
  static let causes = [
    ("land", "thiếu đất sản xuất"), ("capital", "thiếu vốn"), ("labour", "thiếu lao động"),
    ("tools", "thiếu công cụ, phương tiện sản xuất"), ("knowledge", "thiếu kiến thức về sản xuất"),
    ("skills", "thiếu kỹ năng lao động"), ("illness", "ốm đau, tai nạn"), ("other_cause", "nguyên nhân khác"),
  ]
  /// What F11 has of the children of the poor, and then of the near-poor.
  ///
  /// The template has room for eight numbers. That all children come first and school last is how they are filled in; whether
  /// insurance or nutrition comes before the other was not read.
  static let children = [
    ("total", "Trẻ em"), ("insurance", "Trẻ em thiếu bảo hiểm y tế"),
    ("nutrition", "Trẻ em thiếu dinh dưỡng"),
    ("school", "Trẻ em không đi học đúng độ tuổi"),
  ]
  /// The columns of F12 and F13 after the numbers of all households, of all persons, and of those of the class.
  ///
  /// The template has 22 columns. Minorities that are native to the place are a split of that province; where the three rates
  /// stand in it was not read: the program that fills it in has them last.
  static let peoples = [
    ("kinh", "Kinh"), ("minority", "dân tộc thiểu số"), ("local_minority", "dân tộc thiểu số tại chỗ"),
  ]
  /// The policies after the households of the class in F12 and F13.
  static let marks = [
    ("merit", "chính sách có công"), ("unable_to_work", "không có khả năng lao động"),
    ("female_head", "chủ hộ là nữ"),
  ]
}
