import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// The share of the way that was made by the due day, and which of several is told.
@Suite struct ShareTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let goal: String
    let base: FigureValue
    let result: FigureValue
    let share: Verdict.Share?
    let step: String?
    var testDescription: String { "\(goal), \(base) to \(result)" }
    init(
      _ goal: String, _ base: FigureValue, _ result: FigureValue, _ low: Int?, _ high: Int?, _ step: String?
    ) {
      (self.goal, self.base, self.result, self.step) = (goal, base, result, step)
      share = low.flatMap { low in high.map { Verdict.Share(low: low, high: $0) } }
    }
  }
  static let cut = "kind: change, toward: down, unit: points"
  static let cases = [
    Case(
      "at_most: 20", ratio(80, 100), ratio(25, 100), 91, 91, "(80 − 25) : (80 − 20) = 91 %, làm tròn xuống."),
    Case("at_least: 90", ratio(10, 100), ratio(50, 100), 50, 50, "(50 − 10) : (90 − 10) = 50 %."),
    // What is printed stands for many numbers, and the least of the way is told as such.
    Case(
      "at_most: 1.20", printed("1.6"), printed("1.3"), 57, 88,
      "ít nhất (1,55 − 1,35) : (1,55 − 1,2) = 57 %, nhiều nhất (1,65 − 1,25) : (1,65 − 1,2) = 88 %, làm tròn xuống."
    ),
    Case(
      "at_least: 90", printed("50"), printed("52"), 2, 7,
      "ít nhất (51,5 − 50,5) : (90 − 50,5) = 2 %, nhiều nhất (52,5 − 49,5) : (90 − 49,5) = 7 %, làm tròn xuống."
    ),
    // Which way it went is not known, or it went the other way.
    Case("at_least: 10", printed("5.00"), printed("5.00"), nil, nil, nil),
    Case("at_least: 10", ratio(5, 100), ratio(4, 100), nil, nil, nil),
    Case("at_least: 10", ratio(5, 100), ratio(5, 100), 0, 0, "(5 − 5) : (10 − 5) = 0 %."),
    // All of the way is not beside a word that denies it.
    Case("below: 20", ratio(80, 100), ratio(20, 100), nil, nil, nil),
    Case(
      "below: 2.5", printed("5"), printed("3"), 50, 99,
      "ít nhất (4,5 − 3,5) : (4,5 − 2,5) = 50 %, và chưa hết."),
  ]
  @Test(arguments: cases) func `a level tells the share and how it was worked out`(_ row: Case) throws {
    let target = "kind: level, measure: a, unit: percent, baseline: 2023-12-31, \(row.goal)"
    try expect(row, target)
  }
  static let cuts = [
    Case("number: 0.5", ratio(20, 1000), ratio(16, 1000), 80, 80, "0,4 : 0,5 = 80 %."),
    Case(
      "number: 0.4", printed("1.6"), printed("1.4"), 25, 75,
      "ít nhất 0,1 : 0,4 = 25 %, nhiều nhất 0,3 : 0,4 = 75 %."),
    Case("number: 0.4", ratio(16, 1000), ratio(17, 1000), nil, nil, nil),
  ]
  @Test(arguments: cuts) func `a change tells its share of what was asked for`(_ row: Case) throws {
    try expect(
      row, "kind: change, measure: a, unit: points, toward: down, baseline: 2023-12-31, \(row.goal)")
  }
  @Test(arguments: [("1.6", false), ("1.4", true)])
  func `before the due day no share is told of what may have gone the other way`(
    _ now: String, _ isTold: Bool
  ) throws {
    let found = try verdict(
      on: "kind: level, measure: a, unit: percent, baseline: 2023-12-31, at_most: 1.2",
      [figure(printed("1.6"), "a", on: "2023-12-31"), figure(printed(now), "a", on: "2024-06-30")],
      on: "2024-07-10")
    #expect(!found.steps.contains { $0.vi.contains("ít nhất -") || $0.en.contains("least -") })
    #expect(found.steps.contains { $0.en.contains("of the way") } == isTold)
  }
  @Test func `beside an estimate no share is told before the due day either`() throws {
    let found = try verdict(
      on: "kind: level, measure: a, unit: percent, baseline: 2023-12-31, at_most: 1.2",
      [
        figure(printed("1.6"), "a", on: "2023-12-31", status: .estimate),
        figure(printed("1.4"), "a", on: "2024-06-30"),
      ],
      on: "2024-07-10")
    #expect(!found.steps.contains { $0.en.contains("of the way") })
  }
  private func expect(_ row: Case, _ target: String) throws {
    let found = try verdict(on: target, [figure(row.base, "a", on: "2023-12-31"), figure(row.result, "a")])
    #expect(found.word == .notMet)
    #expect(found.share == row.share)
    let steps = found.steps.map { $0.vi.replacing("\u{A0}", with: " ") }
    #expect(
      steps.first { $0.hasPrefix("Quãng đường đã đi: ") } == row.step.map { "Quãng đường đã đi: \($0)" })
  }
  @Test func `an output is a share of its number, from nothing`() throws {
    let found = try verdict(
      on: "kind: level, measure: a, unit: people, at_least: 300", [figure(count(200), "a")])
    #expect(found.share == Verdict.Share(low: 66, high: 66))
    #expect(found.steps.map(\.en).contains("Share of the way: 200 / 300 = 66%, rounded down."))
    #expect(found.steps.contains(.fromNothing))
  }

  // MARK: Which is told

  static let level = "kind: level, measure: a, unit: percent, at_most: 20, baseline: 2021-12-31"
  private static func part(_ measure: String) -> String { "{ name: \(measure), measure: \(measure) }" }
  @Test(arguments: [
    "[\(part("a")), \(part("b"))]", "[\(part("b")), \(part("a"))]",
    "[{ name: both, each: [\(part("a")), \(part("b"))] }]",
    "[{ name: both, each: [\(part("b")), \(part("a"))] }]",
  ]) func `of readings and parts that all fail the least share is told, in whichever order`(
    _ readings: String
  ) throws {
    let figures = ["a": 25, "b": 75].flatMap { measure, end in
      [figure(ratio(80, 100), measure, on: "2021-12-31"), figure(ratio(end, 100), measure)]
    }
    let found = try verdict(on: "\(Self.level), readings: \(readings)", figures) {
      $0.period = "{ from: 2022-01-01, to: 2024-12-31 }"
    }
    #expect(found.word == .notMet && found.share?.exact == 8 && found.result?.measure == "b")
  }
  static let yearly =
    "kind: change, measure: poor, unit: households, toward: down, per_year: true, number: 10, baseline: 2020-12-31"
  @Test(
    arguments: [
      // 90 %, 10 % and 66 % of all.
      ([100, 91, 90, 80], "năm 2022", 10, -9), ([100, 99, 90, 80], "năm 2021", 10, -9),
      // A year in which it went the other way is the least, and its share is hidden.
      ([100, 91, 99, 80], "năm 2022", nil, -18),
      // Where all fall short alike, the years together are furthest from their goal.
      ([100, 95, 90, 85], "cộng cả 3 năm", 50, -15),
    ] as [([Int], String, Int?, Int)])
  func `of years that all fail the least share is told, with its own distance`(
    counts: [Int], name: String, share: Int?, margin: Int
  ) throws {
    let figures = counts.enumerated().map { figure(count($1), "poor", on: "\(2020 + $0)-12-31") }
    let found = try PerYearTests.judged(Self.yearly, figures).verdict
    #expect(found.word == .notMet && found.share?.exact == share)
    #expect(found.reason?.vi.hasPrefix("Đánh giá thấp nhất là của: \(name).") == true)
    #expect(found.margin?.low == Int128(margin))
  }
  @Test func `a way that is too long to be computed is one all the same`() throws {
    let long = FixedPoint.power(15) * FixedPoint.power(15)
    let ends = [1, 3, 7].compactMap { Fraction(1, over: long + $0) }
    let start = Extent.End(try #require(ends.first))
    let here = Extent.End(ends[1])
    let stretch = Stretch(least: (start, here), most: (start, here), end: ends[2])
    #expect(stretch.isOne && stretch.progress == nil)
    let none = Stretch(least: (start, start), most: (start, start), end: start.value)
    #expect(!none.isOne && none.progress == nil)
    #expect(!Stretch(least: (nil, here), most: (start, here), end: ends[2]).isOne)
  }
  @Test func `where the share of one is not known none is claimed`() throws {
    let readings = "[\(Self.part("a")), \(Self.part("b"))]"
    let figures = [
      figure(ratio(80, 100), "a", on: "2021-12-31"), figure(ratio(25, 100), "a"), figure(ratio(75, 100), "b"),
    ]
    let found = try verdict(on: "\(Self.level), readings: \(readings)", figures) {
      $0.period = "{ from: 2022-01-01, to: 2024-12-31 }"
    }
    #expect(found.word == .notMet && found.share == nil)
  }
  @Test func `of parts that are all met the least distance is told`() throws {
    let parts = "[{ name: both, each: [\(Self.part("poor")), \(Self.part("near_poor"))] }]"
    let found = try verdict(
      on: "kind: level, measure: poor, unit: households, at_most: 100, readings: \(parts)",
      [figure(count(60), "poor"), figure(count(98), "near_poor")])
    #expect(found.word == .met && found.margin?.low == 2)
  }
}
