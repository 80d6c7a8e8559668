/// How labels of groups are told apart: two that differ only in how their letters are composed, or by blanks around, are one.
enum GroupLabel {
  /// A text in the form in which all labels are kept: letters in one scalar each (Unicode NFC), no blanks around.
  static func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    isPlain(text) ? Array(text) : Array(folded(String(decoding: text, as: UTF8.self)[...]).utf8)
  }
  /// The label `column:value` of a table in that form, its column and its value each.
  static func folded(label: String) -> String {
    if label.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return label }
    let parts = label.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard !parts.allSatisfy({ isPlain($0.utf8) }) else { return label }
    return parts.map(folded).joined(separator: ":")
  }
  private static func folded(_ text: Substring) -> String {
    let trimmed = text.drop(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
    var scalars = String.UnicodeScalarView()
    for letter in trimmed[..<end] {
      if letter.unicodeScalars.count > 1, let one = composed[letter] {
        scalars.append(one)
      } else {
        scalars.append(contentsOf: letter.unicodeScalars)
      }
    }
    return String(scalars)
  }

  /// Whether a text is in the form already: all in ASCII or in letters of Vietnamese that are one scalar, no blank around.
  private static func isPlain<Bytes: BidirectionalCollection>(_ text: Bytes) -> Bool
  where Bytes.Element == UInt8, Bytes.SubSequence == Bytes {
    guard let first = text.first, let last = text.last else { return true }
    // Above U+0300 there are marks and blanks; U+1E80 to U+1EFF are letters. 0xC2 begins the blank that does not break.
    var rest = text
    while let byte = rest.popFirst() {
      if byte == 0xE1 {
        guard let next = rest.popFirst(), next & 0xFE == 0xBA, rest.popFirst() != nil else { return false }
      } else if byte == 0xC2 || byte >= 0xCC {
        return false
      } else if byte >= 0xC3 {
        rest = rest.dropFirst()
      }
    }
    return first > 0x20 && last > 0x20
  }
  /// The letters of Latin script that are one scalar, by what is the same written with marks: characters are equal when
  /// they are canonically equivalent.
  private static let composed: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    for range in [0xC0...0x24F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for scalar in range.compactMap({ Unicode.Scalar($0) }) { table[Character(scalar)] = scalar }
    }
    return table
  }()
}
