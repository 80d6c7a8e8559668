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
}
/// From which day to which reviews are under a standard.
struct ValidityFields: StageOptions {
  @Option(vi: "Ngày đầu.", en: "The first day.") var from: Day
  @Option(vi: "Ngày cuối.", en: "The last day.") var to: Day?
}
