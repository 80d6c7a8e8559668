import Figures
import Tables

/// Rows for groups that nobody belongs to.
///
/// Adding rows up gives a row to groups that have somebody in them. So that there is a row would say that somebody is in it,
/// and the only row that everybody is, although both are withheld. Where the groups of a unit make everybody, the groups that
/// occur elsewhere in the same province or country get a row of zero, which is published or withheld as any other.
struct Completion {
  /// What was counted together: one measure of one day and standard, by one kind of groups, below one unit.
  private struct Table: Hashable {
    let measure: String
    let day: Day
    let standard: String
    let kind: String
    let top: String
  }
  fileprivate struct Unit {
    /// The figure of everybody.
    var all: Figure?
    var groups: [String: Figure] = [:]
  }
  private let rule: DisclosureRule

  /// The figures with the rows that lack, by id.
  static func completed(
    _ figures: [Figure], _ hierarchy: inout Hierarchy, _ rule: DisclosureRule
  ) -> [Figure] {
    let completion = Completion(rule: rule)
    // What was carried over to other boundaries is no part of the sums of its day.
    let added = completion.added(to: figures.filter { !hierarchy.isCarried($0) }, &hierarchy)
    return added.isEmpty ? figures : FigureTable(figures + added).figures
  }

  private func added(to figures: [Figure], _ hierarchy: inout Hierarchy) -> [Figure] {
    var everybody: [CellKey: Figure] = [:]
    for figure in figures where figure.group == "all" {
      let key = CellKey(figure)
      if let known = everybody[key], known.precedence <= figure.precedence { continue }
      everybody[key] = figure
    }
    var tables: [Table: [String: Unit]] = [:]
    var groups: [Table: Set<String>] = [:]
    for figure in figures {
      let kind = CellKey(figure).groupKind
      guard rule.partitions.contains(kind) else { continue }
      let table = Table(
        measure: figure.measure, day: figure.asOf, standard: figure.standard, kind: kind,
        top: hierarchy.top(figure.unit, on: figure.asOf))
      groups[table, default: []].insert(figure.group)
      let known = tables[table]?[figure.unit]?.groups[figure.group]
      if let known, known.precedence <= figure.precedence { continue }
      tables[table, default: [:]][figure.unit, default: Unit()].groups[figure.group] = figure
    }
    // Units of which nobody is counted have no row of a group at all.
    for (key, figure) in everybody {
      for kind in rule.partitions {
        let table = Table(
          measure: key.measure, day: key.day, standard: key.standard, kind: kind,
          top: hierarchy.top(key.unit, on: key.day))
        if groups[table] != nil { tables[table]?[key.unit, default: Unit()].all = figure }
      }
    }
    var added: [Figure] = []
    for (table, units) in tables {
      for unit in units.values {
        for group in groups[table] ?? [] where unit.groups[group] == nil {
          if let row = row(of: group, unit) { added.append(row) }
        }
      }
    }
    return added
  }
  /// The row of a group that has none; `nil` where it is not known that nobody is in it.
  private func row(of group: String, _ unit: Unit) -> Figure? {
    guard let all = unit.all, var row = unit.groups.min(by: { $0.key < $1.key })?.value ?? unit.all else {
      return nil
    }
    if rule.rate(all.measure) != nil {
      // Of nobody there is no rate; which counts it had is said by their own rows.
      (row.value, row.status) = (nil, .notApplicable)
    } else {
      guard case .amount(let total)? = all.value, unit.sum == total else { return nil }
      (row.value, row.status) = (.amount(0), all.status)
    }
    row.id = row.id.replacing("/\(row.group)/", with: "/\(group)/")
    if row.id == unit.groups[row.group]?.id ?? all.id { row.id += "/\(group)" }
    (row.group, row.note, row.source.place, row.origin) = (group, "", "", nil)
    return row
  }
}

extension Completion.Unit {
  /// What the groups add up to; `nil` when one has no count.
  fileprivate var sum: FixedPoint? {
    groups.values.reduce(0 as FixedPoint?) { sum, figure in
      guard case .amount(let amount)? = figure.value else { return nil }
      return sum.flatMap { $0 + amount }
    }
  }
}
