import Diagnostics
import Figures
import Tables
import Units

// The comparison itself, and the pace before the due day.
extension Judge {
  /// The verdict on what is there to be compared.
  ///
  /// `isCounted` says that the result is a printed rate told as the counts beside it.
  func compared(
    _ question: Question, _ result: Figure, _ value: Extent, _ base: Figure?, lost: Phrase? = nil,
    isCounted: Bool = false
  ) -> Verdict {
    var sum = Arithmetic(question, result: result, value: value, base: base, lost: lost)
    if let measure = question.condition.countMeasure {
      let part = count(measure, beside: result)
      let wholes = [result, sum.base].map { figure in figure.flatMap { count("households", beside: $0) } }
      (sum.count, sum.wholes) = (part?.count, wholes.map { $0?.count })
      let isPrinted = if case .printed? = result.value { true } else { false }
      if isPrinted || isCounted { sum.beside = [part, wholes[0]].compactMap { $0?.figure } }
    }
    guard let goal = question.condition.goal else { return direction(question, &sum) }
    guard let compared = question.target.kind == .change ? sum.change : value else {
      return sum.verdict(.noData, reason: lost ?? .tooLarge)
    }
    let isFinal = day >= question.due
    sum.tellValues(goal)
    guard let fulfilled = goal.isFulfilled(by: compared) else {
      if let counted = counted(result, question, goal), let share = Extent(counted) {
        return self.compared(question, counted, share, base, lost: lost, isCounted: true)
      }
      return sum.verdict(isFinal ? .noData : .notDue, reason: sum.undecided)
    }
    sum.tellComparison(goal, compared, fulfilled)
    if !isFinal, goal.isBudget, let elapsed = elapsed(question, result) { sum.tellTime(elapsed) }
    if fulfilled { return sum.verdict(isFinal ? .met : .currentlyMet, goal: goal) }
    guard isFinal else { return paced(question, &sum, goal, compared) }
    let progress = sum.progress(goal, compared)
    sum.tellShare(progress)
    return sum.failed(progress, goal)
  }
  /// A count published of the unit, group, day and standard of a figure; none that is an estimate.
  ///
  /// All households may be counted without a standard: they are the same under every one.
  private func count(_ measure: String, beside figure: Figure) -> (figure: Figure, count: FixedPoint)? {
    guard
      let found = book.figure(
        figure.unit, measure, group: figure.group, on: figure.asOf, standard: figure.standard),
      found.standard == figure.standard || measure == "households" && found.standard.isEmpty,
      found.status != .estimate, case .amount(let count)? = found.value
    else { return nil }
    return (found, count)
  }
  /// A printed rate as the count and the households that its source gives beside it; `nil` when it gives none that round to
  /// it.
  ///
  /// They are asked only where the rounding of the rate leaves a goal open, and only where the printed number answers the
  /// same: a word that the printed decimals contradict would not be believed.
  private func counted(_ rate: Figure, _ question: Question, _ goal: Goal) -> Figure? {
    guard question.target.kind == .level, !question.target.isShareOfParent, rate.status != .estimate,
      rate.grade != .derived, case .printed(let printed)? = rate.value,
      let part = question.condition.countMeasure.flatMap({ count($0, beside: rate) }),
      let whole = count("households", beside: rate),
      [part.figure.source, whole.figure.source].allSatisfy({ $0.isSameDocument(as: rate.source) }),
      CountAndRate(count: part.count, rate: printed).rate(in: whole.count) == printed
    else { return nil }
    var counted = rate
    counted.value = .ratio(numerator: part.count, denominator: whole.count)
    guard let share = Extent(counted), let answer = goal.isFulfilled(by: share),
      answer == goal.isFulfilled(by: Extent(Fraction(printed)))
    else { return nil }
    return counted
  }

