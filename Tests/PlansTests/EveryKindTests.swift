import Diagnostics
import Tables
import Testing

@testable import Plans

/// Every kind of target that plans are known to have can be written down, and reads back as what it says.
///
/// - Source: section 3 of the site rules, one example each.
@Suite struct EveryKindTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    let words: String
    let target: String
    let kind: Target.Kind
    let comparison: Comparison?
    let goal: String
    var testDescription: String { words }
    init(_ words: String, _ target: String, _ kind: Target.Kind, _ comparison: Comparison?, _ goal: String) {
      (self.words, self.target, self.kind) = (words, target, kind)
      (self.comparison, self.goal) = (comparison, goal)
    }
  }
  static let cut = "kind: change, toward: down, baseline: 2023-12-31"
  static let kinds = [
    Kind(
      "xuống còn 1,2 %", "kind: level, measure: poor_rate, unit: percent, at_most: 1.2", .level,
      .atMost(number("1.2")),
      "không quá 1,2 %"),
    Kind(
      "dưới 2,5 %", "kind: level, measure: poor_rate, unit: percent, below: 2.5", .level,
      .below(number("2.5")),
      "dưới 2,5 %"),
    Kind(
      "còn 3.675 hộ", "kind: level, measure: poor, unit: households, at_most: 3675", .level, .atMost(3675),
      "không quá 3.675 hộ"),
    Kind(
      "tối thiểu 90 %", "kind: level, measure: a, unit: percent, at_least: 90", .level, .atLeast(90),
      "ít nhất 90 %"),
    Kind("trên 80 %", "kind: level, measure: a, unit: percent, above: 80", .level, .above(80), "trên 80 %"),
    Kind(
      "tối thiểu 300 người", "kind: level, measure: a, unit: people, at_least: 300", .level, .atLeast(300),
      "ít nhất 300 người"),
    Kind("100 % được cấp thẻ", "kind: level, measure: a, all: true", .level, .all, "100 %"),
    Kind(
      "mức giảm tối thiểu 0,4 %", "\(cut), measure: poor_rate, unit: points, at_least: 0.4", .change,
      .atLeast(number("0.4")), "giảm ít nhất 0,4 điểm %"),
    Kind(
      "giảm 1.225 hộ", "\(cut), measure: poor, unit: households, number: 1225", .change, .number(1225),
      "giảm 1.225 hộ"),
    Kind(
      "14–16 hộ", "\(cut), measure: poor, unit: households, between: [14, 16]", .change, .between(14, 16),
      "giảm 14–16 hộ"),
    Kind(
      "2 %–3 %/năm", "\(cut), measure: poor_rate, unit: points, between: [2, 3], per_year: true", .change,
      .between(2, 3), "giảm 2–3 điểm % mỗi năm"),
    Kind(
      "khoảng 150 hộ", "kind: level, measure: a, unit: households, about: 150", .level, .about(150),
      "khoảng 150 hộ"),
    Kind(
      "13.000 lao động", "kind: level, measure: a, unit: people, number: 13000", .level, .number(13000),
      "13.000 người"),
    Kind(
      "hộ nghèo Khmer 3–4 %/năm",
      "\(cut), measure: poor_rate, group: \"ethnicity:khmer\", unit: points, between: [3, 4], per_year: true",
      .change,
      .between(3, 4), "giảm 3–4 điểm % mỗi năm"),
    Kind(
      "xã bãi ngang dưới 14,3 %",
      "kind: level, measure: a, group: \"places:dbkk-bai-ngang\", unit: percent, below: 14.3", .level,
      .below(number("14.3")), "dưới 14,3 %"),
    Kind(
      "khoảng của một mức", "kind: level, measure: a, unit: percent, between: [20, 30]", .level,
      .between(20, 30),
      "20–30 %"),
    Kind("tăng tỷ lệ", "kind: direction, measure: a, unit: percent, toward: up", .direction, nil, ""),
    Kind(
      "94.277 triệu",
      "kind: money, measure: b, unit: million_dong, number: 94277, parts: [{ name: TW, value: 85477 }, { name: T, value: 8800 }]",
      .money, .number(94277), "94.277 triệu đồng"),
    Kind("tăng cường vận động quỹ", "kind: activity", .activity, nil, ""),
    Kind("hỗ trợ 40 triệu", "kind: entitlement, unit: million_dong, amount: 40", .entitlement, nil, ""),
    Kind(
      "trên 1.000 mô hình", "kind: level, measure: a, unit: models, above: 1000", .level, .above(1000),
      "trên 1.000 mô hình"),
  ]

  @Test(arguments: kinds) func `a kind of target is written and read`(_ row: Kind) throws {
    let target = try #require(try PlanText(row.target).plan().targets.first)
    let goal = target.readings.first?.conditions.first?.goal
    #expect(target.kind == row.kind)
    #expect(goal?.comparison == row.comparison)
    let text = goal?.text(toward: target.kind == .change ? target.toward : nil).vi ?? ""
    #expect(text.replacing("\u{A0}", with: " ") == row.goal)
  }
  @Test(arguments: kinds) func `a target that is not due and has no figure is never called met or missed`(
    _ row: Kind
  )
    throws
  {
    let found = try #require(try PlanText(row.target).verdicts([], on: "2024-06-30").targets.first).verdict
    #expect([.notDue, .noData, .notJudged].contains(found.word), "\(found.word)")
  }
  @Test func `a target may lie within another, with the whole as its denominator or those reached`() throws {
    let whole = "kind: level, measure: a, all: true"
    for share in ["", ", share_of_parent: true"] {
      let plan = try PlanText(
        whole, "kind: level, measure: b, unit: percent, at_least: 90, part_of: T1\(share)"
      ).plan()
      #expect(plan.targets.last?.partOf == "T1")
      #expect(plan.targets.last?.isShareOfParent == !share.isEmpty)
    }
  }
  @Test func `a target of two things may ask for both at once, or for each`() throws {
    let plan = try PlanText(ReadingTests.compound).plan()
    #expect(plan.targets.first?.readings.map(\.conditions.count) == [1, 2])
  }
  @Test func `an inferred comparison, a remark and a path of its own are kept`() throws {
    let target = try #require(
      try PlanText(
        """
        kind: level, measure: a, unit: percent, at_least: 90, inferred: true, remark: r, \
        milestones: [{ on: 2024-06-30, at_least: 50 }]
        """
      ).plan().targets.first)
    #expect(target.isInferred && target.remark?.vi == "r" && target.milestones.count == 1)
  }
}
