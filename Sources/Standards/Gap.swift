public import Diagnostics

/// A band of incomes of which the act says nothing, so that a household in it has no class.
public struct Gap: Sendable, Hashable {
  /// The line above which it begins; the line itself is not in it.
  public let above: String
  /// The line below which it ends, and which is not in it; `nil` where it has no end.
  public let below: String?
  /// What the act leaves out, in words.
  public let meaning: Phrase

  /// The band by its lines, and what is left out.
  public var phrase: Phrase {
    let end = below.map { Phrase(vi: " và dưới \($0)", en: " and below \($0)") } ?? Phrase(same: "")
    return Phrase(
      vi: "trên \(above)\(end.vi): \(meaning.vi)", en: "above \(above)\(end.en): \(meaning.en)")
  }
}
