import Tables

/// The first cell of one column that came for each group, as bytes end to end.
struct FirstCells: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var cell: [UInt8] = []

  /// The cell of a group; `nil` when there is none yet.
  subscript(group: Int) -> ArraySlice<UInt8>? {
    guard group < ends.count else { return nil }
    return bytes[(group == 0 ? 0 : ends[group - 1])..<ends[group]]
  }
  /// Notes the cell of a row; tells whether it equals that of its group.
  mutating func note(_ column: Column, _ row: Int, _ group: Int) -> Bool {
    cell.removeAll(keepingCapacity: true)
    if let reason = column.missingReason(row) {
      cell += [0, reason.rawValue]
    } else {
      column.appendKey(row, to: &cell)
    }
    return note(cell[...], group)
  }
  /// Notes a cell; groups come in the order of their numbers.
  mutating func note(_ cell: ArraySlice<UInt8>, _ group: Int) -> Bool {
    if let known = self[group] { return known.elementsEqual(cell) }
    bytes += cell
    ends.append(bytes.count)
    return true
  }
}
extension ColumnBuilder {
  /// Appends a cell that `FirstCells` noted.
  mutating func append(first cell: ArraySlice<UInt8>) {
    guard cell.first == 0 else {
      var rest = cell
      return append(fromKey: &rest)
    }
    append(missing: cell.dropFirst().first.flatMap { MissingReason(rawValue: $0) } ?? .blank)
  }
}
