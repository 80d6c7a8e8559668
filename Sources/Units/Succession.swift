/// A step from a unit that ended to one that took its place, wholly or in part.
public struct Succession: Sendable, Hashable {
  /// How much of the old unit went into the new one.
  public enum Extent: String, Sendable, CaseIterable {
    /// All of it: counts of the old unit may be added into the new one.
    case full
    /// A part of it, of a size the lists do not give: counts cannot be converted.
    case partial
    /// Not said by the lists: counts cannot be converted.
    case unstated
  }
  /// The id of the unit that ended.
  public let from: String
  /// The id of the unit that took its place.
  public let to: String
  /// How much of it.
  public let extent: Extent
  /// The list or resolution that says so.
  public let source: String
}
