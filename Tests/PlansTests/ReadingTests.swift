import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// Targets that can be read in several ways, and those of which every part must hold.
@Suite struct ReadingTests {
  static let either = """
    kind: level, measure: multidimensional_rate, unit: percent, below: 2.5, readings: [{ name: both, \
    measure: multidimensional_rate }, { name: poor alone, measure: poor_rate }]
    """
  static let compound = """
    kind: level, unit: percent, all: true, readings: [{ name: together, measure: water_and_latrine }, \
    { name: each, each: [{ name: water, measure: water }, { name: latrine, measure: latrine }] }]
    """

  @Test(arguments: [
    ("3.00", "2.00", VerdictWord.notMet, [VerdictWord.notMet, .met], true),
    ("2.00", "1.00", .met, [.met, .met], false), ("2.50", "2.00", .noData, [.noData, .met], true),
    ("2.50", "3.00", .notMet, [.noData, .notMet], true),
  ]) func `the least word of all readings counts, and all are kept`(
    both: String, poor: String, word: VerdictWord, words: [VerdictWord], differ: Bool
  ) throws {
    let figures = [figure(printed(both), "multidimensional_rate"), figure(printed(poor))]
    let found = try #require(try PlanText(Self.either).verdicts(figures).targets.first)
    #expect(found.verdict.word == word)
    #expect(found.readings.map(\.verdict.word) == words)
    #expect(found.readings.map(\.reading.name?.en) == ["both", "poor alone"])
    #expect(found.readingsDiffer == differ)
  }
  @Test(arguments: [
    (100, 100, 100, VerdictWord.met, VerdictWord.met), (95, 100, 100, .notMet, .met),
    (95, 100, 95, .notMet, .notMet), (95, 95, 100, .notMet, .notMet),
  ]) func `of each part the least word counts`(
    both: Int, water: Int, latrine: Int, word: VerdictWord, each: VerdictWord
  ) throws {
    let figures = [("water_and_latrine", both), ("water", water), ("latrine", latrine)].map {
      figure(ratio($0.1, 100), $0.0)
    }
    let found = try #require(try PlanText(Self.compound).verdicts(figures).targets.first)
    #expect(found.verdict.word == word)
    #expect(found.readings.map(\.verdict.word) == [both == 100 ? .met : .notMet, each])
    #expect(found.readings.last?.conditions.map(\.condition.name?.en) == ["water", "latrine"])
  }
  @Test func `a part without a figure leaves the whole open, and one that fails decides`() throws {
    func each(_ figures: [Figure]) throws -> VerdictWord? {
      try PlanText(Self.compound).verdicts(figures).targets.first?.readings.last?.verdict.word
    }
    #expect(try each([figure(ratio(100, 100), "water")]) == .noData)
    #expect(try each([figure(ratio(99, 100), "water")]) == .notMet)
    #expect(try each([]) == .noData)
  }
  @Test func `a number can be read exactly and at the precision it is written with`() throws {
    let target = """
      kind: change, measure: poor_rate, unit: points, number: 0.5, toward: down, baseline: 2023-12-31, \
      readings: [{ name: exact }, { name: stated, precision: stated }]
      """
    // 100 of 2,000 less 9 of 2,000 is 0.45 points: enough for 0,5 as it is rounded, not for 0,5 itself.
    let figures = [figure(ratio(100, 2000), on: "2023-12-31"), figure(ratio(91, 2000))]
    let found = try #require(try PlanText(target).verdicts(figures).targets.first)
    #expect(found.readings.map(\.verdict.word) == [.notMet, .met])
    #expect(found.verdict.word == .notMet)
    #expect(found.verdict.share?.low == 90)
  }
  @Test func `a group of the target is that of its readings unless they say another`() throws {
    let plan = try PlanText(
      """
      kind: level, measure: a, group: ethnicity:khmer, unit: percent, all: true, readings: [{ name: one }, \
      { name: two, group: all }, { name: three, each: [{ name: x, measure: b }, { name: y, measure: c, group: all }] }]
      """
    ).plan()
    let conditions = plan.targets.flatMap(\.readings).flatMap(\.conditions)
    #expect(conditions.map(\.measure) == ["a", "a", "b", "c"])
    #expect(conditions.map(\.group) == ["ethnicity:khmer", "all", "ethnicity:khmer", "all"])
  }
  @Test func `the counts of words take in what has no figure`() throws {
    let level = "kind: level, measure: poor_rate, unit: percent, at_most: 1.2"
    let verdicts = try PlanText(level, "kind: activity", level + ", group: x", level).verdicts(
      [figure(printed("0.96"))])
    #expect(verdicts.counts.map(\.word) == [.met, .notJudged, .noData])
    #expect(verdicts.counts.map(\.count) == [2, 1, 1])
  }
  @Test func `every word but two judges or is a gate, and ranks are all different`() {
    #expect(Set(VerdictWord.allCases.map(\.rank)).count == VerdictWord.allCases.count)
    #expect(VerdictWord.allCases.filter(\.isJudgement).count == 7)
  }
}
