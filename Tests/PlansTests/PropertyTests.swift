import Diagnostics
import Figures
import StageTestKit
import Tables
import Testing

@testable import Plans

/// What holds of every verdict, on many cases that look random.
@Suite struct PropertyTests {
  /// One target with the figures it is judged by.
  struct Trial {
    let target: String
    let isRate: Bool
    let lessIsBetter: Bool
    let hasBase: Bool
    let isDue: Bool

    init(_ random: inout SeededRandom) {
      isRate = random.next(below: 2) == 0
      hasBase = random.next(below: 3) > 0
      isDue = random.next(below: 2) == 0
      let isChange = hasBase && random.next(below: 3) == 0
      let goal = 1 + random.next(below: 40)
      let number = isRate ? "\(goal / 10).\(goal % 10)" : "\(goal * 10)"
      let words =
        isChange
        ? ["at_least", "above", "number", "about"]
        : ["at_most", "below", "at_least", "above", "number", "about"]
      let word = words[random.next(below: words.count)]
      let falls = isChange ? random.next(below: 2) == 0 : ["at_most", "below"].contains(word)
      lessIsBetter = falls
      let unit = isRate ? (isChange ? "points" : "percent") : "households"
      target = """
        kind: \(isChange ? "change" : "level"), measure: \(isRate ? "a_rate" : "a"), unit: \(unit), \
        \(word): \(number)\(isChange ? ", toward: \(falls ? "down" : "up")" : "")\
        \(hasBase ? ", baseline: 2023-12-31" : "")
        """
    }
    func figures(base: FigureValue, _ grade: Figure.Grade = .press, now: FigureValue) -> [Figure] {
      let measure = isRate ? "a_rate" : "a"
      let here = figure(now, measure, on: isDue ? "2024-12-31" : "2024-06-15", grade: grade)
      return hasBase ? [figure(base, measure, on: "2023-12-31", grade: grade), here] : [here]
    }
    func verdict(_ figures: [Figure]) throws -> Verdict {
      try PlansTests.verdict(on: target, figures, on: isDue ? "2025-02-10" : "2024-08-01")
    }
    func value(_ part: Int) -> FigureValue { isRate ? ratio(part, 4007) : count(part) }
  }

