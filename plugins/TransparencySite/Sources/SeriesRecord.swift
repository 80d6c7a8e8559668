import Figures
import Formats
import SiteKit

import struct Tables.Day

// A table of figures over the years, as the template `_series` takes it.
extension SiteModel {
  /// The table and its chart; `id` begins the ids in the page, `anchors` are those of the sources of figures, by id.
  func record(
    _ table: SeriesTable, id: String, caption: String, chart: SeriesChart?, anchors: [String: String]
  ) -> TemplateValue {
    [
      "id": .text(id), "caption": .text(caption), "width": .text("\(table.columns.count + 2)"),
      "columns": .list(table.columns.map { .text(name(of: $0, under: table.standard(of: $0))) }),
      "rows": .list(rows(of: table, anchors)), "chart": chart.map { .html($0.svg) } ?? .nothing,
      "message": .optional(chart?.message),
    ]
  }
  private func rows(of table: SeriesTable, _ anchors: [String: String]) -> [TemplateValue] {
    zip(table.rows, table.breaks).map { row, change in
      let cells = table.columns.map { column -> TemplateValue in
        let figure = row.figures[column]
        let url = figure.flatMap { anchors[$0.id] }.map { "#" + $0 }
        return .record(cell(figure, in: row, url: url))
      }
      return [
        "break": .optional(change.map { text(of: $0, at: row) }),
        "iso": .text(row.day.iso), "day": .text(row.day.vietnamese),
        "standard": .text(standardName(row.standard)), "cells": .list(cells),
      ]
    }
  }
  /// What stands between two rows that are not compared.
  private func text(of change: SeriesBreak, at row: SeriesTable.Row) -> String {
    switch change {
    case .standard: words(.unitBreak, ["standard": standardName(row.standard).lowercasedFirst])
    case .boundary: words(.unitBreakBoundary)
    case .area(let change):
      words(.unitBreakArea, ["day": change.day.vietnamese, "area": name(of: change.to)])
    }
  }
  /// A figure as a cell of a row; one of another day says of which.
  func cell(_ figure: Figure?, in row: SeriesTable.Row, url: String?) -> [String: TemplateValue] {
    var fields = cell(figure, url: url)
    let day = figure.flatMap { $0.asOf == row.day ? nil : $0.asOf.vietnamese }
    fields["day"] = .optional(day)
    return fields
  }
}

/// Why a row is not compared with those before it.
enum SeriesBreak: Equatable { case standard, boundary, area(AreaChange) }

extension SeriesTable {
  /// The break before each row; `nil` where it is compared with those before it.
  ///
  /// A row to which no standard applies neither makes nor hides a break between standards.
  var breaks: [SeriesBreak?] {
    var (standard, boundary): (String, String?) = ("", nil)
    var isAfter: Bool?
    return rows.map { row in
      defer {
        boundary = row.boundary
        isAfter = isAfterChange(row.day)
        if !row.standard.isEmpty { standard = row.standard }
      }
      if !standard.isEmpty, !row.standard.isEmpty, row.standard != standard { return .standard }
      if let areaChange, isAfter == false, isAfterChange(row.day) { return .area(areaChange) }
      return boundary.map { $0 != row.boundary } ?? false ? .boundary : nil
    }
  }
}
