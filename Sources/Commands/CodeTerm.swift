/// A code or an id among names.
struct CodeTerm {
  let code: String
  /// The whole text when it is an id: `46@2025-01-01`.
  let id: String?

  /// Whether it can be nothing else: an id, or five digits.
  var isOnlyCode: Bool { id != nil || code.utf8.count == 5 }

  /// `nil` for anything else; only digits of the length of a code are one.
  init?(_ text: Substring) {
    // By bytes: most names begin with a letter, and then there is nothing to look at.
    guard let first = text.utf8.first(where: { $0 != 32 }), (0x30...0x39).contains(first) else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 1, let word = words.first else { return nil }
    let code = String(word.prefix { $0 != "@" })
    guard code.isCode else { return nil }
    self.code = code
    id = code.utf8.count == word.utf8.count ? nil : String(word)
  }
  /// The code of the country or of a region, which is its id too.
  init(whole code: String) { (self.code, id) = (code, nil) }
}
