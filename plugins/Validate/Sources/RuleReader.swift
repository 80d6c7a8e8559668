import Diagnostics
import Expressions
import StageKit
import Tables
import Units

/// Makes checks of rules as they are written, and notes at its place what is wrong with them.
struct RuleReader {
  let input: Schema
  let tables: [(step: String, schema: Schema)]
  private(set) var book: RuleBook
  private var places: [String: SourceRange?] = [:]
  private var conditions: [String: Int] = [:]
  private var keys: [Columns: String] = [:]
  /// Columns that are compared, and what a missing cell of them is.
  private struct Columns: Hashable {
    let columns: [Int]
    let missing: MissingCells
  }

  init(_ input: Schema, _ tables: [(String, Schema)]) {
    (self.input, self.tables, book) = (input, tables, RuleBook(input))
  }

  mutating func read(_ source: RuleSource, namedAt range: SourceRange?, _ plan: inout Planning) {
    for written in plan.writtenRules(source, namedAt: range) { read(written.rule, written.remedy, &plan) }
  }

  private mutating func read(_ options: RuleOptions, _ remedy: Phrase?, _ plan: inout Planning) {
    if let first = places[options.id] {
      plan.report(.sameID(options.id, at: options.$id, first: first))
    } else {
      places[options.id] = .some(options.$id)
    }
    if let problem = options.misfit { plan.report(problem) }
    let condition = options.when.flatMap { self.condition($0, &plan) }
    let checks =
      cellChecks(options, &plan)
      + [
        expression(options, &plan), unique(options, &plan), reference(options, &plan),
      ].compactMap { $0 }
    let rule = book.rules.count
    book.rules.append(
      Rule(
        id: options.id, severity: options.severity, place: options.$id, legal: options.legal?.phrase,
        message: options.message?.phrase, remedy: remedy, isLimited: options.when != nil))
    for check in checks {
      book.entries.append(RuleBook.Entry(rule: rule, check: check, condition: condition))
    }
  }
  private mutating func condition(_ text: ExpressionText, _ plan: inout Planning) -> Int? {
    if let known = conditions[text.text] { return known }
    guard let typed = plan.expression(text, in: input, wanting: .bool) else { return nil }
    conditions[text.text] = book.conditions.count
    book.conditions.append(typed)
    return book.conditions.count - 1
  }

  /// The checks that look at the cells of one column.
  private func cellChecks(_ options: RuleOptions, _ plan: inout Planning) -> [any Check] {
    guard let name = options.column, let (place, field) = plan.column(name, in: input) else { return [] }
    var checks: [(any Check)?] = []
    if options.required { checks.append(RequiredCheck(place)) }
    if let range = options.range {
      checks.append(bounds(range, field, &plan).map { RangeCheck(place, $0, range.text) })
    }
    if let slip = options.unitSlip {
      let bounds = bounds(slip.range, field, &plan)
      checks.append(bounds.map { SlipCheck(place, $0, factor: slip.factor, slip.range.text) })
    }
    if options.values != nil { checks.append(values(options, place, field, &plan)) }
    if let pattern = options.pattern {
      let isText = plan.isText(field, at: pattern.range)
      checks.append(isText ? PatternCheck(place, pattern) : nil)
    }
    if options.unit != nil { checks += units(options, place, field, &plan) }
    return checks.compactMap { $0 }
  }
  private func bounds(_ range: RangeText, _ field: Field, _ plan: inout Planning) -> Bounds? {
    if let bounds = Bounds(range, field.type) { return bounds }
    plan.report(.rangeType(range, field))
    return nil
  }
  private func values(
    _ options: RuleOptions, _ place: Int, _ field: Field, _ plan: inout Planning
  ) -> (any Check)? {
    let values = options.values ?? []
    guard field.type != .text else { return WordsCheck(place, values, options.compare) }
    let numbers = values.compactMap { field.type.number($0) }
    guard numbers.count == values.count, options.compare == .exact else {
      plan.report(.valueType(options, field))
      return nil
    }
    return NumbersCheck(place, numbers, values.joined(separator: ", "))
  }
  private func units(
    _ options: RuleOptions, _ place: Int, _ field: Field, _ plan: inout Planning
  ) -> [any Check] {
    let isText = plan.isText(field, at: options.column?.range)
    let registry = plan.resource(UnitRegistry.self, at: options.$unit)
    let area = options.area.map { plan.column($0, in: input, as: String.self).index }
    let when = day(options.on, options, &plan)
    let first = options.areaOn.map { day($0, options, &plan) }
    if case .some(.none) = first { return [] }
    guard isText, let registry, let when, area ?? 0 >= 0,
      let level = options.unit.flatMap({ UnitLevel(rawValue: $0.rawValue) })
    else { return [] }
    let codes = UnitCodes(registry, level)
    let unit: [any Check] = [UnitCheck(place, codes, when)]
    return unit + (area.map { [AreaCheck(place, area: $0, codes, when, first: first ?? nil)] } ?? [])
  }
  /// The day of the pipeline, or a column of days.
  private func day(_ name: ColumnName, _ options: RuleOptions, _ plan: inout Planning) -> UnitDay? {
    guard name.text == "reference_date" else {
      let column = plan.column(name, in: input, as: Day.self)
      return column.index < 0 ? nil : .column(column.index)
    }
    if plan.pipeline.referenceDate == nil { plan.report(.noDate(options)) }
    return plan.pipeline.referenceDate.map { .day($0) }
  }

