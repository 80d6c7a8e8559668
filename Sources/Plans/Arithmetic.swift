import Diagnostics
import Figures
import Tables

/// The arithmetic of one verdict, told step by step.
struct Arithmetic {
  let question: Question
  let result: Figure
  let value: Extent
  /// The base figure, when it decides anything.
  let base: Figure?
  /// The base figure, with a value or without.
  private let published: Figure?
  /// The count of households that a printed rate belongs to, when it is published too.
  var count: FixedPoint?
  /// The figures besides by which a printed rate is told in households.
  var beside: [Figure] = []
  /// All households on the day of the result and on that of the base, when they are published.
  var wholes: [FixedPoint?] = []
  /// The least change that counts as one, once it has been told.
  private var least: Fraction?
  let baseValue: Extent?
  /// Why the base figure that is published cannot be computed with as the target means it.
  let lost: Phrase?
  private var steps: [Phrase] = []
  private var remark: Phrase?
  /// Whether one of its figures is an estimate, whose interval somebody declared.
  var isEstimate: Bool { [base, result].contains { $0?.status == .estimate } }
  /// Why the figures leave a comparison open.
  var undecided: Phrase { isEstimate ? .undecidedEstimate : .undecided }
  /// Why the figures leave a pace open.
  var undecidedPace: Phrase { isEstimate ? .undecidedEstimate : .undecidedPace }

  /// The arithmetic of some figures; a base figure that is `lost` is shown, and not computed with.
  init(_ question: Question, result: Figure, value: Extent, base: Figure?, lost: Phrase? = nil) {
    (self.question, self.result, self.value, published) = (question, result, value, base)
    self.lost = lost
    baseValue = lost == nil ? base.flatMap { Extent($0) } : nil
    self.base = baseValue == nil ? nil : base
  }
  /// Why there is no pace.
  var noPace: Phrase {
    if let lost { return lost }
    guard base == nil, let published else { return base == nil ? .noPace : .noWay }
    switch published.status {
    case .withheld: return .noPaceWithheld
    case .estimate: return .noPaceEstimate
    case .value, .provisional, .revised, .notReported, .notApplicable:
      // There is a number, which cannot be computed with.
      return published.isOfNobody ? .noPaceNobody : published.value == nil ? .noPace : .tooLarge
    }
  }

  /// The change since the baseline in the direction wanted; `nil` without a baseline, and when an end does not fit.
  var change: Extent? {
    guard let baseValue else { return nil }
    return question.target.toward == .up ? value - baseValue : baseValue - value
  }
  /// The verdict with what has been told.
  ///
  /// `standing` is how much of the way has been made, or of what was to be made by now.
  func verdict(
    _ word: VerdictWord, share: Verdict.Share? = nil, standing: Fraction? = nil, reason: Phrase? = nil,
    goal: Goal? = nil
  ) -> Verdict {
    var steps = steps
    let distance = goal.flatMap { margin($0) }
    if let distance, let goal { steps.append(.margin(distance, of: goal)) }
    var verdict = Verdict(
      word, reason: reason ?? remark, steps: steps, margin: distance, achieved: achieved,
      materiality: least, result: result, base: published)
    (verdict.share, verdict.standing) = (share, standing)
    if distance != nil { verdict.beside = beside }
    return verdict
  }
  /// The verdict on what was not reached, with the share of the way; beside an estimate none is told.
  func failed(_ progress: Progress?, _ goal: Goal) -> Verdict {
    verdict(
      .notMet, share: isEstimate ? nil : progress?.told, standing: progress?.least.share, goal: goal)
  }
  /// How far the measure has moved, when that is what the target asks for.
  private var achieved: Phrase? {
    guard question.needsBase, let change else { return nil }
    return .achieved(change, question.changeUnit, question.target.toward ?? .down, beside: changeEnds)
  }
  /// The numbers that a change must not be printed on the other side of.
  private var changeEnds: [Fraction] {
    guard let least else { return question.condition.goal?.ends ?? [] }
    // As it is printed too: two numbers between which nothing is printed would be read as one.
    let told = Phrase.printed(least, beside: changeNumbers)
    return [Fraction(0)] + [least, told].compactMap { $0 }.flatMap { [$0, $0.negated].compactMap { $0 } }
  }
  /// The ends of the change, either way.
  private var changeNumbers: [Fraction] {
    [change?.low?.value, change?.high?.value].compactMap { $0 }.flatMap {
      [$0, $0.negated].compactMap { $0 }
    }
  }
  /// The places with which base and result show their difference on its side of every end.
  private func places(beside ends: [Fraction]) -> Int {
    guard let base = baseValue?.exact, let here = value.exact, let change = change?.exact else { return 4 }
    return (4...18).first { places in
      guard let a = base.rounded(places: places), let b = here.rounded(places: places),
        let printed = question.target.toward == .up ? Fraction(b) - Fraction(a) : Fraction(a) - Fraction(b)
      else { return false }
      return ends.allSatisfy { (printed < $0) == (change < $0) && (printed > $0) == (change > $0) }
    } ?? 18
  }

