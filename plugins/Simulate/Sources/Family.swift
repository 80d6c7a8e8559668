/// The members of a household, and what follows from them.
///
/// The flags d1 to d6 were drawn first; members are then made up who agree with them. Only somebody who lives alone cannot
/// have children who are deprived of anything, so there the flags d3 and d6 are none.
struct Family: Sendable {
  let members: [Member]
  /// The indicators in which the household is deprived, counted by its members.
  let deprivations: MemberIndicators
  /// How many of them depend on the others.
  var dependants: Int { members.count(where: \.isDependant) }

  /// The family of a household as it was drawn.
  init(of household: Household, seed: Int, row: Int) {
    var wanted = MemberIndicators(rawValue: household.deprivations).intersection(.all)
    if household.members == 1 { wanted.subtract([.nutrition, .childSchooling]) }
    // Other numbers than those of the household, which has taken as many as it takes.
    var maker = FamilyMaker(household, wanted, RowRandom(seed: seed &+ 0x6D_656D_6265, row: row))
    maker.gather()
    maker.tellFacts()
    members = maker.people
    deprivations = wanted
  }
}

extension Household {
  /// The same household with the flags d1 to d6, the dependants, the points and the class that its members give.
  func agreeing(with family: Family) -> Household {
    var household = self
    household.deprivations =
      deprivations & ~MemberIndicators.all.rawValue | family.deprivations.rawValue
    let count = household.deprivations.nonzeroBitCount
    household.dependants = family.dependants
    household.points?.deprivations = 10 * count
    household.declared = Household.ruled(area, income: income, deprivations: count)
    return household
  }
}
