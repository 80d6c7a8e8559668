import Diagnostics
import Figures
import Formats
import Plans
import Tables
import Units
import YAML

/// What an edition said of a target.
struct LedgerVerdict: Sendable, Hashable {
  /// The plan and the target, `plan/target`.
  let target: String
  let unit: String
  let title: Phrase
  let word: String
  /// What the target asks and by when, in fixed words: another text is another target.
  let asks: String
  /// The id of the figure judged, and of that it was compared with.
  let result: String?
  let base: String?

  init(_ verdict: TargetVerdict, of plan: PlanVerdicts) {
    let asked = verdict.target
    (target, unit) = ("\(plan.plan.id)/\(asked.id)", plan.unit.id)
    (title, word) = (asked.title, verdict.verdict.word.rawValue)
    (result, base) = (verdict.verdict.result?.id, verdict.verdict.base?.id)
    let goals = asked.readings.flatMap(\.conditions).map {
      "\($0.measure)/\($0.group) \($0.goal?.text(toward: asked.toward).vi ?? "")"
    }
    asks = ([asked.kind.rawValue, asked.due.iso] + goals).joined(separator: "; ")
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
      $0.member("asks", asks)
      $0.member("result", result)
      $0.member("base", base)
    }
    writer.endLine()
  }
  /// What a line says; `nil` when it is none of a verdict.
  init?(_ node: Node) {
    guard let target = node[Self.key]?.text, let word = node["verdict"]?.text else { return nil }
    (self.target, self.word, unit) = (target, word, node["unit"]?.text ?? "")
    title = Phrase(vi: node["title_vi"]?.text ?? target, en: node["title_en"]?.text ?? target)
    (asks, result, base) = (node["asks"]?.text ?? "", node["result"]?.text, node["base"]?.text)
  }
}
