import Diagnostics
public import StageKit
public import Tables

/// Makes batches of pieces of CSV files: the pure part of reading, which runs on all cores.
///
/// Records are cut some hundreds at a time, and then read column by column.
public struct CSVDecoder: Sendable {
  private let rules: [ColumnRule]
  private let words: [WordSieve]
  private let batchRows: Int
  /// What stands for a whole batch of each column that nobody looks at; `nil` of the others.
  private var unread: [Column?]
  /// Whether fields are cut by wide vectors.
  var isWide = WideVectors.areThere
  /// A decoder; a batch has at most `batchRows` rows.
  public init(_ rules: [ColumnRule], batchRows: Int) {
    (self.rules, self.batchRows) = (rules, batchRows)
    words = rules.map { WordSieve($0.missing.keys) }
    unread = rules.map { _ in nil }
  }
  /// A decoder of the same rows that reads only some columns; what is in the others means nothing.
  public func reading(only columns: Set<Int>) -> CSVDecoder {
    var some = self
    for (index, rule) in rules.enumerated() where !columns.contains(index) {
      some.unread[index] = Column(missing: rule.field.type, .notReported, count: batchRows)
    }
    return some
  }
  /// The columns that come out.
  public var schema: Schema { Schema(rules.map(\.field)) }

  /// Gives the rows of a piece, in order.
  ///
  /// A row that is rejected is a finding; a cell that is wrong is one too, and missing.
  public func decode(
    _ piece: CSVPiece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void
  ) {
    findings.describe(piece.file, .csv(heading: piece.header.end))
    var notes = CSVNotes(piece)
    let check = CSVRowCheck(
      piece.header, rules, isRead: { unread[$0] == nil }, isText: piece.isWellFormedText(isWide))
    CSVRows.with(piece, limit: batchRows, width: check.last + 1) { rows in
      var cutter = CSVRowCutter(piece, check, isWide: isWide)
      while true {
        let stop = cutter.cut(&rows)
        if case .unclear(let place) = stop {
          look(at: place, of: piece, &rows, &notes)
          continue
        }
        let columns = columns(rows, piece.header, &notes)
        notes.tell(&findings)
        if rows.count > 0 {
          emit(
            Batch(columns, count: rows.count, origin: rows.origin(piece.file, at: piece.offset)), &findings)
        }
        guard case .full = stop else { break }
        rows.removeAll()
      }
    }
    notes.tellRest(&findings)
  }

  /// Makes a row of a record that was not plain, or notes why it is none.
  private func look(
    at place: CSVRows.Place, of piece: CSVPiece, _ rows: inout CSVRows, _ notes: inout CSVNotes
  ) {
    var tokenizer = CSVTokenizer(
      piece.bytes, separator: piece.header.separator, start: place.offset, line: place.line,
      number: place.number)
    guard let record = tokenizer.next() else { return }
    if let reject = piece.reject(record, rules) { notes.add(reject, record) } else { rows.add(record) }
  }
  private func columns(_ rows: CSVRows, _ header: CSVHeader, _ notes: inout CSVNotes) -> [Column] {
    rules.indices.map { index in
      let rule = rules[index]
      if let unread = unread[index] {
        return rows.count == batchRows
          ? unread : Column(missing: rule.field.type, .notReported, count: rows.count)
      }
      guard let field = header.fields[index] else {
        return Column(missing: rule.field.type, .notReported, count: rows.count)
      }
      let cells = CellColumn(rows, field, rule, words[index])
      let (column, faults) = cells.column()
      for (row, fault) in faults {
        let text = rows.shown(rows.fields[row * rows.width + field])
        notes.add(CellNote(text: text, fault: fault, rule: rule, column: index, place: rows.places[row]))
      }
      return column
    }
  }
}
