import Figures
import Plans
import Standards

import struct Tables.Day

/// Figures of one unit by day and measure: of those of one day, measure, group and standard the first is shown.
struct SeriesTable {
  struct Row {
    let day: Day
    let standard: String
    /// The unit version and set of boundaries; rows of two are not compared.
    let boundary: String
    let figures: [SiteMeasure: Figure]
  }
  /// The measures, in the order of columns.
  let columns: [SiteMeasure]
  /// Earliest first; of one day, the earlier standard first.
  let rows: [Row]
  /// The figures that are shown elsewhere as another source.
  let others: [Figure]
  /// Since when the place is of another area, by which households have another income line.
  let areaChange: AreaChange?

  init(_ figures: [Figure], _ library: StandardLibrary, areaChange: AreaChange? = nil) {
    self.areaChange = areaChange
    let sorted = figures.sorted { ($0.precedence, $0.id) < ($1.precedence, $1.id) }
    var used: [Key: [SiteMeasure: Figure]] = [:]
    var others: [Figure] = []
    for figure in sorted {
      let key = Key(day: figure.asOf, standard: figure.standard, boundary: figure.place)
      if used[key]?[SiteMeasure(figure)] == nil {
        used[key, default: [:]][SiteMeasure(figure)] = figure
      } else {
        others.append(figure)
      }
    }
    self.others = others
    columns = Set(figures.map { SiteMeasure($0) }).sorted(by: SiteMeasure.isBefore)
    rows = Self.withoutStandard(used).map { key, figures in
      Row(day: key.day, standard: key.standard, boundary: key.boundary, figures: figures)
    }.sorted {
      ($0.day, library.rank($0.standard), $0.standard, $0.boundary)
        < ($1.day, library.rank($1.standard), $1.standard, $1.boundary)
    }
  }

  /// A table whose rows are at hand.
  init(columns: [SiteMeasure], rows: [Row], others: [Figure], areaChange: AreaChange? = nil) {
    (self.columns, self.rows, self.others, self.areaChange) = (columns, rows, others, areaChange)
  }
  /// The standard of the latest figure of a column.
  func standard(of column: SiteMeasure) -> String? { rows.last { $0.figures[column] != nil }?.standard }

  /// Whether a day is on the later side of a change of area.
  func isAfterChange(_ day: Day) -> Bool { areaChange.map { day >= $0.day } ?? false }

  private struct Key: Hashable {
    let day: Day
    let standard: String
    let boundary: String
  }
  /// Figures to which no standard applies stand in the rows of their day, or in one of their own when there is none.
  private static func withoutStandard(_ rows: [Key: [SiteMeasure: Figure]]) -> [Key: [SiteMeasure: Figure]] {
    var merged = rows
    for (key, figures) in rows where key.standard.isEmpty {
      let fitting = rows.keys.filter {
        !$0.standard.isEmpty && $0.day == key.day && $0.boundary == key.boundary
      }
      guard !fitting.isEmpty else { continue }
      for row in fitting { merged[row]?.merge(figures) { own, _ in own } }
      merged[key] = nil
    }
    return merged
  }
}

extension Figure {
  /// The unit version and boundaries it is meant in.
  fileprivate var place: String { ownBoundary.isEmpty ? unit : unit + "/" + ownBoundary }
}
extension StandardLibrary {
  /// Where a standard stands in time.
  fileprivate func rank(_ id: String) -> Int {
    standards.firstIndex { $0.id == id } ?? standards.count
  }
}
