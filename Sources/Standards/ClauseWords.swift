import Synchronization

/// What is looked for in the clauses of packs.
enum ClauseWords {
  /// The numbers of acts that a text quotes, such as `59/2015/QĐ-TTg`: a number, perhaps a year, and capital letters.
  static func acts(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var found: [String] = []
    var at = 0
    while let start = scalars[at...].firstIndex(where: isDigit) {
      let end = self.end(of: start, in: scalars, isDigit)
      if let last = endOfAct(after: end, in: scalars) {
        found.append(String(String.UnicodeScalarView(scalars[start..<last])))
        at = last
      } else {
        at = end
      }
    }
    return found
  }
  /// The end of an act of which the number ends here; `nil` when it is none.
  private static func endOfAct(after number: Int, in scalars: [Unicode.Scalar]) -> Int? {
    guard number < scalars.count, scalars[number] == "/" else { return nil }
    var start = number + 1
    let year = end(of: start, in: scalars, isDigit)
    if year - start == 4, year < scalars.count, scalars[year] == "/" { start = year + 1 }
    guard start < scalars.count, scalars[start].properties.generalCategory == .uppercaseLetter else {
      return nil
    }
    return end(of: start, in: scalars) { $0 == "-" || isLetter($0) }
  }
  private static func end(
    of start: Int, in scalars: [Unicode.Scalar], _ isPart: (Unicode.Scalar) -> Bool
  ) -> Int {
    scalars[start...].firstIndex { !isPart($0) } ?? scalars.count
  }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  /// Whether it is a letter, or a mark on one that is written apart.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark:
      true
    default: false
    }
  }

  /// Whether a clause without a number leaves no doubt about its act: there is but one, of which it gives the words or an
  /// article.
  static func names(_ legal: [String], _ clause: String) -> Bool {
    legal.count == 1 && (namesArticle(clause) || legal.contains { clause.contains($0) })
  }
  private static let words = [
    "điều", "khoản", "điểm", "mục", "phụ lục", "article", "clause", "annex",
  ].map { Array($0.utf8) }
  // A regular expression may not be shared without a lock, as it makes its program at the first match.
  private static let article = Mutex(
    /(?:điều|khoản|điểm|mục|phụ lục|article|clause|annex) +(?:[0-9]|[ivx]+\b|[a-zđ]\b)/)

  /// Whether a clause names a place within an act.
  static func namesArticle(_ text: String) -> Bool {
    let small = text.lowercased()
    // Most clauses that nobody has read name none, and looking for words costs far less than an expression.
    let bytes = Array(small.utf8)
    // Marks that are written apart from their letters are for the expression, which reads them together.
    let isApart = bytes.contains { $0 == 0xCC || $0 == 0xCD }
    guard isApart || words.contains(where: { has($0, in: bytes) }) else { return false }
    return article.withLock { small.contains($0) }
  }
  private static func has(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
    guard bytes.count >= word.count else { return false }
    return (0...bytes.count - word.count).contains { start in
      bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
    }
  }
}
