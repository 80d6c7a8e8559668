import Diagnostics
import StageKit
import Tables

// One target: which comparison, in which unit, read in which ways.
extension PlanReader {
  mutating func target(_ target: TargetFields) -> Target? {
    let errors = problems.all.count
    let readings = isJudged(target) ? readings(target) : []
    checkKind(target)
    checkDays(of: target)
    checkKeys(target)
    checkAmounts(target)
    let milestones = milestones(of: target)
    guard problems.all.count == errors else { return nil }
    return Target(
      id: target.id, title: target.title.phrase, place: target.place,
      population: target.population?.phrase, kind: target.kind.kind, readings: readings,
      toward: target.toward, baseline: target.baseline, due: due(of: target),
      dueReason: target.dueReason?.phrase, isPerYear: target.perYear, milestones: milestones,
      hasPace: target.pace != .unjudged, partOf: target.partOf, isShareOfParent: target.shareOfParent,
      amount: target.amount, unit: unit(of: target),
      parts: (target.parts ?? []).map {
        AmountPart(name: $0.name.phrase, value: $0.value, isOnTop: $0.onTop)
      },
      isInferred: target.inferred, remark: target.remark?.phrase, range: target.$id)
  }
  /// The unit that is written; all of a population is percent.
  func unit(of target: TargetFields) -> TargetUnit? {
    target.unit ?? (target.all == true ? .percent : nil)
  }
  /// Money that is set aside, a bare number, is not to be exceeded; any other comparison of money says itself what it is.
  private func isBudget(_ target: TargetFields) -> Bool { target.kind == .money && target.number != nil }
  func isJudged(_ target: TargetFields) -> Bool {
    switch target.kind {
    case .level, .change, .direction, .money: true
    case .activity, .entitlement: false
    }
  }

  private mutating func readings(_ target: TargetFields) -> [Reading] {
    guard let unit = unit(of: target) else {
      problems.add(.targetLacks("unit", target))
      return []
    }
    let comparison = target.kind == .direction ? nil : comparison(target, unit)
    if comparison == nil, target.kind != .direction { return [] }
    func goal(_ precision: ReadingFields.Precision?) -> Goal? {
      comparison.map {
        Goal(
          $0, unit, isChange: target.kind == .change, isBudget: isBudget(target),
          precision: precision == .stated ? .stated : .exact, isPerYear: target.perYear)
      }
    }
    guard let readings = target.readings else {
      guard let measure = measure(nil, target) else { return [] }
      return [
        Reading(
          name: nil,
          conditions: [Condition(name: nil, measure: measure, group: target.group, goal: goal(nil))])
      ]
    }
    return readings.map { reading in
      let conditions = (reading.each ?? []).map {
        Condition(
          name: $0.name.phrase, measure: $0.measure, group: $0.group ?? target.group,
          goal: goal(reading.precision))
      }
      guard conditions.isEmpty else { return Reading(name: reading.name.phrase, conditions: conditions) }
      let whole = Condition(
        name: nil, measure: measure(reading.measure, target) ?? "", group: reading.group ?? target.group,
        goal: goal(reading.precision))
      return Reading(name: reading.name.phrase, conditions: [whole])
    }
  }
  private mutating func measure(_ own: String?, _ target: TargetFields) -> String? {
    if let measure = own ?? target.measure { return measure }
    problems.add(.targetLacks("measure", target))
    return nil
  }

  /// The one comparison that is written.
  private mutating func comparison(_ target: TargetFields, _ unit: TargetUnit) -> Comparison? {
    var found = target.numbers.map(\.comparison)
    if target.all == true { found.append(.all) }
    if let ends = target.between {
      guard ends.count == 2, ends[0] < ends[1] else {
        problems.add(.rangeBackwards(target))
        return nil
      }
      found.append(.between(ends[0], ends[1]))
    }
    guard found.count == 1, let comparison = found.first else {
      problems.add(.notOneComparison(target, found.count))
      return nil
    }
    checkNumbers(comparison, target, unit, at: target.numbers.first?.range ?? target.$between)
    return comparison
  }
  mutating func checkNumbers(
    _ comparison: Comparison, _ target: TargetFields, _ unit: TargetUnit, at range: SourceRange?
  ) {
    let numbers = Set([comparison.bound, comparison.far]).sorted()
    for number in numbers where number < 0 || unit.isRate && number > 100 {
      problems.add(.numberOutside(number, target, unit, at: range))
    }
    for number in numbers where number >= 0 { checkWhole(number, unit, of: target, at: range) }
    if comparison == .all, unit != .percent { problems.add(.allIsPercent(target)) }
    if target.perYear, let years = years(of: target) {
      let far = comparison.times(Int128(years))?.far
      guard let far, !unit.isRate || far <= 100 else {
        problems.add(.yearsTooMuch(comparison.far, years, target, at: range))
        return
      }
    }
  }

  private mutating func checkKind(_ target: TargetFields) {
    if checkMeasures(target) { checkUnit(target) }
    switch target.kind {
    case .change:
      if target.toward == nil { problems.add(.targetLacks("toward", target)) }
      if target.baseline == nil { problems.add(.targetLacks("baseline", target)) }
    case .direction:
      if target.toward == nil { problems.add(.targetLacks("toward", target)) }
    case .entitlement:
      if target.amount == nil { problems.add(.targetLacks("amount", target)) }
      if target.unit == nil { problems.add(.targetLacks("unit", target)) }
    case .level, .money, .activity: break
    }
    if isJudged(target), target.population == nil { problems.add(.targetLacks("population", target)) }
    checkWay(target)
  }
  /// A level is in percent and a change of a rate in points.
  private mutating func checkUnit(_ target: TargetFields) {
    switch target.kind {
    case .change where unit(of: target) == .percent: problems.add(.changeInPercent(target))
    case .level where target.unit == .points: problems.add(.levelInPoints(target))
    case .level, .change, .direction, .money, .activity, .entitlement: break
    }
  }
  /// What a kind does not take would say something that nobody reads.
  private mutating func checkKeys(_ target: TargetFields) {
    if target.parts != nil, target.kind != .money, target.kind != .entitlement {
      problems.add(.partsOfNothing(target))
    }
    let isCompared = isJudged(target) && target.kind != .direction
    let keys: [(name: String, range: SourceRange?, isTaken: Bool)] = [
      ("at_most", target.$atMost, isCompared), ("below", target.$below, isCompared),
      ("at_least", target.$atLeast, isCompared), ("above", target.$above, isCompared),
      ("number", target.$number, isCompared), ("about", target.$about, isCompared),
      ("between", target.$between, isCompared), ("all", target.$all, isCompared),
      ("readings", target.$readings, isJudged(target)), ("pace", target.$pace, isJudged(target)),
      ("milestones", target.$milestones, target.kind == .level),
      ("per_year", target.$perYear, target.kind == .change),
      ("share_of_parent", target.$shareOfParent, target.kind == .level),
      ("toward", target.$toward, target.kind == .change || target.kind == .direction),
      ("amount", target.$amount, target.kind == .entitlement),
    ]
    for key in keys where key.range != nil && !key.isTaken {
      problems.add(.keyOfAnotherKind(key.name, target, at: key.range))
    }
  }
}
