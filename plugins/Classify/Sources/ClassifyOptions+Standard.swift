import Diagnostics
import StageKit
import Standards
import Tables

extension ClassifyOptions {
  /// The standard that is named, else the only one that is valid on the reference date; what is wrong is noted.
  func chosenStandard(_ plan: inout Planning) -> Standard? {
    let library = plan[StandardLibrary.self]
    let day = plan.pipeline.referenceDate
    guard let standard = named(in: library, &plan) ?? only(of: library, on: day, &plan) else { return nil }
    if let day, !standard.isValid(on: day) {
      plan.report(.standardThen(standard, on: day, at: $standard))
      return nil
    }
    if let scope = standard.scope, scope.province != province {
      plan.report(.scope(standard, scope, said: province, at: $province ?? $standard ?? plan.range))
      return nil
    }
    guard let rules = standard.rules, points != nil || !rules.rules.isEmpty else {
      plan.report(.standardWithoutRules(standard, at: $standard ?? plan.range))
      return nil
    }
    let unsure = standard.provisionalParts(byPoints: points != nil, conditions: asked(of: rules))
    guard allowProvisional || unsure.isEmpty else {
      plan.report(.provisional(standard, unsure, at: $standard ?? plan.range))
      return nil
    }
    return standard
  }
  /// The indicators that are asked by the conditions of the standard.
  private func asked(of rules: ClassRules) -> [String] {
    guard conditions else { return [] }
    return rules.indicators.map(\.id).filter { deprivations?[$0] == nil }
  }
  private func named(in library: StandardLibrary, _ plan: inout Planning) -> Standard? {
    guard let standard else { return nil }
    do throws(Diagnostics) { return try library.resolve(standard, at: $standard) } catch {
      plan.report(error)
      return nil
    }
  }
  private func only(of library: StandardLibrary, on day: Day?, _ plan: inout Planning) -> Standard? {
    guard standard == nil else { return nil }
    guard let day else {
      plan.report(.standardNotNamed(at: plan.range))
      return nil
    }
    let valid = library.valid(on: day, in: province)
    if valid.count != 1 { plan.report(.standards(valid, on: day, at: plan.range)) }
    return valid.count == 1 ? valid[0] : nil
  }
}
