/// Signs that a file is YAML, of which a table of one column could be made by mistake.
enum YAMLSigns {
  /// The lines that are looked at.
  private static let lineLimit = 200

  /// Whether a file is called YAML, or nearly all lines of its head are keys, items and comments.
  static func areThere(in head: [UInt8], of file: String) -> Bool {
    let name = file.lowercased()
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return true }
    let lines = head.split { $0 == 10 || $0 == 13 }.prefix(lineLimit).map(\.trimmed).filter { !$0.isEmpty }
    let keys = lines.count { isKey($0) }
    let others = lines.count {
      $0.first == UInt8(ascii: "#") || $0.starts(with: [45, 32]) || $0 == [45, 45, 45]
    }
    guard keys > 1, let first = lines.first(where: { $0.first != UInt8(ascii: "#") }) else { return false }
    return (isKey(first) || first == [45, 45, 45]) && (keys + others) * 5 >= lines.count * 4
  }
  /// Whether a line begins with a name and a colon, behind which nothing stands, or a space.
  private static func isKey(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    let isName = line[..<colon].allSatisfy {
      $0 >= 0x80 || $0 == 45 || $0 == 46 || $0 == 95 || $0.isLetterOrDigit
    }
    return isName && (colon + 1 == line.endIndex || line[colon + 1] == 32)
  }
}
extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { (48...57).contains(self) || (97...122).contains(self | 32) }
}
