import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Prepare

@Suite struct JoinTests {
  static let people = """
      - id: ho
        use: rows.give
        with:
          columns: { id: text personal, xa: text code, n: int }
          rows: [[h1, '00001', 1], [h2, '00003', 2], [h3, '', 3], [h4, '00001', 4], [h5, '00009', 5], [h6, '00002', 6]]

    """
  static let register = """
      - id: dm
        use: rows.give
        with:
          file: dm.csv
          columns: { ma: text code public, huyen: text code public, ten: text public, ho: int count }
          rows: [['00001', '001', Xã Một, 10], ['00002', '001', Xã Hai, ''], ['', '009', Không mã, 0], ['00003', '002', '', 30]]

    """
  private func step(_ options: String) -> String {
    Self.people + Self.register
      + "  - { id: out, use: rows.join, from: { table: ho, lookup: dm }, with: { \(options) } }"
  }

  @Test func `columns are added to the rows with the key, and the others are rejected with their key`()
    async throws
  {
    let found = try await outcome(step("on: { xa: ma }"))
    #expect(
      found.rows == [
        "h1 | 00001 | 1 | 001 | Xã Một | 10", "h2 | 00003 | 2 | 002 | (blank) | 30",
        "h4 | 00001 | 4 | 001 | Xã Một | 10", "h6 | 00002 | 6 | 001 | Xã Hai | (blank)",
      ])
    #expect(found.findings == ["a.csv:4 join.unmatched xa", "a.csv:6 join.unmatched xa"])
    #expect(
      found.messages == [
        "it cannot be looked up, since 'xa' is missing", "the other table has no xa '00009'",
      ])
    #expect(found.balance == [6, 4, 2, 0])
  }
  @Test func `unmatched rows may be kept, with missing cells and a finding`() async throws {
    let found = try await outcome(step("on: { xa: ma }, unmatched: keep, columns: [huyen, ho], prefix: dm_"))
    #expect(
      found.rows == [
        "h1 | 00001 | 1 | 001 | 10", "h2 | 00003 | 2 | 002 | 30",
        "h3 | (blank) | 3 | (notReported) | (notReported)", "h4 | 00001 | 4 | 001 | 10",
        "h5 | 00009 | 5 | (notReported) | (notReported)", "h6 | 00002 | 6 | 001 | (blank)",
      ])
    #expect(found.findings == ["a.csv:4 join.unmatched xa", "a.csv:6 join.unmatched xa"])
    #expect(found.balance == [6, 6, 0, 0])
    let schema = try planned(step("on: { xa: ma }, columns: [huyen, ho], prefix: dm_"))
    #expect(schema.names == ["id", "xa", "n", "dm_huyen", "dm_ho"])
  }
  @Test func `unmatched rows may be dropped, and are counted`() async throws {
    let found = try await outcome(step("on: { xa: ma }, unmatched: drop, columns: []"))
    #expect(found.rows == ["h1 | 00001 | 1", "h2 | 00003 | 2", "h4 | 00001 | 4", "h6 | 00002 | 6"])
    #expect(found.findings.isEmpty)
    #expect(found.balance == [6, 4, 0, 2])
  }
  @Test(arguments: ["reject", "keep", "drop"])
  func `any workers and any size of batches give the same`(_ unmatched: String) async throws {
    let rows = (0..<200).map { "[h\($0), '0000\($0 * 7 % 5)', \($0)]" }.joined(separator: ", ")
    let steps = """
        - { id: ho, use: rows.give, with: { columns: { id: text, xa: text, n: int }, rows: [\(rows)] } }
      \(Self.register)  - { id: out, use: rows.join, from: { table: ho, lookup: dm }, with: { on: { xa: ma }, unmatched: \(unmatched) } }
      """
    let whole = try await outcome(steps, workers: 1, batchRows: 1)
    #expect(whole.balance[0] == 200 && whole.failure == nil)
    for workers in [1, 2, 7] {
      for size in [1, 64, 1024] {
        #expect(try await outcome(steps, workers: workers, batchRows: size) == whole)
      }
    }
  }
  @Test func `a key of several columns may have the same names on both sides`() async throws {
    let steps = """
        - { id: a, use: rows.give, with: { columns: { x: text, y: int }, rows: [[p, 1], [p, 2], [q, 1]] } }
        - { id: b, use: rows.give, with: { columns: { y: int, x: text, z: bool }, rows: [[1, q, 1], [1, p, 0], [2, p, 1]] } }
        - { id: out, use: rows.join, from: { table: a, lookup: b }, with: { on: [x, y] } }
      """
    #expect(try await outcome(steps).rows == ["p | 1 | không", "p | 2 | có", "q | 1 | có"])
  }
  @Test func `a key that stands twice in the table stops the run, with both places`() async throws {
    let twice = step("on: { xa: ma }").replacing("['00003', '002'", with: "['00001', '002'")
    #expect(
      try await outcome(twice).failure
        == "the table that is looked into has two rows of one key, ma '00001': dm.csv line 2 and dm.csv line 5"
        + " — remove one of them, add a column to the key, or roll the table up by rows.rollup first")
  }
  @Test func `what is found is as guarded as the key`() throws {
    let schema = try planned(step("on: { id: ma }"))
    #expect(["huyen", "ten", "ho"].map { schema[$0]?.sensitivity } == [.personal, .personal, .personal])
    let other = try planned(step("on: { xa: ma }"))
    #expect(["id", "huyen", "ho"].map { other[$0]?.sensitivity } == [.personal, .protected, .protected])
    #expect(Set(other["huyen"]?.lineage?.parents.map(\.column) ?? []) == ["huyen", "xa"])
    #expect(other["ho"]?.role == .count)
  }

  @Test func `mistakes are told at their place`() {
    expectSteps(
      step("on: { 1️⃣xaa: ma, n: 2️⃣maa }, columns: [3️⃣tenn, ten]"),
      find: [
        (1, "no column 'xaa' — did you mean 'xa'?"), (2, "no column 'maa' — did you mean 'ma'?"),

        (3, "no column 'tenn' — did you mean 'ten'?"),
      ])
  }
  @Test func `a number never equals a text`() {
    expectSteps(
      step("on: { 1️⃣n: ma }"), find: [(1, "column 'n' is a whole number, column 'ma' is text")])
  }
  @Test func `a name that is there already is refused`() {
    expectSteps(
      Self.people + Self.register.replacing("ho: int count", with: "n: int count")
        + "  - { id: out, use: 1️⃣rows.join, from: { table: ho, lookup: dm }, with: { on: { xa: ma } } }",
      find: [(1, "there is a column 'n' already — choose with `columns`, or set a `prefix`")])
    expectSteps(step("on: 1️⃣[]"), find: [(1, "the key has no column")])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: JoinRows.self, "1️⃣onn: [a]\nunmatched: 2️⃣lose",
      find: [
        (1, "unknown option 'onn' — did you mean 'on'?"), (1, "missing option 'on'"),
        (2, "option 'unmatched': expected one of reject, keep, drop, found 'lose'"),
      ])
  }
  @Test func `the table must be named`() {
    expectSteps(
      Self.people + "  - { id: out, use: rows.join, from: 1️⃣{ table: ho }, with: { on: [xa] } }",
      find: [
        (1, "'rows.join' needs the input 'lookup' (a table) — The table that is looked into, a row a key.")
      ])
  }
}
