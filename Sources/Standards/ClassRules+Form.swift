import Diagnostics
import Expressions
import StageKit

// What is wrong with the form of a pack.
extension ClassRules {
  /// Notes columns of words without words, limits on columns that have none, and columns that do not say whether they are law.
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
      checkLaw(column, &problems)
    }
  }
  /// A column quotes the act that says what it asks, or says that no act needs to; words always are law, for they decide.
  private func checkLaw(_ column: Mapping<FormColumnFields>.Entry, _ problems: inout Diagnostics) {
    let fields = column.value
    let isQuoted = fields.clause != nil
    if isQuoted != (fields.checked != nil) {
      problems.add(.formClause(column.name, at: fields.$clause ?? fields.$checked))
    } else if isQuoted, fields.law == false {
      problems.add(.formLaw(column.name, at: fields.$law))
    } else if !isQuoted, fields.law != false || fields.type == .text {
      problems.add(.formNoClause(column.name, ofWords: fields.type == .text, at: column.range))
    }
  }
  /// Notes words of a condition that none of the columns has against which they are held, each at its place.
  func checkWords(_ text: ExpressionText, _ form: [FormColumn], _ problems: inout Diagnostics) {
    for question in text.expression.questions {
      let held = Set(question.sides.flatMap(\.columns))
      let columns = form.filter { held.contains($0.name) && $0.kind == .text }
      for side in question.sides {
        for word in side.texts {
          guard let column = columns.first(where: { !$0.words.map(\.id).contains(word) }) else {
            if columns.isEmpty { problems.add(.strayWord(word, at: text.range(of: side.range))) }
            continue
          }
          problems.add(.unknownWord(word, column, at: text.range(of: side.range)))
        }
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
  fileprivate static func formLaw(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.form",
      Phrase(
        vi: "cột '\(name)' có clause mà ghi law: false",
        en: "the column '\(name)' has a `clause` and says `law: false`"), at: range,
      hint: Phrase(
        vi: "bỏ law: false, hoặc bỏ clause và checked", en: "remove `law: false`, or `clause` and `checked`"))
  }
  fileprivate static func formNoClause(_ name: String, ofWords isText: Bool, at range: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      "standards.form",
      isText
        ? Phrase(
          vi: "cột '\(name)' có các từ quyết định thiếu hụt mà không nêu điều khoản",
          en: "the words of the column '\(name)' decide who is deprived, and it quotes no clause")
        : Phrase(
          vi: "cột '\(name)' không nêu điều khoản, cũng không nói là không cần",
          en: "the column '\(name)' quotes no clause, and does not say that it needs none"),
      at: range,
      hint: isText
        ? Phrase(
          vi: "ghi clause và checked; chưa đọc văn bản thì ghi checked: not_read và provisional: true",
          en: "write `clause` and `checked`; for an act not read `checked: not_read` and `provisional: true`")
        : Phrase(
          vi: "ghi clause và checked; cột hỏi điều ai cũng thấy như nhau thì ghi law: false",
          en: "write `clause` and `checked`; where all see alike what it asks, `law: false`"))
  }
  /// A condition that asks for a word that no cell may have: it would never be true, or always.
  fileprivate static func unknownWord(_ word: String, _ column: FormColumn, at range: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      "standards.form",
      Phrase(
        vi: "điều kiện hỏi cột '\(column.name)' về từ '\(word)' mà cột ấy không có",
        en: "the condition asks '\(column.name)' for the word '\(word)', which that column does not have"),
      at: range,
      hint: column.words.map(\.id).suggestion(for: word))
  }
  fileprivate static func strayWord(_ word: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.form",
      Phrase(
        vi: "từ '\(word)' của điều kiện không so với cột chữ nào",
        en: "the word '\(word)' of the condition is held against no column of words"), at: range,
      hint: Phrase(
        vi: "so một cột chữ của phiếu với từ ấy", en: "compare a text column of the form with it"))
  }
}
