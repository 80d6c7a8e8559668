public import Diagnostics
import YAML

/// The words of the theme in one language, by key.
///
/// A file of words is a mapping, which may hold mappings: the key of a word is the way to it, joined by dots.
/// `{name}` in a word stands for a value given where the word is used; `{{` and `}}` are braces.
public struct Wording: Sendable {
  /// A stretch of a word.
  enum Part: Sendable, Hashable {
    case text(String)
    case parameter(String)
  }
  let words: [String: [Part]]
  /// The file it was read from.
  public let file: String

  /// Reads a file of words.
  ///
  /// - Throws: What is wrong with the YAML, `words.not-text`, `words.bad-parameter`.
  public init(_ bytes: [UInt8], file: String) throws(Diagnostics) {
    let root = try parseYAML(bytes, file: file)
    var problems = Diagnostics()
    var words: [String: [Part]] = [:]
    Self.collect(root, "", &words, &problems)
    try problems.throwIfAny()
    (self.words, self.file) = (words, file)
  }
  /// The keys, sorted.
  public var keys: [String] { words.keys.sorted() }
  /// The names of the values a word takes, in the order they stand; `nil` when there is no such word.
  public func parameters(of key: String) -> [String]? {
    words[key]?.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
  }
  /// The word, with values for its parameters; a value that is not given leaves its `{name}` to be seen.
  ///
  /// - Returns: `nil` when there is no such word.
  public func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String? {
    words[key].map { parts in
      parts.reduce(into: "") { text, part in
        switch part {
        case .text(let words): text += words
        case .parameter(let name): text += values[name] ?? "{" + name + "}"
        }
      }
    }
  }

  private static func collect(
    _ node: Node, _ prefix: String, _ words: inout [String: [Part]], _ problems: inout Diagnostics
  ) {
    guard let pairs = node.pairs else {
      guard let text = node.scalar, !prefix.isEmpty else {
        problems.add(.wordNotText(prefix, node))
        return
      }
      guard let parts = parts(of: text) else {
        problems.add(.wordBadParameter(prefix, node))
        return
      }
      words[prefix] = parts
      return
    }
    for (key, value) in pairs {
      collect(value, prefix.isEmpty ? key.scalar ?? "" : prefix + "." + (key.scalar ?? ""), &words, &problems)
    }
  }
  /// Cuts a word at its parameters; `nil` when a brace is not closed or holds no name.
  static func parts(of text: String) -> [Part]? {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard text.utf8.contains(where: { $0 == open || $0 == close }) else {
      return text.isEmpty ? [] : [.text(text)]
    }
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var plain: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let isBrace = byte == open || byte == close
      if isBrace, at + 1 < bytes.count, bytes[at + 1] == byte {
        plain.append(byte)
        at += 2
      } else if byte == open {
        guard let end = bytes[at...].firstIndex(of: close) else { return nil }
        let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        guard isName(name) else { return nil }
        if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
        plain = []
        parts.append(.parameter(name))
        at = end + 1
      } else if byte == close {
        return nil
      } else {
        plain.append(byte)
        at += 1
      }
    }
    if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
    return parts
  }
}

/// Whether text is a name of a value: letters of ASCII, digits, `_`, not first a digit.
func isName(_ text: some StringProtocol) -> Bool {
  guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
  return text.utf8.allSatisfy {
    (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 95
  }
}
