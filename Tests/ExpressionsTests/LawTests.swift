import Expressions
import StageTestKit
import Tables
import Testing

/// Pairs of expressions that mean the same, on random rows with missing cells and numbers near the limits.
@Suite struct LawTests {
  static let schema = Schema([
    Field("a", .int, .amount), Field("b", .int, .amount), Field("c", .int, .amount),
    Field("x", .decimal(scale: 2), .amount), Field("y", .decimal(scale: 5), .amount),
    Field("p", .bool, .flag), Field("q", .bool, .flag), Field("s", .text, .label), Field("t", .text, .label),
    Field("d", .date, .label), Field("e", .date, .label),
  ])

  /// So many rows; `isWide` takes numbers that do not fit when they are added or multiplied.
  static func rows(_ count: Int, _ seed: UInt64, isWide: Bool = false) -> Batch {
    var random = SeededRandom(seed)
    let words = ["", "a", "A", "ấ", "a\u{302}\u{301}", "xã", "Xã Hai", "12", "%", "_"]
    func number() -> Int64 {
      isWide && random.next(below: 3) == 0
        ? [Int64.max, .min, .max - 1, .min + 1, 1 << 40, 1 << 32][random.next(below: 6)]
        : Int64(random.next(below: 21) - 10)
    }
    let columns = schema.fields.map { field in
      var builder = ColumnBuilder(field.type)
      for _ in 0..<count {
        if random.next(below: 6) == 0 {
          builder.append(missing: .blank)
        } else if field.type == .text {
          builder.append(text: random.one(words).utf8)
        } else if field.type == .bool {
          _ = builder.append(bool: random.next(below: 2) == 0)
        } else if field.type == .date {
          builder.append(units: Int64(random.next(below: 40_000) - 20_000))
        } else {
          builder.append(units: number())
        }
      }
      return builder.column
    }
    return Batch(columns, count: count)
  }
  static func result(_ text: String, _ rows: Batch) throws -> Evaluated {
    try Expression.parse(text).typed(in: schema, referenceDate: Households.day).evaluate(rows)
  }

