import Spelling
public import Tables

/// Finds units by name, many names one after another.
///
/// It keeps what it works with from name to name, so that a list of many names takes little more than folding them.
public struct UnitSearch: Sendable {
  private let store: UnitStore
  private let index: NameIndex
  private var folder = NameFolder()
  /// The parents of the last look-up, which those of a list of names mostly share.
  private var parents: (names: [String], parsed: [ParentName]) = ([], [])

  /// A search in a register.
  public init(_ registry: UnitRegistry) { (store, index) = (registry.store, registry.names) }

  /// Gives every unit that a name can mean, by level, code and day; never a nearest match.
  ///
  /// - Parameters:
  ///   - name: The name as somebody wrote it; units above it may follow after commas.
  ///   - parents: Names that must be found among the units above it, in any order; each by the same rules, or a code
  ///     or an id.
  ///   - day: The day on which the unit is valid; `nil` for any.
  ///   - level: The level at which it stands; `nil` for any.
  /// - Returns: The units, empty when none has the name.
  public mutating func units(
    named name: some StringProtocol, within parents: [String] = [], on day: Day? = nil,
    at level: UnitLevel? = nil
  ) -> [UnitVersion] {
    places(named: name, within: parents, on: day, at: level).map { store.unit($0) }
  }
  /// Gives the same units as places in `UnitRegistry.units`, for those who need not make each of them.
  ///
  /// - Parameters:
  ///   - name: The name as somebody wrote it.
  ///   - parents: Names that must be found among the units above it.
  ///   - day: The day on which the unit is valid; `nil` for any.
  ///   - level: The level at which it stands; `nil` for any.
  /// - Returns: The places, in order.
  public mutating func places(
    named name: some StringProtocol, within parents: [String] = [], on day: Day? = nil,
    at level: UnitLevel? = nil
  ) -> [Int] {
    take(parents)
    let name = Substring(name)
    guard let comma = name.endOfFirstPart else {
      return found(ParsedName(name, index, &folder), within: self.parents.parsed, on: day, at: level)
    }
    let wanted = ParsedName(name[..<comma], index, &folder)
    let more = name[comma...].parts.map { ParentName(name: ParsedName($0, index, &folder)) }
    return found(wanted, within: more + self.parents.parsed, on: day, at: level)
  }
  /// Gives the units that have a code, as places in `UnitRegistry.units`.
  ///
  /// - Parameters:
  ///   - code: The code, with its leading zeros.
  ///   - parents: What must be found among the units above it.
  ///   - day: The day on which the unit is valid; `nil` for any.
  ///   - level: The level at which it stands; `nil` for any.
  /// - Returns: The places, earliest first.
  public mutating func places(
    ofCode code: String, within parents: [String] = [], on day: Day? = nil, at level: UnitLevel? = nil
  ) -> [Int] {
    take(parents)
    let all = store.history(code).map(Int.init).filter { isWanted($0, day, level) }
    guard !all.isEmpty, !parents.isEmpty else { return all }
    guard let lineage = Lineage(index, store, self.parents.parsed) else { return [] }
    return all.filter { lineage.holds($0, days(of: store.entries[$0], day), lineage.all) }
  }
  /// Reads the parents, unless they are those of the last look-up.
  private mutating func take(_ parents: [String]) {
    guard parents != self.parents.names else { return }
    let parts = parents.flatMap { Substring($0).parts }
    self.parents = (parents, parts.map { ParentName(ParsedName($0, index, &folder), $0.bare, store) })
  }
  private func days(of entry: UnitEntry, _ day: Day?) -> Range<Int32> {
    day.map { $0.number..<($0.number + 1) } ?? entry.from..<entry.to
  }
  private func isWanted(_ unit: Int, _ day: Day?, _ level: UnitLevel?) -> Bool {
    let entry = store.entries[unit]
    return (day.map { entry.isValid(on: $0.number) } ?? true) && (level == nil || level == entry.level)
  }
  private func found(
    _ wanted: ParsedName, within parents: [ParentName], on day: Day?, at level: UnitLevel?
  ) -> [Int] {
    var found: [Int] = []
    guard let lineage = Lineage(index, store, parents) else { return found }
    for reading in wanted.readings {
      for holder in index.holders(of: reading.name) {
        let unit = Int(holder)
        let entry = store.entries[unit]
        guard reading.type == nil || reading.type == entry.type, isWanted(unit, day, level),
          !found.contains(unit)
        else { continue }
        guard parents.isEmpty || lineage.holds(unit, days(of: entry, day), lineage.all) else { continue }
        found.append(unit)
      }
    }
    return found.count > 1 ? found.sorted() : found
  }
}

