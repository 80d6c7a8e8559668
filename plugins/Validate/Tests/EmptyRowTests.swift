import Diagnostics
import Testing

/// Every kind of rule where there is nothing to look at: no rows, one row, missing cells of every reason.
@Suite struct EmptyRowTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: String
    /// A row that breaks the rule, and one that does not.
    let bad: String
    let good: String
    var testDescription: String { name }
  }
  static let columns = "t: text, n: int, d: date, b: bool, x: decimal"
  static let kinds = [
    Kind(name: "range", rule: "column: n, range: 1..9", bad: ";0;;;", good: ";9;;;"),
    Kind(
      name: "range of days", rule: "column: d, range: ..2024-12-31", bad: ";;2025-01-01;;",
      good: ";;2024-12-31;;"),
    Kind(name: "range of decimals", rule: "column: x, range: 0.5..", bad: ";;;;0.49", good: ";;;;0.5"),
    Kind(name: "values", rule: "column: t, values: [a, b]", bad: "c;;;;", good: "b;;;;"),
    Kind(name: "values of numbers", rule: "column: n, values: [1, 2]", bad: ";3;;;", good: ";2;;;"),
    Kind(name: "names", rule: "column: t, values: [hòa], compare: name", bad: "hóa;;;;", good: "HOÀ;;;;"),
    Kind(name: "pattern", rule: "column: t, pattern: \"[a-z]+\"", bad: "A;;;;", good: "a;;;;"),
    Kind(name: "check", rule: "check: n > 3", bad: ";3;;;", good: ";4;;;"),
    Kind(name: "check of yes and no", rule: "check: b", bad: ";;;0;", good: ";;;1;"),
    Kind(
      name: "reference", rule: "columns: [t], references: { table: k, columns: [k] }", bad: "c;;;;",
      good: "a;;;;"),
    Kind(
      name: "unit slip", rule: "column: n, unit_slip: { factor: 1000, range: 50..90 }", bad: ";50000;;;",
      good: ";50;;;"),
    Kind(name: "when", rule: "when: n > 0, column: t, values: [a]", bad: "b;1;;;", good: "a;1;;;"),
  ]
  private func run(_ rule: String, _ rows: String, batch: Int = 1) async throws -> Found {
    var trial = Trial(Self.columns, rows, "- { id: R, \(rule) }")
    trial.tables = [("k", "k: text", "a\nb\n")]
    trial.batch = batch
    return try await trial.run()
  }
  /// What is told of rows, without what is told of the rule itself.
  private func ofRows(_ found: Found) -> [String] { found.codes.filter { !$0.hasSuffix(" idle-rule") } }

  @Test(arguments: kinds) func `a bad row is told, and a good one is not`(_ kind: Kind) async throws {
    let bad = try await run(kind.rule, kind.bad + "\n" + kind.good + "\n")
    #expect(bad.codes.count == 1 && bad.codes[0].hasPrefix("1 ") && bad.rejected == 1)
    #expect(bad.messages[0].vi.hasPrefix("R: ") && bad.messages[0].en.hasPrefix("R: "))
    #expect(bad.messages[0].vi != bad.messages[0].en)
    // What comes out is what came in, cell for cell.
    #expect(
      bad.kept.count == 1 && bad.kept[0].split(separator: ";").count == kind.good.split(separator: ";").count)
    let only = try await run(kind.rule, kind.good + "\n")
    #expect(only.codes == [] && only.kept.count == 1)
    let warned = try await run("severity: warning, " + kind.rule, kind.bad + "\n")
    #expect(warned.codes == bad.codes && warned.rejected == 0 && warned.kept.count == 1)
  }
  @Test(arguments: kinds) func `without rows nothing is told, not even of the rule`(_ kind: Kind) async throws
  {
    let found = try await run(kind.rule, "")
    #expect(found.codes == [] && found.kept == [] && found.failure == nil && found.rejected == 0)
  }
  @Test(arguments: kinds, ["", "-", "!"])
  func `missing cells are not wrong, for whatever reason they are missing`(
    _ kind: Kind, _ cell: String
  ) async throws {
    let row = Array(repeating: cell, count: 5).joined(separator: ";") + "\n"
    for count in [1, 70] {
      let found = try await run(kind.rule, String(repeating: row, count: count), batch: 16)
      #expect(ofRows(found) == [] && found.rejected == 0 && found.kept.count == count)
      // That the rule has looked at nothing is told once.
      #expect(found.codes.count == 1 && found.codes[0].hasSuffix(" idle-rule"))
      #expect(found.messages[0].vi.contains("'R'") && found.messages[0].vi != found.messages[0].en)
    }
  }
  @Test(arguments: ["t", "n", "d", "b", "x"], ["", "-", "!"])
  func `required alone tells of a missing cell`(_ column: String, _ cell: String) async throws {
    let row = Array(repeating: cell, count: 5).joined(separator: ";")
    let found = try await run("column: \(column), required: true", "a;1;2024-01-01;1;1\n\(row)\n")
    #expect(found.codes == ["2 required \(column)"] && found.rejected == 1)
    let words = found.messages[0]
    #expect(words.vi.contains("'\(column)'") && words.en.contains("'\(column)'"))
    // Blank, not applicable and unreadable are three things.
    #expect(words.en.contains(["": "is blank", "-": "not to apply", "!": "could not be read"][cell] ?? "?"))
  }
  @Test(arguments: kinds) func `required beside another demand tells of the missing cell alone`(_ kind: Kind)
    async throws
  {
    guard kind.rule.contains("column: "), !kind.rule.contains("when") else { return }
    let found = try await run(kind.rule + ", required: true", ";;;;\n" + kind.bad + "\n")
    #expect(
      found.codes.count == 2 && found.codes[0].hasPrefix("1 required ") && found.codes[1].hasPrefix("2 "))
    #expect(!found.codes[1].contains("required"))
  }
}
