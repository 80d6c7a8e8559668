import Diagnostics

// The formulas of multidimensional measurement.
extension KnownMeasures {
  private static let everybody = Phrase(
    vi: "n: mọi hộ (hoặc mọi người) của bảng, hay của bảng tổng số khi bảng chỉ có hộ được rà soát",
    en: "n: all households (or persons) of the table, or of the table of totals where only some were reviewed"
  )
  private static let reviewed = Phrase(
    vi: "n: mọi hộ (hoặc mọi người) đã được hỏi", en: "n: all households (or persons) that were asked")
  private static let poorQ = Phrase(
    vi: "q: số hộ (hoặc số người) nghèo", en: "q: the poor households (or persons)")
  private static let m0 = Phrase(vi: "M0 của đơn vị", en: "M0 of the unit")

  /// H, A, M0 and the headcounts of indicators.
  static let povertyFormulas: [MeasureFormula] = [
    MeasureFormula(
      "reviewed", "r", Phrase(vi: "Số được tính", en: "Households measured"),
      Phrase(
        vi: "r = số hộ (hoặc số người) được rà soát và có đủ thông tin",
        en: "r = the households (or persons) that were reviewed and of which all is known")),
    MeasureFormula(
      "left_out", "l", Phrase(vi: "Số không tính được", en: "Households left out"),
      Phrase(
        vi: "l = số hộ được rà soát mà thiếu thông tin; không phải là 0 thiếu hụt",
        en: "l = the households that were reviewed and lack an answer; that is not none")),
    MeasureFormula(
      "total", "n", Phrase(vi: "Tổng số làm mẫu số", en: "Total that measures are shares of"),
      Phrase(
        vi: "n = số của bảng tổng số, vào ngày ghi ở as_of",
        en: "n = the number of the table of totals, on the day in as_of")),
    MeasureFormula(
      "h", "H", Phrase(vi: "Tỷ lệ nghèo H", en: "Incidence H"),
      Phrase(
        vi: "H = q / n; nghèo là có điểm thiếu hụt bằng hoặc trên ngưỡng k",
        en: "H = q / n; poor is whose score of deprivations is at or above the cut-off k"),
      of: poorQ, in: everybody),
    MeasureFormula(
      "a", "A", Phrase(vi: "Mức độ thiếu hụt A", en: "Intensity A"),
      Phrase(
        vi: "A = tổng điểm thiếu hụt của người nghèo / q",
        en: "A = the sum of the scores of the poor / q"),
      of: Phrase(vi: "tổng điểm thiếu hụt của các hộ nghèo", en: "the scores of the poor, added up"),
      in: poorQ, remark: Phrase(vi: "Không áp dụng khi q = 0.", en: "Not applicable where q = 0.")),
    MeasureFormula(
      "m0", "M0", Phrase(vi: "Chỉ số nghèo đa chiều M0", en: "Adjusted headcount M0"),
      Phrase(vi: "M0 = H · A", en: "M0 = H · A"),
      of: Phrase(vi: "tổng điểm thiếu hụt của các hộ nghèo", en: "the scores of the poor, added up"),
      in: everybody),
    MeasureFormula(
      "uncensored", "hj",
      Phrase(vi: "Tỷ lệ thiếu hụt một chỉ số, trong mọi hộ", en: "Uncensored headcount of an indicator"),
      Phrase(vi: "hj = số hộ thiếu hụt chỉ số j / n", en: "hj = those who lack the indicator j / n"),
      of: Phrase(
        vi: "số hộ thiếu hụt chỉ số j, nghèo hay không", en: "who lacks the indicator j, poor or not"),
      in: reviewed,
      remark: Phrase(
        vi: "Không có khi chỉ một phần số hộ được hỏi.", en: "There is none where only some were asked.")),
    MeasureFormula(
      "censored", "hj(k)",
      Phrase(vi: "Tỷ lệ vừa nghèo vừa thiếu hụt một chỉ số", en: "Censored headcount of an indicator"),
      Phrase(
        vi: "hj(k) = số hộ nghèo thiếu hụt chỉ số j / n", en: "hj(k) = the poor who lack the indicator j / n"),
      of: Phrase(vi: "số hộ vừa nghèo vừa thiếu hụt chỉ số j", en: "who is poor and lacks the indicator j"),
      in: everybody),
  ]
  /// What indicators, dimensions and groups add.
  static let shareFormulas: [MeasureFormula] = [
    MeasureFormula(
      "contribution", "wj · hj(k)",
      Phrase(vi: "Phần của một chỉ số trong M0", en: "Contribution of an indicator to M0"),
      Phrase(
        vi: "wj · hj(k), wj là trọng số của chỉ số; mọi chỉ số cộng lại đúng bằng M0",
        en: "wj · hj(k), wj being the weight of the indicator; together they are exactly M0"),
      of: Phrase(
        vi: "trọng số của chỉ số × số hộ vừa nghèo vừa thiếu hụt",
        en: "the weight of the indicator × who is poor and lacks it"),
      in: everybody),
    MeasureFormula(
      "contribution_share", "wj · hj(k) / M0",
      Phrase(vi: "Tỷ trọng đóng góp của một chỉ số", en: "Share of an indicator in M0"),
      Phrase(
        vi: "wj · hj(k) / M0; cộng lại đúng bằng 1", en: "wj · hj(k) / M0; together they are exactly 1"),
      of: Phrase(vi: "phần của chỉ số trong M0", en: "the contribution of the indicator"), in: m0),
    MeasureFormula(
      "dimension_contribution", "Σ wj · hj(k)",
      Phrase(vi: "Phần của một chiều trong M0", en: "Contribution of a dimension to M0"),
      Phrase(
        vi: "cộng wj · hj(k) trên các chỉ số của chiều", en: "wj · hj(k) over the indicators of the dimension"
      ),
      of: Phrase(
        vi: "cộng phần của các chỉ số thuộc chiều", en: "the contributions of its indicators, added up"),
      in: everybody),
    MeasureFormula(
      "dimension_share", "Σ wj · hj(k) / M0",
      Phrase(vi: "Tỷ trọng đóng góp của một chiều", en: "Share of a dimension in M0"),
      Phrase(
        vi: "phần của chiều / M0; cộng lại đúng bằng 1",
        en: "the contribution of the dimension / M0; together they are exactly 1"),
      of: Phrase(vi: "phần của chiều trong M0", en: "the contribution of the dimension"), in: m0),
    MeasureFormula(
      "population_share", "ng / n",
      Phrase(vi: "Tỷ trọng dân số của một nhóm", en: "Share of a group in all"),
      Phrase(vi: "ng / n", en: "ng / n"),
      of: Phrase(
        vi: "ng: số hộ (hoặc số người) của nhóm", en: "ng: the households (or persons) of the group"),
      in: reviewed),
    MeasureFormula(
      "poor_share", "qg / q",
      Phrase(vi: "Tỷ trọng hộ nghèo của một nhóm", en: "Share of a group in the poor"),
      Phrase(vi: "qg / q", en: "qg / q"),
      of: Phrase(vi: "qg: số hộ (hoặc số người) nghèo của nhóm", en: "qg: the poor of the group"), in: poorQ),
    MeasureFormula(
      "m0_share", "(ng / n) · M0g / M0",
      Phrase(vi: "Tỷ trọng đóng góp của một nhóm", en: "Share of a group in M0"),
      Phrase(
        vi: "(ng / n) · M0g / M0; các nhóm cộng lại đúng bằng 1",
        en: "(ng / n) · M0g / M0; groups together are exactly 1"),
      of: Phrase(
        vi: "tổng điểm thiếu hụt của các hộ nghèo trong nhóm", en: "the scores of the poor of the group"),
      in: Phrase(vi: "tổng điểm thiếu hụt của các hộ nghèo", en: "the scores of all poor")),
  ]
  /// The changes between two years.
  static let changeFormulas: [MeasureFormula] = [
    MeasureFormula(
      "change", "x1 − x0", Phrase(vi: "Mức thay đổi", en: "Change"),
      Phrase(
        vi: "x1 − x0, năm sau trừ năm trước; mức giảm là x0 − x1",
        en: "x1 − x0, the later year less the earlier; a cut is x0 − x1"),
      remark: Phrase(
        vi: "Thay đổi của một tỷ lệ tính bằng điểm phần trăm, không bằng phần trăm.",
        en: "The change of a rate is in percentage points, not in percent.")),
    MeasureFormula(
      "per_year", "(x1 − x0) / t", Phrase(vi: "Mức thay đổi mỗi năm", en: "Change a year"),
      Phrase(
        vi: "(x1 − x0) / t, t là số năm ở giữa", en: "(x1 − x0) / t, t being the years between"),
      of: Phrase(vi: "mức thay đổi", en: "the change"), in: Phrase(vi: "số năm", en: "the years")),
    MeasureFormula(
      "relative", "x1 / x0 − 1", Phrase(vi: "Thay đổi tương đối", en: "Relative change"),
      Phrase(vi: "x1 / x0 − 1", en: "x1 / x0 − 1"), of: Phrase(vi: "mức năm sau", en: "the later level"),
      in: Phrase(vi: "mức năm trước", en: "the earlier level"),
      remark: Phrase(vi: "Không áp dụng khi x0 = 0.", en: "Not applicable where x0 = 0.")),
    MeasureFormula(
      "relative_per_year", "(x1 / x0)^(1/t) − 1",
      Phrase(vi: "Thay đổi tương đối mỗi năm", en: "Relative change a year"),
      Phrase(
        vi: "(x1 / x0)^(1/t) − 1, làm tròn một lần", en: "(x1 / x0)^(1/t) − 1, rounded once"),
      of: Phrase(vi: "mức năm sau", en: "the later level"),
      in: Phrase(vi: "mức năm trước", en: "the earlier level"),
      remark: Phrase(vi: "Không áp dụng khi x0 = 0.", en: "Not applicable where x0 = 0.")),
  ]
}
