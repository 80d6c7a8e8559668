public import Diagnostics

/// Parses one YAML document, keeping the place of every key and value.
///
/// Scalars stay text: nothing is guessed from `yes`, `01` or `1e3`. An empty document is an empty mapping. Aliases stand
/// for the value of their anchor (`Node.range` is where that is written, `Node.alias` where it is used); tags and merge
/// keys are refused, since they would give a value that nobody wrote. Duplicate keys, tags, merge keys and unknown
/// aliases are all told at once; a mistake of syntax ends the reading. The cost is linear in the size of the text.
/// - Parameters:
///   - text: The document, UTF-8, with or without a byte order mark.
///   - file: The name to show in diagnostics.
/// - Returns: The value of the document.
/// - Throws: `yaml.syntax`, `yaml.duplicate-key`, `yaml.merge-key`, `yaml.tag`, `yaml.unknown-alias`,
///   `yaml.recursive-alias`, `yaml.several-documents`, `yaml.too-deep`, `yaml.too-large`, `yaml.too-many-values`,
///   `yaml.not-utf8` or `yaml.control-character`, sorted by place.
public func parseYAML(_ text: [UInt8], file: String) throws(Diagnostics) -> Node {
  let end = try checkedEnd(of: text, file: file)
  let lines = SourceLines(text)
  // libyaml counts places after a byte order mark; places of the file count it.
  let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var bytes = Array(text.dropFirst(mark))
  let count = bytes.count
  bytes.append(0)  // never an empty buffer, so the base address is not nil
  return try bytes.withUnsafeBufferPointer { (buffer) throws(Diagnostics) -> Node in
    let events = try EventStream(
      buffer.prefix(count), file: file, skipped: mark > 0 ? 1 : 0, end: end, lines: lines)
    var composer = Composer(events, lines)
    return try composer.document()
  }
}

/// Parses one YAML document that is written in a program, such as a test.
///
/// - Parameters:
///   - text: The document.
///   - file: The name to show in diagnostics.
/// - Returns: The value of the document.
/// - Throws: As the same function of bytes does.
public func parseYAML(_ text: String, file: String) throws(Diagnostics) -> Node {
  try parseYAML(Array(text.utf8), file: file)
}
