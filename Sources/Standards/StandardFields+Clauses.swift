import Diagnostics
import StageKit

// Each part of a pack quotes an act that stands among its legal bases.
extension StandardFields {
  /// Notes clauses that say nothing, and those of acts that `legal` does not have.
  func checkClauses(_ problems: inout Diagnostics) {
    let legal = legal.filter { $0.contains { !$0.isWhitespace } }
    if legal.isEmpty { problems.add(.noLegalBasis(standard, at: $legal)) }
    let known = Set(legal.flatMap(\.acts))
    for (clause, range) in clauses {
      guard clause.contains(where: { !$0.isWhitespace }) else {
        problems.add(.blankClause(at: range))
        continue
      }
      for act in clause.acts where !known.contains(act) {
        problems.add(.clauseOfOther(act, Array(known).sorted(), at: range))
      }
    }
  }
  private var clauses: [(text: String, range: SourceRange?)] {
    var found: [(String, SourceRange?)] = []
    for line in incomeLines?.entries ?? [] { found.append((line.value.clause, line.value.$clause)) }
    for indicator in indicators ?? [] {
      found.append((indicator.clause, indicator.$clause))
      if let condition = indicator.condition { found.append((condition.clause, condition.$clause)) }
    }
    if let cutoff { found.append((cutoff.clause, cutoff.$clause)) }
    if let scope { found.append((scope.clause, scope.$clause)) }
    if let points {
      found.append((points.clause, points.$clause))
      for line in points.lines.entries { found.append((line.value.clause, line.value.$clause)) }
    }
    for rule in (classes ?? []) + (points?.classes ?? []) { found.append((rule.clause, rule.$clause)) }
    return found
  }
}

extension String {
  /// The numbers of acts that a text quotes, such as `59/2015/QĐ-TTg`.
  fileprivate var acts: [String] {
    matches(of: /[0-9]+\/(?:[0-9]{4}\/)?\p{Lu}[\p{L}\-]*/).map { String($0.output) }
  }
}

extension Diagnostic {
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
