import Diagnostics
public import StageKit
public import Tables

/// Makes batches of pieces of CSV files: the pure part of reading, which runs on all cores.
public struct CSVDecoder: Sendable {
  private let rules: [ColumnRule]
  private let batchRows: Int
  /// A decoder; a batch has at most `batchRows` rows.
  public init(_ rules: [ColumnRule], batchRows: Int) { (self.rules, self.batchRows) = (rules, batchRows) }
  /// The columns that come out.
  public var schema: Schema { Schema(rules.map(\.field)) }

  /// Gives the rows of a piece, in order.
  ///
  /// A row that is rejected is a finding; a cell that is wrong is one too, and missing.
  public func decode(
    _ piece: CSVPiece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void
  ) {
    var notes = piece.notes[...]
    findings.describe(piece.file, .csv(heading: piece.header.end))
    let isText = piece.bytes.isWellFormedText
    var rows = RowBuilder(rules.map(\.field.type), limit: batchRows, file: piece.file)
    var tokenizer = CSVTokenizer(
      piece.bytes, separator: piece.header.separator, line: piece.line, number: piece.number)
    while let record = tokenizer.next() {
      // Findings stand in the order of the lines, so that their order does not depend on the pieces.
      while let note = notes.first, note.line <= record.line {
        findings.add(note, piece.file)
        notes.removeFirst()
      }
      if let reject = reject(record, of: piece, isText: isText) {
        findings.reject(reject, record, of: piece)
        continue
      }
      rows.add(line: record.line, record: record.number, bytes: piece.bytes(of: record)) {
        append(record, of: piece, to: &$0, &findings)
      }
      if let batch = rows.take() { emit(batch, &findings) }
    }
    if let batch = rows.take(atEnd: true) { emit(batch, &findings) }
    for note in notes { findings.add(note, piece.file) }
  }

  /// Why a record is no row; `nil` when it is one.
  ///
  private func reject(_ record: CSVRecord, of piece: CSVPiece, isText: Bool) -> TextNote? {
    if record.fault != nil { return .textAfterQuote(record) }
    if !isText, let place = piece.bytes[record.range].firstOfNoText {
      return .noText(record, piece.header.nameOfNoText(in: record), byte: piece.offset + place)
    }
    let names = piece.header.names
    if record.isEmpty { return .emptyRecord(record) }
    if record.fields.count != names.count { return .fieldCount(record, names.count) }
    if piece.header.isRepeated(in: record) { return .repeatedHeader(record) }
    for (rule, field) in zip(rules, piece.header.fields) where rule.isRequired {
      guard let field else { return .requiredMissing(record, rule) }
      let text = record.fields[field].trimmed
      if text.isEmpty || rule.missing[Array(text)] != nil { return .requiredMissing(record, rule) }
    }
    return nil
  }
  private func append(
    _ record: CSVRecord, of piece: CSVPiece, to columns: inout [ColumnBuilder], _ findings: inout Findings
  ) {
    for (index, rule) in rules.enumerated() {
      guard let field = piece.header.fields[index] else {
        columns[index].append(missing: .notReported)
        continue
      }
      let text = record.fields[field]
      guard !rule.append(text, to: &columns[index]) else { continue }
      findings.add(.wrongValue(text, rule, record.number, "csv.value", record.line), piece.file)
    }
  }
}

extension Findings {
  fileprivate mutating func add(_ note: TextNote, _ file: String) {
    add(note.code, file: file, line: note.line, column: note.column, note.message)
  }
  /// Notes that a record is no row; one that holds no data is left out and not missed.
  fileprivate mutating func reject(_ note: TextNote, _ record: CSVRecord, of piece: CSVPiece) {
    guard !["csv.empty-row", "csv.repeated-header"].contains(note.code) else { return add(note, piece.file) }
    let place = Origin.Place(
      file: piece.file, line: note.line, record: record.number, bytes: piece.bytes(of: record))
    reject(note.code, at: place, column: note.column, note.message)
  }
}
extension CSVPiece {
  /// The bytes of a record in the file.
  fileprivate func bytes(of record: CSVRecord) -> Range<Int> {
    offset + record.range.lowerBound..<offset + record.range.upperBound
  }
}
extension CSVHeader {
  /// Whether a record of as many fields has the names of the header; a byte order mark may stand before them, as where a
  /// file was put behind another.
  fileprivate func isRepeated(in record: CSVRecord) -> Bool {
    zip(record.fields, names).enumerated().allSatisfy { index, pair in
      let isMarked = index == 0 && pair.0.starts(with: [0xEF, 0xBB, 0xBF])
      return pair.0.dropFirst(isMarked ? 3 : 0).trimmed.elementsEqual(pair.1.utf8)
    }
  }
  /// The name of the first column whose field in the record is no text; `nil` when it has none.
  fileprivate func nameOfNoText(in record: CSVRecord) -> String? {
    zip(names, record.fields).first { $1.firstOfNoText != nil }?.0
  }
}
