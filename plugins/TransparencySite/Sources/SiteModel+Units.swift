import Plans
import StageKit
import Units

import struct Tables.Day

// What units are called, and what stands around them.
extension SiteModel {
  /// The day on which the units around a unit are looked up: the first of its plan, which speaks of the place as it then
  /// was; without a plan that of the edition, or its own last one.
  func day(of unit: UnitVersion) -> Day {
    let wanted = plans.first { $0.unit.id == unit.id }?.plan.from ?? edition.date
    let last = unit.validTo.map { Day(number: $0.number - 1) }
    return max(unit.validFrom, min(last ?? wanted, wanted))
  }
  /// The units above, nearest first, without the country.
  func ancestors(of unit: UnitVersion) -> [UnitVersion] {
    units.ancestors(of: unit, on: day(of: unit)).filter { $0.level != .country }
  }
  /// The name with those of the units above it for a district or a commune: `Xã A, huyện B, tỉnh C`.
  ///
  /// Units of one name that both have a page are told apart by their days.
  func fullName(of unit: UnitVersion) -> String {
    let names = [unit.name] + ancestors(of: unit).map(\.name.lowercasedFirst)
    let name = names.joined(separator: ", ")
    guard isAmbiguous(unit) else { return name }
    if let until = unit.validTo { return words(.unitUntil, ["unit": name, "day": until.vietnamese]) }
    return words(.unitFrom, ["unit": name, "day": unit.validFrom.vietnamese])
  }
  /// The units within, on the day on which `day(of:)` says.
  func members(of unit: UnitVersion) -> [UnitVersion] {
    units.children(of: unit, on: day(of: unit)).filter(isShown).sorted {
      ($0.sortKey, $0.id) < ($1.sortKey, $1.id)
    }
  }
}
