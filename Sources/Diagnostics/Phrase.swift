/// One sentence in Vietnamese and in English.
public struct Phrase: Sendable, Hashable {
  /// The Vietnamese words, in Unicode NFC.
  public var vi: String
  /// The English words.
  public var en: String
  /// A sentence in both languages.
  public init(vi: String, en: String) { (self.vi, self.en) = (vi, en) }
  /// The same words in both languages: a name, a path, a list of words of the pipeline file.
  public init(same text: String) { (vi, en) = (text, text) }
  /// The sentence in one language.
  public func callAsFunction(_ language: Language) -> String { language == .vi ? vi : en }
}

/// A language that people read.
public enum Language: String, Sendable, CaseIterable {
  /// Vietnamese.
  case vi
  /// English.
  case en
}
