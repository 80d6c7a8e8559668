public import Diagnostics

/// Something to tell of a file that was seen while it was cut into pieces; `decode` makes a finding of it.
public struct TextNote: Sendable, Hashable {
  /// The code of the finding.
  public var code: String
  /// The line, from 1.
  public var line: Int
  /// The name of the column, when it is about one.
  public var column: String?
  /// What is to be told.
  public var message: Phrase
}