  @Test(arguments: [
    ("a + b", "b + a"), ("a * b", "b * a"), ("a - b", "a + -b"), ("a - b", "-(b - a)"), ("-(-a)", "a"),
    ("(a + b) + c", "a + (b + c)"), ("(a * b) * c", "a * (b * c)"), ("a * (b + c)", "a * b + a * c"),
    ("a + 0", "a"), ("a * 1", "a"), ("a - a", "a * 0"), ("x + y", "y + x"), ("x * y", "y * x"),
    ("x - y", "-(y - x)"), ("abs(a)", "max(a, -a)"), ("abs(x)", "abs(-x)"), ("min(a, b)", "-max(-a, -b)"),
    ("min(a, b) + max(a, b)", "a + b"), ("max(a, b, c)", "max(max(a, b), c)"),
    ("min(x, y)", "CASE WHEN x IS NULL OR y IS NULL THEN NULL WHEN x <= y THEN x ELSE y END"),
    ("mod(a, b)", "mod(a, -b)"), ("mod(-a, b)", "-mod(a, b)"), ("rate(a, b)", "ratio(a * 100, b, 2)"),
    ("ratio(a, b, 3)", "ratio(-a, -b, 3)"), ("-ratio(a, b, 2)", "ratio(-a, b, 2)"),
    ("ratio(a, b, 0) * 1", "ratio(a * 7, b * 7, 0)"), ("count_true(p, q)", "count_true(q, p)"),
  ]) func `numbers that are the same`(_ one: String, _ other: String) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let rows = Self.rows(150, seed)
      let (left, right) = (try Self.result(one, rows), try Self.result(other, rows))
      #expect(left.overflow == nil && right.overflow == nil)
      #expect(left.column.shown == right.column.shown, "\(one) | \(other)")
    }
  }
  @Test(arguments: [
    ("a = b", "b = a"), ("a <> b", "NOT a = b"), ("a < b", "b > a"), ("a <= b", "NOT a > b"),
    ("a >= b", "a > b OR a = b"), ("x < y", "NOT x >= y"), ("x = y", "x <= y AND x >= y"), ("a < x", "x > a"),
    ("s = t", "t = s"), ("s <= t", "s < t OR s = t"), ("s < t", "NOT s >= t"), ("d < e", "e > d"),
    ("d = e", "NOT d <> e"), ("a BETWEEN b AND c", "a >= b AND a <= c"),
    ("a NOT BETWEEN b AND c", "a < b OR a > c"), ("x BETWEEN a AND y", "x >= a AND x <= y"),
    ("s BETWEEN 'a' AND t", "s >= 'a' AND s <= t"), ("a IN (b, c)", "a = b OR a = c"),
    ("a IN (1, 2, 3)", "a = 1 OR a = 2 OR a = 3"), ("a NOT IN (b, c)", "a <> b AND a <> c"),
    ("a IN (1, NULL)", "a = 1 OR a = NULL"), ("a NOT IN (1, NULL)", "a <> 1 AND a <> NULL"),
    ("s IN ('a', 'ấ', t)", "s = 'a' OR s = 'ấ' OR s = t"), ("x IN (1, 2.50)", "x = 1 OR x = 2.5"),
    ("d IN (date '1970-01-01', e)", "d = date '1970-01-01' OR d = e"),
  ]) func `comparisons that are the same`(_ one: String, _ other: String) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      for isWide in [false, true] {
        let rows = Self.rows(150, seed, isWide: isWide)
        let (left, right) = (try Self.result(one, rows), try Self.result(other, rows))
        #expect(left.overflow == nil && right.overflow == nil)
        #expect(left.column.shown == right.column.shown, "\(one) | \(other)")
      }
    }
  }
  @Test(arguments: [
    ("NOT (p AND q)", "NOT p OR NOT q"), ("NOT (p OR q)", "NOT p AND NOT q"), ("p AND q", "q AND p"),
    ("p OR q", "q OR p"), ("NOT NOT p", "p"), ("p AND (q OR a > 0)", "p AND q OR p AND a > 0"),
    ("p OR q AND a > 0", "(p OR q) AND (p OR a > 0)"), ("p AND p", "p"), ("p OR p", "p"),
    ("p AND TRUE", "p"), ("p OR FALSE", "p"), ("p AND FALSE", "FALSE"), ("p OR TRUE", "TRUE"),
    ("p = q", "p AND q OR NOT p AND NOT q"), ("p <> q", "NOT p = q"), ("p = TRUE", "p"),
    ("p = FALSE", "NOT p"),
    ("p IS NOT NULL", "NOT p IS NULL"), ("(p AND q) IS NULL", "(q AND p) IS NULL"),
    ("CASE WHEN p THEN q ELSE q END", "q"), ("CASE WHEN p THEN TRUE WHEN NOT p THEN FALSE END", "p"),
    ("count_true(p, q) = 2", "CASE WHEN p IS NULL OR q IS NULL THEN NULL ELSE p AND q END"),
    ("CASE WHEN p THEN 1 ELSE 0 END = 1", "coalesce(p, FALSE)"),
  ]) func `answers that are the same, also where they are missing`(_ one: String, _ other: String) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let rows = Self.rows(150, seed)
      #expect(
        try Self.result(one, rows).column.shown == Self.result(other, rows).column.shown, "\(one) | \(other)")
    }
  }
  @Test(arguments: [
    ("coalesce(a, b)", "CASE WHEN a IS NOT NULL THEN a ELSE b END"),
    ("coalesce(a, b, c)", "coalesce(a, coalesce(b, c))"), ("coalesce(a, a)", "a"),
    ("coalesce(s, t)", "CASE WHEN s IS NULL THEN t ELSE s END"), ("coalesce(NULL, s)", "s"),
    ("coalesce(d, e)", "CASE WHEN d IS NOT NULL THEN d WHEN TRUE THEN e END"),
    ("CASE WHEN p THEN a ELSE b END", "CASE WHEN p THEN a WHEN p IS NULL OR NOT p THEN b END"),
    (
      "CASE WHEN a > b THEN a ELSE b END",
      "CASE WHEN NOT a > b THEN b WHEN a IS NULL OR b IS NULL THEN b ELSE a END"
    ),
    ("CASE WHEN p THEN s END", "CASE WHEN p THEN s ELSE NULL END"), ("lower(lower(s))", "lower(s)"),
    ("trim(trim(s))", "trim(s)"), ("name_key(name_key(s))", "name_key(s)"),
    ("name_key(lower(s))", "name_key(s)"), ("s LIKE '%'", "s = s"), ("s LIKE 'xã'", "s = 'xã'"),
    ("s LIKE '_'", "length(s) = 1"), ("s LIKE '_%'", "length(s) >= 1"),
    ("s NOT LIKE 'x%'", "NOT s LIKE 'x%'"),
    ("s LIKE '%%'", "s LIKE '%'"), ("length(s) = 0", "s = ''"),
  ]) func `choices and texts that are the same`(_ one: String, _ other: String) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let rows = Self.rows(150, seed)
      #expect(
        try Self.result(one, rows).column.shown == Self.result(other, rows).column.shown, "\(one) | \(other)")
    }
  }
  @Test(arguments: [
    "a = b", "a < b", "x = y", "s = t", "s < t", "d = e", "p = q", "a IN (b, 1)", "s LIKE 'a%'",
  ])
  func `a comparison with what is missing is missing, and only that`(_ text: String) throws {
    let rows = Self.rows(200, 9)
    let columns = try Expression.parse(text).typed(in: Self.schema, referenceDate: nil).columns
    let found = try Self.result(text, rows).column
    for row in 0..<200 {
      let areThere = columns.allSatisfy { name in
        Self.schema.index(of: name).map { !rows.columns[$0].isMissing(row) } ?? false
      }
      // `IN` finds what is there beside one that is missing.
      if areThere || !text.contains("IN") { #expect(found.isMissing(row) == !areThere, "\(text) row \(row)") }
    }
  }
}
