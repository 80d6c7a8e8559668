import Diagnostics
public import Figures
public import Tables
public import Units

/// Gives verdicts on plans, from published figures, on one day.
///
/// Gates first, in this order: nothing to measure; no base figure; another standard, boundary or kind of number; not due
/// and no figure in between; no figure; withheld; nobody in the population. Then the comparison, in exact fractions: a
/// verdict is given only when all numbers that the figures may stand for agree.
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
    let bases = targets.compactMap { target in target.verdict.base.map { (target.target.id, $0) } }
    return PlanVerdicts(
      plan: plan, unit: unit, targets: targets,
      checks: PlanArithmetic(plan, bases: Dictionary(bases) { a, _ in a }).checks)
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
      let conditions = reading.conditions.map { condition in
        let question = Question(plan: plan, target: target, condition: condition, unit: unit)
        return ConditionVerdict(condition: condition, verdict: verdict(on: question))
      }
      return ReadingVerdict(
        reading: reading, conditions: conditions, verdict: Self.least(conditions.map(\.verdict)))
    }
    return TargetVerdict(
      target: target, readings: readings, verdict: Self.least(readings.map(\.verdict)))
  }
  /// The verdict with the least word; the first of several.
  private static func least(_ verdicts: [Verdict]) -> Verdict {
    verdicts.min { $0.word.rank < $1.word.rank } ?? Verdict(.notJudged)
  }
}

/// One condition of one target of one plan.
struct Question {
  let plan: Plan
  let target: Target
  let condition: Condition
  let unit: UnitVersion

  /// Whether a verdict needs a base figure.
  var needsBase: Bool { target.kind == .change || target.kind == .direction }
  var unitWord: TargetUnit { target.unit ?? .percent }
  /// The unit in which levels of the measure are printed.
  var levelUnit: TargetUnit { target.unit == .points ? .percent : unitWord }
}
