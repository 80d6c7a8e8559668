import Tables

/// Collects rows into batches of at most some number of rows.
struct RowBuilder {
  private let types: [ColumnType]
  private let limit: Int
  private let file: String
  private(set) var columns: [ColumnBuilder]
  private var lines: [Int] = []

  init(_ types: [ColumnType], limit: Int, file: String) {
    (self.types, self.limit, self.file) = (types, max(limit, 1), file)
    columns = types.map { ColumnBuilder($0) }
  }
  /// Adds a row: `body` appends one cell to every column.
  mutating func add(line: Int, _ body: (inout [ColumnBuilder]) -> Void) {
    body(&columns)
    lines.append(line)
  }
  /// The rows so far, when there are enough for a batch, or any at the end.
  mutating func take(atEnd: Bool = false) -> Batch? {
    guard let first = lines.first, atEnd || lines.count >= limit else { return nil }
    let origin = Origin(file: file, firstLine: first, offsets: lines.map { $0 - first })
    let batch = Batch(columns.map(\.column), count: lines.count, origin: origin)
    columns = types.map { ColumnBuilder($0) }
    lines = []
    return batch
  }
}
