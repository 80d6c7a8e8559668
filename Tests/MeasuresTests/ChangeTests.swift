import StageTestKit
import Tables
import Testing

@testable import Measures

private typealias Years = (before: MeasureSums, after: MeasureSums)

/// Changes between two years, divided exactly.
@Suite struct ChangeTests {
  private static func years(_ column: String, weight: String = "1") throws -> (
    rule: DeprivationRule, whole: Years, groups: [Years]
  ) {
    let (before, after) = (
      try census(2024, weight: weight, isDual: true), try census(2025, weight: weight, isDual: true)
    )
    let none = MeasureSums(before.rule)
    let (old, new) = (before.sums(over: column), after.sums(over: column))
    let groups = Set(old.keys).union(new.keys).sorted().map { (old[$0] ?? none, new[$0] ?? none) }
    let whole = (before.sums(over: "")[""] ?? none, after.sums(over: "")[""] ?? none)
    return (before.rule, whole, groups)
  }

  /// What groups did to the M0 of the whole.
  private static func change(_ groups: [Years], of whole: Years, by rule: DeprivationRule) throws
    -> GroupChange
  {
    GroupChange(
      try groups.map { group in
        let levels = (
          try PovertyMeasures(group.before, by: rule).m0, try PovertyMeasures(group.after, by: rule).m0
        )
        let shares = (
          fraction(group.before.weight, whole.before.weight), fraction(group.after.weight, whole.after.weight)
        )
        return try #require(GroupChange.Effect(shares: shares, levels: levels))
      })
  }

  @Test func `a change is a difference, in points and as a share`() throws {
    let change = try #require(MeasureChange(from: fraction(1, 4), to: fraction(1, 5), years: fraction(2, 1)))
    #expect(change.absolute == fraction(-1, 20) && change.absolutePerYear == fraction(-1, 40))
    #expect(change.relative == fraction(-1, 5))
    let fromNothing = try #require(
      MeasureChange(from: fraction(0, 1), to: fraction(1, 5), years: fraction(1, 1)))
    #expect(fromNothing.relative == nil && fromNothing.absolute == fraction(1, 5))
    #expect(MeasureChange(from: fraction(1, 4), to: fraction(1, 5), years: fraction(0, 1)) == nil)
  }
  @Test(arguments: ["1", "nhankhau"]) func `incidence and intensity add up to the change`(weight: String)
    throws
  {
    let (rule, whole, groups) = try Self.years("xa", weight: weight)
    for years in [whole] + groups {
      let before = try PovertyMeasures(years.before, by: rule)
      let after = try PovertyMeasures(years.after, by: rule)
      let change = try #require(IntensityChange(from: before, to: after))
      let (m0, m1) = (try #require(before.m0), try #require(after.m0))
      #expect(change.incidence + change.intensity == m1 - m0)
    }
  }
  @Test func `where nobody is poor in a year the change is one of incidence`() throws {
    let rule = try Twelve.rule(3)
    var (none, some) = (MeasureSums(rule), MeasureSums(rule))
    none.add(0, weight: 4, by: rule)
    some.add(0b1111, weight: 1, by: rule)
    some.add(0, weight: 3, by: rule)
    let (before, after) = (try PovertyMeasures(none, by: rule), try PovertyMeasures(some, by: rule))
    #expect(
      IntensityChange(from: before, to: after).map { [$0.incidence, $0.intensity] }
        == [fraction(1, 12), fraction(0, 1)])
    #expect(
      IntensityChange(from: after, to: before).map { [$0.incidence, $0.intensity] }
        == [fraction(-1, 12), fraction(0, 1)])
    #expect(IntensityChange(from: before, to: before)?.incidence == fraction(0, 1))
    let nobody = try PovertyMeasures(MeasureSums(rule), by: rule)
    #expect(IntensityChange(from: nobody, to: after) == nil)
  }
  @Test(arguments: ["huyen", "xa", "khuvuc", "dantoc"], ["1", "nhankhau"])
  func `each group's effects are exactly what it did`(column: String, weight: String) throws {
    let (rule, whole, groups) = try Self.years(column, weight: weight)
    let change = try Self.change(groups, of: whole, by: rule)
    let scale = Int128(rule.weights.total)
    for (group, effect) in zip(groups, change.effects) {
      let was = fraction(group.before.score, scale * whole.before.weight)
      let became = fraction(group.after.score, scale * whole.after.weight)
      #expect(effect.within + effect.shift == became - was)
    }
    let m0 = try PovertyMeasures(whole.before, by: rule).m0
    let m1 = try PovertyMeasures(whole.after, by: rule).m0
    let all = try #require(m0.flatMap { m0 in m1.flatMap { $0 - m0 } }?.rounded(places: 12))
    let within = try #require(change.within(places: 12))
    let shift = try #require(change.shift(places: 12))
    let off = within.units + shift.units - all.units
    // Two roundings, of at most half a unit each.
    #expect(off.magnitude <= 1)
  }
  @Test func `a group that nobody is in shifts people and changes nothing within`() throws {
    let rule = try Twelve.rule(3)
    var (old, new, other) = (MeasureSums(rule), MeasureSums(rule), MeasureSums(rule))
    old.add(0b111, weight: 1, by: rule)
    old.add(0, weight: 1, by: rule)
    new = old
    other.add(0b111, weight: 2, by: rule)
    var after = new
    after.merge(other)
    let change = try Self.change([(old, new), (MeasureSums(rule), other)], of: (old, after), by: rule)
    #expect(change.effects[1].within == fraction(0, 1) && change.effects[1].shift == fraction(1, 8))
    #expect(change.effects[0] == GroupChange.Effect(within: fraction(0, 1), shift: fraction(-1, 16)))
    #expect(change.shift(places: 4) == FixedPoint(units: 625, scale: 4))
  }
  @Test func `no groups did nothing`() {
    #expect(GroupChange([]).within(places: 2) == 0 && GroupChange([]).shift(places: 2) == 0)
  }
  @Test func `effects that are too large to be true have no sum, and never trap`() {
    // No common denominator of these fits, and none or not all of their floors do.
    let below = [10_000_000_000_037, 10_000_000_000_051, 10_000_000_000_099] as [Int128]
    for above in [Int128(1) << 126, 500_000_000_000_000_000_000_000_001] {
      let effects = below.map {
        GroupChange.Effect(within: fraction(above, $0), shift: fraction(-above, $0))
      }
      let change = GroupChange(effects + effects + effects)
      #expect(change.within(places: 6) == nil && change.shift(places: 6) == nil)
    }
    #expect(fraction(.max, 1).flooredUnits(places: 1) == nil)
  }
  @Test(arguments: 1...10 as ClosedRange<UInt64>) func `floors are the greatest multiple not above`(
    seed: UInt64
  ) {
    var random = SeededRandom(seed)
    for _ in 0..<100 {
      let value = fraction(
        Int128(random.next(below: 4_000_000)) - 2_000_000, Int128(1 + random.next(below: 999_999)))
      guard let units = value.flooredUnits(places: 10) else {
        Issue.record("\(value) has no floor")
        continue
      }
      #expect(
        fraction(units, FixedPoint.power(10)) <= value && value < fraction(units + 1, FixedPoint.power(10)))
    }
    #expect(fraction(.max, 3).flooredUnits(places: 24) == nil)
  }
}
