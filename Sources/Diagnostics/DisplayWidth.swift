extension Unicode.Scalar {
  /// The number of terminal columns it takes: 0 for marks that combine, 2 for East Asian wide ones and emoji, else 1.
  ///
  /// After Unicode Standard Annex 11 (East Asian Width), with the ranges of the wide blocks.
  var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // Hangul vowels and finals join the syllable before them
    if value >= 0x1160, value <= 0x11FF { return 0 }
    return Unicode.Scalar.wide.contains { $0.contains(value) } ? 2 : 1
  }
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD,
  ]
  /// Whether a terminal would obey it instead of showing it: control characters and marks that turn the direction.
  var commandsTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
  /// Itself, or a picture of it when a terminal would obey it.
  var picture: Unicode.Scalar {
    guard commandsTerminal else { return self }
    guard value < 0x20 else { return value == 0x7F ? "\u{2421}" : "\u{FFFD}" }
    return Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
  }
}

extension String {
  /// The text on one line that no terminal obeys: line breaks and controls are written as escapes.
  var onOneLine: String {
    guard unicodeScalars.contains(where: \.commandsTerminal) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let odd where odd.commandsTerminal: result += "\\u{\(String(odd.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