  // The checks that look at rows.

  private func expression(_ options: RuleOptions, _ plan: inout Planning) -> (any Check)? {
    guard let text = options.check, let typed = plan.expression(text, in: input, wanting: .bool) else {
      return nil
    }
    let condition = ConditionText(text.text)
    return ExpressionCheck(
      typed, condition, columns: condition.ordered(typed.columns).compactMap { input.index(of: $0) },
      about: options.column.flatMap { input.index(of: $0.text) })
  }
  private mutating func unique(_ options: RuleOptions, _ plan: inout Planning) -> (any Check)? {
    guard let names = options.unique else { return nil }
    let columns = names.compactMap { plan.column($0, in: input)?.index }
    guard columns.count == names.count, !columns.isEmpty else { return nil }
    let known = Columns(columns: columns, missing: options.missing)
    let key = keys[known] ?? "key \(keys.count)"
    let countsMissing = options.missing == .same
    if keys.updateValue(key, forKey: known) == nil {
      book.keys.append(Key(key, columns, countsMissing: countsMissing))
    }
    return UniqueCheck(key, columns, countsMissing: countsMissing)
  }
  private func reference(_ options: RuleOptions, _ plan: inout Planning) -> (any Check)? {
    guard let target = options.references, let names = options.columns, names.count == target.columns.count
    else {
      return nil
    }
    let columns = names.compactMap { plan.column($0, in: input) }
    guard let index = tables.indices.first(where: { target.isMeant(tables[$0].step, of: tables.count) })
    else {
      plan.report(.unknownTable(options, tables.map(\.step)))
      return nil
    }
    let others = target.columns.compactMap { plan.column($0, in: tables[index].schema) }
    guard columns.count == names.count, others.count == names.count, !names.isEmpty else { return nil }
    var isRight = true
    for (place, (mine, theirs)) in zip(columns, others).enumerated()
    where mine.field.type != theirs.field.type {
      plan.report(.keyType(mine.field, theirs.field, at: target.columns[place].range))
      isRight = false
    }
    return isRight
      ? ReferenceCheck(columns.map(\.index), in: (index, tables[index].step, others.map(\.index))) : nil
  }
}

extension RuleOptions.Target {
  /// Whether a table is the one that is named, or the only one.
  fileprivate func isMeant(_ step: String, of count: Int) -> Bool { table.map { $0 == step } ?? (count == 1) }
}
extension Planning {
  /// Whether a column is of text; if not, it is told at a place.
  fileprivate mutating func isText(_ field: Field, at range: SourceRange?) -> Bool {
    guard field.type != .text else { return true }
    report(.notText(field, at: range))
    return false
  }
}
extension ColumnType {
  /// A value of the type in its units; `nil` when it is none.
  fileprivate func number(_ text: String) -> Int64? {
    switch self {
    case .int, .decimal: Int64(decimal: text.utf8, scale: scale)
    case .date: Day(iso: text).map { Int64($0.number) }
    case .bool: ["true": 1, "false": 0][text]
    case .text, .double: nil
    }
  }
}
