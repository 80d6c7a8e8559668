import StageTestKit
import Testing

/// What the README of Prepare says of `rows.rollup`, over files whose rows are cut, shuffled and rolled up twice.
@Suite struct RollUpPromiseTests {
  private static let head = "h,p,n,x,b,t,d"
  private static let columns =
    "h: {}, p: {}, n: { type: int, role: amount }, x: { type: decimal, scale: 2, role: amount }, b: { type: bool }, t: {}, d: { type: date }"
  private static let ways = """
    rows: { count: "*" }, big: { count: n > 5 }, sum: { sum: n }, low: { min: x }, high: { max: x }, some: { any: b }, every: { all: b }, first_day: { min: d }, last_day: { max: d }, t: { first: t }
    """
  private static func rows(_ seed: Int, _ count: Int, gaps: Bool = true) -> [[String]] {
    var dice = Dice(seed)
    let missing = gaps ? ["", "-", ".."] : []
    return (0..<count).map { _ in
      [
        dice.one((0..<9).map { "H\($0)" } + (gaps ? [""] : [])), dice.one(["A", "B"]),
        dice.one(["0", "7", "-3", "900", "5", "6"] + missing.filter { _ in dice.below(5) == 0 }),
        dice.one(["0.05", "-1.50", "12.00"] + missing.filter { _ in dice.below(5) == 0 }),
        dice.one(["0", "1", "1"] + missing.filter { _ in dice.below(4) == 0 }),
        dice.one(["x", "x", "x", "y"]), dice.one(["2024-02-29", "1950-01-01", "2030-12-31"]),
      ]
    }
  }
  private func roll(
    _ files: [[[String]]], by: String = "h", _ ways: String = ways, workers: Int = 2, batch: Int = 1024
  ) async throws -> RowRun {
    let names = files.indices.map { "f\($0).csv" }
    let texts = zip(names, files).map { ($0, RowRun.csv(Self.head, $1)) }
    return try await RowRun(
      RowRun.read("in", Self.columns, files: "[\(names.joined(separator: ", "))]", rows: batch)
        + "  - { id: out, use: rows.rollup, with: { by: [\(by)], columns: { \(ways) } } }",
      Dictionary(uniqueKeysWithValues: texts), workers: workers)
  }

