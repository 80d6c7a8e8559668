import Tables

/// One part of a parsed expression and where it is written.
struct Tree: Sendable, Hashable {
  /// What a part is.
  indirect enum Kind: Sendable, Hashable {
    case column(String, quoted: Bool)
    case number(Int64, scale: Int)
    case text(String)
    case bool(Bool)
    case null
    case date(Day)
    case negated(Tree)
    case arithmetic(Arithmetic, Tree, Tree)
    case comparison(Comparison, Tree, Tree)
    case not(Tree)
    /// At least two; one level however many there are.
    case all([Tree])
    /// At least two; one level however many there are.
    case any([Tree])
    case between(Tree, Tree, Tree)
    case among(Tree, [Tree])
    case like(Tree, Tree)
    case isNull(Tree)
    case choice([Branch], otherwise: Tree?)
    case call(Function, [Tree])
  }
  /// One `WHEN … THEN …`.
  struct Branch: Sendable, Hashable {
    let condition: Tree
    let value: Tree
  }
  let kind: Kind
  let range: Range<Int>
  /// The levels of parts in it, itself among them.
  let depth: Int

  init(_ kind: Kind, _ range: Range<Int>) {
    (self.kind, self.range) = (kind, range)
    depth = 1 + (kind.parts.map(\.depth).max() ?? 0)
  }
}

extension Tree.Kind {
  /// The parts directly in it.
  var parts: [Tree] {
    switch self {
    case .column, .number, .text, .bool, .null, .date: []
    case .negated(let a), .not(let a), .isNull(let a): [a]
    case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .like(let a, let b): [a, b]
    case .between(let a, let low, let high): [a, low, high]
    case .all(let parts), .any(let parts), .call(_, let parts): parts
    case .among(let a, let list): [a] + list
    case .choice(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
    }
  }
}

/// An operation of exact numbers.
enum Arithmetic: String, Sendable, Hashable {
  case plus = "+"
  case minus = "-"
  case times = "*"
}

/// A comparison of two values.
enum Comparison: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case unequal = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  /// Whether it asks which of the two is larger.
  var ordering: Bool { self != .equal && self != .unequal }
}
