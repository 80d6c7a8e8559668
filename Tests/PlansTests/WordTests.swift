import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// The word, the share, the margin and what is said besides, where there is something to judge.
@Suite struct WordTests {
  /// From 2,000 poor households on 31/12/2023 to at most 1,000 on 31/12/2024; 1 July 2024 is exactly half the way.
  static let fall =
    "kind: level, measure: poor, unit: households, at_most: 1000, baseline: 2023-12-31"
  static let rise =
    "kind: level, measure: pupils, unit: people, at_least: 2000, baseline: 2023-12-31"
  static let cut =
    "kind: change, measure: poor, unit: households, at_least: 1000, toward: down, baseline: 2023-12-31"
  static let output = "kind: level, measure: workers, unit: people, at_least: 1000"

  @Test(arguments: [
    (1525, VerdictWord.onTrack), (1526, .slow), (1521, .onTrack), (1700, .slow), (1701, .verySlow),
    (2000, .verySlow), (2001, .reversing), (1001, .onTrack), (1000, .currentlyMet), (0, .currentlyMet),
  ]) func `the pace of a fall has exact thresholds`(now: Int, word: VerdictWord) throws {
    let start = figure(count(2000), "poor", on: "2023-12-31")
    let here = figure(count(now), "poor", on: "2024-07-01")
    #expect(try verdict(on: Self.fall, [start, here], on: "2024-08-01").word == word)
    #expect(try verdict(on: Self.cut, [start, here], on: "2024-08-01").word == word)
  }
  @Test(arguments: [
    (1475, VerdictWord.onTrack), (1474, .slow), (1300, .slow), (1299, .verySlow), (1000, .verySlow),
    (999, .reversing), (1999, .onTrack), (2000, .currentlyMet), (5000, .currentlyMet),
  ]) func `the pace of a rise has exact thresholds`(now: Int, word: VerdictWord) throws {
    let start = figure(count(1000), "pupils", on: "2023-12-31")
    let here = figure(count(now), "pupils", on: "2024-07-01")
    #expect(try verdict(on: Self.rise, [start, here], on: "2024-08-01").word == word)
  }
  @Test(arguments: [
    (475, VerdictWord.onTrack), (474, .slow), (300, .slow), (299, .verySlow), (0, .verySlow),
    (1000, .currentlyMet),
  ]) func `an output starts from nothing on the day before the period`(now: Int, word: VerdictWord) throws {
    let here = figure(count(now), "workers", on: "2024-07-01", standard: "")
    #expect(try verdict(on: Self.output, [here], on: "2024-08-01").word == word)
  }
  @Test func `what was at the goal and is no longer is reversing`() throws {
    let start = figure(count(900), "poor", on: "2023-12-31")
    let here = figure(count(1001), "poor", on: "2024-07-01")
    #expect(try verdict(on: Self.fall, [start, here], on: "2024-08-01").word == .reversing)
    let late = figure(count(1001), "poor")
    let found = try verdict(on: Self.fall, [start, late])
    #expect(found.word == .notMet)
    #expect(found.share == nil)
  }
  @Test func `a level without a base figure has no pace`() throws {
    let here = figure(printed("1.30"), on: "2024-07-01")
    let target = "kind: level, measure: poor_rate, unit: percent, at_most: 1.2"
    let found = try verdict(on: target, [here], on: "2024-08-01")
    // The figure in between is shown, and the word claims nothing of it.
    #expect(found.word == .notDue)
    #expect(found.result == here)
    #expect(found.reason?.vi == "chưa đến hạn, chưa ở mức mục tiêu; không có số liệu gốc để biết tiến độ")
    let met = try verdict(on: target, [figure(printed("1.10"), on: "2024-07-01")], on: "2024-08-01")
    #expect(met.word == .currentlyMet)
  }
  @Test(arguments: [
    // Half the time: 0.19 of 0.4 points is a pace of 95 %, but 1.41 stands for numbers on both sides of it.
    ("1.60", "1.41", VerdictWord.notDue), ("1.60", "1.39", .onTrack), ("1.60", "1.43", .slow),
    ("1.60", "1.62", .reversing), ("1.60", "1.60", .notDue),
  ]) func `a pace is told only when all numbers agree on the word`(
    start: String, now: String, word: VerdictWord
  ) throws {
    let target = "kind: level, measure: poor_rate, unit: percent, at_most: 1.2, baseline: 2023-12-31"
    let figures = [figure(printed(start), on: "2023-12-31"), figure(printed(now), on: "2024-07-01")]
    let found = try verdict(on: target, figures, on: "2024-08-01")
    #expect(found.word == word)
    if word == .notDue { #expect(found.reason == .undecidedPace) }
  }
  @Test(arguments: [(1001, 99), (1334, 66), (1999, 0), (2000, 0), (2001, nil), (2100, nil)] as [(Int, Int?)])
  func `the share of what is not met is rounded down, and none is told of what went the other way`(
    end: Int, share: Int?
  ) throws {
    let figures = [figure(count(2000), "poor", on: "2023-12-31"), figure(count(end), "poor")]
    for target in [Self.fall, Self.cut] {
      let found = try verdict(on: target, figures)
      #expect(found.word == .notMet)
      #expect(found.share?.low == share)
    }
  }
  @Test func `the share of a rounded change is the least it may be`() throws {
    let target =
      "kind: change, measure: poor_rate, unit: points, at_least: 1, toward: down, baseline: 2023-12-31"
    let figures = [figure(printed("2.0"), on: "2023-12-31"), figure(printed("1.5"))]
    // Between 0.4 and 0.6 of the point.
    #expect(try verdict(on: target, figures).share?.low == 40)
  }

  // MARK: Ranges

  @Test(arguments: [
    (13, VerdictWord.notMet), (14, .met), (15, .met), (16, .met), (17, .notMet),
  ]) func `a range of a level has two ends`(end: Int, word: VerdictWord) throws {
    let target = "kind: level, measure: poor, unit: households, between: [14, 16]"
    #expect(try verdict(on: target, [figure(count(end), "poor")]).word == word)
  }
  @Test(arguments: [(40, 20, 83), (40, 17, 95), (10, 13, 75), (10, 20, nil), (40, 10, nil), (15, 17, nil)])
  func `the share of a range of a level is of the way to its nearer end`(
    start: Int, end: Int, share: Int?
  ) throws {
    let target =
      "kind: level, measure: poor, unit: households, between: [14, 16], baseline: 2023-12-31"
    let found = try verdict(
      on: target, [figure(count(start), "poor", on: "2023-12-31"), figure(count(end), "poor")])
    #expect(found.word == .notMet)
    #expect(found.share?.low == share)
  }
  @Test(arguments: [
    (13, VerdictWord.notMet, nil), (14, .met, Phrase.insideRange), (16, .met, .insideRange),
    (17, .met, .beyondRange),
  ]) func `a range of a change is met from its nearer end on, and what is beyond it is noted`(
    cut: Int, word: VerdictWord, note: Phrase?
  ) throws {
    let target =
      "kind: change, measure: poor, unit: households, between: [14, 16], toward: down, baseline: 2023-12-31"
    let found = try verdict(
      on: target, [figure(count(100), "poor", on: "2023-12-31"), figure(count(100 - cut), "poor")])
    #expect(found.word == word)
    let notes: [Phrase] = [.insideRange, .beyondRange, .perhapsBeyondRange]
    #expect(found.steps.filter { notes.contains($0) } == (note.map { [$0] } ?? []))
  }
  @Test func `a rounded change at the far end of a range may be beyond it`() throws {
    let target =
      "kind: change, measure: poor_rate, unit: points, between: [2, 3], toward: down, baseline: 2023-12-31"
    let found = try verdict(on: target, [figure(printed("5.00"), on: "2023-12-31"), figure(printed("2.00"))])
    #expect(found.word == .met)
    #expect(found.steps.contains(.perhapsBeyondRange))
  }

  // MARK: Directions and money

  @Test(arguments: [
    ("90.00", "90.06", VerdictWord.met), ("90.00", "90.05", .noData), ("90.00", "90.03", .notMet),
    ("90.00", "89.90", .notMet),
  ]) func `a direction is right from 0.05 points on`(start: String, end: String, word: VerdictWord) throws {
    let target = "kind: direction, measure: school, unit: percent, toward: up, baseline: 2023-12-31"
    let figures = [figure(printed(start), "school", on: "2023-12-31"), figure(printed(end), "school")]
    #expect(try verdict(on: target, figures).word == word)
  }
  @Test(arguments: [
    (100, 101, VerdictWord.met, VerdictWord.currentlyMet), (100, 100, .notMet, .notDue),
    (100, 99, .notMet, .reversing),
  ]) func `a direction of a count is right from one on`(
    start: Int, end: Int, word: VerdictWord, before: VerdictWord
  ) throws {
    let target = "kind: direction, measure: clubs, unit: communes, toward: up, baseline: 2023-12-31"
    let base = figure(count(start), "clubs", on: "2023-12-31")
    #expect(try verdict(on: target, [base, figure(count(end), "clubs")]).word == word)
    let now = figure(count(end), "clubs", on: "2024-07-01")
    #expect(try verdict(on: target, [base, now], on: "2024-08-01").word == before)
  }
  @Test func `a budget is not to be exceeded, and what was used is told`() throws {
    let target = "kind: money, measure: budget, unit: million_dong, number: 94277"
    let found = try verdict(on: target, [figure(count(47000), "budget", standard: "")])
    #expect(found.word == .met)
    #expect(found.margin == nil)
    #expect(found.reason == .budget)
    #expect(found.steps.map(\.vi).contains("Đã dùng 49,8531\u{A0}% số tiền của kế hoạch."))
    #expect(!found.steps.map(\.vi).contains { $0.contains("thời gian") })
    #expect(try verdict(on: target, [figure(count(94278), "budget", standard: "")]).word == .notMet)
  }
  @Test func `money that is to be raised is judged by what the plan says`() throws {
    let target = "kind: money, measure: fund, unit: million_dong, at_least: 500"
    #expect(try verdict(on: target, [figure(count(499), "fund", standard: "")]).word == .notMet)
    #expect(try verdict(on: target, [figure(count(500), "fund", standard: "")]).word == .met)
  }
  @Test func `a bare number and about are told`() throws {
    let bare = "kind: level, measure: houses, unit: households, number: 100"
    #expect(try verdict(on: bare, [figure(count(100), "houses")]).reason == .bareNumber)
    let about = "kind: level, measure: houses, unit: households, about: 150"
    let found = try verdict(on: about, [figure(count(143), "houses")])
    #expect(found.word == .met)
    #expect(found.reason == .aboutNumber)
    #expect(try verdict(on: about, [figure(count(142), "houses")]).word == .notMet)
  }
}
