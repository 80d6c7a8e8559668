/// A writer of diagnostics for people (text with the source line) and for programs (JSON Lines).
///
/// It reads nothing itself: the caller gives the bytes of a file and the path that people know it by.
public struct DiagnosticRenderer {
  /// The language of the text form.
  public var language: Language
  /// The most diagnostics that the text form shows; the count line counts all of them.
  public var limit: Int
  /// The columns of source text shown of one line; at least 20.
  public var width: Int
  let source: (String) -> [UInt8]?
  let path: (String) -> String

  /// A writer.
  ///
  /// - Parameters:
  ///   - language: The language of the text form.
  ///   - limit: The most diagnostics that the text form shows.
  ///   - width: The columns of source text shown of one line.
  ///   - source: The bytes of a file named by a range; `nil` when it cannot be read, and then no source line is shown.
  ///   - path: The path shown for a file named by a range; the same one unless given.
  public init(
    language: Language, limit: Int = 100, width: Int = 100, source: @escaping (String) -> [UInt8]?,
    path: @escaping (String) -> String = { $0 }
  ) {
    (self.language, self.limit, self.width) = (language, limit, width)
    (self.source, self.path) = (source, path)
  }
}
