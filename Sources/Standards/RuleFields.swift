import StageKit

/// An income line by area, in the file of a standard.
struct LineFields: StageOptions {
  @Option(vi: "Ở nông thôn.", en: "In the countryside.", limit: .within(0...1_000_000_000_000)) var rural: Int
  @Option(vi: "Ở thành thị.", en: "In towns.", limit: .within(0...1_000_000_000_000)) var urban: Int
  @Option(vi: "Tính theo tháng hay năm.", en: "Of a month or of a year.", default: .month)
  var per: IncomePeriod
  @Option(
    vi: "Chỉ số mà hộ từ mức này trở xuống là thiếu hụt, hộ trên mức thì không.",
    en: "The indicator in which households at or below the line are deprived, and those above are not.")
  var indicator: String?
  @Option(vi: "Mức này chưa chắc chắn.", en: "The limit is not certain.", default: false)
  var provisional: Bool
  @Option(vi: "Điều khoản quy định.", en: "The clause that lays it down.", limit: .notEmpty)
  var clause: String
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked
}
/// A limit of points by area.
struct PointLineFields: StageOptions {
  @Option(vi: "Ở nông thôn.", en: "In the countryside.", limit: .within(0...1_000_000)) var rural: Int
  @Option(vi: "Ở thành thị.", en: "In towns.", limit: .within(0...1_000_000)) var urban: Int
  @Option(vi: "Mức này chưa chắc chắn.", en: "The limit is not certain.", default: false)
  var provisional: Bool
  @Option(vi: "Điều khoản quy định.", en: "The clause that lays it down.", limit: .notEmpty)
  var clause: String
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked
}
/// An indicator.
struct IndicatorFields: StageOptions {
  @Option(vi: "Mã chỉ số.", en: "Id of the indicator.", limit: .pattern("[a-z][a-z0-9_]*")) var id: String
  @Option(vi: "Dịch vụ xã hội cơ bản.", en: "The social service.") var dimension: PhraseOption
  @Option(vi: "Tên chỉ số.", en: "Name of the indicator.") var name: PhraseOption
  @Option(vi: "Chỉ số chưa chắc chắn.", en: "The indicator is not certain.", default: false)
  var provisional: Bool
  @Option(vi: "Điều khoản quy định.", en: "The clause that lays it down.", limit: .notEmpty)
  var clause: String
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked
  @Option(vi: "Khi nào là thiếu hụt.", en: "When a household is deprived.") var condition: ConditionFields?
}
/// When a household is deprived in an indicator.
struct ConditionFields: StageOptions {
  @Option(
    vi: "Điều kiện trên các cột của phiếu hộ.", en: "The condition over the columns of the household form.")
  var household: ExpressionText?
  @Option(
    vi: "Điều kiện trên các cột của phiếu thành viên: hộ thiếu hụt khi có một người đúng điều kiện.",
    en: "The condition over the columns of the member form: deprived when it is true of any member.")
  var member: ExpressionText?
  @Option(vi: "Điều kiện bằng lời.", en: "The condition in words.") var meaning: PhraseOption
  @Option(vi: "Điều kiện chưa chắc chắn.", en: "The condition is not certain.", default: false)
  var provisional: Bool
  @Option(vi: "Điều khoản quy định.", en: "The clause that lays it down.", limit: .notEmpty)
  var clause: String
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked
}
/// From how many deprivations on a household counts as deprived.
struct CutoffFields: StageOptions {
  @Option(vi: "Từ bao nhiêu chỉ số thiếu hụt.", en: "From how many deprivations.", limit: .atLeast(1))
  var deprivations: Int
  @Option(vi: "Trên bao nhiêu chỉ số.", en: "Of how many indicators.", limit: .within(1...100)) var of: Int
  @Option(vi: "Điều khoản quy định.", en: "The clause that lays it down.", limit: .notEmpty)
  var clause: String
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked
}
/// The households that the act leaves out.
struct GapFields: StageOptions {
  @Option(
    vi: "Đó là những hộ nào: điều kiện trên các tên của quy tắc phân loại.",
    en: "Which they are: a condition over the names of class rules.")
  var when: ExpressionText
  @Option(vi: "Văn bản bỏ trống điều gì.", en: "What the act leaves out.") var meaning: PhraseOption
}
/// A class rule.
struct RuleFields: StageOptions {
  @Option(vi: "Loại hộ.", en: "The class.") var `class`: HouseholdClass
  @Option(
    vi: "Đường dẫn tới loại hộ, khi có nhiều.", en: "The way that led to it, where there are several.")
  var branch: String?
  @Option(vi: "Điều kiện.", en: "The condition.") var when: ExpressionText
  @Option(vi: "Quy tắc chưa chắc chắn.", en: "The rule is not certain.", default: false)
  var provisional: Bool
  @Option(vi: "Điều khoản quy định.", en: "The clause that lays it down.", limit: .notEmpty)
  var clause: String
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked
}
/// The rules by points.
struct PointFields: StageOptions {
  @Option(vi: "Các ngưỡng điểm, theo tên.", en: "The limits of points, by name.")
  var lines: Mapping<PointLineFields>
  @Option(
    vi: "Số điểm B2 của mỗi chỉ số thiếu hụt.", en: "The points of form B2 for each deprivation.",
    limit: .within(1...1000))
  var perDeprivation: Int
  @Option(vi: "Cách tính điểm chưa chắc chắn.", en: "The points are not certain.", default: false)
  var provisional: Bool
  @Option(vi: "Điều khoản quy định.", en: "The clause that lays it down.", limit: .notEmpty)
  var clause: String
  @Option(vi: "Đã đối chiếu với văn bản ra sao.", en: "How it was compared with the act.")
  var checked: Checked
  @Option(vi: "Các quy tắc theo điểm, lần lượt.", en: "The rules by points, in order.")
  var classes: [RuleFields]
}
/// What one of several ways to a class is called.
struct BranchFields: StageOptions {
  @Option(vi: "Tên.", en: "The name.") var name: PhraseOption
  @Option(vi: "Tên đã đối chiếu với văn bản ra sao.", en: "How the name was compared with the act.")
  var checked: Checked
}
