import Tables

/// Makes up the people of a household: who they are to each other, how old, and what they are called.
struct FamilyMaker {
  let household: Household
  let wanted: MemberIndicators
  let shape: FamilyShape
  var random: RowRandom
  private(set) var people: [Member] = []

  init(_ household: Household, _ wanted: MemberIndicators, _ random: RowRandom) {
    (self.household, self.wanted, self.random) = (household, wanted, random)
    shape = FamilyShape(household, wanted, &self.random)
  }

  /// All of them: the head, the other adults, who has an allowance, the children.
  mutating func gather() {
    let age = ageOfHead()
    let sex = Names.sex(ofMiddle: household.name.middle) ?? (random.percent(50) ? .male : .female)
    add(.head, sex, household.name, age, hasAllowance: shape.isHeadDependant)
    for place in 0..<shape.adults { addAdult(place, head: age) }
    for _ in 0..<shape.onAllowance { addOnAllowance(head: age) }
    addChildren(head: age)
  }
  /// Changes what is known of one of them.
  mutating func change(_ place: Int, _ body: (inout Member, inout RowRandom) -> Void) {
    body(&people[place], &random)
  }

  private mutating func ageOfHead() -> Int {
    let isYoung = wanted.contains(.adultEducation) && shape.adults == 0
    if isYoung || shape.isHeadDependant && wanted.contains(.employment) { return 25 + random.below(5) }
    if shape.isHeadDependant { return 76 + random.below(15) }
    return wanted.contains(.adultEducation) ? 40 + random.below(19) : 32 + random.below(27)
  }
  private mutating func addAdult(_ place: Int, head: Int) {
    // Adults who lack schooling are under thirty: a grown child, the last of them.
    let isLast = place == shape.adults - 1
    if isLast, wanted.contains(.adultEducation) {
      return add(.child, 18 + random.below(min(12, head - 35)))
    }
    if place == 0, random.percent(75) {
      let sex: Member.Sex = people[0].sex == .male ? .female : .male
      return add(.spouse, sex, name(sex), head - 4 + random.below(9))
    }
    switch random.below(4) {
    case 0 where parents < 2 && head < 55: addParent(age: min(74, head + 20 + random.below(8)))
    case 2... where head >= 35: add(.child, 16 + random.below(min(15, head - 33)))
    default: add(.sibling, max(18, head - 6 + random.below(13)))
    }
  }
  private mutating func addOnAllowance(head: Int) {
    if head > 70 {
      let sex: Member.Sex = people[0].sex == .male ? .female : .male
      add(.spouse, sex, name(sex), head - 4 + random.below(9), hasAllowance: true)
    } else if parents < 2 {
      addParent(age: head + 20 + random.below(12), hasAllowance: true)
    } else {
      add(.sibling, max(18, head - 6 + random.below(13)), hasAllowance: true)
    }
  }
  private mutating func addChildren(head: Int) {
    let youngest = people.filter { $0.relation == .head || $0.relation == .spouse }.map(\.age).min() ?? head
    let oldest = min(15, youngest - 18)
    for place in 0..<shape.children {
      // One of them is of an age at which a child belongs in school, a year from either end.
      let isPupil = place == 0 && wanted.contains(.childSchooling)
      let age = isPupil ? 4 + random.below(min(14, oldest) - 3) : random.below(oldest + 1)
      add(head - age > 45 ? .grandchild : .child, age)
    }
  }
  private var parents: Int { people.count { $0.relation == .parent } }

  private mutating func addParent(age: Int, hasAllowance: Bool = false) {
    let other = people.first { $0.relation == .parent }?.sex
    let sex: Member.Sex =
      other.map { $0 == .male ? .female : .male } ?? (random.percent(35) ? .male : .female)
    add(.parent, sex, name(sex, sex == .male ? people[0].name.family : nil), age, hasAllowance: hasAllowance)
  }
  /// A member who has the family name of the house.
  private mutating func add(_ relation: Member.Relation, _ age: Int, hasAllowance: Bool = false) {
    let sex: Member.Sex = random.percent(51) ? .male : .female
    let father = people.first { $0.sex == .male && ($0.relation == .head || $0.relation == .spouse) }
    let line = relation == .sibling ? people[0] : father ?? people[0]
    add(relation, sex, name(sex, line.name.family), age, hasAllowance: hasAllowance)
  }
  private mutating func add(
    _ relation: Member.Relation, _ sex: Member.Sex, _ name: PersonName, _ age: Int, hasAllowance: Bool = false
  ) {
    people.append(
      Member(
        household: household.id, number: people.count + 1, name: name, sex: sex, relation: relation, age: age,
        born: born(age), hasAllowance: hasAllowance))
  }
  private mutating func name(_ sex: Member.Sex, _ family: String? = nil) -> PersonName {
    PersonName(
      family: family ?? random.of(Names.family), middle: random.of(Names.middle(of: sex)),
      given: random.of(Names.given))
  }

  /// The first ages of what the indicators tell apart.
  private static let turns: Set<Int> = [0, 3, 6, 12, 16, 18, 31]
  /// A birthday of somebody who is so old at the end of the year.
  ///
  /// Whoever reaches an age that counts does so before September, when the review begins: so the indicators are the same on
  /// the day of the household's review, at the end of the year and on any day between.
  private mutating func born(_ age: Int) -> Day {
    let first = Day(year: household.reviewed.year - age, month: 1, day: 1)?.number ?? 0
    return Day(number: first + Int32(random.below(Self.turns.contains(age) ? 243 : 365)))
  }
}
