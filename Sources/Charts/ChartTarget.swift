/// What a plan wants at one point of a chart.
public struct ChartTarget: Sendable, Hashable {
  /// The index of the point that is due.
  public var index: Int
  /// The value wanted, in the steps of the chart.
  public var value: Int
  /// The words beside the mark, such as `Kế hoạch ≤ 1,20 %`.
  public var text: String
  /// The index of the point from which the plan's path starts; `nil` draws the mark alone.
  public var from: Int?
  /// A target.
  public init(at index: Int, value: Int, text: String, from: Int? = nil) {
    (self.index, self.value, self.text, self.from) = (index, value, text, from)
  }
}
