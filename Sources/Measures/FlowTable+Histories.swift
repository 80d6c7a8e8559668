public import Standards

extension FlowTable {
  /// Where those who are not in the register in a year are taken to be.
  public enum Unlisted: Sendable, Hashable {
    /// Away: who comes has moved here, who goes has moved away.
    case away
    /// Neither poor nor near-poor: the register lists nobody else.
    case neither
  }

  /// Adds a household of two years to the movements; its earlier years say whether it relapsed.
  ///
  /// Persons who change class with their household are counted as they were before, and members who came or left in the
  /// year as other changes of the class the household is in, so that both identities hold in persons too.
  public mutating func add(
    _ before: ClassHistories.Entry?, _ after: ClassHistories.Entry?, earlier: some Sequence<HouseholdClass>,
    unlisted: Unlisted = .away
  ) {
    let (from, to) = (Self.listed(before), Self.listed(after))
    if let from, let before { leave(from, before, for: to, isListed: after != nil || unlisted == .neither) }
    if let to, let after {
      let isKnown = before != nil || unlisted == .neither
      enter(to, after, from: from, before, isKnown: isKnown, hadIt: earlier.contains(to))
    }
  }
  private static func listed(_ entry: ClassHistories.Entry?) -> HouseholdClass? {
    entry.flatMap { classes.contains($0.class) ? $0.class : nil }
  }
  private mutating func count(_ class: HouseholdClass, _ term: FlowTerm, _ persons: Int64) {
    self[`class`, .households].count(term, 1)
    self[`class`, .persons].count(term, persons)
  }
  private mutating func leave(
    _ from: HouseholdClass, _ before: ClassHistories.Entry, for to: HouseholdClass?, isListed: Bool
  ) {
    count(from, .opening, before.persons)
    guard to != from else { return }
    switch (from, to) {
    case (_, nil) where !isListed: count(from, .otherDecrease, before.persons)
    case (.poor, nil), (.nearPoor, .poor?): count(from, .outFurther, before.persons)
    default: count(from, .out, before.persons)
    }
  }
  private mutating func enter(
    _ to: HouseholdClass, _ after: ClassHistories.Entry, from: HouseholdClass?,
    _ before: ClassHistories.Entry?,
    isKnown: Bool, hadIt: Bool
  ) {
    count(to, .closing, after.persons)
    guard let from, let before else {
      return count(to, !isKnown ? .otherIncrease : hadIt ? .relapsed : .new, after.persons)
    }
    if from != to { count(to, .fromOther, before.persons) }
    let more = after.persons - before.persons
    if more > 0 { self[to, .persons].count(.otherIncrease, more) }
    if more < 0 { self[to, .persons].count(.otherDecrease, -more) }
  }
}
