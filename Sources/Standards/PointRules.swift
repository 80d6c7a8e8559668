/// The alternative to income and single deprivations: the points of the forms B1 and B2.
public struct PointRules: Sendable, Hashable {
  /// The limits of points, in the order written.
  public let lines: [AreaLine]
  /// The points of form B2 for each deprivation.
  public let perDeprivation: Int64
  /// Where the points are laid down.
  public let clause: Clause
  /// Whether the points are not certain.
  public let isProvisional: Bool
  /// The rules over `b1`, `b2` and the limits, in order.
  public let rules: [ClassRule]
}
