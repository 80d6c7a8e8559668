import Tables

extension Simulation {
  /// The rows of the members of a household, with the mistake that falls to them.
  ///
  /// They bear the id that the household has in the list, right or wrong. A household that is there a second time has no
  /// members a second time.
  func members(of row: Int) -> [Member] {
    let drawn = drawn(row)
    let members = Family(of: drawn, seed: seed, row: row).members
    if let listed = dirt.dirt(of: row) {
      guard listed.kind != .exactDuplicate else { return [] }
      let id = household(row).id
      return members.map { $0.listed(under: id) }
    }
    return dirt.memberDirt(of: row).map { spoilt(members, $0, drawn.reviewed, row) } ?? members
  }

  private func spoilt(_ clean: [Member], _ kind: MemberDirt, _ reviewed: Day, _ row: Int) -> [Member] {
    var (members, random) = (clean, RowRandom(seed: seed &+ 0x64_6972_74, row: row))
    let place = random.below(members.count)
    switch kind {
    case .orphan:
      // Ids begin with 0, so this is that of no household.
      var orphan = members[place].listed(under: "9\(members[place].household.dropFirst())")
      orphan.name.given = random.of(Names.given)
      members.append(orphan)
    case .duplicate: members.append(members[place])
    case .birthAfterReview:
      members[place].born = Day(number: reviewed.number + 1 + Int32(random.below(300)))
    case .thirtiethOfFebruary: members[place].isBornOnNoDay = true
    }
    return members
  }
}

extension Member {
  /// The same member with the id that the household has in the list.
  fileprivate func listed(under id: String) -> Member {
    var member = self
    member.household = id
    return member
  }
}
