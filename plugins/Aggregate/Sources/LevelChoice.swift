import Diagnostics
import StageKit
import Tables
import Units

/// By what levels of units rows are counted, as the options of a stage say it.
struct LevelChoice {
  let by: [HouseholdLevel]?
  let unit: ColumnName?
  let columns: AggregateHouseholds.LevelColumns?
  /// Where `by`, `unit` and `columns` are written.
  let ranges: (by: SourceRange?, unit: SourceRange?, columns: SourceRange?)

  /// The columns of codes, and how they say in which units a row is; what is wrong is noted.
  func places(in schema: Schema, _ plan: inout Planning) -> (codes: [Int], UnitPlaces) {
    let none = UnitPlaces(way: .columns([]), levels: [])
    guard (unit == nil) != (columns == nil) else {
      plan.report(.unitOrColumns(isBoth: unit != nil, at: ranges.columns ?? plan.range))
      return ([], none)
    }
    if let unit { return byRegister(unit, in: schema, &plan) ?? ([], none) }
    let given = columns?.given ?? []
    if given.isEmpty { plan.report(.noLevels(at: ranges.columns)) }
    let known = given.map(\.level)
    for level in by ?? [] where !known.contains(level) {
      plan.report(.levelWithoutColumn(level, at: ranges.by))
    }
    let codes = given.map { plan.column($0.column, in: schema, as: String.self).index }
    let levels = ordered(by ?? known)
    return (
      codes.contains { $0 < 0 } ? [] : codes, UnitPlaces(way: .columns(known), levels: levels)
    )
  }
  private func byRegister(
    _ unit: ColumnName, in schema: Schema, _ plan: inout Planning
  ) -> (codes: [Int], UnitPlaces)? {
    let column = plan.column(unit, in: schema, as: String.self)
    guard let by, !by.isEmpty else {
      plan.report(.noLevels(at: ranges.by ?? plan.range))
      return nil
    }
    guard let day = plan.pipeline.referenceDate else {
      plan.report(.noReferenceDate(at: ranges.unit))
      return nil
    }
    guard let units = plan.resource(UnitRegistry.self, at: ranges.unit) else { return nil }
    for level in by where units.units(at: level.unitLevel, on: day).isEmpty {
      plan.report(.noSuchLevel(level, on: day, at: ranges.by))
    }
    guard column.index >= 0 else { return nil }
    return ([column.index], UnitPlaces(way: .register(units, day), levels: ordered(by)))
  }
  /// Widest first, each once.
  private func ordered(_ levels: [HouseholdLevel]) -> [HouseholdLevel] {
    [.province, .district, .commune].filter { levels.contains($0) }
  }
}
