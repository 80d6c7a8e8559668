import Diagnostics

extension Parser {
  /// At most one comparison: `a < b < c` means something else in mathematics than in SQL, so it is refused.
  mutating func comparison() throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    let left = try sum()
    guard let tree = try comparison(of: left, from: start) else { return left }
    guard beginsComparison else { return tree }
    throw ExpressionProblem(
      "expression.syntax",
      Phrase(
        vi: "không viết liền hai phép so sánh", en: "one comparison cannot follow another"), at: token.range,
      hint: Phrase(
        vi: "nối bằng AND, dùng BETWEEN … AND …, hoặc đặt phép so sánh đầu trong ngoặc",
        en: "join them with AND, use BETWEEN … AND …, or put the first in brackets"))
  }
  private var beginsComparison: Bool {
    switch token.kind {
    case .sign(let sign): Comparison(rawValue: sign) != nil
    case .keyword(.in), .keyword(.between), .keyword(.like), .keyword(.is), .keyword(.not): true
    default: false
    }
  }
  /// The comparison that follows its left side; `nil` when none does.
  private mutating func comparison(of left: Tree, from start: Int) throws(ExpressionProblem) -> Tree? {
    if case .sign(let sign) = token.kind, let comparison = Comparison(rawValue: sign) {
      advance()
      let right = try sum()
      return try made(.comparison(comparison, left, right), from: start)
    }
    if take(.is) {
      let isNegated = take(.not)
      try expect(.null)
      return try negated(isNegated, .isNull(left), start)
    }
    let isNegated = token.kind == .keyword(.not)
    if isNegated { advance() }
    if take(.in) {
      let items = try list()
      return try negated(isNegated, .among(left, items), start)
    }
    if take(.like) {
      let pattern = try sum()
      return try negated(isNegated, .like(left, pattern), start)
    }
    if take(.between) {
      let low = try sum()
      try expect(.and)
      let high = try sum()
      return try negated(isNegated, .between(left, low, high), start)
    }
    guard !isNegated else {
      throw unexpected(Phrase(vi: "IN, BETWEEN hoặc LIKE", en: "IN, BETWEEN or LIKE"))
    }
    return nil
  }
  private func negated(_ isNegated: Bool, _ kind: Tree.Kind, _ start: Int) throws(ExpressionProblem) -> Tree {
    let tree = try made(kind, from: start)
    return isNegated ? try made(.not(tree), from: start) : tree
  }
  /// What `IN` asks among: one thing or more in brackets.
  private mutating func list() throws(ExpressionProblem) -> [Tree] {
    try expect("(")
    var items = [try nested()]
    while take(",") { items.append(try nested()) }
    try expect(")")
    return items
  }
  private mutating func sum() throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    var left = try product()
    while case .sign(let sign) = token.kind, sign == "+" || sign == "-" {
      advance()
      let right = try product()
      left = try made(.arithmetic(sign == "+" ? .plus : .minus, left, right), from: start)
    }
    return left
  }
  private mutating func product() throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    var left = try signed()
    while take("*") {
      let right = try signed()
      left = try made(.arithmetic(.times, left, right), from: start)
    }
    return left
  }
  private mutating func signed() throws(ExpressionProblem) -> Tree {
    var starts: [Int] = []
    while token.kind == .sign("-") {
      starts.append(token.range.lowerBound)
      advance()
    }
    // The least number has no positive twin, so the last sign is read with its number.
    var tree: Tree
    if case .number(let digits) = token.kind, let start = starts.popLast() {
      tree = try number("-" + digits, from: start)
    } else {
      tree = try primary()
    }
    for start in starts.reversed() { tree = try made(.negated(tree), from: start) }
    return tree
  }
}
