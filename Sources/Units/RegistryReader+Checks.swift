import Diagnostics
import Tables

extension RegistryReader {
  /// Checks the rows against each other: ids, stretches of one code, parents, successions, regions.
  mutating func check() {
    var first: [String: Int] = [:]
    for index in units.indices {
      if let earlier = first[units[index].id] {
        problems.add(.duplicateID(units[index].id, at: unitPlaces[index](0), first: unitPlaces[earlier](0)))
      } else {
        first[units[index].id] = index
      }
    }
    let byCode = Dictionary(grouping: units.indices) { units[$0].code }
      .mapValues { $0.sorted { units[$0].validFrom < units[$1].validFrom } }
    for index in units.indices {
      checkParent(index, byCode)
    }
    for code in byCode.keys.sorted() { checkStretches(byCode[code] ?? []) }
    checkSteps(first)
    checkMemberships(byCode)
  }

  /// Versions of one code follow each other without overlap, and without a gap that is not declared.
  private mutating func checkStretches(_ versions: [Int]) {
    for (a, b) in zip(versions, versions.dropFirst()) where units[a].id != units[b].id {
      let (old, new) = (units[a], units[b])
      guard let end = old.validTo, end <= new.validFrom else {
        problems.add(.overlap(old, new, at: unitPlaces[b](6), first: unitPlaces[a](6)))
        continue
      }
      let gap = Gap(code: new.code, validFrom: end, validTo: new.validFrom)
      if end < new.validFrom, !gaps.contains(gap) {
        problems.add(.gap(old, new, at: unitPlaces[b](6), first: unitPlaces[a](7)))
      }
    }
  }
  /// The parent's code stands at a higher level on every day of the unit since the register begins.
  private mutating func checkParent(_ index: Int, _ byCode: [String: [Int]]) {
    let unit = units[index]
    guard unit.level != .country else { return }
    let start = max(unit.validFrom, UnitRegistry.firstDay)
    guard let missing = uncovered(unit.parent, from: start, to: unit.validTo, byCode, above: unit.level)
    else {
      return
    }
    problems.add(.parentNotValid(unit, on: missing, at: unitPlaces[index](5)))
  }
  /// The first day from `from` up to `to` on which no version of a code is valid.
  private func uncovered(
    _ code: String, from: Day, to: Day?, _ byCode: [String: [Int]], above level: UnitLevel
  ) -> Day? {
    var day = from
    for parent in byCode[code] ?? [] where units[parent].level < level && units[parent].isValid(on: day) {
      guard let end = units[parent].validTo else { return nil }
      day = end
    }
    if let to, day >= to { return nil }
    return day
  }
  /// Both ends are known, and the new unit is valid on the day the old one ends.
  private mutating func checkSteps(_ byID: [String: Int]) {
    for (step, place) in zip(steps, stepPlaces) {
      guard let from = byID[step.from] else {
        problems.add(.badEdge(step.from, at: place(0)))
        continue
      }
      guard let to = byID[step.to], let end = units[from].validTo, units[to].isValid(on: end) else {
        problems.add(.badEdge(step.to, at: place(1)))
        continue
      }
    }
  }
  private mutating func checkMemberships(_ byCode: [String: [Int]]) {
    for (member, place) in zip(memberships, membershipPlaces) {
      for (code, level, column) in [(member.region, UnitLevel.region, 0), (member.province, .province, 1)] {
        let known = (byCode[code] ?? []).contains { units[$0].level == level }
        let missing = uncovered(
          code, from: max(member.validFrom, UnitRegistry.firstDay), to: member.validTo, byCode,
          above: .district)
        if !known || missing != nil { problems.add(.badEdge(code, at: place(column))) }
      }
    }
  }
}
