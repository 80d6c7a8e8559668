import ArgumentParser

/// A reason that everybody will read: some words, not blank.
struct PublicReason: ExpressibleByArgument, Sendable {
  /// The words.
  let text: String

  init?(argument: String) {
    let words = argument.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A word that begins with a dash is the next option, and the reason was forgotten.
    guard words.contains(where: \.isLetter), !words.hasPrefix("-") else { return nil }
    text = words
  }
}
