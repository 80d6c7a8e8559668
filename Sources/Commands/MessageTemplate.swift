/// A sentence with gaps, written `*`, that recognises a message and gives what stands in the gaps.
struct MessageTemplate: Sendable {
  private let pieces: [Substring]

  /// A template of a text in which every `*` is a gap.
  init(_ text: String) { pieces = text.split(separator: "*", omittingEmptySubsequences: false) }

  /// What stands in the gaps of a message, first to last; `nil` when the message is another.
  ///
  /// A gap ends where the next piece first occurs, the last one at the end of the message.
  func gaps(in message: String) -> [String]? {
    guard let first = pieces.first, message.hasPrefix(first) else { return nil }
    var rest = message.dropFirst(first.count)
    var gaps: [String] = []
    for (index, piece) in pieces.enumerated().dropFirst() {
      if index == pieces.count - 1 {
        guard rest.hasSuffix(piece) else { return nil }
        gaps.append(String(rest.dropLast(piece.count)))
        return gaps
      }
      guard let found = rest.firstRange(of: piece) else { return nil }
      gaps.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty ? gaps : nil
  }
}
