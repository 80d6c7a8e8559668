import Diagnostics
import StageTestKit
import Testing

@testable import Classify

/// The standard of 2016, and its points, against the words of the decision: two lines, and deprivations between them.
@Suite struct OldStandardTests {
  /// The class and the way to it; what depends on something that is not known is not decided.
  private static func slow(_ household: Household) -> (name: String?, branch: String?) {
    guard let area = household.area, area == "urban" || area == "rural", let income = household.income,
      income >= 0
    else { return (nil, nil) }
    let lines: (Int64, Int64, Int64) = area == "urban" ? (900, 1300, 1950) : (700, 1000, 1500)
    if income <= lines.0 { return ("poor", "income") }
    if income > lines.1 { return (income <= lines.2 ? "average" : "none", nil) }
    let known = household.flags.prefix(10).compactMap { $0 }
    guard known.count == 10 else { return (nil, nil) }
    return known.count { $0 } >= 3 ? ("poor", "deprivation") : ("near_poor", nil)
  }
  private static func households(_ seed: UInt64, _ count: Int) -> [Household] {
    var random = SeededRandom(seed)
    let limits: [Int64] = [0, 700, 900, 1000, 1300, 1500, 1950, 9000]
    return (0..<count).map { _ in
      var household = Household(area: [nil, "urban", "rural", "urban", "rural", "xã"][random.next(below: 6)])
      let income = limits[random.next(below: limits.count)] + Int64(random.next(below: 3)) - 1
      household.income = random.next(below: 20) == 0 ? nil : income
      household.flags = (0..<12).map { _ in
        random.next(below: 40) == 0 ? nil : random.next(below: 4) == 0
      }
      return household
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `every household has the class and the branch of the decision`(
    _ seed: UInt64
  ) throws {
    let households = Self.households(seed, 600)
    let made = try PlannedStep(try PackTests.old(), on: "2018-12-31").made(households, batch: 113)
    #expect(made.classes == households.map { Self.slow($0).name })
    #expect(made.texts("branch") == households.map { Self.slow($0).branch })
    let told = Set(made.findings.compactMap { $0.split(separator: " ").first.flatMap { Int($0) } })
    #expect(told == Set(households.indices.filter { Self.slow(households[$0]).name == nil }.map { $0 + 2 }))
    #expect(Set(made.classes.map { $0 ?? "-" }).count == 5)
  }
  @Test(arguments: ["urban", "rural"]) func `points of the old forms decide as the sheet of facts has them`(
    _ area: String
  ) throws {
    let (line, near): (Int64, Int64) = area == "urban" ? (140, 175) : (120, 150)
    var households: [Household] = []
    var wanted: [String] = []
    for b1 in [0, line - 1, line, line + 1, near - 1, near, near + 1, 999] {
      for b2 in stride(from: Int64(0), through: 100, by: 10) {
        households.append(Household(area: area, b1: b1, b2: b2))
        wanted.append(
          b1 <= line ? "poor income" : b1 <= near ? b2 >= 30 ? "poor deprivation" : "near_poor" : "none")
      }
    }
    let made = try PlannedStep(
      "{ allow_provisional: true, area: area, points: { b1: b1, b2: b2 } }", on: "2018-12-31"
    ).made(households)
    let found = zip(made.classes, made.texts("branch")).map { ($0 ?? "-") + ($1.map { " \($0)" } ?? "") }
    #expect(found == wanted && made.findings == [])
    #expect(made.counts == households.map { $0.b2.map { $0 / 10 } })
  }
  /// Ten indicators give a hundred points at most.
  @Test(arguments: [101, 110, 120, 5, 95, -10, .max, .min] as [Int64])
  func `points of more than ten indicators are a slip`(
    _ b2: Int64
  ) throws {
    let made = try PlannedStep(
      "{ allow_provisional: true, area: area, points: { b1: b1, b2: b2 } }", on: "2018-12-31"
    ).made([Household(b1: 100, b2: b2), Household(b1: 999, b2: b2)])
    #expect(made.classes == [nil, nil] && made.counts == [nil, nil])
    #expect(made.findings == ["2 classify.b2 b2", "3 classify.b2 b2"])
    #expect(made.messages.allSatisfy { $0.vi != $0.en && $0.en.contains("100") })
  }
  /// Who is poor by income in 2016 is asked nothing else; in 2022 everybody at the line is.
  @Test func `the same household is of another class by another standard`() throws {
    let households = (0...12).map { Household.lacking($0, income: 700) }
    let old = try PlannedStep(try PackTests.old(), on: "2018-12-31").made(households)
    let new = try PlannedStep(try byIncome()).made(households)
    #expect(old.classes == Array(repeating: "poor", count: 13))
    #expect(new.classes == (0...12).map { $0 >= 3 ? "poor" : "near_poor" })
  }
}
