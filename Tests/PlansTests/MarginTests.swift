import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// The distance to the goal in whole households.
@Suite struct MarginTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let goal: String
    let value: FigureValue
    let word: VerdictWord
    let low: Int128
    let high: Int128
    let isClose: Bool
    var testDescription: String { "\(goal), \(value)" }
    init(
      _ goal: String, _ value: FigureValue, _ word: VerdictWord, _ low: Int128, _ high: Int128? = nil,
      close: Bool = false
    ) {
      (self.goal, self.value, self.word) = (goal, value, word)
      (self.low, self.high, isClose) = (low, high ?? low, close)
    }
  }
  static let counts = [
    Case("at_most: 3675", count(2890), .met, 785), Case("at_most: 3675", count(3675), .met, 0, close: true),
    Case("at_most: 3675", count(3672), .met, 3, close: true), Case("at_most: 3675", count(3671), .met, 4),
    Case("at_most: 3675", count(3678), .notMet, -3, close: true),
    Case("at_most: 3675", count(3679), .notMet, -4),
    Case("below: 3675", count(3675), .notMet, -1, close: true),
    Case("below: 3675", count(3674), .met, 0, close: true),
    Case("at_least: 150", count(150), .met, 0, close: true),
    Case("above: 150", count(150), .notMet, -1, close: true),
    // About is reached from 142.5 on, and that is where it is close.
    Case("about: 150", count(150), .met, 7), Case("about: 150", count(143), .met, 0, close: true),
    Case("about: 150", count(142), .notMet, -1, close: true),
    // To the nearer end of a range.
    Case("between: [140, 160]", count(150), .met, 10),
    Case("between: [140, 160]", count(159), .met, 1, close: true),
    Case("between: [140, 160]", count(170), .notMet, -10),
    Case("between: [140, 160]", count(130), .notMet, -10),
  ]
  @Test(arguments: counts) func `a count is as far as it is`(_ row: Case) throws {
    try expect(row, "kind: level, measure: housed, unit: households", [figure(row.value, "housed")])
  }
  static let ratios = [
    // 2.5 % of 2,251 is 56.275.
    Case("at_most: 2.5", ratio(52, 2251), .met, 4),
    Case("at_most: 2.5", ratio(56, 2251), .met, 0, close: true),
    Case("at_most: 2.5", ratio(57, 2251), .notMet, -1, close: true),
    Case("at_most: 2.5", ratio(61, 2251), .notMet, -5),
    // 2.5 % of 1,000 is 25: at most lets it in, below does not.
    Case("at_most: 2.5", ratio(25, 1000), .met, 0, close: true),
    Case("below: 2.5", ratio(25, 1000), .notMet, -1, close: true),
    Case("below: 2.5", ratio(24, 1000), .met, 0, close: true),
    Case("all: true", ratio(99, 100), .notMet, -1, close: true),
    Case("all: true", ratio(100, 100), .met, 0, close: true),
    Case("at_least: 95", ratio(90, 100), .notMet, -5),
  ]
  @Test(arguments: ratios) func `a ratio is as far as its denominator says`(_ row: Case) throws {
    try expect(row, "kind: level, measure: poor_rate, unit: percent", [figure(row.value)])
  }
  @Test func `a printed rate is as far as the count beside it allows`() throws {
    // 6,287 households that are 0.96 % are of 651,503 to 658,324 in all, of which 1.2 % are 7,818 to 7,899.
    let row = Case("at_most: 1.2", printed("0.96"), .met, 1531, 1612)
    try expect(
      row, "kind: level, measure: poor_rate, unit: percent", [figure(row.value), figure(count(6287), "poor")])
  }
  @Test func `a printed rate near the goal is close when some of the households there can be say so`() throws
  {
    // 600 that are 1.19 % are of 50,210 to 50,632 in all, of which 1.2 % are 602 to 607.
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, at_most: 1.2",
      [figure(printed("1.19")), figure(count(600), "poor")])
    #expect(found.margin == Verdict.Margin(low: 2, high: 7))
    #expect(found.margin?.isClose == true)
  }
  @Test(
    arguments: [
      // 1.2 % of 1,000 published households are 12.
      (printed("1.1"), 11, 1000, Verdict.Margin(low: 1, high: 1)),
      // Without the count every one that is printed so may be: 3,555 to 3,584 of 3,600.
      (printed("1.19"), nil, 300_000, Verdict.Margin(low: 16, high: 45)),
      // What contradicts itself gives none.
      (printed("1.1"), 13, 1000, nil), (printed("1.1"), nil, 3, nil), (printed("1.1"), nil, 0, nil),
    ] as [(FigureValue, Int?, Int, Verdict.Margin?)])
  func `a printed rate is as far as the published households say`(
    rate: FigureValue, poor: Int?, all: Int, margin: Verdict.Margin?
  ) throws {
    let counts = [poor.map { figure(count($0), "poor") }, figure(count(all), "households")]
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, at_most: 1.20",
      [figure(rate)] + counts.compactMap { $0 })
    #expect(found.word == .met)
    #expect(found.margin == margin)
  }
  @Test func `households of another day or standard, and estimates, are not counted with`() throws {
    let others = [
      figure(count(1000), "households", on: "2023-12-31"),
      figure(count(1000), "households", standard: "vn-2016"),
      EstimateTests.estimate(count(1000), "households", "hơn 1.000"),
    ]
    for other in others {
      let found = try verdict(
        on: "kind: level, measure: poor_rate, unit: percent, at_most: 1.20",
        [figure(printed("1.1")), figure(count(11), "poor"), other])
      #expect(found.margin == Verdict.Margin(low: 0, high: 1))
    }
  }
  @Test func `of a range and a printed rate alone no distance is told`() throws {
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, between: [1, 2]",
      [figure(printed("1.50")), figure(count(1000), "households")])
    #expect(found.word == .met && found.margin == nil)
  }
  @Test(arguments: [
    figure(count(6287), "poor", standard: "vn-2016"), figure(count(6287), "poor", on: "2023-12-31"),
    figure(count(6287), "near_poor"), figure(count(6287), "poor", group: "area:urban"),
    figure(nil, "poor", status: .withheld), figure(printed("1.0"), "poor"),
  ]) func `a count of something else gives a printed rate no margin`(_ beside: Figure) throws {
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, at_most: 1.2", [figure(printed("0.96")), beside])
    #expect(found.word == .met)
    #expect(found.margin == nil)
  }
  @Test func `a rate printed as nothing gives no margin, since any number of households may be`() throws {
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, at_most: 1.2",
      [figure(printed("0.00")), figure(count(3), "poor")])
    #expect(found.word == .met)
    #expect(found.margin == nil)
  }
  @Test func `what is not of households has no margin`() throws {
    let people = "kind: level, measure: workers, unit: people, at_least: 300"
    #expect(try verdict(on: people, [figure(count(310), "workers")]).margin == nil)
    let water = "kind: level, measure: water_rate, unit: percent, at_least: 90"
    #expect(try verdict(on: water, [figure(ratio(91, 100), "water_rate")]).margin == nil)
    let printedCut =
      "kind: change, measure: poor_rate, unit: points, number: 0.4, toward: down, baseline: 2023-12-31"
    let figures = [figure(printed("2.00"), on: "2023-12-31"), figure(printed("1.00"))]
    #expect(try verdict(on: printedCut, figures).margin == nil)
  }
  static let changes = [
    Case("number: 14", count(86), .met, 0, close: true),
    Case("number: 14", count(87), .notMet, -1, close: true),
    Case("number: 14", count(80), .met, 6), Case("above: 14", count(86), .notMet, -1, close: true),
    Case("between: [14, 16]", count(90), .notMet, -4), Case("between: [14, 16]", count(70), .met, 16),
  ]
  @Test(arguments: changes) func `a cut of households is as far as it is`(_ row: Case) throws {
    try expect(
      row, "kind: change, measure: poor, unit: households, toward: down, baseline: 2023-12-31",
      [figure(count(100), "poor", on: "2023-12-31"), figure(row.value, "poor")])
    // The same number of steps the other way is a rise.
    guard case .amount(let end) = row.value, let whole = end.whole else { return }
    try expect(
      row, "kind: change, measure: housed, unit: households, toward: up, baseline: 2023-12-31",
      [figure(count(100), "housed", on: "2023-12-31"), figure(count(200 - Int(whole)), "housed")])
  }
  static let points = [
    // From 5 %: 0.5 points less are 4.5 %, which is 90 of 2,000 and 90.045 of 2,001.
    Case("number: 0.5", ratio(90, 2000), .met, 0, close: true),
    Case("number: 0.5", ratio(91, 2000), .notMet, -1, close: true),
    Case("above: 0.5", ratio(90, 2000), .notMet, -1, close: true),
    Case("number: 0.5", ratio(90, 2001), .met, 0, close: true),
    Case("number: 0.5", ratio(80, 2001), .met, 10),
  ]
  @Test(arguments: points) func `a cut of a rate is as far as its denominator says`(_ row: Case) throws {
    try expect(
      row, "kind: change, measure: poor_rate, unit: points, toward: down, baseline: 2023-12-31",
      [figure(ratio(100, 2000), on: "2023-12-31"), figure(row.value)])
  }

  /// What is told names where the goal begins to be met, which is not always its number.
  @Test(arguments: [
    ("about: 98", 98, "Tốt hơn ngưỡng (95 % con số của kế hoạch) 4 hộ."),
    ("about: 98", 93, "Còn cách ngưỡng (95 % con số của kế hoạch) 1 hộ. Kết quả sát ngưỡng."),
    ("about: 98", 94, "Vừa đúng mức phải đạt, không dư hộ nào. Kết quả sát ngưỡng."),
    ("between: [20, 30]", 25, "Nằm trong khoảng mục tiêu, cách đầu gần hơn 5 hộ."),
    ("between: [20, 30]", 35, "Còn cách khoảng mục tiêu 5 hộ."),
    ("between: [20, 30]", 30, "Vừa đúng mức phải đạt, không dư hộ nào. Kết quả sát ngưỡng."),
    ("at_most: 20", 15, "Tốt hơn mục tiêu 5 hộ."), ("at_most: 20", 25, "Còn cách mục tiêu 5 hộ."),
  ]) func `the distance of a level names its threshold`(goal: String, value: Int, text: String) throws {
    let found = try verdict(
      on: "kind: level, measure: housed, unit: households, \(goal)", [figure(count(value), "housed")])
    #expect(found.steps.last?.vi.replacing("\u{A0}", with: " ") == text)
  }
  @Test(arguments: [
    ("between: [14, 16]", 85, "Tốt hơn mức thấp nhất của khoảng 1 hộ. Kết quả sát ngưỡng."),
    ("between: [14, 16]", 90, "Còn cách mức thấp nhất của khoảng 4 hộ."),
    ("about: 20", 75, "Tốt hơn ngưỡng (95 % con số của kế hoạch) 6 hộ."),
    ("number: 20", 75, "Tốt hơn mục tiêu 5 hộ."),
  ]) func `the distance of a change names its threshold`(goal: String, value: Int, text: String) throws {
    let found = try verdict(
      on: "kind: change, measure: housed, unit: households, toward: down, baseline: 2023-12-31, \(goal)",
      [figure(count(100), "housed", on: "2023-12-31"), figure(count(value), "housed")])
    #expect(found.steps.last?.vi.replacing("\u{A0}", with: " ") == text)
  }
  @Test(arguments: [("", Verdict.Margin(low: 1, high: 1)), ("vn-2016", Verdict.Margin(low: 0, high: 1))])
  func `households are the same under every standard when they name none`(
    standard: String, margin: Verdict.Margin
  ) throws {
    let figures = [
      figure(printed("2.4")), figure(count(24), "poor"),
      figure(count(1000), "households", standard: standard),
    ]
    let found = try verdict(on: "kind: level, measure: poor_rate, unit: percent, at_most: 2.5", figures)
    #expect(found.margin == margin)
    #expect(found.beside.map(\.measure) == (standard.isEmpty ? ["poor", "households"] : ["poor"]))
  }
  private func expect(_ row: Case, _ target: String, _ figures: [Figure]) throws {
    let found = try verdict(on: "\(target), \(row.goal)", figures)
    #expect(found.word == row.word)
    #expect(found.margin == Verdict.Margin(low: row.low, high: row.high))
    #expect(found.margin?.isClose == row.isClose)
    // The page never says of what is not met that it is better than the goal.
    let last = try #require(found.steps.last)
    #expect(last.vi.contains("sát ngưỡng") == row.isClose)
    #expect(last.vi.hasPrefix("Còn cách ") == (row.word == .notMet))
    #expect(last.vi.hasPrefix("Vừa đúng") == (row.low == 0 && row.high == 0))
  }
}
