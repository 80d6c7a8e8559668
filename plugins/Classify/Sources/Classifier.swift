import Expressions
import StageKit
import Standards
import Tables

/// Classifies the rows of a batch, column by column.
struct Classifier: Sendable {
  /// A rule as it is asked.
  struct Rule: Sendable {
    let householdClass: UInt8
    let branch: UInt8
    let condition: TypedExpression
  }
  /// The id of the standard, which every row gets.
  let standard: [UInt8]
  let inputs: FoundInputs
  let indicators: [String]
  let area: WordKernel
  /// The form that the pack's conditions are asked of; `nil` when none is.
  let sheet: AnswerSheet?
  /// The pack's conditions that are asked.
  let conditions: [Asked]
  let names: RuleNames
  let rules: [Rule]
  let branches: [[UInt8]]
  /// The indicators that lines decide.
  let tied: [Tied]
  /// The points of form B2 for a deprivation, and for all.
  let perDeprivation: Int64
  let mostPoints: Int64

  init(_ standard: String, _ rules: ClassRules, _ inputs: FoundInputs, in schema: Schema, on day: Day?) {
    self.standard = Array(standard.utf8)
    self.inputs = inputs
    conditions = Asked.conditions(rules, inputs, in: schema)
    let used = Set(inputs.flags.filter(\.isAsked).flatMap(\.answer.columns))
    sheet =
      used.isEmpty ? nil : AnswerSheet(rules.household, used: used, in: schema, on: day)
    indicators = rules.indicators.map(\.id)
    area = WordKernel(inputs.words.map { ($0.word, $0.area) })
    var names = RuleNames(rules, inputs)
    let points = inputs.points == nil ? nil : rules.points
    let branches = rules.branches
    self.rules = (points?.rules ?? rules.rules).map { rule in
      Rule(
        householdClass: rule.householdClass.code,
        branch: rule.branch.flatMap { branches.firstIndex(of: $0) }.map { UInt8($0) } ?? WordColumn.missing,
        condition: names.typed(rule.condition))
    }
    tied = inputs.flags.count < indicators.count || points != nil ? [] : Tied.all(rules, names)
    names.keep(Set((self.rules.map(\.condition) + tied.map(\.condition)).flatMap(\.columns)))
    self.names = names
    self.branches = branches.map { Array($0.utf8) }
    perDeprivation = rules.points?.perDeprivation ?? 1
    mostPoints = perDeprivation * Int64(rules.indicators.count)
  }

  /// The rows with their class and deprivations; what could not be decided is told.
  func classified(_ batch: Batch, _ findings: inout Findings) -> Batch {
    let count = batch.count
    let areas = area.codes(of: batch[inputs.area])
    var flags = flags(batch, &findings)
    let amounts = amounts(batch)
    settle(&flags, areas, amounts, batch, &findings)
    let deprivations = deprivations(batch, flags)
    let decided = decide(
      names.batch(
        batch, areas, deprivations.count, amounts: amounts.column, b2: deprivations.b2, flags: flags))
    var codes = decided.classes
    for wrong in [amounts.wrong, deprivations.wrong] {
      wrong?.forEachRow { codes[$0] = WordColumn.missing }
    }
    let classes = WordColumn.texts(codes, Self.words)
    if classes.validity != nil {
      let gaps = Gaps(
        areas: areas, flags: flags, deprivations: deprivations, amounts: amounts, classes: classes)
      tell(gaps, batch, &findings)
    }
    tellContradictions(deprivations, flags, batch, &findings)
    var columns = batch.columns + [.text(classes), .int(deprivations.count)]
    columns += flags.isEmpty ? indicators.map { _ in Self.unknown(count) } : flags
    if !branches.isEmpty {
      var ways = decided.branches
      // A row without a class has no branch either.
      if let known = classes.validity { (~known).forEachRow { ways[$0] = WordColumn.missing } }
      columns.append(.text(WordColumn.texts(ways, branches)))
    }
    columns.append(.text(WordColumn.texts(of: standard, count: count)))
    if let declared = inputs.declared { columns += self.declared(declared, codes, batch, &findings) }
    return Batch(columns, count: count, origin: batch.origin)
  }

  /// The answer to each indicator; those that the pack asks are asked of what can be answers.
  private func flags(_ batch: Batch, _ findings: inout Findings) -> [Column] {
    guard let sheet else { return inputs.flags.map { $0.answer.evaluate(batch).column } }
    let clean = sheet.clean(batch, &findings)
    let flags = inputs.flags.map { $0.answer.evaluate($0.isAsked ? clean : batch).column }
    tellUnanswered(flags, clean, batch, &findings)
    return flags
  }
  /// Asks the rules in their order: the first that does not say "no" decides.
  private func decide(_ names: Batch) -> (classes: [UInt8], branches: [UInt8]) {
    var classes: [(rows: Bitmap, code: UInt8)] = []
    var ways = classes
    var open: Bitmap?
    for rule in rules {
      guard case .bool(let answer) = rule.condition.evaluate(names).column else { continue }
      let yes = open.map { $0 & answer.isTrue } ?? answer.isTrue
      classes.append((yes, rule.householdClass))
      if !branches.isEmpty { ways.append((yes, rule.branch)) }
      // What is not known stays closed: it is neither this class nor surely a later one.
      let no = answer.validity.map { $0 & ~answer.bits } ?? ~answer.bits
      open = open.map { $0 & no } ?? no
    }
    func codes(_ found: [(rows: Bitmap, code: UInt8)]) -> [UInt8] {
      Bitmap.codes(found, count: names.count, none: WordColumn.missing)
    }
    return (codes(classes), branches.isEmpty ? [] : codes(ways))
  }

  /// The words of the classes, by code.
  static let words = HouseholdClass.allCases.map { Array($0.rawValue.utf8) }
  /// Answers of which nobody said anything.
  private static func unknown(_ count: Int) -> Column {
    .bool(
      Bools(
        Bitmap(count: count), validity: count == 0 ? nil : Bitmap(count: count),
        reasons: count == 0 ? nil : Reasons(Array(repeating: .notReported, count: count))))
  }
}
