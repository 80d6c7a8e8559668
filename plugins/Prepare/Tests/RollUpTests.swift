import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Prepare

@Suite struct RollUpTests {
  static let give = """
      - id: in
        use: rows.give
        with:
          columns: { ho: text code personal, xa: text code, age: int amount, income: decimal amount đồng personal, school: bool, born: date, share: decimal rate }
          rows:
            - [h2, '01', 30, 100.50, '?', 1994-01-01, 5]
            - [h1, '01', 70, 50, '?', 1954-05-05, 5]
            - [h2, '01', 8, '?', 1, 2016-06-06, 5]
            - [h3, '02', '', '', '', '', 5]
            - [h2, '02', 5, 0.25, 0, 2019-07-07, 5]
            - ['', '02', 5, 7, 0, 2019-07-07, 5]
            - [h1, '01', 66, '!', '?', 1958-05-05, 5]

    """
  private func step(_ columns: String, by: String = "[ho]") -> String {
    Self.give + "  - { id: out, use: rows.rollup, with: { by: \(by), columns: { \(columns) } } }"
  }

  @Test(
    arguments: [
      ("{ count: '*' }", "2 3 1"), ("{ count: age >= 60 }", "2 0 (blank)"),
      ("{ count: 'coalesce(age >= 60, FALSE)' }", "2 0 0"), ("{ sum: age }", "136 43 (blank)"),
      ("{ sum: income }", "(notReported) 100.75 (blank)"),
      ("{ sum: 'coalesce(income, 0)' }", "50.00 100.75 0.00"),
      ("{ min: income }", "(notReported) 0.25 (blank)"),
      ("{ max: age }", "70 30 (blank)"), ("{ min: born }", "1954-05-05 1994-01-01 (blank)"),
      ("{ max: born }", "1958-05-05 2019-07-07 (blank)"), ("{ any: school }", "(notApplicable) có (blank)"),
      ("{ all: school }", "(notApplicable) không (blank)"), ("{ any: age < 6 }", "không có (blank)"),
      ("{ all: age > 60 }", "có không (blank)"), ("{ first: xa }", "01 (invalid) 02"),
      ("{ first: age }", "(invalid) (invalid) (blank)"), ("{ count: school }", "(notApplicable) 1 (blank)"),
    ])
  func `the rows of a key become one, in the order of keys`(_ how: String, _ cells: String) async throws {
    let found = try await outcome(step("x: \(how)"))
    #expect(found.rows == zip(["h1", "h2", "h3"], cells.split(separator: " ")).map { "\($0) | \($1)" })
  }
  @Test func `what cannot be rolled up is told with the first row of the group`() async throws {
    let found = try await outcome(step("xa: { first: xa }, n: { count: '*' }"))
    #expect(found.findings == ["a.csv:7 rollup.no-key ho", "a.csv:2 rollup.differs xa"])
    #expect(
      found.messages == [
        "rows without a key, which are in no group: 1; this is the first of them",
        "the rows of ho 'h2' do not have one 'xa', and the cell is left missing",
      ])
  }
  @Test func `sums beyond 64 bits are told, and never wrong`() async throws {
    let rows =
      (0..<4).map { "[\($0 / 2), 9223372036854775807]" } + [
        "[2, -9223372036854775807]", "[2, 9223372036854775807]", "[2, 5]",
      ]
    let steps = """
        - { id: in, use: rows.give, with: { columns: { k: int, n: int amount }, rows: [\(rows.joined(separator: ", "))] } }
        - { id: out, use: rows.rollup, with: { by: [k], columns: { s: { sum: n }, t: { sum: n + 1 }, m: { max: n } } } }
      """
    let found = try await outcome(steps)
    #expect(
      found.rows == [
        "0 | (invalid) | (invalid) | 9223372036854775807", "1 | (invalid) | (invalid) | 9223372036854775807",
        "2 | 5 | (invalid) | 9223372036854775807",
      ])
    #expect(
      found.findings == [
        "a.csv:2 rollup.overflow s", "a.csv:2 rollup.overflow t", "a.csv:4 rollup.overflow s",
        "a.csv:4 rollup.overflow t", "a.csv:6 rollup.overflow t",
      ])
    #expect(
      found.messages.first
        == "a number in 's' of k '0' does not fit in 64 bits, and the cell is left missing; look at its rows and their unit"
    )
  }
  @Test func `several columns make a key, and none is needed besides`() async throws {
    let found = try await outcome(step("", by: "[xa, ho]"))
    #expect(found.rows == ["01 | h1", "01 | h2", "02 | h2", "02 | h3"])
  }
  @Test func `any workers and any size of batches give the same`() async throws {
    let rows = (0..<300).map { row in
      "[h\(row * 7 % 90), \(row % 11 == 0 ? "''" : "\(row)"), \(row % 13 == 0 ? "''" : "\(row % 3)"), x\(row % 90 < 45 ? row * 7 % 90 : row % 4)]"
    }
    let steps = """
        - { id: in, use: rows.give, with: { columns: { k: text, n: int amount, m: int, t: text }, rows: [\(rows.joined(separator: ", "))] } }
        - { id: out, use: rows.rollup, with: { by: [k], columns: { c: { count: m > 0 }, s: { sum: n }, a: { any: m = 1 }, f: { first: t }, l: { min: n } } } }
      """
    let whole = try await outcome(steps, workers: 1, batchRows: 1)
    #expect(whole.rows.count == 90 && !whole.findings.isEmpty)
    for workers in [1, 2, 7] {
      for size in [1, 64, 1024] {
        #expect(try await outcome(steps, workers: workers, batchRows: size) == whole)
      }
    }
  }
  @Test func `households stay as guarded as their members, until they are summed`() throws {
    let schema = try planned(
      step("n: { count: '*' }, s: { sum: income }, x: { first: xa }, b: { max: born }"))
    #expect(
      ["ho", "n", "s", "x", "b"].map { schema[$0]?.sensitivity } == Array(repeating: .personal, count: 5))
    let byCommune = try planned(step("n: { count: '*' }, s: { sum: age }, p: { sum: income }", by: "[xa]"))
    #expect(["n", "s", "p"].map { byCommune[$0]?.sensitivity } == [.protected, .protected, .personal])
    #expect(schema["n"]?.role == .count && schema["s"]?.unit == "đồng" && schema["x"]?.role == .code)
    #expect(schema["s"]?.type == .decimal(scale: 2))
    #expect(Set(schema["n"]?.lineage?.parents.map(\.column) ?? []) == ["ho"])
  }
  @Test func `members join their household, and a household without members is told`() async throws {
    let steps = """
        - { id: ho, use: rows.give, with: { file: ho.csv, columns: { ho: text, xa: text }, rows: [[h1, a], [h2, b], [h9, b]] } }
      \(Self.give)  - { id: gop, use: rows.rollup, from: in, with: { by: [ho], columns: { people: { count: '*' } } } }
        - { id: out, use: rows.join, from: { table: ho, lookup: gop }, with: { on: [ho], unmatched: keep } }
      """
    let found = try await outcome(steps)
    #expect(found.rows == ["h1 | a | 2", "h2 | b | 3", "h9 | b | (notReported)"])
    #expect(found.findings == ["ho.csv:4 join.unmatched ho"])
  }

  @Test func `mistakes are told at their place, all of them`() {
    expectSteps(
      step(
        "1️⃣a: { count: '*', sum: age }, 2️⃣b: {}, c: { sum: 3️⃣share }, d: { sum: 4️⃣xa }, e: { sum: 5️⃣school }, f: { max: 6️⃣xa }, g: { any: 7️⃣age }, h: { first: 8️⃣agee }, 9️⃣ho: { count: '*' }"
      ),
      find: [
        (1, "column 'a' must be made in one way — write one of count, sum, min, max, any, all, first"),
        (2, "column 'b' must be made in one way — write one of count, sum, min, max, any, all, first"),
        (3, "the expression is a rate, and rates are not added up"),
        (4, "the expression is text, which is not added up"),
        (5, "the expression is yes or no, which is not added up — count the rows it is true of by `count`"),
        (6, "the expression is text, and a number or a day is needed"),
        (7, "the expression gives a whole number, and yes or no is needed"),
        (8, "no column 'agee' — did you mean 'age'?"), (9, "there are two columns 'ho'"),
      ])
    expectSteps(step("a: { count: '*' }", by: "1️⃣[]"), find: [(1, "the key has no column")])
    expectSteps(step("a: { count: '*' }", by: "[xa, 1️⃣xa]"), find: [(1, "there are two columns 'xa'")])
    expectSteps(
      step("a: { sum: 1️⃣year(born) }"), find: [(1, "the expression is a code, which is not added up")])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: RollUpRows.self, "by: [a]\ncolumns: { x: { count: 1️⃣[a] }, y: { 2️⃣total: a }, z: { sum: a 3️⃣b } }",
      find: [
        (1, "option 'count': expected an expression, found a list"),
        (2, "unknown option 'total'"), (3, "option 'sum': expected an operator or the end, found 'b'"),
      ])
  }
}
