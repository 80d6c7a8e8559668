public import StageKit
public import Tables

/// A writer of JSON by RFC 8259, into bytes, with stable formatting: names stay in the order they are written.
///
/// Numbers are written from exact values, never from a `Double`. Text is UTF-8; only what must be escaped is.
public struct JSONWriter: Sendable {
  /// How values are laid out.
  public enum Layout: Sendable {
    /// Everything on one line, without spaces.
    case compact
    /// A value a line, two spaces a level.
    case indented
  }

  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  private var isFirst = true
  private var followsName = false

  /// Makes an empty writer.
  public init(_ layout: Layout = .indented) { self.layout = layout }

  /// Writes an object; `body` writes its members.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }
  /// Writes a list; `body` writes its values.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }
  /// Writes the name of a member; its value is written next.
  public mutating func name(_ name: String) {
    begin()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(32) }
    followsName = true
  }

  /// Writes a text; `nil` is `null`.
  public mutating func value(_ text: String?) {
    guard let text else { return null() }
    begin()
    quoted(text)
  }
  /// Writes a whole number; `nil` is `null`.
  public mutating func value(_ number: Int?) { raw(number.map { String($0) } ?? "null") }
  /// Writes an exact number with as many places as its scale; `nil` is `null`.
  public mutating func value(_ number: FixedPoint?) { raw(number?.plain ?? "null") }
  /// Writes `true` or `false`; `nil` is `null`.
  public mutating func value(_ bool: Bool?) { raw(bool.map { $0 ? "true" : "false" } ?? "null") }
  /// Writes a day as the text `2024-12-31`; `nil` is `null`.
  public mutating func value(_ day: Day?) { value(day?.iso) }
  /// Writes `null`.
  public mutating func null() { raw("null") }
  /// Writes a value that was made before.
  public mutating func value(_ json: JSON) {
    switch json {
    case .null: null()
    case .string(let text): value(text)
    case .integer(let number): value(number)
    case .number(let text): raw(text)
    case .bool(let bool): value(bool)
    case .array(let items): array { for item in items { $0.value(item) } }
    case .object(let members):
      object {
        for (name, item) in members {
          $0.name(name)
          $0.value(item)
        }
      }
    }
  }
  /// Writes a line end, for the end of a file or between the values of NDJSON.
  public mutating func endLine() {
    bytes.append(10)
    isFirst = true
  }

  private mutating func nested(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    begin()
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(close)
    isFirst = false
  }
  /// Writes the comma and the line end before a value or a name.
  private mutating func begin() {
    defer { (isFirst, followsName) = (false, false) }
    guard depth > 0, !followsName else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    newLine()
  }
  private mutating func newLine() {
    guard layout == .indented else { return }
    bytes.append(10)
    bytes.append(contentsOf: repeatElement(32, count: 2 * depth))
  }
  private mutating func raw(_ text: String) {
    begin()
    bytes.append(contentsOf: text.utf8)
  }
  private mutating func quoted(_ text: String) {
    bytes.append(34)
    for byte in text.utf8 {
      switch byte {
      case 34, 92: bytes += [92, byte]
      case 10: bytes += [92, UInt8(ascii: "n")]
      case 13: bytes += [92, UInt8(ascii: "r")]
      case 9: bytes += [92, UInt8(ascii: "t")]
      case 0..<32, 127:
        let digits = Array("0123456789abcdef".utf8)
        bytes += [92, UInt8(ascii: "u"), 48, 48, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(34)
  }
}

extension JSONWriter {
  /// Writes a member whose value is a text; `nil` is `null`.
  public mutating func member(_ name: String, _ text: String?) {
    self.name(name)
    value(text)
  }
  /// Writes a member whose value is a whole number; `nil` is `null`.
  public mutating func member(_ name: String, _ number: Int?) {
    self.name(name)
    value(number)
  }
  /// Writes a member whose value is an exact number; `nil` is `null`.
  public mutating func member(_ name: String, _ number: FixedPoint?) {
    self.name(name)
    value(number)
  }
  /// Writes a member whose value is `true` or `false`; `nil` is `null`.
  public mutating func member(_ name: String, _ bool: Bool?) {
    self.name(name)
    value(bool)
  }
}
