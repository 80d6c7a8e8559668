import Diagnostics
import Figures
import Formats
import Tables

// Where a plan starts from: what it says of it, what is published, and whether the cut leads from there to the level.
extension PlanArithmetic {
  /// Whether the households in all that a plan names are among those its count and rate allow.
  func denominator(_ whole: FixedPoint, _ pair: PlannedPair) -> PlanVerdicts.Check? {
    guard let extent = pair.rounded, let wide = extent.wholeNumbers else { return nil }
    let holds = Extent(Fraction(whole)).isInside(extent)
    let (named, allowed) = (range(whole, whole), range(wide))
    let (count, rate) = (range(pair.least, pair.most), range(pair.lowRate, pair.highRate))
    return PlanVerdicts.Check(
      text: Phrase(
        vi: """
          Kế hoạch nêu tổng số \(named.vi)\u{A0}hộ: \(holds ? "khớp" : "không khớp") với \(count.vi)\u{A0}hộ và \
          \(rate.vi)\u{A0}%.
          """,
        en: """
          The plan names \(named.en) households in all: this \(holds ? "fits" : "does not fit") \(count.en) \
          households and \(rate.en)%.
          """),
      detail: Phrase(
        vi: "Hai con số ấy ứng với \(allowed.vi)\u{A0}hộ, kể cả làm tròn.",
        en: "The two fit \(allowed.en) households, rounding included."), holds: holds)
  }

  /// Whether the rate that a plan starts from is that of the number it starts from, of the households it names.
  func stated(_ agreement: Agreement) -> PlanVerdicts.Check? {
    guard let whole = agreement.households, let rate = agreement.startRate, let count = agreement.startCount
    else { return nil }
    guard let made = CountAndRate(count: count, rate: rate).rate(in: whole) else { return nil }
    let holds = made == rate
    let (named, start) = (range(whole, whole), range(count, count))
    return PlanVerdicts.Check(
      text: Phrase(
        vi: """
          Kế hoạch nêu lúc đầu \(start.vi)\u{A0}hộ và \(VietnameseNumber.percent(rate)): \
          \(holds ? "khớp" : "không khớp") với tổng số \(named.vi)\u{A0}hộ.
          """,
        en: """
          The plan names \(start.en) households and \(rate.plain)% at the start: this \
          \(holds ? "fits" : "does not fit") \(named.en) households in all.
          """),
      detail: Phrase(
        vi: "\(start.vi) × 100 : \(named.vi) là \(VietnameseNumber.percent(made)), đã làm tròn.",
        en: "\(start.en) × 100 / \(named.en) is \(made.plain)%, rounded."), holds: holds)
  }

  /// Start less level beside the cut: by the start that the plan names, and by the published base figure.
  func differences(_ agreement: Agreement) -> [PlanVerdicts.Check] {
    func target(_ id: String?) -> Target? { id.flatMap { plan.target($0) } }
    let (count, rate) = (target(agreement.levelCount), target(agreement.levelRate))
    let (countCut, rateCut) = (target(agreement.cutCount), target(agreement.cutRate))
    let named = [
      difference(agreement.startCount, count, countCut), difference(agreement.startRate, rate, rateCut),
    ]
    return (named + [published(count, countCut)]).compactMap { $0 }
  }
  /// By the start that the plan itself names.
  private func difference(_ start: FixedPoint?, _ level: Target?, _ cut: Target?) -> PlanVerdicts.Check? {
    guard let start, let fall = Fall(start, level, cut) else { return nil }
    let holds = fall.fits
    return PlanVerdicts.Check(
      text: Phrase(
        vi: """
          Kế hoạch nêu lúc đầu \(fall.unit.text(start).vi), phải đạt \(fall.unit.text(fall.end).vi) và mức giảm \
          \(fall.named.vi): \(holds ? "khớp" : "không khớp").
          """,
        en: """
          The plan names \(fall.unit.text(start).en) at the start, \(fall.unit.text(fall.end).en) to be reached and a \
          cut of \(fall.named.en): \(holds ? "they agree" : "they do not agree").
          """), detail: fall.subtraction, holds: holds)
  }
  /// By the base figure that is published.
  ///
  /// The plan may have started from another, so that a difference is only told.
  private func published(_ level: Target?, _ cut: Target?) -> PlanVerdicts.Check? {
    guard let level, let cut, let base = bases[level.id], case .amount(let start)? = base.value,
      level.starts(from: base), cut.starts(from: base), level.unit == cut.unit,
      let fall = Fall(start, level, cut)
    else { return nil }
    return PlanVerdicts.Check(
      text: Phrase(
        vi: """
          Số đã công bố ngày \(base.asOf.vietnamese) là \(fall.unit.text(start).vi); từ đó đến mức phải đạt \
          \(fall.unit.text(fall.end).vi) \(fall.fits ? "khớp" : "không khớp") với mức giảm \(fall.named.vi).
          """,
        en: """
          The published number of \(base.asOf.iso) is \(fall.unit.text(start).en); from there to \
          \(fall.unit.text(fall.end).en) \(fall.fits ? "agrees" : "does not agree") with a cut of \(fall.named.en).
          """), detail: fall.subtraction, holds: fall.fits ? true : nil)
  }
}

extension Target {
  /// Whether a number is one of those that it asks of: of the same measure, people and unit, on the day it starts from.
  fileprivate func starts(from base: Figure) -> Bool {
    guard let asked = readings.first?.conditions.first, let unit, !unit.isRate else { return false }
    return asked.measure == base.measure && asked.group == base.group && baseline ?? base.asOf == base.asOf
  }
}

/// The way from a start to a level, beside the cut that a plan names.
private struct Fall {
  let start: FixedPoint
  let end: FixedPoint
  let unit: TargetUnit
  private let cut: Goal
  /// The cut in the words of the plan.
  var named: Phrase { cut.text() }

  init?(_ start: FixedPoint, _ level: Target?, _ cut: Target?) {
    guard let level, let end = level.comparison, end.bound == end.far, let unit = level.unit,
      cut?.toward == .down, let goal = cut?.readings.first?.conditions.first?.goal
    else { return nil }
    (self.start, self.end, self.unit, self.cut) = (start, end.bound, unit, goal)
  }
  /// Whether start less level can be the cut, within the rounding of rates; a cut of at least so much may be less.
  var fits: Bool {
    guard let all = stands(for: start), let rest = stands(for: end), let way = all - rest,
      let least = stands(for: cut.comparison.bound), let most = stands(for: cut.comparison.far)
    else { return true }
    switch cut.comparison {
    case .atLeast, .above: return !way.isApart(from: Extent(from: least.low, to: nil))
    case .atMost, .below: return !way.isApart(from: Extent(from: nil, to: most.high))
    case .number, .about, .between, .all: return !way.isApart(from: Extent(from: least.low, to: most.high))
    }
  }
  var subtraction: Phrase? {
    guard let way = start - end else { return nil }
    let fall = unit.isRate ? TargetUnit.points.text(way) : unit.text(way)
    return Phrase(
      vi: "\(VietnameseNumber.text(start)) − \(VietnameseNumber.text(end)) = \(fall.vi).",
      en: "\(start.plain) − \(end.plain) = \(fall.en).")
  }
  /// A count is itself; a rate is everything that rounds to it.
  private func stands(for number: FixedPoint) -> Extent? {
    unit.isRate ? Extent(printed: number) : Extent(Fraction(number))
  }
}
