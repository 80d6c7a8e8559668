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
    guard let above = Int128(exactly: numerator.magnitude.divided(by: divisor).quotient),
      let below = Int128(exactly: denominator.magnitude.divided(by: divisor).quotient)
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
    // Over the least common denominator, so that sums of many fractions of few kinds stay small.
    let shared = Int128(commonDivisor(a.denominator.magnitude, b.denominator.magnitude))
    let (p, q) = (a.denominator / shared, b.denominator / shared)
    guard let x = product(a.numerator, q), let y = product(b.numerator, p),
      let below = product(a.denominator, q)
    else { return nil }
    let (above, over) = x.addingReportingOverflow(y)
    return over ? nil : Self(above, over: below)
  }
  /// The exact difference; `nil` when it does not fit.
  public static func - (a: Self, b: Self) -> Self? { a.subtracting(b) }
  /// The exact difference, for who imports this type alone; `nil` when it does not fit.
  public func subtracting(_ other: Self) -> Self? { other.negated.flatMap { self + $0 } }
  /// The exact product; `nil` when it does not fit.
  public static func * (a: Self, b: Self) -> Self? {
    // What is shared crosswise is taken out first: products that fit in lowest terms are then found.
    guard let p = Self(a.numerator, over: b.denominator), let q = Self(b.numerator, over: a.denominator),
      let above = product(p.numerator, q.numerator), let below = product(p.denominator, q.denominator)
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
  public func floored(places: Int) -> FixedPoint? {
    guard let (units, rest) = digits(places: places) else { return nil }
    let exact = (0...places).lazy.compactMap { rounded(places: $0) }.first { Fraction($0) == self }
    return exact ?? fixed(numerator < 0 && rest > 0 ? units.adding(1) : units, places)
  }
  /// The number rounded to `places` decimal places, half away from zero; `nil` when it does not fit.
  public func rounded(places: Int) -> FixedPoint? {
    guard let (units, rest) = digits(places: places) else { return nil }
    return fixed(rest >= denominator.magnitude - rest ? units.adding(1) : units, places)
  }

  /// The digits without the sign, and what is left of them in units of the last place over the denominator.
  ///
  /// The product with the power of ten is 256 bits wide, so it is the result alone that must fit.
  private func digits(places: Int) -> (units: UInt128, rest: UInt128)? {
    guard (0...18).contains(places) else { return nil }
    let wide = numerator.magnitude.multipliedFullWidth(by: FixedPoint.power(places).magnitude)
    let divisor = denominator.magnitude
    if wide.high == 0 { return wide.low.divided(by: divisor) as (UInt128, UInt128) }
    guard wide.high < divisor else { return nil }
    return divisor.dividingFullWidth(wide) as (UInt128, UInt128)
  }
  private func fixed(_ units: UInt128?, _ places: Int) -> FixedPoint? {
    guard let units else { return nil }
    guard let value = Int128(exactly: units) else {
      let isLeast = numerator < 0 && units == Int128.min.magnitude
      return isLeast ? FixedPoint(units: .min, scale: places) : nil
    }
    return FixedPoint(units: numerator < 0 ? -value : value, scale: places)
  }
  private static func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (value, over) = a.multipliedReportingOverflow(by: b)
    return over ? nil : value
  }
  /// Euclid's algorithm; 1 when both are zero.
  private static func commonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 {
      // Numbers of 64 bits, which most are, the machine divides itself.
      if a >> 64 == 0, b >> 64 == 0 {
        var (x, y) = (UInt64(truncatingIfNeeded: a), UInt64(truncatingIfNeeded: b))
        while y != 0 { (x, y) = (y, x % y) }
        return UInt128(x)
      }
      (a, b) = (b, a % b)
    }
    return a == 0 ? 1 : a
  }
}
extension UInt128 {
  /// The sum; `nil` when it does not fit.
  fileprivate func adding(_ more: UInt128) -> UInt128? {
    let (sum, over) = addingReportingOverflow(more)
    return over ? nil : sum
  }
  /// Quotient and remainder; numbers of 64 bits, which most are, the machine divides itself.
  fileprivate func divided(by divisor: UInt128) -> (quotient: UInt128, remainder: UInt128) {
    guard self >> 64 == 0, divisor >> 64 == 0 else { return quotientAndRemainder(dividingBy: divisor) }
    let (quotient, rest) = UInt64(truncatingIfNeeded: self)
      .quotientAndRemainder(dividingBy: UInt64(truncatingIfNeeded: divisor))
    return (UInt128(quotient), UInt128(rest))
  }
}
