public import Tables

/// A place on the plan's own path: what a level is to be on a day before it is due.
public struct Milestone: Sendable, Hashable {
  /// The day.
  public let on: Day
  /// What is asked of the level on that day; the same comparison as that of the target.
  public let comparison: Comparison

  /// A place on a path.
  public init(on: Day, _ comparison: Comparison) { (self.on, self.comparison) = (on, comparison) }
}
