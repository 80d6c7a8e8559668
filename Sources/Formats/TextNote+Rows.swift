import Diagnostics
import Tables

extension TextNote {
  private static func of(_ code: String, _ record: CSVRecord, _ column: String? = nil, vi: String, en: String)
    -> TextNote
  {
    TextNote(code: code, line: record.line, column: column, message: Phrase(vi: vi, en: en))
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
}
