public import Diagnostics

/// What one of several ways to a class is called.
public struct BranchName: Sendable, Hashable {
  /// The id that rules and the column `branch` have.
  public let id: String
  /// What people call it.
  public let name: Phrase
  /// How the name was compared with the act.
  public let checked: Checked
}
