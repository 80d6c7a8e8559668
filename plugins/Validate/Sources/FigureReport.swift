import Diagnostics
import Figures
import StageKit
import Tables
import Units

/// Tells what rules have found in figures: findings for the office, notices for everybody.
struct FigureReport {
  let units: UnitRegistry
  private(set) var notices: [Notice] = []
  /// How many faults there are of rules whose severity is `error`.
  private(set) var errors = 0

  init(_ units: UnitRegistry) { self.units = units }

  mutating func tell(_ rule: FigureRule, _ outcome: FigureOutcome, _ findings: inout Findings) {
    for fault in outcome.faults { tell(rule, fault, &findings) }
    tellUnasked(rule, outcome, &findings)
  }

  private mutating func tell(_ rule: FigureRule, _ fault: FigureFault, _ findings: inout Findings) {
    let place = shown(fault.place)
    func words(_ language: Language) -> String {
      let basis = language == .vi ? "căn cứ" : "basis"
      let legal = rule.legal.map { " [\(basis): \($0(language))]" } ?? ""
      return
        "\(place(language)): \((rule.message ?? fault.what)(language)) (\(fault.found(language)))\(legal)"
    }
    let said = Phrase(vi: words(.vi), en: words(.en))
    let origin = fault.figures.lazy.compactMap(\.origin).first
    let code = rule.severity == .error ? "figures.wrong" : "figures.doubtful"
    findings.add(
      code, file: origin?.file ?? "", line: origin?.start.line ?? 0,
      Phrase(
        vi: "\(rule.id): \(said.vi)" + (rule.remedy.map { "; \($0.vi)" } ?? ""),
        en: "\(rule.id): \(said.en)" + (rule.remedy.map { "; \($0.en)" } ?? "")))
    // What is only to be looked at is no matter for everybody.
    guard rule.severity == .error else { return }
    errors += 1
    let neither = Phrase(
      vi: "Các số được nêu như đã công bố, không sửa.", en: "They are given as published, none is mended.")
    notices.append(
      Notice(
        "figures.wrong", Phrase(vi: "\(said.vi). \(neither.vi)", en: "\(said.en). \(neither.en)"),
        unit: fault.place.unit, figures: fault.figures.map(\.id)))
  }

  /// A unit, a day, and a group where it is not all.
  func shown(_ place: FigurePlace) -> Phrase {
    let name = units.unit(id: place.unit)?.name ?? place.unit
    let group = place.group == "all" ? "" : ", \(place.group)"
    return Phrase(
      vi: "\(name), \(place.day.vietnamese)\(group)", en: "\(name), \(place.day.iso)\(group)")
  }
}
