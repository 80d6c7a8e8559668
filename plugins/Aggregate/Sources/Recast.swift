import Diagnostics
import Figures
import Plans
import StageKit
import Tables
import Units

/// Carries counts of units over to the units of another day.
///
/// A unit that was made of several has their sum, as of the day of the figures. Missing is not zero: when a part has no
/// figure, or nobody says how much of it went in, there is no sum, and what stands in its place says why. Rates are
/// never carried: they are made again, of counts that were.
struct Recast: Sendable {
  let measures: [String]
  /// Rates, with the two counts each is made of.
  let rates: [Rate]
  /// The day on which the units wanted are valid.
  let to: Day
  let units: UnitRegistry
  let edition: String

  /// A rate and the counts that make it.
  struct Rate: Sendable, Hashable {
    let name: String
    let numerator: String
    let denominator: String
  }
  /// What was carried, and what there is to say of the rest.
  struct Made {
    var figures: [Figure] = []
    var notices: [Notice] = []
    var problems = RecastProblems()
  }

  /// The figures of the units of `to`, oldest day first.
  ///
  /// - Throws: When a sum does not fit.
  func made(of figures: [Figure], _ shares: SplitShares) throws(StageError) -> Made {
    var made = Made()
    let inflow = Inflow(units: units, shares: shares.byStep, to: to)
    var bySeries: [RollUp.Series: RollUp.Values] = [:]
    for figure in figures where figure.asOf < to && !figure.group.hasPrefix("area:") {
      guard measures.contains(figure.measure) || rates.contains(where: { $0.name == figure.measure }) else {
        continue
      }
      let series = RollUp.Series(
        day: figure.asOf, standard: figure.standard, group: GroupLabel.folded(label: figure.group))
      let known = bySeries[series]?[figure.unit]?[figure.measure]
      if let known, !figure.isUsed(before: known) { continue }
      bySeries[series, default: [:]][figure.unit, default: [:]][figure.measure] = figure
    }
    var ways = RecastWays(inflow)
    // All households are counted without a standard, and are the whole of every standard.
    var withoutStandard: [[String]: [String: Figure]] = [:]
    for series in bySeries.keys.sorted() {
      let values = bySeries[series] ?? [:]
      let counted = values.filter { $0.value.keys.contains(where: measures.contains) }
      for target in targets(of: counted.keys.sorted(), &ways, &made.problems) {
        let found = ways.into(target, asOf: series.day)
        guard found.lastStep != nil || !found.unknown.isEmpty else { continue }
        let sum = RecastSum(self, series, target, found, values, shares)
        let place = [target.id, series.day.iso, series.group]
        let counts = try sum.add(to: &made, &ways, wholes: withoutStandard[place] ?? [:])
        if series.standard.isEmpty { withoutStandard[place] = counts }
      }
    }
    made.notices = made.problems.notices + made.notices
    let present = Set(figures.map(\.measure)).sorted()
    made.problems.absent(measures.filter { !present.contains($0) }, among: present)
    if made.figures.isEmpty { made.problems.nothing(whyNothing(of: figures)) }
    return made
  }

  /// The units of `to` that units with figures went into.
  private func targets(
    of ids: [String], _ ways: inout RecastWays, _ problems: inout RecastProblems
  ) -> [UnitVersion] {
    var found: Set<String> = []
    for id in ids {
      guard let unit = units.unit(id: id), unit.level >= .province else { continue }
      let out = ways.out(of: unit)
      if out.shares.isEmpty { problems.lost(unit) }
      found.formUnion(out.shares.keys)
    }
    return found.sorted().compactMap { units.unit(id: $0) }
  }
}

/// Ways that have been followed, for they are the same in every series of a day.
struct RecastWays {
  private let inflow: Inflow
  private var into: [Key: Inflow.Found] = [:]
  private var out: [String: Inflow.Outflow] = [:]
  private var lost: [Day: [String: [UnitVersion]]] = [:]
  private struct Key: Hashable {
    let unit: String
    let day: Day
  }
  init(_ inflow: Inflow) { self.inflow = inflow }

  mutating func into(_ unit: UnitVersion, asOf day: Day) -> Inflow.Found {
    let key = Key(unit: unit.id, day: day)
    if let known = into[key] { return known }
    var found = inflow.into(unit, asOf: day)
    if found.lastStep != nil { found.beside = beside(found.parts.map(\.unit), on: day) }
    into[key] = found
    return found
  }
  /// What was abolished beside communes, and may have gone where they went.
  private mutating func beside(_ parts: [UnitVersion], on day: Day) -> [UnitVersion] {
    let parents = Set(parts.filter { $0.level == .commune }.map(\.parent))
    guard !parents.isEmpty else { return [] }
    let all = lost[day] ?? inflow.lost(on: day)
    lost[day] = all
    return parents.sorted().flatMap { all[$0] ?? [] }
  }
  mutating func out(of unit: UnitVersion) -> Inflow.Outflow {
    if let known = out[unit.id] { return known }
    let found = inflow.out(of: unit)
    out[unit.id] = found
    return found
  }
}