/// Whether names are found above a unit, all of them on one day.
private struct Lineage {
  private let index: NameIndex
  private let store: UnitStore
  private let parents: [ParentName]
  /// Whether one of the names can be that of a region.
  private let hasRegion: Bool
  /// A bit for each parent that is still to be found.
  let all: UInt64

  /// `nil` when one of the names is that of no unit.
  init?(_ index: NameIndex, _ store: UnitStore, _ parents: [ParentName]) {
    guard parents.count < 63, parents.allSatisfy({ !$0.isUnknown }) else { return nil }
    (self.index, self.store, self.parents) = (index, store, parents)
    all = (1 << UInt64(parents.count)) - 1
    hasRegion = parents.contains { parent in
      parent.isRegion
        || parent.name.readings.contains { reading in
          index.holders(of: reading.name).contains { store.entries[Int($0)].level == .region }
        }
    }
  }

  /// Whether the parents of `missing` stand above a unit on a day of `days`.
  func holds(_ unit: Int, _ days: Range<Int32>, _ missing: UInt64) -> Bool {
    let entry = store.entries[unit]
    for place in store.byCode[Int(entry.parent)] {
      let (parent, above) = (Int(place), store.entries[Int(place)])
      guard above.level < entry.level else { continue }
      let days = days.clamped(to: above.from..<above.to)
      guard !days.isEmpty else { continue }
      let left = missing & ~seen(parent)
      if left == 0 || holds(parent, days, left) { return true }
      if above.level == .province, inRegion(parent, days, left) { return true }
    }
    // A province itself may be asked for within its region.
    return entry.level == .province && missing == all && inRegion(unit, days, missing)
  }
  private func inRegion(_ province: Int, _ days: Range<Int32>, _ missing: UInt64) -> Bool {
    guard hasRegion else { return false }
    let code = store.entries[province].code
    for member in store.memberships where member.province == code {
      let days = days.clamped(to: member.from..<member.to)
      guard !days.isEmpty else { continue }
      for region in store.byCode[Int(member.region)] {
        let left = missing & ~seen(Int(region))
        if left != missing, left == 0 || holds(province, days, left) { return true }
      }
    }
    return false
  }
  private func seen(_ unit: Int) -> UInt64 {
    let (name, type) = (index.names[unit], store.entries[unit].type)
    var bits: UInt64 = 0
    let code = store.entries[unit].code
    for place in parents.indices
    where parents[place].name.matches(name, type) || parents[place].isCalled(code, unit) {
      bits |= 1 << UInt64(place)
    }
    return bits
  }
}

extension Substring {
  /// The end of the first part, where a comma, semicolon or bracket stands; `nil` when there is none.
  fileprivate var endOfFirstPart: Index? { utf8.firstIndex { $0 == 0x2C || $0 == 0x3B || $0 == 0x28 } }
  /// The text without blanks around it.
  var bare: String {
    let start = drop(while: \.isWhitespace)
    return String(
      start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
  }
  /// The parts between commas, semicolons and brackets that hold something.
  ///
  /// By bytes: these signs are ASCII, and looking for the ends of characters would take longer than all the rest.
  var parts: [Substring] {
    utf8.split { $0 == 0x2C || $0 == 0x3B || $0 == 0x28 || $0 == 0x29 }.map { Substring($0) }
      .filter { part in part.unicodeScalars.contains { !$0.properties.isWhitespace } }
  }
}
