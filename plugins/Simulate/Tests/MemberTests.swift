import Formats
import StageTestKit
import Tables
import Testing

@Suite struct MemberTests {
  private static let stage = "members.simulate"
  private func members(_ households: String, _ more: String = "", workers: Int = 2) async throws -> MemberList
  {
    try MemberList(
      try await simulated("households: { \(households) }\(more)", of: Self.stage, workers: workers))
  }
  private func households(_ options: String) async throws -> HouseholdList {
    try HouseholdList(try await simulated(options))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6]) func `households agree with their members on any day of the review`(
    _ seed: Int
  ) async throws {
    let options = "households: 2500, seed: \(seed), period: \(2020 + seed.clamped(2, 6)), from_members: true"
    let (list, members) = (try await households(options), try await members(options))
    let families = members.households
    #expect(families.count == 2500)
    var seen = Array(repeating: 0, count: 6)
    for row in 0..<2500 {
      let family = families[list.text("household_id", row)] ?? []
      let reviewed = try #require(list.day(row))
      #expect(Int64(family.count) == list.number("members", row))
      let flags = (1...6).map { list.isDeprived($0, row) }
      for day in [reviewed, Day(iso: "\(reviewed.year)-09-01"), Day(iso: "\(reviewed.year)-12-31")] {
        let rules = MemberRules(list: members, members: family, day: try #require(day))
        #expect(rules.deprivations == flags, "\(list.whole(row)) \(family.map(members.whole))")
        #expect(Int64(rules.dependants) == list.number("dependants", row))
      }
      for (place, flag) in flags.enumerated() where flag { seen[place] += 1 }
    }
    // Each is there, and none is the rule.
    #expect(seen.allSatisfy { (100..<600).contains($0) }, "\(seen)")
  }
  @Test func `points and class of households follow from their members too`() async throws {
    let list = try await households("households: 6000, seed: 5, from_members: true")
    for row in 0..<6000 {
      let isLow = (list.number("income_k", row) ?? 0) <= (list.text("area", row) == "rural" ? 1500 : 2000)
      #expect(list.number("b2", row) == 10 * list.deprivations(row))
      #expect(
        list.text("class", row) == (isLow ? (list.deprivations(row) >= 3 ? "poor" : "near_poor") : "none"))
    }
  }
  @Test func `households drawn by lot differ only in what their members cannot be`() async throws {
    let drawn = try await households("households: 4000, seed: 9")
    let agreed = try await households("households: 4000, seed: 9, from_members: true")
    for row in 0..<4000 {
      for name in ["household_id", "commune", "area", "head_name", "ethnicity"] {
        #expect(drawn.text(name, row) == agreed.text(name, row))
      }
      for name in ["members", "income_k", "b1"] {
        #expect(drawn.number(name, row) == agreed.number(name, row))
      }
      for flag in 1...12 where drawn.isDeprived(flag, row) != agreed.isDeprived(flag, row) {
        #expect(drawn.number("members", row) == 1 && [3, 6].contains(flag))
      }
    }
  }
  @Test func `members are people who can be`() async throws {
    let options = "households: 4000, seed: 3"
    let (list, members) = (try await households(options), try await members(options))
    let families = members.households
    let heads = Dictionary(
      uniqueKeysWithValues: (0..<4000).map { (list.text("household_id", $0), list.text("head_name", $0)) })
    for (id, family) in families {
      #expect(family.map(members.number) == (1...family.count).map { Int64($0) })
      #expect(members.text("relation", family[0]) == "head" && members.text("name", family[0]) == heads[id])
      #expect(family.dropFirst().allSatisfy { members.text("relation", $0) != "head" })
      let head = try #require(members.born(family[0])?.year)
      for row in family {
        let (born, relation) = (try #require(members.born(row)), members.text("relation", row))
        #expect((1910...2024).contains(born.year) && born.iso <= "2024-12-31")
        #expect(relation != "child" || born.year - head >= 18, "\(family.map(members.whole))")
        #expect(relation != "parent" || head - born.year >= 20)
        #expect((members.answer("contract", row) == nil) == (members.text("work", row) != "wage"))
        #expect((members.answer("stunted", row) == nil) == (born.year < 2009))
        #expect(members.text("school_done", row) != "university" || born.year <= 2002)
      }
    }
    #expect(Set((0..<members.rows.count).map { members.text("relation", $0) }).count == 6)
  }
  @Test func `any number of workers gives the same bytes, and a seed keeps its members`() async throws {
    let households = "households: 3000, seed: 7, exact_duplicates: 1%, duplicate_ids: 1%"
    var texts: [[UInt8]] = []
    for workers in [1, 2, 7] {
      var writer = CSVWriter(lineEnd: .lf)
      writer.write(
        try await members(households, ", orphans: 1%, duplicates: 2%", workers: workers).rows)
      texts.append(writer.bytes)
    }
    #expect(texts[1] == texts[0] && texts[2] == texts[0])
    #expect(digest(texts[0]) == 0x4f58_2e2a_30f0_4c12)
  }
  @Test func `a member is told at the place of the household`() async throws {
    let members = try await members("households: 700, seed: 2")
    for row in 0..<members.rows.count {
      let isFirst = members.number(row) == 1
      let line = members.rows.origin.line(of: row)
      #expect(row == 0 ? line == 1 : line == members.rows.origin.line(of: row - 1) + (isFirst ? 1 : 0))
    }
  }

  @Test(arguments: [60, 999, 10_000]) func `every kind of mistake is in as many members as its share says`(
    _ count: Int
  ) async throws {
    let options = "households: \(count), seed: \(count), from_members: true"
    let list = try await households(options)
    let members = try await members(
      options,
      ", orphans: 2%, duplicates: 3%, birth_after_review: 4%, thirtieth_of_february: 5%")
    func share(_ percent: Int) -> Int { (count * percent + 50) / 100 }
    let reviewed = Dictionary(
      uniqueKeysWithValues: (0..<count).map { (list.text("household_id", $0), list.day($0)) })
    let rows = 0..<members.rows.count
    #expect(members.count { reviewed[members.text("household_id", $0)] == nil } == share(2))
    #expect(rows.count - Set(rows.map(members.whole)).count == share(3))
    #expect(
      members.count { row in
        guard let born = members.born(row) else { return false }
        return reviewed[members.text("household_id", row)].flatMap { $0 }.map { born > $0 } == true
      } == share(4))
    let births = members.column("birth_date")
    #expect(members.count { births.isMissing($0) && births.missingReason($0) == .invalid } == share(5))
    let all = (0..<count).reduce(0) { $0 + (list.number("members", $1) ?? 0) }
    #expect(Int64(rows.count) == all + Int64(share(2) + share(3)))
  }
  @Test func `30 February can be read where days of birth are texts`() async throws {
    let (options, more) = ("households: 1000, seed: 4", ", thirtieth_of_february: 1%")
    let texts = try await members(options, more + ", birth_dates: text")
    let days = try await members(options, more)
    var impossible = 0
    for row in 0..<texts.rows.count {
      let text = texts.text("birth_date", row)
      #expect(days.born(row) == Day(iso: text))
      guard days.born(row) == nil else { continue }
      #expect(text.wholeMatch(of: /(19|20)\d\d-02-30/) != nil)
      impossible += 1
    }
    #expect(impossible == 10)
  }
  @Test func `members bear the id that stands in the list, and copies have none of their own`() async throws {
    let options =
      "households: 1000, seed: 6, exact_duplicates: 2%, duplicate_ids: 3%, lost_leading_zero: 4%"
    let (list, members) = (try await households(options), try await members(options, ", orphans: 1%"))
    let ids = Set((0..<1000).map { list.text("household_id", $0) })
    let families = members.households
    #expect(ids.count == 950)
    #expect(ids.isSubset(of: families.keys) && families.count == 960)
    #expect(families.count { $0.key.count == 11 } == 40)
    // Two households have one id: the members of both stand under it.
    #expect(families.values.count { $0.count { members.number($0) == 1 } == 2 } == 30)
  }
  @Test(
    arguments: [
      ("households: 100, blank_points: 60%", "orphans: 40%", true),
      ("households: 100, blank_points: 60%", "orphans: 41%", false),
      ("households: 100, duplicate_ids: 30%", "duplicates: 30%, thirtieth_of_february: 10%", true),
      ("households: 100, duplicate_ids: 30%", "duplicates: 30%, thirtieth_of_february: 11%", false),
      ("households: 100", "orphans: 1000000000%", false),
    ]) func `there are no more mistakes than households`(_ households: String, _ more: String, _ isGood: Bool)
  {
    let text = pipeline("households: { \(households) }, \(more)", of: Self.stage)
      .replacing("use: members", with: "use: 1️⃣members")
    let message =
      "the shares of mistakes need more households than there are; every copy needs a clean one besides"
    expectPlan(text, of: testStages, find: isGood ? [] : [(1, message)])
  }
}

extension Int {
  fileprivate func clamped(_ low: Int, _ high: Int) -> Int { Swift.min(Swift.max(self, low), high) }
}
