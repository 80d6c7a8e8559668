public import Diagnostics

/// Where a part of a pack is laid down, and how far that was compared with the act.
public struct Clause: Sendable, Hashable {
  /// The act, with its article and clause where they were read.
  public let text: String
  /// How it was compared.
  public let checked: Checked

  init(_ text: String, _ checked: Checked) { (self.text, self.checked) = (text, checked) }

  /// The clause as readers see it, with what was not compared.
  public var phrase: Phrase {
    guard let note = checked.note else { return Phrase(same: text) }
    return Phrase(vi: "\(text) [\(note.vi)]", en: "\(text) [\(note.en)]")
  }
}
