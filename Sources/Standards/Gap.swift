public import Diagnostics
public import Expressions

/// The households of which the act says nothing, so that they have no class.
public struct Gap: Sendable, Hashable {
  /// Which they are, over the names of class rules.
  public let condition: Expression
  /// What the act leaves out, in words.
  public let meaning: Phrase

  /// Which households they are, and what is left out.
  public var phrase: Phrase {
    Phrase(
      vi: "văn bản không nói tới hộ khi \(condition.text): \(meaning.vi)",
      en: "the act says nothing of a household when \(condition.text): \(meaning.en)")
  }
}
