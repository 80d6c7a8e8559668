/// What the text of a condition tells of its columns, for messages.
struct ConditionText {
  /// The text on one line, with one blank where there were any.
  let shown: String
  /// The names in it, each once, in their order; words of the language and functions are among them.
  let names: [String]
  /// Whether it asks that columns are there, and nothing else: `a IS NOT NULL AND b IS NOT NULL`.
  let asksForCells: Bool

  init(_ text: String) {
    shown = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    names = Self.names(in: shown)
    asksForCells = Self.asksForCells(shown)
  }

  private static func names(in text: String) -> [String] {
    var names: [String] = []
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      var name: String?
      if first == "'" || first == "\"" {
        // A text in single quotes is no name, and neither is what stands in it.
        let quoted = takeQuoted(&rest, first)
        if first == "\"" { name = quoted }
      } else if first.properties.isAlphabetic || first == "_" {
        let word = rest.prefix { isOfName($0) }
        name = String(word)
        rest = rest[word.endIndex...]
      } else {
        rest.removeFirst()
      }
      if let name, !names.contains(name) { names.append(name) }
    }
    return names
  }
  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
      || scalar.properties.generalCategory == .nonspacingMark
  }
  /// Takes what stands in quotes, of which two stand for one; `nil` when it is not closed.
  private static func takeQuoted(_ rest: inout Substring.UnicodeScalarView, _ quote: Unicode.Scalar)
    -> String?
  {
    var text = String.UnicodeScalarView()
    rest.removeFirst()
    while let next = rest.popFirst() {
      guard next == quote else {
        text.append(next)
        continue
      }
      guard rest.first == quote else { return String(text) }
      text.append(quote)
      rest.removeFirst()
    }
    return nil
  }
  private static func asksForCells(_ shown: String) -> Bool {
    // Most conditions ask something else, and a pattern takes long to make.
    guard shown.lowercased().hasSuffix(" is not null") else { return false }
    let asks = #/(?:"[^"]+"|[\p{Alphabetic}_][\p{Alphabetic}_0-9\p{Mn}]*) IS NOT NULL/#.ignoresCase()
      .matchingSemantics(.unicodeScalar)
    return shown.split(separator: #/ AND /#.ignoresCase()).allSatisfy { $0.wholeMatch(of: asks) != nil }
  }

  /// Columns in the order in which the text names them.
  func ordered(_ columns: [String]) -> [String] {
    let known = Set(columns)
    let named = names.filter(known.contains)
    return named + columns.filter { !named.contains($0) }
  }
}
