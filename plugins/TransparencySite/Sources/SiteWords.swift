import Diagnostics
import SiteKit

/// The words of the theme, as pages use them.
struct SiteWords: Sendable {
  /// The language of the site.
  static let language = Language.vi
  let wording: Wording
  /// A word, with its values.
  func callAsFunction(_ word: SiteWord, _ values: [String: String] = [:]) -> String {
    wording(word.key, values) ?? word.key
  }
  /// A word whose key ends in an id, such as `measure.poor`; `nil` when the theme has none.
  func named(_ area: String, _ id: String) -> String? { wording("\(area).\(id)") }
}
extension Phrase {
  /// The sentence in the language of the site.
  var text: String { self(SiteWords.language) }
}
extension String {
  /// The same with its first letter small, for the middle of a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
