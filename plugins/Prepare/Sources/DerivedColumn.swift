import Diagnostics
import Expressions
import Formats
import StageKit
import Tables

/// How one column is made: an expression, or a mapping with more to be said of the column.
struct DerivedColumn: OptionValue {
  let expression: ExpressionText
  let fields: Fields?

  /// What may be said of a column besides its expression.
  struct Fields: StageOptions {
    @Option(vi: "Biểu thức.", en: "The expression.") var expression: ExpressionText
    @Option(
      vi: "Vai trò của cột; không ghi thì theo biểu thức.",
      en: "What the column means; as the expression says unless told.")
    var role: ColumnOptions.Meaning?
    @Option(
      vi: "Đơn vị tính; không ghi thì theo biểu thức.",
      en: "Unit of the numbers; as the expression says unless told.")
    var unit: String?
    @Option(
      vi: "Ai được xem; chỉ có thể kín hơn các cột đã dùng.",
      en: "Who may see it; it can only be more guarded than the columns used.")
    var sensitivity: ColumnOptions.Secrecy?
    @Option(
      vi: "Số chữ số thập phân; bớt thì làm tròn nửa ra xa số 0, 0 là số nguyên.",
      en: "Decimal places; fewer round half away from zero, 0 makes whole numbers.", limit: nil)
    var decimals: Int?
  }
  /// An expression, or a mapping with one.
  static var optionType: OptionType<DerivedColumn> {
    let either = OneOf<ExpressionText, Fields>.optionType
    return OptionType(
      either.name, schema: either.schema, shapes: either.shapes,
      encode: { .string($0.expression.text) }
    ) { node, problems in
      switch either.read(node, &problems) {
      case .first(let expression)?: DerivedColumn(expression: expression, fields: nil)
      case .second(let fields)?: DerivedColumn(expression: fields.expression, fields: fields)
      case nil: nil
      }
    }
  }
}

extension DerivedColumn {
  /// The role asked for, when a column of a type and role can have it.
  func role(_ typed: TypedExpression, named name: String, _ plan: inout Planning) -> Role {
    guard let fields, let asked = fields.role else { return typed.role }
    let role = asked.role
    if case .rate = typed.role, role.isSummable || role == .weight {
      plan.report(.rateStaysRate(name, at: fields.$role))
    } else if !role.fits(typed.type) {
      plan.report(.roleOfType(name, role, typed.type, at: fields.$role))
    }
    return role
  }
  /// The number of places asked for, when the cells are numbers.
  func decimals(_ typed: TypedExpression, named name: String, _ plan: inout Planning) -> Int? {
    guard let fields, let decimals = fields.decimals else { return nil }
    guard (0...18).contains(decimals), typed.type.isExactNumber else {
      plan.report(.decimals(name, typed.type, at: fields.$decimals))
      return nil
    }
    return decimals
  }
  /// Who may see it; what is less than the columns used is refused, for it would not be so.
  func sensitivity(over sources: [Field], named name: String, _ plan: inout Planning) -> Sensitivity {
    guard let fields, let asked = fields.sensitivity?.level else { return .public }
    if let worst = sources.max(by: { $0.sensitivity < $1.sensitivity }), worst.sensitivity > asked {
      plan.report(.lessGuarded(name, than: worst, at: fields.$sensitivity))
    }
    return asked
  }
}

extension ColumnOptions.Meaning {
  var role: Role {
    switch self {
    case .count: .count
    case .amount: .amount
    case .rate: .rate(numerator: "", denominator: "")
    case .code: .code
    case .label: .label
    case .flag: .flag
    case .weight: .weight
    }
  }
}
extension ColumnOptions.Secrecy {
  var level: Sensitivity {
    switch self {
    case .public: .public
    case .protected: .protected
    case .personal: .personal
    }
  }
}
extension Sensitivity {
  /// The word for it in a pipeline.
  var word: String {
    switch self {
    case .public: "public"
    case .protected: "protected"
    case .personal: "personal"
    }
  }
}
extension ColumnType {
  var isExactNumber: Bool { if case .decimal = self { true } else { self == .int } }
}
extension Role {
  /// Whether a column of a type can mean this.
  func fits(_ type: ColumnType) -> Bool {
    switch self {
    case .count, .amount, .weight, .rate: type.isExactNumber
    case .flag: type == .bool || type == .int
    case .code, .label: true
    }
  }
}

extension Diagnostic {
  fileprivate static func rateStaysRate(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "derive.rate",
      Phrase(
        vi: "cột '\(name)' là tỷ lệ, không thể khai là thứ cộng được",
        en: "column '\(name)' is a rate and cannot be declared as what may be added up"), at: range,
      hint: Phrase(
        vi: "cộng riêng tử số và mẫu số, rồi mới chia", en: "add up its two parts, and divide after that"))
  }
  fileprivate static func roleOfType(
    _ name: String, _ role: Role, _ type: ColumnType, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "derive.role",
      Phrase(
        vi: "cột '\(name)' là \(type.phrase.vi), không thể là \(role.phrase.vi)",
        en: "column '\(name)' is \(type.phrase.en), which cannot be \(role.phrase.en)"), at: range)
  }
  fileprivate static func decimals(_ name: String, _ type: ColumnType, at range: SourceRange?) -> Diagnostic {
    guard type.isExactNumber else {
      return Diagnostic(
        "derive.decimals",
        Phrase(
          vi: "cột '\(name)' là \(type.phrase.vi), không có chữ số thập phân",
          en: "column '\(name)' is \(type.phrase.en), which has no decimal places"), at: range)
    }
    return Diagnostic(
      "derive.decimals",
      Phrase(vi: "số chữ số thập phân từ 0 đến 18", en: "a number has 0 to 18 decimal places"), at: range)
  }
  fileprivate static func lessGuarded(_ name: String, than source: Field, at range: SourceRange?)
    -> Diagnostic
  {
    let word = source.sensitivity.word
    return Diagnostic(
      "derive.sensitivity",
      Phrase(
        vi: "cột '\(name)' được tính từ '\(source.name)' là \(word), nên không thể công khai hơn",
        en: "column '\(name)' is made of '\(source.name)', which is \(word), and cannot be less guarded"),
      at: range)
  }
}
