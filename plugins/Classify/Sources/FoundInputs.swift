import Diagnostics
import Expressions
import StageKit
import Standards
import Tables

/// What a step classifies by, found in the schema of its rows.
struct FoundInputs: Sendable {
  /// The income: its column, and what every line must be divided by.
  struct Income {
    let column: Int
    let field: Field
    let unit: IncomeFields.Unit
  }
  let area: ColumnRef<String>
  /// Words with their area.
  let words: [(word: [UInt8], area: Area)]
  let income: Income?
  let points: (b1: ColumnRef<Int64>, b2: ColumnRef<Int64>)?
  /// An expression for each indicator, in the order of the standard; empty when nothing is known of them.
  let flags: [TypedExpression]

  /// Finds the columns; `nil` when the options contradict themselves.
  ///
  /// What is wrong is noted.
  init?(_ options: ClassifyOptions, _ rules: ClassRules, in schema: Schema, _ plan: inout Planning) {
    switch options.area {
    case .first(let name):
      area = plan.column(name, in: schema)
      words = Area.allCases.map { (Array($0.rawValue.utf8), $0) }
    case .second(let fields):
      area = plan.column(fields.column, in: schema)
      words = fields.words.entries.map { (Array($0.name.utf8), $0.value) }
      if words.isEmpty { plan.report(.noAreaWords(at: fields.$words)) }
    }
    income = options.income.flatMap { Self.income($0, in: schema, &plan) }
    points = options.points.map { (plan.column($0.b1, in: schema), plan.column($0.b2, in: schema)) }
    if options.points != nil, rules.points == nil {
      plan.report(.noPointRules(options.standard, at: options.$points))
      return nil
    }
    guard (options.income == nil) != (options.points == nil),
      options.points != nil || options.deprivations != nil
    else {
      plan.report(.inputs(options, at: plan.range))
      return nil
    }
    flags = Self.flags(options, rules, in: schema, &plan)
  }

  private static func income(_ fields: IncomeFields, in schema: Schema, _ plan: inout Planning) -> Income? {
    guard let found = plan.column(fields.column, in: schema) else { return nil }
    switch found.field.type {
    case .int, .decimal: break
    case .double, .text, .bool, .date:
      plan.report(.incomeType(found.field, at: fields.column.range))
      return nil
    }
    if let unit = found.field.unit, !fields.unit.agrees(with: unit) {
      plan.report(.incomeUnit(found.field, unit, fields.unit, at: fields.$unit))
    }
    return Income(column: found.index, field: found.field, unit: fields.unit)
  }
  /// An expression for each indicator; each that is lacking, and each name that is no indicator, is noted.
  private static func flags(
    _ options: ClassifyOptions, _ rules: ClassRules, in schema: Schema, _ plan: inout Planning
  ) -> [TypedExpression] {
    guard let given = options.deprivations else { return [] }
    let ids = rules.indicators.map(\.id)
    for entry in given.entries where !ids.contains(entry.name) {
      plan.report(.unknownIndicator(entry.name, of: ids, at: entry.range))
    }
    let missing = rules.indicators.filter { given[$0.id] == nil }
    if !missing.isEmpty { plan.report(.missingIndicators(missing, at: options.$deprivations)) }
    return rules.indicators.compactMap { indicator in
      given[indicator.id].flatMap { plan.expression($0, in: schema, wanting: .bool) }
    }
  }

  /// The columns that are made, each with those it comes from.
  func output(_ name: String, _ rules: ClassRules) -> [Field] {
    let counted = points.map { [$0.b2.field.name] } ?? Self.union(flags.map(\.columns))
    let measured = points.map { [$0.b1.field.name] } ?? income.map { [$0.field.name] } ?? []
    let sources = Self.union([[area.field.name], measured, counted])
    var fields = [
      Field(name, .text, .label, from: sources),
      Field("deprivation_count", .int, .count, from: counted),
    ]
    for (index, indicator) in rules.indicators.enumerated() {
      let columns = index < flags.count ? flags[index].columns : []
      fields.append(Field("dep_\(indicator.id)", .bool, .flag, from: columns))
    }
    if !rules.branches.isEmpty { fields.append(Field("branch", .text, .label, from: sources)) }
    return fields
  }
  private static func union(_ names: [[String]]) -> [String] { Set(names.flatMap { $0 }).sorted() }
}

extension IncomeFields.Unit {
  /// Whether the unit of a column can be this; a unit that says nothing of money or of time can be any.
  func agrees(with unit: String) -> Bool {
    let unit = unit.lowercased()
    func says(_ words: String...) -> Bool { words.contains { unit.contains($0) } }
    if says("năm", "year", "quý", "quarter", "triệu", "million", "tỷ", "usd") { return false }
    let isThousand = says("nghìn", "ngàn", "thousand", "1000", "1.000", "k đ")
    return switch self {
    case .dong: !isThousand
    case .thousandDong: isThousand || !says("đồng", "dong", "vnd", "vnđ")
    }
  }
}
