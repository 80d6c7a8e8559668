public import Diagnostics

/// Where a local standard is in force.
public struct Scope: Sendable, Hashable {
  /// The code of the province.
  public let province: String
  /// The name of the province.
  public let name: Phrase
  /// Where it is laid down.
  public let clause: Clause
}
