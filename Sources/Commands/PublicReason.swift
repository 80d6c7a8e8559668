import ArgumentParser

/// A reason that everybody will read: some words, not blank.
struct PublicReason: Sendable {
  /// The words.
  let text: String

  /// Reads a reason, and says why a text is none.
  static func read(_ argument: String) throws -> PublicReason {
    guard let reason = PublicReason(argument: argument) else { throw ValidationError(UsageError.noReason) }
    return reason
  }
  init?(argument: String) {
    let words = argument.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A word that begins with a dash is the next option, and the reason was forgotten.
    guard words.contains(where: \.isLetter), !words.hasPrefix("-") else { return nil }
    text = words
  }
}
