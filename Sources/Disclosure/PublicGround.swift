public import Diagnostics
public import Figures

/// Why figures of some measures and groups may be published as they are.
public struct PublicGround: Sendable, Hashable {
  /// The measures.
  public let measures: [String]
  /// The groups; one that ends in `*` stands for all that begin so.
  public let groups: [String]
  /// The law that makes them public, or the publication they were taken from.
  public let reason: Phrase
  /// A ground.
  public init(measures: [String], groups: [String], reason: Phrase) {
    (self.measures, self.groups, self.reason) = (measures, groups, reason)
  }
  /// Whether it speaks of a figure.
  public func covers(_ figure: Figure) -> Bool {
    measures.contains(figure.measure)
      && groups.contains { group in
        group.hasSuffix("*") ? figure.group.hasPrefix(group.dropLast()) : group == figure.group
      }
  }
}
