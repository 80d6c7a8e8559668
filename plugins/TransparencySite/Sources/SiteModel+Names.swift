import Diagnostics
import Figures
import SiteKit
import Standards

// What readers call measures, parts of the population and standards.
extension SiteModel {
  /// What readers call a measure of a part of the population; `standard` is that of its figures.
  ///
  /// A target may lend its title to a measure that has no name of its own, and to no other: a title speaks of one part of
  /// the population and of one direction.
  func name(of measure: SiteMeasure, under standard: String? = nil) -> String {
    let name = measureName(measure.measure, under: standard)
    guard let group = groupName(measure.group) else { return name }
    return "\(name) (\(group))"
  }
  /// The name without the part of the population.
  func measureName(_ measure: String, under standard: String? = nil) -> String {
    if let name = words.named("measure", measure) { return name }
    if let indicator = indicatorName(measure, under: standard) {
      let isRate = measure.hasPrefix(KnownMeasures.deprivationRatePrefix)
      return words(
        isRate ? .nameDeprivationRate : .nameDeprived, ["indicator": indicator.lowercasedFirst])
    }
    return titles[measure] ?? measure
  }
  /// What the standard calls the indicator of a measure; `nil` for a measure of something else.
  func indicatorName(_ measure: String, under standard: String? = nil) -> String? {
    IndicatorNames(standards).name(ofMeasure: measure, under: standard)
  }
  /// What readers call a part of the population; `nil` for all of it.
  func groupName(_ group: String) -> String? {
    if group == "all" { return nil }
    if let name = words.named("group", group) { return name }
    let people = "ethnicity:"
    guard group.hasPrefix(people), group.count > people.count else { return group }
    return words(.namePeople, ["name": String(group.dropFirst(people.count))])
  }
  /// What readers call a standard; empty where none applies.
  func standardName(_ id: String) -> String { standards[id]?.name.text ?? id }
}
