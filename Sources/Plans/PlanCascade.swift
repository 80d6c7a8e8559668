public import Tables
public import Units

/// The targets of a plan beside the sums of those of the plans below it, with who is missing; no verdict on any of it.
///
/// Only what can be added is: numbers of households, people, communes and the like, and money. A target of a plan below
/// counts when it is of the same kind, measure, group, unit, direction and due day. The units below are those of the
/// first day of the period.
public struct PlanCascade: Sendable {
  /// One target of the plan above, with what is below it.
  public struct Row: Sendable {
    /// The target of the plan above.
    public let target: Target
    /// The plans below that have such a target, with that target.
    public let parts: [Part]
    /// The units directly below for which no plan with such a target is tracked.
    public let missing: [UnitVersion]
    /// The sum of the numbers below, of ranges that of the lesser and that of the greater ends; `nil` when it does
    /// not fit, and when two of the plans are of one unit.
    public let sum: Ends?
    /// The number above less the sum, end by end, the lesser first; `nil` when it does not fit.
    public let gap: Ends?
  }
  /// One number below.
  public struct Part: Sendable {
    /// The plan it is of, with its unit.
    public let plan: PlanVerdicts
    /// The target.
    public let target: Target
  }
  /// A number, or the two ends of a range.
  public struct Ends: Sendable, Hashable {
    /// The lesser.
    public let low: FixedPoint
    /// The greater; the same for a single number.
    public let high: FixedPoint
    /// A number, or a range.
    public init(_ low: FixedPoint, _ high: FixedPoint) { (self.low, self.high) = (low, high) }
  }
  /// One row for each target to which something below can be added, in the order of the plan.
  public let rows: [Row]

  /// Puts the plans that stand under a plan beside it.
  ///
  /// - Parameters:
  ///   - plan: The plan above.
  ///   - all: All tracked plans; those that name it as the plan above are taken.
  ///   - units: The register, which says what lies below the unit.
  /// - Complexity: O(targets × plans below), and one look into the register.
  public init(of plan: PlanVerdicts, among all: [PlanVerdicts], units: UnitRegistry) {
    // A plan of the same unit, such as that of one year, is no part of the whole.
    let below = all.filter { $0.plan.parent?.plan == plan.plan.id && $0.unit.id != plan.unit.id }
    guard !below.isEmpty else {
      rows = []
      return
    }
    let day = plan.plan.from
    let above = Dictionary(
      below.map { ($0.unit.id, Set(units.ancestors(of: $0.unit, on: day).map(\.id))) }
    ) { a, _ in a }
    let expected = units.children(of: plan.unit, on: day)
    rows = plan.plan.targets.compactMap { target in
      let matching = below.compactMap { plan in
        plan.plan.targets.first { $0.adds(to: target) }.map { Part(plan: plan, target: $0) }
      }
      // What lies within another unit that has such a target is in the number of that one already.
      let ids = Set(matching.map(\.plan.unit.id))
      let parts = matching.filter { above[$0.plan.unit.id]?.isDisjoint(with: ids) ?? true }
      guard !parts.isEmpty else { return nil }
      let there = Set(parts.map(\.plan.unit.id))
      return Row(target, parts, missing: expected.filter { !there.contains($0.id) })
    }
  }
}

extension PlanCascade.Row {
  fileprivate init(_ target: Target, _ parts: [PlanCascade.Part], missing: [UnitVersion]) {
    (self.target, self.parts, self.missing) = (target, parts, missing)
    // Two plans of one unit would count it twice: then there is no sum.
    guard Set(parts.map(\.plan.unit.id)).count == parts.count else {
      (sum, gap) = (nil, nil)
      return
    }
    let numbers = parts.compactMap(\.target.comparison)
    func total(_ end: (Comparison) -> FixedPoint) -> FixedPoint? {
      numbers.reduce(FixedPoint?.some(0)) { sum, next in sum.flatMap { $0 + end(next) } }
    }
    guard let low = total(\.bound), let high = total(\.far) else {
      (sum, gap) = (nil, nil)
      return
    }
    sum = PlanCascade.Ends(low, high)
    guard let whole = target.comparison, let a = whole.bound - low, let b = whole.far - high else {
      gap = nil
      return
    }
    gap = PlanCascade.Ends(min(a, b), max(a, b))
  }
}

extension Target {
  /// Whether it speaks of the same thing as another, in a number of which a sum makes sense.
  ///
  /// Rates are never added, and neither are targets that several measures make up.
  func adds(to other: Target) -> Bool { matches(other) && unit?.isRate == false }

  /// Whether it asks for a number of the same kind, measure, group, unit, direction and due day as another.
  public func matches(_ other: Target) -> Bool {
    guard let mine = readings.first?.conditions, let theirs = other.readings.first?.conditions,
      mine.count == 1, theirs.count == 1, let a = mine.first, let b = theirs.first,
      a.goal != nil, b.goal != nil
    else { return false }
    return kind == other.kind && unit == other.unit && toward == other.toward && due == other.due
      && a.measure == b.measure && a.group == b.group
  }
}
