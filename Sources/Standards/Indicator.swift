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

  /// What the flag of an indicator begins with.
  static let flagPrefix = "dep_"
  /// The name by which class rules and columns speak of it: whether a household is deprived in it.
  public var flag: String { Self.flagPrefix + id }
  /// The flag in words, for readers of rules that name it.
  public var flagPhrase: Phrase {
    Phrase(
      vi: "\(flag): thiếu hụt chỉ số “\(name.vi)”", en: "\(flag): deprived in the indicator “\(name.en)”")
  }
}
