/// A JSON value that keeps the order of its keys; for schemas and reports, not for data.
public indirect enum JSON: Sendable, ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, CustomStringConvertible
{
  /// `null`.
  case null
  /// A text.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// A decimal number, written as it is given.
  case number(String)
  /// `true` or `false`.
  case bool(Bool)
  /// A list.
  case array([JSON])
  /// Names and values, in this order.
  case object([(String, JSON)])
  /// An object with its names in the order written.
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// The value of a name of an object; `nil` when it has none, or is no object.
  ///
  /// Setting moves the name to the end, setting `nil` removes it, and what is no object stays as it is.
  ///
  /// - Complexity: O(n) in the names of the object.
  public subscript(key: String) -> JSON? {
    get { if case .object(let pairs) = self { pairs.first { $0.0 == key }?.1 } else { nil } }
    set {
      guard case .object(var pairs) = self else { return }
      pairs.removeAll { $0.0 == key }
      if let newValue { pairs.append((key, newValue)) }
      self = .object(pairs)
    }
  }
  /// The value as JSON text on one line.
  ///
  /// Quotes, backslashes and line feeds in texts are escaped; all else is written as it is.
  public var description: String {
    var text = ""
    write(to: &text)
    return text
  }
  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .string(let string):
      text += "\""
      text += escaped(string)
      text += "\""
    case .integer(let n): text += String(n)
    case .number(let n): text += n
    case .bool(let b): text += b ? "true" : "false"
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        item.write(to: &text)
      }
      text += "]"
    case .object(let pairs):
      text += "{"
      for (index, (name, value)) in pairs.enumerated() {
        text += index > 0 ? ", " : ""
        JSON.string(name).write(to: &text)
        text += ": "
        value.write(to: &text)
      }
      text += "}"
    }
  }
  /// The text as RFC 8259 section 7 wants it.
  ///
  /// What is escaped is ASCII, so bytes are looked at: a mark may join a quote to one character.
  private func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 32 || $0 == 34 || $0 == 92 }) else { return text }
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case 34, 92: result += [92, byte]
      case 10: result += [92, 110]
      case 13: result += [92, 114]
      case 9: result += [92, 116]
      case ..<32: result += [92, 117, 48, 48, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
