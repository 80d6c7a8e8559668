extension FixedPoint {
  /// The number rounded to `places` decimal places, half away from zero.
  ///
  /// - Parameter places: 0 to 18.
  /// - Returns: `nil` when more places are asked for than fit in 128 bits, or `places` is out of range.
  public func rounded(places: Int) -> FixedPoint? {
    guard (0...18).contains(places) else { return nil }
    return roundedUnits(places: places).map { FixedPoint(units: $0, scale: places) }
  }
  /// The units of the number rounded to `places` decimal places, half away from zero; `nil` as for `rounded(places:)`.
  public func roundedUnits(places: Int) -> Int128? {
    guard (0...18).contains(places) else { return nil }
    if places >= scale { return units(at: places) }
    return units.dividedHalfAway(by: Self.power(scale - places))
  }
}

extension Int128 {
  /// The quotient rounded to a whole number, half away from zero, in integers throughout.
  ///
  /// - Returns: `nil` when `divisor` is zero, or the quotient does not fit.
  public func dividedHalfAway(by divisor: Int128) -> Int128? {
    guard divisor != 0 else { return nil }
    let isNegative = (self < 0) != (divisor < 0)
    var (quotient, rest) = magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    if rest >= divisor.magnitude - rest { quotient += 1 }
    guard isNegative else { return Int128(exactly: quotient) }
    return quotient > Int128.max.magnitude ? Int128.min : -Int128(quotient)
  }
}
