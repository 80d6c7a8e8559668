import Diagnostics
import Figures
import Formats
import Tables

/// Whether a plan adds up: counts with their rates, parts with their amounts, nested targets with those around them.
///
/// What does not add up is told and never called an error: a plan is signed as it is.
struct PlanArithmetic {
  let plan: Plan
  /// The published base figures of its targets, by id.
  let bases: [String: Figure]
  /// What is added up of a plan, with the base figures that are published of its targets.
  init(_ plan: Plan, bases: [String: Figure] = [:]) { (self.plan, self.bases) = (plan, bases) }

  /// Everything that was added up, in the order of the plan.
  var checks: [PlanVerdicts.Check] {
    plan.agreements.flatMap { agreement in implied(agreement).map { $0.at(agreement.range) } }
      + plan.targets.flatMap { target in parts(target).map { $0.at(target.range) } }
      + plan.targets.compactMap { target in nested(target)?.at(target.range) }
  }

  // MARK: Counts and rates

  /// The target that another is nested in.
  func parentTarget(_ id: String) -> Target? { plan.target(id) }

  private func implied(_ agreement: Agreement) -> [PlanVerdicts.Check] {
    func target(_ id: String?) -> Target? { id.flatMap { plan.target($0) } }
    let level = PlannedPair(count: target(agreement.levelCount), rate: target(agreement.levelRate))
    let cut = PlannedPair(count: target(agreement.cutCount), rate: target(agreement.cutRate))
    var checks = [level, cut].compactMap { $0.flatMap { impliedHouseholds($0) } }
    if let a = level?.rounded, let b = cut?.rounded, let check = together(a, b) { checks.append(check) }
    if let whole = agreement.households {
      checks += [level, cut].compactMap { $0.flatMap { denominator(whole, $0) } }
    }
    if let start = start(level, cut) { checks.append(start) }
    if let stated = stated(agreement) { checks.append(stated) }
    return checks + differences(agreement)
  }
  private func impliedHouseholds(_ pair: PlannedPair) -> PlanVerdicts.Check? {
    guard let exact = pair.exactly, let rounded = pair.rounded?.wholeNumbers else { return nil }
    let (count, rate) = (range(pair.least, pair.most), range(pair.lowRate, pair.highRate))
    let all = range(exact)
    return PlanVerdicts.Check(
      text: Phrase(
        vi: "\(count.vi)\u{A0}hộ ứng với \(rate.vi)\u{A0}% thì cả đơn vị có \(all.vi)\u{A0}hộ.",
        en: "When \(count.en) households are \(rate.en)%, there are \(all.en) households in all."),
      detail: pair.division(of: range(rounded)), holds: nil)
  }
  private func together(_ a: Extent, _ b: Extent) -> PlanVerdicts.Check? {
    let shared = a.intersection(b)
    // Any number of households is large enough for a rate of 0: nothing to be said.
    if let shared, shared.high == nil { return nil }
    guard let both = shared?.wholeNumbers else {
      return PlanVerdicts.Check(
        text: Phrase(
          vi: "Mức phải đạt và mức giảm không ứng với cùng một tổng số hộ nào.",
          en: "The level and the cut fit no common number of households."), detail: nil, holds: false)
    }
    let wide = range(both)
    return PlanVerdicts.Check(
      text: Phrase(
        vi: "Mức phải đạt và mức giảm khớp nhau: cùng ứng với \(wide.vi)\u{A0}hộ.",
        en: "The level and the cut agree: both fit \(wide.en) households."), detail: nil, holds: true)
  }
  /// Where the plan starts from, by its own numbers.
  private func start(_ level: PlannedPair?, _ cut: PlannedPair?) -> PlanVerdicts.Check? {
    guard let level, let cut, level.least == level.most, cut.least == cut.most,
      let end = level.rate, let fall = cut.rate, let count = level.least + cut.least,
      let rate = end + fall
    else { return nil }
    return PlanVerdicts.Check(
      text: Phrase(
        vi:
          "Theo kế hoạch, trước đó có \(VietnameseNumber.text(count))\u{A0}hộ, tức \(VietnameseNumber.percent(rate)).",
        en: "By the plan there were \(count.plain) households before, which is \(rate.plain)%."),
      detail: Phrase(
        vi:
          "\(VietnameseNumber.text(level.least)) + \(VietnameseNumber.text(cut.least)) = \(VietnameseNumber.text(count)); \(VietnameseNumber.percent(end)) + \(VietnameseNumber.text(fall)) điểm % = \(VietnameseNumber.percent(rate)).",
        en:
          "\(level.least.plain) + \(cut.least.plain) = \(count.plain); \(end.plain)% + \(fall.plain) points = \(rate.plain)%."
      ), holds: nil)
  }
  func range(_ low: FixedPoint, _ high: FixedPoint) -> Phrase {
    let text = Phrase(vi: VietnameseNumber.text(low), en: low.plain)
    guard low != high else { return text }
    return Phrase(vi: "\(text.vi)–\(VietnameseNumber.text(high))", en: "\(text.en)–\(high.plain)")
  }
  func range(_ ends: (Int128, Int128)) -> Phrase {
    guard ends.0 != ends.1 else { return Phrase(vi: VietnameseNumber.text(ends.0), en: "\(ends.0)") }
    return Phrase(
      vi: "\(VietnameseNumber.text(ends.0))–\(VietnameseNumber.text(ends.1))", en: "\(ends.0)–\(ends.1)")
  }
}
