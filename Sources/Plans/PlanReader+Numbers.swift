import Diagnostics
import Figures
import StageKit
import Tables

// Whether the numbers of a target can be those of its unit, and the unit that of its measures.
extension PlanReader {
  /// A count has no decimal point, not even before zeros: `3.000` is meant as three thousand.
  mutating func checkWhole(
    _ number: FixedPoint, _ unit: TargetUnit, of target: TargetFields, at range: SourceRange?
  ) {
    guard unit.isWhole, number.scale > 0 else { return }
    problems.add(.fraction(number, unit, target.id, at: range ?? target.$id))
  }
  /// The amount of an entitlement and the parts of an amount, when they are counts.
  mutating func checkAmounts(_ target: TargetFields) {
    guard let unit = unit(of: target) else { return }
    if let amount = target.amount { checkWhole(amount, unit, of: target, at: target.$amount) }
    for part in target.parts ?? [] { checkWhole(part.value, unit, of: target, at: part.$value) }
  }

  // MARK: Measures

  /// Whether the unit is that of all known measures of a target; otherwise it is told.
  ///
  /// Of a share of those that another target reached the measure is the part, and the unit percent. A change in percent is
  /// told as such.
  mutating func checkMeasures(_ target: TargetFields) -> Bool {
    guard isJudged(target), !target.shareOfParent, let unit = unit(of: target),
      target.kind != .change || unit != .percent,
      let bad = measures(of: target).first(where: { measure in
        MeasureMeaning.units(of: measure).map { !$0.contains(unit) } ?? false
      })
    else { return true }
    problems.add(.unitOfMeasure(unit, bad, target))
    return false
  }
  /// What less is better of has no bare number: it would be met by having more.
  mutating func checkWay(_ target: TargetFields) {
    guard target.kind == .level, let key = target.numbers.first(where: { $0.isInferred }),
      let bad = measures(of: target).first(where: MeasureMeaning.isBetterWithLess)
    else { return }
    problems.add(.wrongWay(key.comparison.word, bad, target, at: key.range))
  }
  /// Every measure that a target names.
  private func measures(of target: TargetFields) -> [String] {
    var found: [String?] = [target.measure]
    for reading in target.readings ?? [] {
      found.append(reading.measure)
      found += (reading.each ?? []).map(\.measure)
    }
    return found.compactMap { $0 }
  }
}

/// What the reader of plans knows of measures.
enum MeasureMeaning {
  /// Whether less of it is better: of the poor, and of those who lack something.
  static func isBetterWithLess(_ measure: String) -> Bool {
    measure.hasPrefix(KnownMeasures.deprivedPrefix) || measure.hasPrefix(KnownMeasures.deprivationRatePrefix)
      || measure != "households" && KnownMeasures.all.contains(measure)
  }
  /// The units in which a known measure can be; `nil` of any other measure.
  static func units(of measure: String) -> [TargetUnit]? {
    if KnownMeasures.households.contains(measure) { return [.households] }
    if KnownMeasures.people.contains(measure) { return [.people] }
    let isRate =
      KnownMeasures.rates.contains(measure) || measure.hasPrefix(KnownMeasures.deprivationRatePrefix)
    return isRate ? [.percent, .points] : nil
  }
}
