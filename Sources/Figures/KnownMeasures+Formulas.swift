import Diagnostics

extension KnownMeasures {
  /// How the word of a count of households that lack an indicator begins; the id of the indicator follows.
  public static let deprivedPrefix = "deprived_"
  /// How the word of a share of households that lack an indicator begins; the id of the indicator follows.
  ///
  /// It is a share of the poor in the group `class:poor`, of the near-poor in `class:near_poor`, else of all households.
  public static let deprivationRatePrefix = "deprivation_rate_"
  /// Both, before the id of an indicator.
  static let prefixes = [deprivedPrefix, deprivationRatePrefix]

  /// The formulas of all measures: those of figures, those of poverty, and the changes between two years.
  public static let formulas: [MeasureFormula] =
    countFormulas + rateFormulas + povertyFormulas + shareFormulas + changeFormulas

  /// How a measure is made; every count, and every share, of a lacking indicator is made in one way.
  ///
  /// - Returns: `nil` for a measure that only a plan knows.
  public static func formula(of measure: String) -> MeasureFormula? {
    let id = prefixes.first(where: measure.hasPrefix) ?? measure
    return byID[id].map { formulas[$0] }
  }
  private static let byID = Dictionary(formulas.enumerated().map { ($1.id, $0) }) { first, _ in first }

  private static let allHouseholds = Phrase(
    vi: "tổng số hộ của đơn vị vào ngày ghi cạnh nó, kể cả hộ không được rà soát",
    en: "all households of the unit on the day told beside it, those that were not reviewed too")

  private static let countFormulas: [MeasureFormula] = [
    MeasureFormula(
      "households", "T", Phrase(vi: "Tổng số hộ", en: "Households"),
      Phrase(
        vi:
          "T = số hộ của đơn vị, như nguồn ghi; khi chương trình tự cộng các xã thì thiếu một xã là không có tổng",
        en:
          "T = the households of the unit, as the source has them; where communes are added up, none with one lacking"
      )),
    MeasureFormula(
      "poor", "N", Phrase(vi: "Hộ nghèo", en: "Poor households"),
      Phrase(
        vi: "N = số hộ được phân loại là hộ nghèo", en: "N = the households that are classified as poor")),
    MeasureFormula(
      "near_poor", "C", Phrase(vi: "Hộ cận nghèo", en: "Near-poor households"),
      Phrase(
        vi: "C = số hộ được phân loại là hộ cận nghèo",
        en: "C = the households that are classified as near-poor")),
    MeasureFormula(
      "poor_plus_near", "N + C", Phrase(vi: "Hộ nghèo và cận nghèo", en: "Poor and near-poor households"),
      Phrase(
        vi: "N + C; một hộ chỉ thuộc một loại", en: "N + C; a household is of one class alone")),
    MeasureFormula(
      "poor_persons", "pN", Phrase(vi: "Nhân khẩu thuộc hộ nghèo", en: "People in poor households"),
      Phrase(
        vi: "pN = cộng số nhân khẩu của các hộ nghèo", en: "pN = the sum of the members of poor households")),
    MeasureFormula(
      "near_poor_persons", "pC",
      Phrase(vi: "Nhân khẩu thuộc hộ cận nghèo", en: "People in near-poor households"),
      Phrase(
        vi: "pC = cộng số nhân khẩu của các hộ cận nghèo",
        en: "pC = the sum of the members of near-poor households")),
    MeasureFormula(
      deprivedPrefix, "Dj", Phrase(vi: "Hộ thiếu hụt một chỉ số", en: "Households that lack an indicator"),
      Phrase(
        vi: "Dj = số hộ của loại ấy (nghèo hoặc cận nghèo) thiếu hụt chỉ số j",
        en: "Dj = the households of the class (poor or near-poor) that lack the indicator j"),
      remark: Phrase(
        vi: "Một hộ có thể thiếu hụt nhiều chỉ số, nên không cộng các chỉ số với nhau.",
        en: "A household may lack several, so the indicators are not added up.")),
  ]
  private static let rateFormulas: [MeasureFormula] = [
    MeasureFormula(
      "poor_rate", "100 · N / T", Phrase(vi: "Tỷ lệ hộ nghèo", en: "Rate of poor households"),
      Phrase(vi: "số hộ nghèo ÷ tổng số hộ × 100 %", en: "poor households ÷ households × 100 %"),
      of: Phrase(vi: "số hộ nghèo (N)", en: "poor households (N)"), in: allHouseholds),
    MeasureFormula(
      "near_poor_rate", "100 · C / T", Phrase(vi: "Tỷ lệ hộ cận nghèo", en: "Rate of near-poor households"),
      Phrase(vi: "số hộ cận nghèo ÷ tổng số hộ × 100 %", en: "near-poor households ÷ households × 100 %"),
      of: Phrase(vi: "số hộ cận nghèo (C)", en: "near-poor households (C)"), in: allHouseholds),
    MeasureFormula(
      "multidimensional_rate", "100 · (N + C) / T",
      Phrase(vi: "Tỷ lệ nghèo đa chiều", en: "Multidimensional poverty rate"),
      Phrase(
        vi: "(số hộ nghèo + số hộ cận nghèo) ÷ tổng số hộ × 100 %",
        en: "(poor households + near-poor households) ÷ households × 100 %"),
      of: Phrase(
        vi: "số hộ nghèo cộng số hộ cận nghèo (N + C)", en: "poor and near-poor households together (N + C)"),
      in: allHouseholds,
      remark: Phrase(
        vi: "Tên gọi của các quyết định. Không phải H, cũng không phải M0 của phương pháp đo nghèo đa chiều.",
        en: "The name that decisions use. It is neither the H nor the M0 of multidimensional measurement.")),
    MeasureFormula(
      deprivationRatePrefix, "100 · Dj / N",
      Phrase(vi: "Tỷ lệ hộ thiếu hụt một chỉ số", en: "Share of households that lack an indicator"),
      Phrase(
        vi: "số hộ của loại ấy thiếu hụt chỉ số j ÷ số hộ của loại ấy × 100 %",
        en: "households of the class that lack the indicator j ÷ households of the class × 100 %"),
      of: Phrase(
        vi: "số hộ của loại ấy thiếu hụt chỉ số j (Dj)",
        en: "households of the class that lack the indicator j (Dj)"),
      in: Phrase(
        vi: "số hộ của loại ấy: hộ nghèo (N) hoặc hộ cận nghèo (C)",
        en: "the households of the class: the poor (N) or the near-poor (C)"),
      remark: Phrase(
        vi: "Không phải tỷ lệ trong mọi hộ: hộ không được rà soát thì không được hỏi.",
        en: "No share of all households: those that were not reviewed were not asked.")),
  ]
}
