import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// The movements of lists of reviewed households, and the rules for two reviews, say the same of who was not listed.
@Suite struct UnlistedTests {
  /// A list of one household, or of none of that id.
  private static func list(_ word: String?) -> String {
    "ma,class\nkhac,none\n" + (word.map { "h1,\($0)\n" } ?? "")
  }
  /// The column of the movements of the poor that a household is in which is poor now.
  private static func term(_ last: String?, _ earlier: String?, _ unlisted: String) async throws -> String? {
    let steps = ["truoc-nua", "truoc", "nay"].map {
      "  - { id: \($0), use: csv.read, with: { files: \($0).csv, schema: { columns: { ma: { role: code }, class: {} } } } }\n"
    }
    let run = try HouseholdRun(
      """
      pipeline: t
      steps:
      \(steps.joined())  - id: bd
          use: households.flows
          from: { before: truoc, after: nay, earlier: [truoc-nua] }
          with: { id: ma, unlisted: \(unlisted) }

      """,
      ["truoc-nua.csv": list(earlier), "truoc.csv": list(last), "nay.csv": list("poor")])
    let table = try await run.table("bd")
    return (0..<table.rows.count).first { row in
      table.text("class", row) == "poor" && table.text("term", row) != "closing"
        && table.number("count", row)?.plain == "1"
    }.flatMap { table.text("term", $0) }
  }
  /// Whether the rules for two reviews let the household be called so.
  private static func isLet(_ change: String, _ last: String?, _ earlier: String?) async throws -> Bool {
    let sheet = RuleRows.years
    let cells = [
      "change": change, "class": "poor", "last_class": last ?? "",
      "was_poor": earlier.map { $0 == "poor" ? "1" : "0" } ?? "",
    ]
    let files = try sheet.files([cells])
    let run = try HouseholdRun(
      """
      pipeline: t
      defaults: { units: u, reference_date: 2024-12-31 }
      steps:
      \(sheet.reading("a"))\(sheet.validating("hop-le"))  - use: rows.take

      """, files)
    let report = await Runner(run.checked, files: run.files, width: 1).run(into: MemoryOutput().output)
    #expect(report.failure == nil)
    return !(report.findings.steps["hop-le"]?.kept ?? []).contains { $0.column == "change" }
  }

  @Test(arguments: [nil, "none"] as [String?], [nil, "none", "poor"] as [String?])
  func `who was not listed is new or relapsed as the rules have it`(_ last: String?, _ earlier: String?)
    async throws
  {
    let wanted = earlier == "poor" ? "relapsed" : "new"
    #expect(try await Self.term(last, earlier, "neither") == wanted)
    #expect(try await Self.isLet("re_poor", last, earlier) == (wanted == "relapsed"))
    #expect(try await Self.isLet("new", last, earlier) == (wanted == "new"))
    // Of lists of all households who was on none was away, which the rules know nothing of.
    #expect(try await Self.term(last, earlier, "away") == (last == nil ? "other_increase" : wanted))
  }
}
