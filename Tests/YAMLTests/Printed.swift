import YAML

extension Node {
  /// The tree, a line a value.
  ///
  /// It is written as the events of the YAML test suite are: `+MAP`, `-MAP`, `+SEQ`, `-SEQ`, `:plain`
  /// and `"quoted`. An alias is printed as what it stands for.
  var printed: [String] {
    switch content {
    case .scalar(let text, let plain): [(plain ? ":" : "\"") + text]
    case .sequence(let items): ["+SEQ"] + items.flatMap(\.printed) + ["-SEQ"]
    case .mapping(let pairs): ["+MAP"] + pairs.flatMap { $0.key.printed + $0.value.printed } + ["-MAP"]
    }
  }
  /// The value on one line.
  var flow: String {
    switch content {
    case .scalar(let text, let plain): plain ? text : "\"\(text)\""
    case .sequence(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key.flow): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }
  /// Every value in it, itself and keys included, aliases not followed.
  var written: [Node] {
    guard alias == nil else { return [self] }
    switch content {
    case .scalar: return [self]
    case .sequence(let items): return [self] + items.flatMap(\.written)
    case .mapping(let pairs): return [self] + pairs.flatMap { $0.key.written + $0.value.written }
    }
  }
}
