import CLibYAML
import Diagnostics

/// One event of a YAML stream, copied out of libyaml's memory.
struct Event {
  /// What a value carries besides itself.
  struct Properties {
    var anchor: String?
    var tag: String?
    /// Whether a collection is written with brackets or braces.
    var isFlow = false
  }
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias(String)
    case scalar(String, plain: Bool, Properties)
    case sequenceStart(Properties)
    case sequenceEnd
    case mappingStart(Properties)
    case mappingEnd
  }
  let kind: Kind
  let range: SourceRange

  /// Copies an event; the strings of libyaml end with a zero byte, the text of a scalar has a length.
  init(_ raw: yaml_event_t, _ range: SourceRange) {
    self.range = range
    switch raw.type {
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias(Event.text(raw.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let s = raw.data.scalar
      kind = .scalar(
        String(decoding: UnsafeBufferPointer(start: s.value, count: s.length), as: UTF8.self),
        plain: s.style == YAML_PLAIN_SCALAR_STYLE,
        Properties(anchor: Event.text(s.anchor), tag: Event.text(s.tag)))
    case YAML_SEQUENCE_START_EVENT:
      let s = raw.data.sequence_start
      let isFlow = s.style == YAML_FLOW_SEQUENCE_STYLE
      kind = .sequenceStart(Properties(anchor: Event.text(s.anchor), tag: Event.text(s.tag), isFlow: isFlow))
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let m = raw.data.mapping_start
      let isFlow = m.style == YAML_FLOW_MAPPING_STYLE
      kind = .mappingStart(Properties(anchor: Event.text(m.anchor), tag: Event.text(m.tag), isFlow: isFlow))
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: kind = .streamEnd
    }
  }
  private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    bytes.map { String(cString: $0) }
  }
}
