import Diagnostics
import StageKit
import Tables

// One target: which comparison, in which unit, read in which ways.
extension PlanReader {
  mutating func target(_ target: TargetFields) -> Target? {
    let errors = problems.all.count
    let readings = isJudged(target) ? readings(target) : []
    checkKind(target)
    checkKeys(target)
    guard problems.all.count == errors else { return nil }
    return Target(
      id: target.id, title: target.title.phrase, place: target.place,
      population: target.population?.phrase, kind: target.kind.kind, readings: readings,
      toward: target.toward, baseline: target.baseline, due: target.due ?? fields.period.to,
      partOf: target.partOf, amount: target.amount, unit: unit(of: target),
      parts: (target.parts ?? []).map {
        AmountPart(name: $0.name.phrase, value: $0.value, isOnTop: $0.onTop)
      },
      isInferred: target.inferred, remark: target.remark?.phrase, range: target.$id)
  }
  /// The unit that is written; all of a population is percent.
  private func unit(of target: TargetFields) -> TargetUnit? {
    target.unit ?? (target.all == true ? .percent : nil)
  }
  /// Money that is set aside, a bare number, is not to be exceeded; any other comparison of money says itself what it is.
  private func isBudget(_ target: TargetFields) -> Bool { target.kind == .money && target.number != nil }
  private func isJudged(_ target: TargetFields) -> Bool {
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
          precision: precision == .stated ? .stated : .exact)
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
    var found: [Comparison] = []
    if let n = target.atMost { found.append(.atMost(n)) }
    if let n = target.below { found.append(.below(n)) }
    if let n = target.atLeast { found.append(.atLeast(n)) }
    if let n = target.above { found.append(.above(n)) }
    if let n = target.number { found.append(.number(n)) }
    if let n = target.about { found.append(.about(n)) }
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
    checkNumbers(comparison, target, unit)
    return comparison
  }
  private mutating func checkNumbers(
    _ comparison: Comparison, _ target: TargetFields, _ unit: TargetUnit
  ) {
    var numbers = [comparison.bound]
    if case .between(_, let high) = comparison { numbers.append(high) }
    for number in numbers where number < 0 || unit.isRate && number > 100 {
      problems.add(.numberOutside(number, target))
    }
    if comparison == .all, unit != .percent { problems.add(.allIsPercent(target)) }
  }

  private mutating func checkKind(_ target: TargetFields) {
    switch target.kind {
    case .change:
      if target.toward == nil { problems.add(.targetLacks("toward", target)) }
      if target.baseline == nil { problems.add(.targetLacks("baseline", target)) }
      if unit(of: target) == .percent { problems.add(.changeInPercent(target)) }
    case .direction:
      if target.toward == nil { problems.add(.targetLacks("toward", target)) }
    case .level:
      if target.unit == .points { problems.add(.levelInPoints(target)) }
    case .entitlement:
      if target.amount == nil { problems.add(.targetLacks("amount", target)) }
      if target.unit == nil { problems.add(.targetLacks("unit", target)) }
    case .money, .activity: break
    }
    if isJudged(target), target.population == nil { problems.add(.targetLacks("population", target)) }
    if let due = target.due, due < fields.period.from || due > fields.period.to {
      problems.add(.dueOutside(target, due, fields.period))
    }
    if let baseline = target.baseline, baseline >= target.due ?? fields.period.to {
      problems.add(.baselineNotBefore(target, target.due ?? fields.period.to))
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
      ("readings", target.$readings, isJudged(target)),
      ("toward", target.$toward, target.kind == .change || target.kind == .direction),
      ("amount", target.$amount, target.kind == .entitlement),
    ]
    for key in keys where key.range != nil && !key.isTaken {
      problems.add(.keyOfAnotherKind(key.name, target, at: key.range))
    }
  }
}
