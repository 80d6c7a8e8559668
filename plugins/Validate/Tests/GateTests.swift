import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Testing
import Validate

/// How many rows may be rejected, and rules that look at none.
@Suite struct GateTests {
  /// A hundred rows of which so many are bad.
  private func trial(_ bad: Int, _ limit: String, rows: Int = 100) -> Trial {
    var trial = Trial(
      "a: int", (0..<rows).map { "\($0 < bad ? 0 : 1)\n" }.joined(), "- { id: R, column: a, range: 1..1 }")
    trial.options = "max_rejected: \(limit)"
    return trial
  }
  @Test(
    arguments: [
      (2, "2%", 100, true), (3, "2%", 100, false), (2, "2 %", 100, true), (0, "0%", 100, true),
      (1, "0%", 100, false), (100, "100%", 100, true), (1, "1.5%", 67, true), (1, "1.5%", 66, false),
      (3, "1.5%", 200, true), (4, "1.5%", 200, false), (1, "0.0001%", 100, false), (5, "5", 100, true),
      (6, "5", 100, false), (0, "0", 100, true), (1, "0", 100, false), (100, "100", 100, true),
    ]) func `the limit itself is allowed, and one more is not`(
      _ bad: Int, _ limit: String, _ rows: Int, _ isGood: Bool
    ) async throws
  {
    for workers in [1, 7] {
      var trial = trial(bad, limit, rows: rows)
      (trial.workers, trial.batch) = (workers, 16)
      let found = try await trial.run()
      #expect((found.failure == nil) == isGood)
      #expect(found.rejected == bad)
    }
  }
  @Test func `a run beyond the limit says how many of how many, and is a matter of the data`() async throws {
    let report = await (try trial(3, "2%").runner()).run(into: MemoryOutput().output)
    let failure = try #require(report.failure)
    #expect(failure.message.en == "step 'valid' rejected 3 of 100 rows, more than 2%")
    #expect(failure.message.vi == "bước 'valid' loại 3 trong 100 dòng, quá mức 2%")
    #expect(failure.cause == .data && failure.hint?.en.contains("office/rejected/") == true)
    #expect(
      try await trial(2, "1.50%").run().failure == "step 'valid' rejected 2 of 100 rows, more than 1.5%")
  }
  @Test(arguments: ["-1", "2.00001%", "101%", "two", "0.5", "[1]", "\"5\""])
  func `what is neither a number nor a share is refused`(_ limit: String) {
    expectOptions(
      of: ValidateRows.self, "max_rejected: 1️⃣\(limit)\nrules: [{ id: R, check: a > 1 }]",
      find: [
        (
          1,
          "option 'max_rejected': expected a count such as 100, or a share such as 2%, found "
            + (limit == "[1]" ? "a list" : limit == "\"5\"" ? "the quoted text \"5\"" : "'\(limit)'")
        )
      ])
  }

  @Test(
    arguments: [
      ("a: int, b: text", "1;x\n2;y\n", "- { id: R, when: b = 'z', check: a > 5 }", true),
      ("a: int, b: text", "1;x\n2;z\n", "- { id: R, when: b = 'z', check: a > 1 }", false),
      ("a: int", "\n\n", "- { id: R, column: a, range: 1..2 }", true),
      ("a: int", "\n1\n", "- { id: R, column: a, range: 1..2 }", false),
      ("a: int", "\n\n", "- { id: R, severity: warning, column: a, required: true, range: 1..2 }", false),
      ("a: int", "\n", "- { id: R, check: a > 1 }", true),
      ("a: text", "\n", "- { id: R, unique: [a] }", true),
      ("a: text", "\n", "- { id: R, column: a, values: [x] }", true),
      ("a: text", "\n", "- { id: R, column: a, pattern: x }", true),
      ("a: int", "", "- { id: R, column: a, range: 1..2 }", false),
    ]) func `a rule that looks at no row is told`(
      _ columns: String, _ rows: String, _ rule: String, _ isIdle: Bool
    ) async throws
  {
    for workers in [1, 2, 7] {
      var trial = Trial(columns, rows, rule)
      (trial.workers, trial.batch) = (workers, 1)
      let report = await (try trial.runner()).run(into: MemoryOutput().output)
      let found = (report.findings.steps["valid"]?.kept ?? []).filter { $0.code == "validate.idle-rule" }
      #expect(found.count == (isIdle ? 1 : 0))
      guard let first = found.first else { continue }
      let line = trial.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
        $0.contains("id: R")
      }
      #expect(first.file == "p.yaml" && first.line == (line ?? 0) + 1)
      #expect(first.message.en.hasPrefix("the rule 'R' has looked at no row: "))
    }
  }
  @Test func `an idle rule of a document is told at its place there`() async throws {
    var trial = Trial("a: int", "\n", "")
    trial.rules = "[r/rules.yaml]"
    trial.files["r/rules.yaml"] = "rules:\n  - { id: A, column: a, range: 1.. }\n  - { id: B, check: TRUE }\n"
    let report = await (try trial.runner()).run(into: MemoryOutput().output)
    let found = try #require(report.findings.steps["valid"]?.kept.first)
    #expect(found.file == "r/rules.yaml" && found.line == 2 && found.code == "validate.idle-rule")
    #expect(report.findings.steps["valid"]?.counts == ["validate.idle-rule": 1])
  }
}
