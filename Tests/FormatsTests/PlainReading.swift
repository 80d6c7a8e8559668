import Formats
import Tables

/// A plain reading of rows, record by record and cell by cell, as a twin of the reading by columns.
///
/// It has no header and tells nothing; its records are those that `CSVTokenizer` cuts.
func plainReading(_ bytes: [UInt8], _ rules: [ColumnRule]) -> Reading {
  var tokenizer = CSVTokenizer(bytes, separator: UInt8(ascii: ","))
  var builders = rules.map { ColumnBuilder($0.field.type) }
  var reading = Reading()
  _ = tokenizer.next()
  while let record = tokenizer.next() {
    guard record.fault == nil, !record.isEmpty, record.fields.count == rules.count else { continue }
    let isText = String(validating: bytes[record.range], as: UTF8.self)?.contains("\0") == false
    guard isText else { continue }
    for index in rules.indices {
      guard !rules[index].append(record.fields[index], to: &builders[index]) else { continue }
      reading.findings.append("\(record.line) csv.value \(rules[index].field.name)")
    }
    reading.lines.append(record.line)
  }
  let columns = builders.map(\.column)
  for row in reading.lines.indices {
    reading.rows.append(columns.map { $0.shown(row) })
    reading.reasons.append(columns.map { $0.missingReason(row) })
  }
  return reading
}
