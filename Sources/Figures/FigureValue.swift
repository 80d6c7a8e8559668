public import Tables

/// What a figure says: one of three kinds, none of them a floating-point number.
public enum FigureValue: Sendable, Hashable {
  /// A count or an amount, exact, in the unit of its measure.
  case amount(FixedPoint)
  /// A ratio of two counts. It is never rounded before it is printed.
  case ratio(numerator: FixedPoint, denominator: FixedPoint)
  /// A rate as somebody printed it, in percent or points. It stands for every number that would be printed so:
  /// 0.96 is the interval from 0.955 up to and without 0.965.
  case printed(FixedPoint)
}

/// Numbers from `low` to `high`, both in the interval unless said otherwise.
///
/// An exact number has equal ends.
public struct Interval: Sendable, Hashable {
  /// The least number.
  public var low: FixedPoint
  /// The greatest number.
  public var high: FixedPoint
  /// Whether `high` itself is outside, as it is for a printed rate.
  public var isOpenAbove: Bool
  /// Numbers from `low` to `high`.
  public init(_ low: FixedPoint, _ high: FixedPoint, isOpenAbove: Bool = false) {
    (self.low, self.high, self.isOpenAbove) = (low, high, isOpenAbove)
  }
  /// The numbers that are printed as `rate`: half a unit of its last place to either side.
  ///
  /// - Returns: `nil` when `rate` has 18 places, so that its half cannot be written.
  public init?(printedAs rate: FixedPoint) {
    guard rate.scale < 18, let units = rate.units(at: rate.scale + 1) else { return nil }
    self.init(
      FixedPoint(units: units - 5, scale: rate.scale + 1),
      FixedPoint(units: units + 5, scale: rate.scale + 1),
      isOpenAbove: true)
  }
}
