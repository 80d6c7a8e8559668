import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// Estimates decide nothing but what the interval decides that their remark declares.
@Suite struct EstimateTests {
  static func estimate(
    _ value: FigureValue, _ measure: String, _ note: String, on iso: String = "2024-12-31"
  ) -> Figure {
    var figure = figure(value, measure, on: iso, status: .estimate)
    figure.note = note
    return figure
  }
  struct Case: CustomTestStringConvertible, Sendable {
    let note: String
    let goal: String
    let word: VerdictWord
    var testDescription: String { "\(note), \(goal)" }
    init(_ note: String, _ goal: String, _ word: VerdictWord) {
      (self.note, self.goal, self.word) = (note, goal, word)
    }
  }
  static let counts = [
    Case("báo viết: hơn 8.610", "at_most: 8610", .notMet),
    Case("báo viết: hơn 8.610", "at_most: 8611", .noData),
    Case("hơn 8.610 hộ", "above: 8610", .met), Case("hơn 8.610", "at_least: 8611", .noData),
    Case("Hơn 8.610 hộ.", "at_most: 8609", .notMet), Case("ít nhất 8.610", "at_least: 8610", .met),
    Case("ít nhất 8.610", "above: 8610", .noData), Case("từ 8.610 hộ trở lên", "at_least: 8610", .met),
    Case("dưới 8.610", "at_most: 8609", .noData), Case("dưới 8.610", "below: 8610", .met),
    Case("gần 8.610", "at_most: 8610", .met), Case("không quá 8.610 hộ", "at_most: 8610", .met),
    Case("không quá 8.610 hộ", "below: 8610", .noData), Case("nhiều nhất 8.610", "at_least: 8611", .notMet),
    Case("chưa đến 8.610", "at_least: 8610", .notMet),
    // What is not one of the forms, or speaks of another number, declares nothing.
    Case("khoảng 8.610", "at_most: 9000", .noData), Case("", "at_most: 9000", .noData),
    Case("hơn 8.600", "above: 8000", .noData), Case("hơn 8610", "above: 8000", .noData),
    Case("giảm hơn 8.610 hộ so với năm trước", "above: 8000", .noData),
    Case("hơn 8.610: số của năm trước", "above: 8000", .noData),
    Case("có lẽ hơn 8.610", "above: 8000", .noData),
    // Two remarks at once, one that denies, one of percent for a count, and one that is not who writes so.
    Case("hơn 8.610; báo khác: dưới 8.610", "above: 8610", .noData),
    Case("hơn 8.610; báo khác: dưới 8.610", "below: 8610", .noData),
    Case("báo viết: hơn 8.610: dưới 8.610", "below: 8610", .noData),
    Case("không đúng: hơn 8.610", "above: 8610", .noData),
    Case("báo không viết: hơn 8.610", "above: 8610", .noData),
    Case("năm trước: hơn 8.610", "above: 8610", .noData),
    Case("báo số 2 viết: hơn 8.610", "above: 8610", .noData),
    Case("hơn 8.610 %", "above: 8610", .noData), Case("hơn 8.610%", "above: 8610", .noData),
    Case("Nguồn ghi:  hơn 8.610 hộ", "above: 8610", .met),
    Case("Cổng thông tin đưa tin: hơn 8.610", "above: 8610", .met),
  ]
  @Test(arguments: counts) func `a count decides by its declared interval alone`(_ row: Case) throws {
    let found = try verdict(
      on: "kind: level, measure: a, unit: households, \(row.goal)",
      [Self.estimate(count(8610), "a", row.note)])
    #expect(found.word == row.word)
    // How many households are missing is not known of an estimate.
    #expect(found.margin == nil)
    let reasons: [Phrase?] = [.onlyEstimate, .undecidedEstimate]
    #expect(row.word != .noData || reasons.contains(found.reason))
  }
  static let rates = [
    Case("hơn 96,5 %", "above: 96.5", .met), Case("hơn 96,5%", "at_least: 96.5", .met),
    Case("hơn 96,5", "all: true", .noData), Case("dưới 96,5 %", "all: true", .notMet),
    Case("khoảng 96,5 %", "at_least: 90", .noData), Case("hơn 96,5 hộ", "above: 96.5", .noData),
  ]
  @Test(arguments: rates) func `a rate decides by its declared interval alone`(_ row: Case) throws {
    let found = try verdict(
      on: "kind: level, measure: a, unit: percent, \(row.goal)",
      [Self.estimate(printed("96.5"), "a", row.note)])
    #expect(found.word == row.word)
  }
  @Test(arguments: [("poor", " hộ", true), ("poor", " người", false), ("poor_persons", " người", true)])
  func `what a known measure counts is what its remark counts`(measure: String, word: String, isIt: Bool)
    throws
  {
    let unit = measure == "poor" ? "households" : "people"
    let found = try verdict(
      on: "kind: level, measure: \(measure), unit: \(unit), above: 8610",
      [Self.estimate(count(8610), measure, "hơn 8.610\(word)")])
    #expect(found.word == (isIt ? .met : .noData))
  }
  @Test func `the arithmetic tells the interval and that it is an estimate`() throws {
    let found = try verdict(
      on: "kind: level, measure: a, unit: households, at_most: 8610",
      [Self.estimate(count(8610), "a", "báo viết: hơn 8.610")])
    #expect(found.steps.map(\.vi)[1] == "Kết quả, ngày 31/12/2024: trên 8.610\u{A0}hộ (ước tính).")
    #expect(found.steps.map(\.en)[1] == "Result, 2024-12-31: above 8610\u{A0}households (estimated).")
    #expect(found.steps.map(\.vi)[2].hasPrefix("So sánh: trên 8.610\u{A0}hộ không đúng với"))
  }
  @Test func `an estimate as a base decides what its interval decides`() throws {
    let cut = "kind: change, measure: a, unit: households, at_least: 500, toward: down, baseline: 2023-12-31"
    func judged(_ note: String, _ end: Int) throws -> Verdict {
      let base = Self.estimate(count(9000), "a", note, on: "2023-12-31")
      return try verdict(on: cut, [base, figure(count(end), "a")])
    }
    #expect(try judged("hơn 9.000", 8500).word == .met)
    #expect(try judged("hơn 9.000", 8501).word == .noData)
    #expect(try judged("dưới 9.000", 8500).word == .notMet)
    #expect(try judged("ước khoảng", 100).reason == .baseEstimate)
  }
  @Test(arguments: [
    ("gần 300", "at_least: 300"), ("dưới 300", "at_least: 300"), ("hơn 300", "at_most: 300"),
  ]) func `no share of the way is told beside an estimate`(note: String, goal: String) throws {
    let found = try verdict(
      on: "kind: level, measure: a, unit: people, \(goal)", [Self.estimate(count(300), "a", note)])
    #expect(found.word == .notMet)
    #expect(found.share == nil)
  }
  @Test func `no share of a change from an estimate is told, and the change is told both ways`() throws {
    let cut = "kind: change, measure: a, unit: households, number: 10, toward: down, baseline: 2023-12-31"
    func judged(_ note: String, _ end: Int) throws -> Verdict {
      let base = Self.estimate(count(100), "a", note, on: "2023-12-31")
      return try verdict(on: cut, [base, figure(count(end), "a")])
    }
    let near = try judged("gần 100", 90)
    #expect(near.word == .notMet && near.share == nil)
    #expect(near.achieved?.vi == "từ tăng 90\u{A0}hộ đến giảm dưới 10\u{A0}hộ")
    #expect(try judged("hơn 100", 60).achieved?.vi == "giảm trên 40\u{A0}hộ")
    #expect(try judged("hơn 100", 120).achieved?.vi == "tăng dưới 20\u{A0}hộ, hoặc giảm")
  }
  @Test(arguments: [
    ("gần 8.610", "gần 8.610 hộ", "nearly 8.610 hộ"),
    ("báo viết: Hơn 8.610 hộ.", "hơn 8.610 hộ", "more than 8.610 hộ"),
    ("từ 8.610 trở lên", "từ 8.610 hộ trở lên", "from 8.610 hộ on"), ("khoảng 8.610", nil, nil),
    ("", nil, nil),
  ]) func `an estimate is worded as its remark words it`(note: String, vi: String?, en: String?) {
    let found = Self.estimate(count(8610), "a", note).worded("8.610 hộ")
    #expect(found?.vi == vi)
    #expect(found?.en == en)
  }
  @Test func `what is no estimate has no word`() {
    var plain = figure(count(8610), "a")
    plain.note = "gần 8.610"
    #expect(plain.worded("8.610") == nil)
  }
  @Test func `an estimate beside a rate gives it no margin`() throws {
    let found = try verdict(
      on: "kind: level, measure: poor_rate, unit: percent, at_most: 1.2",
      [figure(printed("0.96")), Self.estimate(count(6287), "poor", "hơn 6.287")])
    #expect(found.word == .met)
    #expect(found.margin == nil)
  }
}
