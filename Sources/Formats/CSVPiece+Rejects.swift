import StageKit
import Tables

extension CSVPiece {
  /// Why a record is no row; `nil` when it is one.
  func reject(_ record: CSVRecord, _ rules: [ColumnRule]) -> TextNote? {
    if record.fault != nil {
      return .textAfterQuote(record, record.faultField.flatMap { header.name(of: $0, rules) })
    }
    if let place = bytes[record.range].firstOfNoText {
      if mayBeCutOff(record), isHalfCharacter(place) { return .cutOff(record, header.names.count) }
      return .noText(record, header.fieldOfNoText(in: record, rules), byte: offset + place)
    }
    if record.isEmpty { return .emptyRecord(record) }
    if record.fields.count != header.names.count {
      let needed = header.names.count
      return mayBeCutOff(record) ? .cutOff(record, needed) : .fieldCount(record, needed)
    }
    if header.isRepeated(in: record) { return .repeatedHeader(record) }
    for (rule, field) in zip(rules, header.fields) where rule.isRequired {
      guard let field else { return .requiredMissing(record, rule) }
      let text = record.fields[field].trimmed
      if text.isEmpty || rule.missing[Array(text)] != nil { return .requiredMissing(record, rule) }
    }
    return nil
  }
  /// Whether the file ends in the middle of a record: it has too few fields and no line end.
  private func mayBeCutOff(_ record: CSVRecord) -> Bool {
    isLast && record.range.upperBound == bytes.count && record.fields.count < header.names.count
  }
  /// Whether the first byte that is no text begins a character of which the rest is cut off.
  private func isHalfCharacter(_ place: Int) -> Bool {
    let rest = bytes[place...]
    let length = rest.first.map { (~$0).leadingZeroBitCount } ?? 0
    return (2...4).contains(length) && rest.count < length
      && rest.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
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
  /// What a field is called: as the schema has it, else as the file has it; `nil` behind the last column.
  fileprivate func name(of field: Int, _ rules: [ColumnRule]) -> String? {
    if let index = fields.firstIndex(of: field) { return rules[index].field.name }
    return names.indices.contains(field) && !names[field].isEmpty ? names[field] : nil
  }
  /// The name of the first column whose field in the record is no text; `nil` when it has none.
  fileprivate func fieldOfNoText(in record: CSVRecord, _ rules: [ColumnRule]) -> String? {
    record.fields.firstIndex { $0.firstOfNoText != nil }.flatMap { name(of: $0, rules) }
  }
}
