import Figures
import Tables
import Units

/// Who is in whom on a day, as counts are added up: communes, districts, provinces, regions, the country.
struct Hierarchy {
  private struct Place: Hashable {
    let unit: String
    let day: Day
  }
  private let units: UnitRegistry
  private var known: [Place: [String]] = [:]
  private var there: [Place: Bool] = [:]
  /// The units of the lists of places that were asked for, by list and day.
  private var lists: [Place: Set<String>] = [:]

  init(_ units: UnitRegistry) { self.units = units }

  /// The ids of the units above one on a day, nearest first.
  ///
  /// A unit that is not there on the day is in none: that above it by its code may be another, of the same code.
  mutating func above(_ id: String, on day: Day) -> [String] {
    let place = Place(unit: id, day: day)
    if let found = known[place] { return found }
    var found: [String] = []
    if let unit = units.unit(id: id), unit.isThere(on: day) {
      for step in [unit] + units.ancestors(of: unit, on: day) {
        if step.id != id { found.append(step.id) }
        if step.level == .province, let region = units.region(of: step, on: day) { found.append(region.id) }
      }
    }
    known[place] = found
    return found
  }
  /// The ids of the units that are known to be on a list of places on a day.
  mutating func members(of list: String, on day: Day) -> Set<String> {
    let place = Place(unit: list, day: day)
    if let found = lists[place] { return found }
    let found = Set(units.lists.members(of: list, on: day))
    lists[place] = found
    return found
  }
  /// Whether all that are on a list of places on a day are known.
  func isComplete(_ list: String, on day: Day) -> Bool { units.lists.reason(against: list, on: day) == nil }
  /// The province of a unit, which everything in it is compared with; the unit itself above provinces.
  mutating func top(_ id: String, on day: Day) -> String {
    let all = [id] + above(id, on: day)
    return all.first { units.unit(id: $0)?.level == .province } ?? id
  }
  /// Whether a figure was carried over from the boundaries of its day to others, or speaks of a unit not there on its day.
  mutating func isCarried(_ figure: Figure) -> Bool {
    !figure.boundary.isEmpty || !isThere(figure.unit, on: figure.asOf)
  }
  /// Whether there is a unit on a day; one that the register does not know is taken to be there.
  mutating func isThere(_ id: String, on day: Day) -> Bool {
    let place = Place(unit: id, day: day)
    if let found = there[place] { return found }
    let found = units.unit(id: id)?.isThere(on: day) ?? true
    there[place] = found
    return found
  }
  /// Whether every unit in one on a day is among some, itself or through all those in it.
  func isCovered(_ id: String, by present: Set<String>, on day: Day) -> Bool {
    guard let unit = units.unit(id: id) else { return false }
    let below = units.children(of: unit, on: day)
    return !below.isEmpty
      && below.allSatisfy { present.contains($0.id) || isCovered($0.id, by: present, on: day) }
  }
  /// Whether a unit is a commune; one that the register does not know is taken for one.
  func isCommune(_ id: String) -> Bool { units.unit(id: id).map { $0.level == .commune } ?? true }
}

extension UnitVersion {
  /// Whether it is there on a day; the country and regions have one id for all their days.
  fileprivate func isThere(on day: Day) -> Bool { level < .province || isValid(on: day) }
}
