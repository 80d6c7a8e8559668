import Diagnostics

/// One word inside a tag, with its place.
struct Token: Sendable {
  enum Kind: Sendable, Hashable {
    /// A path of names: `target.name`.
    case path([String])
    /// A text in double quotes.
    case text(String)
    case equals
  }
  let kind: Kind
  let range: SourceRange
  /// The name, when it is a path of one.
  var name: String? { if case .path(let names) = kind, names.count == 1 { names[0] } else { nil } }
  /// The text as the author sees it, for messages.
  var shown: String {
    switch kind {
    case .path(let names): names.joined(separator: ".")
    case .text(let text): "\"" + text + "\""
    case .equals: "="
    }
  }
}

/// A stretch of a template: text, or one tag.
enum TemplatePiece: Sendable {
  case text(Range<Int>)
  case tag([Token], SourceRange)
}
