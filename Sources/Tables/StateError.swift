/// Bytes that were not written by the same program for the same purpose.
public struct StateError: Error, Sendable, Hashable {
  /// What is wrong, in English.
  public let message: String
  /// What is wrong.
  public init(_ message: String) { self.message = message }
}
