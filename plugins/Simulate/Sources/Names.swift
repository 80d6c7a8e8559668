/// Parts of invented names, and the peoples that live in the invented province.
enum Names {
  static let family = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý",
  ]
  static let middle = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Thanh", "Xuân", "Hữu", "Kim", "Quang"]
  static let given = [
    "An", "Bình", "Cường", "Dũng", "Hạnh", "Hương", "Khánh", "Lan", "Mai", "Nam", "Phúc", "Quỳnh", "Sơn",
    "Tuấn", "Uyên", "Vinh", "Yến", "Thảo", "Đạt", "Hiền",
  ]
  /// The middle parts that women have, and those that men have; some are of both.
  static func middle(of sex: Member.Sex) -> [String] {
    sex == .female
      ? ["Thị", "Thị", "Ngọc", "Thanh", "Kim", "Minh"] : ["Văn", "Văn", "Đức", "Hữu", "Quang", "Xuân"]
  }
  /// Whose name a middle part is; `nil` when it may be either's.
  static func sex(ofMiddle part: String) -> Member.Sex? {
    switch part {
    case "Thị": .female
    case "Văn", "Đức", "Hữu", "Quang": .male
    default: nil
    }
  }
  /// The peoples besides the most numerous.
  static let peoples = ["Tày", "Thái", "Mường", "Khmer", "Nùng", "Mông", "Dao", "Hoa"]
  /// The people that is most numerous.
  static let mostNumerous = "Kinh"
  /// A word that is none of them.
  static let unknown = "Không có trong danh mục"
}
