import Diagnostics
import StageKit
import Tables
import Units

/// The keys of the file of a plan.
struct PlanFields: StageOptions {
  @Option(vi: "Mã của kế hoạch.", en: "Id of the plan.", limit: .pattern("[a-z0-9]+(-[a-z0-9]+)*"))
  var plan: String
  @Option(vi: "Tên đầy đủ.", en: "The full name.") var name: PhraseOption
  @Option(vi: "Tên ngắn, dùng trong bảng.", en: "A short name for tables.") var shortName: PhraseOption?
  @Option(vi: "Nơi ban hành.", en: "Who issued it.") var issuer: String
  @Option(vi: "Mã đơn vị hành chính.", en: "Code of its unit.") var unit: String
  @Option(vi: "Cấp của đơn vị.", en: "Level of its unit.") var level: PlanLevel
  @Option(vi: "Số, ký hiệu; bỏ trống khi không rõ.", en: "Its number; left out when unknown.") var number:
    String?
  @Option(vi: "Ngày ký; bỏ trống khi không rõ.", en: "The day it was signed; left out when unknown.")
  var date: Day?
  @Option(vi: "Thời kỳ.", en: "The period.") var period: PeriodFields
  @Option(vi: "Chuẩn nghèo.", en: "The poverty standard.") var standard: String
  @Option(vi: "Văn bản nguồn.", en: "The document it was read from.") var source: PlanSourceFields
  @Option(vi: "Điều suy ra hoặc không rõ.", en: "What is inferred or unknown.") var note: PhraseOption?
  @Option(vi: "Kế hoạch cấp trên.", en: "The plan it stands under.") var parent: PlanParentFields?
  @Option(vi: "Các chỉ tiêu.", en: "The targets.") var targets: [TargetFields]
  @Option(vi: "Các chỉ tiêu phải khớp nhau.", en: "Targets that must agree.") var checks: [AgreementFields]?
}
/// The levels that have plans.
enum PlanLevel: String, OptionValue, CaseIterable {
  case country, province, district, commune
  var level: UnitLevel {
    switch self {
    case .country: .country
    case .province: .province
    case .district: .district
    case .commune: .commune
    }
  }
}
struct PeriodFields: StageOptions {
  @Option(vi: "Ngày đầu.", en: "The first day.") var from: Day
  @Option(vi: "Ngày cuối.", en: "The last day.") var to: Day
}
struct PlanSourceFields: StageOptions {
  @Option(vi: "Tên văn bản hoặc trang.", en: "The document or page.") var title: String
  @Option(vi: "Địa chỉ.", en: "Its address.") var url: String?
  @Option(vi: "Ngày đăng.", en: "The day it was published.") var published: Day?
  @Option(vi: "Ghi chú.", en: "A remark.") var note: String?
}
struct PlanParentFields: StageOptions {
  @Option(vi: "Mã kế hoạch, nếu cũng được theo dõi.", en: "Its id, when it is tracked too.") var plan: String?
  @Option(vi: "Số, ký hiệu.", en: "Its number.") var number: String?
  @Option(vi: "Ngày ký.", en: "The day it was signed.") var date: Day?
  @Option(vi: "Nơi ban hành.", en: "Who issued it.") var issuer: String
}
struct AgreementFields: StageOptions {
  @Option(vi: "Mã của phép kiểm.", en: "Id of the check.") var id: String
  @Option(vi: "Chỉ tiêu nêu tỷ lệ phải đạt.", en: "The target of the rate.") var levelRate: String?
  @Option(vi: "Chỉ tiêu nêu số hộ phải đạt.", en: "The target of the count.") var levelCount: String?
  @Option(vi: "Chỉ tiêu nêu mức giảm tỷ lệ.", en: "The target of the cut of the rate.") var cutRate: String?
  @Option(vi: "Chỉ tiêu nêu mức giảm số hộ.", en: "The target of the cut of the count.") var cutCount: String?
  @Option(vi: "Tổng số hộ, khi kế hoạch nêu.", en: "The households in all, when the plan names them.")
  var households: FixedPoint?
  @Option(vi: "Tỷ lệ lúc đầu, khi kế hoạch nêu.", en: "The rate at the start, when the plan names it.")
  var startRate: FixedPoint?
  @Option(vi: "Số hộ lúc đầu, khi kế hoạch nêu.", en: "The count at the start, when the plan names it.")
  var startCount: FixedPoint?
}
