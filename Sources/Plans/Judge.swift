import Diagnostics
public import Figures
public import Tables
public import Units

/// Gives verdicts on plans, from published figures, on one day.
///
/// Gates first, in the order of `Judge+Gates.swift`. Then the comparison, in exact fractions: a verdict is given only when
/// all numbers that the figures may stand for agree.
/// - Source: section 4 of the site rules; thresholds of pace 95, 60 and 0 % as in Open SDG and Eurostat, on a straight line.
public struct Judge: Sendable {
  let book: FigureBook
  let units: UnitRegistry
  /// The day on which verdicts are given.
  let day: Day

  /// A judge.
  ///
  /// - Parameters:
  ///   - figures: What is published.
  ///   - units: The register, for units that changed since the baseline.
  ///   - day: The day of the edition.
  public init(_ figures: [Figure], units: UnitRegistry, on day: Day) {
    (book, self.units, self.day) = (FigureBook(figures), units, day)
  }

  /// The verdicts on a plan of a unit.
  ///
  /// - Complexity: O(targets), each with a few look-ups.
  public func verdicts(on plan: Plan, of unit: UnitVersion) -> PlanVerdicts {
    let targets = plan.targets.map { verdict(on: $0, of: plan, unit) }
    let bases = targets.compactMap { told in start(told, plan, unit).map { (told.target.id, $0) } }
    return PlanVerdicts(
      plan: plan, unit: unit, targets: targets,
      checks: PlanArithmetic(plan, bases: Dictionary(bases) { a, _ in a }).checks)
  }

  /// The published number from which a target starts by its first reading, where the plan can have started from it.
  ///
  /// The verdict may rest on another reading, and its base figure may be one that cannot be compared: of another standard,
  /// of a place with other boundaries, or an estimate.
  private func start(_ told: TargetVerdict, _ plan: Plan, _ unit: UnitVersion) -> Figure? {
    guard let asked = told.readings.first?.conditions.first, let base = asked.verdict.base,
      base.status != .estimate, base.standard.isEmpty || base.standard == plan.standard,
      units.isOneTerritory(base.unit, unit.id), base.ownBoundary.isEmpty,
      !units.hasGrown(base.unit, into: unit.id, from: base.asOf, to: plan.from)
    else { return nil }
    return base
  }

  func verdict(on target: Target, of plan: Plan, _ unit: UnitVersion) -> TargetVerdict {
    switch target.kind {
    case .activity:
      return TargetVerdict(target: target, readings: [], verdict: Verdict(.notJudged, reason: .isActivity))
    case .entitlement:
      return TargetVerdict(target: target, readings: [], verdict: Verdict(.notJudged, reason: .isEntitlement))
    case .level, .change, .direction, .money: break
    }
    let readings = target.readings.map { reading in
      let conditions = reading.conditions.flatMap { condition in
        Question(plan: plan, target: target, condition: condition, unit: unit).all.map { question in
          ConditionVerdict(condition: question.condition, verdict: verdict(on: question))
        }
      }
      return ReadingVerdict(reading: reading, conditions: conditions, verdict: Self.least(conditions, target))
    }
    return TargetVerdict(target: target, readings: readings, verdict: Self.least(readings.map(\.verdict)))
  }
  /// The verdict of which least may be claimed, in whichever order they stand; the first of several.
  private static func least(_ verdicts: [Verdict]) -> Verdict {
    verdicts.min { $0.isLess(than: $1) } ?? Verdict(.notJudged)
  }
  /// The same of conditions; of several years it says which it is of.
  private static func least(_ conditions: [ConditionVerdict], _ target: Target) -> Verdict {
    guard let first = conditions.min(by: { $0.verdict.isLess(than: $1.verdict) }) else {
      return Verdict(.notJudged)
    }
    guard target.isPerYear else { return first.verdict }
    // Where all years are well none of them is the least, and the whole stands for them.
    let word = first.verdict.word
    let least = word.isWell ? conditions.last { $0.verdict.word == word } ?? first : first
    guard let name = least.condition.name else { return least.verdict }
    return least.verdict.of(name)
  }
}
