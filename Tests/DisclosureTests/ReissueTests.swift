import Diagnostics
import Figures
import Plans
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Disclosure

/// What is published again under one id, as figures, verdicts, plan and day are the same or others.
@Suite struct ReissueTests {
  private typealias Context = EditionContextTests
  private static let figures = [figure()]
  /// What stands in the ledger of an edition, and what its page says of it.
  private struct Issue {
    let entry: [UInt8]
    let head: EditionHead?
    let diff: EditionDiff?
    let isReissue: Bool
    let refusal: String?
  }
  /// An edition whose plan asks for at most so many households.
  private func issue(
    _ figures: [Figure] = figures, atMost: String = "at_most: 3675", title: String = "t",
    date: String = "2025-02-10", previous: String? = nil, ledger: [String: [UInt8]] = [:],
    because acceptance: String? = nil
  ) throws -> Issue {
    let pipeline = try Context.pipeline(
      "e1", previous: previous, ledger, acceptance: acceptance, date: date)
    let text = VerdictTests.plan.replacing("at_most: 3675", with: atMost)
      .replacing("id: A, title: t", with: "id: A, title: \(title)")
    let files = ProjectFiles.memory(VerdictTests.units.merging(["p.yaml": text]) { $1 })
    let registry = try UnitRegistry.load("u", namedAt: nil, files)
    let plan = try Plan.load("p.yaml", namedAt: nil, files)
    let unit = try registry.resolve(code: plan.unit, level: plan.level, on: plan.from, at: nil)
    let table = try Context.release(figures, pipeline).table
    let verdicts = table.verdicts(
      on: [(plan, unit)], units: registry, day: try #require(Day(iso: date)))
    let entry =
      table.ledgerEntry(beside: [table, verdicts]) + verdicts.ledgerEntry(beside: [table, verdicts])
    let review = try PublishedTable.review(entry, of: pipeline)
    return Issue(
      entry: entry, head: try Ledger(entry).head, diff: table.changes(with: [verdicts]),
      isReissue: table.isReissue(with: [verdicts]), refusal: review?.refusal?.code?.rawValue)
  }
  private func after(_ first: Issue, _ second: Issue) -> [String: [UInt8]] {
    ["e1": second.entry, "e1~1": first.entry]
  }

  @Test func `the same figures and verdicts are the same bytes, and the same page`() throws {
    let first = try issue()
    let again = try issue(ledger: ["e1": first.entry])
    #expect(again.entry == first.entry && again.refusal == nil)
    #expect(!first.isReissue && !again.isReissue && again.diff == nil)
  }
  @Test func `other words of a title alone are the same edition`() throws {
    let first = try issue()
    let again = try issue(title: "tên khác", ledger: ["e1": first.entry])
    #expect(!again.isReissue && again.refusal == nil && again.head?.replaces == nil)
  }
  @Test(arguments: ["figures", "verdict", "plan", "day"])
  func `whatever else is told otherwise takes the place of what was published, and needs a reason`(
    _ what: String
  ) throws {
    func changed(_ ledger: [String: [UInt8]], because acceptance: String? = nil) throws -> Issue {
      switch what {
      case "figures": try issue([figure("poor", .amount(2891))], ledger: ledger, because: acceptance)
      case "verdict": try issue(atMost: "at_most: 2000", ledger: ledger, because: acceptance)
      case "plan": try issue(atMost: "at_most: 3000", ledger: ledger, because: acceptance)
      default: try issue(date: "2025-02-11", ledger: ledger, because: acceptance)
      }
    }
    let first = try issue()
    // A changed day is refused before that, by what is planned.
    #expect(
      try changed(["e1": first.entry]).refusal == (what == "day" ? nil : "edition.published-before"))
    let second = try changed(["e1": first.entry], because: "đính chính")
    #expect(second.isReissue && second.refusal == nil && second.head?.replaces == "e1~1")
    let told = second.diff?.verdicts.map { "\($0.old ?? "-") \($0.new ?? "-") \($0.cause.word)" }
    switch what {
    case "figures":
      #expect(told == [] && second.diff?.figures.map(\.kind) == [.revised])
    case "verdict": #expect(told == ["met not-met plan"] && second.diff?.figures.isEmpty == true)
    case "plan": #expect(told == ["met met plan"] && second.diff?.figures.isEmpty == true)
    default:
      #expect(second.diff?.isEmpty == true)
      #expect(second.diff?.old.date == "2025-02-10" && second.diff?.new.date == "2025-02-11")
    }
    #expect(second.diff?.verdicts.allSatisfy { $0.reason != nil } == true)
    // What `minhbach diff` compares is what the page tells.
    let diff = try EditionDiff(from: first.entry, to: second.entry)
    #expect(diff.verdicts == second.diff?.verdicts && diff.figures == second.diff?.figures)
    #expect(try EditionDiff.predecessor(of: second.entry) == "e1~1")
    // Once more, it is the same bytes and needs no reason.
    let third = try changed(after(first, second))
    #expect(third.entry == second.entry && third.refusal == nil && third.isReissue)
    #expect(third.diff?.verdicts == second.diff?.verdicts)
  }
  @Test func `a target that is gone or new is told of too`() throws {
    let first = try issue()
    let second = try issue(
      atMost: "at_most: 3675 }\n  - { id: C, title: t, place: p, population: x, kind: activity",
      ledger: ["e1": first.entry], because: "thêm")
    #expect(second.isReissue && second.diff?.verdicts.map(\.cause.word) == ["added"])
    let third = try issue(ledger: after(first, second), because: "bỏ")
    #expect(third.isReissue && third.diff?.verdicts.map(\.cause.word) == ["removed"])
  }
  @Test func `what was marked as revised stays so when a verdict alone is another`() throws {
    let before = try Context.entry([figure("poor", .amount(1))], Context.pipeline("e0"))
    func ledger(_ more: [String: [UInt8]]) -> [String: [UInt8]] { more.merging(["e0": before]) { $1 } }
    let first = try issue(previous: "e0", ledger: ledger([:]), because: "x")
    #expect(String(decoding: first.entry, as: UTF8.self).contains("\"status\":\"revised\""))
    let second = try issue(
      atMost: "at_most: 2000", previous: "e0", ledger: ledger(["e1": first.entry]), because: "y")
    #expect(second.isReissue && second.diff?.figures.isEmpty == true)
    #expect(String(decoding: second.entry, as: UTF8.self).contains("\"status\":\"revised\""))
    let third = try issue(atMost: "at_most: 2000", previous: "e0", ledger: ledger(after(first, second)))
    #expect(third.entry == second.entry && third.refusal == nil)
  }
  @Test(arguments: [
    "\"asks\":\"level; 2024-12-31; poor/all không quá 3.675 hộ\"", "\"terms\":\"\"", "\"terms\":\"0;unit=x\"",
  ]) func `what an older program said of a plan, or did not say, is no change`(_ older: String) throws {
    let first = try issue()
    let old = String(decoding: first.entry, as: UTF8.self).replacing(/"terms":"[^"]*"/, with: older)
    let again = try issue(ledger: ["e1": Array(old.utf8)])
    #expect(old.contains(older) && !again.isReissue && again.refusal == nil)
  }
}