  /// The word for what is not yet due and not yet at its goal.
  ///
  /// There is a pace only along a way the plan names, or a straight one from a base figure; without it the figure in
  /// between is shown, and the word is that it is not due.
  private func paced(
    _ question: Question, _ sum: inout Arithmetic, _ goal: Goal, _ compared: Extent
  ) -> Verdict {
    guard question.target.hasPace else { return sum.verdict(.notDue, reason: .noPath, goal: goal) }
    guard !goal.isBudget else { return sum.verdict(.notDue, reason: .overBudget, goal: goal) }
    // What was at the goal and is no longer is worse than it was, and so is what went the other way.
    if sum.startedAtGoal(goal) || sum.isWorseThanBase(goal, compared) {
      return sum.verdict(.reversing, goal: goal)
    }
    guard question.target.milestones.isEmpty else { return onPath(question, &sum, goal) }
    guard let elapsed = elapsed(question, sum.result) else {
      return sum.verdict(.notDue, reason: sum.noPace, goal: goal)
    }
    guard let progress = sum.progress(goal, compared), let least = progress.least.share / elapsed,
      let most = progress.most.share / elapsed
    else { return sum.verdict(.notDue, reason: sum.noPace(goal, compared), goal: goal) }
    sum.tellPace(progress, elapsed)
    return word(least, most, sum, goal)
  }
  /// The word along the plan's own path.
  private func onPath(_ question: Question, _ sum: inout Arithmetic, _ goal: Goal) -> Verdict {
    guard let path = PlanPath(question, goal, on: sum.result.asOf) else {
      return sum.verdict(.notDue, reason: .tooLarge, goal: goal)
    }
    let base = sum.pathStart(goal)
    let pace = base.flatMap { path.pace(from: $0, to: sum.value) }
    sum.tellPath(path, pace?.least)
    if path.isReached(by: sum.value) { return sum.verdict(.onTrack, goal: goal) }
    guard let pace else {
      return sum.verdict(.notDue, reason: base == nil ? sum.noPace : .noWay, goal: goal)
    }
    return word(pace.least, pace.most, sum, goal)
  }
  private func word(_ least: Fraction, _ most: Fraction, _ sum: Arithmetic, _ goal: Goal) -> Verdict {
    let (low, high) = (Self.word(forPace: least), Self.word(forPace: most))
    guard let low, low == high else {
      return sum.verdict(.notDue, reason: sum.undecidedPace, goal: goal)
    }
    return sum.verdict(low, standing: least, goal: goal)
  }

  /// A direction is right when the change goes that way by at least one household, and for rates 0.05 points; it is wrong
  /// when as much goes the other way.
  private func direction(_ question: Question, _ sum: inout Arithmetic) -> Verdict {
    guard let change = sum.change, let least = sum.materiality, let back = least.negated else {
      return sum.verdict(.noData, reason: sum.lost ?? .tooLarge)
    }
    sum.tellChange(change, atLeast: least)
    let isFinal = day >= question.due
    let right = Extent(from: Extent.End(least), to: nil)
    if change.isInside(right) { return sum.verdict(isFinal ? .met : .currentlyMet) }
    guard change.isApart(from: right) else {
      return sum.verdict(isFinal ? .noData : .notDue, reason: sum.undecided)
    }
    guard !isFinal else { return sum.verdict(.notMet) }
    guard question.target.hasPace else { return sum.verdict(.notDue, reason: .noPath) }
    // There is no way of which a share could have been made: it went the other way, or not far enough to count.
    let wrong = Extent(from: nil, to: Extent.End(back))
    if change.isInside(wrong) { return sum.verdict(.reversing) }
    guard change.isApart(from: wrong) else { return sum.verdict(.notDue, reason: sum.undecidedPace) }
    return sum.verdict(.notDue, reason: .tooLittle)
  }

  /// The share of the way from baseline to due day that has passed when the result was taken.
  private func elapsed(_ question: Question, _ result: Figure) -> Fraction? {
    if question.target.isPerYear, let passed = question.yearsPassed(on: result.asOf) { return passed }
    let whole = Int128(question.due.number) - Int128(question.start.number)
    let share = Fraction(Int128(result.asOf.number) - Int128(question.start.number), over: whole)
    return share.flatMap { $0 > Fraction(0) ? $0 : nil }
  }
  /// The word for what has been made of the way to be made by now, by exact thresholds; `nil` when it does not fit.
  static func word(forPace pace: Fraction) -> VerdictWord? {
    guard pace >= Fraction(0) else { return .reversing }
    guard let percent = pace * Fraction(100) else { return nil }
    if percent >= Fraction(95) { return .onTrack }
    return percent >= Fraction(60) ? .slow : .verySlow
  }
}

extension Figure.Source {
  /// Whether two numbers stand in one document, wherever in it.
  fileprivate func isSameDocument(as other: Figure.Source) -> Bool {
    title == other.title && decision == other.decision
  }
}
