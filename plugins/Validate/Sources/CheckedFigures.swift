import Diagnostics
import StageKit
import Tables
import Units

/// Why a number cannot be compared with that of the year before.
enum SeriesBreak: Hashable {
  /// The year before is of another standard.
  case standard
  /// The unit is new, and more or less than units that went wholly into it.
  case boundary

  var phrase: Phrase {
    switch self {
    case .standard: Phrase(vi: "năm trước theo chuẩn khác", en: "the year before is of another standard")
    case .boundary:
      Phrase(vi: "đơn vị có địa giới khác năm trước", en: "the unit had other boundaries the year before")
    }
  }
}

/// The figures that rules look at.
struct CheckedFigures {
  let figures: FigureIndex
  let others: FigureIndex
  let units: UnitRegistry

  /// The last reviews of the year before whose counts add up to what is now the unit; none where there are no such.
  ///
  /// A new unit has those of the units that went wholly into it.
  func before(_ place: FigurePlace, in index: FigureIndex) -> [FigurePlace] {
    if let own = index.before(place) { return [own] }
    let found = parts(of: place)?.map { unit in
      index.before(
        FigurePlace(unit: unit, day: place.day, standard: place.standard, group: place.group))
    }
    guard let found, !found.contains(nil) else { return [] }
    return found.compactMap { $0 }
  }
  /// Why the year before cannot be compared; `nil` when it could be, and its numbers are missing.
  func seriesBreak(_ place: FigurePlace) -> SeriesBreak? {
    if figures.breaks(place) { return .standard }
    return isNew(place) && parts(of: place) == nil ? .boundary : nil
  }

  /// Whether the unit was not there at the end of the year before.
  private func isNew(_ place: FigurePlace) -> Bool {
    guard let unit = units.unit(id: place.unit) else { return false }
    return unit.validFrom.civil.year >= place.day.civil.year
  }
  /// The units that went wholly into a new one; `nil` where it was made in another way.
  private func parts(of place: FigurePlace) -> [String]? {
    guard isNew(place), let unit = units.unit(id: place.unit) else { return nil }
    let steps = units.predecessors(of: unit)
    guard !steps.isEmpty, steps.allSatisfy({ $0.extent == .full }) else { return nil }
    return steps.map(\.from)
  }
}
