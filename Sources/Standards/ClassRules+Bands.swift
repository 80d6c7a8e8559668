import Diagnostics
import Expressions
import StageKit
import Tables

// Whether the rules of a pack speak of every household, and of each but once.
extension ClassRules {
  /// Notes rules of which two are true of one household and give it another class, and households of which no rule is true.
  func checkBands(
    _ rules: [RuleFields], _ typed: [TypedExpression], _ range: SourceRange?, _ grid: BandGrid,
    _ problems: inout Diagnostics
  ) {
    guard !rules.isEmpty, typed.count == rules.count else { return }
    let batch = grid.batch
    let answers = typed.compactMap { typed -> Bools? in
      guard case .bool(let answer) = typed.evaluate(batch).column else { return nil }
      return answer
    }
    guard answers.count == rules.count else { return }
    for (later, answer) in answers.enumerated() {
      for earlier in 0..<later where !rules[earlier].leads(whither: rules[later]) {
        guard let row = (answers[earlier].isTrue & answer.isTrue).rows.first else { continue }
        problems.add(.overlap(rules[earlier], rules[later], grid.phrase(of: grid.places[row])))
        break
      }
    }
    // What cannot be answered is not surely outside a rule.
    let spoken = answers.reduce(Bitmap(count: batch.count)) { spoken, answer in
      spoken | answer.isTrue | (answer.validity.map { ~$0 } ?? Bitmap(count: batch.count))
    }
    if gap == nil, let row = (~spoken).rows.first {
      problems.add(.gap(grid.phrase(of: grid.places[row]), at: range))
    }
  }
}
extension RuleFields {
  /// Whether two rules give one class by one way, so that it is all one which of them decides.
  fileprivate func leads(whither other: RuleFields) -> Bool {
    `class` == other.class && branch == other.branch
  }
  fileprivate var phrase: Phrase {
    guard let branch else { return `class`.phrase }
    return Phrase(vi: "\(`class`.phrase.vi) (\(branch))", en: "\(`class`.phrase.en) (\(branch))")
  }
}
extension Diagnostic {
  fileprivate static func overlap(_ earlier: RuleFields, _ later: RuleFields, _ place: Phrase) -> Diagnostic {
    let (first, second) = (earlier.phrase, later.phrase)
    return Diagnostic(
      "standards.overlap",
      Phrase(
        vi: "hai quy tắc cùng nói về một hộ: \(place.vi) là '\(first.vi)' và cũng là '\(second.vi)'",
        en: "two rules speak of one household: \(place.en) it is '\(first.en)' and '\(second.en)' as well"),
      at: later.when.range,
      hint: Phrase(
        vi: "đối chiếu với văn bản, rồi ghi cả mức dưới lẫn mức trên của mỗi loại",
        en: "compare with the act, and write both ends of the band of each class"))
  }
  fileprivate static func gap(_ place: Phrase, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.gap",
      Phrase(
        vi: "không quy tắc nào nói về hộ \(place.vi)", en: "no rule speaks of a household \(place.en)"),
      at: range,
      hint: Phrase(
        vi: "thêm quy tắc còn thiếu; nếu chính văn bản bỏ trống, nói điều ấy ở gap",
        en: "add the rule that is lacking; where the act itself leaves it out, say so in `gap`"))
  }
}
