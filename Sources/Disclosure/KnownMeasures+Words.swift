import Diagnostics
import Figures

extension KnownMeasures {
  /// What each is called, as the theme that the program brings has it.
  static let words: [String: Phrase] = [
    "households": Phrase(vi: "Tổng số hộ", en: "Households"),
    "poor": Phrase(vi: "Hộ nghèo", en: "Poor households"),
    "near_poor": Phrase(vi: "Hộ cận nghèo", en: "Near-poor households"),
    "poor_plus_near": Phrase(vi: "Hộ nghèo và cận nghèo", en: "Poor and near-poor households"),
    "poor_rate": Phrase(vi: "Tỷ lệ hộ nghèo", en: "Rate of poor households"),
    "near_poor_rate": Phrase(vi: "Tỷ lệ hộ cận nghèo", en: "Rate of near-poor households"),
    "multidimensional_rate": Phrase(vi: "Tỷ lệ nghèo đa chiều", en: "Multidimensional poverty rate"),
    "poor_persons": Phrase(vi: "Nhân khẩu thuộc hộ nghèo", en: "People in poor households"),
    "near_poor_persons": Phrase(vi: "Nhân khẩu thuộc hộ cận nghèo", en: "People in near-poor households"),
  ]
}
extension Ledger {
  /// The titles of targets by the measure of the figure they were judged on, for measures without a name of their own.
  var lentTitles: [String: Phrase] {
    let asked = verdicts.values.sorted { $0.target < $1.target }.compactMap { verdict -> (String, Phrase)? in
      guard let figure = verdict.result ?? verdict.base, let measure = subjects[figure]?.measure else {
        return nil
      }
      return (measure, verdict.title)
    }
    return Dictionary(asked) { first, _ in first }
  }
}
