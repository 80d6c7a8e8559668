import Diagnostics
import StageKit
import Tables

/// The keys of one target.
struct TargetFields: StageOptions {
  @Option(vi: "Mã chỉ tiêu.", en: "Id of the target.", limit: .pattern("[A-Za-z0-9]+([-.][A-Za-z0-9]+)*"))
  var id: String
  @Option(vi: "Nội dung, bằng lời của trang này.", en: "What is wanted, in our own words.") var title:
    PhraseOption
  @Option(vi: "Chỗ trong văn bản nguồn.", en: "The place in the source.") var place: String
  @Option(vi: "Mẫu số hoặc đối tượng.", en: "The denominator or population.") var population: PhraseOption?
  @Option(vi: "Loại chỉ tiêu.", en: "The kind.") var kind: TargetKindOption
  @Option(vi: "Số đo.", en: "The measure.") var measure: String?
  @Option(vi: "Nhóm dân cư.", en: "The group.", default: "all") var group: String
  @Option(vi: "Đơn vị tính.", en: "The unit of its numbers.") var unit: TargetUnit?
  @Option(vi: "Không quá.", en: "At most.") var atMost: FixedPoint?
  @Option(vi: "Dưới.", en: "Below.") var below: FixedPoint?
  @Option(vi: "Ít nhất.", en: "At least.") var atLeast: FixedPoint?
  @Option(vi: "Trên.", en: "Above.") var above: FixedPoint?
  @Option(vi: "Một con số, hiểu là ít nhất.", en: "A bare number, judged as at least.") var number:
    FixedPoint?
  @Option(vi: "Khoảng.", en: "About.") var about: FixedPoint?
  @Option(vi: "Từ … đến.", en: "From … to.") var between: [FixedPoint]?
  @Option(vi: "100 %.", en: "All of them.") var all: Bool?
  @Option(vi: "Chiều thay đổi.", en: "Which way.") var toward: Direction?
  @Option(vi: "Ngày của số liệu gốc.", en: "The day of the base figure.") var baseline: Day?
  @Option(vi: "Hạn; bỏ trống là cuối kỳ.", en: "When it is due; the end of the period when left out.")
  var due: Day?
  @Option(vi: "Vì sao hạn ở sau thời kỳ.", en: "Why it is due after the period.") var dueReason: PhraseOption?
  @Option(vi: "Mức thay đổi là của mỗi năm.", en: "The change is meant for every year.", default: false)
  var perYear: Bool
  @Option(vi: "Lộ trình của kế hoạch.", en: "The plan's own path.") var milestones: [MilestoneFields]?
  @Option(vi: "Tiến độ: linear hoặc none.", en: "How the pace is judged: linear or none.") var pace:
    PaceOption?
  @Option(
    vi: "Tính trên số đã đạt của chỉ tiêu mà nó nằm trong.",
    en: "It is a share of those reached by the target it is nested in.", default: false)
  var shareOfParent: Bool
  @Option(vi: "Nằm trong chỉ tiêu.", en: "The target it is nested in.") var partOf: String?
  @Option(vi: "Các cách hiểu.", en: "The ways of reading it.") var readings: [ReadingFields]?
  @Option(vi: "Số tiền hoặc mức hỗ trợ.", en: "The amount of an entitlement.") var amount: FixedPoint?
  @Option(vi: "Các phần của số tiền.", en: "What the amount is made of.") var parts: [PartFields]?
  @Option(vi: "Suy ra từ câu chữ.", en: "Inferred from the wording.", default: false) var inferred: Bool
  @Option(vi: "Ghi chú cho người đọc.", en: "A remark for readers.") var remark: PhraseOption?
}
/// The kinds as they are written.
enum TargetKindOption: String, OptionValue, CaseIterable {
  case level, change, direction, money, activity, entitlement
  var kind: Target.Kind {
    switch self {
    case .level: .level
    case .change: .change
    case .direction: .direction
    case .money: .money
    case .activity: .activity
    case .entitlement: .entitlement
    }
  }
}
/// How the pace of figures in between is judged.
enum PaceOption: String, OptionValue, CaseIterable {
  /// On a straight line, or on the path of the milestones.
  case linear
  /// Not at all.
  case unjudged = "none"
}
/// One place on the path of a plan.
struct MilestoneFields: StageOptions {
  @Option(vi: "Ngày.", en: "The day.") var on: Day
  @Option(vi: "Không quá.", en: "At most.") var atMost: FixedPoint?
  @Option(vi: "Dưới.", en: "Below.") var below: FixedPoint?
  @Option(vi: "Ít nhất.", en: "At least.") var atLeast: FixedPoint?
  @Option(vi: "Trên.", en: "Above.") var above: FixedPoint?
  @Option(vi: "Một con số, hiểu là ít nhất.", en: "A bare number, judged as at least.") var number:
    FixedPoint?
  @Option(vi: "Khoảng.", en: "About.") var about: FixedPoint?
}
struct ReadingFields: StageOptions {
  /// How exactly the number is meant.
  enum Precision: String, OptionValue, CaseIterable { case exact, stated }
  @Option(vi: "Tên cách hiểu.", en: "What tells it from the others.") var name: PhraseOption
  @Option(vi: "Số đo.", en: "The measure.") var measure: String?
  @Option(vi: "Nhóm dân cư.", en: "The group.") var group: String?
  @Option(vi: "Con số là chính xác, hay ở mức làm tròn đã viết.", en: "Exact, or at the stated precision.")
  var precision: Precision?
  @Option(vi: "Các điều phải cùng đạt.", en: "What must hold, each by itself.") var each: [EachFields]?
}
struct EachFields: StageOptions {
  @Option(vi: "Tên điều này.", en: "What tells it from the others.") var name: PhraseOption
  @Option(vi: "Số đo.", en: "The measure.") var measure: String
  @Option(vi: "Nhóm dân cư.", en: "The group.") var group: String?
}
struct PartFields: StageOptions {
  @Option(vi: "Ai trả, hoặc cho việc gì.", en: "Who pays it, or what for.") var name: PhraseOption
  @Option(vi: "Bao nhiêu.", en: "How much.") var value: FixedPoint
  @Option(vi: "Thêm vào, không nằm trong tổng.", en: "Paid besides, no part of the sum.", default: false)
  var onTop: Bool
}
