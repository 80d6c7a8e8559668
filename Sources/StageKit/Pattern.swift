import Synchronization

/// The regular expressions of the limits, each of which is compiled once.
///
/// An option is declared anew for each mapping that is read, and compiling costs more than reading one.
enum Pattern {
  // A regular expression may not be shared without a lock, as it makes its program at the first match.
  private static let compiled = Mutex<[String: Regex<AnyRegexOutput>]>([:])

  /// Whether a text is, from end to end, of a regular expression.
  static func isWhole(_ text: String, _ pattern: String) -> Bool {
    compiled.withLock { known in
      if let regex = known[pattern] { return text.wholeMatch(of: regex) != nil }
      // The pattern is a constant of the program; a test compiles every one.
      guard let regex = try? Regex(pattern) else {
        preconditionFailure("not a regular expression: \(pattern)")
      }
      known[pattern] = regex
      return text.wholeMatch(of: regex) != nil
    }
  }
}
