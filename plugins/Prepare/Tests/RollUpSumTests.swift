import Diagnostics
import StageTestKit
import Tables
import Testing

/// Sums of numbers near the ends of what can be written, and every option of `rows.rollup` written wrongly.
@Suite struct RollUpSumTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func `sums are exact, or told and missing`(_ seed: UInt64)
    async throws
  {
    var random = SeededRandom(seed)
    let ends: [Int64] = [.max, .min, .max - 1, .min + 1, 0, 1, -1, .max / 2, .min / 2]
    let cells = (0..<60).map { _ in ends[random.next(below: ends.count)] }
    let rows = cells.enumerated().map { ["\($0 % 20)", "\($1)"] }
    let found = try await outcome(
      give("in", "k: int, n: int amount", rows)
        + step("rows.rollup", "by: [k], columns: { s: { sum: n }, lo: { min: n }, hi: { max: n } }"),
      workers: 3, batchRows: 7)
    var tooLarge: [Int] = []
    let wanted = (0..<20).map { key -> String in
      let own = stride(from: key, to: 60, by: 20).map { cells[$0] }
      let sum = own.reduce(Int128(0)) { $0 + Int128($1) }
      if Int64(exactly: sum) == nil { tooLarge.append(key) }
      let shown = Int64(exactly: sum).map(String.init) ?? "(invalid)"
      return "\(key) | \(shown) | \(own.min() ?? 0) | \(own.max() ?? 0)"
    }
    #expect(found.rows == wanted)
    #expect(found.findings == tooLarge.map { "a.csv:\($0 + 2) rollup.overflow s" })
    #expect(
      zip(found.phrases, tooLarge).allSatisfy { words, key in
        words.vi != words.en && words.vi.contains("'\(key)'") && words.en.contains("'\(key)'")
      })
  }
  @Test func `many numbers of two places add up as whole numbers of hundredths do`() async throws {
    var random = SeededRandom(4)
    let units = (0..<500).map { _ in random.next(below: 2_000_001) - 1_000_000 }
    let rows = units.map { [$0 < 0 ? "b" : "a", FixedPoint(units: Int128($0), scale: 2).plain] }
    let found = try await outcome(
      give("in", "k: text, x: decimal amount", rows)
        + step("rows.rollup", "by: [k], columns: { s: { sum: x } }"),
      workers: 4, batchRows: 33)
    let sums = ["a", "b"].map { key in
      FixedPoint(units: Int128(units.filter { ($0 < 0) == (key == "b") }.reduce(0, +)), scale: 2).plain
    }
    #expect(found.rows == ["a | \(sums[0])", "b | \(sums[1])"])
  }
  @Test func `one household of a thousand members, and a thousand of one`() async throws {
    let large = (0..<1000).map { ["h", "\($0)"] }
    let many = (0..<1000).map { ["h\(1000 + $0)", "\($0)"] }
    for (rows, groups) in [(large, 1), (many, 1000)] {
      let found = try await outcome(
        give("in", "k: text, n: int amount", rows)
          + step("rows.rollup", "by: [k], columns: { c: { count: '*' }, s: { sum: n } }"), workers: 4,
        batchRows: 97)
      #expect(found.rows.count == groups && found.findings.isEmpty)
      #expect(found.column(1).compactMap { Int($0) }.reduce(0, +) == 1000)
      #expect(found.column(2).compactMap { Int($0) }.reduce(0, +) == 499_500)
    }
  }
  @Test func `rows without a key are told once, with the first of them and their number`() async throws {
    let rows = [["a"], [""], ["?"], ["!"], ["b"]]
    let found = try await outcome(
      give("in", "k: text", rows) + step("rows.rollup", "by: [k], columns: { c: { count: '*' } }"))
    #expect(found.rows == ["a | 1", "b | 1"] && found.findings == ["a.csv:3 rollup.no-key k"])
    #expect(found.phrases[0].en.contains("3") && found.phrases[0].vi.contains("3"))
    #expect(found.phrases[0].vi != found.phrases[0].en)
  }
  @Test func `no rows are no groups, and one row is a group of its own`() async throws {
    let made = "by: [k], columns: { c: { count: '*' }, s: { sum: n }, f: { first: n }, a: { all: n > 0 } }"
    let none = try await outcome(give("in", "k: text, n: int amount", []) + step("rows.rollup", made))
    #expect(none.rows.isEmpty && none.failure == nil && none.findings.isEmpty)
    let one = try await outcome(
      give("in", "k: text, n: int amount", [["h", "7"]]) + step("rows.rollup", made))
    #expect(one.rows == ["h | 1 | 7 | 7 | có"])
    let lost = try await outcome(
      give("in", "k: text, n: int amount", [["", "7"]]) + step("rows.rollup", made))
    #expect(lost.rows.isEmpty && lost.findings == ["a.csv:2 rollup.no-key k"])
  }

  // MARK: Mistakes

  private static let input = give(
    "in", "k: text, n: int amount, x: decimal rate, p: bool, d: date, t: text, code: int code", [])
  @Test(
    arguments: [
      ("by: [], columns: { c: { count: '*' } }", "rollup.by-nothing"),
      ("by: [k, k], columns: { c: { count: '*' } }", "rollup.repeated"),
      ("by: [k], columns: { k: { count: '*' } }", "rollup.repeated"),
      ("by: [k], columns: { c: {} }", "rollup.one-way"),
      ("by: [k], columns: { c: { count: '*', first: n } }", "rollup.one-way"),
      ("by: [k], columns: { c: { sum: n, min: n, max: n } }", "rollup.one-way"),
      ("by: [k], columns: { c: { min: t } }", "rollup.type"),
      ("by: [k], columns: { c: { max: p } }", "rollup.type"),
      ("by: k, columns: { c: { count: '*' } }", "options.value"),
      ("columns: { c: { count: '*' } }", "options.missing"),
      ("by: [k]", "options.missing"), ("by: [k], columns: { c: { mean: n } }", "options.unknown"),
      ("by: [k], columns: { c: { first: [n] } }", "options.value"),
      ("by: [k], columns: [c]", "options.value"),
      ("by: [k], columns: { c: n }", "options.not-mapping"),
    ]) func `a wrong option has its code and words in both languages`(_ options: String, _ code: String)
  {
    let found = mistakes(Self.input + step("rows.rollup", options))
    #expect(found.map(\.code.rawValue) == [code], "\(found.map(\.message.en))")
    #expect(found.allSatisfy { $0.message.vi != $0.message.en && $0.range?.file == "p.yaml" })
  }
  @Test(arguments: ["x", "t", "p", "d", "code", "year(d)", "ratio(n, 3, 2)", "n > 1"])
  func `what is not to be added up is not`(_ expression: String) {
    let found = mistakes(
      Self.input + step("rows.rollup", "by: [k], columns: { c: { sum: \"\(expression)\" } }"))
    #expect(found.count == 1 && found[0].message.en.contains("not added up"), "\(found.map(\.message.en))")
  }
  @Test(arguments: ["any", "all", "count"], ["n", "t", "d", "x + 1"])
  func `a condition is one of yes or no`(_ way: String, _ expression: String) {
    let found = mistakes(
      Self.input + step("rows.rollup", "by: [k], columns: { c: { \(way): \"\(expression)\" } }"))
    #expect(found.count == 1 && found[0].message.en.contains("yes or no is needed"))
    #expect(found[0].message.vi != found[0].message.en)
  }
}
