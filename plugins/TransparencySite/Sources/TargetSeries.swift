import Figures
import Formats
import Plans
import Units

import struct Tables.FixedPoint

// The series of the measures that a target speaks of.
extension SiteModel {
  struct TargetSeries {
    var table: SeriesTable?
    var chart: SeriesChart?
    /// All figures of the table, other sources too.
    var figures: [Figure] = []
  }

  func series(of verdict: TargetVerdict, in plan: PlanVerdicts) -> TargetSeries {
    let conditions = verdict.readings.flatMap(\.conditions)
    let measures = Set(conditions.map { SiteMeasure($0.condition.measure, group: $0.condition.group) })
    let places = Set([plan.unit.id] + conditions.compactMap { $0.verdict.base?.unit })
    let figures = places.sorted().flatMap { figuresByUnit[$0] ?? [] }.filter {
      measures.contains(SiteMeasure($0))
    }
    // Of a change of every year the chart has the years together.
    let main = verdict.target.isPerYear ? verdict.readings.first?.conditions.last : conditions.first
    guard let first = main, !figures.isEmpty else { return TargetSeries() }
    let column = SiteMeasure(first.condition.measure, group: first.condition.group)
    let table = SeriesTable(figures, standards, areaChange: areaChange(of: plan.unit))
    let name = name(of: column)
    let chart = chart(
      column, of: table, id: "bd",
      title: {
        words(.unitChartTitle, ["measure": name, "unit": plan.unit.name, "from": "\($0)", "to": "\($1)"])
      },
      message: words(.targetChartMessage, ["measure": name]), goal: mark(of: first, verdict.target))
    return TargetSeries(table: table, chart: chart, figures: figures)
  }

  /// What is wanted on the due day: of a cut, the base figure less the cut.
  private func mark(of condition: ConditionVerdict, _ target: Target) -> SeriesChart.Goal? {
    guard let goal = condition.condition.goal, !goal.isBudget,
      let bound = goal.comparison.bound.rounded(places: 2).flatMap({ Int(exactly: $0.units) })
    else { return nil }
    let base = condition.verdict.base
    let wanted: Int
    if target.kind == .change {
      guard let start = base.flatMap({ FigureText($0).hundredths }), let toward = target.toward else {
        return nil
      }
      let (sum, over) =
        toward == .down ? start.subtractingReportingOverflow(bound) : start.addingReportingOverflow(bound)
      guard !over else { return nil }
      wanted = sum
    } else {
      wanted = bound
    }
    return SeriesChart.Goal(
      due: target.due, hundredths: wanted, text: self.goal(of: condition.condition, in: target), base: base,
      result: condition.verdict.result)
  }
}
