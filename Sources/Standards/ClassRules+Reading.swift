import Diagnostics
import Expressions
import StageKit
import Tables

extension ClassRules {
  /// The rules of a file; `nil` when it has none, or when something is wrong, which has then been noted.
  init?(_ fields: StandardFields, _ problems: inout Diagnostics) {
    let given = [fields.incomeLines != nil, fields.indicators != nil, fields.cutoff != nil]
    guard fields.classes != nil || fields.points != nil || given.contains(true) else { return nil }
    guard let lines = fields.incomeLines, let indicators = fields.indicators, let cutoff = fields.cutoff,
      let classes = fields.classes
    else {
      problems.add(.incompleteRules(fields))
      return nil
    }
    self.init(
      lines: Self.lines(lines, &problems), indicators: Self.indicators(indicators, cutoff, &problems),
      cutoff: Int64(cutoff.deprivations), cutoffClause: cutoff.clause, rules: classes.map { ClassRule($0) },
      points: fields.points.map { points in
        PointRules(
          lines: Self.lines(points.lines, &problems), perDeprivation: Int64(points.perDeprivation),
          clause: points.clause, rules: points.classes.map { ClassRule($0) })
      })
    Self.check(classes, fields.$classes, schema(), &problems)
    if let points = fields.points { Self.check(points.classes, points.$classes, pointSchema, &problems) }
  }

  private static func lines(_ lines: Mapping<LineFields>, _ problems: inout Diagnostics) -> [AreaLine] {
    for line in lines.entries
    where reserved.contains(line.name) || line.name.wholeMatch(of: /[a-z][a-z0-9_]*/) == nil {
      problems.add(.lineName(line.name, at: line.range))
    }
    return lines.entries.map {
      AreaLine(
        name: $0.name, rural: Int64($0.value.rural), urban: Int64($0.value.urban), clause: $0.value.clause)
    }
  }
  private static func indicators(
    _ indicators: [IndicatorFields], _ cutoff: CutoffFields, _ problems: inout Diagnostics
  ) -> [Indicator] {
    if indicators.count != cutoff.of || cutoff.deprivations > cutoff.of {
      problems.add(.cutoff(cutoff, of: indicators.count))
    }
    for (index, indicator) in indicators.enumerated()
    where indicators[..<index].contains(where: { $0.id == indicator.id }) {
      problems.add(.indicatorTwice(indicator))
    }
    return indicators.map {
      Indicator(id: $0.id, dimension: $0.dimension.phrase, name: $0.name.phrase, clause: $0.clause)
    }
  }
  /// Notes conditions that cannot be asked of the names there are.
  private static func check(
    _ rules: [RuleFields], _ range: SourceRange?, _ schema: Schema, _ problems: inout Diagnostics
  ) {
    if rules.isEmpty { problems.add(.noRules(at: range)) }
    for rule in rules {
      do throws(ExpressionProblems) {
        let typed = try rule.when.expression.typed(in: schema, referenceDate: nil)
        if typed.type != .bool { problems.add(.notCondition(rule)) }
      } catch {
        for problem in error.all {
          problems.add(Diagnostic(problem.code, problem.message, at: rule.$when, hint: problem.hint))
        }
      }
    }
  }
}

extension ClassRule {
  fileprivate init(_ fields: RuleFields) {
    self.init(
      householdClass: fields.class, branch: fields.branch, condition: fields.when.expression,
      clause: fields.clause)
  }
}
