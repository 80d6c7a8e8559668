import CLibYAML
import Diagnostics

/// The events of one text, from a libyaml parser that is deleted with this object.
///
/// The parser keeps a pointer to itself, so it lives in memory that never moves. The text must outlive this object.
final class EventStream {
  let file: String
  private let raw: UnsafeMutablePointer<yaml_parser_t>
  private let skipped: Int
  private let end: SourcePosition
  private let lines: SourceLines

  /// A parser at the start of a text.
  ///
  /// - Parameters:
  ///   - text: The bytes after the byte order mark.
  ///   - file: The name to show in diagnostics.
  ///   - skipped: The scalars of the file before `text`.
  ///   - end: Where the text ends.
  ///   - lines: The lines of the file.
  /// - Throws: `yaml.syntax` when there is no memory.
  init(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, file: String, skipped: Int, end: SourcePosition,
    lines: SourceLines
  )
    throws(Diagnostics)
  {
    (self.file, self.skipped, self.end, self.lines) = (file, skipped, end, lines)
    raw = .allocate(capacity: 1)
    raw.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(raw) == 1 else { throw Diagnostics(outOfMemory(file)) }
    yaml_parser_set_input_string(raw, UnsafeBufferPointer(rebasing: text).baseAddress, text.count)
    yaml_parser_set_encoding(raw, YAML_UTF8_ENCODING)
  }
  deinit {
    yaml_parser_delete(raw)
    raw.deallocate()
  }

  /// The next event; after the last one, the end of the stream again.
  func next() throws(Diagnostics) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(raw, &event) == 1 else { throw Diagnostics(problem()) }
    defer { yaml_event_delete(&event) }
    return Event(event, range(event.start_mark, event.end_mark))
  }

  private func problem() -> Diagnostic {
    let parser = raw.pointee
    guard parser.error != YAML_MEMORY_ERROR else { return outOfMemory(file) }
    let place = range(parser.problem_mark, parser.problem_mark)
    let words = ProblemWords.problem(
      parser.problem.map { String(cString: $0) } ?? "", isAtTab: isTab(place.start))
    var notes: [Diagnostic.Note] = []
    if let context = parser.context {
      let mark = parser.context_mark
      let isElsewhere = mark.line != parser.problem_mark.line || mark.column != parser.problem_mark.column
      if isElsewhere {
        notes.append(.init(ProblemWords.context(String(cString: context)), at: range(mark, mark)))
      }
    }
    return Diagnostic("yaml.syntax", words.message, at: place, hint: words.hint, notes: notes)
  }
  private func isTab(_ place: SourcePosition) -> Bool {
    lines.scalars(ofLine: place.line)?.dropFirst(place.column - 1).first == "\t"
  }
  private func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> SourceRange {
    SourceRange(file: file, start: position(start), end: position(end))
  }
  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    // libyaml ends a text whose last line has no line break on a line that is not there.
    let offset = Int(mark.index) + skipped
    guard offset < end.offset else { return end }
    return SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1, offset: offset)
  }
}

private func outOfMemory(_ file: String) -> Diagnostic {
  Diagnostic(
    "yaml.syntax",
    Phrase(vi: "không đủ bộ nhớ để đọc tệp YAML", en: "there is not enough memory to read the YAML file"),
    at: .top(of: file),
    hint: Phrase(vi: "đóng bớt chương trình khác rồi chạy lại", en: "close other programs and run again"))
}
