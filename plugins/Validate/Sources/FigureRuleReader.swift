import Diagnostics
import Expressions
import StageKit
import Tables

/// Makes rules on figures of what is written, and notes at its place what is wrong with them.
struct FigureRuleReader {
  private(set) var rules: [FigureRule] = []
  private var places: [String: SourceRange?] = [:]

  mutating func read(_ source: FigureRuleSource, namedAt range: SourceRange?, _ plan: inout Planning) {
    for written in plan.writtenRules(source, namedAt: range) { read(written.rule, written.remedy, &plan) }
  }

  private mutating func read(_ options: FigureRuleOptions, _ remedy: Phrase?, _ plan: inout Planning) {
    if let first = places[options.id] {
      plan.report(.sameID(options.id, at: options.$id, first: first))
    } else {
      places[options.id] = .some(options.$id)
    }
    if let problem = options.misfit { return plan.report(problem) }
    guard let check = self.check(options, &plan) else { return }
    rules.append(
      FigureRule(
        id: options.id, severity: options.severity, place: options.$id, legal: options.legal?.phrase,
        message: options.message?.phrase, remedy: remedy, check: check))
  }

  private func check(_ options: FigureRuleOptions, _ plan: inout Planning) -> (any FigureCheck)? {
    if let rate = options.rate {
      return RateCheck(
        rate: rate.rate, part: rate.part, sum: rate.sum ?? [], whole: rate.whole, group: options.group,
        wholeGroup: rate.wholeGroup)
    }
    if let rates = options.rates { return RateSumCheck(whole: rates.whole, parts: rates.parts) }
    if let implied = options.implied {
      return ImpliedCheck(
        pairs: implied.rates.entries.map { .init(rate: $0.name, part: $0.value) }, whole: implied.whole)
    }
    if let outlier = options.outlier {
      return OutlierCheck(
        method: outlier.method, measure: outlier.measure, per: outlier.per, level: outlier.level.unitLevel)
    }
    if let parts = options.parts {
      return PartsCheck(
        measures: parts.measures ?? [],
        nets: (parts.nets?.entries ?? []).map {
          .init(name: $0.name, plus: $0.value.plus, less: $0.value.less)
        }, from: parts.from.unitLevel, to: Set(parts.to.map(\.unitLevel)))
    }
    return options.check.flatMap { counts($0, options, &plan) }
  }
  private func counts(
    _ text: ExpressionText, _ options: FigureRuleOptions, _ plan: inout Planning
  ) -> CountCheck? {
    let texts = [text, options.when, options.computed].compactMap { $0 }
    var names: [String] = []
    for name in texts.flatMap({ ConditionText($0.text).names }) where !names.contains(name) {
      names.append(name)
    }
    // Words of the language are among the names; no expression asks for them as columns.
    let schema = Schema(names.map { Field($0, .int, .count) })
    guard let check = plan.expression(text, in: schema, wanting: .bool) else { return nil }
    let when = options.when.map { plan.expression($0, in: schema, wanting: .bool) }
    let computed = options.computed.map { plan.expression($0, in: schema, wanting: .int) }
    if case .some(.none) = when { return nil }
    if case .some(.none) = computed { return nil }
    let used = Set(check.columns + (when??.columns ?? []) + (computed??.columns ?? []))
    for cell in options.cells?.entries ?? [] where !used.contains(cell.name) {
      plan.report(.unusedCell(cell.name, at: cell.range, of: used.sorted()))
    }
    let cells = Dictionary((options.cells?.entries ?? []).map { ($0.name, $0.value) }) { first, _ in first }
    return CountCheck(
      text: ConditionText(text.text), check: check, when: when ?? nil, computed: computed ?? nil,
      names: names, cells: cells, used: used, group: options.group, standards: options.standards.map(Set.init)
    )
  }
}

