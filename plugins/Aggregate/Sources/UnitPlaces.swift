public import StageKit
import Tables
import Units

/// A level of the wide table.
public enum HouseholdLevel: String, OptionValue, CaseIterable {
  /// A commune.
  case commune
  /// A district.
  case district
  /// A province.
  case province

  /// The level of the register.
  var unitLevel: UnitLevel {
    switch self {
    case .commune: .commune
    case .district: .district
    case .province: .province
    }
  }
  /// Whether a code is one of the level by its digits: official codes have two of a province, three of a district, five of
  /// a commune.
  func isCode(_ code: String) -> Bool {
    let digits =
      switch self {
      case .province: 2
      case .district: 3
      case .commune: 5
      }
    return code.utf8.count == digits && code.utf8.allSatisfy { (48...57).contains($0) }
  }
}

/// In which unit of each level a row is.
struct UnitPlaces: Sendable {
  /// Where the codes of levels come from.
  enum Way: Sendable {
    /// A column for each level, in the order of the columns.
    case columns([HouseholdLevel])
    /// The register, by the code of the commune.
    case register(UnitRegistry, Day)
  }
  let way: Way
  /// The levels of the table, widest first.
  let levels: [HouseholdLevel]

  /// A unit of a level; its code is `nil` where that is missing in the rows.
  struct Place: Hashable {
    let level: HouseholdLevel
    let code: String?
  }
  /// What the codes of a row say.
  struct Found {
    var places: [Place] = []
    /// The code of a commune that there is not on the day.
    var unknown: String?
  }

  /// The units that a row with these codes is in, of the levels asked for.
  func found(_ codes: [ArraySlice<UInt8>?]) -> Found {
    let texts = codes.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    switch way {
    case .columns(let own):
      return Found(
        places: zip(own, texts).filter { levels.contains($0.0) }.map { Place(level: $0, code: $1) })
    case .register(let units, let day):
      let commune = Place(level: .commune, code: texts.first ?? nil)
      var found = Found(places: levels.contains(.commune) ? [commune] : [])
      guard let code = commune.code else { return found }
      guard let unit = units.counted(code: code, on: day) else {
        found.unknown = code
        return found
      }
      if unit.level == .district {
        found.places = levels.contains(.district) ? [Place(level: .district, code: code)] : []
      }
      for above in units.ancestors(of: unit, on: day) {
        for level in levels where level.unitLevel == above.level {
          found.places.append(Place(level: level, code: above.code))
        }
      }
      return found
    }
  }
}

extension UnitRegistry {
  /// The commune with a code on a day, or the district without communes that stands for one.
  func counted(code: String, on day: Day) -> UnitVersion? {
    if let commune = unit(code: code, level: .commune, on: day) { return commune }
    guard let district = unit(code: code, level: .district, on: day), children(of: district, on: day).isEmpty
    else { return nil }
    return district
  }
}
