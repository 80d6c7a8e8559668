import Diagnostics
import Figures
import Tables
import Units

// The comparison itself, and the pace before the due day.
extension Judge {
  func compared(_ question: Question, _ result: Figure, _ value: Extent, _ base: Figure?) -> Verdict {
    var sum = Arithmetic(question, result: result, value: value, base: base)
    sum.households = question.condition.countMeasure.flatMap {
      book.figure(result.unit, $0, group: result.group, on: result.asOf, standard: result.standard)
    }.flatMap { $0.standard == result.standard ? $0 : nil }
    guard let goal = question.condition.goal else { return direction(question, &sum) }
    guard let compared = question.target.kind == .change ? sum.change : value else {
      return sum.verdict(.noData, reason: .tooLarge)
    }
    sum.tellValues(goal)
    guard let fulfilled = goal.isFulfilled(by: compared) else {
      return sum.verdict(.noData, reason: .undecided)
    }
    sum.tellComparison(goal, compared, fulfilled)
    let isFinal = day >= question.target.due
    if fulfilled { return sum.verdict(isFinal ? .met : .currentlyMet, goal: goal) }
    let progress = sum.progress(goal, compared)
    guard !isFinal else { return sum.verdict(.notMet, share: progress?.percent, goal: goal) }
    // What was at the goal and is no longer is worse than it was.
    if sum.startedAtGoal(goal) { return sum.verdict(.reversing, goal: goal) }
    guard let progress, let elapsed = elapsed(question, result),
      let least = pace(progress.least, elapsed), let most = pace(progress.most, elapsed)
    else { return sum.verdict(.noData, reason: base == nil ? .noPace : .noWay, goal: goal) }
    sum.tellPace(progress, elapsed)
    guard least == most else { return sum.verdict(.noData, reason: .undecidedPace, goal: goal) }
    return sum.verdict(least, goal: goal)
  }

  /// A direction is right when the change goes that way by at least one household and 0.05 points.
  private func direction(_ question: Question, _ sum: inout Arithmetic) -> Verdict {
    guard let change = sum.change, let least = Fraction(1, over: question.unitWord.isRate ? 20 : 1) else {
      return sum.verdict(.noData, reason: .tooLarge)
    }
    sum.tellChange(change)
    let isFinal = day >= question.target.due
    let right = Extent(from: Extent.End(least), to: nil)
    if change.isInside(right) { return sum.verdict(isFinal ? .met : .currentlyMet) }
    guard change.isApart(from: right) else { return sum.verdict(.noData, reason: .undecided) }
    guard !isFinal else { return sum.verdict(.notMet) }
    let wrong = Extent(from: nil, to: Extent.End(Fraction(0), isIncluded: false))
    if change.isInside(wrong) { return sum.verdict(.reversing) }
    guard change.isApart(from: wrong) else { return sum.verdict(.noData, reason: .undecidedPace) }
    return sum.verdict(.verySlow)
  }

  /// The share of the way from baseline to due day that has passed when the result was taken.
  private func elapsed(_ question: Question, _ result: Figure) -> Fraction? {
    let start = question.target.baseline ?? Day(number: question.plan.from.number - 1)
    let whole = Int128(question.target.due.number) - Int128(start.number)
    return Fraction(Int128(result.asOf.number) - Int128(start.number), over: whole)
  }
  /// The word for a share of the way made in a share of the time, by exact thresholds.
  private func pace(_ made: Fraction, _ elapsed: Fraction) -> VerdictWord? {
    guard made >= Fraction(0) else { return .reversing }
    guard elapsed > Fraction(0), let pace = made / elapsed, let percent = pace * Fraction(100) else {
      return nil
    }
    if percent >= Fraction(95) { return .onTrack }
    return percent >= Fraction(60) ? .slow : .verySlow
  }
}