extension FigureRuleOptions {
  /// What is wrong with the options of a rule.
  fileprivate var misfit: Diagnostic? {
    let asked = [check != nil, rate != nil, rates != nil, implied != nil, parts != nil, outlier != nil]
      .count { $0 }
    if asked != 1 { return .oneOfThese(id, asked, at: $id) }
    for (name, isThere, range) in [
      ("cells", cells != nil, $cells), ("computed", computed != nil, $computed), ("when", when != nil, $when),
    ] where isThere && check == nil { return .needs("check", for: name, at: range) }
    if standards != nil, check == nil { return .needs("check", for: "standards", at: $standards) }
    if standards?.isEmpty == true { return .emptyList("standards", at: $standards) }
    if group != nil, check == nil, rate == nil { return .needs("check, rate", for: "group", at: $group) }
    if let outlier, outlier.method == .funnel, outlier.per == nil {
      return .needs("per", for: "method: funnel", at: outlier.$method)
    }
    if let parts {
      for level in parts.to where level.unitLevel >= parts.from.unitLevel {
        return .partsLevel(parts.from.rawValue, level.rawValue, at: parts.$to)
      }
      if let problem = parts.misfit { return problem }
    }
    if let rates, rates.parts.isEmpty { return .emptyList("parts", at: rates.$parts) }
    if let implied, implied.rates.entries.count < 2 {
      return .needs("rates: { …, … }", for: "implied", at: implied.$rates)
    }
    if let rate, rate.sum?.isEmpty == true { return .emptyList("sum", at: rate.$sum) }
    if let rate, rate.rate.hasSuffix("*") != rate.part.hasSuffix("*") {
      return .needs("part: …*", for: "rate: …*", at: rate.rate.hasSuffix("*") ? rate.$part : rate.$rate)
    }
    for cell in cells?.entries ?? [] where cell.value.measures.contains(where: { $0.hasSuffix("*") }) {
      if cell.value.take == .sum { return .needs("take: largest", for: "measures: […*]", at: cell.range) }
    }
    for cell in cells?.entries ?? [] where cell.value.measures.isEmpty {
      return .emptyList("measures", at: cell.range)
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func oneOfThese(_ id: String, _ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "validate.no-condition",
      count == 0
        ? Phrase(vi: "quy tắc '\(id)' không yêu cầu gì", en: "the rule '\(id)' asks for nothing")
        : Phrase(vi: "quy tắc '\(id)' có \(count) yêu cầu", en: "the rule '\(id)' asks for \(count) things"),
      at: range,
      hint: Phrase(
        vi: "ghi đúng một trong: check, rate, rates, implied, parts, outlier",
        en: "write one of: check, rate, rates, implied, parts, outlier"))
  }
  fileprivate static func partsLevel(_ from: String, _ to: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "validate.parts-level",
      Phrase(vi: "'\(from)' không phải là phần của '\(to)'", en: "a '\(from)' is no part of a '\(to)'"),
      at: range,
      hint: Phrase(vi: "to phải là các cấp trên của from", en: "`to` must be levels above that of `from`"))
  }
  fileprivate static func unusedCell(_ name: String, at range: SourceRange?, of used: [String]) -> Diagnostic
  {
    Diagnostic(
      "validate.unused-cell",
      Phrase(vi: "không biểu thức nào dùng '\(name)'", en: "no expression uses '\(name)'"), at: range,
      hint: used.suggestion(for: name))
  }
}
extension PartsOptions {
  /// What is wrong with what is added up.
  fileprivate var misfit: Diagnostic? {
    if measures == nil, nets == nil { return .needs("measures, nets", for: "from", at: $from) }
    if measures?.isEmpty == true { return .emptyList("measures", at: $measures) }
    if nets?.entries.isEmpty == true { return .emptyList("nets", at: $nets) }
    for net in nets?.entries ?? [] {
      if net.value.plus.isEmpty { return .emptyList("plus", at: net.value.$plus) }
      if net.value.less.isEmpty { return .emptyList("less", at: net.value.$less) }
    }
    return nil
  }
}
