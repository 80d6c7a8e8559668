/// Finds the items of a JSON list by brackets and strings alone, without reading what is in them.
struct JSONScanner: Sendable {
  /// What one byte does to the list.
  enum Event { case inside, comma, end }
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether a bracket or a text is open.
  var isOpen: Bool { depth > 0 || isInString }

  /// Goes past one byte of the text after the `[` that opens the list.
  mutating func step(_ byte: UInt8) -> Event {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == 92 {
        isEscaped = true
      } else if byte == 34 {
        isInString = false
      }
      return .inside
    }
    switch byte {
    case 34: isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"): depth = max(depth - 1, 0)
    case UInt8(ascii: "]"):
      if depth == 0 { return .end }
      depth -= 1
    case UInt8(ascii: ","): if depth == 0 { return .comma }
    default: break
    }
    return .inside
  }
}
