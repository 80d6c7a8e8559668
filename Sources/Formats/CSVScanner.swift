/// Finds where the last whole record of some bytes ends, without keeping fields: the serial part of reading.
///
/// It reads quotes as `CSVTokenizer` does, so that every piece it allows begins at the first byte of a record; but it looks
/// only at quotes and line ends, which it finds many bytes at a time.
struct CSVScanner: Sendable {
  /// How records were seen to end.
  enum LineEnd: Sendable {
    case lf, crlf, cr
    /// The line end at the end of some bytes; `nil` when there is none.
    static func last(of bytes: ArraySlice<UInt8>) -> LineEnd? {
      if bytes.last == 13 { return .cr }
      guard bytes.last == 10 else { return nil }
      return bytes.dropLast().last == 13 ? .crlf : .lf
    }
  }
  /// A place after a whole record.
  struct Place: Sendable { var offset: Int, line: Int, number: Int }

  /// The end of the last whole record so far.
  private(set) var end: Place
  /// The line of the quote that is open now, and its place among the bytes; `nil` outside quotes.
  var openQuote: (line: Int, offset: Int)? { isQuoted ? (quoteLine, quoteOffset) : nil }
  /// The first kind of line end of the file, handed on from piece to piece.
  private(set) var lineEnd: LineEnd?
  /// The line of the first record that ends otherwise.
  private(set) var mixedAt: Int?
  /// The number of the next record, when everything so far is taken as whole.
  private(set) var numberAtEnd: Int
  private var isQuoted = false
  private var quoteLine = 0
  private var quoteOffset = 0
  private var line: Int
  /// Whether the byte to come was looked at with the one before: the second of a doubled quote, or the LF of CR LF.
  private var isPassed = false
  private let separator: UInt8

  init(separator: UInt8, line: Int, number: Int, lineEnd: LineEnd?) {
    (self.separator, self.line, self.numberAtEnd, self.lineEnd) = (separator, line, number, lineEnd)
    end = Place(offset: 0, line: line, number: number)
  }

  /// Reads all bytes.
  ///
  /// A CR at their very end may be half a line end, so it ends a record only when `isWhole`.
  mutating func scan(_ bytes: [UInt8], isWhole: Bool) {
    let sieve = ByteSieve()
    bytes.withUnsafeBytes { text in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { masks in
        for first in stride(from: 0, to: text.count, by: masks.count * ByteSieve.width) {
          for block in 0..<sieve.fill(masks, text, at: first) where masks[block] != 0 {
            look(text, first + block * ByteSieve.width, masks[block], isWhole)
          }
        }
      }
    }
    if end.offset < bytes.count { numberAtEnd = end.number + 1 }
  }

  private mutating func look(
    _ text: UnsafeRawBufferPointer, _ block: Int, _ mask: UInt64, _ isWhole: Bool
  ) {
    var mask = mask
    while mask != 0 {
      let place = block + mask.trailingZeroBitCount
      mask &= mask &- 1
      if text[place] == 13, place + 1 == text.count, !isWhole { continue }
      look(text, place)
    }
  }
  private mutating func look(_ text: UnsafeRawBufferPointer, _ place: Int) {
    if isPassed {
      isPassed = false
      return
    }
    let next = place + 1 < text.count ? text[place + 1] : nil
    switch (text[place], isQuoted) {
    case (34, false):
      isQuoted = place == end.offset || text[place - 1] == separator
      (quoteLine, quoteOffset) = (line, place)
    case (34, true) where next == 34: isPassed = true
    case (34, true): isQuoted = false
    case (let byte, _):
      isPassed = byte == 13 && next == 10
      endLine(byte == 10 ? .lf : isPassed ? .crlf : .cr, place, isPassed ? place + 2 : place + 1)
    }
  }
  private mutating func endLine(_ kind: LineEnd, _ place: Int, _ next: Int) {
    defer { line += 1 }
    guard !isQuoted else { return }
    if lineEnd == nil { lineEnd = kind }
    if lineEnd != kind, mixedAt == nil { mixedAt = line }
    if place > end.offset { numberAtEnd += 1 }
    end = Place(offset: next, line: line + 1, number: numberAtEnd)
  }
}
