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
  /// How it is known whether a household is deprived in an indicator.
  struct Flag {
    let answer: TypedExpression
    /// Whether it is the pack's own condition.
    let isAsked: Bool
  }
  /// One for each indicator, in the order of the standard; empty when nothing is known of them.
  let flags: [Flag]
  /// The class that the file declares.
  struct Declared {
    let column: ColumnRef<String>
    let kernel: WordKernel
  }
  let declared: Declared?
  /// What stands before the name of every column that is made.
  let prefix: String

  /// Finds the columns; `nil` when the options contradict themselves.
  ///
  /// What is wrong is noted.
  init?(
    _ options: ClassifyOptions, _ standard: Standard, _ rules: ClassRules, in schema: Schema,
    _ plan: inout Planning
  ) {
    prefix = options.prefix
    switch options.area {
    case .first(let name):
      area = plan.column(name, in: schema)
      words = Area.allCases.map { (Array($0.rawValue.utf8), $0) }
    case .second(let fields):
      area = plan.column(fields.column, in: schema)
      words = fields.words.entries.map { (Array($0.name.utf8), $0.value) }
      if words.isEmpty { plan.report(.noAreaWords(at: fields.$words)) }
    }
    declared = options.declared.map { fields in
      Declared(
        column: plan.column(fields.column, in: schema),
        kernel: WordKernel(fields.words.entries.map { (Array($0.name.utf8), $0.value) }))
    }
    income = options.income.flatMap { Self.income($0, in: schema, of: rules.period, &plan) }
    points = options.points.map { (plan.column($0.b1, in: schema), plan.column($0.b2, in: schema)) }
    if options.points != nil, rules.points == nil {
      plan.report(.noPointRules(options.standard, at: options.$points))
      return nil
    }
    guard (options.income == nil) != (options.points == nil),
      options.points != nil || options.deprivations != nil || options.conditions || rules.indicators.isEmpty
    else {
      plan.report(.inputs(options, at: plan.range))
      return nil
    }
    if let given = options.income, given.unit.period != rules.period {
      plan.report(.incomePeriod(standard, rules.period, at: given.$unit))
    }
    flags = Self.flags(options, rules, in: schema, &plan)
  }

  private static func income(
    _ fields: IncomeFields, in schema: Schema, of period: IncomePeriod, _ plan: inout Planning
  ) -> Income? {
    guard let found = plan.column(fields.column, in: schema) else { return nil }
    switch found.field.type {
    case .int, .decimal: break
    case .double, .text, .bool, .date:
      plan.report(.incomeType(found.field, at: fields.column.range))
      return nil
    }
    if let unit = found.field.unit, !fields.unit.agrees(with: unit) {
      plan.report(.incomeUnit(found.field, unit, fields.unit, of: period, at: fields.$unit))
    }
    return Income(column: found.index, field: found.field, unit: fields.unit)
  }
  /// An expression for each indicator; each that is lacking, and each name that is no indicator, is noted.
  private static func flags(
    _ options: ClassifyOptions, _ rules: ClassRules, in schema: Schema, _ plan: inout Planning
  ) -> [Flag] {
    guard options.deprivations != nil || options.conditions else { return [] }
    let given = options.deprivations
    let ids = rules.indicators.map(\.id)
    for entry in given?.entries ?? [] where !ids.contains(entry.name) {
      plan.report(.unknownIndicator(entry.name, of: ids, at: entry.range))
    }
    let missing = rules.indicators.filter {
      given?[$0.id] == nil && !(options.conditions && $0.condition != nil)
    }
    if !missing.isEmpty {
      plan.report(.missingIndicators(missing, at: options.$deprivations ?? options.$conditions))
    }
    return rules.indicators.compactMap { indicator in
      if let text = given?[indicator.id] {
        return plan.expression(text, in: schema, wanting: .bool).map { Flag(answer: $0, isAsked: false) }
      }
      guard options.conditions, let condition = indicator.condition else { return nil }
      return asked(indicator, condition, in: schema, at: options.$conditions, &plan).map {
        Flag(answer: $0, isAsked: true)
      }
    }
  }
  /// The standard's own condition, asked of the rows; what they lack for it is noted.
  private static func asked(
    _ indicator: Indicator, _ condition: IndicatorCondition, in schema: Schema, at range: SourceRange?,
    _ plan: inout Planning
  ) -> TypedExpression? {
    guard condition.level == .household else {
      plan.report(.memberCondition(indicator, condition, at: range))
      return nil
    }
    return condition.asked(of: schema, for: indicator, at: range, &plan)
  }

  /// The columns that are made, each with those it comes from.
  ///
  /// The standard is that of every row, of one without a class too: the rows were held against it, and lists of two standards
  /// must not be taken for lists of one because nobody could be classified.
  func output(_ options: ClassifyOptions, _ standard: Standard, _ rules: ClassRules) -> [Field] {
    let counted = points.map { [$0.b2.field.name] } ?? Self.union(flags.map(\.answer.columns))
    let measured = points.map { [$0.b1.field.name] } ?? income.map { [$0.field.name] } ?? []
    let sources = Self.union([[area.field.name], measured, counted])
    var fields = [
      Field(prefix + options.class, .text, .label, from: sources),
      Field(prefix + "deprivation_count", .int, .count, from: counted),
    ]
    for (index, indicator) in rules.indicators.enumerated() {
      let columns = index < flags.count ? flags[index].answer.columns : []
      fields.append(Field(prefix + indicator.flag, .bool, .flag, from: columns))
    }
    if !rules.branches.isEmpty { fields.append(Field(prefix + "branch", .text, .label, from: sources)) }
    fields.append(.constant(prefix + Self.standardColumn, oneOf: [standard.id], .code))
    if let said = declared?.column.field.name {
      fields.append(Field(prefix + "declared_class", .text, .label, from: [said]))
      fields.append(Field(prefix + "class_agrees", .bool, .flag, from: Self.union([sources, [said]])))
    }
    return fields
  }
  /// The column of the standard, by the name that lists of several years and their rules know it by.
  static let standardColumn = "standard"
  private static func union(_ names: [[String]]) -> [String] { Set(names.flatMap { $0 }).sorted() }
}

extension IncomeFields.Unit {
  /// Of a month or of a year.
  var period: IncomePeriod {
    switch self {
    case .dong, .thousandDong: .month
    case .dongPerYear, .thousandDongPerYear: .year
    }
  }
  /// Whether a number is of thousands.
  var isThousand: Bool { self == .thousandDong || self == .thousandDongPerYear }
  /// Whether the unit of a column can be this; a unit that says nothing of money or of time can be any.
  func agrees(with unit: String) -> Bool {
    let unit = unit.lowercased()
    func says(_ words: String...) -> Bool { words.contains { unit.contains($0) } }
    if says("quý", "quarter", "triệu", "million", "tỷ", "usd") { return false }
    // An income of a whole household, and a number of people, are no income per person.
    let (saysPerson, saysTime) = (says("người", "khẩu", "person"), says("tháng", "month", "năm", "year"))
    if says("hộ", "household"), !saysPerson { return false }
    if saysPerson, !saysTime, !says("đồng", "dong", "vnd", "vnđ", "đ/", "nghìn", "ngàn", "thousand", "1000") {
      return false
    }
    if says("năm", "year"), period == .month { return false }
    if says("tháng", "month"), period == .year { return false }
    let saysThousand = says("nghìn", "ngàn", "thousand", "1000", "1.000", "k đ")
    return isThousand ? saysThousand || !says("đồng", "dong", "vnd", "vnđ") : !saysThousand
  }
}
