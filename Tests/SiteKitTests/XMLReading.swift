/// A strict, small reading of markup, enough to tell whether what the program writes is well formed.
///
/// It knows elements, attributes in double quotes and the five entities that are written, and nothing else.
struct XMLReading {
  /// The elements in the order opened: the names of those around, joined by `/`.
  private(set) var paths: [String] = []
  /// The text directly in each of them.
  private(set) var texts: [String] = []
  /// The values of attributes, by `path@name`.
  private(set) var attributes: [(String, String)] = []
  /// What is wrong with it; `nil` when it is well formed.
  private(set) var fault: String?

  init(_ text: String) {
    var open: [(name: String, index: Int)] = []
    var rest = text.unicodeScalars[...]
    if text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") { rest = rest.dropFirst(39) }
    while fault == nil, !rest.isEmpty {
      let words = String(rest.prefix { $0 != "<" })
      rest = rest.drop { $0 != "<" }
      if let index = open.last?.index, let plain = Self.plain(words) {
        texts[index] += plain
      } else if !words.allSatisfy(\.isWhitespace) {
        fault = "text or an entity where none may be: \(words)"
      }
      guard !rest.isEmpty else { break }
      let tag = String(rest.prefix { $0 != ">" })
      rest = rest.drop { $0 != ">" }.dropFirst()
      take(tag, &open)
    }
    if fault == nil, !open.isEmpty { fault = "\(open.last?.name ?? "") is not closed" }
    if let odd = text.unicodeScalars.first(where: Self.isForbidden) {
      fault = "U+\(String(odd.value, radix: 16))"
    }
  }
  /// The texts of the elements at a path.
  func texts(at path: String) -> [String] { zip(paths, texts).filter { $0.0 == path }.map(\.1) }
  /// The values of an attribute.
  func values(of attribute: String) -> [String] { attributes.filter { $0.0 == attribute }.map(\.1) }

  private mutating func take(_ tag: String, _ open: inout [(name: String, index: Int)]) {
    if let end = tag.wholeMatch(of: /<\/([A-Za-z][A-Za-z0-9]*)/) {
      if open.last?.name == String(end.1) { open.removeLast() } else { fault = "\(tag) closes nothing" }
      return
    }
    guard let start = tag.wholeMatch(of: /<([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z:-]+="[^"<]*")*)\s*(\/?)/)
    else {
      fault = "no tag: \(tag)"
      return
    }
    let path = (open.map(\.name) + [String(start.1)]).joined(separator: "/")
    for match in start.2.matches(of: /([A-Za-z:-]+)="([^"]*)"/) {
      guard let value = Self.plain(String(match.2)) else {
        fault = "an entity in \(tag)"
        return
      }
      attributes.append(("\(path)@\(match.1)", value))
    }
    paths.append(path)
    texts.append("")
    if start.3.isEmpty { open.append((String(start.1), paths.count - 1)) }
  }
  /// The text with its entities put back; `nil` when one is none.
  private static func plain(_ text: String) -> String? {
    guard text.contains("&") else { return text }
    var out = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&" else {
        out.unicodeScalars.append(scalar)
        continue
      }
      let names =
        ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\"", "#39;": "'"] as [String: Unicode.Scalar]
      guard let name = names.keys.first(where: { rest.starts(with: $0.unicodeScalars) }),
        let sign = names[name]
      else {
        return nil
      }
      out.unicodeScalars.append(sign)
      rest = rest.dropFirst(name.unicodeScalars.count)
    }
    return out
  }
  /// Characters that XML 1.0 has no place for.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: false
    case 0..<32, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
