import Figures
import Plans
import Standards

import struct Tables.Day

/// Figures of one unit by day and measure: of those of one day, measure, group and standard the one used is shown.
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
    var used: [Key: [SiteMeasure: Figure]] = [:]
    for (place, figures) in Dictionary(grouping: figures, by: { Place(day: $0.asOf, boundary: $0.place) }) {
      let named = Set(figures.map(\.standard)).subtracting([""])
      // Figures to which no standard applies stand in the rows of their day, or in one of their own when there is none.
      for standard in named.isEmpty ? [""] : named {
        let row = Dictionary(grouping: figures) { SiteMeasure($0) }.compactMapValues {
          $0.used(under: standard)
        }
        used[Key(place: place, standard: standard)] = row
      }
    }
    let shown = Set(used.values.flatMap(\.values).map(\.id))
    others = figures.filter { !shown.contains($0.id) }.sorted { $0.isUsed(before: $1) }
    columns = Set(figures.map { SiteMeasure($0) }).sorted(by: SiteMeasure.isBefore)
    rows = used.map { key, figures in
      Row(day: key.place.day, standard: key.standard, boundary: key.place.boundary, figures: figures)
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

  private struct Place: Hashable {
    let day: Day
    let boundary: String
  }
  private struct Key: Hashable {
    let place: Place
    let standard: String
  }
}

extension Figure {
  /// The unit version and boundaries it is meant in.
  fileprivate var place: String { ownBoundary.isEmpty ? unit : unit + "/" + ownBoundary }
}
extension StandardLibrary {
  /// Some of its standards in the order of time, those it does not know last.
  func ordered(_ ids: Set<String>) -> [String] {
    ids.filter { !$0.isEmpty }.sorted { (rank($0), $0) < (rank($1), $1) }
  }
  /// Where a standard stands in time.
  fileprivate func rank(_ id: String) -> Int {
    standards.firstIndex { $0.id == id } ?? standards.count
  }
}
