/// What `minhbach explain CODE` says of one code of a diagnostic or a finding.
///
/// Each module lists its own, in a file `Words.swift`; a test holds that every code used in a module's sources is listed
/// with words in both languages.
public struct Explanation: Sendable, Hashable {
  /// The code, such as `options.unknown`.
  public let code: String
  /// What it means and why it is checked, in one or two sentences.
  public let meaning: Phrase
  /// What to do, in one or two sentences.
  public let remedy: Phrase
  /// Words for one code.
  public init(_ code: String, _ meaning: Phrase, remedy: Phrase) {
    (self.code, self.meaning, self.remedy) = (code, meaning, remedy)
  }
}
