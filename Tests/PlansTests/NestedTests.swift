import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// Shares of those whom another target reached.
@Suite struct NestedTests {
  static let around = "kind: level, measure: asked, unit: percent, all: true"
  static let inside =
    "kind: level, measure: placed, unit: percent, at_least: 90, part_of: T1, share_of_parent: true"

  private func inner(
    _ figures: [Figure], on iso: String = "2025-02-10", target: String = inside
  ) throws -> Verdict {
    try #require(try PlanText(Self.around, target).verdicts(figures, on: iso).targets.last).verdict
  }
  private let asked = figure(ratio(200, 250), "asked")

  @Test(arguments: [(180, VerdictWord.met), (179, .notMet), (200, .met), (0, .notMet)])
  func `a count is a share of the numerator around it`(placed: Int, word: VerdictWord) throws {
    let found = try inner([asked, figure(count(placed), "placed")])
    #expect(found.word == word)
    #expect(found.steps.map(\.en).contains { $0.contains("\(placed) of 200, which is") })
  }
  @Test func `a ratio over that numerator is taken, over another it is not compared`() throws {
    #expect(try inner([asked, figure(ratio(180, 200), "placed")]).word == .met)
    let other = try inner([asked, figure(ratio(225, 250), "placed")])
    #expect(other.word == .notComparable)
    #expect(other.reason == .otherWhole)
  }
  @Test func `a printed share is taken as it is`() throws {
    #expect(try inner([asked, figure(printed("91.00"), "placed")]).word == .met)
    #expect(try inner([figure(ratio(180, 200), "placed")]).word == .met)
  }
  @Test func `a count around it is the whole too`() throws {
    #expect(try inner([figure(count(200), "asked"), figure(count(180), "placed")]).word == .met)
  }
  @Test func `a count that is more than what it is a part of is not judged`() throws {
    let around = "kind: level, measure: asked, unit: people, at_least: 50"
    let part = "kind: level, measure: placed, unit: people, at_least: 60, part_of: T1"
    func judged(_ asked: Figure, _ placed: Int) throws -> Verdict {
      try #require(
        try PlanText(around, part).verdicts([asked, figure(count(placed), "placed")]).targets.last
      ).verdict
    }
    let more = try judged(figure(count(80), "asked"), 90)
    #expect(more.word == .notComparable && more.isMoreThanWhole)
    #expect(try judged(figure(count(80), "asked"), 80).word == .met)
    #expect(try judged(figure(count(80), "asked", on: "2024-06-30"), 90).word == .met)
    #expect(try judged(figure(count(80), "asked", status: .estimate), 90).word == .met)
  }
  @Test func `a count of another unit may be more than what it is a part of`() throws {
    let found = try PlanText(
      "kind: level, measure: asked, unit: people, at_least: 50",
      "kind: level, measure: placed, unit: households, at_least: 60, part_of: T1"
    ).verdicts([figure(count(80), "asked"), figure(count(90), "placed")])
    #expect(found.targets.last?.verdict.word == .met)
  }
  @Test func `nobody reached is nobody in the population`() throws {
    #expect(try inner([figure(ratio(0, 250), "asked"), figure(count(0), "placed")]).word == .notApplicable)
  }
  @Test func `without the whole, or with more than the whole, there is no share`() throws {
    let alone = try inner([figure(count(180), "placed")])
    #expect(alone.word == .noData)
    #expect(alone.reason == .noWhole)
    let more = try inner([asked, figure(count(201), "placed")])
    #expect(more.word == .notComparable)
    #expect(more.reason == .moreThanWhole)
    let early = try inner([figure(ratio(200, 250), "asked", on: "2024-06-30"), figure(count(180), "placed")])
    #expect(early.reason == .noWhole)
  }
  @Test(arguments: [
    (Figure.Status.withheld, VerdictWord.withheld), (.notReported, .noData), (.notApplicable, .notApplicable),
  ])
  func `a whole that has no number is said to be what it is`(status: Figure.Status, word: VerdictWord) throws
  {
    let whole = figure(nil, "asked", status: status)
    #expect(try inner([whole, figure(count(180), "placed")]).word == word)
  }
  @Test func `an estimate is no whole, and before the due day there may be one yet`() throws {
    let about = figure(ratio(200, 250), "asked", status: .estimate)
    #expect(try inner([about, figure(count(180), "placed")]).word == .noData)
    let due = "\(Self.inside), due: 2025-12-31"
    let long = "kind: level, measure: asked, unit: percent, all: true, due: 2025-12-31"
    var plan = PlanText(long, due)
    plan.period = "{ from: 2024-01-01, to: 2025-12-31 }"
    let found = try #require(try plan.verdicts([figure(count(180), "placed")], on: "2025-02-10").targets.last)
    #expect(found.verdict.word == .notDue && found.verdict.reason == .noWhole)
  }
  @Test(arguments: [("", "vn-2022"), ("vn-2022", "")])
  func `a figure that no standard defines is of the same people`(outer: String, inner: String) throws {
    let whole = figure(ratio(200, 250), "asked", standard: outer)
    let part = figure(count(180), "placed", standard: inner)
    #expect(try self.inner([whole, part]).word == .met)
  }
  @Test func `a base whose whole is not known is shown, with the reason why nothing is computed from it`()
    throws
  {
    let target =
      "kind: level, measure: placed, unit: percent, at_least: 90, part_of: T1, share_of_parent: true, baseline: 2023-12-31, due: 2024-12-31"
    let base = figure(count(95), "placed", on: "2023-12-31")
    let figures = [
      base, figure(count(500), "asked", on: "2024-06-30"), figure(count(400), "placed", on: "2024-06-30"),
    ]
    let found = try inner(figures, on: "2024-07-10", target: target)
    #expect(found.word == .notDue && found.reason == .noWhole && found.base?.id == base.id)
    let hidden = figure(nil, "asked", on: "2023-12-31", status: .withheld)
    let withheld = try inner(figures + [hidden], on: "2024-07-10", target: target)
    #expect(withheld.word == .notDue && withheld.reason == .wholeWithheld && withheld.base?.id == base.id)
  }
  @Test func `a part that does not say so has its own denominator`() throws {
    let own = "kind: level, measure: placed, unit: percent, at_least: 90, part_of: T1"
    #expect(try inner([asked, figure(ratio(225, 250), "placed")], target: own).word == .met)
    #expect(try inner([asked, figure(count(180), "placed")], target: own).word == .notComparable)
  }
  @Test func `a base count is a share of those reached then too`() throws {
    let target =
      "kind: level, measure: placed, unit: percent, at_least: 90, part_of: T1, share_of_parent: true, baseline: 2023-12-31, due: 2024-12-31"
    let figures = [
      figure(count(500), "asked", on: "2023-12-31"), figure(count(95), "placed", on: "2023-12-31"),
      figure(count(500), "asked", on: "2024-06-30"), figure(count(400), "placed", on: "2024-06-30"),
    ]
    let found = try inner(figures, on: "2024-07-10", target: target)
    #expect(found.word == .onTrack)
    #expect(found.steps.map(\.en).contains { $0.contains("95 of 500") })
    #expect(!found.steps.map(\.en).contains { $0.contains("to be kept") })
  }
}
