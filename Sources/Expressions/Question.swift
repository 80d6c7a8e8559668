/// One thing that an expression asks of a row, for those who must know more of it than its type.
///
/// What `AND`, `OR` and `NOT` join are questions one by one.
public struct Question: Sendable, Hashable {
  /// How it asks.
  public enum Kind: Sendable, Hashable {
    /// By `=`, `<>`, `<`, `<=`, `>`, `>=`, `IN` or `BETWEEN`: which of its sides is larger, or the same.
    case comparison
    /// By `LIKE`: its texts are patterns.
    case pattern
    /// By `IS NULL`: whether anything is there.
    case missing
    /// In any other way, such as a column of flags, a function or a `CASE`.
    case other
  }
  /// One of the things that it holds against one another.
  public struct Side: Sendable, Hashable {
    /// What it is.
    public enum Kind: Sendable, Hashable {
      /// The cell of a column, as it stands.
      case column(String)
      /// A text, written out.
      case text(String)
      /// A number, written out.
      case number
      /// What is worked out, and every other value that is written out.
      case other
    }
    /// What it is.
    public let kind: Kind
    /// The columns whose cells it may be, or be made of.
    public let columns: [String]
    /// The texts that it may be, or be made of.
    public let texts: [String]
    /// Where it is written, in Unicode scalars of the expression's text.
    public let range: Range<Int>
  }
  /// How it asks.
  public let kind: Kind
  /// What it holds against one another, in the order written.
  public let sides: [Side]
  /// Whether it stands within another question, as in the condition of a `CASE`.
  public let isInner: Bool
  /// Where it is written, in Unicode scalars of the expression's text.
  public let range: Range<Int>
}

extension Expression {
  /// All that it asks, in the order written; what stands within another question comes after that.
  public var questions: [Question] { root.questions(isInner: false) }
  /// A part of the text, by its Unicode scalars; empty where there is none.
  public func text(of part: Range<Int>) -> String {
    let scalars = Array(text.unicodeScalars)
    return String(scalars[part.clamped(to: scalars.indices)])
  }
}

extension Tree {
  fileprivate func questions(isInner: Bool) -> [Question] {
    switch kind {
    case .all(let parts), .any(let parts): parts.flatMap { $0.questions(isInner: isInner) }
    case .not(let part): part.questions(isInner: isInner)
    case .bool: []
    case .comparison, .between, .among: question(.comparison, isInner)
    case .like: question(.pattern, isInner)
    case .isNull: question(.missing, isInner)
    case .column, .number, .text, .null, .date, .negated, .arithmetic, .choice, .call:
      question(.other, isInner)
    }
  }
  private func question(_ how: Question.Kind, _ isInner: Bool) -> [Question] {
    let sides = how == .other ? [self] : kind.parts
    return [Question(kind: how, sides: sides.map(\.side), isInner: isInner, range: range)]
      + sides.flatMap(\.innerQuestions)
  }
  /// What is asked within a value.
  private var innerQuestions: [Question] {
    switch kind {
    case .all, .any, .not, .comparison, .between, .among, .like, .isNull: questions(isInner: true)
    case .choice(let branches, let otherwise):
      branches.flatMap { $0.condition.questions(isInner: true) + $0.value.innerQuestions }
        + (otherwise?.innerQuestions ?? [])
    case .column, .number, .text, .bool, .null, .date, .negated, .arithmetic, .call:
      kind.parts.flatMap(\.innerQuestions)
    }
  }
  private var side: Question.Side {
    let what: Question.Side.Kind =
      switch kind {
      case .column(let name, _): .column(name)
      case .text(let text): .text(text)
      case .number: .number
      default: .other
      }
    let parts = values
    return Question.Side(kind: what, columns: parts.columns, texts: parts.texts, range: range)
  }
  /// The columns and texts that a value is or is made of; what only decides between values is not among them.
  private var values: (columns: [String], texts: [String]) {
    switch kind {
    case .column(let name, _): ([name], [])
    case .text(let text): ([], [text])
    case .choice(let branches, let otherwise):
      Self.joined(branches.map(\.value) + (otherwise.map { [$0] } ?? []))
    case .negated, .arithmetic, .call: Self.joined(kind.parts)
    default: ([], [])
    }
  }
  private static func joined(_ parts: [Tree]) -> (columns: [String], texts: [String]) {
    let values = parts.map(\.values)
    return (values.flatMap(\.columns), values.flatMap(\.texts))
  }
}
