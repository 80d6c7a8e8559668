import Diagnostics
import StageKit
import Standards
import Tables
import Units

extension AggregateHouseholds.Options {
  /// The columns of codes, and how they say in which units a row is; what is wrong is noted.
  func places(in schema: Schema, _ plan: inout Planning) -> (codes: [Int], UnitPlaces) {
    let none = UnitPlaces(way: .columns([]), levels: [])
    guard (unit == nil) != (columns == nil) else {
      plan.report(.unitOrColumns(isBoth: unit != nil, at: $columns ?? plan.range))
      return ([], none)
    }
    if let unit { return byRegister(unit, in: schema, &plan) ?? ([], none) }
    let given = columns?.given ?? []
    if given.isEmpty { plan.report(.noLevels(at: $columns)) }
    let known = given.map(\.level)
    for level in by ?? [] where !known.contains(level) { plan.report(.levelWithoutColumn(level, at: $by)) }
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
      plan.report(.noLevels(at: $by ?? plan.range))
      return nil
    }
    guard let day = plan.pipeline.referenceDate else {
      plan.report(.noReferenceDate(at: $unit))
      return nil
    }
    guard let units = plan.resource(UnitRegistry.self, at: $unit) else { return nil }
    for level in by where units.units(at: level.unitLevel, on: day).isEmpty {
      plan.report(.noSuchLevel(level, on: day, at: $by))
    }
    guard column.index >= 0 else { return nil }
    return ([column.index], UnitPlaces(way: .register(units, day), levels: ordered(by)))
  }
  /// Widest first, each once.
  private func ordered(_ levels: [HouseholdLevel]) -> [HouseholdLevel] {
    [.province, .district, .commune].filter { levels.contains($0) }
  }

  /// What is counted and summed; what is wrong is noted.
  func measures(in schema: Schema, _ plan: inout Planning) -> Measures {
    let classColumn = plan.column(self.class, in: schema, as: String.self)
    let flags = flagColumns(in: schema, &plan)
    let count = schema.index(of: "deprivation_count").flatMap { index in
      schema.fields[index].type == .int && !flags.isEmpty ? index : nil
    }
    var sums: [Measures.Sum] = []
    if let members, let found = plan.summable(members, in: schema) {
      for over in Measures.flagClasses {
        let name = "members" + (over.map { "_\($0.rawValue)" } ?? "")
        sums.append(Measures.Sum(column: found.index, field: found.field, over: over, name: name))
      }
    }
    for name in self.sums {
      guard let found = plan.summable(name, in: schema) else { continue }
      sums.append(
        Measures.Sum(column: found.index, field: found.field, over: nil, name: found.field.name))
    }
    return Measures(
      classColumn: max(0, classColumn.index), flags: flags, sums: sums, deprivationCount: count)
  }
  private func flagColumns(in schema: Schema, _ plan: inout Planning) -> [(column: Int, id: String)] {
    let prefix = "dep_"
    guard let deprivations else {
      return schema.fields.enumerated().filter { $1.type == .bool && $1.name.hasPrefix(prefix) }
        .map { ($0, String($1.name.dropFirst(prefix.count))) }
    }
    return deprivations.compactMap { name in
      let found = plan.column(name, in: schema, as: Bool.self)
      guard found.index >= 0 else { return nil }
      let isPlain = !name.text.hasPrefix(prefix)
      return (found.index, isPlain ? name.text : String(name.text.dropFirst(prefix.count)))
    }
  }
}

extension Diagnostic {
  static func unitOrColumns(isBoth: Bool, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.unit",
      isBoth
        ? Phrase(vi: "chỉ khai unit hoặc columns", en: "give `unit` or `columns`, not both")
        : Phrase(
          vi: "không biết hộ thuộc đơn vị nào", en: "it is not said in which unit a household is"),
      at: range,
      hint: Phrase(
        vi: "unit: cột mã xã, cấp trên theo danh mục; columns: cột mã của từng cấp",
        en: "`unit:` is a column of communes, placed by the register; `columns:` has a column for each level")
    )
  }
  static func noLevels(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.unit", Phrase(vi: "không có cấp nào để cộng", en: "there is no level to count by"),
      at: range, hint: Phrase(same: "by: [commune, district, province]"))
  }
  static func levelWithoutColumn(_ level: HouseholdLevel, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.unit",
      Phrase(
        vi: "cấp '\(level.rawValue)' không có cột trong columns",
        en: "the level '\(level.rawValue)' has no column in `columns`"), at: range)
  }
  static func noReferenceDate(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.date",
      Phrase(
        vi: "cần reference_date để biết xã thuộc đơn vị nào",
        en: "`reference_date` is needed to know in what a commune is"), at: range,
      hint: Phrase(same: "defaults: { reference_date: 2024-12-14 }"))
  }
  static func noSuchLevel(_ level: HouseholdLevel, on day: Day, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.date",
      Phrase(
        vi: "ngày \(day.vietnamese) danh mục không có đơn vị \(level.unitLevel.phrase.vi) nào",
        en: "on \(day.iso) the register has no unit of the level \(level.unitLevel.phrase.en)"), at: range,
      hint: level == .district
        ? Phrase(
          vi: "từ 01/07/2025 không còn cấp huyện: bỏ district",
          en: "there are no districts since 2025-07-01: leave `district` out") : nil)
  }
  static func groupType(_ field: Field, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.group",
      Phrase(
        vi: "cột nhóm '\(field.name)' phải là chữ, hoặc có hay không",
        en: "a column of groups is of text, or of yes or no; '\(field.name)' is not"), at: range)
  }
  static func columnTwice(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.column",
      Phrase(vi: "bảng sẽ có hai cột '\(name)'", en: "the table would have two columns '\(name)'"), at: range)
  }
}
