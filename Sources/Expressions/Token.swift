/// A word or sign of an expression.
struct Token: Sendable, Hashable {
  /// What it is.
  enum Kind: Sendable, Hashable {
    /// Digits, with at most one point between them.
    case number(String)
    case text(String)
    case name(String)
    case quotedName(String)
    case keyword(Keyword)
    case sign(String)
    case end
  }
  /// The words that name no column unless quoted.
  enum Keyword: String, Sendable, Hashable, CaseIterable {
    case and = "AND"
    case or = "OR"
    case not = "NOT"
    case `in` = "IN"
    case between = "BETWEEN"
    case like = "LIKE"
    case `is` = "IS"
    case null = "NULL"
    case `case` = "CASE"
    case when = "WHEN"
    case then = "THEN"
    case `else` = "ELSE"
    case end = "END"
    case `true` = "TRUE"
    case `false` = "FALSE"
  }
  let kind: Kind
  let range: Range<Int>
}
