/// One place along the horizontal axis of a chart.
public struct ChartPoint: Sendable, Hashable {
  /// The words under the axis, such as a year.
  public var label: String
  /// The value in whole steps of the chart, such as hundredths of a percent; `nil` leaves a gap.
  public var value: Int?
  /// The value as the table prints it.
  public var text: String
  /// Which standard the value was measured by.
  ///
  /// Points of different standards are never joined.
  public var standard: String
  /// A point.
  public init(_ label: String, value: Int?, text: String, standard: String = "") {
    (self.label, self.value, self.text, self.standard) = (label, value, text, standard)
  }
}
