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
  /// The day of the numbers: the last that is not after the results.
  private(set) var day: Day?
  /// The households of communes, by id of the commune and group.
  private(set) var byCommune: [String: [String: Int64]] = [:]
  /// The codes that have a number.
  private var codes: Set<String> = []
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
    let days = tables.flatMap { rows, columns in
      (0..<rows.count).compactMap { Self.day(rows, columns, $0, unless: asOf) }
    }
    day = days.filter { $0 <= asOf }.max()
    guard let day else { return }
    var twice: Set<[String]> = []
    for (rows, columns) in tables {
      for row in 0..<rows.count where Self.day(rows, columns, row, unless: asOf) == day {
        add(rows, columns, row, day, &twice, &findings)
      }
    }
    for place in twice { byCommune[place[0]]?[place[1]] = nil }
    codes = Set(byCommune.keys.map { String($0.prefix { $0 != "@" }) })
  }
  private static func day(_ rows: Batch, _ columns: FoundDenominators, _ row: Int, unless asOf: Day) -> Day? {
    guard let column = columns.asOf else { return asOf }
    return rows.columns[column.index].isMissing(row) ? nil : Day(number: rows[column].values[row])
  }
  private mutating func add(
    _ rows: Batch, _ columns: FoundDenominators, _ row: Int, _ day: Day, _ twice: inout Set<[String]>,
    _ findings: inout Findings
  ) {
    func text(_ column: ColumnRef<String>) -> String? {
      rows.columns[column.index].isMissing(row) ? nil : String(decoding: rows[column][row], as: UTF8.self)
    }
    let isMissing = rows.columns[columns.households.index].isMissing(row)
    guard let code = text(columns.unit), !isMissing else { return }
    let group = columns.group.flatMap(text) ?? "all"
    let count = rows[columns.households].values[row]
    guard let unit = units.counted(code: code, on: day) else {
      return findings.add(
        "households.denominator", row: row, of: rows, column: columns.unit.field.name,
        Phrase(
          vi: "ngày \(day.vietnamese) không có xã mang mã '\(code)'",
          en: "on \(day.iso) there is no commune with the code '\(code)'"))
    }
    guard count >= 0 else {
      return findings.add(
        "households.denominator", row: row, of: rows, column: columns.households.field.name,
        Phrase(vi: "số hộ âm", en: "the number of households is negative"))
    }
    if byCommune[unit.id]?[group] != nil {
      twice.insert([unit.id, group])
      findings.add(
        "households.denominator", row: row, of: rows,
        Phrase(
          vi: "xã '\(code)' có hai số hộ, nên không số nào được dùng",
          en: "the commune '\(code)' has two numbers of households, so none is used"))
    }
    byCommune[unit.id, default: [:]][group] = count
  }

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
    let counts = communes.map { byCommune[$0.id]?[group] }
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
