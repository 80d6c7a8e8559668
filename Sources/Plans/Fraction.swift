public import Tables

/// An exact rational number in lowest terms.
///
/// Comparing never rounds and never overflows; adding and multiplying say when the result does not fit.
public struct Fraction: Sendable, Hashable, Comparable {
  /// The number above the line; it has the sign.
  public let numerator: Int128
  /// The number below the line, above zero.
  public let denominator: Int128

  /// The number `numerator` / `denominator`; `nil` when the denominator is zero, or lowest terms do not fit.
  public init?(_ numerator: Int128, over denominator: Int128 = 1) {
    guard denominator != 0 else { return nil }
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    let isNegative = (numerator < 0) != (denominator < 0)
    guard let above = Int128(exactly: numerator.magnitude / divisor),
      let below = Int128(exactly: denominator.magnitude / divisor)
    else { return nil }
    (self.numerator, self.denominator) = (isNegative ? -above : above, below)
  }
  /// The same number.
  public init(_ number: FixedPoint) {
    // A scale of at most 18 places is a denominator that always fits, and dividing makes numbers only smaller.
    let power = FixedPoint.power(number.scale)
    let divisor = Int128(Self.commonDivisor(number.units.magnitude, power.magnitude))
    (numerator, denominator) = (number.units / divisor, power / divisor)
  }
  /// A whole number.
  public init(_ number: Int) { (numerator, denominator) = (Int128(number), 1) }

  /// Orders numbers by value, exactly.
  public static func < (a: Self, b: Self) -> Bool {
    let x = a.numerator.multipliedFullWidth(by: b.denominator)
    let y = b.numerator.multipliedFullWidth(by: a.denominator)
    return x.high != y.high ? x.high < y.high : x.low < y.low
  }
  /// The exact sum; `nil` when it does not fit.
  public static func + (a: Self, b: Self) -> Self? {
    guard let x = product(a.numerator, b.denominator), let y = product(b.numerator, a.denominator),
      let below = product(a.denominator, b.denominator)
    else { return nil }
    let (above, over) = x.addingReportingOverflow(y)
    return over ? nil : Self(above, over: below)
  }
  /// The exact difference; `nil` when it does not fit.
  public static func - (a: Self, b: Self) -> Self? { b.negated.flatMap { a + $0 } }
  /// The exact product; `nil` when it does not fit.
  public static func * (a: Self, b: Self) -> Self? {
    guard let above = product(a.numerator, b.numerator), let below = product(a.denominator, b.denominator)
    else { return nil }
    return Self(above, over: below)
  }
  /// The exact quotient; `nil` when `b` is zero or the quotient does not fit.
  public static func / (a: Self, b: Self) -> Self? {
    Self(b.denominator, over: b.numerator).flatMap { a * $0 }
  }
  /// The number with the other sign; `nil` for the least that fits.
  public var negated: Self? {
    let (value, over) = (0 as Int128).subtractingReportingOverflow(numerator)
    return over ? nil : Self(value, over: denominator)
  }
  /// The greatest whole number that is not above it.
  public var floor: Int128 {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? quotient - 1 : quotient
  }
  /// The number rounded down to `places` decimal places, with fewer when that is exact; `nil` when it does not fit.
  func floored(places: Int) -> FixedPoint? {
    guard (0...18).contains(places), let scaled = Self.product(numerator, FixedPoint.power(places)) else {
      return nil
    }
    let exact = (0...places).lazy.compactMap { rounded(places: $0) }.first { Fraction($0) == self }
    let down = Self(scaled, over: denominator)?.floor
    return exact ?? down.map { FixedPoint(units: $0, scale: places) }
  }
  /// The number rounded to `places` decimal places, half away from zero; `nil` when it does not fit.
  public func rounded(places: Int) -> FixedPoint? {
    guard (0...18).contains(places), let scaled = Self.product(numerator, FixedPoint.power(places)) else {
      return nil
    }
    return scaled.dividedHalfAway(by: denominator).map { FixedPoint(units: $0, scale: places) }
  }

  private static func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (value, over) = a.multipliedReportingOverflow(by: b)
    return over ? nil : value
  }
  /// Euclid's algorithm; 1 when both are zero.
  private static func commonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : a
  }
}
