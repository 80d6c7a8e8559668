import Diagnostics
public import StageKit

/// Reads one item by RFC 8259, with all care: an object of names and values.
struct JSONParser {
  /// One member of an object.
  struct Member {
    let name: String
    /// The name as it is written, with its quotes.
    let written: Range<Int>
    let value: JSONValue
    /// Where the value begins.
    let index: Int
  }
  /// How deep lists and objects may be nested.
  static let depthLimit = 64
  private let bytes: ArraySlice<UInt8>
  /// Where it is.
  private(set) var index: Int

  init(_ bytes: ArraySlice<UInt8>) { (self.bytes, index) = (bytes, bytes.startIndex) }

  /// The members of the object, in the order written; `isLine` says what must follow it.
  mutating func object(isLine: Bool) throws(JSONFault) -> [Member] {
    if let place = bytes.firstOfNoText {
      throw .syntax(place, vi: "byte không phải UTF-8 hoặc là NUL", en: "a byte that is not UTF-8, or is NUL")
    }
    skipSpaces()
    guard peek == UInt8(ascii: "{") else {
      let words = Phrase(vi: "cần một đối tượng { … }", en: "expected an object { … }")
      if peek == nil { throw .syntax(index, vi: words.vi, en: words.en) }
      throw JSONFault(code: "json.not-object", message: words, index: index)
    }
    var members: [Member] = []
    try readMembers { (parser, name, written, start) throws(JSONFault) in
      members.append(
        Member(name: name, written: written, value: try parser.value(depth: 1), index: start))
    }
    skipSpaces()
    guard index == bytes.endIndex else {
      throw isLine
        ? .syntax(index, vi: "sau đối tượng còn chữ khác", en: "something follows the object on its line")
        : .syntax(index, vi: "cần dấu phẩy sau đối tượng", en: "expected a comma after the object")
    }
    return members
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }
  private mutating func skipSpaces() { while let byte = peek, byte.isJSONSpace { index += 1 } }
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard peek == byte else { return false }
    index += 1
    return true
  }

  /// Reads an object; `read` takes each value, with its name, where that is written, and where the value begins.
  private mutating func readMembers(
    _ read: (inout JSONParser, String, Range<Int>, Int) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    index += 1
    if skip(UInt8(ascii: "}")) { return }
    var seen: Set<String> = []
    repeat {
      skipSpaces()
      let place = index
      guard peek == 34 else {
        throw .syntax(index, vi: "cần một tên trong ngoặc kép", en: "expected a name in quotes")
      }
      let name = String(decoding: try string(), as: UTF8.self)
      let written = place..<index
      guard seen.insert(name).inserted else {
        throw JSONFault(
          code: "json.duplicate-key",
          message: Phrase(vi: "tên '\(name)' có hai lần", en: "the name '\(name)' stands twice"), index: place
        )
      }
      guard skip(UInt8(ascii: ":")) else { throw .syntax(index, vi: "cần dấu ':'", en: "expected ':'") }
      skipSpaces()
      try read(&self, name, written, index)
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else {
      throw .syntax(index, vi: "cần ',' hoặc '}'", en: "expected ',' or '}'")
    }
  }
  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= Self.depthLimit else { throw .tooDeep(index) }
    switch peek {
    case 34: return .text(try string())
    case UInt8(ascii: "{"):
      try readMembers { (parser, _, _, _) throws(JSONFault) in _ = try parser.value(depth: depth + 1) }
      return .nested
    case UInt8(ascii: "["):
      try readItems { (parser) throws(JSONFault) in _ = try parser.value(depth: depth + 1) }
      return .nested
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }
  /// Reads a list; `read` takes each value.
  private mutating func readItems(
    _ read: (inout JSONParser) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    index += 1
    if skip(UInt8(ascii: "]")) { return }
    repeat {
      skipSpaces()
      try read(&self)
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else {
      throw .syntax(index, vi: "cần ',' hoặc ']'", en: "expected ',' or ']'")
    }
  }
  private mutating func word<Value>(_ word: String, _ value: Value) throws(JSONFault) -> Value {
    guard bytes[index...].starts(with: word.utf8) else {
      throw .syntax(index, vi: "cần '\(word)'", en: "expected '\(word)'")
    }
    index += word.utf8.count
    return value
  }
}

// MARK: The whole of an item

extension JSONParser {
  /// The whole of a line, with what is nested.
  fileprivate mutating func line() throws(JSONFault) -> JSON {
    if let place = bytes.firstOfNoText {
      throw .syntax(place, vi: "byte không phải UTF-8 hoặc là NUL", en: "a byte that is not UTF-8, or is NUL")
    }
    skipSpaces()
    let found = try tree(depth: 1)
    skipSpaces()
    guard index == bytes.endIndex else {
      throw .syntax(index, vi: "sau giá trị còn chữ khác", en: "something follows the value on its line")
    }
    return found
  }
  private mutating func tree(depth: Int) throws(JSONFault) -> JSON {
    guard depth <= Self.depthLimit else { throw .tooDeep(index) }
    switch peek {
    case 34: return .string(try text())
    case UInt8(ascii: "{"):
      var members: [(String, JSON)] = []
      try readMembers { (parser, name, _, _) throws(JSONFault) in
        members.append((name, try parser.tree(depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var items: [JSON] = []
      try readItems { (parser) throws(JSONFault) in items.append(try parser.tree(depth: depth + 1)) }
      return .array(items)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(String(decoding: try number(), as: UTF8.self))
    }
  }
  /// The text of a string; most have no escapes and are taken as they stand.
  private mutating func text() throws(JSONFault) -> String {
    let start = index + 1
    var end = start
    while end < bytes.endIndex, bytes[end] != 34, bytes[end] != 92, bytes[end] >= 32 { end += 1 }
    guard end < bytes.endIndex, bytes[end] == 34 else { return String(decoding: try string(), as: UTF8.self) }
    index = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
extension JSON {
  /// The value that stands on a line, whole; `nil` when it is none by RFC 8259, or a name stands twice.
  public init?(line: ArraySlice<UInt8>) {
    var parser = JSONParser(line)
    do throws(JSONFault) { self = try parser.line() } catch { return nil }
  }
}

// MARK: Numbers and strings

extension JSONParser {
  /// A number by the grammar of RFC 8259: no leading zeros, no plus, digits on both sides of the point.
  private mutating func number() throws(JSONFault) -> ArraySlice<UInt8> {
    let start = index
    if peek == 45 { index += 1 }
    let whole = index
    var isGood = digits() > 0 && (bytes[whole] != 48 || index == whole + 1)
    if isGood, peek == 46 {
      index += 1
      isGood = digits() > 0
    }
    if isGood, peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      index += 1
      if peek == 43 || peek == 45 { index += 1 }
      isGood = digits() > 0
    }
    guard isGood else { throw .syntax(start, vi: "cần một giá trị JSON", en: "expected a JSON value") }
    return bytes[start..<index]
  }
  private mutating func digits() -> Int {
    let start = index
    while let byte = peek, (48...57).contains(byte) { index += 1 }
    return index - start
  }
  /// The text of a string that begins here.
  mutating func string() throws(JSONFault) -> ArraySlice<UInt8> {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case 34:
        index += 1
        return text[...]
      case 92: try escape(&text)
      case 0..<32:
        throw .syntax(
          index, vi: "ký tự điều khiển trong chữ phải viết là \\u…",
          en: "a control character in a text must be written \\u…")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw .syntax(start, vi: "chữ không có dấu ngoặc kép đóng", en: "a text without its closing quote")
  }
  private mutating func escape(_ text: inout [UInt8]) throws(JSONFault) {
    let start = index
    index += 1
    let plain: [UInt8: UInt8] = [34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9]
    if let byte = peek, let meant = plain[byte] {
      text.append(meant)
      index += 1
    } else if peek == UInt8(ascii: "u") {
      text.append(contentsOf: String(Character(try scalar(from: start))).utf8)
    } else {
      throw .syntax(start, vi: "không có cách viết thoát này", en: "there is no such escape")
    }
  }
  /// The scalar of `\uXXXX`, or of two such escapes for one above U+FFFF.
  private mutating func scalar(from start: Int) throws(JSONFault) -> Unicode.Scalar {
    let high = try unit(start)
    if let scalar = Unicode.Scalar(high) { return scalar }
    if (0xD800..<0xDC00).contains(high), bytes[index...].starts(with: [92, UInt8(ascii: "u")]) {
      index += 1
      let low = try unit(start)
      if (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    }
    throw .syntax(start, vi: "nửa cặp thay thế đứng một mình", en: "half of a surrogate pair alone")
  }
  private mutating func unit(_ start: Int) throws(JSONFault) -> UInt32 {
    let digits = bytes[(index + 1)...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw .syntax(start, vi: "sau \\u cần bốn chữ số mười sáu", en: "four hexadecimal digits follow \\u")
    }
    index += 5
    return unit
  }
}

extension JSONFault {
  fileprivate static func tooDeep(_ index: Int) -> JSONFault {
    let limit = JSONParser.depthLimit
    return .syntax(index, vi: "lồng nhau quá \(limit) tầng", en: "nested deeper than \(limit) levels")
  }
}
