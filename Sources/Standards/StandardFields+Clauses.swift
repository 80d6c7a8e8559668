import Diagnostics
import StageKit

// Each part of a pack quotes an act that stands among its legal bases.
extension StandardFields {
  /// Notes clauses that say nothing, and those of acts that `legal` does not have.
  func checkClauses(_ problems: inout Diagnostics) {
    let legal = legal.filter { $0.contains { !$0.isWhitespace } }
    if legal.isEmpty { problems.add(.noLegalBasis(standard, at: $legal)) }
    let known = Set(legal.flatMap(ClauseWords.acts(of:)))
    for part in quotes {
      guard part.clause.contains(where: { !$0.isWhitespace }) else {
        problems.add(.blankClause(at: part.range))
        continue
      }
      let acts = ClauseWords.acts(of: part.clause)
      for act in acts where !known.contains(act) {
        problems.add(.clauseOfOther(act, Array(known).sorted(), at: part.range))
      }
      if acts.isEmpty, !ClauseWords.names(legal, part.clause) {
        problems.add(.noAct(part.clause, at: part.range))
      }
      guard part.checked == .notRead else { continue }
      if ClauseWords.namesArticle(part.clause) { problems.add(.articleNotRead(part.clause, at: part.range)) }
      if !part.isProvisional, provisional == nil { problems.add(.notReadYetSure(at: part.checkedRange)) }
    }
  }
  private var quotes: [Quote] {
    var found = (form?.columns ?? []).compactMap { $0.value.quote() }
    for line in incomeLines?.entries ?? [] { found.append(line.value.quote()) }
    for indicator in indicators ?? [] {
      found.append(indicator.quote())
      if let condition = indicator.condition { found.append(condition.quote()) }
    }
    if let cutoff { found.append(cutoff.quote()) }
    if let scope { found.append(scope.quote()) }
    for rule in classes ?? [] { found.append(rule.quote(rule.provisional)) }
    guard let points else { return found }
    found.append(points.quote())
    found += points.lines.entries.map { $0.value.quote($0.value.provisional || points.provisional) }
    return found + points.classes.map { $0.quote($0.provisional || points.provisional) }
  }
}

extension Diagnostic {
  fileprivate static func articleNotRead(_ clause: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.not-read",
      Phrase(
        vi: "'\(clause)' nêu điều, khoản mà ghi là chưa ai đọc",
        en: "'\(clause)' names an article, and is marked as read by nobody"), at: range,
      hint: Phrase(
        vi: "chỉ nêu văn bản, hoặc đọc văn bản rồi ghi checked: text",
        en: "name the act alone, or read it and write `checked: text`"))
  }
  fileprivate static func notReadYetSure(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.not-read",
      Phrase(
        vi: "phần chưa đối chiếu với đâu cả phải ghi là tạm",
        en: "a part that was compared with nothing must be provisional"), at: range,
      hint: Phrase(
        vi: "ghi provisional: true ở phần ấy, hoặc đối chiếu rồi sửa checked",
        en: "write `provisional: true` for that part, or compare it and mend `checked`"))
  }
  fileprivate static func noLegalBasis(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.clause",
      Phrase(vi: "chuẩn '\(id)' không có căn cứ pháp lý", en: "the standard '\(id)' has no legal basis"),
      at: range,
      hint: Phrase(
        vi: "ghi ở legal số, ngày và điều của văn bản",
        en: "write number, day and article of the act in `legal`"))
  }
  fileprivate static func blankClause(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.clause", Phrase(vi: "điều khoản để trống", en: "the clause is blank"), at: range,
      hint: Phrase(
        vi: "ghi văn bản, điều, khoản quy định phần này", en: "write the act, article and clause of this part"
      ))
  }
  fileprivate static func noAct(_ clause: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.clause",
      Phrase(vi: "'\(clause)' không nêu văn bản nào", en: "'\(clause)' names no act"), at: range,
      hint: Phrase(
        vi: "ghi số văn bản như trong legal, rồi điều, khoản nếu đã đọc",
        en: "write the number of the act as in `legal`, then article and clause where they were read"))
  }
  fileprivate static func clauseOfOther(_ act: String, _ known: [String], at range: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      "standards.clause",
      Phrase(
        vi: "'\(act)' không có trong các căn cứ pháp lý của chuẩn",
        en: "'\(act)' is not among the legal bases of the standard"), at: range,
      hint: known.suggestion(for: act)
        ?? Phrase(vi: "thêm văn bản ấy vào legal", en: "add that act to `legal`"))
  }
}
