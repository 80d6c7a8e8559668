import Tables

/// Where a record stands in the piece: its first byte and the one after its last, its line and its number.
struct RecordPlace { var offset: Int, end: Int, line: Int, number: Int }

/// Where a field is: between two places of the piece, or, when `isCopied`, somewhere beside it.
struct CellField {
  /// The first byte, with the highest bit set in what is not taken from the piece as it is.
  let start: UInt32
  /// The byte after the last.
  let end: UInt32
  /// What is set in the start of a field that is not taken from the piece as it is.
  static let mark = 1 << 31 as UInt32
  var isCopied: Bool { start & Self.mark != 0 }
  var isEmpty: Bool { start & ~Self.mark == end }
}

/// What stands in a field, where a glance did not tell.
enum RawCell {
  /// A text, which may be a value of any type in words.
  case text(ArraySlice<UInt8>)
  /// A number by the grammar of JSON.
  case number(ArraySlice<UInt8>)
  case answer(Bool)
  case missing(MissingReason)
  /// Something that is no cell.
  case nested
}

/// Rows that are cut into fields and not read yet, whatever kind of text they stand in.
protocol CellRows {
  /// The fields of a row.
  var width: Int { get }
  /// The piece, where it lies.
  var text: UnsafeRawBufferPointer { get }
  /// The fields, row by row.
  var fields: UnsafeMutablePointer<CellField> { get }
  /// Where each row begins.
  var places: [RecordPlace] { get }
  /// What stands in a field.
  func cell(_ field: CellField) -> RawCell
  /// The most bytes that the text of a field takes.
  func length(_ field: CellField) -> Int
  /// What stands in a field, as a finding shows it.
  func shown(_ field: CellField) -> ArraySlice<UInt8>
}
extension CellRows {
  /// The number of rows.
  var count: Int { places.count }
  /// Where the rows are in their file, whose piece begins at `offset`.
  func origin(_ file: String, at offset: Int) -> Origin {
    Origin(
      file: file, lines: places.map(\.line), records: places.map(\.number),
      bytes: places.map { offset + $0.offset..<offset + $0.end })
  }
}
