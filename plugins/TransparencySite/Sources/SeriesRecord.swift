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
      "columns": .list(table.columns.map { .text(name(of: $0)) }),
      "rows": .list(rows(of: table, anchors)), "chart": chart.map { .html($0.svg) } ?? .nothing,
      "message": .optional(chart?.message),
    ]
  }
  private func rows(of table: SeriesTable, _ anchors: [String: String]) -> [TemplateValue] {
    var last: SeriesTable.Row?
    return table.rows.map { row in
      defer { last = row }
      let cells = table.columns.map { column -> TemplateValue in
        guard let figure = row.figures[column] else { return .record(cell(nil)) }
        return .record(cell(figure, url: anchors[figure.id].map { "#" + $0 }))
      }
      return [
        "break": .optional(last.flatMap { breakText(from: $0, to: row) }),
        "iso": .text(row.day.iso), "day": .text(row.day.vietnamese),
        "standard": .text(standardName(row.standard)), "cells": .list(cells),
      ]
    }
  }
  /// What stands between two rows that are not compared; `nil` between others.
  private func breakText(from row: SeriesTable.Row, to next: SeriesTable.Row) -> String? {
    if row.standard != next.standard {
      return words(.unitBreak, ["standard": standardName(next.standard).lowercasedFirst])
    }
    return row.boundary == next.boundary ? nil : words(.unitBreakBoundary)
  }
}
