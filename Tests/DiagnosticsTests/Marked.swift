import Diagnostics

/// A text with a range marked by `⟦` and `⟧`, so that a test shows the place instead of counting it.
struct Marked {
  let bytes: [UInt8]
  let range: SourceRange

  init(_ text: String, file: String = "p.yaml") {
    var plain = String.UnicodeScalarView()
    var place = SourcePosition(line: 1, column: 1)
    var (start, end) = (place, place)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = place
      case "⟧": end = place
      default:
        plain.append(scalar)
        place.offset += 1
        if scalar == "\n" { (place.line, place.column) = (place.line + 1, 1) } else { place.column += 1 }
      }
    }
    bytes = Array(String(plain).utf8)
    range = SourceRange(file: file, start: start, end: max(start, end))
  }
}

/// A renderer that shows one text whatever file is asked for.
func renderer(
  _ bytes: [UInt8]?, _ language: Language = .vi, limit: Int = 100, width: Int = 100
) -> DiagnosticRenderer {
  DiagnosticRenderer(language: language, limit: limit, width: width) { _ in bytes }
}

/// A made-up diagnostic at a range.
func sample(
  _ range: SourceRange?, code: Diagnostic.Code = "test.code", hint: Phrase? = nil,
  notes: [Diagnostic.Note] = [], severity: Diagnostic.Severity = .error
) -> Diagnostic {
  Diagnostic(
    code, Phrase(vi: "sai ở đây", en: "wrong here"), at: range, hint: hint, notes: notes, severity: severity)
}
func range(_ file: String, _ line: Int, _ column: Int, length: Int = 1) -> SourceRange {
  SourceRange(
    file: file, start: SourcePosition(line: line, column: column),
    end: SourcePosition(line: line, column: column + length))
}
