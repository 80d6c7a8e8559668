import Tables

/// The rows of names that follow the first, as where people's words stand under the names of a program.
struct CSVMoreHeaders {
  /// A further row of names.
  struct Row { var names: [String], line: Int }
  private let start: CSVScanner.Place
  private let columns: [(rule: ColumnRule, field: Int)]
  private let names: [String]
  private let width: Int?
  private let declared: Int?

  /// - Parameters:
  ///   - start: The place after the first row of names.
  ///   - names: The names in it.
  ///   - found: The field of each column.
  ///   - rules: How the columns are read.
  ///   - format: What is declared of the file.
  init(
    after start: CSVScanner.Place, names: [String], found: [Int?], _ rules: [ColumnRule], _ format: CSVFormat
  ) {
    (self.start, self.names) = (start, names)
    columns = zip(rules, found).compactMap { rule, field in field.map { (rule, $0) } }
    width = found.compactMap(\.self).max()
    declared = format.headerRows
  }

  /// Finds them in the head of a file.
  ///
  /// As many as are declared are taken as they are. Where nothing is declared, the record after the header is one when it
  /// has the labels of all columns that have one; without any label, when it is surely no data: in every column that is not
  /// text stands a word, and in the record after it in none.
  func found(
    _ bytes: [UInt8], separator: UInt8, isWhole: Bool
  ) -> (rows: [Row], end: CSVScanner.Place) {
    var tokenizer = CSVTokenizer(
      bytes, separator: separator, start: start.offset, line: start.line, number: start.number)
    var (rows, end): ([Row], CSVScanner.Place) = ([], start)
    while rows.count < (declared ?? 2) - 1, let record = tokenizer.next() {
      let place = tokenizer.place
      // What may be cut off at the end of the head is no whole record.
      guard isWhole || place.offset < bytes.count else { break }
      if declared == nil {
        var next = tokenizer
        guard isHeader(record, before: next.next()) else { break }
      }
      rows.append(
        Row(names: record.fields.map { String(decoding: $0.trimmed, as: UTF8.self) }, line: record.line))
      end = .init(offset: place.offset, line: place.line, number: place.number)
    }
    return (rows, end)
  }
  private func isHeader(_ record: CSVRecord, before next: CSVRecord?) -> Bool {
    guard let width, record.fault == nil, record.fields.count > width else { return false }
    let labelled = columns.filter { $0.rule.label != nil }
    guard labelled.isEmpty else {
      return labelled.allSatisfy { rule, field in
        String(decoding: record.fields[field].trimmed, as: UTF8.self) == rule.label
      }
    }
    let isAgain = zip(record.fields, names).allSatisfy { $0.trimmed.elementsEqual($1.utf8) }
    guard !isAgain, isOfWords(record) else { return false }
    return next.map { $0.fields.count > width && !isOfWords($0) } ?? false
  }
  /// Whether a word stands in every column that is not text; where there is one alone, something must stand in every other.
  private func isOfWords(_ record: CSVRecord) -> Bool {
    let typed = columns.filter { $0.rule.field.type != .text }
    guard !typed.isEmpty else { return false }
    return typed.allSatisfy { rule, field in
      let cell = record.fields[field].trimmed
      guard let first = cell.first, first | 32 >= UInt8(ascii: "a"), rule.reason(cell) == nil else {
        return false
      }
      return rule.field.type != .bool || rule.answer(cell) == nil
    } && (typed.count > 1 || columns.allSatisfy { !record.fields[$0.field].trimmed.isEmpty })
  }
}
