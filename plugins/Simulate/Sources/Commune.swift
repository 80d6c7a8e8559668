import Tables
import Units

/// Where households are: a code and the area by which their income line is chosen.
struct Commune: Sendable {
  let code: String
  let area: AreaType
  /// The day from which on it is this commune; `nil` when it always was.
  var since: Day?

  /// A code that no commune has.
  static let unknown = "99999"
  /// Communes of an invented province; every fourth is urban.
  ///
  /// Codes from 90001 on are those of no commune of the country.
  static func invented(_ count: Int) -> [Commune] {
    (0..<count).map { Commune(code: String(90_001 + $0), area: $0 % 4 == 3 ? .urban : .rural) }
  }
  /// The communes of a register on a day; those whose type leaves the area open are left out.
  static func all(in register: UnitRegistry, on day: Day) -> [Commune] {
    register.units(at: .commune, on: day).compactMap { unit in
      unit.area.map { Commune(code: unit.code, area: $0, since: unit.validFrom) }
    }
  }
}
