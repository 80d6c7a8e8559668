import Figures
import StageKit
import Tables

/// What one row of a rule on figures is about.
struct FigurePlace: Hashable, Comparable {
  let unit: String
  let day: Day
  let standard: String
  let group: String
  static func < (a: Self, b: Self) -> Bool {
    (a.day, a.standard, a.group, a.unit) < (b.day, b.standard, b.group, b.unit)
  }
}

/// Figures by what they are about; of several the one counts that is used everywhere.
struct FigureIndex: Sendable {
  private struct Key: Hashable {
    let place: FigurePlace
    let measure: String
  }
  private struct Series: Hashable {
    let unit: String
    let standard: String
    let group: String
    let year: Int
  }
  private var figures: [Key: Figure] = [:]
  private var lastDays: [Series: Day] = [:]
  /// The standards of a unit in a year, whatever the group.
  private var standards: [Series: Set<String>] = [:]
  /// Everything that any figure is about, oldest first.
  private(set) var places: [FigurePlace] = []

  init(_ tables: [FigureTable]) {
    for figure in tables.flatMap(\.figures) {
      let place = FigurePlace(
        unit: figure.unit, day: figure.asOf, standard: figure.standard, group: figure.group)
      let key = Key(place: place, measure: figure.measure)
      if let known = figures[key], !figure.isUsed(before: known) { continue }
      figures[key] = figure
      let series = Series(
        unit: place.unit, standard: place.standard, group: place.group, year: place.day.civil.year)
      lastDays[series] = max(lastDays[series] ?? place.day, place.day)
      let any = Series(unit: place.unit, standard: "", group: place.group, year: place.day.civil.year)
      standards[any, default: []].insert(place.standard)
    }
    places = Set(figures.keys.map(\.place)).sorted()
  }

  /// The figure of a measure.
  func figure(_ measure: String, _ place: FigurePlace) -> Figure? {
    figures[Key(place: place, measure: measure)]
  }
  /// The last review of the year before, of the same unit, standard and group.
  func before(_ place: FigurePlace) -> FigurePlace? {
    let series = Series(
      unit: place.unit, standard: place.standard, group: place.group, year: place.day.civil.year - 1)
    return lastDays[series].map {
      FigurePlace(unit: place.unit, day: $0, standard: place.standard, group: place.group)
    }
  }
  /// Whether the unit had figures in the year before by another standard only, so that the series breaks.
  func breaks(_ place: FigurePlace) -> Bool {
    let any = Series(unit: place.unit, standard: "", group: place.group, year: place.day.civil.year - 1)
    let before = standards[any] ?? []
    return !before.isEmpty && !before.contains(place.standard)
  }
}
extension Figure {
  /// The value as a whole number; `nil` when there is none, and when it is no count.
  var wholeCount: Int64? {
    guard case .amount(let amount)? = value else { return nil }
    return amount.whole
  }
}
