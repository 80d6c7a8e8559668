import Spelling
public import Tables

/// Finds units by name, many names one after another.
///
/// It keeps what it works with from name to name, so that a list of many names takes little more than folding them.
public struct UnitSearch: Sendable {
  private let registry: UnitRegistry
  private var folder = NameFolder()
  /// The parents of the last look-up, which those of a list of names mostly share.
  private var parents: (names: [String], parsed: [ParsedName]) = ([], [])

  /// A search in a register.
  public init(_ registry: UnitRegistry) { self.registry = registry }

  /// Gives every unit that a name can mean, by level, code and day; never a nearest match.
  ///
  /// - Parameters:
  ///   - name: The name as somebody wrote it; units above it may follow after commas.
  ///   - parents: Names that must be found among the units above it, in any order; each by the same rules.
  ///   - day: The day on which the unit is valid; `nil` for any.
  ///   - level: The level at which it stands; `nil` for any.
  /// - Returns: The units, empty when none has the name.
  public mutating func units(
    named name: some StringProtocol, within parents: [String] = [], on day: Day? = nil,
    at level: UnitLevel? = nil
  ) -> [UnitVersion] {
    places(named: name, within: parents, on: day, at: level).map { registry.units[$0] }
  }
  /// The same as places in the list of units of the register.
  mutating func places(
    named name: some StringProtocol, within parents: [String], on day: Day?, at level: UnitLevel?
  ) -> [Int] {
    let index = registry.names
    if parents != self.parents.names {
      let parts = parents.flatMap { $0.parts }
      self.parents = (parents, parts.map { ParsedName($0, index, &folder) })
    }
    guard let comma = name.endOfFirstPart else {
      return found(ParsedName(name, index, &folder), within: self.parents.parsed, on: day, at: level)
    }
    let wanted = ParsedName(name[..<comma], index, &folder)
    let more = name[comma...].parts.map { ParsedName($0, index, &folder) }
    return found(wanted, within: more + self.parents.parsed, on: day, at: level)
  }
  private func found(
    _ wanted: ParsedName, within parents: [ParsedName], on day: Day?, at level: UnitLevel?
  ) -> [Int] {
    let (index, rows) = (registry.names, registry.rows)
    var found: [Int] = []
    guard parents.count < 63, parents.allSatisfy({ !$0.readings.isEmpty }) else { return found }
    let lineage = Lineage(index: index, rows: rows, parents: parents)
    for reading in wanted.readings {
      for holder in index.holders(of: reading.name) {
        let unit = Int(holder)
        guard reading.type == nil || reading.type == rows.types[unit],
          level == nil || level == rows.levels[unit], !found.contains(unit)
        else { continue }
        var days = rows.days(of: unit)
        if let day {
          guard days.contains(day.number) else { continue }
          days = day.number..<(day.number + 1)
        }
        guard parents.isEmpty || lineage.holds(unit, days, lineage.all) else { continue }
        found.append(unit)
      }
    }
    return found.count > 1 ? found.sorted() : found
  }
}

/// Whether names are found above a unit, all of them on one day.
private struct Lineage {
  let index: NameIndex
  let rows: UnitRows
  let parents: [ParsedName]
  /// A bit for each parent that is still to be found.
  var all: UInt64 { (1 << UInt64(parents.count)) - 1 }

  /// Whether the parents of `missing` stand above a unit on a day of `days`.
  func holds(_ unit: Int, _ days: Range<Int32>, _ missing: UInt64) -> Bool {
    let level = rows.levels[unit]
    for parent in rows.above(unit).lazy.map(Int.init) where rows.levels[parent] < level {
      let days = days.clamped(to: rows.days(of: parent))
      guard !days.isEmpty else { continue }
      let left = missing & ~seen(parent)
      if left == 0 || holds(parent, days, left) { return true }
      if rows.levels[parent] == .province, inRegion(parent, days, left) { return true }
    }
    // A province itself may be asked for within its region.
    return level == .province && missing == all && inRegion(unit, days, missing)
  }
  private func inRegion(_ province: Int, _ days: Range<Int32>, _ missing: UInt64) -> Bool {
    for (regions, member) in rows.regions(of: province) {
      let days = days.clamped(to: member)
      guard !days.isEmpty else { continue }
      for region in regions {
        let left = missing & ~seen(Int(region))
        if left != missing, left == 0 || holds(province, days, left) { return true }
      }
    }
    return false
  }
  private func seen(_ unit: Int) -> UInt64 {
    let (name, type) = (index.names[unit], rows.types[unit])
    var bits: UInt64 = 0
    for place in parents.indices where parents[place].matches(name, type) { bits |= 1 << UInt64(place) }
    return bits
  }
}

extension StringProtocol {
  /// The end of the first part, where a comma, semicolon or bracket stands; `nil` when there is none.
  fileprivate var endOfFirstPart: Index? { utf8.firstIndex { $0 == 0x2C || $0 == 0x3B || $0 == 0x28 } }
  /// The parts between commas, semicolons and brackets that hold something.
  var parts: [SubSequence] {
    split { $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" }.filter { part in
      part.unicodeScalars.contains { !$0.properties.isWhitespace }
    }
  }
}
