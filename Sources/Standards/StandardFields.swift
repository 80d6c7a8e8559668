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
  @Option(vi: "Vì sao cả tệp là tạm.", en: "Why the whole pack is provisional.")
  var provisional: PhraseOption?
  @Option(vi: "Điều gì chưa được đối chiếu với văn bản.", en: "What was not compared with the text.")
  var unchecked: PhraseOption?
  @Option(vi: "Tỉnh áp dụng; không khai thì cả nước.", en: "The province; the whole country unless said.")
  var scope: ScopeFields?
  @Option(vi: "Các cột mà điều kiện của chỉ số nói tới.", en: "The columns that conditions speak of.")
  var form: FormFields?
  @Option(
    vi: "Các chuẩn thu nhập theo tên, đồng một người một tháng, hoặc một năm với per: year; từ thấp lên cao.",
    en: "The income lines by name, đồng per person and month, or year with `per: year`; from the lowest up.")
  var incomeLines: Mapping<LineFields>?
  @Option(vi: "Các chỉ số, theo thứ tự chính thức.", en: "The indicators, in the official order.")
  var indicators: [IndicatorFields]?
  @Option(vi: "Ngưỡng thiếu hụt.", en: "The cut-off of deprivations.") var cutoff: CutoffFields?
  @Option(vi: "Tên các đường dẫn tới loại hộ.", en: "What the branches are called.")
  var branches: Mapping<BranchFields>?
  @Option(vi: "Các quy tắc phân loại, lần lượt.", en: "The class rules, in order.") var classes: [RuleFields]?
  @Option(
    vi: "Những hộ mà chính văn bản không nói tới; mọi khoảng trống khác là sai.",
    en: "The households of which the act says nothing; every other gap is a mistake.")
  var gap: GapFields?
  @Option(vi: "Cách phân loại theo điểm B1, B2.", en: "The classes by points B1 and B2.")
  var points: PointFields?
}
/// From which day to which reviews are under a standard.
struct ValidityFields: StageOptions {
  @Option(vi: "Ngày đầu.", en: "The first day.") var from: Day
  @Option(vi: "Ngày cuối.", en: "The last day.") var to: Day?
}
/// Where a local standard is in force.
struct ScopeFields: StageOptions {
  @Option(vi: "Mã tỉnh, hai chữ số.", en: "Code of the province.", limit: .pattern("[0-9]{2}"))
  var province: String
  @Option(vi: "Tên tỉnh.", en: "Name of the province.") var name: PhraseOption
  @Option(vi: "Điều khoản quy định.", en: "The clause that lays it down.", limit: .notEmpty)
  var clause: String
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked
}
