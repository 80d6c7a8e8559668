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
  /// What a total is of, whatever its day.
  private struct Total: Hashable {
    let unit: String
    let group: String
    let measure: String
  }
  /// How many households and people there are at all, which no standard says, and which have a day of their own.
  static let totals: Set = ["households", "persons", "plan_base_households", "plan_base_persons"]

  private var figures: [Key: Figure] = [:]
  private var lastDays: [Series: Day] = [:]
  /// The standards of a unit in a year, whatever the group.
  private var standards: [Series: Set<String>] = [:]
  /// The days of totals without a standard, the oldest first.
  private var totalDays: [Total: [Day]] = [:]
  /// Everything that any figure is about, oldest first.
  private(set) var places: [FigurePlace] = []
  /// The measures of all figures, by name.
  private(set) var measures: [String] = []

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
    measures = Set(figures.keys.map(\.measure)).sorted()
    findTotals()
  }
  private mutating func findTotals() {
    for place in places where place.standard.isEmpty {
      for measure in Self.totals where own(measure, place)?.wholeCount != nil {
        totalDays[Total(unit: place.unit, group: place.group, measure: measure), default: []].append(
          place.day)
      }
    }
  }

  /// The measures that a name stands for: with a `*` at its end, all that begin so.
  func named(_ name: String) -> [String] {
    name.hasSuffix("*") ? measures.filter { $0.hasPrefix(name.dropLast()) } : [name]
  }
  /// The figure of a measure of the place itself.
  func own(_ measure: String, _ place: FigurePlace) -> Figure? {
    figures[Key(place: place, measure: measure)]
  }
  /// The figure of a measure; of a total that no standard is said of, the last one of the year that is not of a later day.
  ///
  /// One of an earlier year is of other households, and says nothing of the place.
  func figure(_ measure: String, _ place: FigurePlace) -> Figure? {
    let own = own(measure, place)
    guard own?.value == nil, !place.standard.isEmpty,
      let days = totalDays[Total(unit: place.unit, group: place.group, measure: measure)],
      let day = days.last(where: { $0 <= place.day && $0.civil.year == place.day.civil.year })
    else { return own }
    return self.own(measure, FigurePlace(unit: place.unit, day: day, standard: "", group: place.group))
  }
  /// All totals of a unit and group up to the day of a place, without a standard, and the one of the place itself.
  func totals(_ measure: String, _ place: FigurePlace) -> [Figure] {
    let days = totalDays[Total(unit: place.unit, group: place.group, measure: measure)] ?? []
    let older = days.filter { $0 <= place.day }.compactMap {
      own(measure, FigurePlace(unit: place.unit, day: $0, standard: "", group: place.group))
    }
    return older + (own(measure, place).map { [$0] } ?? [])
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
  ///
  /// What is of no standard at all, as totals are, says nothing of that.
  func breaks(_ place: FigurePlace) -> Bool {
    let any = Series(unit: place.unit, standard: "", group: place.group, year: place.day.civil.year - 1)
    let before = (standards[any] ?? []).subtracting(place.standard.isEmpty ? [] : [""])
    return !before.isEmpty && !before.contains(place.standard)
  }
}
extension Figure {
  /// The value as a whole number; `nil` when there is none, and when it is no count.
  var wholeCount: Int64? {
    guard case .amount(let amount)? = value else { return nil }
    return amount.whole
  }
  /// The day of a total that is older than the place it is asked about; nothing when it is of the same.
  func ownDay(at place: FigurePlace) -> (vi: String, en: String) {
    asOf == place.day ? ("", "") : (" (ngày \(asOf.vietnamese))", " (of \(asOf.iso))")
  }
}
