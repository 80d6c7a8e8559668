import Spelling
public import Tables

extension UnitRegistry {
  /// Gives every unit that a name can mean, by level, code and day; never a nearest match.
  ///
  /// The type may be written out, shortened (`TP`, `TX`, `TT`, `H.`, `Q.`, `P.`, `X.`) or left out; what else does not
  /// count is said at `VietnameseName.folded`.
  /// - Parameters:
  ///   - name: The name as somebody wrote it.
  ///   - parents: Names that must be found among the units above it, in any order; each by the same rules.
  ///   - day: The day on which the unit is valid; `nil` for any.
  /// - Returns: The units, empty when none has the name.
  public func candidates(named name: String, within parents: [String] = [], on day: Day? = nil)
    -> [UnitVersion]
  {
    let folded = parents.map { ParsedName($0) }
    return named(ParsedName(name)).filter { unit in
      guard day.map(unit.isValid(on:)) ?? true else { return false }
      guard !folded.isEmpty else { return true }
      let above = lineage(of: unit, on: day)
      return folded.allSatisfy { parent in above.contains { parent.matches($0) } }
    }
  }
  private func named(_ name: ParsedName) -> [UnitVersion] {
    var found: Set<Int> = []
    for reading in name.readings {
      for index in byName[reading.bare] ?? [] where reading.type == nil || reading.type == units[index].type {
        found.insert(index)
      }
    }
    return found.sorted().map { units[$0] }
  }
  /// The units above one and the region of its province; without a day, on the first day they are known together.
  private func lineage(of unit: UnitVersion, on day: Day?) -> [UnitVersion] {
    let day = day ?? max(unit.validFrom, Self.firstDay)
    let above = ancestors(of: unit, on: day)
    let province = ([unit] + above).first { $0.level == .province }
    return above + (province.flatMap { region(of: $0, on: day) }.map { [$0] } ?? [])
  }
}

/// A name taken apart into type and bare name, in every way it can be read.
struct ParsedName {
  struct Reading: Hashable {
    let type: UnitType?
    let bare: String
  }
  let readings: [Reading]

  init(_ text: String) {
    let key = VietnameseName.folded(text)
    var readings = [Reading(type: nil, bare: key)]
    for (prefix, type) in Self.prefixes where key.utf8.starts(with: prefix.utf8) {
      let rest = String(decoding: key.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
      if !rest.isEmpty { readings.append(Reading(type: type, bare: rest)) }
    }
    self.readings = readings
  }
  /// Whether a unit can be meant.
  func matches(_ unit: UnitVersion) -> Bool {
    let bare = VietnameseName.folded(unit.bareName)
    return readings.contains { $0.bare == bare && ($0.type == nil || $0.type == unit.type) }
  }
  private static let prefixes: [(String, UnitType)] = UnitType.allCases.flatMap { type in
    ([type.rawValue] + type.abbreviations).map { (VietnameseName.folded($0) + " ", type) }
  }
}
