import Plans
import Tables

/// What a target asks, in a form of its own: no word that is shown to people, and no text that is written for them.
///
/// Two editions are compared by it, so what programs of other days show of a target must not matter. The form begins with
/// its number: one of another number, or none, says nothing that could be compared.
struct TargetTerms: Sendable, Hashable {
  private static let form = "1"
  /// The form as the ledger keeps it; empty in an entry that does not say.
  let text: String

  /// What a ledger has.
  init(text: String) { self.text = text }
  /// What a target of a plan asks, of which unit, in which period and by which standard.
  init(_ target: Target, of plan: Plan, unit: String) {
    let parts: [(String, String)] = [
      ("unit", unit), ("period", "\(plan.from.iso)/\(plan.to.iso)"), ("standard", plan.standard),
      ("kind", target.kind.rawValue), ("due", target.due.iso), ("base", target.baseline?.iso ?? ""),
      ("toward", target.toward?.rawValue ?? ""), ("yearly", target.isPerYear.sign),
      ("pace", target.hasPace.sign),
      ("share", target.isShareOfParent ? target.partOf ?? "" : ""),
      ("readings", target.readings.map(\.terms).joined(separator: "|")),
      ("path", target.milestones.map { "\($0.on.iso) \($0.comparison.terms)" }.joined(separator: "|")),
      ("amount", target.amount?.plain ?? ""), ("amount_unit", target.unit?.rawValue ?? ""),
      ("parts", target.parts.map { "\($0.value.plain) \($0.isOnTop.sign)" }.joined(separator: "|")),
    ]
    let said = parts.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }
    text = ([Self.form] + said).joined(separator: ";")
  }
  /// Whether it asks something else, as far as both say what they ask.
  func areOthers(than other: TargetTerms) -> Bool {
    let forms = [text, other.text].map { $0.prefix { $0 != ";" } }
    return forms[0] == forms[1] && !text.isEmpty && text != other.text
  }
}

extension Reading {
  /// Its conditions: all of them must hold.
  fileprivate var terms: String { conditions.map(\.terms).joined(separator: "&") }
}
extension Condition {
  fileprivate var terms: String {
    ([measure, group] + (goal.map { [$0.terms] } ?? [])).joined(separator: " ")
  }
}
extension Goal {
  fileprivate var terms: String {
    let exactly =
      switch precision {
      case .exact: "exact"
      case .stated: "stated"
      }
    let more = [isChange ? "change" : nil, isBudget ? "budget" : nil, isPerYear ? "yearly" : nil]
    return ([comparison.terms, unit.rawValue, exactly] + more.compactMap { $0 }).joined(separator: " ")
  }
}
extension Comparison {
  /// The gate and its numbers as they are written.
  fileprivate var terms: String {
    switch self {
    case .all: word
    case .between(let low, let high): "\(word) \(low.plain) \(high.plain)"
    case .atMost, .below, .atLeast, .above, .number, .about: "\(word) \(bound.plain)"
    }
  }
}
extension Bool {
  fileprivate var sign: String { self ? "yes" : "" }
}
