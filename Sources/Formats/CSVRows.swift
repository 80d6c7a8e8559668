/// The rows of the next batch, cut into fields that are not read yet.
struct CSVRows: CellRows {
  typealias Place = RecordPlace
  typealias Field = CellField
  /// The fields of a row that are kept: all, or those up to the last that anybody looks at.
  let width: Int
  /// The most rows.
  let limit: Int
  /// The piece, where it lies.
  let text: UnsafeRawBufferPointer
  /// The fields, row by row.
  let fields: UnsafeMutablePointer<Field>
  /// Where each row begins.
  var places: [Place] = []
  private let piece: [UInt8]
  /// The bytes of records that do not stand in the piece as they are: those with doubled quotes.
  private var copies: [UInt8] = []

  /// Gives `body` room for the first `width` fields of at most `limit` rows of a piece.
  static func with(_ piece: CSVPiece, limit: Int, width: Int, _ body: (inout CSVRows) -> Void) {
    // A row has at least a byte for every field.
    let limit = max(min(limit, piece.size / max(piece.header.names.count, 1) + 1), 1)
    withUnsafeTemporaryAllocation(of: Field.self, capacity: limit * width) { room in
      piece.bytes.withUnsafeBytes { all in
        let text = UnsafeRawBufferPointer(rebasing: all[..<piece.size])
        guard let fields = room.baseAddress, !text.isEmpty else { return }
        var rows = CSVRows(width: width, limit: limit, text: text, fields: fields, piece: piece.bytes)
        rows.places.reserveCapacity(limit)
        body(&rows)
      }
    }
  }
  private init(
    width: Int, limit: Int, text: UnsafeRawBufferPointer, fields: UnsafeMutablePointer<Field>, piece: [UInt8]
  ) { (self.width, self.limit, self.text, self.fields, self.piece) = (width, limit, text, fields, piece) }

  /// The bytes of a field.
  func bytes(_ field: Field) -> ArraySlice<UInt8> {
    guard field.isCopied else { return piece[Int(field.start)..<Int(field.end)] }
    return copies[Int(field.start & ~Field.mark)..<Int(field.end)]
  }
  func cell(_ field: Field) -> RawCell { .text(bytes(field)) }
  func length(_ field: Field) -> Int { Int(field.end) - Int(field.start & ~Field.mark) }
  func shown(_ field: Field) -> ArraySlice<UInt8> { bytes(field) }
  /// Adds a whole record that `CSVTokenizer` has cut.
  mutating func add(_ record: CSVRecord) {
    for (column, field) in record.fields.prefix(width).enumerated() {
      let start = UInt32(copies.count) | Field.mark
      copies += field
      fields[count * width + column] = Field(start: start, end: UInt32(copies.count))
    }
    places.append(
      Place(
        offset: record.range.lowerBound, end: record.range.upperBound, line: record.line,
        number: record.number))
  }
  /// Begins the next batch.
  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    copies.removeAll(keepingCapacity: true)
  }
}
