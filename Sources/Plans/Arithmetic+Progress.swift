import Diagnostics
import Figures
import Tables

// How far: the share of the way that has been made, and the distance in households.
extension Arithmetic {
  /// How much of the way has been made; `nil` when there is no way, or the baseline was at the goal already.
  func progress(_ goal: Goal, _ compared: Extent) -> Progress? { stretch(goal, compared)?.progress }
  /// Why there is no pace along the straight way.
  func noPace(_ goal: Goal, _ compared: Extent) -> Phrase {
    stretch(goal, compared)?.isOne ?? false ? .tooLarge : noPace
  }
  /// The way from the baseline to the goal; `nil` when there is none.
  private func stretch(_ goal: Goal, _ compared: Extent) -> Stretch? {
    guard !goal.isBudget, let accepted = goal.accepted else { return nil }
    if question.target.kind == .change { return stretch(compared, of: goal, accepted) }
    guard let baseValue else {
      // An output starts from nothing; what has a baseline that nobody published does not.
      return goal.unit.isRate || question.baseline != nil ? nil : stretch(value, of: goal, accepted)
    }
    if value.isBelow(accepted), baseValue.isBelow(accepted) {
      return Stretch(
        least: (baseValue.high, value.low), most: (baseValue.low, value.high), end: goal.nearEnd)
    }
    guard value.isAbove(accepted), baseValue.isAbove(accepted) else { return nil }
    return Stretch(least: (baseValue.low, value.high), most: (baseValue.high, value.low), end: goal.farEnd)
  }
  /// The share of the goal itself: of a change that is wanted, of a count that starts at nothing.
  private func stretch(_ part: Extent, of goal: Goal, _ accepted: Extent) -> Stretch? {
    guard part.isBelow(accepted) else { return nil }
    let none = Extent.End(Fraction(0))
    return Stretch(least: (none, part.low), most: (none, part.high), end: goal.nearEnd)
  }
  /// Whether the baseline was at the goal, whichever number it stands for.
  func startedAtGoal(_ goal: Goal) -> Bool {
    guard question.target.kind != .change, let baseValue else { return false }
    return goal.isFulfilled(by: baseValue) == true
  }

  /// Where the plan's own path starts: at the base figure, or at nothing for a count that is to rise.
  func pathStart(_ goal: Goal) -> Extent? {
    if let baseValue { return baseValue }
    let isOutput = !goal.unit.isRate && !goal.comparison.wantsLess && question.baseline == nil
    return isOutput ? Extent(Fraction(0)) : nil
  }
  /// Whether what is not at its goal went away from it, whichever numbers the figures stand for.
  func isWorseThanBase(_ goal: Goal, _ compared: Extent) -> Bool {
    if question.target.kind == .change { return compared.isBelow(Extent(Fraction(0))) }
    guard question.target.kind == .level, let baseValue, let accepted = goal.accepted else { return false }
    // A base on the other side of a range is not what a level moved away from.
    let (under, over) = (Extent(from: nil, to: accepted.high), Extent(from: accepted.low, to: nil))
    return value.isBelow(accepted) && value.isBelow(baseValue) && baseValue.isInside(under)
      || value.isAbove(accepted) && value.isAbove(baseValue) && baseValue.isInside(over)
  }

  // MARK: In households

