import Figures
import Plans
import SiteKit

// Targets in words.
extension SiteModel {
  /// What a target wants, as its first reading has it; empty for activities.
  func goal(of target: Target) -> String {
    if let amount = target.amount, let unit = target.unit, target.kind == .entitlement {
      return unit.text(amount).text
    }
    guard let condition = target.readings.first?.conditions.first else { return "" }
    return goal(of: condition, in: target)
  }
  func goal(of condition: Condition, in target: Target) -> String {
    guard let goal = condition.goal else {
      return target.toward.map { words(.targetDirection, ["verb": $0.verb.text]) } ?? ""
    }
    return goal.fullText(toward: target.kind == .change ? target.toward : nil).text
  }

  /// One row of a table of targets.
  func row(_ target: TargetVerdict, of plan: Plan) -> TemplateValue {
    let result = cells(of: target)
    return [
      "anchor": .text(anchor(of: target.target, in: plan)),
      "url": .text(path(of: target.target, in: plan).text),
      "title": .text(target.target.title.text), "verdict": record(target.verdict),
      "goal": .text(goal(of: target.target)), "result": .record(result.result), "base": .record(result.base),
    ]
  }
  /// How far a measure has moved, when that is what the target asks for: beside a cut of 1.225 the number of those who are
  /// left would be read as the cut.
  private func achieved(_ verdict: Verdict) -> [String: TemplateValue]? {
    guard let achieved = verdict.achieved, let result = verdict.result, let base = verdict.base else {
      return nil
    }
    // What was worked out of an estimate is one.
    let symbol = [result, base].compactMap { Symbol($0.status) }.max { $1 == .estimate && $0 != .estimate }
    return [
      "number": .text(achieved.text), "symbol": .optional(symbol?.mark),
      "symbol_word": .optional(symbol.flatMap { words.named("symbols", $0.rawValue) }),
      "derived": .flag([result, base].contains { $0.grade == .derived }), "url": .nothing,
    ]
  }
  /// The verdict whose figures stand at the head of a target: of a change of every year that on the years together, so that
  /// the base figure is the one of the baseline.
  func head(of target: TargetVerdict) -> Verdict {
    guard target.target.isPerYear else { return target.verdict }
    let reading = target.readings.first { $0.verdict == target.verdict } ?? target.readings.first
    return reading?.conditions.last?.verdict ?? target.verdict
  }
  /// Result and base figure, with as many places as the verdict needs to be seen true.
  private func cells(
    of target: TargetVerdict
  ) -> (result: [String: TemplateValue], base: [String: TemplateValue]) {
    let (verdict, head) = (target.verdict, head(of: target))
    let unit = target.target.unit
    let places = PrintedPlaces(target).count
    let noBase: [String: TemplateValue] = [
      "number": .nothing, "symbol": .text(Symbol.notApplicable.mark),
      "symbol_word": .optional(words.named("symbols", Symbol.notApplicable.rawValue)), "derived": false,
      "url": .nothing,
    ]
    let needsBase = target.target.baseline != nil || head.base != nil
    return (
      achieved(verdict) ?? cell(head.result, unit: unit, places: places),
      needsBase ? cell(head.base, unit: unit, places: places) : noBase
    )
  }
}
