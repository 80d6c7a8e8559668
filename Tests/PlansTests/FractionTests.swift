import StageTestKit
import Tables
import Testing

@testable import Plans

/// Exact fractions, held against whole numbers of any size.
@Suite struct FractionTests {
  /// A number of any length up to the limits of 128 bits, often one of the limits or next to it.
  static func any(_ random: inout SeededRandom) -> Int128 {
    switch random.next(below: 12) {
    case 0: return Int128.max - Int128(random.next(below: 3))
    case 1: return Int128.min + 1 + Int128(random.next(below: 3))
    case 2: return Int128(random.next(below: 5)) - 2
    default:
      let wide = Int128(truncatingIfNeeded: random.next()) << 64 | Int128(truncatingIfNeeded: random.next())
      return wide >> Int128(random.next(below: 127))
    }
  }
  static func fraction(_ random: inout SeededRandom) -> Fraction? {
    let below = any(&random)
    return Fraction(any(&random), over: below)
  }
  private func products(_ a: Fraction, _ b: Fraction) -> (BigNumber, BigNumber) {
    (
      BigNumber(a.numerator) * BigNumber(b.denominator), BigNumber(b.numerator) * BigNumber(a.denominator)
    )
  }

  @Test(arguments: 1...20) func `the order is exact near the limits`(seed: UInt64) {
    var random = SeededRandom(seed)
    for _ in 0..<200 {
      guard let a = Self.fraction(&random) else { continue }
      let near = Fraction(a.numerator, over: a.denominator - (a.denominator > 1 ? 1 : 0))
      let other = random.next(below: 3) == 0 ? near : Self.fraction(&random)
      guard let b = other else { continue }
      let (x, y) = products(a, b)
      #expect((a < b) == (x < y), "\(a) < \(b)")
      #expect((a == b) == (x == y), "\(a) == \(b)")
      #expect((a > b) == (x > y), "\(a) > \(b)")
    }
  }
  @Test(arguments: 1...20) func `arithmetic is exact, or says that it does not fit`(seed: UInt64) {
    var random = SeededRandom(seed &* 977)
    for _ in 0..<200 {
      guard let a = Self.fraction(&random), let b = Self.fraction(&random) else { continue }
      let (p, q) = (BigNumber(a.numerator), BigNumber(a.denominator))
      let (r, s) = (BigNumber(b.numerator), BigNumber(b.denominator))
      expect(a + b, is: p * s + r * q, over: q * s, "\(a) + \(b)")
      expect(a - b, is: p * s - r * q, over: q * s, "\(a) - \(b)")
      expect(a * b, is: p * r, over: q * s, "\(a) * \(b)")
      if b.numerator != 0 { expect(a / b, is: p * s, over: q * r, "\(a) / \(b)") }
    }
  }
  /// The result is the number above / below; and when there is none, one of the two does not fit in 128 bits.
  private func expect(_ found: Fraction?, is above: BigNumber, over below: BigNumber, _ what: String) {
    if let found {
      #expect(BigNumber(found.numerator) * below == above * BigNumber(found.denominator), "\(what)")
      #expect(found.denominator > 0)
    } else {
      // A sum is also refused when one of its two products does not fit, although they would cancel out.
      let limit = BigNumber(1 << 62) * BigNumber(1 << 62)
      #expect(above.magnitude > limit || below.magnitude > limit || what.contains("+") || what.contains("-"))
    }
  }
  @Test(arguments: 1...10) func `rounding goes half away from zero`(seed: UInt64) {
    var random = SeededRandom(seed &* 31)
    for _ in 0..<200 {
      let whole = Int128(random.next(below: 1_000_000)) + 1
      guard let a = Fraction(Int128(random.next(below: 4_000_000)) - 2_000_000, over: whole) else { continue }
      let places = random.next(below: 7)
      guard let rounded = a.rounded(places: places) else {
        Issue.record("\(a) does not round")
        continue
      }
      let exact = BigNumber(a.numerator) * BigNumber(FixedPoint.power(places))
      let off = exact - BigNumber(rounded.units) * BigNumber(a.denominator)
      let twice = off.magnitude * BigNumber(2)
      #expect(!(BigNumber(a.denominator) < twice), "\(a) to \(places) places is not \(rounded.plain)")
      if twice == BigNumber(a.denominator) {
        #expect(BigNumber(rounded.units).magnitude * BigNumber(a.denominator) > exact.magnitude)
      }
    }
  }
  @Test(arguments: 1...10) func `the floor is the greatest whole number not above`(seed: UInt64) {
    var random = SeededRandom(seed &* 7)
    for _ in 0..<200 {
      guard let a = Self.fraction(&random) else { continue }
      let (here, below) = (BigNumber(a.numerator), BigNumber(a.denominator))
      #expect(!(here < BigNumber(a.floor) * below))
      #expect(here < (BigNumber(a.floor) + BigNumber(1)) * below)
    }
  }
  @Test func `a fraction is in lowest terms with its sign above the line`() {
    #expect(Fraction(6, over: -4) == Fraction(-3, over: 2))
    #expect(Fraction(6, over: -4)?.denominator == 2)
    #expect(Fraction(0, over: -7)?.denominator == 1)
    #expect(Fraction(FixedPoint(units: 250, scale: 2)) == Fraction(5, over: 2))
  }
  @Test func `what cannot be is nil`() {
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(1) / Fraction(0) == nil)
    #expect(Fraction(.min) == nil)
    #expect(Fraction(FixedPoint(units: .min)).negated == nil)
    #expect(Fraction(1, over: 3)?.rounded(places: 19) == nil)
    #expect(Fraction(FixedPoint(units: .max)).rounded(places: 1) == nil)
  }
}
