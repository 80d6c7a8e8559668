import Diagnostics
import StageKit

/// The beginning of a CSV file, in which the header is looked for.
struct CSVHead {
  /// The bytes in which titles and the header must lie.
  static let size = 1 << 18
  /// The records among which the header is looked for when the number of title lines is not declared.
  static let recordLimit = 50
  /// The separators that are guessed, the first of equals first.
  private static let separators = Array(",;\t|".utf8)

  private let file: String
  private let bytes: [UInt8]
  private let format: CSVFormat
  /// The bytes of a byte order mark.
  private let start: Int

  /// A record that may be the header.
  private struct Candidate {
    let separator: UInt8
    let record: CSVRecord
    let names: [String]
    let found: [Int?]
    let end: CSVScanner.Place
    /// How many of the names that are wanted it has; of records that have none, the one with the most fields is likeliest,
    /// unless most of them are empty, as beside a title.
    ///
    /// Of equals it is the first: a row of numbers with decimal commas has as many fields by its commas as the header above it
    /// by its semicolons.
    var rank: (Int, Int, Int) {
      let score = found.count { $0 != nil }
      let filled = names.count { !$0.isEmpty }
      return (
        score, score > 0 ? 0 : filled * 2 > names.count ? names.count : min(filled, 1), -record.number
      )
    }
  }

  /// Looks at the first bytes of a file.
  ///
  /// - Throws: When they are of another kind of file, or there are none.
  init(_ file: String, _ bytes: [UInt8], _ format: CSVFormat) throws(StageError) {
    (self.file, self.bytes, self.format) = (file, bytes, format)
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    try refuseOtherKinds(bytes, file)
    let isBlank = bytes[start...].allSatisfy { $0 == 10 || $0 == 13 || $0 == 32 }
    if isBlank, bytes.count < Self.size { throw .emptyFile(file) }
  }

  /// Finds the header: the record with the most of the names that are wanted.
  ///
  /// - Throws: When a column is missing, or stands twice.
  func header(
    for rules: [ColumnRule]
  ) throws(StageError) -> (header: CSVHeader, place: CSVScanner.Place, notes: [TextNote]) {
    var best: Candidate?
    for separator in format.separator.map({ [$0] }) ?? Self.separators {
      for candidate in candidates(separator, rules) where candidate.rank > best?.rank ?? (-1, 0, 0) {
        best = candidate
      }
    }
    guard let best else { throw .headerNotFound(file) }
    try refuse(best, rules)
    let more = CSVMoreHeaders(
      after: best.end, names: best.names, found: best.found, rules, format
    ).found(bytes, separator: best.separator, isWhole: bytes.count < Self.size)
    var notes = notes(of: best, rules)
    if format.headerRows == nil {
      for row in more.rows { notes.append(.moreHeader(row.line, row.names.filter { !$0.isEmpty })) }
    }
    let header = CSVHeader(
      names: best.names, more: more.rows.map(\.names), fields: best.found, separator: best.separator,
      end: more.end.offset)
    return (header, more.end, notes)
  }

  /// The records that may be the header, read with one separator.
  private func candidates(_ separator: UInt8, _ rules: [ColumnRule]) -> [Candidate] {
    var (offset, line) = (start, 1)
    for _ in 0..<(format.titleLines ?? 0) where offset < bytes.count {
      (offset, line) = (endOfLine(offset), line + 1)
    }
    var tokenizer = CSVTokenizer(
      bytes, separator: separator, start: offset, line: line, number: 1 + titles(until: offset, separator))
    var all: [Candidate] = []
    while all.count < (format.titleLines == nil ? Self.recordLimit : 1), let record = tokenizer.next() {
      let names = record.fields.map { String(decoding: $0.trimmed, as: UTF8.self) }
      let found = rules.map { rule in names.firstIndex { $0 == rule.header } }
      let place = tokenizer.place
      let isCut = place.offset == bytes.count && bytes.count == Self.size
      guard !isCut else { break }
      all.append(
        Candidate(
          separator: separator, record: record, names: names, found: found,
          end: .init(offset: place.offset, line: place.line, number: place.number)))
    }
    return all
  }
  /// The records in the declared title lines, so that records have the same numbers as where the header is looked for.
  private func titles(until end: Int, _ separator: UInt8) -> Int {
    guard end > start else { return 0 }
    var tokenizer = CSVTokenizer(Array(bytes[..<end]), separator: separator, start: start)
    while tokenizer.next() != nil {}
    return tokenizer.place.number - 1
  }
  private func endOfLine(_ start: Int) -> Int {
    guard let end = bytes[start...].firstIndex(where: { $0 == 10 || $0 == 13 }) else { return bytes.count }
    return bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? end + 2 : end + 1
  }

  private func refuse(_ best: Candidate, _ rules: [ColumnRule]) throws(StageError) {
    let line = best.record.line
    let lacking = zip(rules, best.found).filter { $1 == nil && !$0.isOptional }.map(\.0.header)
    if !lacking.isEmpty { throw .missingColumns(lacking, file, line, names: best.names) }
    for rule in rules where best.names.count(where: { $0 == rule.header }) > 1 {
      throw .columnTwice(rule.header, file, line)
    }
  }
  private func notes(of best: Candidate, _ rules: [ColumnRule]) -> [TextNote] {
    var notes: [TextNote] = []
    // A comma and the first line are what everybody expects, and no guess.
    let isSeparatorGuessed = format.separator == nil && best.separator != UInt8(ascii: ",")
    let isLineGuessed = format.titleLines == nil && best.record.line != 1
    if isSeparatorGuessed || isLineGuessed {
      notes.append(.guessed(best.separator, header: best.record.line))
    }
    guard format.reportsExtraColumns else { return notes }
    for (index, name) in best.names.enumerated() where !best.found.contains(index) {
      notes.append(.extraColumn(name, best.record.line))
    }
    return notes
  }
}