  /// The distance to the goal in households: of counts as they are, of a ratio by its denominator, of a printed rate by
  /// the count published beside it, whose quotient gives the households there can be.
  func margin(_ goal: Goal) -> Verdict.Margin? {
    guard let accepted = goal.accepted else { return nil }
    if question.target.kind == .change { return margin(ofChange: accepted, goal) }
    guard question.target.kind == .level else { return nil }
    guard result.status != .estimate else { return nil }
    if case .amount(let count)? = result.value, goal.unit == .households {
      return accepted.room(for: Fraction(count)).map { Verdict.Margin(low: $0, high: $0) }
    }
    guard goal.unit == .percent, question.condition.countMeasure != nil else { return nil }
    switch result.value {
    case .ratio(let part, let whole)?: return margin(Fraction(part), of: [Fraction(whole)], accepted)
    case .printed?:
      if let all = wholes.first.flatMap({ $0 }) { return margin(ofAll: Fraction(all), accepted) }
      guard let count = count.map({ Fraction($0) }), let all = allHouseholds(count) else { return nil }
      return margin(count, of: all, accepted)
    case .amount?, nil: return nil
    }
  }
  /// The distance of a cut or a rise of households: how many more or fewer there could be at the end.
  private func margin(ofChange accepted: Extent, _ goal: Goal) -> Verdict.Margin? {
    guard let levels = levels(accepted) else { return nil }
    switch result.value {
    case .amount(let count)? where goal.unit == .households && result.status != .estimate:
      return levels.room(for: Fraction(count)).map { Verdict.Margin(low: $0, high: $0) }
    case .ratio(let part, let whole)? where question.condition.countMeasure != nil:
      return margin(Fraction(part), of: [Fraction(whole)], levels)
    case .amount?, .ratio?, .printed?, nil: return nil
    }
  }
  /// The levels that are an accepted change away from the base; `nil` unless the base is one number.
  private func levels(_ accepted: Extent) -> Extent? {
    guard let base = baseValue?.exact else { return nil }
    let start = Extent(base)
    guard question.target.toward == .up else { return start - accepted }
    return (Extent(Fraction(0)) - start).flatMap { accepted - $0 }
  }
  /// The distance of a printed rate when all households are published: by the published count, or by every count that the
  /// rate may stand for.
  ///
  /// `nil` when count, households and rate contradict one another.
  private func margin(ofAll all: Fraction, _ accepted: Extent) -> Verdict.Margin? {
    guard let counts = (all / Fraction(100)).flatMap({ value.scaled(by: $0) }), all > Fraction(0) else {
      return nil
    }
    if let count = count.map({ Fraction($0) }) {
      return Extent(count).isInside(counts) ? margin(count, of: [all], accepted) : nil
    }
    // Between two ends the greatest distance is at neither of them.
    guard accepted.low == nil || accepted.high == nil, let counts = counts.wholeNumbers else { return nil }
    let margins = [counts.first, counts.last].compactMap { Fraction($0) }.compactMap {
      margin($0, of: [all], accepted)
    }
    guard let low = margins.map(\.low).min(), let high = margins.map(\.high).max() else { return nil }
    return Verdict.Margin(low: low, high: high)
  }
  /// The least and the most households there can be when `count` of them are the printed rate.
  private func allHouseholds(_ count: Fraction) -> [Fraction]? {
    guard let low = value.low, let high = value.high, let hundred = count * Fraction(100),
      let least = hundred / high.value, let most = hundred / low.value,
      let all = Extent(
        from: Extent.End(least, isIncluded: high.isIncluded), to: Extent.End(most, isIncluded: low.isIncluded)
      ).wholeNumbers
    else { return nil }
    return [all.first, all.last].compactMap { Fraction($0) }
  }
  private func margin(_ count: Fraction, of wholes: [Fraction], _ accepted: Extent) -> Verdict.Margin? {
    let rooms = wholes.compactMap { whole in
      (whole / Fraction(100)).flatMap { accepted.scaled(by: $0) }?.room(for: count)
    }
    guard rooms.count == wholes.count, let low = rooms.min(), let high = rooms.max() else { return nil }
    return Verdict.Margin(low: low, high: high)
  }
}

extension Goal {
  /// Where a rise is at the goal: the number of the plan, or what fulfils it when that is more.
  fileprivate var nearEnd: Fraction {
    let bound = Fraction(comparison.bound)
    return accepted?.low.map { max($0.value, bound) } ?? bound
  }
  /// Where a fall is at the goal: the number of the plan, or what fulfils it when that is less.
  fileprivate var farEnd: Fraction {
    let bound = Fraction(comparison.far)
    return accepted?.high.map { min($0.value, bound) } ?? bound
  }
}
extension Extent {
  /// Whether every number of it is below all of another.
  fileprivate func isBelow(_ other: Extent) -> Bool { isApart(from: Extent(from: other.low, to: nil)) }
  /// Whether every number of it is above all of another.
  fileprivate func isAbove(_ other: Extent) -> Bool { isApart(from: Extent(from: nil, to: other.high)) }
}
