import Diagnostics
import StageKit

// What is wrong with the form of a pack.
extension ClassRules {
  /// Notes columns of words without words, limits on columns that have none, and halves of quotations; and that `condition`
  /// has exactly one of its two.
  func checkForm(_ fields: StandardFields, _ problems: inout Diagnostics) {
    for column in fields.form?.columns ?? [] {
      let (fields, isText) = (column.value, column.value.type == .text)
      let words = fields.words?.entries ?? []
      if isText == words.isEmpty { problems.add(.formWords(column.name, isText, at: column.range)) }
      let isNumber = fields.type == .int || fields.type == .decimal
      if fields.least != nil, !isNumber { problems.add(.formLimit("least", column.name, at: fields.$least)) }
      if fields.years != nil, fields.type != .date {
        problems.add(.formLimit("years", column.name, at: fields.$years))
      }
      if (fields.clause == nil) != (fields.checked == nil) {
        problems.add(.formClause(column.name, at: fields.$clause ?? fields.$checked))
      }
    }
  }
}
extension Diagnostic {
  static func condition(_ fields: ConditionFields) -> Diagnostic {
    Diagnostic(
      "standards.condition",
      Phrase(
        vi: "điều kiện cần đúng một trong household và member",
        en: "a condition has exactly one of `household` and `member`"),
      at: fields.$meaning,
      hint: Phrase(
        vi: "household hỏi về hộ; member hỏi từng người, hộ thiếu hụt khi có một người đúng",
        en: "`household` is asked of the household; `member` of each member, of whom one is enough"))
  }
  fileprivate static func formWords(_ name: String, _ isText: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "standards.form",
      isText
        ? Phrase(vi: "cột chữ '\(name)' không khai các từ", en: "the text column '\(name)' has no words")
        : Phrase(
          vi: "cột '\(name)' không phải cột chữ mà có words", en: "'\(name)' is no text and has words"),
      at: range,
      hint: isText
        ? Phrase(
          vi: "ghi words: mỗi từ của phiếu kèm ý nghĩa; từ khác sẽ được báo",
          en: "write `words:`, each word of the form with its meaning; any other will be told")
        : Phrase(vi: "bỏ words, hoặc ghi type: text", en: "remove `words`, or write `type: text`"))
  }
  fileprivate static func formLimit(_ limit: String, _ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.form",
      Phrase(
        vi: "cột '\(name)' không thể có \(limit)", en: "the column '\(name)' cannot have `\(limit)`"),
      at: range,
      hint: Phrase(
        vi: "least dành cho số (int, decimal), years cho ngày (date)",
        en: "`least` is for numbers (int, decimal), `years` for days (date)"))
  }
  fileprivate static func formClause(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.form",
      Phrase(
        vi: "cột '\(name)' chỉ có một trong clause và checked",
        en: "the column '\(name)' has but one of `clause` and `checked`"), at: range,
      hint: Phrase(
        vi: "ghi cả hai: văn bản, và đã đối chiếu ra sao", en: "write both: the act, and how it was compared")
    )
  }
  /// A condition that asks for a word that no cell may have: it would never be true, or always.
  static func unknownWord(_ word: String, _ words: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.form",
      Phrase(
        vi: "điều kiện nói tới từ '\(word)' mà phiếu không có",
        en: "the condition speaks of the word '\(word)', which the form does not have"), at: range,
      hint: words.suggestion(for: word))
  }
}
