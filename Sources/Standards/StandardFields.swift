import Diagnostics
import StageKit
import Tables

/// The keys of one file of a standard.
struct StandardFields: StageOptions {
  @Option(vi: "Mã của chuẩn, như vn-2022.", en: "Id of the standard.", limit: .pattern("[a-z0-9-]+"))
  var standard: String
  @Option(vi: "Tên chuẩn.", en: "Name of the standard.") var name: PhraseOption
  @Option(vi: "Căn cứ pháp lý: số, ngày, điều khoản.", en: "Legal basis: number, day, clause.")
  var legal: [String]
  @Option(vi: "Các kỳ rà soát dùng chuẩn này.", en: "The reviews under it.") var valid: ValidityFields
  @Option(vi: "Ai là hộ nghèo, hộ cận nghèo.", en: "Who is poor and near-poor.") var meaning: PhraseOption
  @Option(
    vi: "Các chuẩn thu nhập theo tên, đồng/người/tháng.",
    en: "The income lines by name, đồng per person and month."
  )
  var incomeLines: Mapping<LineFields>?
  @Option(vi: "Các chỉ số, theo thứ tự chính thức.", en: "The indicators, in the official order.")
  var indicators: [IndicatorFields]?
  @Option(vi: "Ngưỡng thiếu hụt.", en: "The cut-off of deprivations.") var cutoff: CutoffFields?
  @Option(vi: "Các quy tắc phân loại, lần lượt.", en: "The class rules, in order.") var classes: [RuleFields]?
  @Option(vi: "Cách phân loại theo điểm B1, B2.", en: "The classes by points B1 and B2.")
  var points: PointFields?
}
/// From which day to which reviews are under a standard.
struct ValidityFields: StageOptions {
  @Option(vi: "Ngày đầu.", en: "The first day.") var from: Day
  @Option(vi: "Ngày cuối.", en: "The last day.") var to: Day?
}