  // MARK: What is told

  mutating func tellValues(_ goal: Goal) {
    steps.append(.goal(goal, toward: question.target.kind == .change ? question.target.toward : nil))
    tellFigures(question.target.kind == .change ? [] : goal.ends)
    if startedAtGoal(goal) { steps.append(.isToStay) }
    if case .number = goal.comparison { remark = goal.isBudget ? .budget : .bareNumber }
    if case .about = goal.comparison { remark = .aboutNumber }
  }
  private mutating func tellFigures(_ ends: [Fraction] = []) {
    let places = question.needsBase ? places(beside: changeEnds) : 4
    if let base { steps.append(.figure(.base, base, question.levelUnit, ends, places: places)) }
    steps.append(.figure(.result, result, question.levelUnit, ends, places: places))
  }
  mutating func tellChange(_ change: Extent, atLeast least: Fraction) {
    self.least = least
    steps.append(.way(question.target.toward ?? .down))
    tellFigures()
    steps.append(.change(change, question.changeUnit, question.target.toward ?? .down, beside: changeEnds))
    steps.append(.materiality(least, question.changeUnit, beside: changeNumbers))
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
    // Of what may have gone the other way, and of an estimate, no share is told: not here, and not once it is due.
    guard !isEstimate, progress.least.share >= Fraction(0),
      let passed = elapsed * Fraction(100), let made = progress.least.share * Fraction(100),
      let pace = progress.least.share / elapsed, let percent = pace * Fraction(100)
    else { return }
    tellStart()
    // As many places as it takes for the two numbers to give the word that is told.
    let places = (0...6).first { places in
      guard let a = made.floored(places: places), let b = passed.floored(places: places) else { return false }
      return (Fraction(a) / Fraction(b)).map { Judge.word(forPace: $0) == Judge.word(forPace: pace) } ?? false
    }
    let numbers = [made, passed, percent].compactMap { $0.floored(places: places ?? 6) }
    if numbers.count == 3 { steps.append(.pace(numbers[0], numbers[1], numbers[2])) }
  }
  /// An output has no base figure: its way starts from nothing.
  private mutating func tellStart() {
    if base == nil { steps.append(.fromNothing) }
  }
  /// The share of the way that was made by the due day, with its parts.
  mutating func tellShare(_ progress: Progress?) {
    guard !isEstimate, let progress, let told = progress.told else { return }
    tellStart()
    steps.append(.share(told, progress))
  }
  mutating func tellTime(_ elapsed: Fraction) {
    guard let percent = elapsed * Fraction(100) else { return }
    steps.append(.time(Int(clamping: percent.floor)))
  }
  mutating func tellPath(_ path: PlanPath, _ pace: Fraction?) {
    let ends = [value.low?.value, value.high?.value].compactMap { $0 }
    if let step = Phrase.path(path.accepted, on: path.day, question.levelUnit, beside: ends) {
      steps.append(step)
    }
    guard !isEstimate, let pace, pace >= Fraction(0), let percent = pace * Fraction(100) else { return }
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
  /// A rate has to move by 0.05 points and by as much as one of those in every denominator that is known, of the base as of
  /// the result.
  var materiality: Fraction? {
    guard question.unitWord.isRate else { return Fraction(1) }
    let own = [result, base].map { figure -> FixedPoint? in
      if case .ratio(_, let whole)? = figure?.value { whole } else { nil }
    }
    let ones = (own + wholes).compactMap { $0 }.compactMap { Fraction(100) / Fraction($0) }
    return Fraction(1, over: 20).map { ones.reduce($0, max) }
  }
}
extension Question {
  /// The unit in which a change of the measure is printed.
  var changeUnit: TargetUnit { unitWord.isRate ? .points : unitWord }
}
