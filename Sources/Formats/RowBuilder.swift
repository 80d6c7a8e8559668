import Tables

/// Collects rows into batches of at most some number of rows.
struct RowBuilder {
  private let types: [ColumnType]
  private let limit: Int
  private let file: String
  private(set) var columns: [ColumnBuilder]
  private var origin: Origin
  private var count = 0

  init(_ types: [ColumnType], limit: Int, file: String) {
    (self.types, self.limit, self.file) = (types, max(limit, 1), file)
    columns = types.map { ColumnBuilder($0) }
    origin = Origin(EmptyCollection<Origin.Place>())
  }
  /// Adds a row of some bytes of the file: `body` appends one cell to every column.
  mutating func add(line: Int, record: Int, bytes: Range<Int>, _ body: (inout [ColumnBuilder]) -> Void) {
    body(&columns)
    origin.append(Origin.Place(file: file, line: line, record: record, bytes: bytes))
    count += 1
  }
  /// The rows so far, when there are enough for a batch, or any at the end.
  mutating func take(atEnd: Bool = false) -> Batch? {
    guard count > 0, atEnd || count >= limit else { return nil }
    let batch = Batch(columns.map(\.column), count: count, origin: origin)
    columns = types.map { ColumnBuilder($0) }
    origin = Origin(EmptyCollection<Origin.Place>())
    count = 0
    return batch
  }
}
