import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// Changes that are meant for every year, and the years together.
@Suite struct PerYearTests {
  static let cut =
    "kind: change, measure: poor_rate, unit: points, at_least: 1, toward: down, per_year: true, baseline: 2020-12-31"
  static let range =
    "kind: change, measure: poor_rate, unit: points, between: [2, 3], toward: down, per_year: true, baseline: 2020-12-31"

  /// Rates at the ends of 2020 and the years after it; one that is empty is not there.
  static func rates(_ rates: [String], standards: [String] = []) -> [Figure] {
    rates.enumerated().compactMap { index, rate in
      rate.isEmpty
        ? nil
        : figure(
          printed(rate), on: "\(2020 + index)-12-31",
          standard: index < standards.count ? standards[index] : "vn-2022")
    }
  }
  static func judged(
    _ target: String, _ figures: [Figure], on iso: String = "2024-02-10"
  ) throws -> TargetVerdict {
    var text = PlanText(target)
    text.period = "{ from: 2021-01-01, to: 2023-12-31 }"
    return try #require(try text.verdicts(figures, on: iso).targets.first)
  }
  static func words(_ found: TargetVerdict) -> [VerdictWord] {
    found.readings.flatMap(\.conditions).map(\.verdict.word)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let rates: [String]
    let words: [VerdictWord]
    let word: VerdictWord
    var day = "2024-02-10"
    var testDescription: String { rates.joined(separator: " ") }
  }
  static let cases = [
    Case(rates: ["6.00", "4.50", "3.00", "1.50"], words: [.met, .met, .met, .met], word: .met),
    // One year that falls short decides, though all together are enough.
    Case(rates: ["6.00", "4.50", "3.90", "1.50"], words: [.met, .notMet, .met, .met], word: .notMet),
    // Exactly one point by printed rates is open, and three of them too.
    Case(rates: ["6.00", "5.00", "3.50", "2.00"], words: [.noData, .met, .met, .met], word: .noData),
    Case(
      rates: ["6.00", "5.00", "4.00", "3.00"], words: [.noData, .noData, .noData, .noData], word: .noData),
    // A year without a figure at one of its ends, and the whole without one in between.
    Case(rates: ["6.00", "4.50", "", "1.50"], words: [.met, .noData, .noData, .met], word: .noData),
    Case(rates: ["", "4.50", "3.00", "1.50"], words: [.noData, .met, .met, .noData], word: .noData),
    Case(
      rates: ["6.00", "4.50", "3.00", ""], words: [.met, .met, .noData, .noData], word: .noData),
    // Before the end: years to come are not due; the whole has a pace, by the last figure of the period.
    Case(
      rates: ["6.00", "4.50", "", ""], words: [.met, .notDue, .notDue, .onTrack], word: .notDue,
      day: "2022-02-10"),
    Case(
      rates: ["6.00", "5.50", "", ""], words: [.notMet, .notDue, .notDue, .verySlow], word: .notMet,
      day: "2022-02-10"),
  ]
  @Test(arguments: cases) func `every year has its word, the whole has one, and the least is told`(
    _ row: Case
  )
    throws
  {
    let found = try Self.judged(Self.cut, Self.rates(row.rates), on: row.day)
    #expect(Self.words(found) == row.words)
    #expect(found.verdict.word == row.word)
    let names = found.readings.flatMap(\.conditions).map(\.condition.name?.vi)
    #expect(names == ["năm 2021", "năm 2022", "năm 2023", "cộng cả 3 năm"])
  }
  @Test func `the whole is judged against the bound times the years`() throws {
    let found = try Self.judged(Self.cut, Self.rates(["6.00", "4.00", "3.90", "3.20"]))
    #expect(Self.words(found) == [.met, .notMet, .notMet, .notMet])
    let whole = try #require(found.readings.first?.conditions.last)
    #expect(whole.condition.goal?.comparison == .atLeast(3))
    #expect(whole.verdict.steps.first?.vi == "Mục tiêu: giảm ít nhất 3\u{A0}điểm\u{A0}%.")
    #expect(whole.verdict.base?.asOf == day("2020-12-31"))
    #expect(whole.verdict.share?.low == 93)
  }
  @Test func `the headline says which year it is of`() throws {
    let failed = try Self.judged(Self.cut, Self.rates(["6.00", "4.50", "3.90", "1.50"]))
    #expect(failed.verdict.reason?.vi == "Đánh giá thấp nhất là của: năm 2022.")
    let open = try Self.judged(Self.cut, Self.rates(["6.00", "4.50", "", "1.50"]))
    #expect(open.verdict.reason?.vi == "năm 2022: chưa tìm được số liệu đã công bố")
    #expect(open.verdict.reason?.en == "year 2022: no published figure has been found")
  }
  @Test func `where all years are well the years together stand at the head, and say so`() throws {
    let found = try Self.judged(Self.cut, Self.rates(["6.00", "4.50", "3.00", "1.50"]))
    #expect(found.verdict.base?.asOf == day("2020-12-31"))
    #expect(found.verdict.result?.asOf == day("2023-12-31"))
    #expect(found.verdict.achieved?.vi == "giảm 4,49–4,51\u{A0}điểm\u{A0}% (cộng cả 3 năm)")
    let failed = try Self.judged(Self.cut, Self.rates(["6.00", "4.50", "3.90", "1.50"]))
    #expect(failed.verdict.achieved?.vi == "giảm 0,59–0,61\u{A0}điểm\u{A0}% (năm 2022)")
  }
  @Test(arguments: [("[1, 1.5]", "2–3"), ("[1.25, 1.5]", "2,5–3"), ("[1, 1.4]", "2–2,8")])
  func `the bound of the years together has no decimals that only the years made`(
    range: String, words: String
  ) throws {
    let target =
      "kind: change, measure: poor_rate, unit: points, between: \(range), toward: down, per_year: true, "
      + "baseline: 2021-12-31"
    let whole = try Self.judged(target, []).readings.first?.conditions.last
    #expect(whole?.condition.goal?.text().vi == "\(words)\u{A0}điểm\u{A0}%")
  }
  @Test func `a range of every year is met from its nearer end on`() throws {
    let found = try Self.judged(Self.range, Self.rates(["9.00", "6.50", "2.50", "0.40"]))
    #expect(Self.words(found) == [.met, .met, .met, .met])
    let years = found.readings.flatMap(\.conditions).map(\.verdict.steps)
    #expect(years[0].contains(.insideRange))
    #expect(years[1].contains(.beyondRange))
    #expect(found.readings.first?.conditions.last?.condition.goal?.comparison == .between(6, 9))
  }
  @Test func `the year across a change of standard is not compared, and those after it are`() throws {
    let standards = ["vn-2016", "vn-2022", "vn-2022", "vn-2022"]
    let found = try Self.judged(
      Self.cut, Self.rates(["6.00", "9.00", "7.50", "6.00"], standards: standards))
    #expect(Self.words(found) == [.notComparable, .met, .met, .notComparable])
    #expect(found.verdict.word == .notComparable)
    #expect(found.verdict.reason?.vi.hasPrefix("năm 2021: ") == true)
  }
  @Test func `years under another standard than that of the plan are not judged by it`() throws {
    let standards = ["vn-2016", "vn-2016", "vn-2022", "vn-2022"]
    let found = try Self.judged(
      Self.cut, Self.rates(["6.00", "4.50", "9.00", "7.50"], standards: standards))
    #expect(Self.words(found) == [.notComparable, .notComparable, .met, .notComparable])
  }
  /// Cà Mau since 1 July 2025 is another territory under the same code and name.
  @Test func `the year across a change of territory is not compared, and the one before it is`() throws {
    let figures = [
      figure(printed("4.00"), on: "2023-12-31"), figure(printed("2.50"), on: "2024-12-31"),
      figure(printed("1.00"), on: "2025-12-31", unit: "96@2025-07-01"),
    ]
    var text = PlanText(Self.cut.replacing("2020-12-31", with: "2023-12-31"))
    text.period = "{ from: 2024-01-01, to: 2025-12-31 }"
    let found = try #require(try text.verdicts(figures, on: "2026-02-10").targets.first)
    #expect(Self.words(found) == [.met, .notComparable, .notComparable])
  }
  /// Days would make three of five years a little more than three fifths, for one of the three has a leap day.
  @Test func `years that were met at 95 % are on track, be one of them longer`() throws {
    let target =
      "kind: change, measure: a, unit: households, about: 100, toward: down, per_year: true, baseline: 2021-12-31"
    let figures = (0...3).map { figure(count(1000 - 95 * $0), "a", on: "\(2021 + $0)-12-31") }
    var text = PlanText(target)
    text.period = "{ from: 2022-01-01, to: 2026-12-31 }"
    let found = try #require(try text.verdicts(figures, on: "2025-02-10").targets.first)
    #expect(Self.words(found) == [.met, .met, .met, .notDue, .notDue, .onTrack])
    let short = figures.dropLast() + [figure(count(716), "a", on: "2024-12-31")]
    let slow = try #require(try text.verdicts(Array(short), on: "2025-02-10").targets.first)
    #expect(Self.words(slow).last == .slow)
  }
  @Test func `a part of a year counts by its days`() throws {
    let target =
      "kind: change, measure: a, unit: households, number: 100, toward: down, per_year: true, baseline: 2022-12-31"
    var text = PlanText(target)
    text.period = "{ from: 2023-01-01, to: 2024-12-31 }"
    let figures = [figure(count(1000), "a", on: "2022-12-31"), figure(count(905), "a", on: "2023-12-31")]
    let half = figures + [figure(count(858), "a", on: "2024-06-30")]
    let found = try #require(try text.verdicts(half, on: "2024-08-10").targets.first)
    // 182 days of 366 and one year of two: 74.86 %; 71 % of the way is 94.8 % of that.
    #expect(found.readings.first?.conditions.last?.verdict.word == .slow)
  }
  @Test func `one year is that year alone`() throws {
    let target = Self.cut.replacing("2020-12-31", with: "2022-12-31")
    let found = try Self.judged(target, Self.rates(["", "", "4.00", "2.50"]))
    #expect(Self.words(found) == [.met])
    #expect(found.readings.first?.conditions.map(\.condition.name?.en) == ["year 2023"])
  }
  @Test func `the target says that it is of every year`() throws {
    let found = try Self.judged(Self.range, [])
    let goal = try #require(found.target.readings.first?.conditions.first?.goal)
    #expect(goal.text(toward: .down).vi == "giảm 2–3\u{A0}điểm\u{A0}% mỗi năm")
    #expect(goal.text(toward: .down).en == "cut by 2–3\u{A0}percentage points a year")
  }
  @Test func `years of several readings and conditions have the names of both`() throws {
    let target =
      "kind: change, measure: a, unit: households, number: 10, toward: up, per_year: true, baseline: 2021-12-31, "
      + "readings: [{ name: both, each: [{ name: { vi: nước, en: water }, measure: a }, { name: { vi: nhà, en: house }, measure: b }] }]"
    let figures = [("a", [5, 20, 30]), ("b", [5, 16, 25])].flatMap { measure, counts in
      counts.enumerated().map {
        figure(count($0.element), measure, on: "\(2021 + $0.offset)-12-31", standard: "")
      }
    }
    let found = try Self.judged(target, figures)
    #expect(Self.words(found) == [.met, .met, .met, .met, .notMet, .met])
    #expect(
      found.verdict.reason?.en
        == "The least word is that of: house, year 2023. The plan gives a bare number, which is read as at least."
    )
  }
}
