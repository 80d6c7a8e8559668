public import Tables

/// The change of a measure between two dates, exactly.
public struct MeasureChange: Sendable, Hashable {
  /// The earlier level.
  public let from: Fraction
  /// The later level.
  public let to: Fraction
  /// The years between them, above zero.
  public let years: Fraction

  /// A change; `nil` when no time lies between.
  public init?(from: Fraction, to: Fraction, years: Fraction) {
    guard years > Fraction(0) else { return nil }
    (self.from, self.to, self.years) = (from, to, years)
  }
  /// The later level less the earlier, in points.
  public var absolute: Fraction? { to - from }
  /// The same for each year.
  public var absolutePerYear: Fraction? { absolute.flatMap { $0 / years } }
  /// The change as a share of the earlier level; `nil` when that is 0.
  public var relative: Fraction? { (to / from).flatMap { $0 - Fraction(1) } }
}
