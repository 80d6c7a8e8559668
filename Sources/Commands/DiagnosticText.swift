import Diagnostics
import Pipelines
import StageKit

/// One diagnostic as it is written to people and to programs.
struct DiagnosticText {
  private let diagnostic: Diagnostic
  private let language: Language
  private let source: (String) -> String?

  /// A diagnostic in a language; `source` gives the text of a file by its path as shown, `nil` when it cannot be read.
  init(_ diagnostic: Diagnostic, language: Language, source: @escaping (String) -> String?) {
    (self.diagnostic, self.language, self.source) = (diagnostic, language, source)
  }

  /// `file:line:column: error: message [code]`, the line with a caret, the hint, the other places.
  var rendered: String {
    var lines = [
      "\(place(diagnostic.range))\(label): \(diagnostic.message(language)) [\(diagnostic.code.rawValue)]"
    ]
    if let range = diagnostic.range { lines += excerpt(range) }
    if let hint = diagnostic.hint {
      lines.append("  \(language == .vi ? "gợi ý" : "hint"): \(hint(language))")
    }
    for note in diagnostic.notes {
      lines.append("  \(place(note.range))\(language == .vi ? "ghi chú" : "note"): \(note.message(language))")
    }
    return lines.joined(separator: "\n")
  }

  /// The diagnostic as one JSON value.
  var json: JSON {
    var json: JSON = [
      "severity": .string(diagnostic.severity.rawValue), "code": .string(diagnostic.code.rawValue),
      "message": .string(diagnostic.message(language)),
    ]
    if let range = diagnostic.range {
      json["file"] = .string(range.file)
      json["line"] = .integer(range.start.line)
      json["column"] = .integer(range.start.column)
    }
    json["hint"] = diagnostic.hint.map { .string($0(language)) }
    return json
  }

  private var label: String {
    switch (diagnostic.severity, language) {
    case (.error, .vi): "lỗi"
    case (.error, .en): "error"
    case (.warning, .vi): "cảnh báo"
    case (.warning, .en): "warning"
    case (.note, .vi): "ghi chú"
    case (.note, .en): "note"
    }
  }
  private func place(_ range: SourceRange?) -> String {
    range.map { "\($0.file):\($0.start.line):\($0.start.column): " } ?? ""
  }
  private func excerpt(_ range: SourceRange) -> [String] {
    guard let text = source(range.file) else { return [] }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(range.start.line - 1) else { return [] }
    let line = lines[range.start.line - 1]
    guard line.unicodeScalars.count <= 200, !line.isEmpty else { return [] }
    let before = String(
      line.unicodeScalars.prefix(range.start.column - 1).map { $0 == "\t" ? "\t" : " " as Character }.reduce(
        into: ""
      ) { $0.append($1) })
    return ["  \(line)", "  \(before)^"]
  }
}

extension Diagnostics {
  /// The same with paths as a person in the working directory would write them.
  func shown(in project: Project?) -> Diagnostics {
    guard let project else { return self }
    var copy = Diagnostics()
    for diagnostic in all {
      var moved = diagnostic
      moved.range?.file = diagnostic.range.map { project.shown($0.file) } ?? ""
      moved.notes = diagnostic.notes.map { note in
        var note = note
        note.range.file = project.shown(note.range.file)
        return note
      }
      copy.add(moved)
    }
    return copy
  }
}

extension Project {
  /// The text of a file by the path that is shown of it.
  func text(of shown: String) -> String? { TextFile.read(shown) }
}
