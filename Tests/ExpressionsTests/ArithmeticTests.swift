import Expressions
import Tables
import Testing

/// Exact numbers up to their limits, and what does not fit.
@Suite struct ArithmeticTests {
  @Test(arguments: [
    ("9223372036854775807 + 0", "9223372036854775807"), ("9223372036854775807 + 1", "?invalid!"),
    ("-9223372036854775808 - 1", "?invalid!"), ("-9223372036854775807 - 1", "-9223372036854775808"),
    ("-(-9223372036854775808)", "?invalid!"), ("abs(-9223372036854775808)", "?invalid!"),
    ("abs(-9223372036854775807)", "9223372036854775807"), ("3037000500 * 3037000500", "?invalid!"),
    ("3037000499 * 3037000499", "9223372030926249001"), ("9223372036854775807 * -1", "-9223372036854775807"),
    ("9223372036854775807 + 0.1", "?invalid!"), ("922337203685477580 + 0.7", "922337203685477580.7"),
    ("922337203685477580.7 + 0.1", "?invalid!"), ("9223372036854775807 - 1.0", "?invalid!"),
    ("0.000000000000000001 * 9", "0.000000000000000009"),
    ("9.223372036854775807 + 0", "9.223372036854775807"),
    ("9223372036854775807 > 0.000000000000000001", "1"), ("-9223372036854775808 < 9.223372036854775807", "1"),
    ("0.1 = 0.100000000000000000", "1"), ("1 <> 1.00", "0"),
    ("coalesce(9223372036854775807, 0.5)", "?invalid!"),
    ("CASE WHEN TRUE THEN 1 ELSE 9223372036854775807 + 1 END", "1"),
    ("CASE WHEN FALSE THEN 1 ELSE 9223372036854775807 + 1 END", "?invalid!"),
    ("CASE WHEN 9223372036854775807 + 1 > 0 THEN 1 ELSE 2 END", "?invalid!"),
    ("CASE WHEN TRUE THEN 1 WHEN 9223372036854775807 + 1 > 0 THEN 3 ELSE 2 END", "1"),
    ("coalesce(1, 9223372036854775807 + 1)", "1"), ("coalesce(9223372036854775807 + 1, 1)", "?invalid!"),
    ("9223372036854775807 + 1 IS NULL", "?invalid!"), ("FALSE AND 9223372036854775807 + 1 > 0", "?invalid!"),
    ("count_true(9223372036854775807 + 1 > 0)", "?invalid!"), ("NULL + 1", "?"),
    ("NULL * 9223372036854775807", "?"),
    ("min(9223372036854775807 + 1, 0)", "?invalid!"), ("9223372036854775807 + 1 IN (1, 2)", "?invalid!"),
  ]) func `what does not fit is missing and marked, whatever is made of it`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try value(text) == expected)
  }
  @Test(arguments: [
    ("rate(1, 3)", "33.33"), ("rate(2, 3)", "66.67"), ("rate(1, 0)", "?notApplicable"),
    ("rate(0, 5)", "0.00"),
    ("rate(NULL, 5)", "?"), ("rate(5, NULL)", "?"), ("rate(-1, 3)", "-33.33"), ("rate(1, -800)", "-0.13"),
    ("rate(1, 800)", "0.13"), ("rate(0.5, 0.25)", "200.00"), ("rate(1, 0.5)", "200.00"),
    ("ratio(1, 8, 2)", "0.13"), ("ratio(-1, 8, 2)", "-0.13"), ("ratio(1, 8, 3)", "0.125"),
    ("ratio(5, 2, 0)", "3"),
    ("ratio(-5, 2, 0)", "-3"), ("ratio(7, 2.0, 1)", "3.5"), ("ratio(0.1, 0.3, 18)", "0.333333333333333333"),
    ("ratio(9223372036854775807, 1, 0)", "9223372036854775807"),
    ("ratio(9223372036854775807, 1, 1)", "?invalid!"),
    ("ratio(9223372036854775807, 9223372036854775807, 18)", "1.000000000000000000"),
    ("ratio(9223372036854775807, 0.000000000000000001, 18)", "?invalid!"),
    ("ratio(0.000000000000000001, 9223372036854775807, 0)", "0"),
    ("ratio(-9223372036854775808, -1, 0)", "?invalid!"),
    ("ratio(0.000000000000000005, 0.000000000000000001, 0)", "5"),
    ("rate(9223372036854775807, 1)", "?invalid!"),
    ("ratio(1, 9223372036854775807 + 1, 0)", "?invalid!"),
  ]) func `quotients round half away from zero`(_ text: String, _ expected: String) throws {
    #expect(try value(text) == expected)
  }
  @Test func `only the rows that do not fit are marked`() throws {
    let schema = Schema([Field("a", .int, .count)])
    let rows = Batch([column(.int, ["1", nil, "9223372036854775807", "0"])], count: 4)
    let result = try Expression.parse("a * 2").typed(in: schema, referenceDate: nil).evaluate(rows)
    #expect(result.column.shown == ["2", "?", "?invalid", "0"])
    #expect(result.overflow?.rows == [2])
    let fine = try Expression.parse("a - 1").typed(in: schema, referenceDate: nil).evaluate(rows)
    #expect(fine.overflow == nil)
    let chosen = try Expression.parse("CASE WHEN a < 10 THEN a * a * a * 1000 ELSE 0 END")
      .typed(in: schema, referenceDate: nil).evaluate(rows)
    #expect(chosen.column.shown == ["1000", "0", "0", "0"] && chosen.overflow == nil)
  }
}
