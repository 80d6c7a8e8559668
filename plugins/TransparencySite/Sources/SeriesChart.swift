import Charts
import Figures
import Formats
import Plans

import struct Tables.Day
import struct Tables.FixedPoint

/// The chart of one measure over the years, with the goal of a target when there is one.
struct SeriesChart {
  /// The mark of a target.
  struct Goal {
    /// The day on which it is due.
    let due: Day
    /// What is wanted, in hundredths.
    let hundredths: Int
    /// The words beside the mark.
    let text: String
    /// The base figure.
    let base: Figure?
    /// The figure judged, whose value is written out.
    let result: Figure?
  }
  /// The chart as SVG.
  let svg: [UInt8]
  /// The sentence above it.
  let message: String
}

extension SiteModel {
  /// The chart of a column of a table; `nil` when the column has no value.
  func chart(
    _ column: SiteMeasure, of table: SeriesTable, id: String, title: (_ from: Int, _ to: Int) -> String,
    message: String, goal: SeriesChart.Goal? = nil
  ) -> SeriesChart? {
    let points = SeriesPoints(table, column, due: goal?.due)
    guard let first = points.all.first, let last = points.all.last else { return nil }
    let chartPoints = points.all.map { point -> ChartPoint in
      let text = point.figure.map { FigureText($0) }
      return ChartPoint(
        point.label, value: text?.hundredths, text: words(for: point.figure), standard: point.series)
    }
    let isPercent = points.all.contains { $0.figure.map { FigureText($0).isPercent } ?? false }
    let text = ChartText(
      id: id, title: title(first.year, last.year), description: description(of: chartPoints),
      tableBelow: words(.unitTableBelow), seriesBreak: words(.unitSeriesBreak))
    let mark = goal.flatMap { goal -> ChartTarget? in
      guard let index = points.index(on: goal.due) else { return nil }
      return ChartTarget(
        at: index, value: goal.hundredths, text: words(.targetGoalMark, ["goal": goal.text]),
        from: goal.base.flatMap { points.index(of: $0) })
    }
    let labelled = goal?.result.flatMap { points.index(of: $0) }
    let chart = TrajectoryChart(chartPoints, target: mark, labelled: labelled, text: text) {
      axisLabel($0, isPercent)
    }
    return chart.svg.map { SeriesChart(svg: $0, message: message) }
  }
  /// All points in words, with the breaks between standards.
  private func description(of points: [ChartPoint]) -> String {
    var last: String?
    let parts = points.map { point -> String in
      let said = words(.unitChartPoint, ["label": point.label, "value": point.text])
      guard point.value != nil else { return said }
      defer { last = point.standard }
      return last.map { $0 != point.standard } ?? false ? "(\(words(.unitSeriesBreak))) \(said)" : said
    }
    return parts.joined(separator: "; ") + "."
  }
}

/// A value of the axis in hundredths, without zeros at its end.
private func axisLabel(_ hundredths: Int, _ isPercent: Bool) -> String {
  let places = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2
  let number = VietnameseNumber.text(FixedPoint(units: Int128(hundredths), scale: 2), places: places)
  return isPercent ? number + "\u{A0}%" : number
}

/// The points of a chart: a place for every year from the first value to the last, and for the day a goal is due.
private struct SeriesPoints {
  struct Point {
    let label: String
    let day: Day
    let figure: Figure?
    let series: String
    var year: Int { day.year }
  }
  private(set) var all: [Point]

  init(_ table: SeriesTable, _ column: SiteMeasure, due: Day?) {
    let found = table.rows.compactMap { row -> Point? in
      guard let figure = row.figures[column], figure.value != nil else { return nil }
      let area = table.isAfterChange(row.day) ? "/area" : ""
      return Point(
        label: row.day.chartLabel, day: row.day, figure: figure,
        series: row.standard + "/" + row.boundary + area)
    }
    all = found
    guard let first = found.first, let last = found.last else { return }
    if let due, !found.contains(where: { $0.day == due }) { add(due) }
    for year in first.year...last.year where !all.contains(where: { $0.year == year }) {
      if let day = Day(year: year, month: 12, day: 31) { add(day) }
    }
    all.sort { $0.day < $1.day }
  }
  private mutating func add(_ day: Day) {
    all.append(Point(label: day.chartLabel, day: day, figure: nil, series: ""))
  }
  /// The last point of a day.
  func index(on day: Day) -> Int? { all.lastIndex { $0.day == day } }
  func index(of figure: Figure) -> Int? { all.firstIndex { $0.figure?.id == figure.id } }
}

extension Day {
  /// The year for its last day, which is when reviews are dated; month and year for others.
  fileprivate var chartLabel: String {
    vietnamese.hasPrefix("31/12/") ? "\(year)" : String(vietnamese.dropFirst(3))
  }
}
