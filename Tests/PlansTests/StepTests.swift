import Diagnostics
import Figures
import Foundation
import Tables
import Testing

@testable import Plans

/// The arithmetic as readers see it.
@Suite struct StepTests {
  @Test func `a printed rate is told with what it stands for`() throws {
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, at_most: 1.20, baseline: 2023-12-31",
      [
        figure(printed("1.34"), on: "2023-12-31", grade: .derived), figure(printed("0.96")),
        figure(count(6287), "poor"),
      ])
    #expect(
      found.steps.map(\.vi) == [
        "Mục tiêu: không quá 1,20\u{A0}%.",
        "Số liệu gốc, ngày 31/12/2023: 1,34\u{A0}% (suy ra), là số đã làm tròn: từ 1,33\u{A0}% đến 1,35\u{A0}%.",
        "Kết quả, ngày 31/12/2024: 0,96\u{A0}%, là số đã làm tròn: từ 0,955\u{A0}% đến dưới 0,965\u{A0}%.",
        "So sánh: từ 0,955\u{A0}% đến dưới 0,965\u{A0}% đúng với mục tiêu không quá 1,20\u{A0}%, dù lấy số nào trong khoảng.",
        "Tốt hơn mục tiêu 1.531–1.612\u{A0}hộ.",
      ])
    #expect(
      found.steps.map(\.en) == [
        "Goal: at most 1.20%.",
        "Baseline, 2023-12-31: 1.34% (derived), a rounded number: from 1.33% to 1.35%.",
        "Result, 2024-12-31: 0.96%, a rounded number: from 0.955% to below 0.965%.",
        "Comparison: from 0.955% to below 0.965% fulfils at most 1.20%, whichever number of the interval is taken.",
        "It is 1531–1612 households better than the goal.",
      ])
  }
  @Test func `a cut of a count is told with its numbers`() throws {
    let found = try verdict(
      on: "kind: change, measure: poor, unit: households, number: 1225, toward: down, baseline: 2023-12-31",
      [figure(count(4900), "poor", on: "2023-12-31"), figure(count(2890), "poor")])
    #expect(
      found.steps.map(\.vi) == [
        "Mục tiêu: giảm 1.225\u{A0}hộ.", "Số liệu gốc, ngày 31/12/2023: 4.900\u{A0}hộ.",
        "Kết quả, ngày 31/12/2024: 2.890\u{A0}hộ.", "Mức giảm: 2.010\u{A0}hộ.",
        "So sánh: 2.010\u{A0}hộ đúng với mục tiêu 1.225\u{A0}hộ.", "Tốt hơn mục tiêu 785\u{A0}hộ.",
      ])
    #expect(found.reason == .bareNumber)
  }
  @Test func `a ratio just under the goal is told with enough decimals`() throws {
    // 2499 of 99961 is 2.49997… %: never printed 2.5000 % beside below 2.5 %.
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, below: 2.5", [figure(ratio(2499, 99961))])
    #expect(found.word == .met)
    #expect(found.steps.map(\.vi)[1].hasSuffix("2.499 trên 99.961, bằng 2,49997\u{A0}%."))
    let under = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, below: 2.5",
      [figure(ratio(2_499_999, 100_000_000))])
    #expect(under.word == .met)
    #expect(under.steps.map(\.vi)[1].hasSuffix("2.499.999 trên 100.000.000, bằng 2,499999\u{A0}%."))
  }
  @Test func `a number just above a range is not told as its end`() throws {
    let found = try verdict(
      on: "kind: level, measure: water_rate, unit: percent, between: [2, 3]",
      [figure(ratio(3_000_001, 100_000_000), "water_rate")])
    #expect(found.word == .notMet)
    #expect(found.steps.last?.en == "Comparison: 3.000001% does not fulfil 2–3%.")
  }
  @Test(arguments: [
    (Figure.Status.value, Figure.Grade.official, ""), (.provisional, .official, " (provisional)"),
    (.provisional, .derived, " (derived, provisional)"),
    (.revised, .official, ""),
  ]) func `what is to be known of a figure is told with it`(
    status: Figure.Status, grade: Figure.Grade, words: String
  ) throws {
    let found = try verdict(
      on: "kind: level, measure: poor, unit: households, at_most: 3675",
      [figure(count(2890), "poor", status: status, grade: grade)])
    #expect(found.word == .met)
    #expect(found.steps.map(\.en)[1] == "Result, 2024-12-31: 2890\u{A0}households\(words).")
  }
  @Test(arguments: [
    ("5.00", "2.00", "cut by 2.99–3.01\u{A0}percentage points"),
    ("2.00", "5.00", "raise by 2.99–3.01\u{A0}percentage points"),
    (
      "2.00", "2.00",
      "from raise by less than 0.01\u{A0}percentage points to cut by less than 0.01\u{A0}percentage points"
    ),
  ]) func `how far a measure has moved is told when its direction is known`(
    start: String, end: String, words: String?
  ) throws {
    let found = try verdict(
      on: GateTests.cut, [figure(printed(start), on: "2023-12-31"), figure(printed(end))])
    #expect(found.achieved?.en == words)
  }
  @Test func `what is rounded at the goal is told as open`() throws {
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, below: 2.5", [figure(printed("2.50"))])
    #expect(found.word == .noData)
    #expect(found.reason == .undecided)
    #expect(found.steps.count == 2)
    #expect(!found.steps.contains { $0.vi.hasPrefix("So sánh") })
  }
  @Test func `a pace is told with the least of the way and the time`() throws {
    let found = try verdict(
      on: WordTests.fall,
      [figure(count(2000), "poor", on: "2023-12-31"), figure(count(1521), "poor", on: "2024-07-01")],
      on: "2024-08-01")
    #expect(
      found.steps.map(\.vi).contains(
        "Đã đi ít nhất 47,9\u{A0}% quãng đường khi đã qua 50\u{A0}% thời gian, tức ít nhất 95,8\u{A0}% mức phải đi tới lúc này."
      ))
  }
  @Test func `an output says that it starts from nothing`() throws {
    let here = figure(count(500), "workers", on: "2024-07-01", standard: "")
    let found = try verdict(on: WordTests.output, [here], on: "2024-08-01")
    #expect(
      found.steps.suffix(2).map(\.vi) == [
        "Kế hoạch không nêu số liệu gốc: tính từ 0.",
        "Đã đi ít nhất 50\u{A0}% quãng đường khi đã qua 50\u{A0}% thời gian, tức ít nhất 100\u{A0}% mức phải đi tới lúc này.",
      ])
  }
  @Test func `all words are there in both languages, in NFC`() throws {
    let texts = try GateTests.cases.map { try verdict(on: $0.target, $0.figures, on: $0.day) }.flatMap {
      $0.steps + [$0.reason].compactMap { $0 }
    }
    for text in texts {
      #expect(!text.vi.isEmpty && !text.en.isEmpty)
      #expect(text.vi == text.vi.precomposedStringWithCanonicalMapping)
    }
  }
}
