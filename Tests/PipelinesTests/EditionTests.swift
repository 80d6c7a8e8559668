import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// What an edition says of others, against what the ledger has.
@Suite struct EditionTests {
  private func problems(
    _ edition: String, _ names: [String]?, live: Output.Published? = nil, _ ledger: [String: String] = [:],
    acceptance: String? = nil
  ) -> [String] {
    let text = "pipeline: t\nedition: \(edition)\nsteps:\n  - { use: text.publish }"
    var known: (@Sendable () -> [String])?
    if let names { known = { names } }
    do throws(Diagnostics) {
      _ = try checkPipeline(
        "p.yaml", stages: [PublishText.self], files: .memory(["p.yaml": text]),
        ledger: { (name) throws(StageError) in ledger[name].map { Array($0.utf8) } }, ledgerNames: known,
        published: { live }, acceptance: acceptance)
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
    let always = expected.filter { $0.hasSuffix("own-predecessor") }
    #expect(problems(edition, nil) == always, "nothing else is known of where it will be published")
  }
  private static let entries = [
    "e1": "{\"head\":\"e1\",\"date\":\"2025-01-15\",\"previous\":null}\n",
    "e2": "{\"head\":\"e2\",\"date\":\"2025-02-15\",\"previous\":\"e1\"}\n",
  ]
  @Test(
    arguments: [
      ("{ id: e3, date: 2025-03-15, previous: e2 }", "e2", []),
      ("{ id: e3, date: 2025-02-15, previous: e2 }", "e2", []),
      ("{ id: e3, date: 2025-03-15, previous: e1 }", "e2", ["2:48 edition.not-latest"]),
      ("{ id: e3, date: 2025-03-15, previous: e1 }", nil, []),
      ("{ id: e3, date: 2025-03-15 }", "e2", ["2:16 edition.no-previous"]),
      ("{ id: e1, date: 2025-01-15 }", "e2", ["2:16 edition.not-latest"]),
      ("{ id: e1, date: 2025-03-15, previous: e2 }", "e2", ["2:48 edition.circle"]),
      ("{ id: e2, date: 2025-02-15, previous: e1 }", "e2", []),
      ("{ id: e2, date: 2025-02-16, previous: e1 }", "e2", ["2:26 edition.otherwise"]),
      ("{ id: e2, date: 2025-02-15 }", "e2", ["2:16 edition.otherwise"]),
      ("{ id: e3, date: 2025-02-14, previous: e2 }", "e2", ["2:26 edition.order"]),
      ("{ id: e3, date: 2025-03-15, previous: e1 }", "khong-ma", []),
    ] as [(String, String?, [String])])
  func `an edition comes after the one that is published, and never before it`(
    _ edition: String, _ live: String?, _ expected: [String]
  ) {
    let published = live.map { Output.Published(edition: $0, isWithdrawn: false) }
    #expect(problems(edition, ["e1", "e2"], live: published, Self.entries) == expected)
  }
  @Test(
    arguments: [
      ("{ id: e3, date: 2025-03-15, previous: e2 }", []),
      ("{ id: e3, date: 2025-03-15, previous: e1 }", ["2:48 edition.not-latest"]),
      ("{ id: e3, date: 2025-03-15 }", ["2:16 edition.no-previous"]),
      ("{ id: e1, date: 2025-01-15 }", ["2:16 edition.not-latest"]),
      ("{ id: e2, date: 2025-02-15, previous: e1 }", ["2:16 edition.withdrawn"]),
    ] as [(String, [String])])
  func `an edition comes after the one that was withdrawn, too`(_ edition: String, _ expected: [String]) {
    let gone = Output.Published(edition: "e2", isWithdrawn: true)
    let names = ["e1", "e2", "e2~withdrawn"]
    #expect(problems(edition, names, live: gone, Self.entries) == expected)
    let bare = problems("{ id: e3, date: 2025-03-15, previous: e1 }", ["e1", "e2~withdrawn"], live: gone)
    #expect(bare.isEmpty, "what the ledger does not have cannot be named")
  }
  @Test func `acceptance lets an id say otherwise`() {
    let live = Output.Published(edition: "e2", isWithdrawn: false)
    let other = "{ id: e2, date: 2025-02-16, previous: e1 }"
    #expect(problems(other, ["e1", "e2"], live: live, Self.entries, acceptance: "đính chính").isEmpty)
  }
  @Test(arguments: ["''", "'  '", "'–'", "{ vi: cộng sai, en: ' ' }"])
  func `a reason without words is refused`(_ reason: String) {
    let edition = "{ id: e1, date: 2025-01-15, corrections: [{ units: ['1'], reason: \(reason) }] }"
    #expect(problems(edition, nil).map { $0.split(separator: " ").last ?? "" } == ["edition.blank-reason"])
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
