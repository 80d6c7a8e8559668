import Figures
import Formats
import SiteKit
import Standards
import Units

import struct Tables.Day

/// The latest figures of the units within a unit: a row each, all of one day.
struct MemberTable {
  let rows: [TemplateValue]
  let columns: [TemplateValue]
  private let model: SiteModel
  private let day: Day?
  private let standards: [String]

  init(_ members: [UnitVersion], in model: SiteModel) {
    self.model = model
    let figures = members.map {
      (unit: $0, figures: (model.figuresByUnit[$0.id] ?? []).filter(Self.isMember))
    }
    let day = figures.flatMap(\.figures).map(\.asOf).max()
    self.day = day
    let latest = figures.map { (unit: $0.unit, figures: $0.figures.filter { $0.asOf == day }) }
    let measures = Set(latest.flatMap(\.figures).filter { $0.value != nil }.map { SiteMeasure($0) })
      .sorted(by: SiteMeasure.isBefore)
    let standards = model.standards.ordered(Set(latest.flatMap(\.figures).map(\.standard)))
    self.standards = standards
    columns = measures.map { .text(model.name(of: $0)) }
    rows =
      measures.isEmpty
      ? []
      : latest.map { unit, figures in
        [
          "name": .text(unit.name), "url": .text(model.path(of: unit).text),
          "cells": .list(measures.map { .record(model.cell(Self.used($0, of: figures, standards))) }),
        ]
      }
  }
  private static func isMember(_ figure: Figure) -> Bool {
    figure.group == "all" && SiteMeasure.known.contains(figure.measure)
  }
  /// The figure of the latest standard of that day, as verdicts choose it.
  private static func used(_ measure: SiteMeasure, of figures: [Figure], _ standards: [String]) -> Figure? {
    let all = figures.filter { $0.measure == measure.measure }
    let found = standards.reversed().lazy.compactMap { all.used(under: $0) }.first
    return found ?? all.min { $0.isUsed(before: $1) }
  }
  /// The caption, with the standards of the figures; `nil` without rows.
  func caption(of unit: UnitVersion) -> String? {
    guard let day, !rows.isEmpty else { return nil }
    let names = standards.map { model.standardName($0) }.joined(separator: ", ")
    return model.words(
      .unitMembersCaption, ["unit": unit.name, "day": day.vietnamese, "standard": names.lowercasedFirst])
  }
}
