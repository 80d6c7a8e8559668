import Diagnostics
import Formats
import StageKit
import Tables

/// The rejected rows of one file in one group: the original rows, and the table of reasons beside them.
struct RejectedSheet: Sendable {
  /// One reason.
  struct Reason: Sendable {
    let step: String
    let code: String
    let column: String?
    let message: Phrase
  }
  private let files: ProjectFiles
  private let reasons: String
  /// The file with the rows; `nil` when no original bytes are known.
  private let rows: String?
  /// The name of the sheet.
  let name: String

  /// The sheets in a folder with these names.
  static func sheets(of files: ProjectFiles, in folder: String, names: [String]) -> [RejectedSheet] {
    let end = ".reasons.csv"
    return names.filter { $0.hasSuffix(end) }.map { name in
      let stem = String(name.dropLast(end.count))
      let rows = names.first { $0 == "\(stem).csv" || $0 == "\(stem).ndjson" }
      return RejectedSheet(
        files: files, reasons: "\(folder)/\(name)", rows: rows.map { "\(folder)/\($0)" }, name: rows ?? stem)
    }
  }
  private init(files: ProjectFiles, reasons: String, rows: String?, name: String) {
    (self.files, self.reasons, self.rows, self.name) = (files, reasons, rows, name)
  }

  /// Counts the rows and their reasons.
  func count(into summary: inout RejectedSummary) throws(RejectedFolder.Failure) {
    var count = 0
    var codes = summary.codes
    try forEachReason { reason, _, isNew in
      if isNew { count += 1 }
      codes[reason.code, default: 0] += 1
    }
    summary.codes = codes
    summary.rows += count
    summary.files.append((name, count))
  }
  /// Gives the first rows to `body`, and how many are left to `leftOut`.
  func rows(
    of number: Int?, limit: Int, _ body: (RejectedRow) -> Void, leftOut: (Int) -> Void
  ) throws(RejectedFolder.Failure) {
    var found: [RejectedRow] = []
    var (count, wanted) = (0, 0)
    var isWanted = false
    try forEachReason { reason, place, isNew in
      if isNew {
        count += 1
        isWanted = number.map { $0 == place.record ?? place.line } ?? true
        if isWanted { wanted += 1 }
        if isWanted, wanted <= limit {
          found.append(RejectedRow(sheet: name, record: place.record, line: place.line, index: count - 1))
        }
      }
      if isWanted, wanted <= limit { found[found.count - 1].reasons.append(reason) }
    }
    let original = try rows.map { (path) throws(RejectedFolder.Failure) in try bytes(path) }
    let records = original.map { OriginalRows($0, isLines: rows?.hasSuffix(".ndjson") == true, count: count) }
    for var row in found {
      row.bytes = records?[row.index]
      body(row)
    }
    leftOut(max(wanted - limit, 0))
  }

  private func bytes(_ path: String) throws(RejectedFolder.Failure) -> [UInt8] {
    do { return try files.bytes(path) } catch { throw .unreadable(error) }
  }
  /// Reads the table of reasons to its end; reasons of one row follow one another.
  private func forEachReason(
    _ body: (Reason, (record: Int?, line: Int?), _ isNewRow: Bool) -> Void
  ) throws(RejectedFolder.Failure) {
    let rules = ["record", "line", "step", "code", "column", "vi", "en"].map {
      ColumnRule(Field($0, $0 == "record" || $0 == "line" ? .int : .text, .label))
    }
    var format = CSVFormat(separator: UInt8(ascii: ","), titleLines: 0)
    format.headerRows = 1
    var cutter = CSVCutter([reasons], rules: rules, format: format, size: 1 << 18)
    let decoder = CSVDecoder(rules, batchRows: 1024)
    var findings = Findings()
    var last: (record: Int?, line: Int?)?
    do throws(StageError) {
      while let piece = try cutter.next(files) {
        decoder.decode(piece, &findings) { batch, _ in
          for row in 0..<batch.count {
            let place = (record: batch.number(row, 0), line: batch.number(row, 1))
            let isSame = last.map { place.record == nil ? $0 == place : $0.record == place.record } ?? false
            last = place
            let column = batch.text(row, 4)
            let reason = Reason(
              step: batch.text(row, 2), code: batch.text(row, 3), column: column.isEmpty ? nil : column,
              message: Phrase(vi: batch.text(row, 5), en: batch.text(row, 6)))
            body(reason, place, !isSame)
          }
        }
      }
    } catch { throw .unreadable(error) }
  }
}

extension Batch {
  fileprivate func number(_ row: Int, _ column: Int) -> Int? {
    guard case .int(let cells) = columns[column], !columns[column].isMissing(row) else { return nil }
    return Int(cells.values[row])
  }
  fileprivate func text(_ row: Int, _ column: Int) -> String {
    guard case .text(let cells) = columns[column] else { return "" }
    return String(decoding: cells[row], as: UTF8.self)
  }
}
