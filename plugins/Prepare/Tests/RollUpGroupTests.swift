import Diagnostics
import StageTestKit
import Testing

/// What holds of `rows.rollup` whatever the rows: their order, rolling up in two steps, the order of keys, missing cells.
@Suite struct RollUpGroupTests {
  private static let columns = "k: text, l: int, n: int amount, x: decimal amount, p: bool, d: date, t: text"
  private static func rows(_ count: Int, _ seed: UInt64) -> [[String]] {
    var random = SeededRandom(seed)
    return (0..<count).map { _ in
      [
        random.one(["a", "b", "ấ", "c", ""]), random.one(["1", "2", "-3"]),
        random.one(["5", "-7", "?", "100"]),
        random.one(["0.01", "-2.5", "?"]), random.one(["1", "0", "?"]),
        random.one(["2024-02-29", "1950-01-01", "?"]), random.one(["u", "u", "v"]),
      ]
    }
  }
  private static let made =
    "c: { count: '*' }, f: { count: p }, s: { sum: n }, x: { sum: x }, lo: { min: n }, hi: { max: x }, first: { min: d }, last: { max: d }, some: { any: p }, every: { all: p }"

  @Test func `the order of the rows changes no cell`() async throws {
    let rows = Self.rows(120, 1)
    var random = SeededRandom(11)
    let whole = try await outcome(
      give("in", Self.columns, rows) + step("rows.rollup", "by: [k], columns: { \(Self.made) }"))
    #expect(whole.rows.count == 4)
    for _ in 0..<4 {
      let found = try await outcome(
        give("in", Self.columns, rows.shuffled(using: &random))
          + step("rows.rollup", "by: [k], columns: { \(Self.made) }"), workers: 3, batchRows: 17)
      #expect(found.rows == whole.rows)
      #expect(found.findings.map { $0.split(separator: " ").dropFirst() } == [["rollup.no-key", "k"]])
    }
  }
  /// Of members households, of households communes: the sum of sums is the sum, and so on.
  @Test func `rolling up twice is rolling up once`() async throws {
    let input = give("in", Self.columns, Self.rows(150, 2))
    let once = try await outcome(
      input
        + step(
          "rows.rollup",
          "by: [k], columns: { c: { count: '*' }, s: { sum: n }, x: { sum: x }, lo: { min: n }, hi: { max: x }, first: { min: d }, some: { any: p }, every: { all: p } }"
        ))
    let twice = try await outcome(
      input + "  - { id: half, use: rows.rollup, with: { by: [k, l], columns: { \(Self.made) } } }\n"
        + step(
          "rows.rollup",
          "by: [k], columns: { c: { sum: c }, s: { sum: s }, x: { sum: x }, lo: { min: lo }, hi: { max: hi }, first: { min: first }, some: { any: some }, every: { all: every } }",
          from: "half"))
    #expect(twice.rows == once.rows && once.rows.count == 4)
  }
  @Test(
    arguments: [
      ("int", ["10", "-3", "9", "0", "-20"], ["-20", "-3", "0", "9", "10"]),
      ("decimal", ["0.1", "-0.25", "10", "9.99"], ["-0.25", "0.10", "9.99", "10.00"]),
      ("date", ["2024-01-01", "1949-12-31", "2024-10-01"], ["1949-12-31", "2024-01-01", "2024-10-01"]),
      ("bool", ["1", "0", "1"], ["không", "có"]),
      ("text", ["b", "a", "ab", "a b", "10", "9", "ấ"], ["10", "9", "a", "a b", "ab", "b", "ấ"]),
      (
        "int", ["9223372036854775807", "-9223372036854775808"],
        ["-9223372036854775808", "9223372036854775807"]
      ),
    ] as [(String, [String], [String])])
  func `groups stand in the order of their keys`(_ type: String, _ keys: [String], _ order: [String])
    async throws
  {
    let found = try await outcome(
      give("in", "k: \(type)", (keys + keys).map { [$0] })
        + step("rows.rollup", "by: [k], columns: { c: { count: '*' } }"))
    #expect(found.column(0) == order)
    #expect(found.column(1).compactMap { Int($0) }.reduce(0, +) == keys.count * 2)
  }
  @Test func `a key of several columns sorts by the first, then by the second`() async throws {
    let rows = [["b", "1"], ["a", "10"], ["a", "9"], ["b", "-1"], ["", "1"], ["a", ""]]
    for (by, order) in [
      ("[k, l]", ["a 9", "a 10", "b -1", "b 1"]), ("[l, k]", ["-1 b", "1 b", "9 a", "10 a"]),
    ] {
      let found = try await outcome(
        give("in", "k: text, l: int", rows) + step("rows.rollup", "by: \(by), columns: { c: { count: '*' } }")
      )
      #expect(found.cells.map { "\($0[0]) \($0[1])" } == order)
      #expect(found.findings.count == 1 && found.findings[0].hasPrefix("a.csv:6 rollup.no-key"))
      #expect(found.phrases[0].en.contains(": 2;") && found.phrases[0].vi.contains("2"))
    }
  }

