import Diagnostics
import StageTestKit
import Tables
import Testing

@testable import Measures

/// Weights and cut-offs on whole numbers.
@Suite struct RuleTests {
  private static func indicators(_ count: Int) -> [DeprivationRule.Indicator] {
    (0..<count).map { DeprivationRule.Indicator("i\($0)") }
  }

  @Test func `weights become parts of their least common denominator`() throws {
    let weights = try IndicatorWeights([fraction(1, 6), fraction(1, 4), fraction(7, 12)])
    #expect(weights.parts == [2, 3, 7] && weights.total == 12)
    #expect(weights[1] == fraction(1, 4))
    #expect(try IndicatorWeights.equal(12).parts == Array(repeating: 1, count: 12))
    let nested = try IndicatorWeights.nested([2, 3, 1])
    #expect(nested.parts == [3, 3, 2, 2, 2, 6] && nested.total == 18)
    #expect(try IndicatorWeights.nested([2, 2, 2, 2, 2, 2]) == .equal(12))
  }
  @Test(
    arguments: [
      [fraction(1, 2), fraction(1, 3)], [fraction(1, 2), fraction(2, 3)], [fraction(3, 2), fraction(-1, 2)],
      [fraction(1, 1_000_003), fraction(1_000_002, 1_000_003), fraction(1, 999_983), fraction(-1, 999_983)],
      [fraction(1, 1 << 80), fraction((1 << 80) - 1, 1 << 80)],
    ]) func `weights that are none are refused`(weights: [Fraction])
  {
    #expect(throws: MeasureProblem.weights) { try IndicatorWeights(weights) }
  }
  @Test func `there are between one and sixty-four indicators`() throws {
    #expect(throws: MeasureProblem.indicatorCount(0)) { try IndicatorWeights([]) }
    #expect(throws: MeasureProblem.indicatorCount(0)) { try IndicatorWeights.nested([2, 0]) }
    #expect(throws: MeasureProblem.indicatorCount(65)) { try IndicatorWeights.nested([64, 1]) }
    #expect(throws: MeasureProblem.indicatorCount(3)) {
      try DeprivationRule(Self.indicators(3), weights: .equal(4), cutoff: fraction(1, 2))
    }
    let widest = try DeprivationRule(Self.indicators(64), count: 64)
    #expect(widest.isPoor(score: widest.score(.max)) && !widest.isPoor(score: widest.score(.max - 1)))
  }
  @Test(arguments: [fraction(0, 1), fraction(-1, 12), fraction(13, 12), fraction(1, 1 << 70)])
  func `a cut-off is above 0 and at most 1`(cutoff: Fraction) {
    #expect(throws: MeasureProblem.cutoff(cutoff)) {
      try DeprivationRule(Self.indicators(12), cutoff: cutoff)
    }
  }
  @Test(arguments: 1...30 as ClosedRange<UInt64>) func `identification is what exact fractions say`(
    seed: UInt64
  )
    throws
  {
    var random = SeededRandom(seed)
    let raw = (0..<(1 + random.next(below: 20))).map { _ in Int128(1 + random.next(below: 40)) }
    let whole = raw.reduce(0, +)
    let weights = raw.map { fraction($0, whole) }
    let below = Int128(1 + random.next(below: 50))
    let cutoff = fraction(1 + Int128(random.next(below: Int(below))), below)
    let rule = try DeprivationRule(
      Self.indicators(raw.count), weights: IndicatorWeights(weights), cutoff: cutoff)
    for _ in 0..<200 {
      let vector = random.next() & (1 << UInt64(raw.count) - 1)
      let exact = weights.indices.reduce(0 as Int128) { $0 + (vector >> UInt64($1) & 1 == 1 ? raw[$1] : 0) }
      let score = rule.score(vector)
      #expect(fraction(Int128(score), Int128(rule.weights.total)) == fraction(exact, whole))
      #expect(rule.isPoor(score: score) == (fraction(exact, whole) >= cutoff))
    }
  }
  @Test func `bits beyond the indicators are no deprivations`() throws {
    let rule = try DeprivationRule(Self.indicators(3), count: 3)
    #expect(rule.score(.max) == 3 && rule.score(1 << 40) == 0)
    var sums = MeasureSums(rule)
    sums.add(.max, weight: 2, by: rule)
    #expect(sums.poor == 2 && sums.score == 6)
  }
  @Test func `dimensions come once, in the order of their indicators`() throws {
    #expect(try Twelve.rule(3).dimensions == Twelve.dimensions)
    #expect(try DeprivationRule(Self.indicators(2), count: 1).dimensions == ["i0", "i1"])
  }
  @Test(arguments: [
    (MeasureProblem.indicatorCount(65), "1 to 64 indicators are needed with a weight each, not 65"),
    (.indicatorCount(63, most: 62), "1 to 62 indicators are needed with a weight each, not 63"),
    (.weights, "add up to exactly 1 and have a common denominator of at most 10⁹"),
  ]) func `a limit is told as it is`(_ problem: MeasureProblem, _ words: String) {
    #expect(problem.phrase.en.hasSuffix(words), "\(problem.phrase.en)")
  }
  @Test func `weights are refused where their common denominator is above the limit, and not before`() throws
  {
    let most = Int128(1_000_000_000)
    let weights = try IndicatorWeights([fraction(1, most), fraction(most - 1, most)])
    #expect(weights.total == 1_000_000_000)
    #expect(throws: MeasureProblem.weights) {
      try IndicatorWeights([fraction(1, most + 1), fraction(most, most + 1)])
    }
    #expect(try IndicatorWeights.equal(64).parts.count == 64)
    #expect(throws: MeasureProblem.indicatorCount(65)) {
      try IndicatorWeights(Array(repeating: fraction(1, 65), count: 65))
    }
  }
  @Test func `every problem has a code of its own and words in both languages`() {
    let problems: [MeasureProblem] = [
      .indicatorCount(0), .weights, .cutoff(fraction(2, 1)), .tooLarge, .countAboveTotal(count: 2, total: 1),
      .unknownClass("giàu"), .idTwice(year: 2024), .unknownYear(1999), .negative,
    ]
    #expect(Set(problems.map(\.code)).count == problems.count)
    let explained = Set(measuresExplanations.map(\.code))
    #expect(explained.isSuperset(of: problems.map(\.code.rawValue)))
    for problem in problems {
      #expect(problem.code.rawValue.hasPrefix("measures."))
      #expect(!problem.phrase.vi.isEmpty && problem.phrase.vi != problem.phrase.en)
    }
  }
}
