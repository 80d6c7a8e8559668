import Diagnostics
import StageKit

extension Diagnostic {
  static func incompleteRules(_ fields: StandardFields) -> Diagnostic {
    let all = [
      ("income_lines", fields.incomeLines == nil),
      ("indicators", fields.indicators == nil && fields.cutoff != nil),
      ("cutoff", fields.cutoff == nil && fields.indicators != nil), ("classes", fields.classes == nil),
    ]
    let missing = all.filter(\.1).map(\.0).joined(separator: ", ")
    return Diagnostic(
      "standards.incomplete",
      Phrase(
        vi: "các quy tắc của chuẩn '\(fields.standard)' còn thiếu: \(missing)",
        en: "the rules of the standard '\(fields.standard)' lack: \(missing)"),
      at: fields.$standard,
      hint: Phrase(
        vi: "ghi đủ; chuẩn chỉ dùng để nêu tên thì bỏ cả; chuẩn chưa rõ hết thì nói vì sao ở provisional",
        en:
          "write them, or no rules for a standard that is only named; say why in `provisional` if not all is known"
      ))
  }
  static func lineName(_ name: String, at range: SourceRange) -> Diagnostic {
    let taken = ClassRules.reserved.joined(separator: ", ")
    return Diagnostic(
      "standards.name",
      Phrase(vi: "'\(name)' không dùng làm tên ngưỡng được", en: "'\(name)' cannot be the name of a limit"),
      at: range,
      hint: Phrase(
        vi: "dùng chữ thường, số và _, khác các tên \(taken), dep_…",
        en: "use small letters, digits and _, and none of \(taken), dep_…"))
  }
  static func cutoff(_ cutoff: CutoffFields, of count: Int) -> Diagnostic {
    Diagnostic(
      "standards.cutoff",
      Phrase(
        vi: "ngưỡng là \(cutoff.deprivations) trên \(cutoff.of) chỉ số, mà chuẩn có \(count) chỉ số",
        en: "the cut-off is \(cutoff.deprivations) of \(cutoff.of), and the standard has \(count) indicators"),
      at: cutoff.$of,
      hint: Phrase(
        vi: "đối chiếu với văn bản: thêm chỉ số còn thiếu, hoặc sửa cutoff",
        en: "compare with the act: add the indicator that is lacking, or mend `cutoff`"))
  }
  static func indicatorTwice(_ indicator: IndicatorFields) -> Diagnostic {
    Diagnostic(
      "standards.indicator-twice",
      Phrase(
        vi: "hai chỉ số cùng có mã '\(indicator.id)'", en: "two indicators have the id '\(indicator.id)'"),
      at: indicator.$id,
      hint: Phrase(vi: "bỏ một chỉ số, hoặc đổi mã của nó", en: "remove one of them, or change its id"))
  }
  static func noRules(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.rule", Phrase(vi: "không có quy tắc nào", en: "there is no rule"), at: range,
      hint: Phrase(
        vi: "ghi mỗi loại hộ một quy tắc: class, when, clause, checked",
        en: "write a rule for each class: `class`, `when`, `clause`, `checked`"))
  }
  /// More flags than there are households to look at one by one.
  static func tooManyFlags(_ flags: [String], most: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.rule",
      Phrase(
        vi: "các quy tắc hỏi riêng \(flags.count) chỉ số: \(flags.joined(separator: ", "))",
        en: "the rules ask \(flags.count) indicators by name: \(flags.joined(separator: ", "))"), at: range,
      hint: Phrase(
        vi: "hỏi riêng nhiều nhất \(most) chỉ số; còn lại đếm bằng deprivations",
        en: "ask at most \(most) by name, and count the others by `deprivations`"))
  }
  static func notCondition(_ text: ExpressionText) -> Diagnostic {
    Diagnostic(
      "standards.rule",
      Phrase(
        vi: "'\(text.text)' không phải là điều kiện có hoặc không",
        en: "'\(text.text)' is not a condition of yes or no"), at: text.range,
      hint: Phrase(
        vi: "viết phép so sánh, như income <= line", en: "write a comparison, such as income <= line"))
  }
}
