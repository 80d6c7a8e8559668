import Diagnostics
import Formats
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Simulate

/// Mistakes of all kinds at once: each as often as declared, none of them twice on one household, all else sound.
@Suite struct MistakeTests {
  private static let ofHouseholds = """
    blank_points: 1%, exact_duplicates: 2%, duplicate_ids: 1%, unknown_enum: 2%, lost_leading_zero: 1%, \
    wrong_income_unit: 2%, b2_not_multiple_of_ten: 1%, unknown_commune: 2%, dependants_over_members: 1%
    """
  private static let ofMembers =
    "orphans: 1%, duplicates: 2%, birth_after_review: 1%, thirtieth_of_february: 2%, birth_dates: text"

  private static func households(_ seed: Int, _ count: Int, _ more: String = ofHouseholds) async throws
    -> HouseholdList
  {
    try HouseholdList(try await simulated("households: \(count), seed: \(seed), \(more)"))
  }
  private static func members(_ seed: Int, _ count: Int, _ more: String = ofMembers) async throws
    -> MemberList
  {
    try MemberList(
      try await simulated(
        "households: { households: \(count), seed: \(seed), from_members: true }, \(more)",
        of: "members.simulate"))
  }
  /// The mistakes that can be seen on one row alone.
  private static func faults(_ list: HouseholdList, _ row: Int) -> Int {
    [
      list.number("b1", row) == nil || list.number("b2", row) == nil,
      list.text("ethnicity", row) == "Không có trong danh mục", list.text("household_id", row).count == 11,
      (list.number("income_k", row) ?? 0) >= 100_000, (list.number("b2", row) ?? 0) % 10 != 0,
      list.text("commune", row) == "99999",
      (list.number("dependants", row) ?? 0) > (list.number("members", row) ?? 0),
    ].count { $0 }
  }

  @Test(arguments: [1, 2, 3], [100, 1700, 6000]) func `a household bears one mistake at most`(
    _ seed: Int, _ count: Int
  ) async throws {
    let list = try await Self.households(seed, count)
    #expect(list.rows.count == count)
    let faults = (0..<count).map { Self.faults(list, $0) }
    #expect(faults.allSatisfy { $0 <= 1 })
    // 1 + 2 + 1 + 2 + 1 + 2 + 1 per cent that are seen on their row; a copy of a row is of a sound one.
    let parts = [1, 2, 1, 2, 1, 2, 1].map { (count * $0 + 50) / 100 }
    #expect(faults.reduce(0, +) == parts.reduce(0, +))
    let copies = Dictionary(grouping: 0..<count) { list.whole($0) }.filter { $0.value.count > 1 }
    #expect(copies.values.allSatisfy { rows in rows.count == 2 && rows.allSatisfy { faults[$0] == 0 } })
    #expect(copies.count == (count * 2 + 50) / 100)
  }
  @Test(arguments: [4, 5]) func `another seed gives as many mistakes, elsewhere`(_ seed: Int) async throws {
    let (one, other) = (try await Self.households(seed, 3000), try await Self.households(seed + 10, 3000))
    let places = { (list: HouseholdList) in (0..<3000).filter { Self.faults(list, $0) > 0 } }
    #expect(places(one).count == places(other).count && places(one) != places(other))
  }
  @Test(arguments: [1, 2], [500, 3000])
  func `members have each mistake as often as a share of the households says`(
    _ seed: Int, _ count: Int
  ) async throws {
    let list = try await Self.members(seed, count)
    let sound = try await Self.members(seed, count, "birth_dates: text")
    func share(_ percent: Int) -> Int { (count * percent + 50) / 100 }
    let known = Set(sound.households.keys)
    let all = 0..<list.rows.count
    #expect(list.rows.count == sound.rows.count + share(1) + share(2), "an orphan or a copy is a row more")
    #expect(all.count { !known.contains(list.text("household_id", $0)) } == share(1))
    #expect(all.count { list.text("birth_date", $0).hasSuffix("-02-30") } == share(2))
    let rows = all.map { list.whole($0) }
    #expect(rows.count - Set(rows).count == share(2))
    let houses = try await Self.households(seed, count, "from_members: true")
    let reviews = (0..<count).map { (houses.text("household_id", $0), houses.day($0)?.iso ?? "") }
    let reviewed = Dictionary(reviews) { first, _ in first }
    let late = all.filter { row in
      reviewed[list.text("household_id", row)].map { $0 < list.text("birth_date", row) } ?? false
    }
    #expect(late.count == share(1))
  }
  @Test(arguments: [1, 2, 3]) func `a member is what the columns say that it can be`(_ seed: Int) async throws
  {
    let list = try await Self.members(seed, 800, "birth_dates: date")
    let words: [String: Set<String>] = [
      "sex": ["male", "female"], "work": ["none", "own", "wage"],
      "relation": ["head", "spouse", "child", "parent", "sibling", "grandchild"],
      "school_now": [
        "none", "preschool", "primary", "lower_secondary", "upper_secondary", "vocational", "university",
      ],
    ]
    for row in 0..<list.rows.count {
      for (column, wanted) in words { #expect(wanted.contains(list.text(column, row)), "\(column)") }
      #expect(words["school_now"]?.contains(list.text("school_done", row)) == true)
      #expect((list.answer("contract", row) == nil) == (list.text("work", row) != "wage"))
      #expect((list.answer("stunted", row) == nil) == (list.answer("underweight", row) == nil))
      for column in ["social_allowance", "able_to_work", "seeks_work", "insured"] {
        #expect(list.answer(column, row) != nil, "\(column)")
      }
      let age = (list.born(row)?.year).map { 2024 - $0 }
      #expect(age.map { (0...110).contains($0) } == true)
      if let age, age > 17 { #expect(list.answer("stunted", row) == nil) }
      if let age, age < 15 { #expect(list.answer("stunted", row) != nil) }
    }
  }
  @Test(arguments: [1, 2, 3]) func `a household has one head, and its members are numbered from one`(
    _ seed: Int
  )
    async throws
  {
    let list = try await Self.members(seed, 800, "birth_dates: date")
    let houses = try await Self.households(seed, 800, "from_members: true")
    #expect(list.households.count == 800)
    var last = -1
    for row in 0..<800 {
      let members = try #require(list.households[houses.text("household_id", row)])
      #expect(Int64(members.count) == houses.number("members", row))
      #expect(members.compactMap { list.number($0) } == (1...Int64(members.count)).map { $0 })
      #expect(members.count { list.text("relation", $0) == "head" } == 1)
      let head = try #require(members.first { list.text("relation", $0) == "head" })
      #expect(list.text("name", head) == houses.text("head_name", row))
      #expect(members.first == last + 1 && members.last == last + members.count, "in the order of households")
      last += members.count
    }
  }
  @Test(arguments: [1, 2, 3, 7]) func `communes have households alike, and one of four is a ward`(
    _ communes: Int
  )
    async throws
  {
    let list = try await Self.households(1, 840, "communes: \(communes)")
    let found = Dictionary(grouping: 0..<840) { list.text("commune", $0) }
    #expect(found.count == communes && found.values.allSatisfy { $0.count == 840 / communes })
    #expect(found.keys.sorted() == (0..<communes).map { String(90_001 + $0) })
    let wards = found.values.filter { rows in list.text("area", rows[0]) == "urban" }
    #expect(wards.count == communes / 4)
    for rows in found.values { #expect(Set(rows.map { list.text("area", $0) }).count == 1) }
  }
}
