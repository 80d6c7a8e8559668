public import Tables

/// A count and the rate in percent that was printed with it, as decisions publish them: `3.675 hộ, 1,20 %`.
public struct CountAndRate: Sendable, Hashable {
  /// The households that were counted.
  public let count: FixedPoint
  /// The rate as printed: its decimal places say how finely it was rounded.
  public let rate: FixedPoint
  /// A count and a rate of one unit and day.
  public init(count: FixedPoint, rate: FixedPoint) { (self.count, self.rate) = (count, rate) }

  /// The rate that the count makes of all households, rounded half away from zero to the places of the printed one.
  ///
  /// - Returns: `nil` for no households, and when it does not fit.
  public func rate(in whole: FixedPoint) -> FixedPoint? {
    let scale = max(count.scale, whole.scale)
    guard let part = count.units(at: scale), let all = whole.units(at: scale) else { return nil }
    let (scaled, over) = part.multipliedReportingOverflow(by: FixedPoint.power(rate.scale + 2))
    guard !over else { return nil }
    return scaled.dividedHalfAway(by: all).map { FixedPoint(units: $0, scale: rate.scale) }
  }
  /// Whether the printed rate is the one that the count makes of so many households.
  ///
  /// - Returns: `nil` when that cannot be worked out.
  public func agrees(with whole: FixedPoint) -> Bool? { rate(in: whole).map { $0 == rate } }
}
