import Diagnostics
import StageKit

// The households of which a pack says that the act leaves them out.
extension Gap {
  init(_ fields: GapFields) {
    self.init(condition: fields.when.expression, meaning: fields.meaning.phrase)
  }
}
extension Diagnostic {
  /// Households of which no rule speaks and no gap either.
  static func gap(_ place: Phrase, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.gap",
      Phrase(
        vi: "không quy tắc nào nói về hộ \(place.vi)", en: "no rule speaks of a household \(place.en)"),
      at: range,
      hint: Phrase(
        vi: "thêm quy tắc còn thiếu; nếu chính văn bản bỏ trống những hộ như vậy, nêu đúng các hộ ấy ở gap",
        en:
          "add the rule that is lacking; where the act itself leaves such households out, name just them in `gap`"
      ))
  }
  /// A gap of whose households a rule speaks.
  static func needlessGap(_ found: Phrase, _ place: Phrase, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.gap",
      Phrase(
        vi: "gap nói văn bản bỏ trống những hộ này, mà có quy tắc: hộ \(place.vi) là '\(found.vi)'",
        en:
          "`gap` says that the act leaves these households out, and a rule does not: a household \(place.en) is '\(found.en)'"
      ), at: range,
      hint: Phrase(
        vi: "bỏ gap, hoặc chỉ nêu những hộ không quy tắc nào nói tới",
        en: "remove `gap`, or name just the households of which no rule speaks"))
  }
  /// A gap in which nobody is.
  static func emptyGap(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.gap",
      Phrase(vi: "không hộ nào thuộc gap này", en: "no household is in this `gap`"), at: range,
      hint: Phrase(
        vi: "bỏ gap, hoặc chỉ nêu những hộ không quy tắc nào nói tới",
        en: "remove `gap`, or name just the households of which no rule speaks"))
  }
}
