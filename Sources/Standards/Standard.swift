public import Diagnostics
public import Tables

/// One national multidimensional poverty standard: what it is called, what lays it down, and for which reviews.
///
/// Two figures under different standards are never compared or joined to one line.
public struct Standard: Sendable, Hashable {
  /// The id that figures and plans name, such as `vn-2022`.
  public let id: String
  /// What readers call it.
  public let name: Phrase
  /// The decrees and decisions that lay it down, each with number, day and clause.
  public let legalBasis: [String]
  /// The first day of a review under it.
  public let validFrom: Day
  /// The last day of a review under it; `nil` while none is laid down.
  public let validTo: Day?
  /// Who is poor and who is near-poor under it, in a sentence or two.
  public let meaning: Phrase
  /// How the class of a household is decided; `nil` for a standard that is only named.
  public let rules: ClassRules?
  /// Where the text of the pack was written.
  public let range: SourceRange?

  /// Whether a review on a day may be under this standard.
  public func isValid(on day: Day) -> Bool { day >= validFrom && validTo.map { day <= $0 } ?? true }
}
