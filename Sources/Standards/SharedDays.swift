public import Tables

/// Days on which two standards are in force at a time, so that a figure must say which it is under.
public struct SharedDays: Sendable, Hashable {
  /// The ids of the two, the earlier first.
  public let ids: [String]
  /// The first day.
  public let from: Day
  /// The last day; `nil` while neither ends.
  public let to: Day?

  /// The days of two standards; `nil` when they have none in common.
  init?(_ first: Standard, _ second: Standard) {
    let from = max(first.validFrom, second.validFrom)
    let ends = [first.validTo, second.validTo].compactMap { $0 }
    if let end = ends.min(), end < from { return nil }
    (ids, self.from, to) = ([first.id, second.id], from, ends.min())
  }
}
