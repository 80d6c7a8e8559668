import Figures
import Formats
import Plans
import SiteKit

import struct Tables.Day

// What a target is, line by line.
extension SiteModel {
  func meta(of verdict: TargetVerdict, in plan: PlanVerdicts) -> [TemplateValue] {
    let target = verdict.target
    let kind = words.named("kind", target.kind.rawValue) ?? target.kind.rawValue
    var lines = [
      line(.targetPlan, plan.plan.name.text, path: path(of: plan.plan).text),
      line(.targetUnit, fullName(of: plan.unit), path: path(of: plan.unit).text),
      line(.targetCode, target.id), line(.targetKind, kind), line(.targetPlace, target.place),
    ]
    if let population = target.population { lines.append(line(.targetPopulation, population.text)) }
    let goal = goal(of: target)
    if !goal.isEmpty { lines.append(line(target.kind == .entitlement ? .targetAmount : .targetGoal, goal)) }
    lines += parts(of: target)
    if let baseline = target.baseline { lines.append(line(.targetBaseline, baseline.vietnamese)) }
    lines += path(of: target)
    lines.append(line(.targetDue, target.due.vietnamese))
    if let reason = target.dueReason { lines.append(line(.targetDueReason, reason.text)) }
    lines += values(of: verdict)
    if !target.hasPace { lines.append(line(.targetRemark, words(.targetNoPace))) }
    if target.isInferred { lines.append(line(.targetRemark, words(.targetInferred))) }
    if let remark = target.remark { lines.append(line(.targetRemark, remark.text)) }
    return lines
  }
  /// The plan's own path, a line a place.
  private func path(of target: Target) -> [TemplateValue] {
    guard let unit = target.unit ?? target.readings.first?.conditions.first?.goal?.unit else { return [] }
    return target.milestones.map { milestone in
      let goal = Goal(milestone.comparison, unit).text().text
      return line(.targetPath, words(.targetAsOf, ["value": goal, "day": milestone.on.vietnamese]))
    }
  }
  private func values(of verdict: TargetVerdict) -> [TemplateValue] {
    let places = PrintedPlaces(verdict).count
    let head = head(of: verdict)
    let figures: [(SiteWord, Figure?)] = [(.targetBase, head.base), (.targetResult, head.result)]
    let lines = figures.compactMap { name, figure in
      guard let figure else { return TemplateValue?.none }
      let value = text(figure, unit: verdict.target.unit, places: places)
      return line(name, words(.targetAsOf, ["value": value, "day": figure.asOf.vietnamese]))
    }
    guard let achieved = verdict.verdict.achieved else { return lines }
    return lines + [line(.targetAchieved, achieved.text)]
  }
  private func text(_ figure: Figure, unit: TargetUnit?, places: Int) -> String {
    guard case .text(let number)? = cell(figure, unit: unit, places: places)["number"] else {
      return words(for: figure)
    }
    let derived = figure.grade == .derived ? " (\(words(.figureDerived)))" : ""
    return number + derived + (Symbol(figure).map { " \($0.mark)" } ?? "")
  }
  private func parts(of target: Target) -> [TemplateValue] {
    guard let unit = target.unit else { return [] }
    return target.parts.map { part in
      let value = unit.text(part.value).text
      return line(
        .targetPart,
        "\(part.name.text): \(part.isOnTop ? words(.targetOnTop, ["value": value]) : value)")
    }
  }
}
