/// How many there are of each sort in a household, so that the indicators can be what they were drawn to be.
struct FamilyShape: Sendable {
  /// Whether the head is a dependant too, as the last one left, or the first of two.
  let isHeadDependant: Bool
  /// Those besides the head who are no dependants.
  let adults: Int
  /// Those besides the head who are dependants because of an allowance; at most one.
  let onAllowance: Int
  /// Those under sixteen.
  let children: Int
  /// All who are dependants.
  var dependants: Int { (isHeadDependant ? 1 : 0) + onAllowance + children }

  /// A shape for a household of so many members; the dependants are as many as were drawn wherever that can be.
  ///
  /// - Parameters:
  ///   - household: The household as it was drawn.
  ///   - wanted: The indicators in which it is to be deprived; none that needs a child when there is one member.
  ///   - random: What the rest is drawn by.
  init(_ household: Household, _ wanted: MemberIndicators, _ random: inout RowRandom) {
    let members = household.members
    // More than half of them, and the head only where there is no other way; or at most half.
    let isHigh = wanted.contains(.dependants)
    let low = isHigh ? members / 2 + 1 : wanted.needChild ? 1 : 0
    let high = isHigh ? max(low, members - 1) : members / 2
    let isAsDrawn = (low...high).contains(household.dependants)
    let dependants = isAsDrawn ? household.dependants : low + random.below(high - low + 1)
    isHeadDependant = dependants == members
    let others = dependants - (isHeadDependant ? 1 : 0)
    let least = wanted.needChild ? 1 : 0
    children = random.percent(30) ? max(others - 1, min(least, others)) : others
    onAllowance = others - children
    adults = members - 1 - others
  }
}
