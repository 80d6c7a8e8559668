import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// Every column of `households.aggregate` against a count over the same households, one by one.
@Suite struct SumsTwinTests {
  private static let words = ["poor", "near_poor", "average", "none"]
  /// A number, or that some household lacks what it is made of.
  private static func sum(_ rows: [Row], _ value: (Row) -> Int64?) -> String {
    var total: Int64 = 0
    for row in rows {
      guard let number = value(row) else { return "?" }
      total += number
    }
    return String(total)
  }
  private static func flags(_ rows: [Row], _ word: String?, _ flag: (Row) -> Bool?) -> String {
    sum(rows.filter { word == nil || $0.word == word }) { flag($0).map { $0 ? 1 : 0 } }
  }
  private static func members(_ rows: [Row], _ word: String?) -> String {
    sum(rows.filter { word == nil || $0.word == word }) { row in row.members.flatMap { $0 < 1 ? nil : $0 } }
  }
  /// The households of a place and group.
  private static func own(_ rows: [Row], _ key: String) -> [Row] {
    let parts = key.split(separator: " ", maxSplits: 2).map(String.init)
    return rows.filter { row in
      let code =
        ["province": row.province, "district": row.district, "commune": row.commune][parts[0]] ?? nil
      guard (code ?? "-") == parts[1] else { return false }
      if parts[2] == "all" { return true }
      return parts[2] == "area:\(row.area ?? "?")" || parts[2] == "people:\(row.people ?? "?")"
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `counts of flags and members are those of the households`(
    _ seed: UInt64
  ) throws {
    let rows = households(seed, 300)
    let made = try PlannedSums(byColumns).made(rows)
    #expect(made.keys.count > 20)
    for key in made.keys {
      let own = Self.own(rows, key)
      #expect(!own.isEmpty, "\(key)")
      for (name, flag) in [("water", \Row.water), ("toilet", \Row.toilet)] {
        let found = made.row(key, "dep_\(name)", "dep_\(name)_poor", "dep_\(name)_near_poor")
        let wanted = [nil, "poor", "near_poor"].map { Self.flags(own, $0) { $0[keyPath: flag] } }
        #expect(found == wanted.joined(separator: " "), "\(key)")
      }
      let found = made.row(key, "members", "members_poor", "members_near_poor", "members_average")
      let wanted = [nil, "poor", "near_poor", "average"].map { Self.members(own, $0) }
      #expect(found == wanted.joined(separator: " "), "\(key)")
      let points = Self.sum(own.filter { $0.word == "poor" }, \.lacks)
      #expect(made.row(key, "deprivation_sum") == points, "\(key)")
      let income = Self.sum(own, \.income)
      let shown = Int128(income).map { Plain($0, 10).rounded(1) } ?? "?"
      #expect(made.row(key, "income") == shown, "\(key)")
    }
  }
  @Test(arguments: 6...9 as ClosedRange<UInt64>) func `H, A and M0 are of the households with a class`(
    _ seed: UInt64
  ) throws {
    let rows = households(seed, 220, whole: true)
    let made = try PlannedSums(byColumns).made(rows)
    for key in made.keys {
      let own = Self.own(rows, key)
      let known = Plain(Int128(own.count { Self.words.contains($0.word ?? "") }))
      let poor = own.filter { $0.word == "poor" }
      let points = Plain(poor.reduce(0) { $0 + Int128($1.lacks ?? 0) })
      let wanted = [
        Plain.of(Plain(Int128(poor.count)), known), Plain.of(points, Plain(2 * Int128(poor.count))),
        Plain.of(points, Plain(2) * known),
      ]
      #expect(
        made.row(key, "h", "a", "m0") == wanted.map { $0?.rounded(4) ?? "n/a" }.joined(separator: " "),
        "\(key)")
    }
  }
  @Test(arguments: [0, 1, 2, 6, 9, 17, 18]) func `quotients have as many places as are asked for`(
    _ decimals: Int
  ) throws {
    let options = byColumns.replacing("decimals: 4", with: "decimals: \(decimals)")
    let rows = (0..<7).map { Row(word: $0 < 2 ? "poor" : "none", water: $0 == 0) }
    let made = try PlannedSums(options).made(rows)
    let wanted = [Plain(2, 7), Plain(1, 4), Plain(1, 14)].map {
      decimals == 0 ? whole($0) : $0.rounded(decimals)
    }
    #expect(made.row("province 01 all", "h", "a", "m0") == wanted.joined(separator: " "))
    #expect(made.schema["h"]?.type == .decimal(scale: decimals))
  }
  /// Rounded to a whole number, half away from zero.
  private func whole(_ value: Plain) -> String { String((2 * value.top + value.bottom) / (2 * value.bottom)) }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `the register and columns that say the same count the same`(
    _ seed: UInt64
  ) throws {
    let rows = households(seed, 200, whole: true)
    let register = try PlannedSums(
      "{ by: [commune, district, province], unit: commune, groups: [area, people], members: members, sums: [income], decimals: 4 }"
    ).made(rows)
    #expect(try PlannedSums(byColumns).made(rows).text == register.text)
    #expect(register.findings == [])
  }
  @Test func `of one row every level says the same`() throws {
    let made = try PlannedSums(byColumns).made([Row(word: "poor", water: true, members: 9, income: -7)])
    #expect(made.rows.count == 9)
    for key in made.keys {
      #expect(
        made.row(key, "households", "poor", "unclassified", "dep_water_poor", "members_poor", "income", "m0")
          == "1 1 0 1 9 -0.7 0.5000")
    }
  }
  @Test func `where every cell is missing there is a row of what is not known, and no zero among it`() throws
  {
    let blank = Row(
      commune: nil, district: nil, province: nil, area: nil, people: nil, word: nil, water: nil,
      toilet: nil, members: nil, income: nil)
    let made = try PlannedSums(byColumns).made([blank, blank])
    #expect(made.keys == ["province - all", "district - all", "commune - all"])
    for key in made.keys {
      #expect(made.row(key, "households", "poor", "unclassified") == "2 0 2")
      #expect(made.row(key, "dep_water", "dep_toilet", "members", "income") == "? ? ? ?")
      #expect(made.row(key, "h", "a", "m0") == "n/a n/a n/a")
    }
  }
  @Test(
    arguments: [
      ("th\u{E0}nh", "tha\u{300}nh", true), (" urban", "urban ", true), ("urban", "Urban", false),
      ("T\u{E0}y", "T\u{E1}y", false), ("\u{A0}Kinh", "Kinh", true), ("a b", "a  b", false),
    ])
  func `two labels are one group where only the putting together or blanks around differ`(
    _ first: String, _ second: String, _ isOne: Bool
  ) throws {
    let made = try PlannedSums(byColumns).made([Row(area: first), Row(area: second)])
    let groups = made.keys.filter { $0.hasPrefix("province 01 area:") }
    #expect(groups.count == (isOne ? 1 : 2))
    #expect(groups.allSatisfy { made.row($0, "households") == (isOne ? "2" : "1") })
    // Programs compare bytes: the label is written in one form alone.
    #expect(groups.allSatisfy { !$0.unicodeScalars.contains("\u{300}") })
  }
  @Test func `members near the largest number are added exactly, or told`() throws {
    let fits = try PlannedSums(byColumns).made([Row(members: .max - 5), Row(members: 5)])
    #expect(fits.row("province 01 all", "members") == String(Int64.max))
    let above = try PlannedSums(byColumns).made([Row(members: .max - 5), Row(members: 6)])
    #expect(above.row("province 01 all", "members") == "!")
    #expect(above.findings.contains { $0.hasPrefix("aggregate.overflow: the sum 'members'") })
  }
}
