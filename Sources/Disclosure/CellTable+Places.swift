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
