public import Diagnostics

/// One way of reading a target: everything in it must hold.
public struct Reading: Sendable, Hashable {
  /// What tells it from the other readings; `nil` when there is one alone.
  public let name: Phrase?
  /// What must hold; at least one.
  public let conditions: [Condition]
}

/// One comparison of a measure with a goal.
public struct Condition: Sendable, Hashable {
  /// What tells it from the other conditions of its reading; `nil` when there is one alone.
  public let name: Phrase?
  /// The measure, as figures name it.
  public let measure: String
  /// The group, as figures name it.
  public let group: String
  /// What is asked of it; `nil` for a direction.
  public let goal: Goal?
}
