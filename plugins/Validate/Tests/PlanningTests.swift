import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Testing
import Validate

/// What is wrong with rules is told where they are written, before anything is read.
@Suite struct PlanningTests {
  private static let columns = "a: int, b: text, c: decimal, d: date, e: bool, f: double"
  private func pipeline(_ rules: String, _ from: String = "table: read", _ head: String = "") -> String {
    """
    pipeline: t
    \(head)
    steps:
      - { id: read, use: cells.read, with: { file: a.txt, columns: { \(Self.columns) } } }
      - { id: other, use: cells.read, with: { file: a.txt, columns: { k: text, n: int } } }
      - { use: rows.take, from: other, id: o, with: { file: o.txt } }
      - { use: rows.validate, id: valid, from: { \(from) }, with: { rules: \(rules) } }
      - { use: rows.take }

    """
  }
  @Test(
    arguments: [
      ("[{ id: R, column: 1️⃣aa, range: 1..2 }]", "no column 'aa'"),
      (
        "[{ id: R, column: a, range: 1️⃣2024-01-01.. }]",
        "the range '2024-01-01..' does not fit column 'a', which is a whole number"
      ),
      ("[{ id: R, column: d, range: 1️⃣1..2 }]", "the range '1..2' does not fit column 'd', which is a date"),
      ("[{ id: R, column: b, range: 1️⃣1..2 }]", "the range '1..2' does not fit column 'b', which is text"),
      (
        "[{ id: R, column: f, range: 1️⃣1..2 }]",
        "the range '1..2' does not fit column 'f', which is a floating-point number"
      ),
      (
        "[{ id: R, column: b, unit_slip: { range: 1️⃣1..2 } }]",
        "the range '1..2' does not fit column 'b', which is text"
      ),
      (
        "[{ id: R, column: a, range: 1️⃣3..2 }]",
        "option 'range': expected a range such as 1..30, 1.. or 2024-01-01..2024-12-31, the lower end first, found '3..2'"
      ),
      (
        "[{ id: R, column: a, range: 1️⃣.. }]",
        "option 'range': expected a range such as 1..30, 1.. or 2024-01-01..2024-12-31, the lower end first, found '..'"
      ),
      (
        "[{ id: R, column: a, range: 1️⃣1...5 }]",
        "option 'range': expected a range such as 1..30, 1.. or 2024-01-01..2024-12-31, the lower end first, found '1...5'"
      ),
      (
        "[{ id: R, column: a, range: 1️⃣1..2024-01-01 }]",
        "option 'range': expected a range such as 1..30, 1.. or 2024-01-01..2024-12-31, the lower end first, found '1..2024-01-01'"
      ),
      ("[{ id: R, column: a, values: 1️⃣[x] }]", "'values' does not fit column 'a', which is a whole number"),
      (
        "[{ id: R, column: a, compare: name, values: 1️⃣[1] }]",
        "'values' does not fit column 'a', which is a whole number"
      ),
      (
        "[{ id: R, column: f, values: 1️⃣[1] }]",
        "'values' does not fit column 'f', which is a floating-point number"
      ),
      ("[{ id: R, column: b, values: 1️⃣[] }]", "'values' is empty"),
      ("[{ id: R, column: a, pattern: 1️⃣x }]", "column 'a' is a whole number, and text is needed"),
      (
        "[{ id: R, column: b, pattern: 1️⃣\"[0-9\" }]",
        "option 'pattern': pattern '[0-9': a ] is missing (character 5)"
      ),
      (
        "[{ id: R, column: b, pattern: 1️⃣\"a{3,2}\" }]",
        "option 'pattern': pattern 'a{3,2}': expected {n}, {n,} or {n,m}, at most 255 (character 6)"
      ),
      ("[{ id: R, check: 1️⃣aa > 1 }]", "no column 'aa'"),
      ("[{ id: R, check: 1️⃣a + 1 }]", "the expression gives a whole number, and yes or no is needed"),
      ("[{ id: R, when: 1️⃣a, check: e }]", "the expression gives a whole number, and yes or no is needed"),
      ("[{ id: R, unique: [a, 1️⃣x] }]", "no column 'x'"), ("[{ id: R, unique: 1️⃣[] }]", "'unique' is empty"),
      ("[{ id: 1️⃣R, severity: warning }]", "the rule 'R' asks for nothing"),
      ("[{ id: 1️⃣R, column: a }]", "the rule 'R' asks for nothing"),
      ("[{ id: R, range: 1️⃣1..2 }]", "'range' goes with 'column'"),
      ("[{ id: R, required: 1️⃣true }]", "'required' goes with 'column'"),
      ("[{ id: R, column: a, required: true, compare: 1️⃣name }]", "'compare' goes with 'values'"),
      ("[{ id: R, column: a, required: true, on: 1️⃣d }]", "'on' goes with 'unit'"),
      ("[{ id: R, column: b, unit: district, on: d, area: 1️⃣b }]", "'area' goes with 'unit: commune'"),
      ("[{ id: R, check: e, missing: 1️⃣same }]", "'missing' goes with 'unique'"),
      (
        "[{ id: R, unique: [a], missing: 1️⃣none }]",
        "option 'missing': expected one of skip, same, found 'none'"
      ),
      ("[{ id: R, column: b, unit: commune, on: d, area_on: 1️⃣d }]", "'area_on' goes with 'area'"),
      (
        "[{ id: R, column: b, unit: commune, on: d, area: b, area_on: 1️⃣a }]",
        "column 'a' is a whole number, and a date is needed"
      ),
      (
        "[{ id: R, column: b, unit: commune, on: d, area: 1️⃣a }]",
        "column 'a' is a whole number, and text is needed"
      ),
      ("[{ id: R, column: b, unit: commune, on: 1️⃣a }]", "column 'a' is a whole number, and a date is needed"),
      ("[{ id: R, columns: 1️⃣[a], check: e }]", "'columns' goes with 'references'"),
      ("[{ id: R, references: 1️⃣{ columns: [k] } }]", "'references' goes with 'columns'"),
      (
        "[{ id: R, columns: [b, a], references: { columns: 1️⃣[k] } }]",
        "2 columns are looked up in 1 of the other table"
      ),
      (
        "[{ id: R, columns: [b], references: 1️⃣{ columns: [k] } }]",
        "there are 0 tables, and it is not said which to look into"
      ),
      ("[{ id: R, column: b, unit: 1️⃣commune }]", "the rule 'R' needs the day on which codes must be valid"),
      ("1️⃣[]", "there are no rules"),
      ("[{ id: R, check: e }, { id: 1️⃣R, check: e }]", "two rules have the id 'R'"),
      (
        "[{ id: 1️⃣\"\", check: e }]",
        "option 'id': expected of the form [A-Za-z0-9][A-Za-z0-9._-]*, found the quoted text \"\""
      ),
      (
        "[{ id: R, column: a, unit_slip: { factor: 1️⃣1, range: 1..2 } }]",
        "option 'factor': expected at least 2, found '1'"
      ),
    ] as [(String, String)]) func `a mistake is told at its place`(_ rules: String, _ message: String)
  {
    var files = SideTableTests.register.merging(["a.txt": ""]) { $1 }
    files["x"] = ""
    expectPlan(
      pipeline(rules, "table: read", "defaults: { units: u }"), of: testStages, files: files,
      find: [(1, message)])
  }
  @Test func `a table that is not joined is suggested, and one of several must be named`() {
    let from = "table: read, references: [other]"
    expectPlan(
      pipeline("[{ id: R, columns: [b], references: { table: 1️⃣othr, columns: [k] } }]", from), of: testStages,
      files: ["a.txt": ""], find: [(1, "there is no table 'othr' to look into — did you mean 'other'?")])
    expectPlan(
      pipeline(
        "[{ id: R, columns: [b], references: 1️⃣{ columns: [k] } }]", "table: read, references: [other, read]"),
      of: testStages, files: ["a.txt": ""],
      find: [(1, "there are 2 tables, and it is not said which to look into — there are: other, read")])
    expectPlan(
      pipeline("[{ id: R, columns: [b], references: { columns: [1️⃣kk] } }]", from), of: testStages,
      files: ["a.txt": ""], find: [(1, "no column 'kk'")])
    expectPlan(
      pipeline("[{ id: R, columns: [a], references: { columns: [1️⃣k] } }]", from), of: testStages,
      files: ["a.txt": ""], find: [(1, "column 'a' is a whole number, column 'k' is text")])
  }
  @Test func `codes of units must be text, and a register is needed`() {
    let rules = "[{ id: R, column: 1️⃣a, unit: 2️⃣commune, on: d }]"
    expectPlan(
      pipeline(rules, "table: read", "defaults: { units: u }"), of: testStages,
      files: SideTableTests.register.merging(["a.txt": ""]) { $1 },
      find: [(1, "column 'a' is a whole number, and text is needed")])
    // Without `defaults:` it is the register that the program brings, and here it brings none.
    let found = #expect(throws: (any Error).self) {
      let files = [
        "a.txt": "", "t.yaml": MarkedText(pipeline("[{ id: R, column: b, unit: commune, on: d }]")).text,
      ]
      _ = try checkPipelineForTest(files)
    }
    #expect("\(String(describing: found))".contains("share:units"))
  }
  @Test func `all mistakes of all rules are told at once`() {
    expectPlan(
      pipeline(
        "[{ id: R, column: 1️⃣x, range: 1..2 }, { id: S, check: 2️⃣y > 1 }, { id: T, column: b, range: 3️⃣1.. }]"),
      of: testStages, files: ["a.txt": ""],
      find: [
        (1, "no column 'x'"), (2, "no column 'y'"),
        (3, "the range '1..' does not fit column 'b', which is text"),
      ])
  }
  @Test func `mistakes in a document are told there`() throws {
    for (rules, place, message) in [
      ("rules: []\n", "r.yaml:1:8", "there are no rules"),
      ("rules:\n  - { id: R, column: x, range: 1.. }\n", "r.yaml:2:22", "no column 'x'"),
      ("rule: []\n", "r.yaml:1:1", "unknown option 'rule'"),
    ] {
      let files = ["a.txt": "", "t.yaml": pipeline("r.yaml"), "r.yaml": rules]
      let error = #expect(throws: (any Error).self) { _ = try checkPipelineForTest(files) }
      let found = diagnostics(error).map { "\($0.place) \($0.message)" }
      #expect(found.contains("\(place) \(message)"), "\(found)")
    }
  }
}
