extension [UInt8] {
  /// Appends text as it is.
  package mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
  /// Appends a whole number in decimal digits, without separators.
  package mutating func append(number: Int) {
    if number < 0 { append(0x2D) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
  /// Appends text so that it stands for itself between tags and inside quoted attributes, in Unicode NFC.
  ///
  /// A space before a percent sign becomes one that does not break, whoever wrote the text: remarks in plans and tables
  /// are typed with the plain one. A sign that XML has no place for, such as NUL, is written as U+FFFD: a feed with one is
  /// read by nobody.
  /// - Complexity: O(n), one pass over the bytes; text in NFD, which no source of ours gives, is composed first.
  package mutating func append(escaped text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard !bytes.contains(where: { $0 == 0xCC }) else {
        append(escapedBytes: String(decoding: bytes, as: UTF8.self).composed.utf8)
        return
      }
      append(escapedBytes: bytes)
    }
  }
  private mutating func append(escapedBytes bytes: some Sequence<UInt8>) {
    var last = 0 as UInt8
    for byte in bytes {
      defer { last = byte }
      switch byte {
      case 0x25 where last == 0x20:
        removeLast()
        append("\u{A0}%")
      case 0x26: append("&amp;")
      case 0x3C: append("&lt;")
      case 0x3E: append("&gt;")
      case 0x22: append("&quot;")
      case 0x27: append("&#39;")
      case 0..<9, 0x0B, 0x0C, 0x0E..<0x20: append("\u{FFFD}")
      // The third bytes of U+FFFE and U+FFFF.
      case 0xBE...0xBF where last == 0xBF && count > 1 && self[count - 2] == 0xEF: append(0xBD)
      default: append(byte)
      }
    }
  }
}
