import Diagnostics
import Expressions
import StageKit
import Tables

// Whether the rules of a pack speak of every household, and of each but once.
extension ClassRules {
  /// Notes rules of which two are true of one household and give it another class, households of which neither a rule nor the
  /// gap speaks, and a gap of whose households a rule speaks.
  func checkBands(
    _ rules: [RuleFields], _ range: SourceRange?, _ gap: Gap?, _ gapRange: SourceRange?, _ grid: BandGrid,
    _ problems: inout Diagnostics
  ) {
    let answers = rules.compactMap { grid.rows(of: $0.when.expression) }
    guard !rules.isEmpty, answers.count == rules.count else { return }
    for (later, answer) in answers.enumerated() {
      for earlier in 0..<later where !rules[earlier].leads(whither: rules[later]) {
        guard let row = (answers[earlier] & answer).rows.first else { continue }
        problems.add(.overlap(rules[earlier], rules[later], grid.phrase(of: grid.places[row])))
        break
      }
    }
    let spoken = answers.reduce(Bitmap(count: grid.places.count), |)
    let left = gap.flatMap { grid.rows(of: $0.condition) } ?? Bitmap(count: grid.places.count)
    if gap != nil, left.trueCount == 0 { problems.add(.emptyGap(at: gapRange)) }
    if let row = (~spoken & ~left).rows.first {
      problems.add(.gap(grid.phrase(of: grid.places[row]), at: range))
    }
    if let row = (spoken & left).rows.first, let index = answers.firstIndex(where: { $0[row] }) {
      problems.add(.needlessGap(rules[index].phrase, grid.phrase(of: grid.places[row]), at: gapRange))
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
}
