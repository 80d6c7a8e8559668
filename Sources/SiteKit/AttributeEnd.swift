/// What the markup before a value ends in, where a value may not stand so.
enum AttributeEnd {
  /// The quote that opens an attribute of an address, in any of the ways HTML has for it.
  case address
  /// The sign of equality of an attribute, so that the value would have no quotes.
  case unquoted

  /// Looks at the end of markup; `nil` where any value may follow.
  init?(of markup: [UInt8]) {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    if let last = markup.last, quotes.contains(last) {
      guard let name = Self.name(before: markup.dropLast()), Self.isAddress(name) else { return nil }
      self = .address
    } else {
      guard Self.name(before: markup[...]) != nil,
        markup.last == UInt8(ascii: "=") || Self.isInTag(markup)
      else { return nil }
      self = .unquoted
    }
  }
  /// The name before `=`, in small letters, with what stands before it up to a blank; `nil` without `=` at the end.
  private static func name(before end: ArraySlice<UInt8>) -> [UInt8]? {
    let sign = trimmed(end)
    guard sign.last == UInt8(ascii: "=") else { return nil }
    let name = trimmed(sign.dropLast())
    let start = name.lastIndex { isBlank($0) }.map { $0 + 1 } ?? name.startIndex
    return name[start...].suffix(64).map { (65...90).contains($0) ? $0 + 32 : $0 }
  }
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes[..<(bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? bytes.startIndex)]
  }
  /// The blanks of HTML: space, tab, line feed, form feed, carriage return.
  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }

  /// Whether the end is within a tag and outside its quotes, so that it is no equation in the text.
  private static func isInTag(_ markup: [UInt8]) -> Bool {
    guard let start = markup.lastIndex(of: UInt8(ascii: "<")) else { return false }
    var quote: UInt8?
    for byte in markup[start...] {
      switch byte {
      case UInt8(ascii: ">") where quote == nil: return false
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = quote == nil ? byte : quote == byte ? nil : quote
      default: break
      }
    }
    return quote == nil
  }
  private static func isAddress(_ name: [UInt8]) -> Bool {
    if ends(name, "href") != nil || ends(name, "src") != nil { return true }
    for action in ["action", "formaction"] {
      guard let before = ends(name, action) else { continue }
      // `data-action` is no address.
      if !(before.map { (97...122).contains($0) || $0 == UInt8(ascii: "-") } ?? false) { return true }
    }
    return false
  }
  /// The byte before a name's end, if it has this end; the inner `nil` when nothing stands before it.
  private static func ends(_ name: [UInt8], _ end: String) -> UInt8?? {
    let count = end.utf8.count
    guard name.suffix(count).elementsEqual(end.utf8) else { return nil }
    return .some(name.dropLast(count).last)
  }
}
