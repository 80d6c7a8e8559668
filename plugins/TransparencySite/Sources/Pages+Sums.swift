import Formats
import Plans
import SiteKit
import Units

import struct Tables.FixedPoint

// The numbers of a plan beside the sums of the plans below it.
extension SiteModel {
  /// One row for each target to which something below can be added; no verdict on any.
  func sums(below plan: PlanVerdicts) -> [TemplateValue] {
    PlanCascade(of: plan, among: plans, units: units).rows.map { row in
      [
        "title": .text(row.target.title.text), "url": .text(path(of: row.target, in: plan.plan).text),
        "goal": .text(goal(of: row.target)), "sum": .text(text(row.sum, row.target)),
        "gap": .text(text(row.gap, row.target)), "missing": .text(names(of: row.missing)),
        "parts": .list(
          row.parts.map { part in
            [
              "url": .text(path(of: part.target, in: part.plan.plan).text),
              "text": .text(
                words(
                  .planSumPart,
                  ["plan": part.plan.plan.shortName.text, "goal": goal(of: part.target)])),
            ]
          }),
      ]
    }
  }
  private func text(_ ends: PlanCascade.Ends?, _ target: Target) -> String {
    guard let ends, let unit = target.unit else { return words(.figureNone) }
    guard ends.low != ends.high else { return unit.text(ends.low).text }
    // A dash between a number below zero and another would be read as a minus.
    return "\(VietnameseNumber.text(ends.low)) … \(unit.text(ends.high).text)"
  }
  /// How many units are missing, and the first twelve of them.
  private func names(of missing: [UnitVersion]) -> String {
    guard !missing.isEmpty else { return words(.planSumAll) }
    let shown = missing.sorted { ($0.sortKey, $0.id) < ($1.sortKey, $1.id) }.prefix(12).map(\.name)
    let names = shown.joined(separator: ", ")
    let rest = missing.count - shown.count
    return words(
      .planSumMissing,
      [
        "count": VietnameseNumber.text(missing.count),
        "names": rest == 0
          ? names : words(.planSumMore, ["names": names, "count": VietnameseNumber.text(rest)]),
      ])
  }
}
