import StageTestKit
import Tables
import Testing

@testable import Measures

/// The relative change of a year, without a root being taken.
@Suite struct YearlyChangeTests {
  private static func yearly(
    _ from: Fraction, _ to: Fraction, _ years: Fraction, places: Int = 6
  ) -> String? {
    MeasureChange(from: from, to: to, years: years)?.relativePerYear(places: places)?.plain
  }

  @Test(
    arguments: [
      // A half in two years is a loss of 29.29 % a year; a fourth in two years is exactly a half a year.
      ((1, 2), (1, 4), (2, 1), "-0.292893"), ((1, 2), (1, 8), (2, 1), "-0.500000"),
      ((1, 10), (2, 10), (1, 1), "1.000000"), ((1, 10), (1331, 10000), (3, 1), "0.100000"),
      // In half a year 10 % more is 21 % a year; in eighteen months 33.1 % more is 21 %.
      ((10, 1), (11, 1), (1, 2), "0.210000"), ((1000, 1), (1331, 1), (3, 2), "0.210000"),
      ((1, 4), (1, 4), (5, 1), "0.000000"), ((1, 4), (0, 1), (5, 1), "-1.000000"),
    ] as [((Int128, Int128), (Int128, Int128), (Int128, Int128), String)])
  func `the change of a year is the root, rounded once`(
    from: (Int128, Int128), to: (Int128, Int128), years: (Int128, Int128), wanted: String
  ) {
    #expect(
      Self.yearly(fraction(from.0, from.1), fraction(to.0, to.1), fraction(years.0, years.1)) == wanted)
  }
  @Test func `half a unit goes away from zero`() {
    // 1.05 and 0.95 a year at one place.
    #expect(Self.yearly(fraction(1, 1), fraction(21, 20), fraction(1, 1), places: 1) == "0.1")
    #expect(Self.yearly(fraction(1, 1), fraction(19, 20), fraction(1, 1), places: 1) == "-0.1")
    #expect(Self.yearly(fraction(400, 1), fraction(441, 1), fraction(2, 1), places: 1) == "0.1")
    #expect(Self.yearly(fraction(400, 1), fraction(361, 1), fraction(2, 1), places: 1) == "-0.1")
    #expect(Self.yearly(fraction(1, 1), fraction(1049, 1000), fraction(1, 1), places: 1) == "0.0")
  }
  @Test func `what has no yearly change is nil`() {
    #expect(Self.yearly(fraction(0, 1), fraction(1, 2), fraction(1, 1)) == nil)
    #expect(Self.yearly(fraction(-1, 2), fraction(1, 2), fraction(1, 1)) == nil)
    #expect(Self.yearly(fraction(1, 2), fraction(-1, 2), fraction(1, 1)) == nil)
    #expect(Self.yearly(fraction(1, 2), fraction(1, 3), fraction(121, 1)) == nil)
    #expect(Self.yearly(fraction(1, 2), fraction(1, 3), fraction(1, 121)) == nil)
    #expect(Self.yearly(fraction(1, .max), fraction(.max, 1), fraction(1, 1)) == nil)
    #expect(Self.yearly(fraction(1, .max), fraction(1, 1), fraction(1, 60)) == nil)
    #expect(Self.yearly(fraction(1, 2), fraction(1, 3), fraction(1, 1), places: 19) == nil)
  }
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func `the power of what is found is as near as can be`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    for _ in 0..<20 {
      let (a, b) = (Int128(1 + random.next(below: 9999)), Int128(1 + random.next(below: 9999)))
      let years = 1 + random.next(below: 6)
      let change = try #require(
        MeasureChange(from: fraction(a, 10000), to: fraction(b, 10000), years: fraction(Int128(years), 1)))
      let found = try #require(change.relativePerYear(places: 4))
      // (r ± half a unit)^years lies on both sides of the ratio, in natural numbers.
      let twice = 2 * (found.units + 10000)
      let ratio = (Natural(UInt128(a)), Natural(UInt128(b)))
      let one = Natural(20000).raised(to: years) * ratio.1
      #expect(Natural(UInt128(twice + 1)).raised(to: years) * ratio.0 >= one)
      if twice > 0 { #expect(Natural(UInt128(twice - 1)).raised(to: years) * ratio.0 <= one) }
    }
  }
  @Test func `natural numbers of any size multiply and compare`() {
    let large = Natural(.max)
    #expect(large * Natural(0) == Natural(0) && large * Natural(1) == large)
    #expect(Natural(10).raised(to: 38) == Natural(100_000_000_000_000_000_000_000_000_000_000_000_000))
    #expect(large.raised(to: 3) < large.raised(to: 2) * Natural(.max) * Natural(2))
    #expect(Natural(2).raised(to: 200) < Natural(3).raised(to: 200) && Natural(7).raised(to: 0) == Natural(1))
  }
}
