/// The words of a chart that are not data.
public struct ChartText: Sendable, Hashable {
  /// The id in the page; it must be the only one of its name there.
  public var id: String
  /// The title, for those who cannot see the chart.
  public var title: String
  /// The sentence that tells all points in words.
  public var description: String
  /// The sentence that says where the table is.
  public var tableBelow: String
  /// The word on the mark between two standards.
  public var seriesBreak: String
  /// Words for one chart.
  public init(id: String, title: String, description: String, tableBelow: String, seriesBreak: String) {
    (self.id, self.title, self.description) = (id, title, description)
    (self.tableBelow, self.seriesBreak) = (tableBelow, seriesBreak)
  }
}
