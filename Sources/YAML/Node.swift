public import Diagnostics

/// One YAML value and the place it was written.
public struct Node: Sendable {
  /// What is written.
  public enum Content: Sendable {
    /// A scalar. `plain` is false when it was quoted, so that "1" stays text.
    case scalar(String, plain: Bool)
    /// A list.
    case sequence([Node])
    /// Keys and values, in the order written; no key stands twice.
    case mapping([(key: Node, value: Node)])
  }
  /// What is written.
  public var content: Content
  /// Where it is written; for an alias, where its anchor is.
  public var range: SourceRange
  /// Where the alias is that stands for this value, if one does.
  public var alias: SourceRange?
  /// A value.
  public init(_ content: Content, _ range: SourceRange, alias: SourceRange? = nil) {
    (self.content, self.range, self.alias) = (content, range, alias)
  }

  /// The word for this kind of value in a message.
  public var kind: Phrase {
    switch content {
    case .scalar: Phrase(vi: "một giá trị đơn", en: "a scalar")
    case .sequence: Phrase(vi: "một danh sách", en: "a list")
    case .mapping: Phrase(vi: "các mục tên: giá trị", en: "a mapping")
    }
  }
  /// The value as a message quotes it.
  public var shown: Phrase {
    guard case .scalar(let text, let plain) = content else { return kind }
    if plain { return text.isEmpty ? Phrase(vi: "chỗ trống", en: "nothing") : Phrase(same: "'\(text)'") }
    return Phrase(vi: "chữ trong ngoặc kép \"\(text)\"", en: "the quoted text \"\(text)\"")
  }
  /// The text of a scalar.
  public var scalar: String? { if case .scalar(let text, _) = content { text } else { nil } }
  /// The keys and values of a mapping.
  public var pairs: [(key: Node, value: Node)]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }
  /// The values of a list.
  public var items: [Node]? { if case .sequence(let items) = content { items } else { nil } }
  /// The value of a key of a mapping.
  public subscript(key: String) -> Node? { pairs?.first { $0.key.scalar == key }?.value }
}
