import Expressions
import StageTestKit
import Tables
import Testing

/// What a row gives does not depend on the rows about it: slices, order, batches of one and of none.
@Suite struct BatchCuttingTests {
  static let texts = [
    "a", "a + b * c", "x * y", "a + x", "-a", "abs(y)", "mod(a, b)", "rate(a, b)", "ratio(x, y, 4)",
    "min(a, b, c)", "max(d, e)", "a < b", "x = y", "a BETWEEN b AND c", "a IN (1, 2, b, NULL)",
    "s IN ('a', t)", "s < t", "s LIKE '%ấ%'", "p AND q", "p OR NOT q", "p IS NULL", "lower(s)", "trim(s)",
    "name_key(s)", "length(s)", "age(d)", "year(d)", "d < e", "coalesce(a, b, 0)", "coalesce(s, t, '')",
    "CASE WHEN p THEN a WHEN q THEN b ELSE c END", "CASE WHEN a > 0 THEN s ELSE t END", "count_true(p, q)",
    "CASE WHEN p THEN a * a * a ELSE x END", "1 + 1", "'x'", "TRUE", "date '2024-02-29'",
    "CASE WHEN p THEN NULL ELSE 1 END",
  ]
  private func typed(_ text: String) throws -> TypedExpression {
    try Expression.parse(text).typed(in: LawTests.schema, referenceDate: Households.day)
  }
  private func bits(_ result: Evaluated, _ count: Int) -> [Bool] {
    (0..<count).map { result.overflow?[$0] ?? false }
  }

  @Test(arguments: texts) func `slices end to end are the whole`(_ text: String) throws {
    let expression = try typed(text)
    let rows = LawTests.rows(131, 21, isWide: true)
    let whole = expression.evaluate(rows)
    #expect(whole.column.count == 131)
    for size in [1, 2, 63, 64, 65, 130] {
      var (columns, marks): ([Column], [Bool]) = ([], [])
      for start in stride(from: 0, to: 131, by: size) {
        let end = min(start + size, 131)
        let part = expression.evaluate(rows.gathered(Array(start..<end)))
        columns.append(part.column)
        marks += bits(part, end - start)
      }
      #expect(Column.joined(columns) == whole.column, "\(text) by \(size)")
      #expect(marks == bits(whole, 131), "\(text) by \(size)")
    }
  }
  @Test(arguments: texts) func `rows in another order give the same in that order`(_ text: String) throws {
    let expression = try typed(text)
    let rows = LawTests.rows(100, 22, isWide: true)
    var random = SeededRandom(1)
    let order = (0..<150).map { _ in random.next(below: 100) }
    let whole = expression.evaluate(rows)
    let some = expression.evaluate(rows.gathered(order))
    #expect(some.column == whole.column.gathered(order), "\(text)")
    #expect(bits(some, 150) == order.map { bits(whole, 100)[$0] }, "\(text)")
  }
  @Test(arguments: texts) func `no rows give no cells, and one row one`(_ text: String) throws {
    let expression = try typed(text)
    let rows = LawTests.rows(3, 23)
    let none = expression.evaluate(rows.gathered([]))
    #expect(none.column.count == 0 && (none.overflow?.count ?? 0) == 0)
    #expect(expression.evaluate(rows.gathered([1])).column.count == 1)
  }
  @Test(arguments: texts) func `rows in which all is missing give no number, text or day out of nothing`(
    _ text: String
  ) throws {
    let expression = try typed(text)
    let columns = LawTests.schema.fields.map { Column(missing: $0.type, .notReported, count: 5) }
    let result = expression.evaluate(Batch(columns, count: 5))
    #expect(result.overflow == nil)
    for row in 0..<5 {
      #expect(result.column.isMissing(row) == !Self.fromNothing.contains(text), "\(text)")
    }
  }
  /// What says something although every column is missing.
  static let fromNothing: Set<String> = [
    "p IS NULL", "coalesce(a, b, 0)", "coalesce(s, t, '')", "1 + 1", "'x'", "TRUE", "date '2024-02-29'",
    "CASE WHEN p THEN NULL ELSE 1 END",
  ]
  @Test(arguments: texts) func `the type that was told is the type that comes`(_ text: String) throws {
    let expression = try typed(text)
    for count in [0, 1, 65] {
      let column = expression.evaluate(LawTests.rows(count, 24)).column
      let type: ColumnType =
        switch column {
        case .int: .int
        case .decimal(let cells): .decimal(scale: cells.scale)
        case .double: .double
        case .text: .text
        case .bool: .bool
        case .date: .date
        }
      #expect(type == expression.type, "\(text)")
    }
  }
}
