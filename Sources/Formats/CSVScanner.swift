/// Finds where the last whole record of some bytes ends, without keeping fields: the serial part of reading.
///
/// It reads quotes as `CSVTokenizer` does, byte by byte, so that every piece it allows begins at the first byte of a record.
struct CSVScanner: Sendable {
  private enum State { case recordStart, fieldStart, plain, quoted, quoteSeen }
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
  /// The line of the quote that is open now; `nil` outside quotes.
  var openQuote: Int? { state == .quoted ? quoteLine : nil }
  /// The first kind of line end of the file, handed on from piece to piece.
  private(set) var lineEnd: LineEnd?
  /// The line of the first record that ends otherwise.
  private(set) var mixedAt: Int?
  private var state = State.recordStart
  private var line: Int
  private var number: Int
  private var quoteLine = 0
  private let separator: UInt8

  init(separator: UInt8, line: Int, number: Int, lineEnd: LineEnd?) {
    (self.separator, self.line, self.number, self.lineEnd) = (separator, line, number, lineEnd)
    end = Place(offset: 0, line: line, number: number)
  }

  /// Reads all bytes.
  ///
  /// A CR at their very end may be half a line end, so it ends a record only when `isWhole`.
  mutating func scan(_ bytes: [UInt8], isWhole: Bool) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 10 || byte == 13 else {
        step(byte)
        continue
      }
      let isPair = byte == 13 && index < bytes.count && bytes[index] == 10
      if byte == 13, index == bytes.count, !isWhole { return }
      if isPair { index += 1 }
      endLine(byte == 10 ? .lf : isPair ? .crlf : .cr, at: index)
    }
  }
  /// The number of the next record, when everything so far is taken as whole.
  ///
  var numberAtEnd: Int { state == .recordStart ? number : number + 1 }

  private mutating func step(_ byte: UInt8) {
    switch state {
    case .recordStart, .fieldStart:
      if byte == 34 { quoteLine = line }
      state = byte == 34 ? .quoted : byte == separator ? .fieldStart : .plain
    case .plain: if byte == separator { state = .fieldStart }
    case .quoted: if byte == 34 { state = .quoteSeen }
    case .quoteSeen: state = byte == 34 ? .quoted : byte == separator ? .fieldStart : .plain
    }
  }
  private mutating func endLine(_ kind: LineEnd, at offset: Int) {
    if state != .quoted {
      if state != .recordStart { number += 1 }
      if lineEnd == nil { lineEnd = kind }
      if lineEnd != kind, mixedAt == nil { mixedAt = line }
      state = .recordStart
    }
    line += 1
    if state == .recordStart { end = Place(offset: offset, line: line, number: number) }
  }
}
