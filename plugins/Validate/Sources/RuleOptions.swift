import Diagnostics
import StageKit

/// What becomes of a row that breaks a rule.
enum Severity: String, OptionValue, CaseIterable {
  /// The row is rejected.
  case error
  /// The row is told and kept.
  case warning
}

/// How a cell is compared with words.
enum WordComparison: String, OptionValue, CaseIterable {
  /// Letter by letter.
  case exact
  /// As names: capitals, blanks, the Unicode form and the place of the tone mark do not count.
  case name
}

/// What a missing cell is where rows are compared.
enum MissingCells: String, OptionValue, CaseIterable {
  /// The row is compared with none.
  case skip
  /// It is the same as any other missing cell of the column.
  case same
}

/// The levels of units whose codes can be checked.
enum RuleLevel: String, OptionValue, CaseIterable {
  case province, district, commune
}

/// One rule as it is written.
struct RuleOptions: WrittenRule {
  static let sheet = Phrase(vi: "bộ quy tắc", en: "a sheet of rules")
  static let sheetKey = "rules"
  /// Where a reference points to.
  struct Target: StageOptions {
    @Option(
      vi: "Bước cho bảng kia; bỏ được khi chỉ có một bảng.",
      en: "The step that gives the other table; may be left out when there is one.")
    var table: String?
    @Option(vi: "Các cột ở bảng kia.", en: "The columns there.") var columns: [ColumnName]
  }
  /// A slip of the unit.
  struct Slip: StageOptions {
    @Option(
      vi: "Số lần sai, như 1000 khi đồng bị ghi thay cho nghìn đồng.",
      en: "The factor, such as 1000 for đồng in place of thousands.", default: 1000, limit: .atLeast(2))
    var factor: Int
    @Option(vi: "Khoảng thường gặp.", en: "What is usual.") var range: RangeText
  }
  @Option(
    vi: "Mã quy tắc, không trùng nhau.", en: "The id of the rule, one of a kind.",
    limit: .pattern("[A-Za-z0-9][A-Za-z0-9._-]*"))
  var id: String
  @Option(vi: "Cột được xét.", en: "The column that is looked at.") var column: ColumnName?
  @Option(vi: "Mọi dòng phải có giá trị.", en: "Every row must have a value.", default: false)
  var required: Bool
  @Option(vi: "Khoảng cho phép của số hay ngày.", en: "What numbers or days are allowed.")
  var range: RangeText?
  @Option(vi: "Các giá trị cho phép.", en: "The values that are allowed.") var values: [String]?
  @Option(
    vi: "So với values: đúng từng chữ, hay như tên.", en: "How values are compared: exactly, or as names.",
    default: .exact)
  var compare: WordComparison
  @Option(vi: "Dạng mà cả ô phải có.", en: "The form that the whole cell must have.")
  var pattern: PatternText?
  @Option(vi: "Điều kiện phải đúng; thiếu thì không sai.", en: "What must hold; missing is not wrong.")
  var check: ExpressionText?
  @Option(vi: "Các cột không được trùng nhau.", en: "Columns that no two rows may share.")
  var unique: [ColumnName]?
  @Option(
    vi: "Dòng có ô trống ở các cột của unique: skip là không so, same là hai ô trống thì như nhau.",
    en:
      "Rows with a missing cell in the columns of `unique`: skip compares them with none, same takes two such for the same.",
    default: .skip)
  var missing: MissingCells
  @Option(vi: "Các cột được tra ở bảng kia.", en: "The columns that are looked up.")
  var columns: [ColumnName]?
  @Option(vi: "Bảng phải có các giá trị ấy.", en: "The table that must have them.") var references: Target?
  @Option(vi: "Cột là mã đơn vị của cấp này.", en: "The column holds codes of units of this level.")
  var unit: RuleLevel?
  @Option(
    vi: "Ngày mã phải có hiệu lực: reference_date hoặc một cột ngày.",
    en: "When the code must be valid: reference_date, or a column of days.", default: "reference_date")
  var on: ColumnName
  @Option(
    vi: "Cột khu vực (urban, rural) phải là khu vực của xã.",
    en: "A column that must have the area of the commune.")
  var area: ColumnName?
  @Option(
    vi: "Ngày của khu vực: một cột ngày; ô trống, hoặc ngày ấy không có mã, thì theo on.",
    en:
      "The day of the area: a column of days; by `on` where it is missing, and where there is no such code on that day."
  )
  var areaOn: ColumnName?
  @Option(vi: "Nghi ghi nhầm đơn vị tính.", en: "A slip of the unit is suspected.") var unitSlip: Slip?
  @Option(vi: "Chỉ xét dòng thỏa điều kiện này.", en: "Only rows where this holds are looked at.")
  var when: ExpressionText?
  @Option(
    vi: "error loại dòng, warning chỉ báo.", en: "error rejects the row, warning only tells.", default: .error
  )
  var severity: Severity
  @Option(vi: "Căn cứ pháp lý.", en: "The legal basis.") var legal: PhraseOption?
  @Option(vi: "Lời báo thay cho lời có sẵn.", en: "What is said in place of the program's words.")
  var message: PhraseOption?
  @Option(vi: "Điều quy tắc đòi hỏi, cho người đọc.", en: "What the rule asks for, for readers.")
  var about: PhraseOption?
  @Option(vi: "Các phép kiểm tra khác mà quy tắc thực hiện.", en: "Other edits that the rule carries out.")
  var also: [String]?
  @Option(vi: "Cách xử lý, đi sau lời báo.", en: "What to do, told after the message.")
  var remedy: PhraseOption?
}

/// Rules written in place, in a document, or some of both.
typealias RuleSource = WrittenRules<RuleOptions>
