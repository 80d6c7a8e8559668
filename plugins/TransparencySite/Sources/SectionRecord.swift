import Figures
import Formats
import SiteKit
import Units

import struct Tables.Day

// The sections of a unit's page, as the template takes them.
extension SiteModel {
  /// The sections that have a figure; the first has the chart.
  func sections(
    of unit: UnitVersion, _ table: SeriesTable, _ sources: SourceRows, chart: SeriesChart?
  ) -> TemplateValue {
    let names = IndicatorNames(standards)
    let table = table.joinedByYear
    return .list(
      UnitSection.allCases.compactMap { section in
        SectionRows(section, of: table, names).map { rows in
          record(section, rows, fullName(of: unit), sources.anchors, section == .headline ? chart : nil)
        }
      })
  }
  private func record(
    _ section: UnitSection, _ rows: SectionRows, _ unit: String, _ anchors: [String: String],
    _ chart: SeriesChart?
  ) -> TemplateValue {
    let heading = section.heading.map { words($0) }
    let caption =
      heading.map { words(.unitSectionCaption, ["section": $0, "unit": unit]) }
      ?? words(.unitCaption, ["unit": unit])
    // Many years of few measures are read downwards, all else across: both fit a phone.
    let days = rows.table.rows.count
    let isByDay = section.hasSourceOfEach && days > 3 && rows.shown.count <= days
    let byDay =
      isByDay ? record(rows.table, id: section.id, caption: caption, chart: chart, anchors: anchors) : nil
    return [
      "id": .text(section.id), "heading": .optional(heading),
      "by_day": rows.shown.isEmpty ? .nothing : byDay ?? .nothing,
      "by_measure": rows.shown.isEmpty || isByDay
        ? .nothing : record(section, rows, caption: caption, anchors, chart),
      "withheld": .optional(withheldText(section, rows)),
    ]
  }

  /// A table with a row a measure and a column a day.
  private func record(
    _ section: UnitSection, _ rows: SectionRows, caption: String, _ anchors: [String: String],
    _ chart: SeriesChart?
  ) -> TemplateValue {
    let days = rows.table.rows
    let standards = Set(days.map(\.standard))
    let only = standards.count == 1 ? standards.first.map { standardName($0).lowercasedFirst } : nil
    // The day leads to the source of its figures, so that only a number of another source has to.
    let heads = days.map { section.hasSourceOfEach ? nil : anchor(of: $0, rows.table.columns, anchors) }
    let groups = section.isByGroup ? rows.byGroup : [("all", rows.shown)]
    let span = max(1, rows.classes.count)
    return [
      "id": .text(section.id),
      "caption": .text(
        only.flatMap { $0.isEmpty ? nil : words(.unitCaptionStandard, ["caption": caption, "standard": $0]) }
          ?? caption),
      "days": .list(
        zip(days, heads).map { day, head in
          self.head(of: day, url: head, rows.classes, hasStandard: only == nil)
        }),
      "classes": .flag(span > 1), "span": .text("\(span)"), "width": .text("\(1 + days.count * span)"),
      "groups": .list(
        groups.map { group, members in
          [
            "name": .optional(groupName(group)?.uppercasedFirst),
            "rows": .list(members.map { record($0, section, rows, heads, anchors) }),
          ]
        }),
      "breaks": .list(breaks(rows.table)), "chart": chart.map { .html($0.svg) } ?? .nothing,
      "message": .optional(chart?.message),
    ]
  }
  private func head(
    of day: SeriesTable.Row, url: String?, _ classes: [String], hasStandard: Bool
  ) -> TemplateValue {
    [
      "iso": .text(day.day.iso), "day": .text(day.day.vietnamese), "url": .optional(url.map { "#" + $0 }),
      "standard": hasStandard ? .text(standardName(day.standard)) : .nothing,
      "classes": .list(classes.map { .optional(groupName($0)) }),
    ]
  }
  private func record(
    _ row: SectionRows.Row, _ section: UnitSection, _ rows: SectionRows, _ heads: [String?],
    _ anchors: [String: String]
  ) -> TemplateValue {
    let cells = zip(rows.table.rows, heads).flatMap { day, head in
      row.measures.map { measure -> TemplateValue in
        let figure = day.figures[measure]
        let own = figure.flatMap { $0.value == nil && head != nil ? nil : anchors[$0.id] }
        return .record(cell(figure, in: day, url: own == head ? nil : own.map { "#" + $0 }))
      }
    }
    return ["name": .text(name(of: row, section, rows.whole)), "cells": .list(cells)]
  }
  /// The anchor of the source that most figures of a day have.
  private func anchor(
    of day: SeriesTable.Row, _ columns: [SiteMeasure], _ anchors: [String: String]
  ) -> String? {
    let found = columns.compactMap { day.figures[$0] }.filter { $0.value != nil }
      .compactMap { anchors[$0.id] }
    let counts = Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
    return found.first { counts[$0] == counts.values.max() }
  }

  /// What a row is called within its section.
  private func name(of row: SectionRows.Row, _ section: UnitSection, _ table: SeriesTable) -> String {
    let standard = row.measures.lazy.compactMap { table.standard(of: $0) }.first
    switch section {
    case .deprivations:
      // The heading says of the counts what they are; a share stands among them under its whole name.
      let isCount = row.measure.hasPrefix(KnownMeasures.deprivedPrefix)
      let name = isCount ? indicatorName(row.measure, under: standard) : nil
      return name ?? measureName(row.measure, under: standard)
    case .area, .people: return measureName(row.measure, under: standard)
    case .headline, .persons, .other: return name(of: row.measures[0], under: standard)
    }
  }
  /// Where days stand side by side that are not compared.
  private func breaks(_ table: SeriesTable) -> [TemplateValue] {
    zip(table.rows, table.breaks).compactMap { row, change in
      guard let change else { return nil }
      let day = row.day.vietnamese
      switch change {
      case .standard:
        let standard = standardName(row.standard).lowercasedFirst
        return .text(words(.unitBreakColumn, ["day": day, "standard": standard]))
      case .boundary: return .text(words(.unitBreakColumnBoundary, ["day": day]))
      case .area(let change):
        return .text(
          words(.unitBreakColumnArea, ["day": change.day.vietnamese, "area": name(of: change.to)]))
      }
    }
  }
  /// How many figures of a section are withheld on every day, and which; `nil` when none is.
  private func withheldText(_ section: UnitSection, _ rows: SectionRows) -> String? {
    guard !rows.withheld.isEmpty else { return nil }
    var names: [(name: String, count: Int)] = []
    for (row, count) in rows.withheld {
      let name =
        section.isByGroup
        ? groupName(row.group) ?? row.group : name(of: row, section, rows.whole).lowercasedFirst
      if let last = names.last, last.name == name {
        names[names.count - 1].count += count
      } else {
        names.append((name, count))
      }
    }
    let count = VietnameseNumber.text(rows.withheldCount)
    // Where a whole section is withheld its heading says of what.
    if rows.shown.isEmpty, names.count > 6 { return words(.unitWithheldAll, ["count": count]) }
    let list = names.map { "\($0.name) (\(VietnameseNumber.text($0.count)))" }.joined(separator: ", ")
    return words(.unitWithheld, ["count": count, "names": list])
  }
}

extension String {
  /// The same with its first letter large, for the beginning of a line.
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
