import Diagnostics
import Tables

extension TextNote {
  private static func of(_ code: String, _ record: CSVRecord, _ column: String? = nil, vi: String, en: String)
    -> TextNote
  {
    TextNote(
      code: code, line: record.line, column: column,
      message: Phrase(vi: "bản ghi \(record.number): \(vi)", en: "record \(record.number): \(en)"))
  }
  static func textAfterQuote(_ record: CSVRecord) -> TextNote {
    of(
      "csv.quote", record, vi: "có chữ sau dấu ngoặc kép đóng; dấu ngoặc kép trong ô phải viết thành hai",
      en: "text stands after a closing quote; a quote inside a field is written twice")
  }
  static func noText(_ record: CSVRecord, _ column: String?, byte: Int) -> TextNote {
    of(
      "csv.encoding", record, column,
      vi: "byte thứ \(byte + 1) của tệp không phải UTF-8 hoặc là NUL; lưu lại tệp thành CSV UTF-8",
      en: "byte \(byte + 1) of the file is not UTF-8, or is NUL; save the file as CSV UTF-8")
  }
  static func emptyRecord(_ record: CSVRecord) -> TextNote {
    of("csv.empty-row", record, vi: "mọi ô đều trống, bỏ qua", en: "all fields are blank, left out")
  }
  static func fieldCount(_ record: CSVRecord, _ needed: Int) -> TextNote {
    of(
      "csv.fields", record, vi: "có \(record.fields.count) ô, dòng tên cột có \(needed)",
      en: "\(record.fields.count) fields, the header has \(needed)")
  }
  static func repeatedHeader(_ record: CSVRecord) -> TextNote {
    of(
      "csv.repeated-header", record, vi: "lặp lại dòng tên cột, bỏ qua",
      en: "the header stands here again, left out")
  }
  static func requiredMissing(_ record: CSVRecord, _ rule: ColumnRule) -> TextNote {
    of(
      "csv.required", record, rule.field.name, vi: "cột '\(rule.header)' phải có giá trị",
      en: "the column '\(rule.header)' must have a value")
  }
  /// A cell that is not of its column's type; what stands in a personal column is not repeated.
  static func wrongValue(
    _ text: ArraySlice<UInt8>, _ rule: ColumnRule, _ number: Int, _ code: String, _ line: Int
  ) -> TextNote {
    let word = String(decoding: text, as: UTF8.self)
    let shown = rule.field.sensitivity == .personal ? "…" : word.count > 40 ? "\(word.prefix(40))…" : word
    let expected = rule.expected
    return TextNote(
      code: code, line: line, column: rule.field.name,
      message: Phrase(
        vi: "bản ghi \(number): cần \(expected.vi), thấy '\(shown)'",
        en: "record \(number): expected \(expected.en), found '\(shown)'"))
  }
}
