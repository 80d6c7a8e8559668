/// Cuts a CSV text into records by RFC 4180.
///
/// A quote opens a quoted field only as the first byte of a field; anywhere else it is a byte like others. Records end
/// with LF, CR LF or CR. A line without any byte is no record. No input traps; what is wrong is in `CSVRecord.fault`.
public struct CSVTokenizer: Sendable {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  private var line: Int
  private var number: Int

  /// A tokenizer at the first byte of a record.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - separator: The byte between fields.
  ///   - start: Where the first record begins.
  ///   - line: The line there.
  ///   - number: The number of the first record.
  public init(_ bytes: [UInt8], separator: UInt8, start: Int = 0, line: Int = 1, number: Int = 1) {
    (self.bytes, self.separator, position) = (bytes, separator, start)
    (self.line, self.number) = (line, number)
  }
  /// Where the next record begins.
  public var place: (offset: Int, line: Int, number: Int) { (position, line, number) }

  /// Cuts the next record; `nil` at the end.
  ///
  /// - Complexity: O(bytes of the record); a field without doubled quotes is not copied.
  public mutating func next() -> CSVRecord? {
    while position < bytes.count, isLineEnd(bytes[position]) { endLine() }
    guard position < bytes.count else { return nil }
    var record = CSVRecord(line: line, number: number, range: position..<position, fields: [], fault: nil)
    number += 1
    while true {
      record.fields.append(field(&record.fault))
      if record.fault != nil, record.faultField == nil { record.faultField = record.fields.count - 1 }
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    record.range = record.range.lowerBound..<position
    if position < bytes.count { endLine() }
    return record
  }

  private mutating func field(_ fault: inout CSVRecord.Fault?) -> ArraySlice<UInt8> {
    guard position < bytes.count, bytes[position] == 34 else { return plainField() }
    position += 1
    var start = position
    var copied: [UInt8] = []
    while position < bytes.count {
      guard bytes[position] == 34 else {
        countLine()
        position += 1
        continue
      }
      position += 1
      guard position < bytes.count, bytes[position] == 34 else {
        return closed(start..<position - 1, copied, &fault)
      }
      copied.append(contentsOf: bytes[start..<position])
      position += 1
      start = position
    }
    fault = .unclosedQuote
    return (copied + bytes[start..<position])[...]
  }
  /// The field after its closing quote, with what stands between that and the separator.
  private mutating func closed(
    _ last: Range<Int>, _ copied: [UInt8], _ fault: inout CSVRecord.Fault?
  ) -> ArraySlice<UInt8> {
    let tail = plainField()
    if !tail.isEmpty { fault = .textAfterQuote }
    guard copied.isEmpty, tail.isEmpty else { return (copied + bytes[last] + tail)[...] }
    return bytes[last]
  }
  private mutating func plainField() -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }
  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
  private mutating func endLine() {
    position += bytes[position] == 13 && position + 1 < bytes.count && bytes[position + 1] == 10 ? 2 : 1
    line += 1
  }
  /// Counts a line end inside quotes; that of CR LF is counted at its LF.
  private mutating func countLine() {
    let byte = bytes[position]
    if byte == 10 || byte == 13 && !(position + 1 < bytes.count && bytes[position + 1] == 10) { line += 1 }
  }
}
