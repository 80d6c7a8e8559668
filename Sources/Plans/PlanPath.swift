import Tables

/// Where the plan's own path wants a level to be on a day before it is due.
///
/// Between two places of the path the way is straight.
struct PlanPath {
  /// The number by which the way is measured.
  private let wanted: Fraction
  /// All levels that are on the path or ahead of it.
  let accepted: Extent?
  /// The day of which that is asked: the day itself, or before the first place of the path its day.
  let day: Day
  /// How much of the way from the base to `wanted` is to be made by then.
  private let share: Fraction
  private let wantsLess: Bool

  /// The path of a target on a day; `nil` without milestones, and when a number does not fit.
  init?(_ question: Question, _ goal: Goal, on day: Day) {
    let places =
      question.target.milestones.map {
        (day: $0.on, goal: Goal($0.comparison, goal.unit, precision: goal.precision))
      }
      + [(day: question.due, goal: goal)]
    guard let next = places.firstIndex(where: { $0.day >= day }), let ahead = places[next].goal.step else {
      return nil
    }
    wantsLess = goal.comparison.wantsLess
    let isFirst = next == places.startIndex
    let start = isFirst ? question.start : places[next - 1].day
    guard
      let passed = Fraction(
        Int128(day.number) - Int128(start.number),
        over: Int128(places[next].day.number) - Int128(start.number))
    else { return nil }
    if isFirst {
      (wanted, share) = (ahead.bound, passed)
      // What is at the first place before its day is ahead of the path.
      (accepted, self.day) = (places[next].goal.accepted, places[next].day)
      return
    }
    self.day = day
    func between(_ a: Fraction, _ b: Fraction) -> Fraction? {
      (b - a).flatMap { $0 * passed }.flatMap { a + $0 }
    }
    guard let behind = places[next - 1].goal.step, let here = between(behind.bound, ahead.bound),
      let end = between(behind.end.value, ahead.end.value)
    else { return nil }
    (wanted, share) = (here, Fraction(1))
    let last = Extent.End(end, isIncluded: ahead.end.isIncluded)
    accepted = wantsLess ? Extent(from: nil, to: last) : Extent(from: last, to: nil)
  }

  /// Whether every number that a level may be is on the path or ahead of it.
  func isReached(by value: Extent) -> Bool { accepted.map { value.isInside($0) } ?? false }

  /// How much of the way to be made by then has been made: the least and the most of what the figures may stand for.
  ///
  /// `nil` when a base is not before the path, and when an end is missing or does not fit.
  func pace(from base: Extent, to value: Extent) -> (least: Fraction, most: Fraction)? {
    guard let b = base.low?.value, let c = base.high?.value, let x = value.low?.value,
      let y = value.high?.value
    else { return nil }
    // The share made is monotone in each of the two alone, so that its extremes stand at the corners.
    let corners = [(b, x), (b, y), (c, x), (c, y)].compactMap { pace($0.0, $0.1) }
    guard corners.count == 4, let least = corners.min(), let most = corners.max() else { return nil }
    return (least, most)
  }
  private func pace(_ base: Fraction, _ here: Fraction) -> Fraction? {
    guard wantsLess ? base > wanted : base < wanted, share > Fraction(0), let way = wanted - base,
      let due = way * share, let made = here - base
    else { return nil }
    return made / due
  }
}

extension Goal {
  /// The number it names, and the end of what fulfils it; `nil` of a range.
  fileprivate var step: (bound: Fraction, end: Extent.End)? {
    if case .between = comparison { return nil }
    guard let accepted, let end = comparison.wantsLess ? accepted.high : accepted.low else { return nil }
    return (Fraction(comparison.bound), end)
  }
}
