// Words of a file in a schema that is proposed for it: whatever they hold, they begin no line of their own.
extension String {
  /// The text without what would end a comment, or is no text in YAML.
  var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isPlainInYAML ? $0 : " " }))
  }
  /// The text in double quotes, with what YAML would not keep as it is written by its number.
  var inYAML: String {
    unicodeScalars.reduce(into: "\"") { text, scalar in
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.isPlainInYAML: text.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
    } + "\""
  }
}
extension Unicode.Scalar {
  /// Whether it stands for itself on a line of YAML: no control, no end of a line, and no mark of the byte order.
  fileprivate var isPlainInYAML: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...: true
    default: false
    }
  }
}
