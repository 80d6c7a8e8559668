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
      stepRecord(step.extent == .full ? .unitBecame : .unitBecamePart, other, day: other.validFrom.vietnamese)
    } + earlier.map { step, other in stepRecord(step.extent == .full ? .unitWas : .unitWasPart, other) }
  }
  private func stepRecord(_ word: SiteWord, _ unit: UnitVersion, day: String = "") -> TemplateValue {
    [
      "text": .text(words(word, ["day": day, "unit": fullName(of: unit)])),
      "url": .optional(pathIfShown(unit)),
    ]
  }
}
