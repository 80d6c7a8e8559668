import Expressions
import Tables
import Testing

/// The truth of three values, and what is missing.
@Suite struct LogicTests {
  private static let schema = Schema([Field("a", .bool, .flag), Field("b", .bool, .flag)])
  /// Every two of true, false and missing.
  private static let rows = Batch(
    [
      column(.bool, ["1", "1", "1", "0", "0", "0", nil, nil, nil]),
      column(.bool, ["1", "0", nil, "1", "0", nil, "1", "0", nil]),
    ], count: 9)

  @Test(arguments: [
    ("a AND b", "1 0 ? 0 0 0 ? 0 ?"), ("a OR b", "1 1 1 1 0 ? 1 ? ?"), ("NOT a", "0 0 0 1 1 1 ? ? ?"),
    ("a = b", "1 0 ? 0 1 ? ? ? ?"), ("a <> b", "0 1 ? 1 0 ? ? ? ?"), ("a IS NULL", "0 0 0 0 0 0 1 1 1"),
    ("a IS NOT NULL", "1 1 1 1 1 1 0 0 0"), ("a AND NULL", "? ? ? 0 0 0 ? ? ?"),
    ("a OR NULL", "1 1 1 ? ? ? ? ? ?"),
    ("a AND TRUE AND b", "1 0 ? 0 0 0 ? 0 ?"), ("a = NULL", "? ? ? ? ? ? ? ? ?"),
    ("a IN (b, FALSE)", "1 0 ? 1 1 1 ? ? ?"), ("coalesce(a, b)", "1 1 1 0 0 0 1 0 ?"),
    ("CASE WHEN a THEN b ELSE FALSE END", "1 0 ? 0 0 0 0 0 0"),
    ("CASE WHEN a THEN b END", "1 0 ? ? ? ? ? ? ?"),
    ("CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END", "1 1 1 2 3 3 2 3 3"),
    ("count_true(a, b)", "2 1 ? 1 0 ? ? ? ?"),
    ("CASE WHEN a THEN 'x' WHEN b THEN '' END", "x x x  ? ?  ? ?"), ("TRUE", "1 1 1 1 1 1 1 1 1"),
    ("NULL = NULL", "? ? ? ? ? ? ? ? ?"), ("NULL IN (1, 2)", "? ? ? ? ? ? ? ? ?"),
    ("a IN (TRUE)", "1 1 1 0 0 0 ? ? ?"),
  ]) func `every two truths are joined as in SQL`(_ text: String, _ expected: String) throws {
    let typed = try Expression.parse(text).typed(in: Self.schema, referenceDate: nil)
    #expect(typed.evaluate(Self.rows).column.shown.joined(separator: " ") == expected)
  }
  @Test(arguments: [
    ("members > 0", ["1", "?", "0"]), ("members BETWEEN poor AND 9", ["1", "?", "?"]),
    ("members BETWEEN 5 AND poor", ["0", "?", "0"]), ("members NOT BETWEEN 5 AND poor", ["1", "?", "1"]),
    ("members IN (4, NULL)", ["1", "?", "?"]), ("members NOT IN (1, 2)", ["1", "?", "1"]),
    ("members IN (poor, 0)", ["0", "?", "1"]), ("members IN (0, 1, 2, 3, 4)", ["1", "?", "1"]),
    ("members IN (4.0, 0.5)", ["1", "?", "0"]), ("commune IN ('00002', '00001', NULL)", ["1", "1", "?"]),
    ("income = 12.50", ["1", "0", "?"]), ("income < members", ["0", "?", "?"]),
    ("area = 0.125", ["1", "?", "0"]),
    ("area < income", ["1", "?", "?"]), ("income IN (12.5)", ["1", "0", "?"]),
    ("height = 0.1", ["0", "1", "?"]), ("height < income", ["1", "0", "?"]), ("2 > height", ["1", "1", "?"]),
    ("height BETWEEN 0.1 AND 1.5", ["1", "1", "?"]), ("height IN (1.5, 7)", ["1", "0", "?"]),
    ("height IS NULL", ["0", "0", "1"]), ("height = NULL", ["?", "?", "?"]),
    ("height = height", ["1", "1", "?"]),
    ("born >= date '2000-01-01'", ["0", "1", "?"]), ("born IN (date '1984-02-29')", ["1", "0", "?"]),
    ("coalesce(members, poor, 9)", ["4", "2", "0"]), ("coalesce(income, members)", ["12.5", "-0.5", "0.0"]),
    ("coalesce(born, reference_date())", ["1984-02-29", "2024-12-31", "2024-12-31"]),
    ("coalesce(name, 'x')", ["Lò Thị Ấm", " Nguyễn ", "x"]),
    ("CASE WHEN urban THEN members ELSE income END", ["4.0", "-0.5", "?"]),
  ]) func `missing values stay missing`(_ text: String, _ expected: [String]) throws {
    #expect(try values(text) == expected)
  }
  @Test func `a cell is missing for the reason of the first operand that is`() throws {
    var (a, b) = (ColumnBuilder(.int), ColumnBuilder(.int))
    for (x, y) in [(1, nil), (nil, 1), (nil, nil), (1, 2)] as [(Int64?, Int64?)] {
      if !a.append(whole: x) { a.append(missing: .notReported) }
      if !b.append(whole: y) { b.append(missing: .withheld) }
    }
    let schema = Schema([Field("a", .int, .count), Field("b", .int, .count)])
    let rows = Batch([a.column, b.column], count: 4)
    for (text, expected) in [
      ("a + b", ["?withheld", "?notReported", "?notReported", "3"]),
      ("a < b", ["?withheld", "?notReported", "?notReported", "1"]),
      ("a = 1 AND b = 2", ["?withheld", "0", "?notReported", "1"]),
      ("count_true(a = 1, b = 2)", ["?withheld", "?notReported", "?notReported", "2"]),
      ("rate(a, b)", ["?withheld", "?notReported", "?notReported", "50.00"]),
      ("rate(a, b - b)", ["?withheld", "?notReported", "?notReported", "?notApplicable"]),
      ("coalesce(a, b)", ["1", "1", "?withheld", "1"]), ("a", ["1", "?notReported", "?notReported", "1"]),
      ("CASE WHEN b = 2 THEN 5 ELSE a END", ["1", "?notReported", "?notReported", "5"]),
      (
        "a + 9223372036854775806",
        ["9223372036854775807", "?notReported", "?notReported", "9223372036854775807"]
      ),
      ("a * 9223372036854775807 + b", ["?withheld", "?notReported", "?notReported", "?invalid"]),
    ] {
      let column = try Expression.parse(text).typed(in: schema, referenceDate: nil).evaluate(rows).column
      #expect(column.shown == expected, "\(text)")
    }
  }
  @Test func `no rows give no cells`() throws {
    let none = Households.rows.keeping(Bitmap(count: 3))
    for text in [
      "members + 1", "1 + 1", "name", "lower(name)", "'x'", "urban AND TRUE", "1 = 1", "year(born)",
      "'a' LIKE 'b'",
    ] {
      #expect(try typed(text).evaluate(none).column.count == 0, "\(text)")
    }
  }
  @Test func `equal cells are equal columns`() throws {
    #expect(
      try typed("coalesce(members, 7)").evaluate(Households.rows).column == column(.int, ["4", "7", "0"]))
    #expect(try typed("members + 0").evaluate(Households.rows).column == column(.int, ["4", nil, "0"]))
    #expect(try typed("NOT urban").evaluate(Households.rows).column == column(.bool, ["0", "1", nil]))
    #expect(
      try typed("lower(commune)").evaluate(Households.rows).column == column(.text, ["00001", "00002", nil]))
  }
}
