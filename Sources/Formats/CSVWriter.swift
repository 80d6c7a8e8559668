public import Tables

/// A writer of CSV by RFC 4180, into bytes: plain fields or rows of a batch.
///
/// A field is quoted when it holds the separator, a quote, CR or LF, or begins or ends with a space. A missing field
/// (`nil`) is empty; the empty text is `""`, so that the two can be told apart. The same fields give the same bytes.
public struct CSVWriter: Sendable {
  /// How a record ends.
  public enum LineEnd: Sendable {
    /// LF, the habit of Unix.
    case lf
    /// CR LF, which RFC 4180 asks for.
    case crlf
  }

  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let separator: UInt8
  private let lineEnd: LineEnd
  private var fields = 0
  private var start = 0

  /// Makes an empty writer.
  ///
  /// - Parameters:
  ///   - separator: The byte between fields: comma, semicolon or tab.
  ///   - lineEnd: How a record ends.
  ///   - byteOrderMark: Whether the text begins with U+FEFF, by which spreadsheets know that it is UTF-8.
  public init(
    separator: UInt8 = UInt8(ascii: ","), lineEnd: LineEnd = .crlf, byteOrderMark: Bool = false
  ) {
    (self.separator, self.lineEnd) = (separator, lineEnd)
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    start = bytes.count
  }

  /// Writes one whole record; `nil` is a missing field.
  public mutating func write(_ record: [String?]) {
    for text in record { field(text) }
    endRecord()
  }
  /// Writes one field of a text; `nil` is a missing field.
  public mutating func field(_ text: String?) {
    next()
    guard let text else { return }
    append(text.utf8)
  }
  /// Writes one field of a number with a decimal point and as many places as its scale; `nil` is a missing field.
  public mutating func field(_ number: FixedPoint?) { field(number?.plain) }
  /// Writes one field of a whole number; `nil` is a missing field.
  public mutating func field(_ number: Int?) { field(number.map { String($0) }) }
  /// Writes one field of a day as `2024-12-31`; `nil` is a missing field.
  public mutating func field(_ day: Day?) { field(day?.iso) }
  /// Ends the record.
  public mutating func endRecord() {
    // A lone missing field would be an empty line, which readers skip.
    if fields == 1, bytes.count == start { bytes += [34, 34] }
    if lineEnd == .crlf { bytes.append(13) }
    bytes.append(10)
    fields = 0
    start = bytes.count
  }

  private mutating func next() {
    if fields > 0 { bytes.append(separator) }
    fields += 1
  }
  private mutating func append(_ text: some BidirectionalCollection<UInt8>) {
    let edge = text.first == 32 || text.last == 32
    guard
      text.isEmpty || edge || text.contains(where: { $0 == separator || $0 == 34 || $0 == 10 || $0 == 13 })
    else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(34)
    for byte in text {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }
}

extension CSVWriter {
  /// Writes the names of the columns as one record.
  public mutating func write(header schema: Schema) { write(schema.names) }
  /// Writes a record for every row; a missing cell is empty, whatever its reason.
  public mutating func write(_ rows: Batch) {
    for row in 0..<rows.count {
      for column in rows.columns { field(cell: row, of: column) }
      endRecord()
    }
  }
  private mutating func field(cell row: Int, of column: Column) {
    guard !column.isMissing(row) else { return next() }
    switch column {
    case .int(let c): field(String(c.values[row]))
    case .decimal(let c): field(FixedPoint(units: Int128(c.units.values[row]), scale: c.scale))
    case .double(let c): field(c.values[row].description)
    case .bool(let c): field(c.bits[row] ? "1" : "0")
    case .date(let c): field(Day(number: c.values[row]))
    case .text(let c):
      next()
      append(c[row])
    }
  }
}
