import Tables
import Testing
import Units

@testable import Simulate

/// Members made up for every size of a household and all that can be said of it.
@Suite struct FamilyTests {
  private static let sizes = Array(1...7) + [12]

  private func household(members: Int, dependants: Int = 0, flags: UInt16) throws -> Household {
    Household(
      id: "000000000001", commune: "90001", area: .rural,
      name: PersonName(family: "Lý", middle: "Kim", given: "An"), people: "Kinh", members: members,
      dependants: dependants, income: 1000, points: (100, 10 * flags.nonzeroBitCount), deprivations: flags,
      declared: Household.ruled(.rural, income: 1000, deprivations: flags.nonzeroBitCount),
      reviewed: try #require(Day(iso: "2024-10-05")))
  }

  @Test(arguments: sizes) func `every set of deprivations has members that agree with it`(_ size: Int) throws
  {
    for flags in UInt16(0)..<64 {
      let drawn = try household(members: size, flags: flags)
      for row in 0..<20 {
        let family = Family(of: drawn, seed: 1, row: row)
        let wanted = MemberIndicators(rawValue: flags)
        #expect(family.members.count == size)
        #expect(
          family.deprivations == (size == 1 ? wanted.subtracting([.nutrition, .childSchooling]) : wanted))
        #expect(found(family.members) == family.deprivations, "\(size) \(flags) \(row)")
      }
    }
  }
  @Test(arguments: sizes) func `dependants are as many as were drawn, where the flag allows it`(_ size: Int)
    throws
  {
    for dependants in 0..<size {
      for isMany in [false, true] {
        let drawn = try household(members: size, dependants: dependants, flags: isMany ? 2 : 0)
        let family = Family(of: drawn, seed: 2, row: size)
        #expect((family.dependants * 2 > size) == isMany)
        if (dependants * 2 > size) == isMany { #expect(family.dependants == dependants) }
      }
    }
  }
  @Test func `a household takes from its members what they say and keeps the rest`() throws {
    let drawn = try household(members: 1, dependants: 0, flags: 0b1100_0010_0101)
    let agreed = drawn.agreeing(with: Family(of: drawn, seed: 3, row: 3))
    #expect(agreed.deprivations == 0b1100_0000_0001 && agreed.points?.deprivations == 30)
    #expect(agreed.declared == .poor && agreed.dependants == 0)
    #expect(agreed.id == drawn.id && agreed.income == drawn.income && agreed.points?.income == 100)
    let near = try household(members: 1, flags: 0b1000_0000_0100)
    #expect(near.agreeing(with: Family(of: near, seed: 3, row: 3)).declared == .nearPoor)
  }
  @Test func `a head has the sex that the name says`() throws {
    for (middle, sex) in [("Thị", Member.Sex.female), ("Văn", .male), ("Đức", .male)] {
      for row in 0..<20 {
        var drawn = try household(members: 3, flags: 0)
        drawn.name.middle = middle
        let people = Family(of: drawn, seed: 4, row: row).members
        #expect(people[0].sex == sex && people[0].name.text == "Lý \(middle) An")
        for spouse in people where spouse.relation == .spouse { #expect(spouse.sex != sex) }
      }
    }
  }

  /// The indicators by the facts of the members, at the age of the end of the year.
  private func found(_ members: [Member]) -> MemberIndicators {
    var found: MemberIndicators = []
    for member in members {
      let seeks = member.work == .none && member.isAbleToWork && member.seeksWork
      if seeks || member.work == .wage && member.hasContract == false { found.insert(.employment) }
      if member.isStunted == true || member.isUnderweight == true { found.insert(.nutrition) }
      if member.age >= 6, !member.isInsured { found.insert(.insurance) }
      if lacksSchooling(member) { found.insert(.adultEducation) }
      if (3..<16).contains(member.age), member.schoolNow == .none { found.insert(.childSchooling) }
    }
    if members.count(where: \.isDependant) * 2 > members.count { found.insert(.dependants) }
    return found
  }
  private func lacksSchooling(_ member: Member) -> Bool {
    guard (16...30).contains(member.age), member.schoolNow == .none else { return false }
    switch member.schoolDone {
    case .none, .preschool, .primary: return true
    case .lowerSecondary: return member.age >= 18
    case .upperSecondary, .vocational, .university: return false
    }
  }
}
