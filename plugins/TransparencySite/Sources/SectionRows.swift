import Figures

import struct Tables.Day

/// The rows of one section of a unit's page: what is shown, and what is withheld on every day.
struct SectionRows {
  /// A row: one measure, of each class where classes stand side by side.
  struct Row {
    let measures: [SiteMeasure]
    var measure: String { measures[0].measure }
    var group: String { measures[0].group }
  }
  /// The days and the figures, without days that have none here.
  let table: SeriesTable
  /// The whole table, of which this is a part.
  let whole: SeriesTable
  /// The rows with something to read.
  let shown: [Row]
  /// The rows of which every figure is withheld, with the number of figures.
  let withheld: [(row: Row, count: Int)]
  /// The classes that stand side by side; none where a day has but one column.
  let classes: [String]

  /// The rows of a section; `nil` when the unit has no figure there.
  init?(_ section: UnitSection, of whole: SeriesTable, _ names: IndicatorNames) {
    let columns = whole.columns.filter { UnitSection($0) == section }
    guard !columns.isEmpty else { return nil }
    let isByClass = section == .deprivations
    classes = isByClass ? UnitSection.classes.filter { name in columns.contains { $0.group == name } } : []
    let rows = isByClass ? Self.byClass(columns, classes, whole, names) : columns.map { Row(measures: [$0]) }
    var (shown, withheld): ([Row], [(row: Row, count: Int)]) = ([], [])
    for row in rows {
      let figures = whole.rows.flatMap { day in row.measures.compactMap { day.figures[$0] } }
      if figures.allSatisfy({ $0.status == .withheld }) {
        withheld.append((row, figures.count))
      } else if section.isByGroup, figures.allSatisfy({ $0.status == .notApplicable }) {
        // The rates of a group of whom there is nobody: its counts say so.
        continue
      } else {
        shown.append(row)
      }
    }
    (self.whole, self.shown, self.withheld) = (whole, shown, withheld)
    table = whole.only(shown.flatMap(\.measures))
  }
  /// A row an indicator, in the official order.
  private static func byClass(
    _ columns: [SiteMeasure], _ classes: [String], _ table: SeriesTable, _ names: IndicatorNames
  ) -> [Row] {
    let standard = table.rows.last { row in columns.contains { row.figures[$0] != nil } }?.standard
    let order = Set(columns.map(\.measure)).map { (names.rank(ofMeasure: $0, under: standard), $0) }.sorted(
      by: <)
    return order.map { _, measure in Row(measures: classes.map { SiteMeasure(measure, group: $0) }) }
  }

  /// The rows of each part of the population, in order.
  var byGroup: [(group: String, rows: [Row])] {
    var found: [(group: String, rows: [Row])] = []
    for row in shown {
      if found.last?.group == row.group {
        found[found.count - 1].rows.append(row)
      } else {
        found.append((row.group, [row]))
      }
    }
    return found
  }
  /// The number of figures that are told by a sentence alone.
  var withheldCount: Int { withheld.reduce(0) { $0 + $1.count } }
}

extension SeriesTable {
  /// The same with days to which no standard applies in the row of another day of their year, as far as there is room: a
  /// total of October stands with the poor of December.
  var joinedByYear: SeriesTable {
    var joined = rows.filter { !$0.standard.isEmpty }
    for row in rows where row.standard.isEmpty {
      let fitting = joined.lastIndex {
        $0.day.year == row.day.year && $0.boundary == row.boundary && !$0.standard.isEmpty
          && Set($0.figures.keys).isDisjoint(with: row.figures.keys)
      }
      guard let fitting else {
        joined.insert(row, at: joined.firstIndex { $0.day > row.day } ?? joined.endIndex)
        continue
      }
      let other = joined[fitting]
      joined[fitting] = Row(
        day: other.day, standard: other.standard, boundary: other.boundary,
        figures: other.figures.merging(row.figures) { own, _ in own })
    }
    return SeriesTable(columns: columns, rows: joined, others: others, areaChange: areaChange)
  }
  /// The same with some of the columns, and the rows that have a figure in them.
  func only(_ measures: [SiteMeasure]) -> SeriesTable {
    let kept = Set(measures)
    return SeriesTable(
      columns: measures,
      rows: rows.compactMap { row in
        let figures = row.figures.filter { kept.contains($0.key) }
        guard !figures.isEmpty else { return nil }
        return Row(day: row.day, standard: row.standard, boundary: row.boundary, figures: figures)
      }, others: others, areaChange: areaChange)
  }
}
