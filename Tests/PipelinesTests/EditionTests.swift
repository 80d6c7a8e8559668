import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// What an edition says of others, against what the ledger has.
@Suite struct EditionTests {
  private func problems(_ edition: String, _ names: [String]?) -> [String] {
    let text = "pipeline: t\nedition: \(edition)\nsteps:\n  - { use: text.publish }"
    var known: (@Sendable () -> [String])?
    if let names { known = { names } }
    do throws(Diagnostics) {
      _ = try checkPipeline(
        "p.yaml", stages: [PublishText.self], files: .memory(["p.yaml": text]),
        ledgerNames: known)
      return []
    } catch {
      return error.all.map { problem in
        let start = problem.range?.start
        #expect(problem.hint != nil && problem.message.vi != problem.message.en)
        return "\(start?.line ?? 0):\(start?.column ?? 0) \(problem.code.rawValue)"
      }
    }
  }

  @Test(
    arguments: [
      ("{ id: e1, date: 2025-01-15 }", [], []), ("{ id: e1, date: 2025-01-15 }", ["e1"], []),
      ("{ id: e1, date: 2025-01-15 }", ["khong-ma"], []),
      ("{ id: e2, date: 2025-01-15, previous: e1 }", ["e1"], []),
      ("{ id: e2, date: 2025-01-15, previous: e1 }", ["e1", "e1~withdrawn"], []),
      ("{ id: e2, date: 2025-01-15, previous: e1 }", ["e1", "e2"], []),
      ("{ id: e2, date: 2025-01-15, previous: e1 }", [], ["2:48 edition.no-predecessor"]),
      ("{ id: e2, date: 2025-01-15, previous: e9 }", ["e1"], ["2:48 edition.no-predecessor"]),
      ("{ id: e2, date: 2025-01-15, previous: e1 }", ["e1~1"], ["2:48 edition.no-predecessor"]),
      ("{ id: e2, date: 2025-01-15, previous: e2 }", ["e2"], ["2:48 edition.own-predecessor"]),
      ("{ id: e2, date: 2025-01-15 }", ["e1"], ["2:16 edition.no-previous"]),
      ("{ id: e1, date: 2025-01-15 }", ["e1", "e1~withdrawn"], ["2:16 edition.withdrawn"]),
    ] as [(String, [String], [String])])
  func `an edition fits the ledger it is to be entered in, or is told of at its place`(
    _ edition: String, _ names: [String], _ expected: [String]
  ) {
    #expect(problems(edition, names) == expected)
    #expect(problems(edition, nil).isEmpty, "nothing is known of where it will be published")
  }
  @Test func `the nearest id is suggested`() throws {
    let text =
      "pipeline: t\nedition: { id: e2, date: 2025-01-15, previous: 2024-12.11 }\nsteps:\n  - { use: text.publish }"
    let error = #expect(throws: Diagnostics.self) {
      try checkPipeline(
        "p.yaml", stages: [PublishText.self], files: .memory(["p.yaml": text]), ledgerNames: { ["2024-12.1"] }
      )
    }
    #expect(error?.all.first?.hint?.en.contains("2024-12.1") == true)
  }
  @Test func `names in a ledger belong to one edition`() {
    #expect(EditionName.replaced("e", among: ["e", "e~1", "e~3"]) == "e~2")
    #expect(EditionName.edition(of: "e.1~withdrawn") == "e.1")
    #expect(EditionName.editions(among: ["e", "e~1", "e~withdrawn", "f"]) == ["e", "f"])
    #expect(EditionName.isWithdrawal("e~withdrawn") && !EditionName.isWithdrawal("e~1"))
  }
}
