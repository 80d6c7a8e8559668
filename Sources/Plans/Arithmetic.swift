import Diagnostics
import Figures
import Tables

/// The arithmetic of one verdict, told step by step.
struct Arithmetic {
  let question: Question
  let result: Figure
  let value: Extent
  let base: Figure?
  /// The count of households that a printed rate belongs to, when it is published too.
  var households: Figure?
  private let baseValue: Extent?
  private var steps: [Phrase] = []
  private var remark: Phrase?

  init(_ question: Question, result: Figure, value: Extent, base: Figure?) {
    (self.question, self.result, self.value, self.base) = (question, result, value, base)
    baseValue = base.flatMap { Extent($0) }
  }

  /// The change since the baseline in the direction wanted; `nil` without a baseline, and when an end does not fit.
  var change: Extent? {
    guard let baseValue else { return nil }
    return question.target.toward == .up ? value - baseValue : baseValue - value
  }
  /// The verdict with what has been told.
  func verdict(_ word: VerdictWord, share: Int? = nil, reason: Phrase? = nil, goal: Goal? = nil) -> Verdict {
    var steps = steps
    let distance = goal.flatMap { margin($0) }
    if let distance { steps.append(.margin(distance)) }
    return Verdict(
      word, share: share, reason: reason ?? remark, steps: steps, margin: distance, result: result,
      base: base)
  }

  // MARK: How far

  /// How much of the way from the baseline to the goal has been made, in whole percent rounded down, by the least of what
  /// the figures may stand for; `nil` when there is no way, or the baseline was at the goal already.
  func progress(_ goal: Goal, _ compared: Extent) -> Int? {
    let bound = Fraction(goal.comparison.bound)
    if question.target.kind == .change { return percent(compared.low?.value, of: bound) }
    if let baseValue {
      let falls = goal.comparison.wantsLess
      guard let start = falls ? baseValue.low?.value : baseValue.high?.value,
        let here = falls ? value.high?.value : value.low?.value,
        let way = falls ? start - bound : bound - start, way > Fraction(0)
      else { return nil }
      return percent(falls ? start - here : here - start, of: way)
    }
    guard !goal.unit.isRate, !goal.comparison.wantsLess, !goal.isBudget else { return nil }
    return percent(value.low?.value, of: bound)
  }
  private func percent(_ part: Fraction?, of whole: Fraction) -> Int? {
    guard let part, let share = part / whole, let percent = share * Fraction(100) else { return nil }
    return Int(exactly: percent.floor)
  }

  /// The distance to the goal in households: of counts as they are, of a ratio by its denominator, of a printed rate by
  /// the count published beside it, whose quotient gives the households there can be.
  private func margin(_ goal: Goal) -> Verdict.Margin? {
    guard question.target.kind == .level, !goal.isBudget else { return nil }
    let bound = Fraction(goal.comparison.bound)
    if case .amount(let count)? = result.value, goal.unit == .households {
      return margin(Fraction(count), wanted: [bound], goal)
    }
    guard goal.unit == .percent, let share = bound / Fraction(100), let count = countMeasure else {
      return nil
    }
    switch result.value {
    case .ratio(let part, let whole)?:
      return (share * Fraction(whole)).flatMap { margin(Fraction(part), wanted: [$0], goal) }
    case .printed?:
      guard households?.measure == count, let value = households?.value, case .amount(let count) = value,
        let least = wanted(share, Fraction(count), at: self.value.high?.value),
        let most = wanted(share, Fraction(count), at: self.value.low?.value)
      else { return nil }
      return margin(Fraction(count), wanted: [least, most], goal)
    case .amount?, nil: return nil
    }
  }
  /// The households at the goal when `count` of them are `percent`.
  private func wanted(_ share: Fraction, _ count: Fraction, at percent: Fraction?) -> Fraction? {
    guard let percent, let all = count * Fraction(100), let whole = all / percent else { return nil }
    return share * whole
  }
  private func margin(_ count: Fraction, wanted: [Fraction], _ goal: Goal) -> Verdict.Margin? {
    let ends = wanted.compactMap { (goal.comparison.wantsLess ? $0 - count : count - $0)?.floor }
    guard ends.count == wanted.count, let low = ends.min(), let high = ends.max() else { return nil }
    return Verdict.Margin(low: low, high: high)
  }
  /// The count that belongs to the rate of the question, when it is one of households.
  private var countMeasure: String? { question.condition.countMeasure }

  // MARK: What is told

  mutating func tellValues(_ goal: Goal) {
    steps.append(.goal(goal, toward: question.target.kind == .change ? question.target.toward : nil))
    if let base { steps.append(.figure(.base, base, question.levelUnit)) }
    steps.append(.figure(.result, result, question.levelUnit))
    if case .number = goal.comparison { remark = .bareNumber }
    if case .about = goal.comparison { remark = .aboutNumber }
  }
  mutating func tellChange(_ change: Extent) {
    if let base { steps.append(.figure(.base, base, question.levelUnit)) }
    steps.append(.figure(.result, result, question.levelUnit))
    steps.append(.change(change, question.changeUnit, question.target.toward ?? .down))
  }
  mutating func tellComparison(_ goal: Goal, _ compared: Extent, _ fulfilled: Bool) {
    if question.target.kind == .change {
      steps.append(.change(compared, question.changeUnit, question.target.toward ?? .down))
    }
    steps.append(.comparison(goal, compared, fulfilled))
    guard case .between(_, let high) = goal.comparison, goal.isChange, fulfilled else { return }
    let upTo = Extent(from: nil, to: Extent.End(Fraction(high)))
    let isInside = compared.isInside(upTo)
    steps.append(isInside ? .insideRange : compared.isApart(from: upTo) ? .beyondRange : .perhapsBeyondRange)
  }
  mutating func tellPace(_ progress: Int, _ elapsed: Fraction?) {
    guard let elapsed, let percent = elapsed * Fraction(100) else { return }
    steps.append(.pace(progress, Int(clamping: percent.floor)))
  }
}

extension Condition {
  /// The count that belongs to its rate, when that is a rate of households.
  var countMeasure: String? {
    [
      "poor_rate": "poor", "near_poor_rate": "near_poor", "multidimensional_rate": "poor_plus_near",
    ][measure]
  }
}
extension Question {
  /// The unit in which a change of the measure is printed.
  var changeUnit: TargetUnit { unitWord.isRate ? .points : unitWord }
}
