public import Diagnostics
public import Expressions

/// When a household is deprived in an indicator, over the columns of a form.
public struct IndicatorCondition: Sendable, Hashable {
  /// Of what the condition is asked.
  public enum Level: String, Sendable, Hashable {
    /// Of the household.
    case household
    /// Of each member: the household is deprived when it is true of any.
    case member
  }
  /// Of what the condition is asked.
  public let level: Level
  /// The condition.
  public let expression: Expression
  /// The condition in words.
  public let meaning: Phrase
  /// Where it is laid down.
  public let clause: Clause
  /// Whether the condition is not certain.
  public let isProvisional: Bool
}
