import Diagnostics
import Expressions
import StageKit
import Standards

// What a pack does not allow.
extension Diagnostic {
  static func scope(
    _ standard: Standard, _ scope: Scope, said province: String?, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "classify.scope",
      Phrase(
        vi: "chuẩn '\(standard.id)' chỉ áp dụng cho \(scope.name.vi) (\(scope.province))"
          + (province.map { ", không phải tỉnh \($0)" } ?? ""),
        en: "the standard '\(standard.id)' is that of \(scope.name.en) (\(scope.province))"
          + (province.map { ", not of the province \($0)" } ?? "")),
      at: range,
      hint: province == nil
        ? Phrase(
          vi: "nếu số liệu là của tỉnh ấy, ghi province: \"\(scope.province)\"",
          en: "if the rows are of that province, write `province: \"\(scope.province)\"`")
        : Phrase(
          vi: "dùng chuẩn quốc gia, hoặc chuẩn của tỉnh có số liệu",
          en: "use the standard of the country, or that of the province of the rows"))
  }
  /// Parts that are not certain; `*` is the whole pack.
  static func provisional(_ standard: Standard, _ parts: [String], at range: SourceRange?) -> Diagnostic {
    let list = parts.joined(separator: ", ")
    let why = standard.provisional
    return Diagnostic(
      "classify.provisional",
      Phrase(
        vi: why.map { "chuẩn '\(standard.id)' là tạm: \($0.vi)" }
          ?? "chuẩn '\(standard.id)' có phần chưa chắc chắn: \(list)",
        en: why.map { "the standard '\(standard.id)' is provisional: \($0.en)" }
          ?? "parts of the standard '\(standard.id)' are not certain: \(list)"),
      at: range,
      hint: Phrase(
        vi: "đối chiếu với văn bản và sửa tệp chuẩn; để chạy thử, ghi allow_provisional: true",
        en: "compare with the act and mend the pack; for a trial write `allow_provisional: true`"))
  }
  static func incomePeriod(_ standard: Standard, _ period: IncomePeriod, at range: SourceRange?) -> Diagnostic
  {
    let other = period == .year ? IncomePeriod.month : .year
    let units = period == .year ? "dong_per_year, thousand_dong_per_year" : "dong, thousand_dong"
    return Diagnostic(
      "classify.income-period",
      Phrase(
        vi:
          "chuẩn '\(standard.id)' tính thu nhập theo \(period.phrase.vi), mà cột thu nhập khai theo \(other.phrase.vi)",
        en:
          "the lines of '\(standard.id)' are of a \(period.phrase.en), and the income is given for a \(other.phrase.en)"
      ),
      at: range,
      hint: Phrase(
        vi: "dùng một cột thu nhập theo \(period.phrase.vi) với unit là \(units); không tự nhân hay chia 12",
        en:
          "give a column of the income of a \(period.phrase.en), with `unit` one of \(units); nothing is converted"
      ))
  }
  /// An indicator that is asked by the pack, and cannot be asked of these rows.
  static func condition(
    _ indicator: Indicator, _ condition: IndicatorCondition, _ problem: ExpressionProblem,
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "classify.condition",
      Phrase(
        vi: "chỉ số '\(indicator.id)', điều kiện \(condition.expression.text): \(problem.message.vi)",
        en: "indicator '\(indicator.id)', condition \(condition.expression.text): \(problem.message.en)"),
      at: range,
      hint: problem.hint
        ?? Phrase(
          vi: "tạo cột ấy bằng rows.derive, hoặc khai chỉ số trong deprivations",
          en: "make that column by rows.derive, or give the indicator in `deprivations`"))
  }
  /// An indicator that is asked of members, and the rows are households.
  static func memberCondition(
    _ indicator: Indicator, _ condition: IndicatorCondition, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "classify.condition",
      Phrase(
        vi: "chỉ số '\(indicator.id)' được hỏi từng thành viên: \(condition.expression.text)",
        en: "indicator '\(indicator.id)' is asked of each member: \(condition.expression.text)"), at: range,
      hint: Phrase(
        vi:
          "hỏi từng thành viên bằng members.ask, gộp về hộ bằng rows.rollup, rồi khai cột ấy trong deprivations",
        en:
          "ask members by members.ask, roll them up to households by rows.rollup, and give that column in `deprivations`"
      ))
  }
  /// An indicator that is to be asked of members, and is not.
  static func notOfMembers(
    _ id: String, _ standard: Standard, _ all: [String], at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "classify.indicator",
      Phrase(
        vi: "chuẩn '\(standard.id)' không hỏi từng thành viên chỉ số '\(id)'",
        en: "the standard '\(standard.id)' does not ask '\(id)' of members"), at: range,
      hint: all.suggestion(for: id))
  }
  /// A standard that asks nothing of members.
  static func noMemberConditions(_ standard: Standard, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "classify.indicator",
      Phrase(
        vi: "tệp của chuẩn '\(standard.id)' không có điều kiện nào hỏi từng thành viên",
        en: "the pack of the standard '\(standard.id)' has no condition that is asked of members"), at: range,
      hint: Phrase(
        vi: "bỏ bước này, hoặc dùng chuẩn có điều kiện như vậy",
        en: "remove this step, or use a standard with such conditions"))
  }
}
