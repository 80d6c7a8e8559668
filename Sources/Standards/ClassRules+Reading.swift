import Diagnostics
import Expressions
import StageKit

extension ClassRules {
  /// The rules of a file; `nil` when it has none, or when something is wrong, which has then been noted.
  init?(_ fields: StandardFields, _ problems: inout Diagnostics) {
    let given = [
      fields.incomeLines != nil, fields.indicators != nil, fields.cutoff != nil, fields.classes != nil,
      fields.points != nil,
    ]
    guard given.contains(true) else { return nil }
    guard let lines = fields.incomeLines, fields.isComplete else {
      problems.add(.incompleteRules(fields))
      return nil
    }
    self.init(
      lines: Self.lines(lines, &problems), indicators: Self.indicators(fields, &problems),
      cutoff: fields.cutoff.map { Int64($0.deprivations) }, cutoffOf: fields.cutoff.map { Int64($0.of) },
      cutoffClause: fields.cutoff.map { Clause($0.clause, $0.checked) },
      household: Self.columns(fields.form?.household),
      member: Self.columns(fields.form?.member),
      branchNames: (fields.branches?.entries ?? []).map {
        BranchName(id: $0.name, name: $0.value.name.phrase, checked: $0.value.checked)
      },
      rules: (fields.classes ?? []).map { ClassRule($0) }, gap: fields.gap.map { Gap($0) },
      points: fields.points.map { PointRules($0, &problems) })
    check(fields, &problems)
  }

  private static func lines(_ lines: Mapping<LineFields>, _ problems: inout Diagnostics) -> [AreaLine] {
    problems.add(lineNames: lines)
    return lines.entries.map {
      AreaLine(
        name: $0.name, rural: Int64($0.value.rural), urban: Int64($0.value.urban),
        indicator: $0.value.indicator, period: $0.value.per, isProvisional: $0.value.provisional,
        clause: Clause($0.value.clause, $0.value.checked))
    }
  }
  private static func indicators(_ fields: StandardFields, _ problems: inout Diagnostics) -> [Indicator] {
    let indicators = fields.indicators ?? []
    if let cutoff = fields.cutoff {
      let isWrong = fields.indicators != nil && indicators.count != cutoff.of
      if isWrong || cutoff.deprivations > cutoff.of { problems.add(.cutoff(cutoff, of: indicators.count)) }
    }
    for (index, indicator) in indicators.enumerated()
    where indicators[..<index].contains(where: { $0.id == indicator.id }) {
      problems.add(.indicatorTwice(indicator))
    }
    return indicators.map {
      Indicator(
        id: $0.id, dimension: $0.dimension.phrase, name: $0.name.phrase,
        clause: Clause($0.clause, $0.checked),
        isProvisional: $0.provisional,
        condition: $0.condition.flatMap { IndicatorCondition($0, &problems) })
    }
  }
  private static func columns(_ columns: Mapping<FormColumnFields>?) -> [FormColumn] {
    (columns?.entries ?? []).map { FormColumn($0.name, $0.value) }
  }
}

extension StandardFields {
  /// Whether nothing is missing of the rules: a provisional pack may lack what is not known, and one of income alone has
  /// neither indicators nor a cut-off.
  var isComplete: Bool {
    if provisional != nil { return true }
    return classes != nil && (indicators == nil) == (cutoff == nil)
  }
}
extension Diagnostics {
  /// Notes names that conditions could not speak of.
  mutating func add<Fields>(lineNames lines: Mapping<Fields>) {
    for line in lines.entries
    where ClassRules.reserved.contains(line.name) || line.name.hasPrefix(Indicator.flagPrefix)
      || line.name.wholeMatch(of: /[a-z][a-z0-9_]*/) == nil
    {
      add(.lineName(line.name, at: line.range))
    }
  }
}
extension PointRules {
  init(_ fields: PointFields, _ problems: inout Diagnostics) {
    problems.add(lineNames: fields.lines)
    self.init(
      lines: fields.lines.entries.map {
        AreaLine(
          name: $0.name, rural: Int64($0.value.rural), urban: Int64($0.value.urban),
          indicator: nil, period: nil, isProvisional: $0.value.provisional,
          clause: Clause($0.value.clause, $0.value.checked))
      },
      perDeprivation: Int64(fields.perDeprivation), clause: Clause(fields.clause, fields.checked),
      isProvisional: fields.provisional, rules: fields.classes.map { ClassRule($0) })
  }
}
extension IndicatorCondition {
  fileprivate init?(_ fields: ConditionFields, _ problems: inout Diagnostics) {
    guard (fields.household == nil) != (fields.member == nil), let text = fields.household ?? fields.member
    else {
      problems.add(.condition(fields))
      return nil
    }
    self.init(
      level: fields.household == nil ? .member : .household, expression: text.expression,
      meaning: fields.meaning.phrase, clause: Clause(fields.clause, fields.checked),
      isProvisional: fields.provisional)
  }
}
extension ClassRule {
  init(_ fields: RuleFields) {
    self.init(
      householdClass: fields.class, branch: fields.branch, condition: fields.when.expression,
      clause: Clause(fields.clause, fields.checked), isProvisional: fields.provisional)
  }
}
