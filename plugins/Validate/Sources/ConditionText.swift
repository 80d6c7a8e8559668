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
    let word = #/'(?:[^']|'')*'|"((?:[^"]|"")*)"|([\p{Alphabetic}_][\p{Alphabetic}_0-9\p{Mn}]*)/#
      .matchingSemantics(.unicodeScalar)
    var names: [String] = []
    // A text in single quotes is no name, and neither is what stands in it.
    for match in shown.matches(of: word) {
      let name = match.1.map { String($0.replacing("\"\"", with: "\"")) } ?? match.2.map(String.init)
      if let name, !names.contains(name) { names.append(name) }
    }
    self.names = names
    let asks = #/(?:"[^"]+"|[\p{Alphabetic}_][\p{Alphabetic}_0-9\p{Mn}]*) IS NOT NULL/#.ignoresCase()
      .matchingSemantics(.unicodeScalar)
    asksForCells = shown.split(separator: #/ AND /#.ignoresCase()).allSatisfy {
      $0.wholeMatch(of: asks) != nil
    }
  }

  /// Columns in the order in which the text names them.
  func ordered(_ columns: [String]) -> [String] {
    let known = Set(columns)
    let named = names.filter(known.contains)
    return named + columns.filter { !named.contains($0) }
  }
}
