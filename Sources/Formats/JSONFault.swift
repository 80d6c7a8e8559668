import Diagnostics
import Tables

/// Why an item is no row, and at which byte of it.
struct JSONFault: Error, Sendable, Hashable {
  let code: String
  let message: Phrase
  let index: Int
  /// The column that it is about, if it is about one.
  var column: String?

  static func syntax(_ index: Int, vi: String, en: String) -> JSONFault {
    JSONFault(code: "json.syntax", message: Phrase(vi: vi, en: en), index: index)
  }
  static func cutOff(_ index: Int) -> JSONFault {
    JSONFault(
      code: "json.cut-off",
      message: Phrase(
        vi: "tệp kết thúc giữa đối tượng này; tệp có thể bị cắt khi tải về",
        en: "the file ends within this object; it may have been cut off"), index: index)
  }
  static func missingMember(_ rule: ColumnRule, _ names: [String], _ index: Int) -> JSONFault {
    let hint = names.suggestion(for: rule.header)
    return JSONFault(
      code: "json.missing-member",
      message: Phrase(
        vi: "thiếu '\(rule.header)'" + (hint.map { "; \($0.vi)" } ?? ""),
        en: "'\(rule.header)' is missing" + (hint.map { "; \($0.en)" } ?? "")), index: index,
      column: rule.field.name)
  }
  static func requiredMissing(_ rule: ColumnRule, _ index: Int) -> JSONFault {
    JSONFault(
      code: "json.required",
      message: Phrase(vi: "'\(rule.header)' phải có giá trị", en: "'\(rule.header)' must have a value"),
      index: index, column: rule.field.name)
  }
}
