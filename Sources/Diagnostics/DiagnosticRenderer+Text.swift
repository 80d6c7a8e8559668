extension DiagnosticRenderer {
  /// Writes diagnostics for people: earliest place first, file by file, an empty line between two, the count last.
  ///
  /// Each is `file:line:column: lỗi: message [code]`, then the source line with carets under the range, the notes with
  /// their own places, and the hint. Every line ends with LF; no diagnostics give an empty text. Each file is asked for
  /// once.
  public func text(_ diagnostics: Diagnostics) -> String {
    let sorted = diagnostics.sorted().all
    guard !sorted.isEmpty else { return "" }
    var known: [String: SourceLines?] = [:]
    var blocks = sorted.prefix(Swift.max(0, limit)).map { text($0, &known) }
    if sorted.count > blocks.count {
      let (shown, all) = (blocks.count, sorted.count)
      blocks.append(
        Phrase(
          vi: "chỉ hiện \(shown) trong \(all) lời báo; sửa những chỗ trên rồi chạy lại để xem tiếp",
          en: "only \(shown) of \(all) messages are shown; mend those above and run again to see more")(
            language) + "\n")
    }
    return blocks.joined(separator: "\n") + "\n" + counts(sorted) + "\n"
  }
  /// Writes one diagnostic for people, without the count line.
  public func text(_ diagnostic: Diagnostic) -> String {
    var known: [String: SourceLines?] = [:]
    return text(diagnostic, &known)
  }

  private func text(_ diagnostic: Diagnostic, _ known: inout [String: SourceLines?]) -> String {
    let places = [diagnostic.range].compactMap { $0 } + diagnostic.notes.map(\.range)
    let gutter = places.map { String($0.start.line).count }.max() ?? 1
    let head = "\(diagnostic.severity.word(language)): \(diagnostic.message(language).onOneLine)"
    var lines = [place(diagnostic.range) + head + " [\(diagnostic.code.rawValue.onOneLine)]"]
    lines += snippet(diagnostic.range, gutter, &known)
    let note = Diagnostic.Severity.note.word(language)
    for other in diagnostic.notes {
      lines.append(place(other.range) + note + ": " + other.message(language).onOneLine)
      lines += snippet(other.range, gutter, &known)
    }
    if let hint = diagnostic.hint {
      lines.append(Phrase(vi: "gợi ý: ", en: "hint: ")(language) + hint(language).onOneLine)
    }
    return lines.map { $0 + "\n" }.joined()
  }
  private func place(_ range: SourceRange?) -> String {
    guard let range else { return "" }
    return "\(path(range.file).onOneLine):\(range.start.line):\(range.start.column): "
  }
  private func snippet(
    _ range: SourceRange?, _ gutter: Int, _ known: inout [String: SourceLines?]
  ) -> [String] {
    guard let range else { return [] }
    let lines: SourceLines?
    if let found = known[range.file] {
      lines = found
    } else {
      lines = source(range.file).map { SourceLines($0) }
      known[range.file] = .some(lines)
    }
    guard let lines, let snippet = Snippet(range, in: lines, width: width, language: language) else {
      return []
    }
    return [snippet.rendered(gutter: gutter + 1)]
  }
  private func counts(_ all: [Diagnostic]) -> String {
    let found = Diagnostic.Severity.inOrder.compactMap { severity -> String? in
      let count = all.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.word(language, count: count))"
    }
    return found.joined(separator: ", ")
  }
}

extension Diagnostic.Severity {
  static let inOrder: [Self] = [.error, .warning, .finding, .note]

  /// Its name in a message about `count` of them.
  func word(_ language: Language, count: Int = 1) -> String {
    let plural = count == 1 ? "" : "s"
    return switch self {
    case .error: Phrase(vi: "lỗi", en: "error\(plural)")(language)
    case .warning: Phrase(vi: "cảnh báo", en: "warning\(plural)")(language)
    case .finding: Phrase(vi: "phát hiện", en: "finding\(plural)")(language)
    case .note: Phrase(vi: "ghi chú", en: "note\(plural)")(language)
    }
  }
}
