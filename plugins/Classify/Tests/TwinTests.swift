import StageKit
import Tables
import Testing

@testable import Classify

/// The kernel against a slow twin that looks at one household after another, and the ways of input against each other.
@Suite struct TwinTests {
  /// Numbers that look random (SplitMix64).
  struct Random {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)).multipliedFullWidth(by: UInt64(limit)).high)
    }
  }
  /// Households near every limit, some of which lack something.
  static func households(_ seed: UInt64, _ count: Int = 700, whole: Bool = false) -> [Household] {
    var random = Random(state: seed)
    func lacks(_ random: inout Random) -> Bool { !whole && random.below(25) == 0 }
    return (0..<count).map { _ in
      let area = ["urban", "rural", "urban", "rural", "phố"][random.below(whole ? 4 : 5)]
      let limit = [1500, 2000, 2250, 3000][random.below(4)]
      var household = Household(area: lacks(&random) ? nil : area)
      household.income = lacks(&random) ? nil : Int64(limit + random.below(5) - 2)
      household.flags = (0..<12).map { _ in lacks(&random) ? nil : random.below(4) == 0 }
      household.b1 = lacks(&random) ? nil : Int64([140, 175][random.below(2)] + random.below(3) - 1)
      let count = household.flags.count { $0 == true }
      household.b2 = lacks(&random) ? nil : Int64(10 * count + (whole || random.below(9) > 0 ? 0 : 3))
      return household
    }
  }
  /// The class by the words of the decree.
  static func slow(_ household: Household) -> String? {
    guard let area = household.area, area == "urban" || area == "rural", let income = household.income else {
      return nil
    }
    let line: Int64 = area == "urban" ? 2000 : 1500
    if income > line { return income <= line * 3 / 2 ? "average" : "none" }
    let known = household.flags.compactMap { $0 }
    guard known.count == 12 else { return nil }
    return known.count { $0 } >= 3 ? "poor" : "near_poor"
  }
  /// The class by the words of the circular.
  static func slowPoints(_ household: Household) -> String? {
    if let b2 = household.b2, b2 < 0 || b2 > 120 || b2 % 10 != 0 { return nil }
    guard let area = household.area, area == "urban" || area == "rural", let b1 = household.b1 else {
      return nil
    }
    if b1 > (area == "urban" ? 175 : 140) { return "none" }
    return household.b2.map { $0 >= 30 ? "poor" : "near_poor" }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func `the kernel and its slow twin agree`(seed: UInt64)
    throws
  {
    let households = Self.households(seed)
    let made = try PlannedStep(try byIncome()).made(households)
    let wanted = households.map { Self.slow($0) }
    #expect(made.classes == wanted)
    #expect(
      made.counts
        == households.map { household in
          household.flags.contains { $0 == nil } ? nil : Int64(household.flags.count { $0 == true })
        })
    let points = try PlannedStep(byPoints).made(households)
    #expect(points.classes == households.map { Self.slowPoints($0) })
    // Whoever has no class is told of, and nobody else.
    let told = Set(made.findings.compactMap { $0.split(separator: " ").first.flatMap { Int($0) } })
    #expect(told == Set(wanted.indices.filter { wanted[$0] == nil }.map { $0 + 2 }))
    #expect(Set(wanted.map { $0 ?? "-" }).count == 5)
  }
  @Test(arguments: [1, 7, 64, 1000]) func `how rows are cut into batches changes nothing`(size: Int) throws {
    let households = Self.households(99, 300)
    for way in [try byIncome(), byPoints] {
      let step = try PlannedStep(way)
      let (whole, cut) = (try step.made(households), try step.made(households, batch: size))
      for name in whole.schema.names { #expect(whole.column(name) == cut.column(name), "column \(name)") }
      #expect(whole.findings == cut.findings)
    }
  }
  @Test func `all ways of giving income and deprivations agree`() throws {
    let households = Self.households(5, 400)
    let reference = try PlannedStep(try byIncome()).made(households)
    let numbers = try deprivations("n", " > 0")
    for way in [
      try byIncome("income", "dong"), try byIncome("income_h", "thousand_dong"),
      "{ standard: vn-2022, area: area, income: { column: income_k, unit: thousand_dong }, deprivations: \(numbers) }",
      "{ area: { column: area, words: { rural: rural, urban: urban } }, income: { column: income, unit: dong }, deprivations: \(numbers) }",
    ] {
      let made = try PlannedStep(way).made(households)
      for name in ["class", "deprivation_count", "dep_employment", "dep_devices"] {
        #expect(made.column(name) == reference.column(name), "\(name) by \(way)")
      }
    }
  }
  @Test func `points agree with income where they stand for it`() throws {
    let households = Self.households(17, whole: true).map { household in
      var household = household
      let line: Int64 = household.area == "urban" ? 2000 : 1500
      let isLow = (household.income ?? 0) <= line
      household.b1 = (household.area == "urban" ? 175 : 140) + (isLow ? 0 : 1)
      return household
    }
    let byMoney = try PlannedStep(try byIncome()).made(households)
    let made = try PlannedStep(byPoints).made(households)
    // Points do not tell the average from the others.
    #expect(made.classes == byMoney.classes.map { $0 == "average" ? "none" : $0 })
    #expect(made.counts == byMoney.counts)
  }
}
