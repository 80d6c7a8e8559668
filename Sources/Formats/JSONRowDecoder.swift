public import StageKit
public import Tables

/// Makes batches of pieces of JSON lists or of NDJSON: the pure part of reading, which runs on all cores.
///
/// Objects are cut some hundreds at a time, and then read column by column.
public struct JSONRowDecoder: Sendable {
  private let rules: [ColumnRule]
  private let words: [WordSieve]
  private let batchRows: Int
  /// A decoder; a batch has at most `batchRows` rows.
  public init(_ rules: [ColumnRule], batchRows: Int) {
    (self.rules, self.batchRows) = (rules, batchRows)
    words = rules.map { WordSieve($0.missing.keys) }
  }
  /// The columns that come out.
  public var schema: Schema { Schema(rules.map(\.field)) }

  /// Gives the rows of a piece, in order.
  ///
  /// An item that is rejected is a finding; a value that is wrong is one too, and missing.
  public func decode(
    _ piece: JSONPiece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void
  ) {
    findings.describe(piece.file, piece.isLines ? .lines : .json)
    var notes = JSONNotes(piece)
    JSONRows.with(piece, width: rules.count, limit: batchRows) { rows in
      var items = JSONItems(piece, rules)
      while items.cut(&rows, &notes) {
        let columns = columns(rows, &notes)
        notes.tell(&findings)
        if rows.count > 0 {
          emit(
            Batch(columns, count: rows.count, origin: rows.origin(piece.file, at: piece.offset)), &findings)
        }
        rows.removeAll()
      }
      if items.isEmptyList { notes.tellEmptyList(&findings) }
    }
  }
  private func columns(_ rows: JSONRows, _ notes: inout JSONNotes) -> [Column] {
    rules.indices.map { index in
      let cells = CellColumn(rows, index, rules[index], words[index])
      let (column, faults) = cells.column()
      for (row, fault) in faults {
        let field = rows.fields[row * rows.width + index]
        notes.add(
          CellNote(
            text: rows.shown(field), fault: fault, rule: rules[index], column: index, place: rows.places[row])
        )
      }
      return column
    }
  }
}
