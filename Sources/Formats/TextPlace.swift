/// A line and a column of a text, both from 1; columns count Unicode scalars.
struct TextPlace: Sendable, Hashable {
  var line = 1
  var column = 1
  /// Whether the byte before is a CR, with which a LF is one line end.
  private(set) var followsCR = false

  init() {}
  /// The first column of a line.
  init(line: Int) { self.line = line }
  /// Goes past one byte; LF, CR LF and CR end a line.
  mutating func advance(past byte: UInt8) {
    let isPair = byte == 10 && followsCR
    followsCR = byte == 13
    if isPair { return }
    if byte == 10 || byte == 13 {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
  /// The place `bytes` further on.
  func advanced(past bytes: some Sequence<UInt8>) -> TextPlace {
    var place = self
    for byte in bytes { place.advance(past: byte) }
    return place
  }
}
