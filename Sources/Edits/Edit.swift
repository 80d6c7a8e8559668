public import Diagnostics

/// One edit: what data are asked, in words, as it is written, and on what ground.
///
/// An edit changes nothing. It is told, and people decide.
public struct Edit: Sendable {
  /// One of the things that a rule is made of, as it is written: `check` and its expression.
  public struct Condition: Sendable, Hashable {
    /// The word before the colon.
    public let name: String
    /// What stands behind it, on one line.
    public let text: String
  }
  /// The id, such as `E7-theo-diem`.
  public let id: String
  /// The edits of the catalogue that it carries out, such as `E7` and `X8`.
  public let covers: [String]
  /// Whether what breaks it is wrong; else it is only to be looked at.
  public let isError: Bool
  /// What is told where it is broken, or what it asks for.
  public let says: Phrase
  /// What it is made of, in the order written.
  public let conditions: [Condition]
  /// The legal basis, or the method where it stands on no law.
  public let legal: Phrase
  /// What to do.
  public let remedy: Phrase
  /// Where it is written.
  public let range: SourceRange

  /// Whether it is called so, or carries out the edit of the catalogue that is called so.
  public func answers(to name: String) -> Bool { id == name || covers.contains(name) }
  /// What its breaking means, in words.
  public var severity: Phrase {
    isError ? Phrase(vi: "sai", en: "wrong") : Phrase(vi: "cần xem lại", en: "to be looked at")
  }
}
