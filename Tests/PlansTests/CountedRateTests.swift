import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// A printed rate whose count and households its source gives too.
@Suite struct CountedRateTests {
  private static func target(_ goal: String) -> String {
    "kind: level, measure: poor_rate, unit: percent, \(goal)"
  }
  private static func figures(_ rate: String, _ part: Int, _ whole: Int, on iso: String = "2024-12-31")
    -> [Figure]
  {
    [
      figure(printed(rate), on: iso), figure(count(part), "poor", on: iso),
      figure(count(whole), "households", on: iso),
    ]
  }
  @Test(arguments: [
    ("1.20", 12, 1000, "at_most: 1.20", VerdictWord.met), ("1.20", 12, 1000, "below: 1.20", .notMet),
    ("1.2", 12, 1000, "at_most: 1.20", .met), ("1.20", 1199, 100_000, "at_most: 1.20", .met),
    // The printed decimals would contradict what is exact.
    ("1.20", 1204, 100_000, "at_most: 1.20", .noData), ("1.20", 1199, 100_000, "below: 1.20", .noData),
    // They do not round to it.
    ("1.20", 13, 1000, "at_most: 1.20", .noData), ("1.20", 12, 0, "at_most: 1.20", .noData),
    ("1.20", 1205, 100_000, "below: 1.20", .noData), ("1.20", 120, 1000, "at_most: 1.20", .noData),
    // The rate alone decides.
    ("1.20", 13, 1000, "at_most: 1.30", .met), ("1.20", 13, 1000, "at_most: 1.10", .notMet),
    ("1.20", 12, 1000, "at_least: 1.20", .met), ("1.20", 12, 1000, "above: 1.20", .notMet),
  ]) func `the count decides what the rounding of the rate leaves open, if it rounds to it`(
    rate: String, part: Int, whole: Int, goal: String, word: VerdictWord
  ) throws {
    let found = try verdict(on: Self.target(goal), Self.figures(rate, part, whole))
    #expect(found.word == word)
    #expect(found.result?.id == Self.figures(rate, part, whole).first?.id)
    #expect((found.reason == .undecided) == (word == .noData))
  }
  @Test(arguments: [
    "another source", "another decision", "an estimate", "withheld", "another standard", "no households",
    "of another day", "derived",
  ])
  func `what is not of the same table, day and standard decides nothing`(_ what: String) throws {
    var figures = Self.figures("1.20", 12, 1000)
    switch what {
    case "another source": figures[1].source.title = "t"
    case "another decision": figures[2].source.decision = "QĐ 2"
    case "an estimate": figures[1].status = .estimate
    case "withheld": (figures[1].status, figures[1].value) = (.withheld, nil)
    case "another standard": figures[2] = figure(count(1000), "households", standard: "vn-2016")
    case "no households": figures.removeLast()
    case "of another day": figures[1] = figure(count(12), "poor", on: "2024-12-30")
    default: figures[0] = figure(printed("1.20"), grade: .derived)
    }
    #expect(try verdict(on: Self.target("at_most: 1.20"), figures).word == .noData)
  }
  @Test func `another place in the same table is the same table`() throws {
    var figures = Self.figures("1.20", 12, 1000)
    figures[1].source.place = "cột 3"
    let found = try verdict(on: Self.target("at_most: 1.20"), figures)
    #expect(found.word == .met && found.margin?.low == 0)
    #expect(found.steps.contains { $0.vi.contains("12") && $0.vi.contains("1.000") }, "what decided is told")
  }
  @Test func `a rate in between is decided in the same way`() throws {
    let found = try verdict(
      on: Self.target("at_most: 1.20"), Self.figures("1.20", 12, 1000, on: "2024-09-30"), on: "2024-10-15")
    #expect(found.word == .currentlyMet)
  }
}
