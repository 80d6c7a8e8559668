import Diagnostics
import Figures
import StageTestKit
import Tables
import Testing

@testable import Plans

/// The plan's own path, targets without a pace, and what is due after its period.
@Suite struct PathTests {
  /// From 5 % at the end of 2020 to 3 % at the end of 2022, and to 1 % at the end of 2025.
  static let path =
    "kind: level, measure: a_rate, unit: percent, at_most: 1, baseline: 2020-12-31, milestones: "
    + "[{ on: 2022-12-31, at_most: 3 }]"
  static let rise =
    "kind: level, measure: a, unit: people, at_least: 1000, milestones: [{ on: 2022-12-31, at_least: 200 }]"

  static func judged(
    _ target: String, _ figures: [Figure], on iso: String
  ) throws -> Verdict {
    try verdict(on: target, figures, on: iso) { $0.period = "{ from: 2021-01-01, to: 2025-12-31 }" }
  }
  static func rate(_ thousandths: Int, on iso: String) -> Figure {
    figure(ratio(thousandths, 100_000), "a_rate", on: iso)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let now: Int
    let day: String
    let word: VerdictWord
    var base: Int? = 5000
    var testDescription: String { "\(now) on \(day) from \(base ?? -1)" }
  }
  static let cases = [
    // On the day of the milestone itself: 2 points were to be made.
    Case(now: 3000, day: "2022-12-31", word: .onTrack), Case(now: 3100, day: "2022-12-31", word: .onTrack),
    Case(now: 3101, day: "2022-12-31", word: .slow), Case(now: 3800, day: "2022-12-31", word: .slow),
    Case(now: 3801, day: "2022-12-31", word: .verySlow), Case(now: 5000, day: "2022-12-31", word: .verySlow),
    Case(now: 5001, day: "2022-12-31", word: .reversing),
    Case(now: 1000, day: "2022-12-31", word: .currentlyMet),
    // Half the way to it: by the straight line to the end 0.8 points would be enough, by the path it is 1 point.
    Case(now: 4000, day: "2021-12-31", word: .onTrack), Case(now: 4200, day: "2021-12-31", word: .slow),
    Case(now: 4050, day: "2021-12-31", word: .onTrack), Case(now: 4401, day: "2021-12-31", word: .verySlow),
    Case(now: 2900, day: "2021-12-31", word: .onTrack),
    // A third of the way from the milestone to the end, by days 365 of 1096.
    Case(now: 2333, day: "2023-12-31", word: .onTrack), Case(now: 2334, day: "2023-12-31", word: .onTrack),
    Case(now: 2470, day: "2023-12-31", word: .slow), Case(now: 3500, day: "2023-12-31", word: .verySlow),
    // Without a base figure the path says only what is on it.
    Case(now: 3000, day: "2022-12-31", word: .onTrack, base: nil),
    Case(now: 3001, day: "2022-12-31", word: .notDue, base: nil),
    Case(now: 2900, day: "2021-12-31", word: .onTrack, base: nil),
    Case(now: 3100, day: "2021-12-31", word: .notDue, base: nil),
    Case(now: 900, day: "2021-12-31", word: .currentlyMet, base: nil),
    // What starts ahead of the path and falls back is worse than it was, and what started at the goal too.
    Case(now: 2900, day: "2022-12-31", word: .reversing, base: 2800),
    Case(now: 2700, day: "2022-12-31", word: .onTrack, base: 2800),
    Case(now: 1001, day: "2022-12-31", word: .reversing, base: 900),
  ]
  @Test(arguments: cases) func `the pace is that of the plan's own path`(_ row: Case) throws {
    let base = row.base.map { [Self.rate($0, on: "2020-12-31")] } ?? []
    let found = try Self.judged(Self.path, base + [Self.rate(row.now, on: row.day)], on: "2024-02-10")
    #expect(found.word == row.word)
    #expect(found.reason != nil || row.word != .notDue)
  }
  @Test func `the path is told with its number of that day`() throws {
    let found = try Self.judged(
      Self.path, [Self.rate(5000, on: "2020-12-31"), Self.rate(3100, on: "2022-12-31")], on: "2023-02-10")
    #expect(found.steps.map(\.vi).contains("Lộ trình của kế hoạch, ngày 31/12/2022: nhiều nhất 3\u{A0}%."))
    #expect(
      found.steps.map(\.vi).contains("Đã đi ít nhất 95\u{A0}% quãng đường mà lộ trình đòi hỏi tới lúc này."))
    #expect(found.steps.map(\.en).contains("The plan's own path, 2022-12-31: at most 3%."))
  }
  @Test(arguments: [
    (200, "2022-12-31", VerdictWord.onTrack), (190, "2022-12-31", .onTrack), (189, "2022-12-31", .slow),
    (119, "2022-12-31", .verySlow), (1000, "2022-12-31", .currentlyMet),
  ]) func `an output starts from nothing on its path`(now: Int, iso: String, word: VerdictWord) throws {
    #expect(try Self.judged(Self.rise, [figure(count(now), "a", on: iso)], on: "2023-02-10").word == word)
  }
  /// A path that lies on the straight line is that line.
  @Test(arguments: 1...40) func `a milestone on the straight line changes no word`(seed: UInt64) throws {
    var random = SeededRandom(seed &* 709)
    let start = day("2020-12-31")
    let length = Int(day("2025-12-31").number - start.number)
    for _ in 0..<10 {
      let falls = random.next(below: 2) == 0
      let step = 1 + random.next(below: 12)
      let goal = falls ? random.next(below: 60_000) : step * length + random.next(below: 60_000)
      let base = falls ? goal + step * length : goal - step * length
      let (place, taken) = (100 + random.next(below: 1500), 1 + random.next(below: length - 1))
      let between = falls ? base - step * place : base + step * place
      // Near the line, or anywhere.
      let line = falls ? base - step * taken : base + step * taken
      let here = max(
        0, random.next(below: 2) == 0 ? line + random.next(below: 801) - 400 : random.next(below: 90_000))
      func number(_ n: Int) -> String { FixedPoint(units: Int128(n), scale: 3).plain }
      func later(_ days: Int) -> String { Day(number: start.number + Int32(days)).iso }
      let word = falls ? "at_most" : "at_least"
      let plain =
        "kind: level, measure: a_rate, unit: percent, \(word): \(number(goal)), baseline: 2020-12-31"
      let path = plain + ", milestones: [{ on: \(later(place)), \(word): \(number(between)) }]"
      let figures = [Self.rate(base, on: "2020-12-31"), Self.rate(here, on: later(taken))]
      let day = later(taken + random.next(below: length - taken))
      let (a, b) = (try Self.judged(plain, figures, on: day), try Self.judged(path, figures, on: day))
      #expect(a.word == b.word, "\(path): \(here) on \(later(taken))")
    }
  }
  @Test func `at the end the path says nothing more`() throws {
    let figures = [Self.rate(5000, on: "2020-12-31"), Self.rate(1001, on: "2025-12-31")]
    let found = try Self.judged(Self.path, figures, on: "2026-02-10")
    #expect(found.word == .notMet)
    #expect(found.share?.exact == 99)
  }
  @Test func `of all of a population the path is of at least`() throws {
    let target =
      "kind: level, measure: a_rate, unit: percent, all: true, milestones: [{ on: 2022-12-31, at_least: 80 }]"
    #expect(try Self.judged(target, [Self.rate(80_000, on: "2022-12-31")], on: "2023-02-10").word == .onTrack)
    #expect(try Self.judged(target, [Self.rate(79_999, on: "2022-12-31")], on: "2023-02-10").word == .notDue)
  }
  @Test(arguments: [
    "at_most: 3", "at_most: 3, baseline: 2020-12-31",
  ]) func `without a pace a figure in between is at the goal, or it is not due`(goal: String) throws {
    let target = "kind: level, measure: a_rate, unit: percent, \(goal), pace: none"
    for (now, word) in [(3000, VerdictWord.currentlyMet), (3001, .notDue), (9000, .notDue)] {
      let figures = [Self.rate(2000, on: "2020-12-31"), Self.rate(now, on: "2022-12-31")]
      let found = try Self.judged(target, figures, on: "2023-02-10")
      #expect(found.word == word)
      #expect(found.result?.asOf == day("2022-12-31"))
      #expect(word == .currentlyMet || found.reason == .noPath)
    }
  }
  @Test func `without a pace a cut and a direction are not due either`() throws {
    let cut =
      "kind: change, measure: a_rate, unit: points, at_least: 1, toward: down, baseline: 2020-12-31, pace: none"
    let way =
      "kind: direction, measure: a_rate, unit: percent, toward: down, baseline: 2020-12-31, pace: none"
    let figures = [Self.rate(2000, on: "2020-12-31"), Self.rate(2500, on: "2022-12-31")]
    for target in [cut, way] { #expect(try Self.judged(target, figures, on: "2023-02-10").word == .notDue) }
  }

  // MARK: Due after the period

  static let budget =
    "kind: money, measure: spent, unit: million_dong, number: 500, due: 2025-01-31, due_reason: r"
  @Test func `money may be due after the period, and only then is it judged`() throws {
    let late = figure(count(480), "spent", on: "2025-01-31", standard: "")
    let early = figure(count(400), "spent", on: "2024-12-31", standard: "")
    #expect(try verdict(on: Self.budget, [early, late], on: "2025-02-10").word == .met)
    let open = try verdict(on: Self.budget, [early], on: "2025-01-15")
    #expect(open.word == .currentlyMet)
    #expect(open.steps.map(\.vi).contains("Đã dùng 80\u{A0}% số tiền của kế hoạch."))
    #expect(open.steps.map(\.vi).contains("Đã qua 92\u{A0}% thời gian."))
    let missing = try verdict(on: Self.budget, [early], on: "2025-02-10")
    #expect(missing.word == .noData)
    #expect(missing.reason == .onlyInterim(day("2024-12-31")))
    #expect(try PlanText(Self.budget).plan().targets.first?.dueReason?.vi == "r")
  }
  @Test func `more than the budget before it is due is told as that`() throws {
    let found = try verdict(
      on: Self.budget, [figure(count(501), "spent", on: "2024-12-31", standard: "")], on: "2025-01-15")
    #expect(found.word == .notDue)
    #expect(found.reason == .overBudget)
  }
}
