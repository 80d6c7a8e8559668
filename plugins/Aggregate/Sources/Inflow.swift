import Plans
import Tables
import Units

/// What became of units between the day of a figure and that of the boundaries wanted, followed by the days of the steps.
///
/// A step counts as a whole only when it is `full` and the only one that leaves its unit; any other needs a share.
struct Inflow {
  /// A unit of the day of the figures that is in one of the boundaries wanted.
  struct Part: Equatable {
    let unit: UnitVersion
    /// How much of it, of 1; `nil` when a step on the way has no share.
    let share: Fraction?
  }
  /// Everything that is in a unit.
  struct Found {
    /// The units of the day, by id.
    var parts: [Part] = []
    /// Steps of which a part went in, and nobody says how large.
    var open: [Succession] = []
    /// Units of which the register does not say what they were made of.
    var unknown: [UnitVersion] = []
    /// Units beside the parts that were abolished without a word on what became of them: they may be in it too.
    var beside: [UnitVersion] = []
    /// The day of the last step; `nil` when nothing changed.
    var lastStep: Day?
  }
  /// Where a unit went: units of the boundaries wanted with how much of it.
  struct Outflow {
    var shares: [String: Fraction] = [:]
    /// Whether all of it is accounted for.
    var isWhole = true
  }

  let units: UnitRegistry
  let shares: [[String]: Fraction]
  /// The day of the boundaries wanted.
  let to: Day

  /// Of which units of a day a unit is made.
  func into(_ unit: UnitVersion, asOf day: Day) -> Found {
    var found = Found()
    var byID: [String: (unit: UnitVersion, share: Fraction?)] = [:]
    collect(unit, Fraction(1), asOf: day, &byID, &found)
    found.parts = byID.values.filter { $0.share != Fraction(0) }
      .map { Part(unit: $0.unit, share: $0.share) }.sorted { $0.unit.id < $1.unit.id }
    return found
  }
  private func collect(
    _ unit: UnitVersion, _ share: Fraction?, asOf day: Day,
    _ parts: inout [String: (unit: UnitVersion, share: Fraction?)], _ found: inout Found
  ) {
    if unit.isValid(on: day) {
      // By two ways into one unit: what went the one way and what went the other.
      let before = parts[unit.id]
      let sum = before.map { before in before.share.flatMap { a in share.flatMap { a + $0 } } } ?? share
      parts[unit.id] = (unit, sum)
    }
    let steps = units.predecessors(of: unit).compactMap { step in
      self.units.unit(id: step.from).map { (step, $0) }
    }
    .filter { _, from in from.validTo.map { $0 > day && $0 <= to } ?? false }
    if steps.isEmpty, !unit.isValid(on: day) { found.unknown.append(unit) }
    for (step, from) in steps {
      let part = self.share(of: step, from)
      if part == nil, !found.open.contains(step) { found.open.append(step) }
      found.lastStep = [found.lastStep, from.validTo].compactMap { $0 }.max()
      collect(from, share.flatMap { a in part.flatMap { a * $0 } }, asOf: day, &parts, &found)
    }
  }

  /// Units of a day that ended before the boundaries wanted and have no successor, by the unit they were in.
  func lost(on day: Day) -> [String: [UnitVersion]] {
    Dictionary(
      grouping: units.units(at: .commune, on: day).filter { unit in
        (unit.validTo.map { $0 <= to } ?? false) && units.successors(of: unit).isEmpty
      }, by: \.parent)
  }
  /// Into which units of the boundaries wanted a unit went.
  func out(of unit: UnitVersion) -> Outflow {
    var found = Outflow()
    follow(unit, Fraction(1), &found)
    return found
  }
  private func follow(_ unit: UnitVersion, _ share: Fraction, _ found: inout Outflow) {
    if unit.isValid(on: to) {
      guard let sum = (found.shares[unit.id] ?? Fraction(0)) + share else { return found.isWhole = false }
      found.shares[unit.id] = sum
      return
    }
    let steps = units.successors(of: unit)
    if steps.isEmpty { found.isWhole = false }
    for step in steps {
      guard let next = units.unit(id: step.to) else { continue }
      // Where a share is missing the unit is still worth looking at: the refusal is told there.
      let part = self.share(of: step, unit)
      if part == nil { found.isWhole = false }
      guard let product = share * (part ?? Fraction(0)) else {
        found.isWhole = false
        continue
      }
      follow(next, product, &found)
    }
  }

  /// How much of a unit went the way of a step; `nil` when nobody says.
  private func share(of step: Succession, _ from: UnitVersion) -> Fraction? {
    if step.extent == .full, units.successors(of: from).count == 1 { return Fraction(1) }
    return shares[[step.from, step.to]]
  }
}
