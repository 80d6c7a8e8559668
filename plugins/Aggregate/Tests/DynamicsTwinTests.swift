import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// `households.dynamics` against a count of each household's years.
@Suite struct DynamicsTwinTests {
  private static let places = ["poor", "near_poor", "neither", "absent"]
  /// What each household was in each of the years.
  private static func histories(_ lists: [[Listed]]) -> [[String]] {
    var found: [String: [String]] = [:]
    for (year, list) in lists.enumerated() {
      for row in list {
        let word = row.word ?? ""
        found[row.id ?? "", default: Array(repeating: "absent", count: lists.count)][year] =
          ["poor", "near_poor"].contains(word) ? word : "neither"
      }
    }
    return Array(found.values)
  }
  private static func lists(_ seed: UInt64, years: Int, _ count: Int = 80) -> [[Listed]] {
    var random = Random(state: seed)
    return (0..<years).map { _ in
      (0..<count).compactMap { number in
        guard random.below(6) > 0 else { return nil }
        return Listed(id: "h\(number)", word: ["poor", "near_poor", "average", "none"][random.below(4)])
      }
    }
  }
  private static func years(_ count: Int) -> String {
    "[" + (0..<count).map { String(2020 + $0) }.joined(separator: ", ") + "]"
  }
  private static func made(_ lists: [[Listed]]) throws -> Wide {
    try #require(
      try DynamicsStageTests.run(lists, "{ id: id, years: \(years(lists.count)), decimals: 4 }").made)
  }
  /// The number of a row; `nil` where there is no such row or no number.
  private static func count(
    _ made: Wide, _ from: Int, _ to: Int, _ measure: String, _ left: String = "n/a", _ right: String = "n/a"
  ) -> Int? {
    let cells = DynamicsStageTests.row(made, "\(2020 + from)-\(2020 + to)", measure, left, right)
    return Int(cells.prefix { $0 != " " })
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>, [2, 3, 5]) func `every count is that of its households`(
    _ seed: UInt64, _ years: Int
  ) throws {
    let lists = Self.lists(seed, years: years)
    let (made, all) = (try Self.made(lists), Self.histories(lists))
    for year in 0..<years {
      for place in Self.places.dropLast() {
        let wanted = all.count { $0[year] == place }
        #expect(Self.count(made, year, year, "stock", "n/a", place) == wanted)
      }
    }
    for year in 1..<years {
      let moved = { (from: String, to: String) in all.count { $0[year - 1] == from && $0[year] == to } }
      for from in Self.places {
        for to in Self.places where from != "absent" || to != "absent" {
          #expect(Self.count(made, year - 1, year, "transition", from, to) == moved(from, to))
        }
      }
      let wasPoor = { (history: [String]) in history[..<year].contains("poor") }
      let nowPoor = all.filter { $0[year] == "poor" && $0[year - 1] != "poor" }
      let wanted = [
        ("escaped", moved("poor", "near_poor") + moved("poor", "neither")),
        ("left", moved("poor", "absent")), ("stayed", moved("poor", "poor")),
        // Whoever was on no list arrived, for the years before were spent elsewhere.
        ("arrived", nowPoor.count { $0[year - 1] == "absent" }),
        ("re_poor", nowPoor.count { $0[year - 1] != "absent" && wasPoor($0) }),
        ("first_time", nowPoor.count { $0[year - 1] != "absent" && !wasPoor($0) }),
      ]
      for (name, number) in wanted { #expect(Self.count(made, year - 1, year, name) == number, "\(name)") }
    }
  }
  @Test(arguments: 11...14 as ClosedRange<UInt64>) func `the poor follow from those of the year before`(
    _ seed: UInt64
  ) throws {
    let made = try Self.made(Self.lists(seed, years: 4))
    for year in 1...3 {
      func number(_ name: String) throws -> Int { try #require(Self.count(made, year - 1, year, name)) }
      func poor(_ year: Int) throws -> Int {
        try #require(Self.count(made, year, year, "stock", "n/a", "poor"))
      }
      let wanted =
        try poor(year - 1) - number("escaped") - number("left") + number("first_time")
        + number("re_poor") + number("arrived")
      #expect(try poor(year) == wanted)
      #expect(try poor(year - 1) == number("escaped") + number("left") + number("stayed"))
    }
  }
  @Test(arguments: 21...24 as ClosedRange<UInt64>) func `rates are of those who could move`(
    _ seed: UInt64
  ) throws {
    let lists = Self.lists(seed, years: 3, 40)
    let (made, all) = (try Self.made(lists), Self.histories(lists))
    for year in 1...2 {
      let poor = all.filter { $0[year - 1] == "poor" }
      let escaped = poor.count { ["near_poor", "neither"].contains($0[year]) }
      let risk = all.filter { ["near_poor", "neither"].contains($0[year - 1]) }
      let entered = risk.count { $0[year] == "poor" }
      for (name, part, whole) in [
        ("escape_rate", escaped, poor.count), ("entry_rate", entered, risk.count),
      ] {
        let rate = Plain.of(Plain(Int128(part)), Plain(Int128(whole)))
        let found = DynamicsStageTests.row(made, "\(2019 + year)-\(2020 + year)", name)
        #expect(found.hasSuffix(" " + rate.shown(4)), "\(name)")
      }
    }
  }
  @Test(arguments: 31...33 as ClosedRange<UInt64>, [2, 4]) func `years of poverty are of those of every list`(
    _ seed: UInt64, _ years: Int
  ) throws {
    let lists = Self.lists(seed, years: years)
    let (made, all) = (try Self.made(lists), Self.histories(lists).filter { !$0.contains("absent") })
    #expect(Self.count(made, 0, years - 1, "every_year") == all.count)
    for number in 0...years {
      let just = all.count { history in history.count { $0 == "poor" } == number }
      #expect(Self.count(made, 0, years - 1, "years_poor", "n/a", "\(number)") == just)
      guard number > 0 else { continue }
      let least = all.count { history in history.count { $0 == "poor" } >= number }
      let rate = Plain.of(Plain(Int128(least)), Plain(Int128(all.count)))
      let found = DynamicsStageTests.row(
        made, "2020-\(2019 + years)", "poor_at_least", "n/a", "\(number)")
      #expect(found == "\(least) " + rate.shown(4))
    }
  }
  @Test func `the order of the rows changes nothing`() throws {
    let lists = Self.lists(7, years: 3)
    #expect(try Self.made(lists).text == Self.made(lists.map { $0.reversed() }).text)
  }
  @Test(arguments: [nil, "", "nghèo"] as [String?])
  func `a class that is none takes its household out of all`(
    _ word: String?
  ) throws {
    let made = try Self.made([[Listed()], [Listed(word: word)], [Listed()]])
    for year in 0...2 { #expect(Self.count(made, year, year, "stock", "n/a", "poor") == 0) }
    #expect(made.findings.last?.hasPrefix("flows.left-out: 1 households") == true)
  }
}
