import Diagnostics
import Disclosure
import Figures
import Plans
import SiteKit

// How the measures on the site are made, from the formulas that the program keeps of them.
extension SiteModel {
  /// The formulas of what the site shows and of nothing else: its figures, and the changes its targets ask for.
  var shownFormulas: [MeasureFormula] {
    var shown = Set(table.figures.compactMap { KnownMeasures.formula(of: $0.measure)?.id })
    if targets.map(\.target).contains(where: \.asksChange) { shown.insert("change") }
    return KnownMeasures.formulas.filter { shown.contains($0.id) }
  }
  func record(_ formula: MeasureFormula) -> TemplateValue {
    [
      "anchor": .text("cong-thuc-" + formula.id.replacing("_", with: "-")), "name": .text(formula.name.text),
      "english": .text(formula.name(.en)), "symbol": .text(formula.symbol),
      "text": .text(formula.formula.text), "text_english": .text(formula.formula(.en)),
      "numerator": .optional(formula.numerator?.text), "denominator": .optional(formula.denominator?.text),
      "remark": .optional(formula.remark?.text),
    ]
  }
}
extension Target {
  /// Whether it asks for a change in some reading.
  fileprivate var asksChange: Bool {
    readings.flatMap(\.conditions).contains { $0.goal?.isChange ?? false }
  }
}
