public import Expressions

/// One rule by which the class of a household is decided.
///
/// The rules of a list are asked in their order. The first that does not say "no" decides: one that says "yes" gives its
/// class; one that cannot be answered, because something is missing on which the answer depends, gives none.
public struct ClassRule: Sendable, Hashable {
  /// The class of a household of which the condition is true.
  public let householdClass: HouseholdClass
  /// Which of several ways led to the class, such as `income`; `nil` where the standard has but one.
  public let branch: String?
  /// The condition over the names that the standard gives.
  public let condition: Expression
  /// Where it is laid down.
  public let clause: Clause
  /// Whether the rule is not certain.
  public let isProvisional: Bool
}
