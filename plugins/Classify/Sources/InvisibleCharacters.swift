import Diagnostics

extension Phrase {
  /// What stands in a message behind a word with characters that no reader sees or tells from a plain blank; else empty.
  ///
  /// Two words would otherwise look the same, of which one is refused.
  static func invisible(in cell: ArraySlice<UInt8>) -> Phrase {
    var found: [String] = []
    for scalar in FoldedWords.seen(cell).unicodeScalars where scalar.isInvisible {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      if !found.contains(name) { found.append(name) }
    }
    guard !found.isEmpty else { return Phrase(same: "") }
    let names = found.joined(separator: ", ")
    let one = found.count == 1
    return Phrase(
      vi: ", có ký tự ẩn (\(names)),",
      en: one ? ", with an invisible character (\(names))," : ", with invisible characters (\(names)),")
  }
}
extension Unicode.Scalar {
  /// Whether a reader sees nothing of it, or a blank that is not the plain one.
  fileprivate var isInvisible: Bool {
    if properties.isWhitespace { return self != " " }
    switch properties.generalCategory {
    case .control, .format: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }
}
