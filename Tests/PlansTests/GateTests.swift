import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// What must be so before anything is compared: every gate, its word and its reason.
@Suite struct GateTests {
  static let level = "kind: level, measure: poor_rate, unit: percent, at_most: 1.2"
  static let cut =
    "kind: change, measure: poor_rate, unit: points, at_least: 0.4, toward: down, baseline: 2023-12-31"
  static let base = figure(printed("1.60"), on: "2023-12-31")

  /// A share of which no percent can be computed.
  static let long = FigureValue.ratio(
    numerator: FixedPoint(units: 5 * FixedPoint.power(18) * FixedPoint.power(18)),
    denominator: FixedPoint(units: 10 * FixedPoint.power(18) * FixedPoint.power(18) - 1))

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let target: String
    let figures: [Figure]
    let word: VerdictWord
    let reason: String?
    var day = "2025-02-10"
    var testDescription: String { name }
  }
  static let cases = [
    Case(
      name: "an activity", target: "kind: activity", figures: [figure(printed("0.96"))], word: .notJudged,
      reason: "Kế hoạch nêu một việc phải làm, không nêu kết quả đo được."),
    Case(
      name: "an entitlement", target: "kind: entitlement, unit: percent, amount: 100", figures: [],
      word: .notJudged, reason: "Kế hoạch nêu mức hỗ trợ, không nêu bao nhiêu người được hưởng."),
    Case(
      name: "an activity before it is due", target: "kind: activity", figures: [], word: .notJudged,
      reason: "Kế hoạch nêu một việc phải làm, không nêu kết quả đo được.", day: "2024-03-01"),
    Case(
      name: "a change without a base figure", target: cut, figures: [figure(printed("0.96"))], word: .noData,
      reason: "thiếu số liệu gốc (ngày 31/12/2023)"),
    Case(
      name: "a change without a base figure before it is due", target: cut, figures: [], word: .notDue,
      reason: "đến hạn ngày 31/12/2024", day: "2024-03-01"),
    Case(
      name: "a change without a base figure, with a figure in between", target: cut,
      figures: [figure(printed("0.96"), on: "2024-06-30")], word: .noData,
      reason: "thiếu số liệu gốc (ngày 31/12/2023)", day: "2024-08-01"),
    Case(
      name: "a withheld base figure, and no result", target: cut,
      figures: [figure(nil, on: "2023-12-31", status: .withheld)], word: .noData,
      reason: "chưa tìm được số liệu đã công bố"),
    Case(
      name: "a withheld base figure, and nothing due", target: cut,
      figures: [figure(nil, on: "2023-12-31", status: .withheld)], word: .notDue,
      reason: "đến hạn ngày 31/12/2024", day: "2024-08-01"),
    Case(
      name: "a withheld base figure under another standard", target: cut,
      figures: [
        figure(nil, on: "2023-12-31", status: .withheld, standard: "vn-2016"), figure(printed("0.96")),
      ], word: .notComparable, reason: "số liệu theo chuẩn vn-2016 không so được với chuẩn vn-2022"),
    Case(
      name: "a figure before the period, after a baseline of long ago",
      target: level + ", baseline: 2020-12-31",
      figures: [figure(printed("0.96"), on: "2022-12-31")], word: .notDue, reason: "đến hạn ngày 31/12/2024",
      day: "2024-08-01"),
    Case(
      name: "an estimate without an interval", target: level,
      figures: [figure(printed("0.96"), status: .estimate)], word: .noData,
      reason: "chỉ có số ước tính, không đủ để đánh giá"),
    Case(
      name: "an estimate in between", target: level,
      figures: [figure(printed("0.96"), on: "2024-06-30", status: .estimate)], word: .notDue,
      reason: "chỉ có số ước tính, không đủ để đánh giá", day: "2024-08-01"),
    Case(
      name: "a base figure that is an estimate", target: cut,
      figures: [figure(printed("1.60"), on: "2023-12-31", status: .estimate), figure(printed("0.96"))],
      word: .noData, reason: "số liệu gốc chỉ là số ước tính, không đủ để đánh giá"),
    Case(
      name: "a direction without a day of the base",
      target: "kind: direction, measure: poor_rate, unit: percent, toward: down",
      figures: [figure(printed("0.96"))], word: .noData, reason: "thiếu số liệu gốc"),
    Case(
      name: "a base figure that is not reported", target: cut,
      figures: [figure(nil, on: "2023-12-31", status: .notReported), figure(printed("0.96"))], word: .noData,
      reason: "thiếu số liệu gốc (ngày 31/12/2023)"),
    Case(
      name: "a base figure that is withheld", target: cut,
      figures: [figure(nil, on: "2023-12-31", status: .withheld), figure(printed("0.96"))], word: .withheld,
      reason: "có số liệu gốc nhưng không công bố để bảo vệ người dân"),
    Case(
      name: "a base figure of nobody", target: cut,
      figures: [figure(ratio(0, 0), on: "2023-12-31"), figure(ratio(9, 100))], word: .notApplicable,
      reason: "ở ngày của số liệu gốc không có ai thuộc diện này"),
    Case(
      name: "a base figure that cannot be", target: cut,
      figures: [figure(nil, on: "2023-12-31", status: .notApplicable), figure(ratio(9, 100))],
      word: .notApplicable, reason: "ở ngày của số liệu gốc không có ai thuộc diện này"),
    Case(
      name: "a base figure of nobody, and a result that is not reported", target: cut,
      figures: [figure(ratio(0, 0), on: "2023-12-31"), figure(nil, status: .notReported)], word: .noData,
      reason: "chưa tìm được số liệu đã công bố"),
    Case(
      name: "a base figure of nobody, and a withheld result", target: cut,
      figures: [figure(ratio(0, 0), on: "2023-12-31"), figure(nil, status: .withheld)], word: .withheld,
      reason: "có số liệu nhưng không công bố để bảo vệ người dân"),
    Case(
      name: "not due, and a figure that is not reported", target: level,
      figures: [figure(nil, on: "2024-06-30", status: .notReported)], word: .notDue,
      reason: "đến hạn ngày 31/12/2024", day: "2024-08-01"),
    Case(
      name: "not due, and a figure that cannot be", target: cut,
      figures: [figure(nil, on: "2024-06-30", status: .notApplicable)], word: .notDue,
      reason: "đến hạn ngày 31/12/2024", day: "2024-08-01"),
    Case(
      name: "not due, and a withheld figure", target: level,
      figures: [figure(nil, on: "2024-06-30", status: .withheld)], word: .withheld,
      reason: "có số liệu nhưng không công bố để bảo vệ người dân", day: "2024-08-01"),
    Case(
      name: "a withheld base figure, and a level that is not there yet",
      target: level + ", baseline: 2023-12-31",
      figures: [figure(nil, on: "2023-12-31", status: .withheld), figure(printed("1.50"), on: "2024-06-30")],
      word: .notDue,
      reason:
        "chưa đến hạn, chưa ở mức mục tiêu; số liệu gốc không công bố để bảo vệ người dân nên không xét tiến độ",
      day: "2024-08-01"),
    Case(
      name: "a base figure that is an estimate, and a level that is not there yet",
      target: level + ", baseline: 2023-12-31",
      figures: [
        figure(printed("1.60"), on: "2023-12-31", status: .estimate),
        figure(printed("1.50"), on: "2024-06-30"),
      ], word: .notDue,
      reason: "chưa đến hạn, chưa ở mức mục tiêu; số liệu gốc chỉ là số ước tính nên không biết tiến độ",
      day: "2024-08-01"),
    Case(
      name: "a base figure of nobody, and a level that is not there yet",
      target: level + ", baseline: 2023-12-31",
      figures: [figure(ratio(0, 0), on: "2023-12-31"), figure(printed("1.50"), on: "2024-06-30")],
      word: .notDue,
      reason:
        "chưa đến hạn, chưa ở mức mục tiêu; ở ngày của số liệu gốc không có ai thuộc diện này nên không xét tiến độ",
      day: "2024-08-01"),
    Case(
      name: "a base figure that is too long", target: cut,
      figures: [figure(long, on: "2023-12-31"), figure(printed("0.96"))], word: .noData,
      reason: "các số quá lớn để tính chính xác"),
    Case(
      name: "a result that is too long", target: level, figures: [figure(long)], word: .noData,
      reason: "các số quá lớn để tính chính xác"),
    Case(
      name: "a base figure that is too long, and a level that is not there yet",
      target: level + ", baseline: 2023-12-31",
      figures: [figure(long, on: "2023-12-31"), figure(printed("1.50"), on: "2024-06-30")], word: .notDue,
      reason: "các số quá lớn để tính chính xác", day: "2024-08-01"),
    Case(
      name: "a base figure of another day", target: cut,
      figures: [figure(printed("1.60"), on: "2023-12-30"), figure(printed("0.96"))], word: .noData,
      reason: "thiếu số liệu gốc (ngày 31/12/2023)"),
    Case(
      name: "not due, and no figure", target: level, figures: [base], word: .notDue,
      reason: "đến hạn ngày 31/12/2024", day: "2024-12-30"),
    Case(
      name: "not due by its own day", target: level + ", due: 2024-06-30", figures: [], word: .notDue,
      reason: "đến hạn ngày 30/06/2024", day: "2024-06-29"),
    Case(
      name: "due, and no figure", target: level, figures: [base], word: .noData,
      reason: "chưa tìm được số liệu đã công bố"),
    Case(
      name: "due today, and no figure", target: level, figures: [], word: .noData,
      reason: "chưa tìm được số liệu đã công bố", day: "2024-12-31"),
    Case(
      name: "a figure of another group", target: level + ", group: ethnicity:khmer",
      figures: [figure(printed("0.96"))], word: .noData, reason: "chưa tìm được số liệu đã công bố"),
    Case(
      name: "a figure of another unit", target: level,
      figures: [figure(printed("0.96"), unit: "94@2004-08-31")], word: .noData,
      reason: "chưa tìm được số liệu đã công bố"),
    Case(
      name: "a figure of a day after the edition", target: level, figures: [figure(printed("0.96"))],
      word: .notDue, reason: "đến hạn ngày 31/12/2024", day: "2024-12-30"),
    Case(
      name: "a figure of a day after it was due", target: level,
      figures: [figure(printed("0.96"), on: "2025-01-31")], word: .noData,
      reason: "chưa tìm được số liệu đã công bố"),
    Case(
      name: "a figure of before the period", target: level,
      figures: [figure(printed("0.96"), on: "2023-12-31")],
      word: .noData, reason: "chưa tìm được số liệu đã công bố"),
    Case(
      name: "a figure that is not reported", target: level, figures: [figure(nil, status: .notReported)],
      word: .noData, reason: "chưa tìm được số liệu đã công bố"),
    Case(
      name: "due, and only a figure in between", target: level,
      figures: [figure(printed("0.96"), on: "2024-06-30")], word: .noData,
      reason: "chỉ có số liệu ngày 30/06/2024, chưa có số liệu cuối kỳ"),
    Case(
      name: "a figure that is withheld", target: level, figures: [figure(nil, status: .withheld)],
      word: .withheld, reason: "có số liệu nhưng không công bố để bảo vệ người dân"),
    Case(
      name: "a figure that cannot be", target: level, figures: [figure(nil, status: .notApplicable)],
      word: .notApplicable, reason: "không có ai thuộc diện này"),
    Case(
      name: "a ratio over nobody", target: level, figures: [figure(ratio(0, 0))], word: .notApplicable,
      reason: "không có ai thuộc diện này"),
    Case(
      name: "a figure under another standard", target: level,
      figures: [figure(printed("0.96"), standard: "vn-2016")], word: .notComparable,
      reason: "số liệu theo chuẩn vn-2016 không so được với chuẩn vn-2022"),
    Case(
      name: "a withheld figure under another standard", target: level,
      figures: [figure(nil, status: .withheld, standard: "vn-2016")], word: .notComparable,
      reason: "số liệu theo chuẩn vn-2016 không so được với chuẩn vn-2022"),
    Case(
      name: "a base figure under another standard", target: cut,
      figures: [figure(printed("1.60"), on: "2023-12-31", standard: "vn-2016"), figure(printed("0.96"))],
      word: .notComparable, reason: "số liệu theo chuẩn vn-2016 không so được với chuẩn vn-2022"),
    Case(
      name: "a base figure without a standard", target: cut,
      figures: [figure(printed("1.60"), on: "2023-12-31", standard: ""), figure(printed("0.96"))],
      word: .notComparable,
      reason: "số liệu không ghi chuẩn nghèo không so được với số liệu theo chuẩn vn-2022"),
    Case(
      name: "two figures of one day under two standards", target: level,
      figures: [figure(printed("5.00"), standard: "vn-2016"), figure(printed("0.96"), precedence: 1)],
      word: .met,
      reason: nil),
    Case(
      name: "another set of boundaries", target: cut,
      figures: [figure(printed("1.60"), on: "2023-12-31", boundary: "2023"), figure(printed("0.96"))],
      word: .notComparable, reason: "số liệu gốc và kết quả của hai địa giới khác nhau"),
    Case(
      name: "a count where a rate is asked for", target: level, figures: [figure(count(1))],
      word: .notComparable,
      reason: "chỉ tiêu là tỷ lệ mà số liệu là số lượng, hoặc ngược lại"),
    Case(
      name: "a rate where a count is asked for",
      target: "kind: level, measure: poor, unit: households, at_most: 3675",
      figures: [figure(printed("0.96"), "poor")], word: .notComparable,
      reason: "chỉ tiêu là tỷ lệ mà số liệu là số lượng, hoặc ngược lại"),
    Case(
      name: "a base that is a count where a rate is asked for", target: cut,
      figures: [figure(count(1), on: "2023-12-31"), figure(printed("0.96"))], word: .notComparable,
      reason: "chỉ tiêu là tỷ lệ mà số liệu là số lượng, hoặc ngược lại"),
    Case(
      name: "a base figure that a level does not need", target: level + ", baseline: 2023-12-31",
      figures: [figure(printed("0.96"))], word: .met, reason: nil),
  ]
  @Test(arguments: cases) func `every gate has its word and its reason`(_ row: Case) throws {
    let found = try verdict(on: row.target, row.figures, on: row.day)
    #expect(found.word == row.word)
    #expect(found.reason?.vi == row.reason)
    #expect(
      (found.reason?.en.isEmpty ?? false) == false && found.reason?.en != row.reason || row.reason == nil)
    #expect(found.word.isJudgement || found.share == nil && found.margin == nil)
  }

  /// Cà Mau until 30 June 2025, and since then with Bạc Liêu: one code and one name for two territories.
  @Test func `a base figure of the old Cà Mau and a result of the new one are not compared`() throws {
    let figures = [
      figure(printed("1.60"), on: "2025-06-30"),
      figure(printed("0.96"), on: "2025-12-31", unit: "96@2025-07-01"),
    ]
    let target = Self.cut.replacing("baseline: 2023-12-31", with: "baseline: 2025-06-30")
    let found = try verdict(on: target, figures, on: "2026-02-10") {
      $0.period = "{ from: 2025-07-01, to: 2025-12-31 }"
    }
    #expect(found.word == .notComparable)
    #expect(found.reason?.vi == "số liệu gốc và kết quả của hai địa giới khác nhau")
  }
  @Test func `a plan of the old Cà Mau is not held against a result of the new one`() throws {
    let figures = [
      figure(printed("1.30"), on: "2025-06-30"),
      figure(printed("0.96"), on: "2025-12-31", unit: "96@2025-07-01"),
    ]
    let found = try verdict(on: Self.level, figures, on: "2026-02-10") {
      $0.period = "{ from: 2025-01-01, to: 2025-12-31 }"
    }
    #expect(found.word == .notComparable)
    #expect(found.reason?.vi == "kế hoạch và kết quả của hai địa giới khác nhau")
    #expect(found.result?.unit == "96@2025-07-01")
  }
  @Test func `the new Cà Mau is compared with itself`() throws {
    let figures = [figure(printed("0.96"), on: "2025-12-31", unit: "96@2025-07-01")]
    let found = try verdict(on: Self.level, figures, on: "2026-02-10") {
      $0.period = "{ from: 2025-07-01, to: 2025-12-31 }"
    }
    #expect(found.word == .met)
  }
  @Test func `Huế became a city as a whole, so its figures before and after are compared`() throws {
    let figures = [
      figure(printed("1.40"), on: "2024-12-31", unit: "46@2004-08-31"),
      figure(printed("0.96"), on: "2025-12-31", unit: "46@2025-01-01"),
    ]
    let target = Self.cut.replacing("baseline: 2023-12-31", with: "baseline: 2024-12-31")
    let found = try verdict(on: target, figures, on: "2026-02-10") {
      ($0.unit, $0.period) = ("46", "{ from: 2025-01-01, to: 2025-12-31 }")
    }
    #expect(found.word == .met)
    #expect(Here.units.isOneTerritory("46@2004-08-31", "46@2025-01-01"))
    #expect(!Here.units.isOneTerritory("96@2004-08-31", "96@2025-07-01"))
    #expect(!Here.units.isOneTerritory("95@2004-08-31", "96@2025-07-01"))
  }
  @Test func `of two sources the one of the least precedence is judged`() throws {
    let table = figure(printed("1.30"))
    let press = figure(printed("0.96"), grade: .press, precedence: 1)
    let found = try verdict(on: Self.level, [press, table])
    #expect(found.word == .notMet)
    #expect(found.result == table)
  }
  @Test(arguments: [Figure.Status.withheld, .notReported, .notApplicable, .estimate])
  func `a base figure that decides nothing is shown for what it is`(_ status: Figure.Status) throws {
    let base = figure(status == .estimate ? printed("1.60") : nil, on: "2023-12-31", status: status)
    let found = try verdict(on: Self.cut, [base, figure(printed("0.96"))])
    #expect(!found.word.isJudgement)
    #expect(found.base == base)
    let level = try verdict(on: Self.level + ", baseline: 2023-12-31", [base, figure(printed("0.96"))])
    #expect(level.word == .met && level.base == base)
  }
  @Test func `the words of the gates come with both figures where there are two`() throws {
    let found = try verdict(on: Self.cut, [Self.base, figure(nil, status: .withheld)])
    #expect(found.base == Self.base)
    #expect(found.result?.status == .withheld)
  }

  @Test(arguments: [
    (
      "2024-12-31", "places:dbkk-bai-ngang",
      "no published figure has been found; the list 'Xã đặc biệt khó khăn vùng bãi ngang ven biển và hải đảo' of QĐ 353/QĐ-TTg ngày 15/03/2022 sau QĐ 1535/QĐ-TTg ngày 09/12/2024 is not complete (0 of 37 units are known)"
    ),
    (
      "2024-12-31", "places:khac",
      "no published figure has been found; the register of units has no list 'khac'"
    ), ("2024-12-31", "ethnicity:khmer", "no published figure has been found"),
  ])
  func `without a figure of the places on a list the reason is what is not known of the list`(
    due: String, group: String, reason: String
  ) throws {
    let target =
      "kind: level, measure: poor_rate, unit: percent, at_most: 1.2, due: \(due), group: '\(group)'"
    let found = try PlanText(target).verdicts([]).targets.first?.verdict
    #expect(found?.word == .noData)
    #expect(found?.reason?.en == reason)
    let empty = figure(nil, group: group, status: .notReported)
    #expect(try PlanText(target).verdicts([empty]).targets.first?.verdict.reason?.en == reason)
  }
  @Test func `a base figure carried over to the unit's own boundaries is compared`() throws {
    let target = Self.cut
    var base = figure(printed("1.60"), on: "2023-12-31")
    base.boundary = "2004-08-31"
    #expect(
      try PlanText(target).verdicts([base, figure(printed("0.96"))]).targets.first?.verdict.word == .met)
    base.boundary = "2020-01-01"
    #expect(
      try PlanText(target).verdicts([base, figure(printed("0.96"))]).targets.first?.verdict.word
        == .notComparable)
  }

  @Test func `before the due day a share of nobody does not apply, and a row without a number is no figure`()
    throws
  {
    let target = "kind: level, measure: a, unit: percent, at_least: 90"
    let counted = figure(ratio(0, 0), "a", on: "2024-06-30")
    let told = figure(nil, "a", on: "2024-06-30", status: .notApplicable)
    #expect(try verdict(on: target, [counted], on: "2024-07-10").word == .notApplicable)
    #expect(try verdict(on: target, [told], on: "2024-07-10").word == .notDue)
    let early = figure(ratio(95, 100), "a", on: "2024-03-31")
    #expect(try verdict(on: target, [early, counted], on: "2024-07-10").word == .notApplicable)
    #expect(try verdict(on: target, [early, told], on: "2024-07-10").word == .currentlyMet)
  }
}
