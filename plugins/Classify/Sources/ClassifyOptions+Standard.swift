import Diagnostics
import StageKit
import Standards

extension ClassifyOptions {
  /// The standard that is named, else the only one that is valid on the reference date; what is wrong is noted.
  func chosenStandard(_ plan: inout Planning) -> Standard? {
    let choice = StandardChoice(
      id: standard, place: $standard, province: province, provincePlace: $province,
      allowsProvisional: allowProvisional)
    guard let standard = choice.chosen(&plan) else { return nil }
    guard let rules = standard.rules, points != nil || !rules.rules.isEmpty else {
      plan.report(.standardWithoutRules(standard, at: $standard ?? plan.range))
      return nil
    }
    let unsure = standard.provisionalParts(byPoints: points != nil, conditions: asked(of: rules))
    return choice.allows(unsure, of: standard, &plan) ? standard : nil
  }
  /// The indicators that are asked by the conditions of the standard.
  private func asked(of rules: ClassRules) -> [String] {
    guard conditions else { return [] }
    return rules.indicators.map(\.id).filter { deprivations?[$0] == nil }
  }
}
