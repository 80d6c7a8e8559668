import StageKit
import Tables

extension CSVPiece {
  /// Why a record is no row; `nil` when it is one.
  func reject(_ record: CSVRecord, _ rules: [ColumnRule]) -> TextNote? {
    if record.fault != nil { return .textAfterQuote(record) }
    if let place = bytes[record.range].firstOfNoText {
      return .noText(record, header.nameOfNoText(in: record), byte: offset + place)
    }
    if record.isEmpty { return .emptyRecord(record) }
    if record.fields.count != header.names.count { return .fieldCount(record, header.names.count) }
    if header.isRepeated(in: record) { return .repeatedHeader(record) }
    for (rule, field) in zip(rules, header.fields) where rule.isRequired {
      guard let field else { return .requiredMissing(record, rule) }
      let text = record.fields[field].trimmed
      if text.isEmpty || rule.missing[Array(text)] != nil { return .requiredMissing(record, rule) }
    }
    return nil
  }
}

extension CSVHeader {
  /// Whether a record of as many fields is a row of names again; a byte order mark may stand before them, as where a file
  /// was put behind another.
  fileprivate func isRepeated(in record: CSVRecord) -> Bool {
    ([names] + more).contains { names in
      zip(record.fields, names).enumerated().allSatisfy { index, pair in
        let isMarked = index == 0 && pair.0.starts(with: [0xEF, 0xBB, 0xBF])
        return pair.0.dropFirst(isMarked ? 3 : 0).trimmed.elementsEqual(pair.1.utf8)
      }
    }
  }
  /// The name of the first column whose field in the record is no text; `nil` when it has none.
  fileprivate func nameOfNoText(in record: CSVRecord) -> String? {
    zip(names, record.fields).first { $1.firstOfNoText != nil }?.0
  }
}
