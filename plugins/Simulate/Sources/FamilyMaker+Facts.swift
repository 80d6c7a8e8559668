extension FamilyMaker {
  /// Tells of each member what a review asks, so that the household is deprived in the indicators wanted and no others.
  mutating func tellFacts() {
    for place in people.indices {
      change(place) { $0.age < 16 ? tellOfChild(&$0, &$1) : tellOfAdult(&$0, &$1) }
    }
    if wanted.contains(.employment) { takeWork() }
    if wanted.contains(.nutrition) { starve() }
    if wanted.contains(.insurance) { takeInsurance() }
    if wanted.contains(.adultEducation) { takeSchooling() }
    if wanted.contains(.childSchooling) { takeSchool() }
  }
  /// One of the people for whom a condition holds; `nil` when it holds for none.
  private mutating func someone(_ condition: (Member) -> Bool) -> Int? {
    let places = people.indices.filter { condition(people[$0]) }
    return places.isEmpty ? nil : random.of(places)
  }

  private mutating func takeWork() {
    let worker = someone { (18..<60).contains($0.age) && !$0.hasAllowance && !$0.isStudent }
    // Where nobody is fit for work, the head has an allowance and works without a contract.
    change(worker ?? 0) { member, random in
      if worker != nil, random.percent(50) {
        (member.work, member.hasContract, member.seeksWork) = (.none, nil, true)
      } else {
        (member.work, member.hasContract) = (.wage, false)
      }
    }
  }
  private mutating func starve() {
    guard let child = someone({ $0.age < 16 }) else { return }
    change(child) { child, random in
      let isBoth = random.percent(30)
      child.isStunted = random.percent(60)
      child.isUnderweight = isBoth || child.isStunted == false
    }
  }
  private mutating func takeInsurance() {
    let one = someone { $0.age >= 6 }
    for place in people.indices where people[place].age >= 6 {
      change(place) { $0.isInsured = place != one && !$1.percent(30) }
    }
  }
  private mutating func takeSchooling() {
    let isYoung = { (member: Member) in (18..<30).contains(member.age) }
    guard let adult = someone({ isYoung($0) && !$0.hasAllowance }) ?? someone(isYoung) else { return }
    change(adult) { member, random in
      (member.schoolNow, member.schoolDone) = (.none, random.of([.none, .primary, .lowerSecondary]))
    }
  }
  private mutating func takeSchool() {
    guard let child = someone({ (4..<15).contains($0.age) }) else { return }
    change(child) { child, _ in child.schoolNow = .none }
  }
}

/// A child who lacks nothing.
private func tellOfChild(_ child: inout Member, _ random: inout RowRandom) {
  // Under six years a card costs nothing, and some have none yet, which is no deprivation.
  child.isInsured = child.age >= 6 || random.percent(90)
  (child.isStunted, child.isUnderweight) = (false, false)
  switch child.age {
  case ..<3: child.schoolNow = .none
  case ..<6: child.schoolNow = .preschool
  case ..<12: child.schoolNow = .primary
  default: (child.schoolNow, child.schoolDone) = (.lowerSecondary, .primary)
  }
}
/// An adult who lacks nothing.
private func tellOfAdult(_ adult: inout Member, _ random: inout RowRandom) {
  adult.isAbleToWork = !adult.hasAllowance && adult.age < 75
  switch adult.age {
  case ..<18: (adult.schoolNow, adult.schoolDone) = (.upperSecondary, .lowerSecondary)
  case ..<24 where adult.relation == .child && random.percent(40):
    (adult.schoolNow, adult.schoolDone) = (random.of([.vocational, .university]), .upperSecondary)
  case ..<22: adult.schoolDone = random.of([.upperSecondary, .upperSecondary, .vocational])
  case ..<31:
    adult.schoolDone = random.of([.upperSecondary, .upperSecondary, .vocational, .university])
  case ..<60:
    adult.schoolDone = random.of([
      .primary, .lowerSecondary, .lowerSecondary, .upperSecondary, .vocational, .university,
    ])
  default: adult.schoolDone = random.of([.none, .primary, .lowerSecondary])
  }
  guard adult.isAbleToWork, !adult.isStudent else { return }
  let lot = random.below(100)
  if adult.age >= 60 {
    adult.work = lot < 40 ? .own : .none
  } else if lot < 92 {
    (adult.work, adult.hasContract) = lot < 55 ? (.own, nil) : (.wage, true)
  }
}
