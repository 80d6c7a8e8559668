import StageTestKit
import Tables
import Testing

/// Rounding a fraction, against long division on decimal digits of any number.
@Suite struct FractionRoundingTests {
  /// A number of any length up to the limits of 128 bits, often one of the limits or next to it.
  private static func any(_ random: inout SeededRandom) -> Int128 {
    switch random.next(below: 8) {
    case 0: return Int128.max - Int128(random.next(below: 3))
    case 1: return Int128.min + 1 + Int128(random.next(below: 3))
    default:
      let wide = Int128(truncatingIfNeeded: random.next()) << 64 | Int128(truncatingIfNeeded: random.next())
      return wide >> Int128(random.next(below: 127))
    }
  }
  private static func text(_ digits: DecimalDigits, isNegative: Bool) -> String? {
    let most = DecimalDigits(isNegative ? Int128.min.magnitude : Int128.max.magnitude)
    guard digits <= most else { return nil }
    return (isNegative && digits > DecimalDigits(0) ? "-" : "") + digits.description
  }
  /// The units of the number rounded half away from zero, and rounded down, by long division.
  private static func twin(_ value: Fraction, _ places: Int) -> (rounded: String?, floored: String?) {
    let divisor = DecimalDigits(value.denominator.magnitude)
    let (units, rest) = DecimalDigits(value.numerator.magnitude).divided(by: divisor, places: places)
    let isNegative = value.numerator < 0
    let isUp = rest.doubled >= divisor
    let isBelow = isNegative && rest > DecimalDigits(0)
    return (
      text(isUp ? units.next : units, isNegative: isNegative),
      text(isBelow ? units.next : units, isNegative: isNegative)
    )
  }

  @Test(arguments: 1...20) func `rounding is exact wherever the result fits`(seed: UInt64) {
    var random = SeededRandom(seed)
    for _ in 0..<60 {
      guard let value = Fraction(Self.any(&random), over: Self.any(&random)) else { continue }
      let places = random.next(below: 19)
      let expected = Self.twin(value, places)
      let what = "\(value.numerator)/\(value.denominator) to \(places) places"
      #expect(value.rounded(places: places).map { "\($0.units)" } == expected.rounded, "\(what)")
      #expect(value.rounded(places: places).map { $0.scale == places } ?? true)
      let floor = value.floored(places: places)
      #expect(floor?.units(at: places).map { "\($0)" } == expected.floored, "\(what), down")
    }
  }
  @Test(arguments: [
    // The product with 10^18 takes more than 128 bits; the result does not.
    (Int128.max, Int128.max - 1, 18, "1.000000000000000000"),
    (Int128.max - 1, Int128.max, 18, "1.000000000000000000"),
    (-(Int128.max / 2), Int128.max, 18, "-0.500000000000000000"),
    (1, Int128.max, 18, "0.000000000000000000"),
    (123_456_789_012_345_678_901, 1_000_000_007, 18, "123456788148.148161863962866952"),
    (1, 2, 0, "1"), (-1, 2, 0, "-1"), (5, 2, 0, "3"), (-1, 3, 2, "-0.33"), (0, 7, 3, "0.000"),
  ])
  func `what does not fit on the way is rounded all the same`(
    above: Int128, below: Int128, places: Int, text: String
  ) {
    #expect(Fraction(above, over: below)?.rounded(places: places)?.plain == text)
  }
  @Test func `what does not fit in the end is nil`() {
    #expect(Fraction(.max, over: 7)?.rounded(places: 1) == nil)
    #expect(Fraction(.max, over: 10)?.rounded(places: 1)?.units == .max)
    #expect(Fraction(FixedPoint(units: .min)).rounded(places: 0)?.units == .min)
    #expect(Fraction(FixedPoint(units: .min)).rounded(places: 1) == nil)
    #expect(Fraction(1, over: 3)?.rounded(places: -1) == nil)
    #expect(Fraction(1, over: 3)?.floored(places: 19) == nil)
    #expect(Fraction(-1, over: 3)?.floored(places: 1)?.plain == "-0.4")
    #expect(Fraction(5, over: 2)?.floored(places: 6)?.plain == "2.5")
  }
}
