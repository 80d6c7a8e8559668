import Diagnostics
import Figures
import Formats
import Plans
import StageKit
import Tables
import Units

/// What an edition said of a target.
struct LedgerVerdict: Sendable, Hashable {
  /// The plan and the target, `plan/target`.
  let target: String
  let unit: String
  let title: Phrase
  let word: String
  /// What the target asks, of whom and by when.
  let terms: TargetTerms
  /// The day it is due, `2024-12-31`; empty in an entry that does not say.
  let due: String
  /// The id of the figure judged, and of that it was compared with.
  let result: String?
  let base: String?
  /// The id of the figure whose numerator is the whole, of a share of those whom another target reached.
  let whole: String?

  init(_ verdict: TargetVerdict, of plan: PlanVerdicts) {
    let asked = verdict.target
    (target, unit) = ("\(plan.plan.id)/\(asked.id)", plan.unit.id)
    (title, word) = (asked.title, verdict.verdict.word.rawValue)
    (result, base) = (verdict.verdict.result?.id, verdict.verdict.base?.id)
    due = asked.due.iso
    let around = asked.isShareOfParent ? asked.partOf : nil
    whole = around.flatMap { id in plan.targets.first { $0.target.id == id } }?.verdict.result?.id
    terms = TargetTerms(asked, of: plan.plan, unit: plan.unit.id)
  }
  /// Whether it asks something else, or of another unit, as far as both say what they ask.
  func asksOtherwise(than other: LedgerVerdict) -> Bool {
    let isElsewhere = unit != other.unit && !unit.isEmpty && !other.unit.isEmpty
    return isElsewhere || terms.areOthers(than: other.terms)
  }
}

// Its line in the ledger.
extension LedgerVerdict {
  private static let key = "target"

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(Self.key, target)
      $0.member("unit", unit)
      $0.member("title_vi", title.vi)
      $0.member("title_en", title.en)
      $0.member("verdict", word)
      $0.member("terms", terms.text)
      $0.member("due", due)
      $0.member("result", result)
      $0.member("base", base)
      if let whole { $0.member("whole", whole) }
    }
    writer.endLine()
  }
  /// What a line says; `nil` when it is none of a verdict.
  init?(_ line: JSON) {
    guard let target = line[Self.key]?.text, let word = line["verdict"]?.text else { return nil }
    (self.target, self.word, unit) = (target, word, line["unit"]?.text ?? "")
    title = Phrase(vi: line["title_vi"]?.text ?? target, en: line["title_en"]?.text ?? target)
    (terms, due) = (TargetTerms(text: line["terms"]?.text ?? ""), line["due"]?.text ?? "")
    (result, base, whole) = (line["result"]?.text, line["base"]?.text, line["whole"]?.text)
  }
}