  @Test(arguments: 0..<4) func `any order, files, batches and workers give the same rows`(_ seed: Int)
    async throws
  {
    var dice = Dice(seed + 100)
    let rows = Self.rows(seed, 160)
    let whole = try await roll([rows])
    #expect(whole.rows.count == 9 && whole.counts["rollup.no-key"] == 1)
    #expect(whole.column("h") == whole.column("h").sorted())
    let cut = dice.below(rows.count)
    for (files, workers, batch) in [
      ([rows], 1, 1), ([rows], 7, 3), ([rows.shuffled(using: &dice)], 2, 1024),
      ([Array(rows[..<cut]), Array(rows[cut...])], 3, 10),
      ([Array(rows[cut...]), Array(rows[..<cut])], 1, 64),
    ] {
      let found = try await roll(files, workers: workers, batch: batch)
      #expect(found.lines == whole.lines)
      #expect(found.counts == whole.counts)
    }
  }
  @Test(arguments: 0..<4) func `rolled up in two steps it is the same as in one`(_ seed: Int) async throws {
    let file = RowRun.csv(Self.head, Self.rows(seed, 200))
    let again =
      "sum: { sum: sum }, rows: { sum: rows }, low: { min: low }, high: { max: high }, some: { any: some }, every: { all: every }"
    let parts = again.replacing("sum: sum }, rows", with: "sum: n }, rows").replacing(
      "{ sum: rows }", with: "{ count: \"*\" }"
    ).replacing("min: low", with: "min: x").replacing("max: high", with: "max: x")
      .replacing("any: some", with: "any: b").replacing("all: every", with: "all: b")
    let read = RowRun.read("in", Self.columns)
    let once = try await RowRun(
      read + "  - { id: out, use: rows.rollup, with: { by: [h], columns: { \(parts) } } }", ["in.csv": file])
    let twice = try await RowRun(
      read + "  - { id: mid, use: rows.rollup, with: { by: [h, p], columns: { \(parts) } } }\n"
        + "  - { id: out, use: rows.rollup, with: { by: [h], columns: { \(again) } } }", ["in.csv": file])
    #expect(once.rows.count == 9)
    // Why a cell is missing is that of the first gap, which may differ; that it is missing may not.
    func shown(_ run: RowRun) -> [String] {
      run.lines.map { $0.replacing("(notReported)", with: "(blank)") }
    }
    #expect(shown(twice) == shown(once))
  }
  @Test(
    arguments: [
      // The cells of one household, and what becomes of them: sum, least, largest, any, all.
      (["1", "0"], "1;0;1;1;0"), (["1", "1"], "2;1;1;1;1"), (["0", "0"], "0;0;0;0;0"),
      (["1", ""], "(blank);(blank);(blank);1;(blank)"), (["0", ""], "(blank);(blank);(blank);(blank);0"),
      (["", ""], "(blank);(blank);(blank);(blank);(blank)"), (["1", "-"], "1;1;1;1;1"),
      (["0", "-", "-"], "0;0;0;0;0"),
      (["-", "-"], "(notApplicable);(notApplicable);(notApplicable);(notApplicable);(notApplicable)"),
      (["-", ""], "(blank);(blank);(blank);(blank);(blank)"),
      (["..", "1"], "(notReported);(notReported);(notReported);1;(notReported)"),
      (["..", "0", "1"], "(notReported);(notReported);(notReported);1;0"),
    ] as [([String], String)]) func `a missing cell makes missing what depends on it, and nothing else`(
      _ cells: [String], _ expected: String
    ) async throws
  {
    let ways = "a: { sum: n }, b: { min: n }, c: { max: n }, e: { any: b }, f: { all: b }"
    let rows = cells.map { ["H1", "A", $0, "1", $0, "x", "2024-01-01"] }
    for batch in [1, 10] {
      let found = try await roll([rows], ways, batch: batch)
      #expect(found.lines == ["H1;\(expected)"])
      #expect(found.findings.isEmpty)
    }
    let counted = try await roll([rows], "n: { count: \"*\" }, z: { sum: \"coalesce(n, 0)\" }")
    #expect(counted.lines == ["H1;\(cells.count);\(cells.count { $0 == "1" })"])
  }
  @Test(
    arguments: [
      (["9223372036854775807", "1"], "(invalid)", 1),
      (["9223372036854775807", "1", "-1"], "9223372036854775807", 0),
      (["-9223372036854775807", "-1"], "-9223372036854775808", 0),
      (["-9223372036854775807", "-2"], "(invalid)", 1),
      (
        ["9223372036854775807", "9223372036854775807", "-9223372036854775807", "-9223372036854775807", "4"],
        "4", 0
      ),
    ] as [([String], String, Int)]) func `sums are exact, and told where they do not fit`(
      _ cells: [String], _ sum: String, _ told: Int
    ) async throws
  {
    let rows = cells.map { ["H1", "A", $0, "1", "1", "x", "2024-01-01"] }
    for files in [[rows], rows.map { [$0] }, [rows.reversed()]] {
      let found = try await roll(files, "s: { sum: n }")
      #expect(found.lines == ["H1;\(sum)"])
      #expect(found.counts["rollup.overflow"] ?? 0 == told)
    }
  }
  @Test func `what is not common is missing and told, at the first row of the group`() async throws {
    let rows = [
      ["H2", "x"], ["H1", "x"], ["H1", "y"], ["H3", ""], ["H3", ""], ["H2", "x"], ["H4", "x"], ["H4", ""],
    ]
    .map { [$0[0], "A", "1", "1", "1", $0[1], "2024-01-01"] }
    let found = try await roll([rows], "t: { first: t }")
    #expect(found.lines == ["H1;(invalid)", "H2;x", "H3;(blank)", "H4;(invalid)"])
    #expect(found.findings == ["f0.csv:3 rollup.differs t", "f0.csv:8 rollup.differs t"])
  }
  @Test(arguments: [1, 2, 3, 5]) func `every row with a key is in one group`(_ seed: Int) async throws {
    let rows = Self.rows(seed, 150)
    for by in ["h", "p", "h, p", "p, h", "h, p, t", "d"] {
      let found = try await roll([rows], by: by, "rows: { count: \"*\" }")
      let places = by.split(separator: ", ").map { ["h": 0, "p": 1, "t": 5, "d": 6][String($0)] ?? 0 }
      let whole = rows.filter { row in places.allSatisfy { !["", "-", ".."].contains(row[$0]) } }
      let keys = Set(whole.map { row in places.map { row[$0] } })
      #expect(found.rows.count == keys.count)
      #expect(found.column("rows").compactMap { Int($0) }.reduce(0, +) == whole.count)
    }
  }
}
