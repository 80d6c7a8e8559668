extension DiagnosticRenderer {
  /// Writes diagnostics for programs: JSON Lines, one object a diagnostic, earliest place first, none left out.
  ///
  /// Keys in this order: `severity`, `code`, `message` (`vi`, `en`), `file`, `start`, `end` (`line` and `column` from 1,
  /// `offset` from 0, in Unicode scalars), `hint` (`vi`, `en`), `notes` (`message`, `file`, `start`, `end`). What there
  /// is not is `null`.
  public func jsonLines(_ diagnostics: Diagnostics) -> String {
    diagnostics.sorted().all.map { json($0) + "\n" }.joined()
  }
  /// Writes one diagnostic as a JSON object without a line break.
  public func json(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      "{\"message\":\(json(note.message)),\(json(note.range))}"
    }
    return
      "{\"severity\":\(quoted(diagnostic.severity.rawValue)),\"code\":\(quoted(diagnostic.code.rawValue)),"
      + "\"message\":\(json(diagnostic.message)),\(json(diagnostic.range)),"
      + "\"hint\":\(diagnostic.hint.map(json) ?? "null"),\"notes\":[\(notes.joined(separator: ","))]}"
  }

  private func json(_ phrase: Phrase) -> String {
    "{\"vi\":\(quoted(phrase.vi)),\"en\":\(quoted(phrase.en))}"
  }
  private func json(_ range: SourceRange?) -> String {
    guard let range else { return "\"file\":null,\"start\":null,\"end\":null" }
    return "\"file\":\(quoted(path(range.file))),\"start\":\(json(range.start)),\"end\":\(json(range.end))"
  }
  private func json(_ position: SourcePosition) -> String {
    "{\"line\":\(position.line),\"column\":\(position.column),\"offset\":\(position.offset)}"
  }
  /// A JSON string by RFC 8259 section 7, with controls, U+2028 and U+2029 escaped so that a line stays a line.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let odd where odd.commandsTerminal:
        let digits = String(odd.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
