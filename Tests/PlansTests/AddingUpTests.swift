import Diagnostics
import Tables
import Testing

@testable import Plans

/// Whether a plan adds up: counts and rates, parts and amounts, nested targets.
@Suite struct AddingUpTests {
  static func level(_ rate: String) -> String { "kind: level, measure: poor_rate, unit: percent, \(rate)" }
  static func count(_ number: String) -> String { "kind: level, measure: poor, unit: households, \(number)" }
  static func cutRate(_ rate: String) -> String {
    "kind: change, measure: poor_rate, unit: points, \(rate), toward: down, baseline: 2023-12-31"
  }
  static func cutCount(_ number: String) -> String {
    "kind: change, measure: poor, unit: households, \(number), toward: down, baseline: 2023-12-31"
  }
  private func checks(_ targets: [String], _ checks: String...) throws -> [PlanVerdicts.Check] {
    var text = PlanText(targets)
    text.checks = checks.enumerated().map { "id: c\($0.offset), \($0.element)" }
    return try text.verdicts([]).checks
  }

  @Test func `Cà Mau's counts and rates fit one number of households`() throws {
    let found = try checks(
      [
        Self.level("at_most: 1.20"), Self.count("at_most: 3675"), Self.cutRate("at_least: 0.4"),
        Self.cutCount("number: 1225"),
      ], "level_rate: T1, level_count: T2, cut_rate: T3, cut_count: T4")
    #expect(
      found.map(\.text.vi) == [
        "3.675\u{A0}hộ ứng với 1,20\u{A0}% thì cả đơn vị có 306.250\u{A0}hộ.",
        "1.225\u{A0}hộ ứng với 0,4\u{A0}% thì cả đơn vị có 306.250\u{A0}hộ.",
        "Mức phải đạt và mức giảm khớp nhau: cùng ứng với 304.980–307.531\u{A0}hộ.",
        "Theo kế hoạch, trước đó có 4.900\u{A0}hộ, tức 1,60\u{A0}%.",
      ])
    #expect(
      found.map(\.detail?.vi) == [
        "3.675 × 100 : 1,20 = 306.250. Tỷ lệ đã làm tròn là từ 1,195\u{A0}% đến dưới 1,205\u{A0}%, nên 3.675 × 100 : 1,205 < số hộ ≤ 3.675 × 100 : 1,195, tức 304.980–307.531\u{A0}hộ.",
        "1.225 × 100 : 0,4 = 306.250. Tỷ lệ đã làm tròn là từ 0,35\u{A0}% đến dưới 0,45\u{A0}%, nên 1.225 × 100 : 0,45 < số hộ ≤ 1.225 × 100 : 0,35, tức 272.223–350.000\u{A0}hộ.",
        nil, "3.675 + 1.225 = 4.900; 1,20\u{A0}% + 0,4 điểm % = 1,60\u{A0}%.",
      ])
    #expect(found.map(\.holds) == [nil, nil, true, nil])
    #expect(found[2].text.en == "The level and the cut agree: both fit 304980–307531 households.")
  }
  @Test func `Quảng Phú's range of a cut gives a range of households`() throws {
    let found = try checks(
      [Self.cutCount("between: [14, 16]"), Self.cutRate("number: 0.5")], "cut_rate: T2, cut_count: T1")
    #expect(
      found.map(\.text.vi) == ["14–16\u{A0}hộ ứng với 0,5\u{A0}% thì cả đơn vị có 2.800–3.200\u{A0}hộ."])
    #expect(
      found.map(\.detail?.vi) == [
        "14 × 100 : 0,5 = 2.800; 16 × 100 : 0,5 = 3.200. Tỷ lệ đã làm tròn là từ 0,45\u{A0}% đến dưới 0,55\u{A0}%, nên 14 × 100 : 0,55 < số hộ ≤ 16 × 100 : 0,45, tức 2.546–3.555\u{A0}hộ."
      ])
    #expect(found.first?.detail?.en.hasSuffix("which is 2546–3555 households.") == true)
  }
  @Test func `a range of the rate widens what is implied`() throws {
    let found = try checks(
      [Self.cutCount("number: 20"), Self.cutRate("between: [0.4, 0.5]")], "cut_rate: T2, cut_count: T1")
    #expect(
      found.map(\.text.en) == ["When 20 households are 0.4–0.5%, there are 4000–5000 households in all."])
    #expect(
      found.map(\.detail?.en) == [
        "20 × 100 / 0.5 = 4000; 20 × 100 / 0.4 = 5000. The rounded rate is from 0.35% to below 0.55%, so 20 × 100 / 0.55 < households ≤ 20 × 100 / 0.35, which is 3637–5714 households."
      ])
  }
  @Test func `a level and a cut that fit no common number are told`() throws {
    let found = try checks(
      [
        Self.level("at_most: 1.20"), Self.count("at_most: 3675"), Self.cutRate("at_least: 0.40"),
        Self.cutCount("number: 2000"),
      ], "level_rate: T1, level_count: T2, cut_rate: T3, cut_count: T4")
    #expect(found[2].holds == false)
    #expect(found[2].text.vi == "Mức phải đạt và mức giảm không ứng với cùng một tổng số hộ nào.")
  }
  @Test func `a plan that leaves nobody poor fits any number of households`() throws {
    let found = try checks(
      [
        Self.level("at_most: 0.00"), Self.count("at_most: 0"), Self.cutRate("at_least: 0.40"),
        Self.cutCount("number: 1225"),
      ], "level_rate: T1, level_count: T2, cut_rate: T3, cut_count: T4")
    #expect(found.allSatisfy { $0.holds != false })
    #expect(found.contains { $0.text.vi == "Theo kế hoạch, trước đó có 1.225\u{A0}hộ, tức 0,40\u{A0}%." })
  }
  @Test func `two of the four are enough, and give what they can`() throws {
    let found = try checks(
      [Self.level("at_most: 1.20"), Self.cutRate("at_least: 0.4")], "level_rate: T1, cut_rate: T2")
    #expect(found.isEmpty)
  }

  // MARK: Parts

  @Test(arguments: [
    (85477, 8800, true, "ngân sách: các phần cộng đúng bằng 94.277\u{A0}triệu đồng."),
    (85477, 8801, false, "ngân sách: các phần không cộng bằng 94.277\u{A0}triệu đồng."),
  ]) func `the parts of money add up, or that they do not is told`(
    central: Int, local: Int, holds: Bool, text: String
  ) throws {
    var plan = PlanText(
      """
      kind: money, measure: budget, unit: million_dong, number: 94277, \
      parts: [{ name: a, value: \(central) }, { name: b, value: \(local) }]
      """)
    plan.targets[0].replace("title: t", with: "title: ngân sách")
    let found = try plan.verdicts([]).checks
    #expect(found.map(\.text.vi) == [text])
    #expect(found.map(\.holds) == [holds])
    #expect(found.first?.detail?.vi.hasPrefix("85.477 + \(local / 1000).") == true)
  }
  @Test func `what is paid on top is told and is no part of the sum`() throws {
    let found = try checks([
      """
      kind: entitlement, unit: million_dong, amount: 40, parts: [{ name: province, value: 30 }, \
      { name: district, value: 10 }, { name: raised, value: 20, on_top: true }]
      """
    ])
    #expect(found.map(\.holds) == [true, nil])
    #expect(found.first?.detail?.en == "30 + 10 = 40\u{A0}million đồng.")
    #expect(
      found.last?.text.en
        == "t: the plan also names raised, 20\u{A0}million đồng; it is read as paid besides 40\u{A0}million đồng."
    )
  }

  // MARK: Nested targets

  @Test(arguments: [(300, true, "khớp"), (26001, false, "không khớp")])
  func `a count is not more than what it is a part of`(part: Int, holds: Bool, word: String) throws {
    let found = try checks([
      "kind: level, measure: jobs, unit: people, number: 26000",
      "kind: level, measure: abroad, unit: people, number: \(part), part_of: T1",
    ])
    #expect(found.map(\.holds) == [holds])
    #expect(found.first?.text.vi.hasSuffix(": \(word).") == true)
  }
  @Test func `a share of those reached may be greater than the share that is reached`() throws {
    let found = try checks([
      "kind: level, measure: a, unit: percent, at_least: 80",
      "kind: level, measure: b, unit: percent, at_least: 90, part_of: T1",
    ])
    #expect(found.isEmpty)
    let less = try checks([
      "kind: level, measure: a, unit: percent, above: 59",
      "kind: level, measure: b, unit: percent, above: 54, part_of: T1",
    ])
    #expect(less.map(\.holds) == [true])
  }
}
