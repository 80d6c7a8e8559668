import Diagnostics
public import StageKit
import Tables

/// How one column is declared.
///
/// A column of which nothing is said is text, a label, and protected.
public struct ColumnOptions: StageOptions {
  /// The words for types.
  ///
  public enum Kind: String, OptionValue, CaseIterable {
    /// A type of cells.
    case int, decimal, double, text, bool, date
  }
  /// The words for roles.
  public enum Meaning: String, OptionValue, CaseIterable {
    /// What a column means.
    case count, amount, rate, code, label, flag, weight
  }
  /// The words for who may see a column.
  public enum Secrecy: String, OptionValue, CaseIterable {
    /// Who may see it.
    case `public`, protected, personal
  }
  @Option(vi: "Kiểu của ô.", en: "Type of the cells.", default: .text) var type: Kind
  @Option(
    vi: "Số chữ số thập phân của kiểu decimal.", en: "Decimal places of the type decimal.", default: 0,
    limit: .within(0...18))
  var scale: Int
  @Option(vi: "Vai trò của cột.", en: "What the column means.", default: .label) var role: Meaning
  @Option(vi: "Cột tử số, khi vai trò là rate.", en: "Column of the numerator, for the role rate.")
  var numerator: String?
  @Option(vi: "Cột mẫu số, khi vai trò là rate.", en: "Column of the denominator, for the role rate.")
  var denominator: String?
  @Option(vi: "Đơn vị tính.", en: "Unit of the numbers.") var unit: String?
  @Option(
    vi: "Ai được xem; cột không khai là protected.", en: "Who may see it; protected unless said.",
    default: .protected)
  var sensitivity: Secrecy
  @Option(vi: "Tên cột trong tệp, khi khác.", en: "Name in the file, when it differs.", limit: nil)
  var from: String?
  @Option(
    vi: "Tên cột ở dòng tên cột thứ hai, để nhận ra dòng ấy.",
    en: "What stands under the name in a second row of names, by which that row is known.")
  var label: String?
  @Option(
    vi: "Số chữ số của mọi mã trong cột, như 12; mã ngắn hơn được báo là có thể mất số 0 ở đầu.",
    en: "Digits of every code, such as 12; a shorter one is told, as it may have lost leading zeros.")
  var digits: Int?
  @Option(vi: "Mọi dòng phải có giá trị.", en: "Every row must have a value.", default: false)
  var required: Bool
  @Option(vi: "Tệp có thể không có cột này.", en: "A file may lack the column.", default: false)
  var optional: Bool
  @Option(
    vi: "Bỏ khoảng trắng hai đầu của chữ.", en: "Take spaces off both ends of texts.", default: false)
  var trim: Bool
  @Option(vi: "Cách viết số của riêng cột này.", en: "How this column's numbers are written.")
  var numberStyle: NumberStyle?
  @Option(vi: "Cách viết ngày của riêng cột này.", en: "How this column's days are written.")
  var dateStyle: DateStyle?
  @Option(
    vi: "Các từ thay cho ô không có số liệu, thêm vào của cả bảng.",
    en: "The words for cells without a value, besides those of the table.", default: Mapping())
  var missing: Mapping<MissingWord>
  @Option(vi: "Các từ nghĩa là có.", en: "The words that mean yes.", default: []) var yes: [String]
  @Option(vi: "Các từ nghĩa là không.", en: "The words that mean no.", default: []) var no: [String]
  /// Nothing said yet.
  public init() {}

  func rule(
    _ entry: Mapping<ColumnOptions>.Entry, in table: TableSchema, _ problems: inout Diagnostics
  ) -> ColumnRule {
    if (numerator == nil) != (denominator == nil) || numerator != nil && role != .rate {
      problems.add(
        Diagnostic(
          "schema.rate",
          Phrase(
            vi: "cột '\(entry.name)': 'numerator' và 'denominator' đi cùng nhau, với role: rate",
            en: "column '\(entry.name)': 'numerator' and 'denominator' go together, with role: rate"),
          at: $numerator ?? $denominator ?? entry.range))
    }
    if $scale != nil, type != .decimal {
      problems.add(
        Diagnostic(
          "schema.scale",
          Phrase(
            vi: "cột '\(entry.name)': chỉ kiểu decimal có 'scale'",
            en: "column '\(entry.name)': only the type decimal has a 'scale'"), at: $scale))
    }
    checkDigits(entry.name, &problems)
    let field = Field(entry.name, columnType, meaning, unit: unit, sensitivity: guarded)
    var rule = ColumnRule(field, header: from)
    (rule.isRequired, rule.isOptional, rule.isTrimmed) = (required, optional, trim)
    (rule.numberStyle, rule.dateStyle) = (numberStyle ?? table.numberStyle, dateStyle ?? table.dateStyle)
    rule.isNumberStyleSaid = numberStyle != nil || table.saysNumberStyle
    (rule.yes, rule.no, rule.digits, rule.label) = (yes, no, digits, label)
    for word in table.missing.entries + missing.entries {
      rule.missing[Array(word.name.utf8)] = word.value.reason
    }
    return rule
  }
  private func checkDigits(_ name: String, _ problems: inout Diagnostics) {
    guard let digits else { return }
    if type != .text {
      problems.add(
        Diagnostic(
          "schema.digits",
          Phrase(
            vi: "cột '\(name)': chỉ kiểu text có 'digits', vì một số không giữ số 0 ở đầu",
            en: "column '\(name)': only the type text has 'digits', for numbers keep no leading zeros"),
          at: $digits))
    } else if !(1...40).contains(digits) {
      problems.add(
        Diagnostic(
          "schema.digits",
          Phrase(
            vi: "cột '\(name)': 'digits' cần một số từ 1 đến 40, thấy \(digits)",
            en: "column '\(name)': 'digits' must be from 1 to 40, found \(digits)"), at: $digits))
    }
  }
  private var columnType: ColumnType {
    switch type {
    case .int: .int
    case .decimal: .decimal(scale: scale)
    case .double: .double
    case .text: .text
    case .bool: .bool
    case .date: .date
    }
  }
  private var meaning: Role {
    switch role {
    case .count: .count
    case .amount: .amount
    case .rate: .rate(numerator: numerator ?? "", denominator: denominator ?? "")
    case .code: .code
    case .label: .label
    case .flag: .flag
    case .weight: .weight
    }
  }
  private var guarded: Sensitivity {
    switch sensitivity {
    case .public: .public
    case .protected: .protected
    case .personal: .personal
    }
  }
}
