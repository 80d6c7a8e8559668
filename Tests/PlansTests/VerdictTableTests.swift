import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// Every kind of target at its boundaries: as counts, and as rates that were printed.
@Suite struct VerdictTableTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let goal: String
    let value: FigureValue
    let word: VerdictWord
    var testDescription: String { "\(goal): \(value) is \(word)" }
    init(_ goal: String, _ value: FigureValue, _ word: VerdictWord) {
      (self.goal, self.value, self.word) = (goal, value, word)
    }
  }
  static let counted = [
    // dưới 2,5 %: at exactly 2,5 % it is not met.
    Case("below: 2.5", ratio(25, 1000), .notMet), Case("below: 2.5", ratio(24, 1000), .met),
    Case("below: 2.5", ratio(2499, 100_000), .met),
    Case("below: 2.5", ratio(2_500_001, 100_000_000), .notMet),
    // xuống còn 1,2 %: at 1,2 % it is met.
    Case("at_most: 1.2", ratio(12, 1000), .met), Case("at_most: 1.2", ratio(13, 1000), .notMet),
    Case("at_most: 1.20", ratio(1_200_001, 100_000_000), .notMet), Case("at_most: 1.2", ratio(0, 1), .met),
    // trên 80 %: at 80 % it is not met.
    Case("above: 80", ratio(80, 100), .notMet), Case("above: 80", ratio(81, 100), .met),
    Case("above: 80", ratio(80_001, 100_000), .met),
    // tối thiểu 90 %, từ 90 % trở lên, and a bare number.
    Case("at_least: 90", ratio(90, 100), .met), Case("at_least: 90", ratio(89_999, 100_000), .notMet),
    Case("number: 90", ratio(90, 100), .met), Case("number: 90", ratio(89, 100), .notMet),
    // 100 %.
    Case("all: true", ratio(7, 7), .met), Case("all: true", ratio(99_999, 100_000), .notMet),
    // khoảng 80 %: from 76 % on.
    Case("about: 80", ratio(76, 100), .met), Case("about: 80", ratio(75_999, 100_000), .notMet),
    // 2 %–3 %: both ends belong to it.
    Case("between: [2, 3]", ratio(2, 100), .met), Case("between: [2, 3]", ratio(3, 100), .met),
    Case("between: [2, 3]", ratio(1_999, 100_000), .notMet),
    Case("between: [2, 3]", ratio(3_001, 100_000), .notMet),
  ]
  static let printedRates = [
    Case("below: 2.5", printed("2.49"), .met), Case("below: 2.5", printed("2.50"), .noData),
    Case("below: 2.5", printed("2.51"), .notMet), Case("below: 2.5", printed("2.5"), .noData),
    Case("below: 2.5", printed("2.6"), .notMet), Case("below: 2.5", printed("2"), .met),
    // 2.505 rounds to 2.51, and so does nothing below it: its interval begins there.
    Case("below: 2.505", printed("2.50"), .met), Case("at_least: 2.505", printed("2.51"), .met),
    Case("at_most: 1.2", printed("1.19"), .met), Case("at_most: 1.2", printed("1.20"), .noData),
    Case("at_most: 1.2", printed("1.21"), .notMet), Case("at_most: 1.205", printed("1.20"), .met),
    Case("above: 80", printed("80.00"), .noData), Case("above: 80", printed("79.99"), .notMet),
    Case("above: 80", printed("80.01"), .met), Case("at_least: 90", printed("90"), .noData),
    Case("at_least: 90", printed("89.99"), .notMet), Case("at_least: 89.5", printed("90"), .met),
    Case("number: 90", printed("90.01"), .met), Case("all: true", printed("100"), .noData),
    Case("all: true", printed("100.00"), .noData), Case("all: true", printed("99.99"), .notMet),
    Case("about: 80", printed("76.0"), .noData), Case("about: 80", printed("76.1"), .met),
    Case("about: 80", printed("75.9"), .notMet), Case("between: [2, 3]", printed("2.00"), .noData),
    Case("between: [2, 3]", printed("2.01"), .met), Case("between: [2, 3]", printed("3.00"), .noData),
    Case("between: [2, 3]", printed("3.01"), .notMet), Case("between: [2, 3]", printed("1.99"), .notMet),
    Case("at_most: 0", printed("0.00"), .noData),
  ]
  @Test(arguments: counted + printedRates) func `a rate has its word at every boundary`(_ row: Case) throws {
    let target = "kind: level, measure: a, unit: percent, \(row.goal)"
    #expect(try verdict(on: target, [figure(row.value, "a")]).word == row.word)
    // Before the due day what is at the goal may still change, and what is open or below it without a base is not due.
    let early = try verdict(on: target, [figure(row.value, "a", on: "2024-06-30")], on: "2024-08-01")
    #expect(early.word == (row.word == .met ? .currentlyMet : .notDue))
    #expect(early.result != nil)
  }
  static let counts = [
    Case("at_most: 3675", count(3675), .met), Case("at_most: 3675", count(3676), .notMet),
    Case("below: 3675", count(3675), .notMet), Case("below: 3675", count(3674), .met),
    Case("at_least: 300", count(300), .met), Case("at_least: 300", count(299), .notMet),
    Case("above: 300", count(300), .notMet), Case("above: 300", count(301), .met),
    Case("number: 100", count(100), .met), Case("number: 100", count(99), .notMet),
    Case("about: 150", count(143), .met), Case("about: 150", count(142), .notMet),
    Case("about: 100", count(95), .met), Case("about: 100", count(94), .notMet),
    Case("between: [14, 16]", count(14), .met), Case("between: [14, 16]", count(16), .met),
    Case("between: [14, 16]", count(13), .notMet), Case("between: [14, 16]", count(17), .notMet),
  ]
  @Test(arguments: counts) func `a count has its word at every boundary`(_ row: Case) throws {
    let target = "kind: level, measure: a, unit: households, \(row.goal)"
    #expect(try verdict(on: target, [figure(row.value, "a")]).word == row.word)
  }
  static let changes = [
    // From 100 of 2,000, which is 5 %.
    Case("at_least: 0.4, toward: down", ratio(92, 2000), .met),
    Case("at_least: 0.4, toward: down", ratio(93, 2000), .notMet),
    Case("above: 0.4, toward: down", ratio(92, 2000), .notMet),
    Case("number: 0.5, toward: down", ratio(90, 2000), .met),
    Case("number: 0.5, toward: up", ratio(110, 2000), .met),
    Case("number: 0.5, toward: up", ratio(109, 2000), .notMet),
    Case("about: 2, toward: down", ratio(62, 2000), .met),
    Case("about: 2, toward: down", ratio(63, 2000), .notMet),
    Case("between: [2, 3], toward: down", ratio(60, 2000), .met),
    Case("between: [2, 3], toward: down", ratio(61, 2000), .notMet),
    Case("between: [2, 3], toward: down", ratio(0, 2000), .met),
    Case("at_least: 0.4, toward: down", printed("4.60"), .noData),
    Case("at_least: 0.4, toward: down", printed("4.59"), .met),
    Case("at_least: 0.4, toward: down", printed("4.61"), .notMet),
  ]
  @Test(arguments: changes) func `a change in points has its word at every boundary`(_ row: Case) throws {
    let target = "kind: change, measure: a, unit: points, baseline: 2023-12-31, \(row.goal)"
    let figures = [figure(ratio(100, 2000), "a", on: "2023-12-31"), figure(row.value, "a")]
    #expect(try verdict(on: target, figures).word == row.word)
  }
  static let directions = [
    Case("down", ratio(99, 2000), .met), Case("down", ratio(100, 2000), .notMet),
    // 0.0495 points are too little; 0.06 points of 1,000 are less than one household.
    Case("down", ratio(9901, 200_000), .notMet), Case("down", ratio(9900, 200_000), .met),
    Case("up", ratio(101, 2000), .met), Case("up", ratio(51, 1000), .met),
    Case("up", ratio(81, 1600), .met), Case("up", ratio(41, 810), .notMet),
    Case("down", printed("4.94"), .met), Case("down", printed("4.95"), .noData),
    Case("down", printed("4.96"), .notMet),
  ]
  @Test(arguments: directions) func `a direction counts from 0,05 points and one household on`(_ row: Case)
    throws
  {
    let target = "kind: direction, measure: a, unit: percent, baseline: 2023-12-31, toward: \(row.goal)"
    let figures = [figure(ratio(100, 2000), "a", on: "2023-12-31"), figure(row.value, "a")]
    #expect(try verdict(on: target, figures).word == row.word)
  }
  struct Way: CustomTestStringConvertible, Sendable {
    let base: FigureValue
    let now: FigureValue
    let early: VerdictWord
    let word: VerdictWord
    var testDescription: String { "\(base) to \(now)" }
    init(_ base: FigureValue, _ now: FigureValue, _ early: VerdictWord, _ word: VerdictWord) {
      (self.base, self.now, self.early, self.word) = (base, now, early, word)
    }
  }
  static let ways = [
    // The wrong way counts from as much on as the right one.
    Way(ratio(5000, 10_000), ratio(4996, 10_000), .notDue, .notMet),
    Way(ratio(5000, 10_000), ratio(4995, 10_000), .reversing, .notMet),
    Way(ratio(5000, 10_000), ratio(5004, 10_000), .notDue, .notMet),
    Way(ratio(5000, 10_000), ratio(5005, 10_000), .currentlyMet, .met),
    Way(ratio(50, 100), ratio(50, 101), .notDue, .notMet),
    Way(ratio(50, 100), ratio(48, 101), .reversing, .notMet),
    Way(count(100), count(99), .reversing, .notMet), Way(count(100), count(100), .notDue, .notMet),
    // One household of every denominator that is known, of the base as of the result.
    Way(ratio(480, 1000), printed("48.09"), .notDue, .notMet),
    Way(ratio(480, 1000), printed("48.11"), .currentlyMet, .met),
    Way(ratio(52, 100), printed("52.07"), .notDue, .notMet),
    Way(ratio(52, 100), printed("53.01"), .currentlyMet, .met),
    Way(printed("52.00"), ratio(5207, 10_000), .currentlyMet, .met),
    Way(ratio(50, 100), ratio(5090, 10_000), .notDue, .notMet),
    Way(ratio(50, 100), ratio(5100, 10_000), .currentlyMet, .met),
    // A printed rate may be on either side of what counts the wrong way.
    Way(printed("50.00"), printed("49.95"), .notDue, .notMet),
    Way(printed("50.00"), printed("49.94"), .reversing, .notMet),
  ]
  @Test(arguments: ways) func `a direction is wrong from as much on as it is right`(_ row: Way) throws {
    var unit = "percent"
    if case .amount = row.base { unit = "communes" }
    let target = "kind: direction, measure: a, unit: \(unit), baseline: 2023-12-31, toward: up"
    let base = figure(row.base, "a", on: "2023-12-31")
    #expect(try verdict(on: target, [base, figure(row.now, "a")]).word == row.word)
    let early = try verdict(on: target, [base, figure(row.now, "a", on: "2024-06-30")], on: "2024-08-01")
    #expect(early.word == row.early)
    let reasons: [Phrase?] = [.tooLittle, .undecidedPace]
    #expect(early.word != .notDue || reasons.contains(early.reason))
  }
  @Test func `all households that are published are a denominator of a direction too`() throws {
    let target = "kind: direction, measure: poor_rate, unit: percent, baseline: 2023-12-31, toward: down"
    let rates = [figure(printed("5.00"), on: "2023-12-31"), figure(printed("4.90"))]
    #expect(try verdict(on: target, rates).word == .met)
    for day in ["2023-12-31", "2024-12-31"] {
      let few = figure(count(500), "households", on: day)
      #expect(try verdict(on: target, rates + [few]).word == .notMet)
    }
  }
  @Test func `a base at the goal is to be kept, and only that is asked`() throws {
    let target = "kind: level, measure: a, unit: percent, at_most: 1.2, baseline: 2023-12-31"
    let base = figure(ratio(10, 1000), "a", on: "2023-12-31")
    for (now, word) in [(12, VerdictWord.met), (11, .met), (13, .notMet)] {
      let found = try verdict(on: target, [base, figure(ratio(now, 1000), "a")])
      #expect(found.word == word)
      #expect(found.share == nil)
      #expect(found.steps.contains(.isToStay))
    }
  }
  @Test func `a level whose baseline nobody published does not start from nothing`() throws {
    let target = "kind: level, measure: a, unit: people, at_least: 2000, baseline: 2023-12-31"
    let now = figure(count(1910), "a", on: "2024-07-01")
    #expect(try verdict(on: target, [now], on: "2024-08-01").word == .notDue)
  }
}
