import Diagnostics
import StageKit
import Tables

// The days of a target, its years, and the plan's own path to it.
extension PlanReader {
  /// The day that is written, or the end of the period.
  func due(of target: TargetFields) -> Day { target.due ?? fields.period.to }
  /// Over how many whole years a change of every year goes; `nil` when they are not whole.
  func years(of target: TargetFields) -> Int? {
    target.baseline.flatMap { $0.wholeYears(to: due(of: target)) }
  }

  mutating func checkDays(of target: TargetFields) {
    let due = due(of: target)
    checkDue(target)
    if let baseline = target.baseline, baseline >= due {
      problems.add(.baselineNotBefore(target, due))
    } else if target.perYear, let baseline = target.baseline, years(of: target) == nil {
      problems.add(.notWholeYears(target, from: baseline, to: due))
    }
    if target.shareOfParent {
      if target.partOf == nil { problems.add(.targetLacks("part_of", target)) }
      if let unit = target.unit, unit != .percent { problems.add(.shareIsPercent(target)) }
    }
    if target.pace == .unjudged, target.milestones != nil { problems.add(.pathWithoutPace(target)) }
  }
  /// Money may be paid out for a while after the period, when the plan says why; nothing else is due then.
  private mutating func checkDue(_ target: TargetFields) {
    guard let due = target.due else {
      if target.dueReason != nil { problems.add(.reasonWithoutDue(target)) }
      return
    }
    let isAfter = due > fields.period.to
    if due < fields.period.from || isAfter && target.kind != .money {
      problems.add(.dueOutside(target, due, fields.period))
    } else if isAfter, due > fields.period.to.years(later: 1) ?? fields.period.to {
      problems.add(.dueTooLate(target, due, fields.period))
    } else if isAfter, target.dueReason == nil {
      problems.add(.dueWithoutReason(target, due, fields.period))
    } else if !isAfter, target.dueReason != nil {
      problems.add(.reasonWithoutDue(target))
    }
  }

  // MARK: The plan's own path

  mutating func milestones(of target: TargetFields) -> [Milestone] {
    guard let given = target.milestones, target.kind == .level,
      let unit = target.unit ?? (target.all == true ? .percent : nil)
    else { return [] }
    guard target.between == nil else {
      problems.add(.milestonesOfRange(target, at: given.first?.$on))
      return []
    }
    let wanted = target.all == true ? Comparison.all : target.numbers.first?.comparison
    var found: [Milestone] = []
    var last = target.baseline ?? Day(number: fields.period.from.number - 1)
    for milestone in given {
      if milestone.on <= last || milestone.on >= due(of: target) || milestone.on < fields.period.from {
        problems.add(.milestoneDay(milestone, target, after: last, before: due(of: target)))
      }
      last = max(last, milestone.on)
      guard let comparison = comparison(milestone, like: wanted, target) else { continue }
      let errors = problems.all.count
      checkNumbers(comparison, target, unit, at: milestone.numbers.first?.range)
      // A number that cannot be has no place on a path: one mistake, one problem.
      guard problems.all.count == errors else { continue }
      if let before = found.last?.comparison, turnsBack(from: before, to: comparison) {
        problems.add(.milestoneBack(milestone, target, at: milestone.numbers.first?.range))
      }
      found.append(Milestone(on: milestone.on, comparison))
    }
    if let wanted, !unit.isWhole || wanted.bound.scale == 0, let before = found.last?.comparison,
      turnsBack(from: before, to: wanted)
    {
      problems.add(.milestoneBeyond(target, at: given.last?.numbers.first?.range))
    }
    return found
  }
  /// The one comparison of a place on the path, which uses the word of the target; of all of them, at least.
  private mutating func comparison(
    _ milestone: MilestoneFields, like wanted: Comparison?, _ target: TargetFields
  ) -> Comparison? {
    let word = wanted == .all ? "at_least" : wanted?.word
    let found = milestone.numbers
    guard found.count == 1, let one = found.first, word == nil || one.comparison.word == word else {
      problems.add(.milestoneWord(milestone, word ?? "at_most", target))
      return nil
    }
    return one.comparison
  }
  private func turnsBack(from a: Comparison, to b: Comparison) -> Bool {
    a.wantsLess ? b.bound > a.bound : b.bound < a.bound
  }
}

/// A comparison with one number, and where the number is written.
struct WrittenComparison {
  let comparison: Comparison
  let range: SourceRange?
  /// Whether the comparison is inferred: that more is wanted is not said by the word itself.
  var isInferred: Bool {
    switch comparison {
    case .number, .about: true
    case .atMost, .below, .atLeast, .above, .between, .all: false
    }
  }
}
extension TargetFields {
  /// The comparisons with one number that are written.
  var numbers: [WrittenComparison] {
    [
      (atMost.map { .atMost($0) }, $atMost), (below.map { .below($0) }, $below),
      (atLeast.map { .atLeast($0) }, $atLeast), (above.map { .above($0) }, $above),
      (number.map { .number($0) }, $number), (about.map { .about($0) }, $about),
    ].compactMap { (comparison: Comparison?, range: SourceRange?) in
      comparison.map { WrittenComparison(comparison: $0, range: range) }
    }
  }
}
extension MilestoneFields {
  /// The comparisons that are written.
  var numbers: [WrittenComparison] {
    [
      (atMost.map { .atMost($0) }, $atMost), (below.map { .below($0) }, $below),
      (atLeast.map { .atLeast($0) }, $atLeast), (above.map { .above($0) }, $above),
      (number.map { .number($0) }, $number), (about.map { .about($0) }, $about),
    ].compactMap { (comparison: Comparison?, range: SourceRange?) in
      comparison.map { WrittenComparison(comparison: $0, range: range) }
    }
  }
}
