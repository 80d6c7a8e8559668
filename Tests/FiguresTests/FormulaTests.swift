import Diagnostics
import Foundation
import Testing

@testable import Figures

/// Every measure says how it is made, in both languages.
@Suite struct FormulaTests {
  @Test func `every known measure has a formula`() {
    for measure in KnownMeasures.all {
      #expect(KnownMeasures.formula(of: measure)?.id == measure, "\(measure)")
    }
    #expect(Set(KnownMeasures.formulas.map(\.id)).count == KnownMeasures.formulas.count)
  }
  @Test(arguments: KnownMeasures.formulas) func `a formula is told in both languages`(formula: MeasureFormula)
  {
    let phrases = [
      formula.name, formula.formula, formula.numerator, formula.denominator, formula.remark,
    ].compactMap { $0 }
    for text in phrases.flatMap({ [$0.vi, $0.en] }) {
      #expect(!text.isEmpty && text == text.precomposedStringWithCanonicalMapping, "\(text)")
    }
    #expect(formula.name.vi != formula.name.en && !formula.symbol.isEmpty)
    #expect((formula.numerator == nil) == (formula.denominator == nil))
  }
  @Test func `every rate says what it is a share of`() {
    for rate in KnownMeasures.rates {
      let formula = KnownMeasures.formula(of: rate)
      #expect(formula?.numerator != nil)
      #expect(formula?.denominator?.vi.hasPrefix("tổng số hộ của đơn vị") == true)
    }
  }
  @Test func `poor and near-poor together are never called H or M0`() {
    let rate = KnownMeasures.formula(of: "multidimensional_rate")
    #expect(rate?.numerator?.vi == "số hộ nghèo cộng số hộ cận nghèo (N + C)")
    #expect(rate?.remark?.en.contains("neither the H nor the M0") == true)
    let vi = "Tỷ lệ nghèo đa chiều"
    #expect(KnownMeasures.formulas.filter { $0.name.vi == vi }.map(\.id) == ["multidimensional_rate"])
    for id in ["h", "m0"] { #expect(KnownMeasures.formula(of: id)?.name.vi.contains(vi) == false) }
  }
  @Test func `every count of a lacking indicator is made in one way`() {
    #expect(KnownMeasures.formula(of: "deprived_water")?.symbol == "Dj")
    #expect(KnownMeasures.formula(of: "deprivation_rate_water")?.symbol == "100 · Dj / N")
    #expect(KnownMeasures.formula(of: "deprivation_count") == nil)
    #expect(KnownMeasures.formula(of: "budget_disbursed") == nil)
    #expect(KnownMeasures.formula(of: "") == nil)
  }
}
