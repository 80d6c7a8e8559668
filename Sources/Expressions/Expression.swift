/// An expression of SQL's kind about the columns of a row, parsed and not yet checked against columns.
///
/// Keywords and functions may be written in any case, names of columns not: `members >= 4 AND NOT poor`. What binds
/// tightest first: unary `-`; `*`; `+ -`; the comparisons `= <> < <= > >=`, `IN`, `BETWEEN`, `LIKE`, `IS NULL`, of which
/// only one may stand without brackets; `NOT`; `AND`; `OR`.
public struct Expression: Sendable, Hashable {
  /// The most Unicode scalars that an expression may have.
  public static let maximumLength = 4096
  /// The most that operations and brackets may stand inside one another.
  public static let maximumDepth = 64
  /// The text it was parsed from.
  public let text: String
  let root: Tree

  /// Parses an expression.
  ///
  /// - Throws: What is wrong with the text, at the first place where it is.
  public static func parse(_ text: String) throws(ExpressionProblems) -> Expression {
    do throws(ExpressionProblem) {
      var parser = try Parser(text)
      return Expression(text: text, root: try parser.whole())
    } catch { throw ExpressionProblems([error]) }
  }
}
