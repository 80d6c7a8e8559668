public import Figures
import Tables

extension CountAndRate {
  /// All the numbers of households with which the printed rate is right: 100n/(r+h) < N ≤ 100n/(r−h), h being half a
  /// unit of the last printed place.
  ///
  /// A rate of 0 is right with any number that is large enough. `nil` when there is no such number, and when an end does
  /// not fit.
  public var wholes: Extent? {
    guard rate >= 0, rate.scale < 18, let rates = Extent(printed: rate), let top = rates.high,
      let bottom = rates.low,
      let hundredfold = Fraction(count) * Fraction(100), let least = hundredfold / top.value
    else { return nil }
    let low = Extent.End(least, isIncluded: top.isIncluded)
    guard bottom.value > Fraction(0) else { return Extent(from: low, to: nil) }
    guard count > 0, let most = hundredfold / bottom.value else { return nil }
    return Extent(from: low, to: Extent.End(most))
  }
}

extension Extent {
  /// Every sum of a number of `a` and one of `b`; `nil` when an end does not fit.
  public static func + (a: Extent, b: Extent) -> Extent? {
    func end(_ x: End?, _ y: End?) -> End?? {
      guard let x, let y else { return .some(nil) }
      return (x.value + y.value).map { End($0, isIncluded: x.isIncluded && y.isIncluded) }
    }
    guard let low = end(a.low, b.low), let high = end(a.high, b.high) else { return nil }
    return Extent(from: low, to: high)
  }
}
