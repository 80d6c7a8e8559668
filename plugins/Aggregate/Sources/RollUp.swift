import Diagnostics
import Figures
import StageKit
import Tables
import Units

/// Adds counts up by the hierarchy of each day.
///
/// A sum is made only when every unit below has a value: missing is not zero.
struct RollUp: Sendable {
  let measures: [String]
  /// Counts that are the sum of others.
  let sums: [String: [String]]
  let from: UnitLevel
  let to: [UnitLevel]
  let units: UnitRegistry
  let edition: String
  /// The lists of places whose members are added up too, as groups `places:…`.
  var lists: [String] = []

  /// What is added up together: figures of one day, standard and group.
  struct Series: Hashable, Comparable {
    let day: Day
    let standard: String
    let group: String
    static func < (a: Self, b: Self) -> Bool {
      (a.day, a.standard, a.group) < (b.day, b.standard, b.group)
    }
  }
  /// The figure of one unit that counts, by measure: the one used before all others.
  typealias Values = [String: [String: Figure]]

  /// The sums, and what citizens should know of them: first the totals that differ, then those that could not be made,
  /// each newest first.
  ///
  /// - Throws: When a sum does not fit.
  func made(of figures: [Figure]) throws(StageError) -> (figures: [Figure], notices: [Notice]) {
    var bySeries: [Series: Values] = [:]
    for figure in figures {
      let series = Series(
        day: figure.asOf, standard: figure.standard, group: GroupLabel.folded(label: figure.group))
      let known = bySeries[series]?[figure.unit]?[figure.measure]
      if let known, !figure.isUsed(before: known) { continue }
      bySeries[series, default: [:]][figure.unit, default: [:]][figure.measure] = figure
    }
    let leaves = LeafUnits(self, figures)
    let parts = Set(measures.flatMap { self.parts(of: $0) })
    let to = UnitLevel.allCases.filter(to.contains)
    var membersByDay: [Day: [String: [UnitVersion]]] = [:]
    var made: [Figure] = []
    var (different, incomplete): ([Notice], [Notice]) = ([], [])
    for series in bySeries.keys.sorted().reversed() {
      let values = bySeries[series] ?? [:]
      let inside: [String: [UnitVersion]]
      if let known = membersByDay[series.day] {
        inside = known
      } else {
        inside = membersByUnit(on: series.day)
        membersByDay[series.day] = inside
      }
      for above in to.flatMap({ units.units(at: $0, on: series.day) }) {
        let members = inside[above.id] ?? []
        guard members.contains(where: { unit in parts.contains { values[unit.id]?[$0] != nil } }) else {
          continue
        }
        let around = leaves.found(in: above, on: series.day)
        let sum = LevelSum(self, series, above, members + around.counted, values, around: around)
        let found = try sum.made()
        made += found.figures
        different += found.different
        incomplete += found.incomplete
        for list in lists where series.group == "all" {
          let sum = ListSum(self, series, above, members, values, list)
          let found = try sum.made(published: bySeries[sum.series]?[above.id] ?? [:], leaves)
          made += found.figures
          different += found.different
          incomplete += found.incomplete
        }
      }
    }
    return (made, different + incomplete)
  }

  /// The units of the level that is added up in each unit above, on a day.
  private func membersByUnit(on day: Day) -> [String: [UnitVersion]] {
    var found: [String: [UnitVersion]] = [:]
    for unit in units.units(at: from, on: day) {
      let above = units.ancestors(of: unit, on: day)
      for one in above { found[one.id, default: []].append(unit) }
      let province = ([unit] + above).first { $0.level == .province }
      let region = province.flatMap { units.region(of: $0, on: day) }
      if let region { found[region.id, default: []].append(unit) }
    }
    return found
  }
  /// The counts that make a measure.
  private func parts(of measure: String) -> [String] { sums[measure] ?? [measure] }
  /// The count of a unit and the figures it is made of; `nil` when one of them is missing.
  func count(_ measure: String, of unit: UnitVersion, _ values: Values) -> (
    value: FixedPoint, parts: [Figure]
  )? {
    var total = 0 as FixedPoint
    var parts: [Figure] = []
    for part in self.parts(of: measure) {
      guard let figure = values[unit.id]?[part], case .amount(let amount)? = figure.value,
        let sum = total + amount
      else { return nil }
      total = sum
      parts.append(figure)
    }
    return (total, parts)
  }
}
