import Diagnostics
import Expressions
import StageKit
import Tables

/// Columns to be made of every batch, one after another.
struct Derivation: Sendable {
  /// One column to be made.
  private struct Made: Sendable {
    let name: String
    let expression: TypedExpression
    /// The places to which its numbers are brought; `nil` leaves them.
    let decimals: Int?
    /// Its place among the columns.
    let place: Int
  }
  /// All columns, those that are made too.
  private(set) var schema: Schema
  /// The places of the columns that go on, in their order; `nil` when all do.
  var kept: [Int]?
  private let input: Schema
  private var made: [Made] = []
  /// The input columns that each made column comes from.
  private var sources: [String: Set<String>] = [:]
  /// Columns that could not be planned; what is made of them says nothing new.
  private var broken: Set<String> = []

  init(_ input: Schema) { (self.input, schema) = (input, input) }
  /// The columns that come out.
  var output: Schema { kept.map { Schema($0.map { schema.fields[$0] }) } ?? schema }

  /// Plans a column; what is wrong is noted.
  mutating func add(
    _ entry: Mapping<DerivedColumn>.Entry, replacing: Bool, _ plan: inout Planning
  ) {
    let known = schema.index(of: entry.name)
    if entry.name.isEmpty { plan.report(.noName(at: entry.range)) }
    if known != nil, !replacing { plan.report(.columnExists(entry.name, at: entry.range)) }
    guard let expression = typed(entry, &plan) else { return }
    let from = expression.columns.reduce(into: Set<String>()) { $0.formUnion(sources[$1] ?? [$1]) }
    let column = entry.value
    let decimals = column.decimals(expression, named: entry.name, &plan)
    let field = Field(
      entry.name, decimals.map { $0 == 0 ? .int : .decimal(scale: $0) } ?? expression.type,
      column.role(expression, named: entry.name, &plan), unit: column.fields?.unit ?? expression.unit,
      sensitivity: column.sensitivity(
        over: input.fields.filter { from.contains($0.name) }, named: entry.name, &plan),
      from: from.sorted())
    sources[entry.name] = from
    let place = known ?? schema.fields.count
    made.append(Made(name: entry.name, expression: expression, decimals: decimals, place: place))
    var fields = schema.fields
    if known == nil { fields.append(field) } else { fields[place] = field }
    schema = Schema(fields)
  }
  /// Checks an expression; what is wrong with one that names a broken column may be wrong because of that, and is not told.
  private mutating func typed(
    _ entry: Mapping<DerivedColumn>.Entry, _ plan: inout Planning
  ) -> TypedExpression? {
    var trial = plan
    if let expression = trial.expression(entry.value.expression, in: schema) { return expression }
    if !broken.contains(where: { entry.value.expression.text.contains($0) }) { plan = trial }
    broken.insert(entry.name)
    return nil
  }
  /// The places of columns among all, each once; what is wrong is noted.
  func places(_ names: [ColumnName], _ plan: inout Planning) -> [Int] {
    var places: [Int] = []
    for name in names where !broken.contains(name.text) {
      guard let place = plan.column(name, in: schema)?.index else { continue }
      if places.contains(place) { plan.report(.columnTwice(name)) } else { places.append(place) }
    }
    return places
  }

  /// Makes the columns of a batch, and notes the numbers that do not fit, row by row.
  func rows(of batch: Batch, _ findings: inout Findings) -> Batch {
    var columns = batch.columns
    var overflows: [(name: String, rows: Bitmap)] = []
    for one in made {
      let evaluated = one.expression.evaluate(
        Batch(columns, count: batch.count, origin: batch.origin))
      var (column, overflow) = (evaluated.column, evaluated.overflow)
      if let decimals = one.decimals {
        let (rescaled, more) = column.rescaled(to: decimals)
        (column, overflow) = (rescaled, overflow.flatMap { a in more.map { a | $0 } ?? a } ?? more)
      }
      if one.place < columns.count { columns[one.place] = column } else { columns.append(column) }
      if let overflow { overflows.append((one.name, overflow)) }
    }
    if let first = overflows.first {
      for row in overflows.reduce(first.rows, { $0 | $1.rows }).rows {
        for (name, rows) in overflows where rows[row] {
          findings.add("derive.overflow", row: row, of: batch, column: name, .tooLarge(name))
        }
      }
    }
    return Batch(kept.map { $0.map { columns[$0] } } ?? columns, count: batch.count, origin: batch.origin)
  }
}

extension Phrase {
  /// A number that does not fit.
  static func tooLarge(_ name: String) -> Phrase {
    Phrase(
      vi:
        "phép tính cột '\(name)' cho số không ghi được bằng 64 bit, ô để trống; xem lại các số của dòng này và đơn vị tính",
      en:
        "a number in the making of column '\(name)' does not fit in 64 bits, and the cell is left missing; look at the numbers of the row and their unit"
    )
  }
}
extension Diagnostic {
  fileprivate static func noName(at range: SourceRange?) -> Diagnostic {
    Diagnostic("derive.name", Phrase(vi: "cột phải có tên", en: "a column must have a name"), at: range)
  }
  fileprivate static func columnExists(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "derive.exists",
      Phrase(vi: "đã có cột '\(name)'", en: "there is a column '\(name)' already"), at: range,
      hint: Phrase(
        vi: "đặt tên khác, hoặc ghi replace: true để tính lại cột ấy",
        en: "choose another name, or write `replace: true` to make that column anew"))
  }
  fileprivate static func columnTwice(_ name: ColumnName) -> Diagnostic {
    Diagnostic(
      "derive.repeated",
      Phrase(vi: "cột '\(name.text)' được nêu hai lần", en: "the column '\(name.text)' is named twice"),
      at: name.range)
  }
}
