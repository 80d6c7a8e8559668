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
