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
  /// The figure of one unit that counts, by measure: the one of the least precedence.
  typealias Values = [String: [String: Figure]]

  /// The sums, and what citizens should know of them: first the totals that differ, then those that could not be made,
  /// each newest first.
  ///
  /// - Throws: When a sum does not fit.
  func made(of figures: [Figure]) throws(StageError) -> (figures: [Figure], notices: [Notice]) {
    var bySeries: [Series: Values] = [:]
    for figure in figures {
      let series = Series(day: figure.asOf, standard: figure.standard, group: figure.group)
      let known = bySeries[series]?[figure.unit]?[figure.measure]
      if let known, (known.precedence, known.id) <= (figure.precedence, figure.id) { continue }
      bySeries[series, default: [:]][figure.unit, default: [:]][figure.measure] = figure
    }
    let leaves = LeafUnits(self, figures)
    var made: [Figure] = []
    var (different, incomplete): ([Notice], [Notice]) = ([], [])
    for series in bySeries.keys.sorted().reversed() {
      let values = bySeries[series] ?? [:]
      let below = units.units(at: from, on: series.day)
      let parts = measures.flatMap { self.parts(of: $0) }
      guard below.contains(where: { unit in parts.contains { values[unit.id]?[$0] != nil } }) else {
        continue
      }
      for above in units.units(on: series.day) where to.contains(above.level) {
        let members = members(of: above, among: below, on: series.day)
        let around = members.isEmpty ? LeafUnits.Found() : leaves.found(in: above, on: series.day)
        let sum = LevelSum(self, series, above, members + around.counted, values, around: around)
        let found = try sum.made()
        made += found.figures
        different += found.different
        incomplete += found.incomplete
        for list in lists where series.group == "all" && !members.isEmpty {
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

  /// The units of the level below that are in one above, on a day.
  private func members(of above: UnitVersion, among below: [UnitVersion], on day: Day) -> [UnitVersion] {
    switch above.level {
    case .country: below
    case .region:
      below.filter { unit in
        let province =
          unit.level == .province ? unit : units.ancestors(of: unit, on: day).first { $0.level == .province }
        return province.flatMap { units.region(of: $0, on: day) }?.id == above.id
      }
    case .province, .district, .commune:
      below.filter { units.ancestors(of: $0, on: day).contains { $0.id == above.id } }
    }
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
