import Tables
import Units

// Counts of all places of a list: they are sums over units that no other sum has.
extension CellTable {
  /// A count of the places of a list in a unit is that of everybody in those of them that are in it.
  func addPlaces(_ hierarchy: inout Hierarchy, to sums: inout CountSums) {
    let lists = grouped(now.filter { cells[$0].key.list != nil }) { index in
      var key = cells[index].key
      key.unit = ""
      return key
    }
    guard !lists.isEmpty else { return }
    let everybody = grouped(now.filter { cells[$0].key.group == "all" }) { cells[$0].key.sheet }
    let sheets = Dictionary(everybody.map { (cells[$0[0]].key.sheet, $0) }) { first, _ in first }
    for totals in lists {
      let key = cells[totals[0]].key
      guard let list = key.list, let sheet = sheets[key.with(key.measure, group: "all").sheet] else {
        continue
      }
      let listed = hierarchy.members(of: list, on: key.day)
      let inside = inside(sheet, listed, &hierarchy)
      for total in totals {
        let unit = cells[total].key.unit
        addOthers(total, sheet, listed, to: &sums, &hierarchy)
        guard let members = inside[unit] else { continue }
        let present = Set(members.map { cells[$0].key.unit })
        sums.add(
          .places, total, of: members,
          isGuarded: hierarchy.isComplete(list, on: key.day)
            && listed.allSatisfy { place in
              present.contains(place) || !hierarchy.above(place, on: key.day).contains(unit)
            })
      }
    }
  }
  /// A count of everybody is that of the places of a list and of the units that are neither on it nor have one that is.
  private func addOthers(
    _ places: Int, _ sheet: [Int], _ listed: Set<String>, to sums: inout CountSums,
    _ hierarchy: inout Hierarchy
  ) {
    let key = cells[places].key
    guard let total = sheet.first(where: { cells[$0].key.unit == key.unit }) else { return }
    let present = Set(sheet.map { cells[$0].key.unit })
    let over = Set(listed.flatMap { hierarchy.above($0, on: key.day) })
    func isOther(_ unit: String) -> Bool { !listed.contains(unit) && !over.contains(unit) }
    var others: [Int] = []
    for cell in sheet where isOther(cells[cell].key.unit) {
      let above = hierarchy.above(cells[cell].key.unit, on: key.day)
      guard let end = above.firstIndex(of: key.unit), !above.contains(where: listed.contains) else {
        continue
      }
      let between = Set(above[..<end].filter(isOther))
      // Of units in each other the uppermost that has a count.
      if present.isDisjoint(with: between) { others.append(cell) }
    }
    let units = listed.union(others.map { cells[$0].key.unit })
    sums.add(
      .places, total, of: [places] + others,
      isGuarded: hasBlanks && hierarchy.isCovered(key.unit, by: units, on: key.day))
  }
  /// The counts of the listed units in each unit above them; of a unit without one, those of the units in it.
  private func inside(
    _ sheet: [Int], _ listed: Set<String>, _ hierarchy: inout Hierarchy
  ) -> [String: [Int]] {
    var chosen: [(cell: Int, above: [String])] = []
    for cell in sheet {
      let key = cells[cell].key
      let above = hierarchy.above(key.unit, on: key.day)
      if listed.contains(key.unit) || above.contains(where: listed.contains) { chosen.append((cell, above)) }
    }
    let units = Set(chosen.map { cells[$0.cell].key.unit })
    var found: [String: [Int]] = [:]
    for (cell, above) in chosen where !above.contains(where: units.contains) {
      for unit in [cells[cell].key.unit] + above { found[unit, default: []].append(cell) }
    }
    return found
  }
}

extension CellKey {
  /// The list of places of which it is the count.
  fileprivate var list: String? {
    group.hasPrefix("places:") ? String(group.dropFirst("places:".count)) : nil
  }
  /// The same of every unit.
  fileprivate var sheet: CellKey {
    var key = self
    key.unit = ""
    return key
  }
}
