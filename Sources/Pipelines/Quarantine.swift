import Diagnostics
import StageKit
import Tables

/// Writes the rejected rows of a run for the office: the original bytes, and a table of reasons beside them.
///
/// A sheet of rows begins as its file does, and a row stands in it once, whatever is wrong with it. Records that the source
/// itself rejects belong to no group: none of their cells has been read. Rows that no file is known of stand in the table of reasons alone.
struct Quarantine {
  /// A file written, and how many rows it has.
  struct Written: Sendable, Hashable {
    var path: String
    var rows: Int
  }
  /// What is written of one file for one group.
  private struct Sheet {
    var rows: [UInt8] = []
    var reasons: [UInt8] = []
    var last: Row?
    var count = 0
  }
  /// What makes a row another row than the one before.
  private struct Row: Equatable {
    let place: Origin.Place
    init(_ place: Origin.Place) {
      self.place = place
    }
    static func == (a: Row, b: Row) -> Bool {
      if a.place.bytes != nil || a.place.record != nil {
        return a.place.record == b.place.record && a.place.bytes == b.place.bytes
      }
      return a.place.line == b.place.line
    }
  }
  private let scratch: Scratch
  private let forms: [String: SourceForm]
  private let names: QuarantineNames
  private let isGrouped: Bool
  private var reader: OriginalBytes
  private var file: String?
  /// What the file begins with.
  private var heading: [UInt8] = []
  private var sheets: [String: Sheet] = [:]
  private var held = 0
  private(set) var written: [Written] = []

  init(
    _ scratch: Scratch, files: ProjectFiles, inputs: [String], forms: [String: SourceForm], isGrouped: Bool
  ) {
    (self.scratch, self.forms, self.isGrouped) = (scratch, forms, isGrouped)
    names = QuarantineNames(inputs)
    reader = OriginalBytes(files)
  }

  /// Adds one reason; they come in the order of files and records.
  mutating func add(_ rejection: Rejection) throws(StageError) {
    let place = rejection.place
    if file != place.file {
      try finish()
      file = place.file
      reader.open(place.file)
      heading = []
      if case .csv(let end)? = forms[place.file], end > 0 { heading = try reader.bytes(0..<end) }
    }
    let group = isGrouped ? QuarantineNames.folder(of: rejection.group) + "/" : ""
    var sheet: Sheet
    if let known = sheets.removeValue(forKey: group) {
      sheet = known
    } else {
      sheet = Sheet(rows: heading, reasons: Array("\u{FEFF}record,line,step,code,column,vi,en\r\n".utf8))
    }
    let row = Row(place)
    let before = sheet.rows.count + sheet.reasons.count
    if sheet.last != row {
      sheet.last = row
      sheet.count += 1
      try append(rejection, to: &sheet.rows)
    }
    rejection.write(to: &sheet.reasons)
    held += sheet.rows.count + sheet.reasons.count - before
    sheets[group] = sheet
    if held > 4 << 20 { try flush() }
  }
  /// Writes the rest.
  mutating func finish() throws(StageError) {
    try flush()
    for (group, sheet) in sheets.sorted(by: { $0.key < $1.key }) where sheet.count > 0 {
      written.append(Written(path: path(group, "reasons.csv"), rows: sheet.count))
    }
    sheets = [:]
  }

  private mutating func append(_ rejection: Rejection, to rows: inout [UInt8]) throws(StageError) {
    let place = rejection.place
    guard let range = place.bytes, !range.isEmpty, !place.file.isEmpty else { return }
    let record: ArraySlice<UInt8>
    if let original = rejection.original {
      record = original.prefix(range.count)
    } else {
      record = try reader.bytes(range)[...]
    }
    switch forms[place.file] {
    case .json?:
      // An object may be written on several lines; the line ends in it are spaces, for in a text they are not allowed.
      rows += record.map { $0 == 10 || $0 == 13 ? 32 : $0 }
      rows.append(10)
    case .csv?, .lines?, nil:
      rows += record
      if let original = rejection.original {
        rows += reader.lineEnd(original[range.count...])
      } else {
        rows += try reader.lineEnd(at: range.upperBound)
      }
    }
  }
  private mutating func flush() throws(StageError) {
    for (group, var sheet) in sheets.sorted(by: { $0.key < $1.key }) {
      if !sheet.rows.isEmpty {
        try scratch.append("office/" + path(group, names.rowsEnding(of: form)), sheet.rows)
      }
      if !sheet.reasons.isEmpty { try scratch.append("office/" + path(group, "reasons.csv"), sheet.reasons) }
      (sheet.rows, sheet.reasons) = ([], [])
      sheets[group] = sheet
    }
    held = 0
  }
  private var form: SourceForm? { file.flatMap { forms[$0] } }
  /// The paths that the rows of a sheet of reasons can have.
  static func rows(beside reasons: String) -> [String] {
    guard reasons.hasSuffix(".reasons.csv") else { return [] }
    return ["csv", "ndjson"].map { reasons.dropLast("reasons.csv".count) + $0 }
  }
  private func path(_ group: String, _ ending: String) -> String {
    "rejected/\(group)\(names.stem(of: file ?? "")).\(ending)"
  }
}

