import Spelling
public import Tables

extension UnitRegistry {
  /// Gives every unit that a name can mean, by level, code and day; never a nearest match.
  ///
  /// The type may be written out, shortened (`TP`, `TX`, `TT`, `H.`, `Q.`, `P.`, `X.`, `P1`) or left out, and units
  /// above it may follow after commas; what else does not count is said at `VietnameseName.folded`. For many names one
  /// after another `UnitSearch` is faster.
  /// - Parameters:
  ///   - name: The name as somebody wrote it.
  ///   - parents: Names that must be found among the units above it, in any order; each by the same rules.
  ///   - day: The day on which the unit is valid; `nil` for any.
  /// - Returns: The units, empty when none has the name.
  public func candidates(named name: String, within parents: [String] = [], on day: Day? = nil)
    -> [UnitVersion]
  {
    var search = UnitSearch(self)
    return search.units(named: name, within: parents, on: day)
  }
  /// The last day on which anything changes in the register: what is valid then is valid still.
  public var lastChange: Day { store.latest }
  /// The day on which to look at a unit when none is asked for: the last of its own, or of the register.
  public func lastDay(of unit: UnitVersion) -> Day {
    unit.validTo.map { Day(number: $0.number - 1) } ?? max(unit.validFrom, lastChange)
  }
}
