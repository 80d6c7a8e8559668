/// Counts the lines of some bytes of NDJSON and finds where the last whole one ends: the serial part of reading.
///
/// A line ends with LF, CR LF or CR, none of which may stand in a text of JSON. A line of nothing but spaces is no record.
struct JSONLineScanner: Sendable {
  /// The byte after the last whole line.
  private(set) var length = 0
  /// The lines before that.
  private(set) var lines = 0
  /// The records among them.
  private(set) var records = 0

  /// Reads all bytes, which begin a line.
  ///
  /// A CR at their very end may be half a line end, so it ends a line only when `isWhole`; then what follows the last line
  /// end is a line too.
  init(_ bytes: [UInt8], isWhole: Bool) {
    let sieve = ByteSieve(separator: 10, quote: 13)
    bytes.withUnsafeBytes { text in
      for block in stride(from: 0, to: text.count, by: ByteSieve.width) {
        var mask = sieve.mask(text, at: block)
        while mask != 0 {
          let place = block + mask.trailingZeroBitCount
          mask &= mask &- 1
          // The LF of CR LF was taken with the CR.
          guard place >= length else { continue }
          let isCR = text[place] == 13
          if isCR, place + 1 == text.count, !isWhole { continue }
          end(text, place, isCR && place + 1 < text.count && text[place + 1] == 10 ? place + 2 : place + 1)
        }
      }
      if isWhole, length < text.count { end(text, text.count, text.count) }
    }
  }
  private mutating func end(_ text: UnsafeRawBufferPointer, _ place: Int, _ next: Int) {
    let first = length < place ? text[length] : 32
    if first > 32 || text[length..<place].contains(where: { $0 != 32 && $0 != 9 }) { records += 1 }
    (length, lines) = (next, lines + 1)
  }
}