extension Rejection {
  /// Writes the reason as a record of CSV.
  fileprivate func write(to sheet: inout [UInt8]) {
    if let record = place.record { sheet += String(record).utf8 }
    sheet.append(44)
    if !place.file.isEmpty { sheet += String(place.line).utf8 }
    for text in [step, code, column ?? "", message.vi, message.en] {
      sheet.append(44)
      Self.write(text, to: &sheet)
    }
    sheet += [13, 10]
  }
  private static func write(_ text: String, to sheet: inout [UInt8]) {
    let start = sheet.count
    sheet += text.utf8
    var isQuoted = sheet[start...].first == 32 || sheet[start...].last == 32
    for byte in sheet[start...] where byte < 45 {
      if byte == 44 || byte == 34 || byte == 10 || byte == 13 { isQuoted = true }
    }
    // A spreadsheet would take a text that begins so for a formula, and such a text may come from the data.
    let isFormula = sheet[start...].first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    guard isQuoted || isFormula else { return }
    let cell = Array(sheet[start...])
    sheet.removeLast(cell.count)
    if isQuoted { sheet.append(34) }
    if isFormula { sheet.append(39) }
    for byte in cell {
      if byte == 34 { sheet.append(34) }
      sheet.append(byte)
    }
    if isQuoted { sheet.append(34) }
  }
}

/// Reads ranges of one file that follow one another.
///
/// A range is read with what stands behind it, more the nearer the ranges have been to one another: of a file with few
/// rejected rows only these are read.
struct OriginalBytes {
  private let files: ProjectFiles
  private var file = ""
  private var start = 0
  private var window: [UInt8] = []
  private var size = Self.sizes.lowerBound
  private static let sizes = 1 << 10...1 << 18
  private var lastEnd: [UInt8] = [10]
  init(_ files: ProjectFiles) { self.files = files }

  mutating func open(_ file: String) { (self.file, start, window, lastEnd) = (file, 0, [], [10]) }
  /// The bytes of a range.
  ///
  /// - Throws: When the file is shorter than it was.
  mutating func bytes(_ range: Range<Int>) throws(StageError) -> [UInt8] {
    if range.lowerBound < start || range.upperBound > start + window.count {
      try read(at: range.lowerBound, atLeast: range.count + 2)
      guard window.count >= range.count else { throw .changed(file) }
    }
    return Array(window[range.lowerBound - start..<range.upperBound - start])
  }
  private mutating func read(at offset: Int, atLeast count: Int) throws(StageError) {
    let gap = offset - start - window.count
    size = gap < 1 << 13 ? min(2 * size, Self.sizes.upperBound) : Self.sizes.lowerBound
    start = offset
    window = try files.bytes(file, at: start, count: max(count, size))
  }
  /// The line end at a place; at the end of the file that of the record before.
  mutating func lineEnd(at offset: Int) throws(StageError) -> [UInt8] {
    if offset < start || offset + 2 > start + window.count {
      try read(at: offset, atLeast: 2)
    }
    return lineEnd(window[(offset - start)...].prefix(2))
  }
  /// The line end with which some bytes begin; at the end of the file, where there are none, that of the record before.
  mutating func lineEnd(_ next: ArraySlice<UInt8>) -> [UInt8] {
    if next.first == 10 { lastEnd = [10] }
    if next.first == 13 { lastEnd = next.last == 10 && next.count == 2 ? [13, 10] : [13] }
    return lastEnd
  }
}

extension StageError {
  /// A file is not what it was when it was read before.
  static func changed(_ file: String) -> StageError {
    StageError(
      Phrase(
        vi: "tệp '\(file)' đã bị thay đổi trong khi chương trình đang đọc",
        en: "the file '\(file)' was changed while it was being read"),
      hint: Phrase(
        vi: "đợi việc ghi tệp xong rồi chạy lại", en: "let whoever writes it finish, and run again"),
      mayRetry: true, file: file)
  }
}
