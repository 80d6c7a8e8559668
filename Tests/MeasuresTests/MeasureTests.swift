import Tables
import Testing

@testable import Measures

/// What measures must be to one another, whoever the households are.
@Suite struct MeasureTests {
  @Test(arguments: [2024, 2025], [false, true]) func `contributions add up to M0, and H times A is M0`(
    year: Int, isDual: Bool
  ) throws {
    for weight in ["1", "nhankhau"] {
      let made = try census(year, weight: weight, isDual: isDual)
      for (_, sums) in made.sums(over: "xa") {
        let m = try PovertyMeasures(sums, by: made.rule)
        let (h, m0) = (try #require(m.h), try #require(m.m0))
        if let a = m.a { #expect(h * a == m0) }
        let parts = (0..<12).compactMap { m.contribution($0) }
        #expect(parts.reduce(fraction(0, 1)) { $0 + $1 ?? fraction(-1, 1) } == m0)
        let dimensions = made.rule.dimensions.compactMap { m.contributionShare(ofDimension: $0) }
        #expect(
          dimensions.isEmpty
            || dimensions.reduce(fraction(0, 1)) { $0 + $1 ?? fraction(-1, 1) } == fraction(1, 1))
        #expect(
          m.contribution(ofDimension: "yte")
            == m.contribution(2).flatMap { a in m.contribution(3).flatMap { a + $0 } })
      }
    }
  }
  @Test(arguments: ["huyen", "xa", "khuvuc", "dantoc"]) func `shares of groups add up to 1`(column: String)
    throws
  {
    let made = try census(2024, weight: "nhankhau", isDual: true)
    let whole = try PovertyMeasures(try #require(made.sums(over: "")[""]), by: made.rule)
    let groups = made.sums(over: column)
    var sums = [fraction(0, 1), fraction(0, 1), fraction(0, 1)]
    var m0 = fraction(0, 1)
    for (_, group) in groups {
      let share = whole.share(of: group)
      for (index, value) in [share.population, share.poor, share.m0].enumerated() {
        sums[index] = try #require(value.flatMap { sums[index] + $0 })
      }
      let own = try #require(try PovertyMeasures(group, by: made.rule).m0)
      m0 = try #require(share.population.flatMap { $0 * own }.flatMap { m0 + $0 })
    }
    #expect(sums == [fraction(1, 1), fraction(1, 1), fraction(1, 1)])
    #expect(m0 == whole.m0)
  }
  @Test func `the multidimensional rate is poor and near-poor, and neither H nor M0`() throws {
    let rule = try Twelve.rule(3, needsIncome: true)
    var sums = MeasureSums(rule)
    sums.add(0b111, weight: 1, by: rule)
    sums.add(0b11, weight: 1, by: rule)
    sums.add(0, weight: 1, by: rule)
    sums.add(0xFFF, weight: 2, isWithinLine: false, by: rule)
    let made = try PovertyMeasures(sums, by: rule)
    #expect(made.multidimensionalRate == fraction(3, 5) && made.nearPoorRate == fraction(2, 5))
    #expect(made.h == fraction(1, 5) && made.a == fraction(1, 4) && made.m0 == fraction(1, 20))
    // Whoever is above the line counts as deprived in nothing.
    #expect(made.uncensored(0) == fraction(2, 5) && made.uncensored(11) == fraction(0, 1))
    let plain = try PovertyMeasures(MeasureSums(Twelve.rule(3)), by: Twelve.rule(3))
    #expect(plain.multidimensionalRate == nil && plain.nearPoorRate == nil)
  }
  @Test func `the total may come from a table of everybody`() throws {
    let rule = try Twelve.rule(3)
    var sums = MeasureSums(rule)
    sums.add(0b111, weight: 3, by: rule)
    sums.add(0b1, weight: 1, by: rule)
    let made = try PovertyMeasures(sums, by: rule, of: 100)
    #expect(made.h == fraction(3, 100) && made.m0 == fraction(3, 400) && made.a == fraction(1, 4))
    #expect(made.censored(0) == fraction(3, 100))
    // Nobody asked those who are not on the list.
    #expect(made.uncensored(0) == nil)
    #expect(throws: MeasureProblem.countAboveTotal(count: 4, total: 3)) {
      try PovertyMeasures(sums, by: rule, of: 3)
    }
  }
  @Test func `nobody poor is a rate of zero without an intensity`() throws {
    let rule = try Twelve.rule(3)
    var sums = MeasureSums(rule)
    sums.add(0b11, weight: 2, by: rule)
    let made = try PovertyMeasures(sums, by: rule)
    #expect(made.h == fraction(0, 1) && made.m0 == fraction(0, 1) && made.a == nil)
    #expect(made.contribution(0) == fraction(0, 1) && made.contributionShare(0) == nil)
    #expect(made.contributionShare(ofDimension: "yte") == nil)
  }
  @Test func `sums of another rule are refused`() throws {
    let other = try DeprivationRule([.init("a")], count: 1)
    #expect(throws: MeasureProblem.indicatorCount(1)) {
      try PovertyMeasures(MeasureSums(other), by: Twelve.rule(3))
    }
  }
}
