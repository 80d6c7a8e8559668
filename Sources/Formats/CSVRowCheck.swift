/// Tells at a glance that a record is a row; a record it does not know is looked at more closely.
struct CSVRowCheck {
  /// The first name of every row of names.
  private let names: [[UInt8]]
  private let required: [(field: Int, words: WordSieve)]
  private let knowsNone: Bool
  /// The last field that is looked at, here or by who reads the columns.
  let last: Int

  /// - Parameters:
  ///   - header: The columns of the file.
  ///   - rules: How they are read.
  ///   - isRead: Whether anybody looks at a column.
  ///   - isText: Whether the whole piece is UTF-8 without NUL.
  init(_ header: CSVHeader, _ rules: [ColumnRule], isRead: (Int) -> Bool, isText: Bool) {
    last = rules.indices.reduce(0) { last, index in
      isRead(index) || rules[index].isRequired ? max(last, header.fields[index] ?? 0) : last
    }
    names = ([header.names] + header.more).map { Array(($0.first ?? "").utf8) }
    let needed = zip(rules, header.fields).filter(\.0.isRequired)
    required = needed.compactMap { rule, field in field.map { ($0, WordSieve(rule.missing.keys)) } }
    knowsNone = !isText || required.count < needed.count
  }

  /// Whether the record after the rows is surely not blank, not the header again, and has all that is required.
  func isClear(_ rows: CSVRows) -> Bool {
    let record = rows.fields + rows.count * rows.width
    return !knowsNone && !mayBeName(record[0], rows) && hasValue(record, rows)
      && required.allSatisfy { isValue(record[$0.field], rows) && !$0.words.mayHold(record[$0.field], rows) }
  }
  private func hasValue(_ record: UnsafeMutablePointer<CSVRows.Field>, _ rows: CSVRows) -> Bool {
    for column in 0...last where isValue(record[column], rows) { return true }
    return false
  }
  /// Whether a field begins and ends with a sign that is no kind of space.
  private func isValue(_ field: CSVRows.Field, _ rows: CSVRows) -> Bool {
    guard field.start < field.end else { return false }
    let (first, last) = (rows.text[Int(field.start)], rows.text[Int(field.end) - 1])
    return first != 32 && first != 9 && first != 0xC2 && last != 32 && last != 9 && last != 0xA0
  }
  /// Whether the first field may be the name of the first column; spaces or a byte order mark may stand before it.
  private func mayBeName(_ field: CSVRows.Field, _ rows: CSVRows) -> Bool {
    let (start, end) = (Int(field.start), Int(field.end))
    for name in names {
      guard start < end else {
        if name.isEmpty { return true }
        continue
      }
      switch rows.text[start] {
      case 32, 9, 0xC2, 0xEF: return true
      case let first: if first == name.first, rows.text[start..<end].starts(with: name) { return true }
      }
    }
    return false
  }
}
