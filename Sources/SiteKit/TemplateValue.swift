/// What a template is filled with.
public enum TemplateValue: Sendable, Hashable {
  /// Text. It is escaped wherever it stands.
  case text(String)
  /// Markup made by the program, such as a chart. It is written as it is; a template cannot make one.
  case html([UInt8])
  /// Yes or no, for conditions alone.
  case flag(Bool)
  /// Values to go through.
  case list([TemplateValue])
  /// Named values.
  case record([String: TemplateValue])
  /// Nothing; it is written as nothing, and is not so in a condition.
  case nothing

  /// Whether a condition on it holds: text, markup and lists do when they are not empty, records always.
  var holds: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .record: true
    case .nothing: false
    }
  }
  /// Text, or nothing when there is none.
  public static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .nothing }
}
extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A list.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
  /// A record; of equal names the last counts.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .record(Dictionary(elements) { $1 })
  }
}
