public import Diagnostics

/// One indicator of deprivation.
public struct Indicator: Sendable, Hashable {
  /// The id that pipelines and columns use, such as `water`.
  public let id: String
  /// The service that it belongs to.
  public let dimension: Phrase
  /// What the decree calls it.
  public let name: Phrase
  /// Where it is laid down.
  public let clause: String
}
