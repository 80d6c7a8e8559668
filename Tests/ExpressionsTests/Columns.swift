import Diagnostics
import Expressions
import Tables

/// A column of a type made of cells written in the plain style; `nil` is missing.
func column(_ type: ColumnType, _ cells: [String?]) -> Column {
  var builder = ColumnBuilder(type)
  for cell in cells {
    if let cell { builder.append(Array(cell.utf8)[...]) } else { builder.append(missing: .blank) }
  }
  return builder.column
}

extension Column {
  /// The cells as they are written in the plain style; a missing one as `?`, with its reason unless it is blank.
  var shown: [String] {
    (0..<count).map { row in
      if let reason = missingReason(row) { return reason == .blank ? "?" : "?\(reason)" }
      switch self {
      case .int(let c): return String(c.values[row])
      case .decimal(let c): return FixedPoint(units: Int128(c.units.values[row]), scale: c.scale).plain
      case .double(let c): return String(c.values[row])
      case .text(let c): return String(decoding: c[row], as: UTF8.self)
      case .bool(let c): return c.bits[row] ? "1" : "0"
      case .date(let c): return Day(number: c.values[row]).iso
      }
    }
  }
}

/// A few rows with a column of each kind.
enum Households {
  static let schema = Schema([
    Field("members", .int, .count, unit: "người"), Field("poor", .int, .count, unit: "người"),
    Field("income", .decimal(scale: 1), .amount, unit: "nghìn đồng"),
    Field("area", .decimal(scale: 3), .amount), Field("name", .text, .label), Field("commune", .text, .code),
    Field("urban", .bool, .flag), Field("born", .date, .label), Field("height", .double, .amount),
    Field("share", .decimal(scale: 2), .rate(numerator: "poor", denominator: "members")),
    Field("tên xã", .text, .label), Field("weight", .decimal(scale: 2), .weight),
    Field("tuổi_chủ_hộ", .int, .amount), Field("land", .decimal(scale: 10), .amount, unit: "ha"),
  ])
  static let rows = Batch(
    [
      column(.int, ["4", nil, "0"]), column(.int, ["1", "2", nil]),
      column(.decimal(scale: 1), ["12.5", "-0.5", nil]), column(.decimal(scale: 3), ["0.125", nil, "2.000"]),
      column(.text, ["Lò Thị Ấm", " Nguyễn ", nil]), column(.text, ["00001", "00002", nil]),
      column(.bool, ["1", "0", nil]), column(.date, ["1984-02-29", "2024-12-31", nil]),
      column(.double, ["1.5", "0.1", nil]), column(.decimal(scale: 2), ["25.00", nil, nil]),
      column(.text, ["a", "b", nil]), column(.decimal(scale: 2), ["1.00", "2.00", nil]),
      column(.int, ["40", "41", nil]), column(.decimal(scale: 10), ["1", "2", nil]),
    ], count: 3)
  static let day = Day(number: 20_088)  // 2024-12-31
}

/// Checks an expression against the households.
func typed(_ text: String, at day: Day? = Households.day) throws -> TypedExpression {
  try Expression.parse(text).typed(in: Households.schema, referenceDate: day)
}
/// What an expression gives for the households.
func values(_ text: String) throws -> [String] { try typed(text).evaluate(Households.rows).column.shown }
/// What an expression without columns gives, with `!` where a number did not fit.
func value(_ text: String) throws -> String {
  let result = try typed(text).evaluate(Batch([], count: 1))
  return result.column.shown[0] + (result.overflow?[0] ?? false ? "!" : "")
}
/// What is wrong with a text, each as `«part» English | Vietnamese — hint | gợi ý`.
func problems(_ text: String, at day: Day? = Households.day) -> [String] {
  do throws(ExpressionProblems) {
    _ = try Expression.parse(text).typed(in: Households.schema, referenceDate: day)
    return []
  } catch {
    return error.all.map { problem in
      let part = String(
        String.UnicodeScalarView(
          text.unicodeScalars.dropFirst(problem.range.lowerBound).prefix(problem.range.count)))
      return "\(problem.range.lowerBound) «\(part)» \(problem.message.en) | \(problem.message.vi)"
        + (problem.hint.map { " — \($0.en) | \($0.vi)" } ?? "")
    }
  }
}
