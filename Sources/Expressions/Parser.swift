import Diagnostics

/// Reads an expression by recursive descent, one function for what binds equally.
struct Parser {
  private let tokens: [Token]
  private var place = 0
  private var depth = 0

  init(_ text: String) throws(ExpressionProblem) { tokens = try Lexer.tokens(text) }

  var token: Token { tokens[place] }
  /// The place after the last token taken.
  var end: Int { place == 0 ? 0 : tokens[place - 1].range.upperBound }

  mutating func advance() { if place < tokens.count - 1 { place += 1 } }
  /// Takes a keyword if it is next.
  mutating func take(_ keyword: Token.Keyword) -> Bool {
    guard token.kind == .keyword(keyword) else { return false }
    advance()
    return true
  }
  /// Takes a sign if it is next.
  mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }
  /// Whether the token after the next is of a kind.
  func following(_ isSo: (Token.Kind) -> Bool) -> Bool {
    place + 1 < tokens.count && isSo(tokens[place + 1].kind)
  }
  mutating func expect(_ keyword: Token.Keyword) throws(ExpressionProblem) {
    guard take(keyword) else { throw unexpected(Phrase(same: keyword.rawValue)) }
  }
  mutating func expect(_ sign: String) throws(ExpressionProblem) {
    guard take(sign) else { throw unexpected(Phrase(same: "'\(sign)'")) }
  }

  /// The whole text as one expression.
  mutating func whole() throws(ExpressionProblem) -> Tree {
    let tree = try any()
    guard token.kind == .end else {
      throw unexpected(Phrase(vi: "một phép toán hoặc hết biểu thức", en: "an operator or the end"))
    }
    return tree
  }
  /// What stands in brackets or between keywords, one level deeper.
  mutating func nested() throws(ExpressionProblem) -> Tree {
    let start = token.range
    depth += 1
    defer { depth -= 1 }
    guard depth < Expression.maximumDepth else { throw .tooDeep(at: start) }
    return try any()
  }
  /// A part of the tree, unless it makes the tree too deep.
  func made(_ kind: Tree.Kind, from start: Int) throws(ExpressionProblem) -> Tree {
    let tree = Tree(kind, start..<end)
    guard tree.depth <= Expression.maximumDepth else { throw .tooDeep(at: tree.range) }
    return tree
  }

  private mutating func any() throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    var parts = [try all()]
    while take(.or) { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : try made(.any(parts), from: start)
  }
  private mutating func all() throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    var parts = [try not()]
    while take(.and) { parts.append(try not()) }
    return parts.count == 1 ? parts[0] : try made(.all(parts), from: start)
  }
  private mutating func not() throws(ExpressionProblem) -> Tree {
    var starts: [Range<Int>] = []
    while token.kind == .keyword(.not) {
      starts.append(token.range)
      advance()
    }
    var tree = try comparison()
    for start in starts.reversed() { tree = try made(.not(tree), from: start.lowerBound) }
    return tree
  }
}
