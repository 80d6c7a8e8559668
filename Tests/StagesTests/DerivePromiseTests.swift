import StageTestKit
import Testing

/// What the README of Prepare says of `rows.derive` and `rows.filter`: three values, exact numbers, nothing lost.
@Suite struct DerivePromiseTests {
  private static let columns =
    "p: { type: bool }, q: { type: bool }, n: { type: int, role: amount }, m: { type: int, role: amount }, x: { type: decimal, scale: 3, role: amount }, t: {}"
  private static let head = "p,q,n,m,x,t"
  private func derive(_ expressions: [String], _ rows: [[String]], _ more: String = "") async throws -> RowRun
  {
    let made = expressions.enumerated().map { "e\($0): \($1)" }.joined(separator: ", ")
    let keep = expressions.indices.map { "e\($0)" }.joined(separator: ", ")
    return try await RowRun(
      RowRun.read("in", Self.columns)
        + "  - { id: out, use: rows.derive, with: { columns: { \(made) }, keep: [\(keep)]\(more) } }",
      ["in.csv": RowRun.csv(Self.head, rows)])
  }

  @Test func `AND, OR and NOT are those of three values`() async throws {
    let words = ["1", "0", ""]
    let rows = words.flatMap { p in words.map { [p, $0, "1", "1", "1", "x"] } }
    let found = try await derive(["p AND q", "p OR q", "NOT p", "NOT (p AND q)", "NOT p OR NOT q"], rows)
    func shown(_ value: Bool?) -> String { value.map { $0 ? "1" : "0" } ?? "(blank)" }
    for (row, cells) in rows.enumerated() {
      let (p, q) = (cells[0].isEmpty ? nil : cells[0] == "1", cells[1].isEmpty ? nil : cells[1] == "1")
      let and = p == false || q == false ? false : p == nil || q == nil ? nil : true
      let or = p == true || q == true ? true : p == nil || q == nil ? nil : false
      #expect(found.rows[row] == [and, or, p.map { !$0 }, and.map { !$0 }, and.map { !$0 }].map(shown))
    }
  }
  @Test(
    arguments: [
      // Expressions of a row whose n is missing, m is 3, x is 2.500, t is 'a', p is missing and q is true.
      ("n + m", "(blank)"), ("n * 0", "(blank)"), ("n = n", "(blank)"), ("n <> 5", "(blank)"),
      ("n IS NULL", "1"), ("n IS NOT NULL", "0"), ("m IS NULL", "0"), ("coalesce(n, m)", "3"),
      ("coalesce(n, 0) + m", "3"), ("n IN (1, 2)", "(blank)"), ("m IN (1, n)", "(blank)"),
      ("m IN (3, n)", "1"),
      ("m BETWEEN n AND 2", "0"), ("m BETWEEN n AND 5", "(blank)"), ("m BETWEEN 1 AND 3", "1"),
      ("CASE WHEN n > 0 THEN 1 ELSE 2 END", "2"), ("CASE WHEN n > 0 THEN 1 END", "(blank)"),
      ("CASE WHEN n IS NULL THEN 7 ELSE n END", "7"), ("count_true(q, m = 3)", "2"),
      ("count_true(p, q)", "(blank)"),
      ("min(n, m)", "(blank)"), ("max(m, 9)", "9"), ("abs(0 - m)", "3"), ("mod(m, 0)", "(notApplicable)"),
      ("mod(7, m)", "1"),
      ("mod(0 - 7, m)", "-1"), ("ratio(m, 0, 2)", "(notApplicable)"), ("ratio(n, m, 2)", "(blank)"),
      ("ratio(m, 2, 0)", "2"),
      ("ratio(0 - m, 2, 0)", "-2"), ("ratio(1, m, 4)", "0.3333"), ("ratio(2, m, 4)", "0.6667"),
      ("rate(1, m)", "33.33"),
      ("rate(2, m)", "66.67"), ("rate(m, 0)", "(notApplicable)"), ("x * 2", "5.000"), ("x + m", "5.500"),
      ("x = 2.5", "1"),
      ("m = 3.000", "1"), ("t = 'a'", "1"), ("t = 'A'", "0"), ("lower('ĐÂY')", "đây"), ("length(t)", "1"),
      ("t LIKE 'a%'", "1"),
    ] as [(String, String)]) func `an expression is SQL's`(_ text: String, _ expected: String) async throws
  {
    let quoted = "\"\(text)\""
    #expect(try await derive([quoted], [["", "1", "", "3", "2.500", "a"]]).lines == [expected], "\(text)")
  }
  @Test(arguments: 0..<6) func `places are rounded once, half away from zero`(_ seed: Int) async throws {
    var dice = Dice(seed)
    let units =
      [0, 1, 4, 5, 499, 500, 501, 999, 1499, 1500, 12345, 2_500].flatMap { [$0, -$0] }
      + (0..<40).map { _ in dice.below(2_000_000) - 1_000_000 }
    func plain(_ units: Int, _ scale: Int) -> String {
      guard scale > 0 else { return String(units) }
      let digits = String(abs(units))
      let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
      return (units < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
    }
    let rows = units.map { ["1", "1", "1", "1", plain($0, 3), "x"] }
    let made = (0...4).map { "{ expression: x, decimals: \($0) }" }
    let found = try await derive(made, rows)
    for (row, units) in units.enumerated() {
      for places in 0...4 {
        var power = 1
        for _ in 0..<max(0, 3 - places) { power *= 10 }
        let (whole, rest) = abs(units).quotientAndRemainder(dividingBy: power)
        let rounded = places > 3 ? abs(units) * 10 : whole + (rest * 2 >= power ? 1 : 0)
        #expect(found.rows[row][places] == plain(units < 0 ? -rounded : rounded, places))
      }
    }
  }
  @Test func `a number that does not fit leaves its cell missing, and is told`() async throws {
    let rows = ["9223372036854775807", "1", "", "-9223372036854775807"].map { ["1", "1", $0, "2", "1", "x"] }
    let found = try await derive(["n + m", "n - m", "n * m", "e0 + 1"], rows)
    #expect(
      found.lines == [
        "(invalid);9223372036854775805;(invalid);(invalid)", "3;-1;2;4", "(blank);(blank);(blank);(blank)",
        "-9223372036854775805;(invalid);(invalid);-9223372036854775804",
      ])
    #expect(
      found.findings == [
        "in.csv:2 derive.overflow e0", "in.csv:2 derive.overflow e2", "in.csv:5 derive.overflow e1",
        "in.csv:5 derive.overflow e2",
      ])
    #expect(found.balance == [4, 4, 0, 0])
  }

  // MARK: rows.filter

  private func filter(_ condition: String, _ rows: [[String]], batch: Int = 16) async throws -> RowRun {
    try await RowRun(
      RowRun.read("in", Self.columns, rows: batch)
        + "  - { id: out, use: rows.filter, with: { where: \"\(condition)\" } }",
      ["in.csv": RowRun.csv(Self.head, rows)])
  }
  @Test(arguments: ["p AND n > 2", "n > m OR q", "NOT p", "t = 'a' AND (x > 1 OR n IS NULL)", "n + m > 3"])
  func `true, false and missing part all rows among them`(_ condition: String) async throws {
    for seed in 0..<3 {
      var dice = Dice(seed)
      let rows = (0..<90).map { number in
        [
          dice.one(["1", "0", ""]), dice.one(["1", "0", "-"]), dice.one(["1", "3", "..", ""]),
          dice.one(["0", "2", "-"]),
          dice.one(["0.5", "2.000", ""]), number % 2 == 0 ? "a" : "số \(number)",
        ]
      }
      let parts = [condition, "NOT (\(condition))", "(\(condition)) IS NULL"]
      var lines: [String] = []
      for part in parts {
        let found = try await filter(part, rows, batch: [1, 16, 1024][seed])
        #expect(found.balance == [90, found.rows.count, 0, 90 - found.rows.count])
        #expect(found.findings.isEmpty)
        lines += found.lines
      }
      let all = try await filter("TRUE", rows)
      #expect(lines.sorted() == all.lines.sorted() && all.rows.count == 90)
    }
  }
  @Test func `a row whose condition cannot be computed is rejected, not dropped`() async throws {
    let rows = ["9223372036854775807", "1", "", "5"].map { ["1", "1", $0, "1", "1", "x"] }
    let found = try await filter("n + m > 3", rows)
    #expect(found.balance == [4, 1, 1, 2] && found.column("n") == ["5"])
    #expect(found.counts == ["filter.overflow": 1])
    #expect(found.output["office/rejected/in.csv"]?.contains("9223372036854775807") == true)
  }
  @Test(arguments: 0..<3) func `one filter after another is their AND`(_ seed: Int) async throws {
    var dice = Dice(seed)
    let rows = (0..<60).map { _ in
      [dice.one(["1", "0", ""]), "1", dice.one(["1", "3", ""]), dice.one(["0", "2", "-"]), "1", "a"]
    }
    let both = try await filter("p AND n > m", rows)
    let chain = try await RowRun(
      RowRun.read("in", Self.columns) + "  - { id: a, use: rows.filter, with: { where: n > m } }\n"
        + "  - { id: out, use: rows.filter, with: { where: p } }",
      ["in.csv": RowRun.csv(Self.head, rows)])
    #expect(chain.lines == both.lines && !both.rows.isEmpty)
  }
}
