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
  public let clause: Clause
  /// Whether it is not certain that the indicator belongs to the standard.
  public let isProvisional: Bool
  /// When a household is deprived in it; `nil` where the pack does not say.
  public let condition: IndicatorCondition?
}
