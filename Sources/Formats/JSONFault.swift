import Diagnostics

/// Why an item is no row, and at which byte of it.
struct JSONFault: Error, Sendable, Hashable {
  let code: String
  let message: Phrase
  let index: Int

  static func syntax(_ index: Int, vi: String, en: String) -> JSONFault {
    JSONFault(code: "json.syntax", message: Phrase(vi: vi, en: en), index: index)
  }
  static func missingMember(_ rule: ColumnRule, _ names: [String], _ index: Int) -> JSONFault {
    let hint = names.suggestion(for: rule.header)
    return JSONFault(
      code: "json.missing-member",
      message: Phrase(
        vi: "thiếu '\(rule.header)'" + (hint.map { "; \($0.vi)" } ?? ""),
        en: "'\(rule.header)' is missing" + (hint.map { "; \($0.en)" } ?? "")), index: index)
  }
  static func requiredMissing(_ rule: ColumnRule, _ index: Int) -> JSONFault {
    JSONFault(
      code: "json.required",
      message: Phrase(vi: "'\(rule.header)' phải có giá trị", en: "'\(rule.header)' must have a value"),
      index: index)
  }
}
