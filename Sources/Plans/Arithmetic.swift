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
  let baseValue: Extent?
  private var steps: [Phrase] = []
  private var remark: Phrase?
  /// Whether one of its figures is an estimate, whose interval somebody declared.
  private var isEstimate: Bool { [base, result].contains { $0?.status == .estimate } }
  /// Why the figures leave a comparison open.
  var undecided: Phrase { isEstimate ? .undecidedEstimate : .undecided }
  /// Why the figures leave a pace open.
  var undecidedPace: Phrase { isEstimate ? .undecidedEstimate : .undecidedPace }

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
      word, share: share, reason: reason ?? remark, steps: steps, margin: distance, achieved: achieved,
      result: result, base: base)
  }
  /// How far the measure has moved, when that is what the target asks for.
  private var achieved: Phrase? {
    guard question.needsBase, let change else { return nil }
    let ends = question.condition.goal?.ends ?? []
    return .achieved(change, question.changeUnit, question.target.toward ?? .down, beside: ends)
  }

  // MARK: What is told

  mutating func tellValues(_ goal: Goal) {
    steps.append(.goal(goal, toward: question.target.kind == .change ? question.target.toward : nil))
    let ends = question.target.kind == .change ? [] : goal.ends
    if let base { steps.append(.figure(.base, base, question.levelUnit, ends)) }
    steps.append(.figure(.result, result, question.levelUnit, ends))
    if startedAtGoal(goal) { steps.append(.isToStay) }
    if case .number = goal.comparison { remark = goal.isBudget ? .budget : .bareNumber }
    if case .about = goal.comparison { remark = .aboutNumber }
  }
  mutating func tellChange(_ change: Extent, atLeast least: Fraction) {
    steps.append(.way(question.target.toward ?? .down))
    if let base { steps.append(.figure(.base, base, question.levelUnit)) }
    steps.append(.figure(.result, result, question.levelUnit))
    steps.append(.change(change, question.changeUnit, question.target.toward ?? .down, beside: [least]))
    steps.append(.materiality(least, question.changeUnit))
  }
  mutating func tellComparison(_ goal: Goal, _ compared: Extent, _ fulfilled: Bool) {
    if question.target.kind == .change {
      let toward = question.target.toward ?? .down
      steps.append(.change(compared, question.changeUnit, toward, beside: goal.ends))
    }
    steps.append(.comparison(goal, compared, fulfilled))
    if goal.isBudget, let share = compared.percent(of: goal.comparison.bound) {
      steps.append(.spent(share))
    }
    guard case .between(_, let high) = goal.comparison, goal.isChange, fulfilled else { return }
    let upTo = Extent(from: nil, to: Extent.End(Fraction(high)))
    let isInside = compared.isInside(upTo)
    steps.append(isInside ? .insideRange : compared.isApart(from: upTo) ? .beyondRange : .perhapsBeyondRange)
  }
  mutating func tellPace(_ progress: Progress, _ elapsed: Fraction) {
    guard let percent = elapsed * Fraction(100), let least = progress.percent,
      let pace = (progress.least / elapsed).flatMap({ $0 * Fraction(100) })
    else { return }
    tellStart()
    steps.append(.pace(least, Int(clamping: percent.floor), Int(clamping: pace.floor)))
  }
  /// An output has no base figure: its way starts from nothing.
  private mutating func tellStart() {
    if base == nil { steps.append(.fromNothing) }
  }
  mutating func tellTime(_ elapsed: Fraction) {
    guard let percent = elapsed * Fraction(100) else { return }
    steps.append(.time(Int(clamping: percent.floor)))
  }
  mutating func tellPath(_ path: PlanPath, _ pace: Fraction?) {
    if let step = Phrase.path(path.accepted, on: path.day, question.levelUnit) { steps.append(step) }
    guard let percent = pace.flatMap({ $0 * Fraction(100) }) else { return }
    tellStart()
    steps.append(.pathPace(Int(clamping: percent.floor)))
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
extension Arithmetic {
  /// The least change that counts as one: one of what is counted, and of a rate 0.05 points.
  ///
  /// A ratio has to move by both: by 0.05 points and by as much as one of those in its denominator.
  var materiality: Fraction? {
    guard question.unitWord.isRate else { return Fraction(1) }
    let least = Fraction(1, over: 20)
    guard case .ratio(_, let whole)? = result.value, let one = Fraction(100) / Fraction(whole) else {
      return least
    }
    return least.map { max($0, one) }
  }
}
extension Question {
  /// The unit in which a change of the measure is printed.
  var changeUnit: TargetUnit { unitWord.isRate ? .points : unitWord }
}
