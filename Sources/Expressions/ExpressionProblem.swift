public import Diagnostics

/// One thing wrong with an expression, and where in its text.
public struct ExpressionProblem: Error, Sendable, Hashable {
  /// What kind of thing it is, `expression.what-is-wrong`.
  public let code: Diagnostic.Code
  /// What is wrong.
  public let message: Phrase
  /// Where it is, in Unicode scalars of the expression's text, from 0.
  public let range: Range<Int>
  /// What to do about it.
  public let hint: Phrase?
  /// A thing that is wrong.
  public init(_ code: Diagnostic.Code, _ message: Phrase, at range: Range<Int>, hint: Phrase? = nil) {
    (self.code, self.message, self.range, self.hint) = (code, message, range, hint)
  }
}

/// Everything wrong with an expression, at least one thing.
public struct ExpressionProblems: Error, Sendable, Hashable {
  /// What is wrong, in the order found.
  public private(set) var all: [ExpressionProblem]
  /// Problems.
  public init(_ all: [ExpressionProblem]) { self.all = all }

  mutating func add(
    _ code: Diagnostic.Code, _ message: Phrase, at range: Range<Int>, hint: Phrase? = nil
  ) { all.append(ExpressionProblem(code, message, at: range, hint: hint)) }
}
