import Figures
import Formats
import Plans
import SiteKit
import Units

import struct Tables.Day

// The list of units, and a page for each.
extension SiteModel {
  func unitList() -> Page {
    let groups = UnitLevel.allCases.compactMap { level -> TemplateValue? in
      let units = shown.filter { $0.level == level }
      guard !units.isEmpty else { return nil }
      return [
        "name": .optional(words.named("units", level.rawValue)),
        "units": .list(
          units.map { ["name": .text(fullName(of: $0)), "url": .text(path(of: $0).text)] }),
      ]
    }
    return page(
      "don-vi/index.html", "units", title: words(.unitsTitle), description: words(.unitsDescription),
      crumbs: [Crumb(name: words(.navUnits))], ["groups": .list(groups)])
  }

  func unitPage(_ unit: UnitVersion) -> Page {
    let figures = figuresByUnit[unit.id] ?? []
    let table = SeriesTable(figures, standards, areaChange: areaChange(of: unit))
    let members = MemberTable(members(of: unit), in: self)
    // A unit of many others has a long page already.
    let limit = members.rows.count > 30 ? 16 : 40
    let sources = SourceRows(figures, others: table.others, limit: limit) { figure in
      figure.status == .withheld || !UnitSection(SiteMeasure(figure)).hasSourceOfEach
    }
    let name = fullName(of: unit)
    return page(
      path(of: unit), "unit", title: words(.unitTitle, ["unit": name]),
      description: words(.unitDescription, ["unit": name]), crumbs: crumbs(of: unit),
      data: dataset(of: unit, figures),
      [
        "summary": .text(summary(of: table)), "validity": .text(validity(of: unit)),
        "steps": .list(steps(of: unit)), "plans": .list(plans(of: unit)),
        "sections": sections(of: unit, table, sources, chart: chart(of: table, unit)),
        "notices": .list(notices(about: unit)), "notices_heading": .text(words(.unitNotices)),
        "members": .list(members.rows), "members_columns": .list(members.columns),
        "members_caption": .optional(members.caption(of: unit)),
        "figures": records(sources),
        "figures_caption": .text(words(.unitFiguresCaption, ["unit": name])),
        "figures_cut": .optional(
          sources.isCut
            ? sources.figures.last.map { words(.unitSourcesFrom, ["day": $0.asOf.vietnamese]) } : nil),
      ])
  }

  private func crumbs(of unit: UnitVersion) -> [Crumb] {
    let above = ancestors(of: unit).reversed().map { Crumb(name: $0.name, path: pathIfShown($0)) }
    return [Crumb(name: words(.navUnits), path: "don-vi/index.html")] + above.filter { $0.path != nil }
      + [Crumb(name: unit.name)]
  }
  /// The latest poor households and their rate in one sentence.
  private func summary(of table: SeriesTable) -> String {
    let measures = [SiteMeasure("poor"), SiteMeasure("poor_rate"), SiteMeasure("multidimensional_rate")]
    let last = table.rows.last { row in measures.contains { row.figures[$0]?.value != nil } }
    guard let last else { return words(.unitSummaryNone) }
    let parts = measures.compactMap { measure -> String? in
      guard let figure = last.figures[measure], figure.value != nil else { return nil }
      let word = FigureText(figure).isPercent ? SiteWord.unitSummaryFigure : .unitSummaryCount
      return words(
        word, ["measure": name(of: measure).lowercasedFirst, "value": words(for: figure)])
    }
    return words(.unitSummary, ["day": last.day.vietnamese, "figures": parts.joined(separator: ", ")])
  }
  private func plans(of unit: UnitVersion) -> [TemplateValue] {
    plans.filter { $0.unit.id == unit.id }.map {
      [
        "name": .text($0.plan.name.text), "url": .text(path(of: $0.plan).text),
        "counts": .text(countsText(of: $0.targets)),
      ]
    }
  }
  /// The rate over the years, or the count where there are more of it.
  private func chart(of table: SeriesTable, _ unit: UnitVersion) -> SeriesChart? {
    let candidates = [SiteMeasure("poor_rate"), SiteMeasure("poor"), SiteMeasure("multidimensional_rate")]
    let counted = candidates.map { measure in
      (measure, table.rows.count { $0.figures[measure]?.value != nil })
    }
    guard let most = counted.map(\.1).max(), most > 1, let column = counted.first(where: { $0.1 == most })?.0
    else { return nil }
    let name = name(of: column)
    return chart(
      column, of: table, id: "bd",
      title: {
        words(.unitChartTitle, ["measure": name, "unit": unit.name, "from": "\($0)", "to": "\($1)"])
      },
      message: words(.unitChartMessage, ["measure": name]))
  }
}
