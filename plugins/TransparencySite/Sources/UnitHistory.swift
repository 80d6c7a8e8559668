import SiteKit
import StageKit
import Units

import struct Tables.Day

// From when to when a unit is valid, what it was made of and what became of it.
extension SiteModel {
  func validity(of unit: UnitVersion) -> String {
    if unit.level == .country { return "" }
    guard unit.level != .region else { return words(.unitNoCode) }
    let from = unit.validFrom.vietnamese
    guard let until = unit.validTo, until <= edition.date else {
      return words(.unitValid, ["code": unit.code, "from": from])
    }
    return words(.unitValidUntil, ["code": unit.code, "from": from, "until": until.vietnamese])
  }
  /// The steps that had come about by the day of the edition.
  func steps(of unit: UnitVersion) -> [TemplateValue] {
    let later = units.successors(of: unit).compactMap { step in
      units.unit(id: step.to).map { (step, $0) }
    }.filter { $0.1.validFrom <= edition.date }
    let earlier = units.predecessors(of: unit).compactMap { step in
      units.unit(id: step.from).map { (step, $0) }
    }.filter { $0.1.name != unit.name || isShown($0.1) }
    return later.map { step, other in
      stepRecord(
        word(step, .unitBecame, .unitBecamePart, .unitBecameUnknown), other, day: other.validFrom.vietnamese)
    } + areaRecords(.unitAreaBecame, of: unit, later.map(\.1))
      + earlier.map { step, other in
        stepRecord(word(step, .unitWas, .unitWasPart, .unitWasUnknown), other)
      }
      + areaRecords(
        .unitAreaWas, of: unit, units.predecessors(of: unit).compactMap { units.unit(id: $0.from) })
  }
  /// How much went over: all, a part, or nobody says how much.
  private func word(
    _ step: Succession, _ full: SiteWord, _ partial: SiteWord, _ unstated: SiteWord
  ) -> SiteWord {
    switch step.extent {
    case .full: full
    case .partial: partial
    case .unstated: unstated
    }
  }
  /// What a move between countryside and town means for households: another income line.
  private func areaRecords(_ word: SiteWord, of unit: UnitVersion, _ others: [UnitVersion]) -> [TemplateValue]
  {
    let moved = others.filter { $0.area != nil && unit.area != nil && $0.area != unit.area }
    guard let first = moved.first, let own = unit.area, let other = first.area else { return [] }
    let day = word == .unitAreaBecame ? first.validFrom : unit.validFrom
    let names = moved.map { $0.name }.joined(separator: ", ")
    let (now, before) = word == .unitAreaBecame ? (other, own) : (own, other)
    var values = ["day": day.vietnamese, "units": names, "area": name(of: now)]
    if word == .unitAreaWas { values["before"] = name(of: before) }
    return [["text": .text(words(word, values)), "url": .nothing]]
  }
  func name(of area: AreaType) -> String { groupName("area:" + area.rawValue) ?? area.rawValue }

  /// The day since when a unit is of another area than one it was made of; `nil` when it never changed.
  func areaChange(of unit: UnitVersion) -> AreaChange? {
    guard let area = unit.area, unit.validFrom <= edition.date else { return nil }
    let earlier = units.predecessors(of: unit).compactMap { units.unit(id: $0.from)?.area }
    return earlier.contains { $0 != area } ? AreaChange(day: unit.validFrom, to: area) : nil
  }
  private func stepRecord(_ word: SiteWord, _ unit: UnitVersion, day: String = "") -> TemplateValue {
    [
      "text": .text(words(word, ["day": day, "unit": fullName(of: unit)])),
      "url": .optional(pathIfShown(unit)),
    ]
  }
}

/// A day since when households are judged by the income line of another area.
struct AreaChange: Sendable, Hashable {
  let day: Day
  let to: AreaType
}
