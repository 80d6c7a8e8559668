import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Prepare

@Suite struct DeriveTests {
  static let give = """
      - id: in
        use: rows.give
        with:
          columns: { id: text code personal, income: decimal amount đồng, members: int count, area: text code public, born: date, x: double, share: decimal rate }
          rows: [[h1, 100.55, 2, '01', 1990-01-01, 1.5, 5], [h2, '', 3, '02', '', '', ''], [h3, 0.01, 4, '', 2020-02-29, '', 7.25], [h4, 92233720368547758.07, 5, '01', '', 2, 1]]

    """
  private func step(_ options: String) -> String {
    Self.give + "  - { id: out, use: rows.derive, with: { \(options) } }"
  }

  @Test func `columns are made one after another, of those before them`() async throws {
    let found = try await outcome(
      step(
        "columns: { double: income + income, both: double * members, old: age(born) >= 60, urban: area = '01' }, keep: [id, double, both, old, urban]"
      ))
    #expect(
      found.rows == [
        "h1 | 201.10 | 402.20 | không | có", "h2 | (blank) | (blank) | (blank) | không",
        "h3 | 0.02 | 0.08 | không | (blank)", "h4 | (invalid) | (invalid) | (blank) | có",
      ])
    #expect(found.findings == ["a.csv:5 derive.overflow double"])
    #expect(
      found.messages == [
        "a number in the making of column 'double' does not fit in 64 bits, and the cell is left missing; look at the numbers of the row and their unit"
      ])
    #expect(found.balance == [4, 4, 0, 0])
  }
  @Test func `any workers and any size of batches give the same rows and findings`() async throws {
    let rows = (0..<300).map { "[h\($0), \($0 % 7 == 0 ? "92233720368547758.07" : "\($0).5"), \($0 % 5)]" }
    let steps = """
        - { id: in, use: rows.give, with: { columns: { id: text, income: decimal, members: int }, rows: [\(rows.joined(separator: ", "))] } }
        - { id: out, use: rows.derive, with: { columns: { a: income * 3, b: income + income, c: a + b }, drop: [id] } }
      """
    let whole = try await outcome(steps, workers: 1, batchRows: 1)
    #expect(whole.rows.count == 300 && whole.findings.count == 86)
    #expect(whole.findings.prefix(2) == ["a.csv:2 derive.overflow a", "a.csv:2 derive.overflow b"])
    for workers in [1, 2, 7] {
      for size in [1, 64, 1024] {
        #expect(try await outcome(steps, workers: workers, batchRows: size) == whole)
      }
    }
  }
  @Test(
    arguments: [
      (1, "100.6 (blank) 0.0 92233720368547758.1"), (0, "101 (blank) 0 92233720368547758"),
      (2, "100.55 (blank) 0.01 92233720368547758.07"),
    ] as [(Int, String)])
  func `fewer places round once, half away from zero`(_ decimals: Int, _ cells: String) async throws {
    let found = try await outcome(
      step("columns: { y: { expression: income, decimals: \(decimals) } }, keep: [y]"))
    #expect(found.rows.joined(separator: " ") == cells)
    #expect(found.findings.isEmpty)
    let negative = try await outcome(
      step("columns: { y: { expression: 0 - income, decimals: \(decimals) } }, keep: [y]"))
    let mirrored = cells.split(separator: " ").map {
      $0 == "(blank)" || !$0.contains { "123456789".contains($0) } ? String($0) : "-\($0)"
    }
    #expect(negative.rows == mirrored)
  }
  @Test func `more places are exact, or told when they do not fit`() async throws {
    let found = try await outcome(
      step(
        "columns: { y: { expression: income, decimals: 3 }, z: { expression: members, decimals: 1 } }, keep: [y, z]"
      ))
    #expect(found.rows == ["100.550 | 2.0", "(blank) | 3.0", "0.010 | 4.0", "(invalid) | 5.0"])
    #expect(found.findings == ["a.csv:5 derive.overflow y"])
    let whole = try planned(step("columns: { y: { expression: income, decimals: 0 } }"))
    #expect(whole["y"]?.type == .int)
  }
  @Test func `role and unit are those of the expression unless said`() throws {
    let schema = try planned(
      step(
        "columns: { twice: income + income, kids: { expression: 'members - 2', role: count, unit: người }, r: 'rate(members, income)', year: year(born) }"
      ))
    #expect(schema["twice"]?.role == .amount && schema["twice"]?.unit == "đồng")
    #expect(schema["kids"]?.role == .count && schema["kids"]?.unit == "người")
    #expect(schema["r"]?.role == .rate(numerator: "members", denominator: "income"))
    #expect(schema["year"]?.role == .code)
    #expect(
      schema.names == ["id", "income", "members", "area", "born", "x", "share", "twice", "kids", "r", "year"])
  }
  @Test func `a column is as guarded as those it is made of, however long the way`() throws {
    let schema = try planned(
      step(
        "columns: { known: id = 'h1', more: 'CASE WHEN known THEN 1 ELSE 0 END', city: area = '01', one: '1', closed: { expression: area, sensitivity: personal }, sum: members + more }"
      ))
    let found = ["known", "more", "city", "one", "closed", "sum", "members"].map { schema[$0]?.sensitivity }
    #expect(found == [.personal, .personal, .public, .personal, .personal, .personal, .protected])
    #expect(schema["more"]?.lineage?.path == ["in.id", "out.more"])
    #expect(schema["sum"]?.lineage?.parents.map(\.column) == ["id", "members"])
    #expect(schema["one"]?.sensitivity == .personal, "nobody can prove that it comes from no column")
  }
  @Test func `a column that is made anew stays at its place, and guarded as before`() async throws {
    let steps = step(
      "columns: { id: \"'x'\", income: income * 2, members: income }, replace: true, keep: [members, income, id]"
    )
    let found = try await outcome(steps)
    #expect(found.rows.first == "201.10 | 201.10 | x")
    let schema = try planned(step("columns: { id: \"'x'\", area: id }, replace: true"))
    #expect(schema.names.prefix(4) == ["id", "income", "members", "area"])
    #expect(schema["id"]?.sensitivity == .personal && schema["area"]?.sensitivity == .personal)
  }
  @Test func `columns are kept in the order named, or dropped`() throws {
    #expect(try planned(step("keep: [members, id]")).names == ["members", "id"])
    #expect(try planned(step("drop: [x, share, born]")).names == ["id", "income", "members", "area"])
    #expect(try planned(step("columns: { a: '1' }, drop: [a, id]")).names.contains("a") == false)
  }

  @Test func `mistakes are told at their place, all of them`() {
    expectSteps(
      step(
        "columns: { 1️⃣income: members, b: 2️⃣memberz + 1, c: b + 1, d: { expression: income, role: 3️⃣label, decimals: 4️⃣19 }, e: { expression: 'area', decimals: 5️⃣1, role: 6️⃣count } }, keep: [7️⃣idd, e, 8️⃣e]"
      ),
      find: [
        (1, "there is a column 'income' already"), (2, "no column 'memberz' — did you mean 'members'?"),
        (4, "a number has 0 to 18 decimal places"),
        (5, "column 'e' is text, which has no decimal places"),
        (6, "column 'e' is text, which cannot be a count"),
        (7, "no column 'idd' — did you mean 'id'?"), (8, "the column 'e' is named twice"),
      ])
  }
  @Test(
    arguments: [
      (
        "columns: { r: { expression: share, role: 1️⃣amount } }",
        "column 'r' is a rate and cannot be declared as what may be added up"
      ),
      (
        "columns: { r: { expression: 'ratio(income, members, 2)', role: 1️⃣weight } }",
        "column 'r' is a rate and cannot be declared as what may be added up"
      ),
      (
        "columns: { p: { expression: id, sensitivity: 1️⃣protected } }",
        "column 'p' is made of 'id', which is personal, and cannot be less guarded"
      ),
      (
        "columns: { p: { expression: members, sensitivity: 1️⃣public } }",
        "column 'p' is made of 'members', which is protected, and cannot be less guarded"
      ),
      ("keep: [id], drop: 1️⃣[x]", "only one of keep and drop may be said"),
      ("columns: { y: 1️⃣x }", "the result is a floating-point number"),
      ("columns: { 1️⃣'': income }", "a column must have a name"),
    ])
  func `what makes no sense is refused`(_ options: String, _ message: String) {
    expectSteps(step(options), find: [(1, message)])
  }
  @Test func `a step that does nothing is refused`() {
    expectSteps(
      Self.give + "  - { id: out, use: 1️⃣rows.derive }",
      find: [
        (
          1,
          "the step makes, keeps and drops nothing — write `columns: { name: expression }`, `keep: [columns]` or `drop: [columns]`"
        )
      ])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: DeriveColumns.self, "columns: { a: income +1️⃣, b: 2️⃣{ 3️⃣expr: income } }\nreplace: 4️⃣maybe",
      find: [
        (1, "option 'columns': expected a column, a value or '(', found the end"),
        (2, "missing option 'expression'"), (3, "unknown option 'expr'"),
        (4, "option 'replace': expected true or false, found 'maybe'"),
      ])
  }
}
