import CLibYAML
public import Diagnostics

/// Parses one YAML document, keeping the place of every value.
///
/// - Parameters:
///   - text: The document, UTF-8.
///   - file: The name to show in diagnostics.
/// - Throws: One `yaml.syntax` or `yaml.duplicate-key` diagnostic.
public func parseYAML(_ text: [UInt8], file: String) throws(Diagnostics) -> Node {
  var bytes = text
  bytes.append(0)  // never an empty buffer, so the base address is not nil
  do {
    return try bytes.withUnsafeBufferPointer { (buffer) throws in
      let parser = Parser(file: file)
      yaml_parser_set_input_string(&parser.raw, buffer.baseAddress, buffer.count - 1)
      return try parser.document()
    }
  } catch let error as Diagnostics { throw error } catch { fatalError("unreachable: \(error)") }
}

/// A libyaml parser, deleted when the value dies. Lives only inside `parseYAML`.
private final class Parser {
  var raw = yaml_parser_t()
  let file: String
  init(file: String) {
    self.file = file
    yaml_parser_initialize(&raw)
  }
  deinit { yaml_parser_delete(&raw) }

  func document() throws(Diagnostics) -> Node {
    _ = try next()
    var event = try next()
    if event.raw.type == YAML_STREAM_END_EVENT { return Node(.mapping([]), event.range(file)) }
    event = try next()
    let root = try node(event)
    _ = try next()
    return root
  }

  private func next() throws(Diagnostics) -> Event {
    let event = Event()
    guard yaml_parser_parse(&raw, &event.raw) == 1 else {
      let p = SourcePosition(raw.problem_mark)
      throw Diagnostics(
        Diagnostic(
          "yaml.syntax", Phrase(same: raw.problem.map { String(cString: $0) } ?? "not YAML"),
          at: SourceRange(file: file, start: p, end: p)))
    }
    return event
  }

  private var depth = 0

  private func node(_ event: Event) throws(Diagnostics) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 64 else {
      throw Diagnostics(
        Diagnostic(
          "yaml.depth", Phrase(vi: "lồng nhau quá 64 tầng", en: "nested more than 64 levels deep"),
          at: event.range(file)))
    }
    switch event.raw.type {
    case YAML_SCALAR_EVENT:
      let s = event.raw.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: s.value, count: s.length), as: UTF8.self)
      return Node(.scalar(text, plain: s.style == YAML_PLAIN_SCALAR_STYLE), event.range(file))
    case YAML_SEQUENCE_START_EVENT:
      var items: [Node] = []
      while true {
        let e = try next()
        if e.raw.type == YAML_SEQUENCE_END_EVENT { return Node(.sequence(items), event.range(file, to: e)) }
        items.append(try node(e))
      }
    case YAML_MAPPING_START_EVENT:
      var pairs: [(key: Node, value: Node)] = []
      while true {
        let e = try next()
        if e.raw.type == YAML_MAPPING_END_EVENT { return Node(.mapping(pairs), event.range(file, to: e)) }
        let key = try node(e)
        if let first = pairs.first(where: { $0.key.scalar == key.scalar && key.scalar != nil }) {
          throw Diagnostics(
            Diagnostic(
              "yaml.duplicate-key",
              Phrase(
                vi: "khóa '\(key.scalar ?? "")' được đặt hai lần",
                en: "key '\(key.scalar ?? "")' is set twice"), at: key.range,
              notes: [Diagnostic.Note(Phrase(vi: "lần đầu ở đây", en: "first set here"), at: first.key.range)]
            ))
        }
        pairs.append((key, try node(try next())))
      }
    default:
      throw Diagnostics(
        Diagnostic(
          "yaml.alias", Phrase(vi: "không dùng được bí danh", en: "aliases and anchors are not supported"),
          at: event.range(file)))
    }
  }
}

private final class Event {
  var raw = yaml_event_t()
  deinit { yaml_event_delete(&raw) }
  func range(_ file: String, to end: Event? = nil) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(raw.start_mark), end: SourcePosition((end ?? self).raw.end_mark))
  }
}

extension SourcePosition {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1, offset: Int(mark.index))
  }
}

/// Parses one YAML document that is written in a program, such as a test.
public func parseYAML(_ text: String, file: String) throws(Diagnostics) -> Node {
  try parseYAML(Array(text.utf8), file: file)
}
