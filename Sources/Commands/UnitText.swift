import Diagnostics
import StageKit
import Tables
import Units

// Units as the commands `units …` write them.
extension UnitRegistry {
  /// A unit for programs, with the names of those above it.
  func json(_ unit: UnitVersion, on day: Day?) -> JSON {
    [
      "id": .string(unit.id), "code": .string(unit.code), "name": .string(unit.name),
      "type": .string(unit.type.rawValue), "level": .string(unit.level.rawValue),
      "area": unit.area.map { .string($0.rawValue) } ?? .null, "valid_from": .string(unit.validFrom.iso),
      "valid_to": unit.validTo.map { .string($0.iso) } ?? .null,
      "above": .array(above(unit, on: day).map { .string($0.name) }),
    ]
  }
  /// The day since which there has been no unit of the level of one, when it ended with its level.
  func endOfLevel(_ unit: UnitVersion) -> Day? {
    guard let end = unit.validTo, unit.level > .province, successors(of: unit).isEmpty,
      units(at: unit.level, on: end).isEmpty
    else { return nil }
    return end
  }
  /// A step to another unit, or from one, in one line: the unit and how much of it.
  func line(_ step: Succession, to other: UnitVersion) -> Phrase {
    let (unit, extent) = (line(other), step.extent.phrase)
    return Phrase(vi: "\(unit.vi): \(extent.vi)", en: "\(unit.en): \(extent.en)")
  }
  /// The same for programs.
  func json(_ step: Succession, to other: UnitVersion) -> JSON {
    [
      "id": .string(other.id), "name": .string(other.name), "extent": .string(step.extent.rawValue),
      "source": .string(step.source),
    ]
  }
}

extension Succession.Extent {
  /// How much of a unit went into another, in words.
  var phrase: Phrase {
    switch self {
    case .full: Phrase(vi: "toàn bộ", en: "all of it")
    case .partial: Phrase(vi: "một phần", en: "a part of it")
    case .unstated: Phrase(vi: "danh mục không nói toàn bộ hay một phần", en: "all or a part is not said")
    }
  }
}

extension UnitLevel {
  /// That a unit ended with its whole level, which nothing took the place of.
  func ended(on day: Day) -> Phrase {
    Phrase(
      vi: "từ \(day.vietnamese) không còn \(phrase.vi), nên không có đơn vị kế tiếp",
      en: "since \(day.iso) there is no \(phrase.en) level any more, so nothing took its place")
  }
}

extension AreaType {
  /// The word for it.
  var phrase: Phrase {
    switch self {
    case .urban: Phrase(vi: "thành thị", en: "urban")
    case .rural: Phrase(vi: "nông thôn", en: "rural")
    }
  }
}
