import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// Which of several figures of one thing a verdict rests on.
@Suite struct ChoiceTests {
  static let level = "kind: level, measure: water_rate, unit: percent, at_most: 20"
  static let cut =
    "kind: change, measure: a, unit: households, number: 10, toward: down, baseline: 2023-12-31"

  @Test(arguments: [(0, 1), (1, 0), (0, 9), (9, 0)])
  func `a plan is judged by its own standard before figures without one`(own: Int, none: Int) throws {
    let figures = [
      figure(ratio(90, 100), "water_rate", precedence: own),
      figure(ratio(10, 100), "water_rate", standard: "", precedence: none),
    ]
    let found = try verdict(on: Self.level, figures)
    #expect(found.word == .notMet && found.result?.standard == "vn-2022")
    #expect(try verdict(on: Self.level, figures.reversed()) == found)
  }
  @Test func `base and result are both of the standard of the plan where there are such`() throws {
    let figures = [
      figure(count(100), "a", on: "2023-12-31", precedence: 1),
      figure(count(50), "a", on: "2023-12-31", standard: ""), figure(count(45), "a"),
    ]
    let found = try verdict(on: Self.cut, figures)
    #expect(found.word == .met && found.achieved?.vi == "giảm 55\u{A0}hộ")
  }
  @Test func `figures without a standard are judged where there are no others`() throws {
    #expect(try verdict(on: Self.level, [figure(ratio(10, 100), "water_rate", standard: "")]).word == .met)
  }

  // MARK: Rows without a number

  static let output = "kind: level, measure: a, unit: people, at_least: 300"
  @Test(arguments: [Figure.Status.notReported, .notApplicable])
  func `a later row without a number does not hide the figure in between`(_ status: Figure.Status) throws {
    let figures = [
      figure(count(50), "a", on: "2024-06-30"), figure(nil, "a", on: "2024-08-31", status: status),
    ]
    let found = try verdict(on: Self.output, figures, on: "2024-09-10")
    #expect(found.word == .verySlow && found.result?.asOf == day("2024-06-30"))
    #expect(try verdict(on: Self.output, [figures[1]], on: "2024-09-10").word == .notDue)
  }
  @Test func `on the due day a row that nothing was reported leaves the figure in between`() throws {
    let figures = [figure(count(50), "a", on: "2024-06-30"), figure(nil, "a", status: .notReported)]
    let found = try verdict(on: Self.output, figures)
    #expect(found.word == .noData && found.reason == .onlyInterim(day("2024-06-30")))
    // That nobody is in the population is what is to be known of the due day.
    let nobody = [figures[0], figure(nil, "a", status: .notApplicable)]
    #expect(try verdict(on: Self.output, nobody).word == .notApplicable)
  }
  @Test func `a row that nothing was reported does not hide another source`() throws {
    let figures = [
      figure(nil, "water_rate", status: .notReported), figure(ratio(90, 100), "water_rate", precedence: 1),
    ]
    #expect(try verdict(on: Self.level, figures).word == .notMet)
    let base = [
      figure(nil, "a", on: "2023-12-31", status: .notReported),
      figure(count(100), "a", on: "2023-12-31", precedence: 1), figure(count(90), "a"),
    ]
    #expect(try verdict(on: Self.cut, base).word == .met)
  }

  // MARK: Territory

  /// The district of Phú Lộc took another in on 1 January 2025 and kept its version.
  @Test(arguments: [
    ("2024-01-01", "2025-06-30", VerdictWord.notComparable), ("2025-01-01", "2025-06-30", .met),
    ("2024-01-01", "2024-12-31", .met),
  ]) func `a unit that took another in since the plan began is not compared`(
    from: String, to: String, word: VerdictWord
  ) throws {
    let result = figure(ratio(10, 100), "water_rate", on: to, unit: "482@2004-08-31")
    let found = try verdict(on: Self.level, [result], on: "2025-08-01") {
      ($0.unit, $0.level, $0.period) = ("482", "district", "{ from: \(from), to: \(to) }")
    }
    #expect(found.word == word)
    #expect(word == .met || found.reason == .otherPlace)
  }
}
