import Diagnostics
public import StageKit
import Tables
import Units

/// The names of the columns of a table of all households.
public struct DenominatorColumns: StageOptions {
  @Option(vi: "Cột mã xã.", en: "The column of communes.") var unit: ColumnName?
  @Option(vi: "Cột số hộ.", en: "The column of households.") var households: ColumnName?
  @Option(vi: "Cột ngày.", en: "The column of the day.") var asOf: ColumnName?
  @Option(
    vi: "Cột nhóm, như area:urban; để trống là mọi hộ.",
    en: "The column of groups such as area:urban; blank for all.")
  var group: ColumnName?
  /// Nothing read yet.
  public init() {}
}
/// The columns of a table of all households, found.
struct FoundDenominators: Sendable {
  let unit: ColumnRef<String>
  let households: ColumnRef<Int64>
  let asOf: ColumnRef<Day>?
  let group: ColumnRef<String>?

  init(_ names: DenominatorColumns?, in schema: Schema, _ plan: inout Planning) {
    let unitName = names?.unit ?? (schema["commune"] == nil ? "unit" : "commune")
    unit = plan.column(unitName, in: schema)
    households = plan.column(names?.households ?? "households", in: schema)
    asOf = (names?.asOf ?? (schema["as_of"] == nil ? nil : "as_of")).map { plan.column($0, in: schema) }
    group = (names?.group ?? (schema["group"] == nil ? nil : "group")).map { plan.column($0, in: schema) }
  }
}

/// How many households there are: of communes as they are given, of other units where all their communes are.
struct Denominators: Sendable {
  /// The numbers of communes, by id of the commune and group.
  private let given: GivenTotals
  /// The codes that are listed.
  private let codes: Set<String>
  private let units: UnitRegistry
  private let asOf: Day
  /// Whether any table was given.
  let areGiven: Bool
  /// The ids of units with households that are in none of their communes.
  var outside: Set<String> = []

  init(
    _ tables: [(rows: Batch, columns: FoundDenominators)], _ units: UnitRegistry, on asOf: Day,
    _ findings: inout Findings
  ) {
    (self.units, self.asOf, areGiven) = (units, asOf, !tables.isEmpty)
    given = GivenTotals(tables, on: asOf, &findings) { units.counted(code: $0, on: $1)?.id }
    codes = Set(given.byUnit.keys.map { String($0.prefix { $0 != "@" }) })
  }
  /// The day of the numbers: the last that is not after the results.
  var day: Day? { given.day }

  /// What is known of the households of a unit.
  enum Total: Equatable {
    case known(Int64)
    /// Names of communes, or of districts of which the register has no communes, that have no number.
    case incomplete([String])
    /// The sum does not fit.
    case tooLarge
  }
  /// The households of a unit in a group: of all its communes or not at all.
  func total(of unit: UnitVersion, group: String) -> Total {
    let around = LeafUnits(units, from: .commune, codes: codes).found(in: unit, on: asOf)
    let communes =
      unit.level == .commune
      ? [unit] : Self.communes(of: unit, in: units, on: asOf) + around.counted
    let counts = communes.map { given.byUnit[$0.id]?[group] }
    // An island without a number is nothing only where nobody of it was counted either.
    let missing =
      zip(communes, counts).filter { $0.1 == nil }.map(\.0.name)
      + (outside.contains(unit.id) ? around.empty.map(\.name) : [])
    guard around.unknown.isEmpty, missing.isEmpty, !communes.isEmpty else {
      let names = around.unknown.map(\.name) + missing
      return .incomplete(names.isEmpty ? [unit.name] : names)
    }
    var sum = 0 as Int64
    for count in counts.compactMap({ $0 }) {
      let (next, over) = sum.addingReportingOverflow(count)
      if over { return .tooLarge }
      sum = next
    }
    return .known(sum)
  }
  /// The communes of a unit on a day, by code.
  static func communes(of unit: UnitVersion, in units: UnitRegistry, on day: Day) -> [UnitVersion] {
    units.children(of: unit, on: day).flatMap { below in
      below.level == .commune ? [below] : communes(of: below, in: units, on: day)
    }
  }
}
