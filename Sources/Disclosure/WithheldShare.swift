/// How many of the figures of one measure and kind of group are withheld.
public struct WithheldShare: Sendable, Hashable {
  /// What the figures have in common.
  public struct Kind: Sendable, Hashable {
    /// The measure.
    public let measure: String
    /// The kind of group: `all`, `area`, `ethnicity`.
    public let group: String
  }
  /// What the figures have in common.
  public let kind: Kind
  /// How many are withheld.
  public let withheld: Int
  /// How many there are.
  public let count: Int
}
