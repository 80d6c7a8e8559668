public import Diagnostics
public import StageKit

/// How what a part of a pack says was compared with the act that it quotes.
public enum Checked: String, Sendable, Hashable, CaseIterable, OptionValue {
  /// Read, with its article, in the act or in a copy of its whole text.
  case text
  /// Read in a page that reports the act: the numbers of articles and clauses were not compared with the act.
  case secondary
  /// Compared with nothing: such a part is provisional, and its clause names no article.
  case notRead = "not_read"

  /// What readers are told of a part; `nil` where the act itself was read.
  public var note: Phrase? {
    switch self {
    case .text: nil
    case .secondary:
      Phrase(
        vi: "theo nguồn dẫn lại; số điều, khoản chưa đối chiếu với văn bản",
        en: "from a page that reports the act; articles and clauses not compared with its text")
    case .notRead:
      Phrase(
        vi: "nội dung và số điều, khoản chưa đối chiếu với văn bản",
        en: "neither content nor articles and clauses compared with the text of the act")
    }
  }
}