  // MARK: Every group of up to three cells

  /// All lists of up to three of some cells.
  static func lists(_ cells: [String]) -> [[String]] {
    let one = cells.map { [$0] }
    let two = one.flatMap { list in cells.map { list + [$0] } }
    return one + two + two.flatMap { list in cells.map { list + [$0] } }
  }
  /// What the sheet of the stage says: a missing cell makes it missing, one that does not apply is left out.
  private static func said<T>(_ cells: [String], _ say: ([String]) -> T, decided: ([String]) -> T?) -> String
  where T: CustomStringConvertible {
    let there = cells.filter { $0 != "?" && $0 != "" }
    if let sure = decided(there) { return sure.description }
    if cells.contains("") { return "(blank)" }
    return there.isEmpty ? "(notApplicable)" : say(there).description
  }
  @Test func `yes and no of every small group are those of three-valued logic`() async throws {
    let lists = Self.lists(["1", "0", "", "?"])
    let rows = lists.enumerated().flatMap { number, list in list.map { ["\(number)", $0] } }
    let found = try await outcome(
      give("in", "k: int, p: bool", rows)
        + step("rows.rollup", "by: [k], columns: { some: { any: p }, every: { all: p }, f: { count: p } }"),
      workers: 2, batchRows: 5)
    let wanted = lists.enumerated().map { number, list in
      let any = Self.said(list, { _ in "không" }, decided: { $0.contains("1") ? "có" : nil })
      let all = Self.said(list, { _ in "có" }, decided: { $0.contains("0") ? "không" : nil })
      let count = Self.said(list, { $0.count { $0 == "1" } }, decided: { _ in nil })
      return "\(number) | \(any) | \(all) | \(count)"
    }
    #expect(found.rows == wanted && lists.count == 84)
  }
  @Test func `numbers of every small group are added up, or the least and greatest`() async throws {
    let lists = Self.lists(["5", "-3", "", "?"])
    let rows = lists.enumerated().flatMap { number, list in list.map { ["\(number)", $0] } }
    let found = try await outcome(
      give("in", "k: int, n: int amount", rows)
        + step(
          "rows.rollup",
          "by: [k], columns: { s: { sum: n }, lo: { min: n }, hi: { max: n }, z: { sum: \"coalesce(n, 0)\" } }"
        ))
    let wanted = lists.enumerated().map { number, list in
      func of(_ say: ([Int]) -> Int) -> String {
        Self.said(list, { say($0.compactMap { Int($0) }) }, decided: { _ in nil })
      }
      let all = list.compactMap { Int($0) }
      return
        "\(number) | \(of { $0.reduce(0, +) }) | \(of { $0.min() ?? 0 }) | \(of { $0.max() ?? 0 }) | \(all.reduce(0, +))"
    }
    #expect(found.rows == wanted)
  }
  @Test func `the first of every small group is there where all are the same`() async throws {
    let lists = Self.lists(["a", "b", "", "a\u{300}", "à"])
    let rows = lists.enumerated().flatMap { number, list in list.map { ["\(number)", $0] } }
    let found = try await outcome(
      give("in", "k: int, t: text", rows) + step("rows.rollup", "by: [k], columns: { t: { first: t } }"))
    let wanted = lists.map { list -> String in
      let all = Set(list.map { Array($0.utf8) })
      return all.count > 1 ? "(invalid)" : list[0].isEmpty ? "(blank)" : list[0]
    }
    #expect(found.rows.map { $0.split(separator: " | ", maxSplits: 1).last.map(String.init) } == wanted)
    let told = found.findings.filter { $0.contains("rollup.differs t") }
    #expect(told.count == wanted.count { $0 == "(invalid)" })
    #expect(found.phrases.allSatisfy { $0.vi != $0.en && $0.vi.contains("'t'") && $0.en.contains("'t'") })
  }
}
