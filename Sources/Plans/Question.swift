import Diagnostics
import Tables
import Units

/// One condition of one target of one plan, over one stretch of time.
struct Question {
  let plan: Plan
  let target: Target
  let condition: Condition
  let unit: UnitVersion
  /// The day of the base figure.
  let baseline: Day?
  /// The day before the first on which a result may be.
  let after: Day
  /// The day on which it is due.
  let due: Day

  /// What is asked on the whole: from the baseline, or the day before the period, to the due day.
  init(plan: Plan, target: Target, condition: Condition, unit: UnitVersion) {
    let eve = Day(number: plan.from.number - 1)
    self.init(
      plan: plan, target: target, condition: condition, unit: unit, baseline: target.baseline,
      after: max(target.baseline ?? eve, eve), due: target.due)
  }
  private init(
    plan: Plan, target: Target, condition: Condition, unit: UnitVersion, baseline: Day?, after: Day, due: Day
  ) {
    (self.plan, self.target, self.condition, self.unit) = (plan, target, condition, unit)
    (self.baseline, self.after, self.due) = (baseline, after, due)
  }

  /// Whether a verdict needs a base figure.
  var needsBase: Bool { target.kind == .change || target.kind == .direction }
  var unitWord: TargetUnit { target.unit ?? .percent }
  /// The unit in which levels of the measure are printed.
  var levelUnit: TargetUnit { target.unit == .points ? .percent : unitWord }
  /// The day from which the time that has passed is counted.
  var start: Day { baseline ?? after }
}

extension Question {
  /// The share of the years from the baseline to the due day that has passed on a day; `nil` before the first day.
  ///
  /// Every year is as long as another: a leap year makes none of several years that are asked for the same.
  func yearsPassed(on day: Day) -> Fraction? {
    guard let baseline, day > baseline, let count = baseline.wholeYears(to: due),
      let whole = (0..<count).last(where: { baseline.years(later: $0).map { $0 <= day } ?? false }),
      let from = baseline.years(later: whole), let to = baseline.years(later: whole + 1),
      let part = Fraction(
        Int128(day.number) - Int128(from.number), over: Int128(to.number) - Int128(from.number))
    else { return nil }
    return (Fraction(whole) + part).flatMap { $0 / Fraction(count) }
  }
  /// What has to be asked: itself, or each year and the years together when the goal is meant for every year.
  var all: [Question] {
    guard target.isPerYear, let baseline, let goal = condition.goal,
      let count = baseline.wholeYears(to: due)
    else { return [self] }
    let year = goal.over(years: 1)
    let years = (0..<count).compactMap { index -> Question? in
      guard let from = baseline.years(later: index), let to = baseline.years(later: index + 1) else {
        return nil
      }
      return of(.year(from, to), goal: year, from: from, to: to)
    }
    guard count > 1 else { return years }
    return years + [of(.years(count), goal: goal.over(years: count), from: baseline, to: due)]
  }
  private func of(_ name: Phrase, goal: Goal?, from: Day, to: Day) -> Question {
    let own = condition.name
    let name = own.map { Phrase(vi: "\($0.vi), \(name.vi)", en: "\($0.en), \(name.en)") } ?? name
    let condition = Condition(
      name: name, measure: condition.measure, group: condition.group, goal: goal)
    return Question(
      plan: plan, target: target, condition: condition, unit: unit, baseline: from, after: from, due: to)
  }
}