  @Test(arguments: 1...60) func `a better value never gives a worse word`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    for _ in 0..<15 {
      let trial = Trial(&random)
      let base = trial.value(random.next(below: 400))
      let (x, y) = (random.next(below: 400), random.next(below: 400))
      let (worse, better) = trial.lessIsBetter ? (max(x, y), min(x, y)) : (min(x, y), max(x, y))
      let a = try trial.verdict(trial.figures(base: base, now: trial.value(worse)))
      let b = try trial.verdict(trial.figures(base: base, now: trial.value(better)))
      let what = "\(trial.target): \(worse) is \(a.word), \(better) is \(b.word)"
      if a.word.isJudgement, b.word.isJudgement { #expect(a.word.rank <= b.word.rank, "\(what)") }
      if let p = a.share, let q = b.share { #expect(p.low <= q.low && p.high <= q.high, "\(what)") }
      if let p = a.margin, let q = b.margin { #expect(p.low <= q.low && p.high <= q.high, "\(what)") }
      // What is exact is always judged when it is due and there is what it takes.
      if trial.isDue { #expect(a.word == .met || a.word == .notMet, "\(what)") }
    }
  }
  /// A ratio is one number, its printed form every number that rounds to it, its derived form more still.
  @Test(arguments: 1...60) func `what is less certain is never decided more, nor otherwise`(seed: UInt64)
    throws
  {
    var random = SeededRandom(seed &* 131)
    for _ in 0..<15 {
      let trial = Trial(&random)
      guard trial.isRate else { continue }
      let (base, now) = (random.next(below: 400), random.next(below: 400))
      let places = random.next(below: 3)
      let exact = try trial.verdict(trial.figures(base: trial.value(base), now: trial.value(now)))
      let (b, n) = (try rounded(base, places), try rounded(now, places))
      let rounded = try trial.verdict(trial.figures(base: b, now: n))
      let derived = try trial.verdict(trial.figures(base: b, .derived, now: n))
      for (narrow, wide) in [(exact, rounded), (rounded, derived), (exact, derived)] {
        guard wide.word.isJudgement else { continue }
        #expect(narrow.word == wide.word, "\(trial.target): \(now) of 4007 from \(base), \(places) places")
        if let p = narrow.share, let q = wide.share {
          #expect(q.low <= p.low && p.high <= q.high, "\(trial.target)")
        }
      }
    }
  }
  /// Whoever knows the counts behind a printed rate finds no other word than the printed rate has.
  @Test(arguments: 1...40) func `a printed rate has the word of every pair of counts it may stand for`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed &* 4099)
    for _ in 0..<10 {
      let trial = Trial(&random)
      guard trial.isRate, !trial.hasBase else { continue }
      let places = random.next(below: 3)
      let power = [1, 10, 100][places]
      let units = random.next(below: 9 * power)
      let rate = FixedPoint(units: Int128(units), scale: places)
      let found = try trial.verdict(trial.figures(base: printed("1"), now: .printed(rate)))
      guard found.word.isJudgement else { continue }
      for _ in 0..<20 {
        let whole = 1 + random.next(below: 5000)
        // Every part whose share rounds to the printed rate.
        let first = ((2 * units - 1) * whole + 200 * power - 1) / (200 * power)
        let last = ((2 * units + 1) * whole - 1) / (200 * power)
        guard max(first, 0) <= last else { continue }
        let part = max(first, 0) + random.next(below: last - max(first, 0) + 1)
        let pair = try trial.verdict(trial.figures(base: printed("1"), now: ratio(part, whole)))
        #expect(pair.word == found.word, "\(trial.target): \(part) of \(whole) beside \(rate.plain)")
      }
    }
  }
  @Test(arguments: 1...30) func `a count and its whole times a number change nothing`(seed: UInt64) throws {
    var random = SeededRandom(seed &* 257)
    for _ in 0..<15 {
      let trial = Trial(&random)
      guard trial.isRate else { continue }
      let (base, now, factor) = (
        random.next(below: 400), random.next(below: 400), 2 + random.next(below: 1000)
      )
      let one = try trial.verdict(trial.figures(base: ratio(base, 4007), now: ratio(now, 4007)))
      let many = try trial.verdict(
        trial.figures(base: ratio(base * factor, 4007 * factor), now: ratio(now * factor, 4007 * factor)))
      #expect(one.word == many.word && one.share == many.share, "\(trial.target): \(now) from \(base)")
    }
  }
  @Test(arguments: 1...10) func `the order of targets changes no verdict`(seed: UInt64) throws {
    var random = SeededRandom(seed &* 65537)
    let trials = (0..<12).map { _ in Trial(&random) }
    let figures =
      [figure(count(120), "a"), figure(ratio(120, 4007), "a_rate")]
      + [figure(count(200), "a", on: "2023-12-31"), figure(ratio(200, 4007), "a_rate", on: "2023-12-31")]
    func verdicts(_ order: [Int]) throws -> [Int: Verdict] {
      let text = PlanText(order.map { trials[$0].target })
      return Dictionary(uniqueKeysWithValues: zip(order, try text.verdicts(figures).targets.map(\.verdict)))
    }
    let plain = try verdicts(Array(trials.indices))
    #expect(try verdicts(trials.indices.shuffled(using: &random)) == plain)
    let counts = try PlanText(trials.map(\.target)).verdicts(figures).counts
    #expect(counts.map(\.count).reduce(0, +) == trials.count)
  }
  /// Counts of communes that make a district: its word is that of their sum, whichever way they are dealt.
  @Test(arguments: 1...20) func `a whole has the word of the sum of its parts`(seed: UInt64) throws {
    var random = SeededRandom(seed &* 31_337)
    let target = "kind: level, measure: a_rate, unit: percent, at_most: 5"
    for _ in 0..<10 {
      let parts = (0..<8).map { _ in (random.next(below: 12), 60 + random.next(below: 200)) }
      let (poor, all) = (parts.map(\.0).reduce(0, +), parts.map(\.1).reduce(0, +))
      let words = try parts.map {
        try PlansTests.verdict(on: target, [figure(ratio($0.0, $0.1), "a_rate")]).word
      }
      let whole = try PlansTests.verdict(on: target, [figure(ratio(poor, all), "a_rate")]).word
      #expect((whole == .met) == (poor * 100 <= 5 * all))
      // When all parts agree the whole agrees: no word comes of adding alone.
      if Set(words).count == 1 { #expect(words.first == whole) }
    }
  }
  private func rounded(_ part: Int, _ places: Int) throws -> FigureValue {
    .printed(try #require(Fraction(Int128(part) * 100, over: 4007)?.rounded(places: places)))
  }
  @Test(arguments: 1...40) func `the order of figures and others beside them change nothing`(seed: UInt64)
    throws
  {
    var random = SeededRandom(seed &* 17)
    for _ in 0..<10 {
      let trial = Trial(&random)
      let figures = trial.figures(
        base: trial.value(random.next(below: 400)), now: trial.value(random.next(below: 400)))
      let measure = trial.isRate ? "a_rate" : "a"
      let others = [
        figure(count(7), "people"), figure(printed("9.99"), measure, unit: "94@2004-08-31"),
        figure(printed("9.99"), measure, group: "ethnicity:khmer"),
        figure(printed("9.99"), measure, on: "2022-12-31"),
        figure(printed("9.99"), measure, on: "2025-03-31"),
        figure(printed("9.99"), measure, on: trial.isDue ? "2024-12-31" : "2024-06-15", precedence: 1),
        figure(printed("9.99"), measure, on: "2023-12-31", standard: "vn-2016"),
      ]
      let alone = try trial.verdict(figures)
      #expect(try trial.verdict(figures.reversed()) == alone)
      #expect(try trial.verdict((figures + others).shuffled(using: &random)) == alone, "\(trial.target)")
    }
  }
  @Test(arguments: 1...30) func `the words of a comparison put no number on the wrong side`(seed: UInt64)
    throws
  {
    var random = SeededRandom(seed &* 7919)
    let whole = 90_000_000 + random.next(below: 9_000_000)
    let near = whole * 25 / 1000 + random.next(below: 3) - 1
    let found = try verdict(
      on: "kind: level, measure: water_rate, unit: percent, below: 2.5",
      [figure(ratio(near, whole), "water_rate")])
    let told = found.steps.compactMap { $0.en.firstMatch(of: /is ([0-9.]+)%|Comparison: ([0-9.]+)%/) }
      .compactMap { FixedPoint(plain: $0.1 ?? $0.2 ?? "") }
    #expect(told.count == 2)
    for number in told { #expect((number < FixedPoint(units: 25, scale: 1)) == (found.word == .met)) }
  }
}
