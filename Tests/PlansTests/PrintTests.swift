import Diagnostics
import Figures
import StageTestKit
import Tables
import Testing

@testable import Plans

/// What is printed never contradicts the word beside which it stands.
@Suite struct PrintTests {
  static let rise = "kind: direction, measure: a, unit: percent, toward: up, baseline: 2023-12-31"
  static let cut =
    "kind: change, measure: a, unit: points, at_least: 0.4, toward: down, baseline: 2023-12-31"

  @Test(arguments: [
    ("1.1900", "từ 1,18995 % đến dưới 1,19005 %"), ("1.190000", "từ 1,1899995 % đến dưới 1,1900005 %"),
    ("1.190001", "từ 1,1900005 % đến dưới 1,1900015 %"), ("1.19", "từ 1,185 % đến dưới 1,195 %"),
  ]) func `the ends of a printed rate are two numbers, and the right ones`(rate: String, text: String) throws
  {
    let found = try verdict(
      on: "kind: level, measure: a, unit: percent, at_most: 1.5", [figure(printed(rate), "a")])
    #expect(found.steps.map { $0.vi.replacing("\u{A0}", with: " ") }[1].hasSuffix("\(text)."))
  }
  @Test func `the ends of a change of finely printed rates are two numbers too`() throws {
    let found = try verdict(
      on: Self.cut, [figure(printed("5.00000"), "a", on: "2023-12-31"), figure(printed("4.50000"), "a")])
    #expect(found.achieved?.vi == "giảm 0,49999–0,50001\u{A0}điểm\u{A0}%")
  }
  @Test func `a direction just short of what counts is told with enough decimals`() throws {
    let found = try verdict(
      on: Self.rise,
      [figure(ratio(10_000, 30_000), "a", on: "2023-12-31"), figure(ratio(10_016, 30_003), "a")])
    #expect(found.word == .notMet)
    #expect(found.achieved?.vi == "tăng 0,049995\u{A0}điểm\u{A0}%")
    #expect(found.materiality == fraction("0.05"))
    #expect(
      found.steps.map(\.vi).suffix(4) == [
        "Số liệu gốc, ngày 31/12/2023: 10.000 trên 30.000, bằng 33,333333\u{A0}%.",
        "Kết quả, ngày 31/12/2024: 10.016 trên 30.003, bằng 33,383328\u{A0}%.",
        "Mức tăng: 0,049995\u{A0}điểm\u{A0}%.",
        "Chỉ tính là thay đổi khi từ 0,05\u{A0}điểm\u{A0}% trở lên.",
      ])
  }
  @Test func `base and result of a cut just short of its goal differ in print as they do`() throws {
    let figures = [
      figure(ratio(1_350_000, 27_000_000), "a", on: "2023-12-31"), figure(ratio(1_242_001, 27_000_000), "a"),
    ]
    let found = try verdict(on: Self.cut, figures)
    #expect(found.word == .notMet)
    #expect(found.steps.map(\.vi)[1].hasSuffix("bằng 5\u{A0}%."))
    #expect(found.steps.map(\.vi)[2].hasSuffix("bằng 4,600004\u{A0}%."))
  }
  /// Printed numbers, read back, give the word that is told.
  @Test(arguments: 1...40) func `the printed difference is on the side of the word`(seed: UInt64) throws {
    var random = SeededRandom(seed &* 7919)
    for _ in 0..<10 {
      let (a, b) = (3000 + random.next(below: 5000), 3000 + random.next(below: 5000))
      let start = a / 20
      let end = max(0, (start * 1000 - 4 * a) * b / (1000 * a) + random.next(below: 3) - 1)
      let found = try verdict(
        on: Self.cut, [figure(ratio(start, a), "a", on: "2023-12-31"), figure(ratio(end, b), "a")])
      let numbers = try found.steps[1...2].map { try Self.rate(in: $0.en) }
      let difference: FixedPoint? = numbers[0] - numbers[1]
      #expect(
        (found.word == .met) == (difference.map { $0 >= number("0.4") } ?? false), "\(found.steps.map(\.en))")
    }
  }
  private static func rate(in text: String) throws -> FixedPoint {
    let match = try #require(text.firstMatch(of: /which is ([0-9.]+)%/))
    return try #require(FixedPoint(plain: String(match.1)))
  }

  struct Told: CustomTestStringConvertible, Sendable {
    let low: String?
    let high: String?
    var isOpen = true
    var ends: [String] = ["1"]
    let vi: String
    let en: String
    var testDescription: String { vi }
    var extent: Extent {
      Extent(
        from: low.map { Extent.End(fraction($0), isIncluded: !isOpen) },
        to: high.map { Extent.End(fraction($0), isIncluded: !isOpen) })
    }
  }
  static let told = [
    Told(
      low: "0.8", high: "1", vi: "giảm trên 0,8 điểm % đến dưới 1 điểm %",
      en: "cut by above 0.8 percentage points to below 1 percentage points"),
    Told(
      low: "1", high: "1.2", isOpen: false, vi: "giảm từ 1 điểm % đến 1,2 điểm %",
      en: "cut by from 1 percentage points to 1.2 percentage points"),
    Told(low: "0.7", high: "0.9", vi: "giảm 0,7–0,9 điểm %", en: "cut by 0.7–0.9 percentage points"),
    Told(low: "-0.02", high: "0", vi: "tăng 0–0,02 điểm %", en: "raise by 0–0.02 percentage points"),
    Told(low: "-0.9", high: "-0.7", vi: "tăng 0,7–0,9 điểm %", en: "raise by 0.7–0.9 percentage points"),
    Told(
      low: "-1", high: "-0.7", ends: ["-1"], vi: "tăng trên 0,7 điểm % đến dưới 1 điểm %",
      en: "raise by above 0.7 percentage points to below 1 percentage points"),
    Told(
      low: "-0.02", high: "0.01", vi: "từ tăng dưới 0,02 điểm % đến giảm dưới 0,01 điểm %",
      en: "from raise by less than 0.02 percentage points to cut by less than 0.01 percentage points"),
    Told(low: "0", high: "0", isOpen: false, vi: "không đổi", en: "unchanged"),
    Told(low: "0.5", high: nil, vi: "giảm trên 0,5 điểm %", en: "cut by above 0.5 percentage points"),
    Told(low: nil, high: "-0.5", vi: "tăng trên 0,5 điểm %", en: "raise by above 0.5 percentage points"),
    Told(
      low: nil, high: "0.5", vi: "giảm dưới 0,5 điểm %, hoặc tăng",
      en: "cut by less than 0.5 percentage points, or a rise"),
    Told(
      low: "-0.5", high: nil, isOpen: false, vi: "tăng 0,5 điểm %, hoặc giảm",
      en: "raise by 0.5 percentage points, or a cut"),
  ]
  @Test(arguments: told) func `a change is told with its ends where they matter`(_ row: Told) {
    let found = Phrase.achieved(row.extent, .points, .down, beside: row.ends.map { fraction($0) })
    #expect(found?.vi.replacing("\u{A0}", with: " ") == row.vi)
    #expect(found?.en.replacing("\u{A0}", with: " ") == row.en)
  }
  @Test func `what may be any change is not told`() {
    #expect(Phrase.achieved(Extent(from: nil, to: nil), .points, .down, beside: []) == nil)
  }

  @Test(arguments: [
    (
      "at_most: 2.5", ratio(254, 10_000),
      "2,54 %, làm tròn như con số của kế hoạch thành 2,5 %, đúng với mục tiêu không quá 2,5 %."
    ),
    (
      "all: true", ratio(996, 1000),
      "99,6 %, làm tròn như con số của kế hoạch thành 100 %, đúng với mục tiêu 100 %."
    ),
    ("at_most: 2.5", ratio(25, 1000), "2,5 % đúng với mục tiêu không quá 2,5 %."),
    (
      "at_most: 2.5", ratio(256, 10_000),
      "2,56 %, làm tròn như con số của kế hoạch thành 2,6 %, không đúng với mục tiêu không quá 2,5 %."
    ),
    (
      "at_most: 2.5", printed("2.53"),
      "từ 2,525 % đến dưới 2,535 %, làm tròn như con số của kế hoạch, đúng với mục tiêu không quá 2,5 %, dù lấy số nào trong khoảng."
    ),
    ("about: 80", ratio(77, 100), "77 % đúng với mục tiêu khoảng 80 %."),
  ]) func `what is compared as the plan rounds is printed so`(
    goal: String, value: FigureValue, text: String
  ) throws {
    let found = try verdict(
      on: "kind: level, measure: a, unit: percent, \(goal), readings: [{ name: r, precision: stated }]",
      [figure(value, "a")])
    #expect(found.steps.last?.vi.replacing("\u{A0}", with: " ") == "So sánh: " + text)
  }
  @Test func `a goal says that it is meant as it is rounded`() {
    let goal = Goal(.atMost(number("2.5")), .percent, precision: .stated)
    #expect(goal.fullText().vi == "không quá 2,5\u{A0}%, tính ở mức làm tròn mà kế hoạch viết")
    #expect(goal.text().vi == "không quá 2,5\u{A0}%")
    #expect(Goal(.atMost(number("2.5")), .percent).fullText() == goal.text())
  }

  @Test func `all of the way is not told of what was not reached`() throws {
    let below = "kind: level, measure: a, unit: percent, below: 10, baseline: 2023-12-31"
    let base = figure(ratio(200, 1000), "a", on: "2023-12-31")
    let found = try verdict(on: below, [base, figure(ratio(100, 1000), "a")])
    #expect(found.word == .notMet && found.share == nil)
    #expect(try verdict(on: below, [base, figure(ratio(101, 1000), "a")]).share?.exact == 99)
  }
  @Test(arguments: [
    (1521, "47,9 % quãng đường khi đã qua 50 % thời gian, tức ít nhất 95,8 %"),
    (1526, "47 % quãng đường khi đã qua 50 % thời gian, tức ít nhất 94 %"),
    (1525, "47,5 % quãng đường khi đã qua 50 % thời gian, tức ít nhất 95 %"),
    (1400, "60 % quãng đường khi đã qua 50 % thời gian, tức ít nhất 120 %"),
    (1701, "29 % quãng đường khi đã qua 50 % thời gian, tức ít nhất 59 %"),
  ]) func `a pace is printed with the decimals that its word needs`(now: Int, text: String) throws {
    let figures = [
      figure(count(2000), "poor", on: "2023-12-31"), figure(count(now), "poor", on: "2024-07-01"),
    ]
    let steps = try verdict(on: WordTests.fall, figures, on: "2024-08-01").steps.map(\.vi)
    #expect(steps.contains { $0.replacing("\u{A0}", with: " ").contains(text) }, "\(steps)")
  }
  @Test(arguments: [
    ("47.95", 0, "47"), ("47.95", 1, "47.9"), ("47.95", 3, "47.95"), ("-0.5", 0, "-1"), ("50", 1, "50"),
  ])
  func `a number is rounded down`(value: String, places: Int, text: String) {
    #expect(fraction(value).floored(places: places)?.plain == text)
  }
}
