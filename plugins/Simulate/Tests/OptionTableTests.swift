import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

/// Every documented option at its edges and beyond them.
@Suite struct OptionTableTests {
  static let shares = [
    "blank_points", "exact_duplicates", "duplicate_ids", "unknown_enum", "lost_leading_zero",
    "wrong_income_unit", "b2_not_multiple_of_ten", "unknown_commune", "dependants_over_members",
  ]
  static let ofMembers = ["orphans", "duplicates", "birth_after_review", "thirtieth_of_february"]

  private static func isRefused(_ options: String, of stage: String = "households.simulate") -> Bool {
    do {
      _ = try checkPipelineText(pipeline(options, of: stage))
      return false
    } catch { return true }
  }
  @Test(
    arguments: [
      "", "households: 0", "households: -1", "households: 1000000001", "households: '5'",
      "households: 5 hộ", "households: 5, seed: a", "households: 5, seed: 9223372036854775808",
      "households: 5, period: 2021", "households: 5, period: 2027", "households: 5, period: 2024-12-31",
      "households: 5, communes: 0", "households: 5, communes: 9001", "households: 5, from_members: yes",
      "households: 5, units: khong-co", "households: 5, blank_point: 1%", "households: 5, Seed: 1",
    ])
  func `options of households that cannot be are refused before the run`(_ options: String) {
    #expect(Self.isRefused(options))
  }
  @Test(arguments: shares, ["1", "-1%", "1,5%", "one", "[1%]", "0.00001%"])
  func `a share of mistakes is a percentage`(_ name: String, _ text: String) {
    #expect(Self.isRefused("households: 5, \(name): \(text)"))
    #expect(!Self.isRefused("households: 5, \(name): 0%"))
  }
  @Test(arguments: ofMembers, ["1", "-1%", "", "{}"])
  func `a share of mistakes among members is a percentage`(_ name: String, _ text: String) {
    #expect(Self.isRefused("households: { households: 5 }, \(name): \(text)", of: "members.simulate"))
  }
  @Test(arguments: [
    "", "households: 5", "households: {}", "households: { households: 5 }, birth_dates: iso",
    "households: { households: 5, sed: 1 }", "households: { households: 5 }, seed: 1",
  ]) func `options of members that cannot be are refused before the run`(_ options: String) {
    #expect(Self.isRefused(options, of: "members.simulate"))
  }

  @Test(arguments: [Int.min, -1, 0, 1, .max]) func `any whole number is a seed`(_ seed: Int) async throws {
    let list = try HouseholdList(try await simulated("households: 40, seed: \(seed)"))
    #expect(list.rows.count == 40 && list.repeated { list.text("household_id", $0) } == 0)
    let again = try HouseholdList(try await simulated("households: 40, seed: \(seed)", workers: 3))
    for row in 0..<40 { #expect(list.whole(row) == again.whole(row)) }
  }
  @Test(arguments: [2022, 2023, 2024, 2025, 2026])
  func `reviews are from September to the middle of December`(
    _ year: Int
  ) async throws {
    let list = try HouseholdList(try await simulated("households: 300, period: \(year)"))
    for row in 0..<300 {
      let day = try #require(list.day(row))
      #expect(("\(year)-09-01"..."\(year)-12-14").contains(day.iso))
    }
  }
  @Test(arguments: [1, 2, 4, 9000]) func `invented communes have codes that no mistake has`(_ communes: Int)
    async throws
  {
    let count = max(400, communes)
    let list = try HouseholdList(try await simulated("households: \(count), communes: \(communes)"))
    let codes = Set((0..<count).map { list.text("commune", $0) })
    #expect(codes.count == communes)
    #expect(codes.allSatisfy { $0.count == 5 && $0 >= "90001" && $0 < "99999" })
    #expect(list.count { list.text("area", $0) == "urban" } == count * (communes / 4) / communes)
  }
  @Test(arguments: [1, 2, 3]) func `names are Vietnamese in one form, and of one piece each`(_ seed: Int)
    async throws
  {
    let list = try HouseholdList(try await simulated("households: 500, seed: \(seed)"))
    for row in 0..<500 {
      let name = list.text("head_name", row)
      #expect(name.unicodeScalars.allSatisfy { !(0x300...0x36F).contains($0.value) }, "\(name)")
      let words = name.split(separator: " ", omittingEmptySubsequences: false)
      #expect(words.count >= 2 && words.allSatisfy { $0.first?.isUppercase == true }, "\(name)")
      #expect(!list.text("ethnicity", row).isEmpty)
    }
  }
  @Test(arguments: shares) func `a share alone spoils just so many households, and none otherwise`(
    _ name: String
  ) async throws {
    let sound = try HouseholdList(try await simulated("households: 400, seed: 5"))
    let spoiled = try HouseholdList(try await simulated("households: 400, seed: 5, \(name): 2.5%"))
    let changed = (0..<400).count { sound.whole($0) != spoiled.whole($0) }
    #expect(changed == 10, "2.5% of 400")
  }
  @Test(arguments: ofMembers) func `the list of households is the same whatever is wrong with members`(
    _ name: String
  ) async throws {
    let of = "households: { households: 100, seed: 2, from_members: true }"
    let sound = try MemberList(try await simulated(of, of: "members.simulate"))
    let spoiled = try MemberList(try await simulated("\(of), \(name): 5%", of: "members.simulate"))
    let more = ["orphans", "duplicates"].contains(name) ? 5 : 0
    #expect(spoiled.rows.count == sound.rows.count + more)
    // All but the spoiled rows are as they were.
    let all = Set((0..<sound.rows.count).map(sound.whole))
    let others = (0..<spoiled.rows.count).count { !all.contains(spoiled.whole($0)) }
    #expect(others == (name == "duplicates" ? 0 : 5), "\(others)")
  }
}
