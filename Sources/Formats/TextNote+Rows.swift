import Diagnostics
import Tables

extension TextNote {
  private static func of(_ code: String, _ record: CSVRecord, _ column: String? = nil, vi: String, en: String)
    -> TextNote
  {
    TextNote(code: code, line: record.line, column: column, message: Phrase(vi: vi, en: en))
  }
  static func textAfterQuote(_ record: CSVRecord, _ column: String?) -> TextNote {
    of(
      "csv.quote", record, column,
      vi: "có chữ sau dấu ngoặc kép đóng; dấu ngoặc kép trong ô phải viết thành hai",
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
    let count = record.fields.count
    let remedy =
      count > needed
      ? Phrase(
        vi: "ô có chứa dấu tách phải đặt trong dấu ngoặc kép",
        en: "a field that holds the separator must stand in quotes")
      : Phrase(
        vi: "thêm các ô thiếu, ô trống cũng cần dấu tách",
        en: "add what is missing; blank fields are parted too")
    return of(
      "csv.fields", record, vi: "có \(count) ô, dòng tên cột có \(needed); \(remedy.vi)",
      en: "\(count) fields, the header has \(needed); \(remedy.en)")
  }
  static func cutOff(_ record: CSVRecord, _ needed: Int) -> TextNote {
    let count = record.fields.count
    return of(
      "csv.cut-off", record,
      vi:
        "tệp kết thúc ở đây, không xuống dòng, với \(count) trong \(needed) ô; tệp có thể đã bị cắt, hãy tải hoặc xuất lại",
      en:
        "the file ends here without a line end, after \(count) of \(needed) fields; it may have been cut off: fetch or export it again"
    )
  }
  static func repeatedHeader(_ record: CSVRecord) -> TextNote {
    of(
      "csv.repeated-header", record, vi: "lặp lại dòng tên cột, bỏ qua",
      en: "the header stands here again, left out")
  }
  static func requiredMissing(_ record: CSVRecord, _ rule: ColumnRule) -> TextNote {
    of(
      "csv.required", record, rule.field.name,
      vi: "cột '\(rule.header)' phải có giá trị; điền ô này, hoặc bỏ 'required' nếu được phép trống",
      en: "the column '\(rule.header)' must have a value; fill it in, or drop 'required' if it may be blank")
  }
}
