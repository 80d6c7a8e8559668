import Diagnostics
import Disclosure
import Figures
import Plans
import Units
import struct Tables.Day
import struct Tables.FixedPoint

// The verdicts, a row a target, and the notices.
extension DataTable {
  init(_ published: [PublishedVerdicts]) {
    let rows = published.flatMap { verdicts in
      verdicts.plans.flatMap { plan in plan.targets.map { Self.row($0, of: plan, on: verdicts.day) } }
    }
    self.init(name: "chi-tieu", title: "Chỉ tiêu và đánh giá", columns: Self.verdictColumns, rows: rows)
  }
  init(_ notices: [ReleasedNotices]) {
    self.init(
      name: "thong-bao", title: "Điều cần biết về số liệu",
      columns: [
        Column("code", .string, "Loại thông báo."), Column("unit", .string, "Đơn vị liên quan."),
        Column("message", .string, "Nội dung."),
        Column("figures", .string, "Mã các số liệu liên quan, cách nhau bằng dấu cách."),
      ],
      rows: notices.flatMap(\.all).map { notice in
        [
          .text(notice.code), .optional(notice.unit), .text(notice.message.vi),
          .optional(notice.figures.joined(separator: " ")),
        ]
      })
  }

  private static let verdictColumns = [
    Column("plan", .string, "Mã kế hoạch."),
    Column("unit", .string, "Đơn vị của kế hoạch."),
    Column("target", .string, "Mã chỉ tiêu."),
    Column("title", .string, "Nội dung chỉ tiêu."),
    Column("kind", .string, "Loại: level, change, direction, money, activity, entitlement."),
    Column("goal", .string, "Mục tiêu, bằng chữ."),
    Column("due", .date, "Hạn."),
    Column("verdict", .string, "Đánh giá: met, not-met, no-data, not-judged, …"),
    Column(
      "share", .integer,
      "Phần đã đi được từ số liệu gốc đến mục tiêu, tính bằng %, làm tròn xuống, khi chưa đạt; trống khi số đã làm tròn cho nhiều phần, và khi không nói lên điều gì."
    ),
    Column("share_low", .integer, "Phần ấy ít nhất là bao nhiêu, khi lấy mọi số mà số liệu có thể là."),
    Column("share_high", .integer, "Phần ấy nhiều nhất là bao nhiêu."),
    Column("reason", .string, "Vì sao không đánh giá, hoặc điều cần biết."),
    Column("achieved", .string, "Mức thay đổi so với số liệu gốc, khi chỉ tiêu là một mức thay đổi."),
    Column("result_figure", .string, "Mã số liệu kết quả."),
    Column("base_figure", .string, "Mã số liệu gốc."),
    Column(
      "margin_low", .integer,
      "Khoảng cách đến ngưỡng của mục tiêu tính bằng hộ, đầu thấp; dương là ở phía đạt."),
    Column("margin_high", .integer, "Khoảng cách đến ngưỡng của mục tiêu tính bằng hộ, đầu cao."),
    Column(
      "readings", .string,
      "Các cách hiểu và đánh giá theo từng cách, khi có nhiều cách; đánh giá từng năm, khi mục tiêu là của mỗi năm."
    ),
    Column("judged_on", .date, "Ngày đánh giá."),
  ]
  private static func row(_ verdict: TargetVerdict, of plan: PlanVerdicts, on day: Day) -> [Cell] {
    let (target, given) = (verdict.target, verdict.verdict)
    let goal = target.readings.first?.conditions.first?.goal
    let toward = target.kind == .change ? target.toward : nil
    let readings = verdict.readings.filter { $0.reading.name != nil }.map {
      "\($0.reading.name?.vi ?? ""): \($0.verdict.word.rawValue)"
    }
    let years =
      !target.isPerYear
      ? []
      : verdict.readings.flatMap(\.conditions).map {
        "\($0.condition.name?.vi ?? ""): \($0.verdict.word.rawValue)"
      }
    return [
      .text(plan.plan.id), .text(plan.unit.id), .text(target.id), .text(target.title.vi),
      .text(target.kind.rawValue), .optional(goal?.fullText(toward: toward).vi), .text(target.due.iso),
      .text(given.word.rawValue), whole(given.share?.exact), whole(given.share?.low),
      whole(given.share?.high), .optional(given.reason?.vi),
      .optional(given.achieved?.vi), .optional(given.result?.id), .optional(given.base?.id),
      whole(given.margin?.low), whole(given.margin?.high),
      .optional((readings + years).joined(separator: "; ")), .text(day.iso),
    ]
  }
  private static func whole(_ number: Int?) -> Cell { number.map { .whole($0) } ?? .missing }
  private static func whole(_ number: Int128?) -> Cell {
    number.flatMap { Int(exactly: $0) }.map { .whole($0) } ?? .missing
  }
}
