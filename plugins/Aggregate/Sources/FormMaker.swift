import Measures
import Standards
import Tables

/// Makes the official tables of counted households, movements and the numbers of all households.
struct FormMaker {
  /// Counted households of one unit: those of `all`, and of each group by its label.
  struct Unit {
    var all: WideColumns.Row?
    var groups: [String: WideColumns.Row] = [:]
  }
  let level: HouseholdLevel
  /// The indicators in the order of the standard.
  let indicators: [(id: String, name: String)]
  /// Which label of a group stands for a word of the forms.
  let labels: [String: String]
  /// The group of ethnicities.
  let ethnicity: String?
  /// The column that is summed for each thing that F11 has of children.
  let children: [String: String]
  private(set) var units: [String: Unit] = [:]
  private(set) var flows = JoinedFlows()
  /// All households of each unit by group, and all persons; a unit without a number that can be used is here, too.
  private(set) var totals: [String: [String: Int64]] = [:]
  /// The units of which two tables of counts have two numbers.
  private var disputedCounts: Set<String> = []

  init(
    level: HouseholdLevel, indicators: [(id: String, name: String)], labels: [String: String],
    ethnicity: String?, children: [String: String]
  ) {
    (self.level, self.indicators, self.labels) = (level, indicators, labels)
    (self.ethnicity, self.children) = (ethnicity, children)
  }
  mutating func add(_ rows: [WideColumns.Row]) {
    for row in rows where row.level == level {
      guard let unit = row.unit else { continue }
      let known = row.group == "all" ? units[unit]?.all : units[unit]?.groups[row.group]
      let both = known?.joined(with: row) ?? row
      if !both.disputed.isEmpty { disputedCounts.insert(unit) }
      if row.group == "all" {
        units[unit, default: Unit()].all = both
      } else {
        units[unit, default: Unit()].groups[row.group] = both
      }
    }
  }
  mutating func add(_ flows: ReportedFlows) { self.flows.add(flows) }
  /// Takes the numbers of all households.
  mutating func add(_ totals: GivenTotals) { self.totals = totals.byUnit }

  /// The units of which two tables have two numbers, by code.
  var disputed: [String] { Self.sorted(disputedCounts.union(flows.disputed)) }
  /// The units of the rows, by code: those that are counted, and those that have a number of all households alone.
  ///
  /// Of the latter the code says the level, as official codes do: two digits are a province, three a district, five a commune.
  /// A district of islands among communes is a row when it is counted; else it could be any district.
  var codes: [String] {
    let moving = flows.tables.keys.filter { !isAbove($0) }
    return Self.sorted(Set(units.keys).union(moving).union(totals.keys.filter(level.isCode)))
  }
  /// The codes of movements that are in no row: nobody counted them, and their digits are those of another level.
  ///
  /// As rows their movements would be added to those of the units that they are made of.
  var outsideMovements: [String] { Self.sorted(Set(flows.tables.keys.filter(isAbove))) }
  private func isAbove(_ code: String) -> Bool {
    units[code] == nil && HouseholdLevel.allCases.contains { $0 != level && $0.isCode(code) }
  }
  /// The codes of all households that are in no row: of another level, or of none that is known.
  var outside: [String] { Self.sorted(Set(totals.keys).subtracting(codes)) }
  private static func sorted(_ codes: Set<String>) -> [String] {
    codes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
  /// All tables, in the official order.
  var sheets: [FormSheet] {
    [results] + [movements(.f2, .poor), movements(.f3, .nearPoor)]
      + [deprived(.f4, .poor), deprived(.f5, .poor), deprived(.f6, .nearPoor), deprived(.f7, .nearPoor)]
      + [groups, ethnicities, causes, childrenSheet, people(.f12, .poor), people(.f13, .nearPoor)]
  }
}
