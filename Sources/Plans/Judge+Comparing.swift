import Diagnostics
import Figures
import Tables
import Units

// The comparison itself, and the pace before the due day.
extension Judge {
  func compared(_ question: Question, _ result: Figure, _ value: Extent, _ base: Figure?) -> Verdict {
    var sum = Arithmetic(question, result: result, value: value, base: base)
    sum.households = question.condition.countMeasure.flatMap {
      book.figure(
        question.unit.id, $0, group: question.condition.group, on: result.asOf, standard: result.standard)
    }
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
    guard !isFinal else { return sum.verdict(.notMet, share: progress, goal: goal) }
    guard let progress, let word = pace(question, result, progress) else {
      return sum.verdict(.noData, reason: .noPace, goal: goal)
    }
    sum.tellPace(progress, elapsed(question, result))
    return sum.verdict(word, goal: goal)
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
    return sum.verdict(change.isInside(wrong) ? .reversing : .verySlow)
  }

  /// The share of the way from baseline to due day that has passed when the result was taken.
  private func elapsed(_ question: Question, _ result: Figure) -> Fraction? {
    let start = question.target.baseline ?? Day(number: question.plan.from.number - 1)
    let whole = Int128(question.target.due.number) - Int128(start.number)
    return Fraction(Int128(result.asOf.number) - Int128(start.number), over: whole)
  }
  /// The word for the pace of progress in percent; rounding down makes it the least that may be claimed.
  private func pace(_ question: Question, _ result: Figure, _ progress: Int) -> VerdictWord? {
    guard progress >= 0 else { return .reversing }
    guard let elapsed = elapsed(question, result), elapsed > Fraction(0),
      let pace = Fraction(progress) / elapsed
    else { return nil }
    if pace >= Fraction(95) { return .onTrack }
    return pace >= Fraction(60) ? .slow : .verySlow
  }
}
