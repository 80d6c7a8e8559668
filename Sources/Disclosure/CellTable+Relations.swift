import Tables
import Units

// Which counts are sums of which: over units, over groups, and over measures.
extension CellTable {
  /// All sums by which a reader could work one count out from others.
  func sums(_ hierarchy: inout Hierarchy, _ rule: DisclosureRule) -> CountSums {
    var sums = CountSums(cells, hasBlanks: hasBlanks)
    addUnits(&hierarchy, to: &sums)
    addGroups(rule, to: &sums)
    addMeasures(rule, to: &sums)
    addPlaces(&hierarchy, to: &sums)
    addStandards(to: &sums)
    sums.addWithoutMiddles()
    sums.addEarlier(old, versions)
    return sums
  }

  /// The counts of now, without what they were before.
  var now: [Int] { cells.indices.filter(isNow) }
  private func isNow(_ cell: Int) -> Bool { !cells[cell].isOld && (hasBlanks || !cells[cell].isBlank) }

  // MARK: Units

  /// A count is that of the units in it that have one; those without have none of the group, or were never told.
  private func addUnits(_ hierarchy: inout Hierarchy, to sums: inout CountSums) {
    let sheets = grouped(now) { index in
      var key = cells[index].key
      key.unit = ""
      return key
    }
    var present: [CellKey: Set<String>] = [:]
    for cell in now.map({ cells[$0] }) { present[cell.key.series, default: []].insert(cell.key.unit) }
    for sheet in sheets {
      let byUnit = Dictionary(sheet.map { (cells[$0].key.unit, $0) }) { first, _ in first }
      var members: [Int: [Int]] = [:]
      for index in sheet {
        let key = cells[index].key
        if let above = hierarchy.above(key.unit, on: key.day).first(where: { byUnit[$0] != nil }) {
          byUnit[above].map { members[$0, default: []].append(index) }
        }
      }
      for total in sheet {
        guard let below = members[total] else { continue }
        let key = cells[total].key
        // A total of which most parts were never told gives nothing away of the few that were.
        sums.add(
          .units, total, of: below,
          isGuarded: hierarchy.isCovered(key.unit, by: present[key.series] ?? [], on: key.day))
      }
    }
  }

  // MARK: Groups

  private func addGroups(_ rule: DisclosureRule, to sums: inout CountSums) {
    let populations = grouped(now) { index in
      cells[index].key.with(cells[index].key.measure, group: "")
    }
    for population in populations {
      guard let total = population.first(where: { cells[$0].key.group == "all" }) else { continue }
      let kinds = grouped(population.filter { $0 != total }) { cells[$0].key.groupKind }
      for members in kinds {
        let kind = cells[members[0]].key.groupKind
        let isPartition = rule.partitions.contains(kind) && members.count > 1
        sums.add(.groups(kind), total, of: members, isGuarded: isPartition)
      }
    }
  }

  // MARK: Measures

  private func addMeasures(_ rule: DisclosureRule, to sums: inout CountSums) {
    for sum in rule.sums {
      for total in now where cells[total].key.measure == sum.measure {
        let parts = sum.parts.compactMap { find(cells[total].key.with($0)) }.filter(isNow)
        guard parts.count == sum.parts.count, !parts.isEmpty else { continue }
        sums.add(.measures, total, of: parts, isGuarded: true)
      }
    }
  }

  // MARK: Standards

  /// A count by a standard is that of the same table that names none, where they are alike.
  private func addStandards(to sums: inout CountSums) {
    let named = grouped(now.filter { !cells[$0].key.standard.isEmpty }) { cells[$0].key.withoutStandard }
    for alike in named {
      guard let plain = find(cells[alike[0]].key.withoutStandard), isNow(plain) else { continue }
      for cell in alike { sums.add(.standards, plain, of: [cell], isGuarded: false) }
    }
  }

  /// Places that have one key, in the order in which the keys are first met.
  func grouped<Key: Hashable>(_ places: some Sequence<Int>, by key: (Int) -> Key) -> [[Int]] {
    var order: [Key] = []
    var groups: [Key: [Int]] = [:]
    for place in places {
      let key = key(place)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(place)
    }
    return order.compactMap { groups[$0] }
  }
}

extension CellKey {
  /// What was counted together: the same measure, day and standard of any unit and group.
  var series: CellKey {
    CellKey(unit: "", day: day, measure: measure, group: "", standard: standard)
  }
  /// The kind of the group: `ethnicity` of `ethnicity:khmer`.
  var groupKind: String { String(group.prefix { $0 != ":" }) }
}
