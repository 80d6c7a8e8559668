import Diagnostics
import Formats
import Tables

// Parts with their amounts, nested targets with those around them.
extension PlanArithmetic {
  func parts(_ target: Target) -> [PlanVerdicts.Check] {
    guard !target.parts.isEmpty, let unit = target.unit,
      let amount = target.amount ?? target.readings.first?.conditions.first?.goal?.comparison.bound
    else { return [] }
    let inside = target.parts.filter { !$0.isOnTop }
    let sum = inside.reduce(FixedPoint?.some(0)) { total, part in total.flatMap { $0 + part.value } }
    let terms = inside.map { VietnameseNumber.text($0.value) }.joined(separator: " + ")
    let termsEn = inside.map(\.value.plain).joined(separator: " + ")
    let whole = unit.text(amount)
    let holds = sum == amount
    let total = sum.map { unit.text($0) } ?? Phrase(same: "?")
    var checks = [
      PlanVerdicts.Check(
        text: Phrase(
          vi: "\(target.title.vi): các phần \(holds ? "cộng đúng bằng" : "không cộng bằng") \(whole.vi).",
          en: "\(target.title.en): the parts \(holds ? "add up to" : "do not add up to") \(whole.en)."),
        detail: Phrase(vi: "\(terms) = \(total.vi).", en: "\(termsEn) = \(total.en)."), holds: holds)
    ]
    for part in target.parts where part.isOnTop {
      let value = unit.text(part.value)
      checks.append(
        PlanVerdicts.Check(
          text: Phrase(
            vi:
              "\(target.title.vi): kế hoạch còn nêu \(part.name.vi) \(value.vi); hiểu là thêm vào, ngoài \(whole.vi).",
            en:
              "\(target.title.en): the plan also names \(part.name.en), \(value.en); it is read as paid besides \(whole.en)."
          ), detail: nil, holds: nil))
    }
    return checks
  }

  /// A part is not more than what it is a part of.
  func nested(_ target: Target) -> PlanVerdicts.Check? {
    guard let parent = target.partOf.flatMap({ parentTarget($0) }),
      let part = target.readings.first?.conditions.first?.goal,
      let whole = parent.readings.first?.conditions.first?.goal, part.unit == whole.unit,
      target.kind == .level, parent.kind == .level, !part.comparison.wantsLess, !whole.comparison.wantsLess
    else { return nil }
    let holds = part.comparison.bound <= whole.comparison.bound
    // A greater share may be one of those reached, as `90 % of them`; then nothing can be added up.
    guard holds || !part.unit.isRate else { return nil }
    let (a, b) = (part.text(), whole.text())
    return PlanVerdicts.Check(
      text: Phrase(
        vi:
          "\(target.title.vi) (\(a.vi)) nằm trong \(parent.title.vi.lowercasedFirst) (\(b.vi)): \(holds ? "khớp" : "không khớp").",
        en:
          "\(target.title.en) (\(a.en)) is a part of \(parent.title.en.lowercasedFirst) (\(b.en)): \(holds ? "it fits" : "it does not fit")."
      ), detail: nil, holds: holds)
  }
}
extension String {
  /// The same with its first letter small, for the middle of a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
