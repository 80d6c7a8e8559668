public import Tables

extension MeasureChange {
  /// The longest time, in years, and the largest denominator of one, for which `relativePerYear` is worked out.
  public static let longestYears: Int128 = 120

  /// The relative change of each year, were it the same in all: `(x1 / x0)^(1 / years) − 1`, rounded half away from zero.
  ///
  /// The root is never taken: the digits found are raised to the power and compared, in whole numbers of any size.
  ///
  /// - Parameter places: 0 to 18.
  /// - Returns: `nil` when the earlier level is 0, a level is negative, the time has terms above 120, or the result does
  ///   not fit.
  public func relativePerYear(places: Int) -> FixedPoint? {
    guard (0...18).contains(places), from > Fraction(0), to >= Fraction(0), let ratio = to / from,
      years.numerator <= Self.longestYears, years.denominator <= Self.longestYears
    else { return nil }
    let root = Root(of: ratio, years: years, places: places)
    guard let units = root.rounded, let value = Int128(exactly: units) else { return nil }
    return FixedPoint(units: value - FixedPoint.power(places), scale: places)
  }
}

/// The `years`-th root of a ratio, in units of 10 to the power of −`places`.
private struct Root {
  private let ratio: Fraction
  private let power: (root: Int, ratio: Int)
  private let one: UInt128

  init(of ratio: Fraction, years: Fraction, places: Int) {
    self.ratio = ratio
    power = (Int(years.numerator), Int(years.denominator))
    one = FixedPoint.power(places).magnitude
  }
  /// How `units` / (`parts` · 10^places) stands to the root: below 0 when it is less.
  private func compared(_ units: UInt128, parts: UInt128 = 1) -> Int {
    let above =
      Natural(units).raised(to: power.root)
      * Natural(ratio.denominator.magnitude).raised(to: power.ratio)
    let below =
      Natural(one * parts).raised(to: power.root)
      * Natural(ratio.numerator.magnitude).raised(to: power.ratio)
    return above < below ? -1 : above == below ? 0 : 1
  }
  /// The nearest units, and of two equally near those away from 1; `nil` when they take more than 120 bits.
  var rounded: UInt128? {
    var (low, high) = (0 as UInt128, one)
    while compared(high) <= 0 {
      guard high < 1 << 119 else { return nil }
      (low, high) = (high, high * 2)
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if compared(middle) <= 0 { low = middle } else { high = middle }
    }
    let half = compared(2 * low + 1, parts: 2)
    return half < 0 || half == 0 && low >= one ? low + 1 : low
  }
}
