import Diagnostics
import StageKit
import Tables

/// The numbers of all households of one day as tables give them: of each unit and group one number or none.
///
/// The day is the last of all tables that is not after the day asked for; a table without days is of that day. `Denominators`
/// adds communes up by the register from these; the official forms print what is given for their own level, by the codes as
/// they are given, and have no register to look them up in.
struct GivenTotals: Sendable {
  /// The day of the numbers; `nil` when no table has one that is not too late.
  private(set) var day: Day?
  /// The numbers of a unit by group, by the key of the unit; a unit is here too when no number of it can be used.
  private(set) var byUnit: [String: [String: Int64]] = [:]
  /// The units and groups that two rows have a number of, so that neither is used.
  private var twice: Set<Place> = []
  private struct Place: Hashable {
    let unit: String
    let group: String
  }
  /// What every day is at most, where none is asked for.
  private static let last = Day(number: .max)

  /// Without a day every day counts; `key` tells units apart, and gives none for a code that is not known on the day.
  init(
    _ tables: [(rows: Batch, columns: FoundDenominators)], on asOf: Day?, _ findings: inout Findings,
    key: (_ code: String, _ day: Day) -> String?
  ) {
    let limit = asOf ?? Self.last
    let days = tables.flatMap { rows, columns in
      (0..<rows.count).compactMap { Self.day(rows, columns, $0, unless: limit) }
    }
    day = days.filter { $0 <= limit }.max()
    guard let day else { return }
    for (rows, columns) in tables {
      for row in 0..<rows.count where Self.day(rows, columns, row, unless: limit) == day {
        add(rows, columns, row, day, &findings, key)
      }
    }
  }
  private static func day(_ rows: Batch, _ columns: FoundDenominators, _ row: Int, unless limit: Day) -> Day?
  {
    guard let column = columns.asOf else { return limit }
    return rows.columns[column.index].isMissing(row) ? nil : Day(number: rows[column].values[row])
  }
  private mutating func add(
    _ rows: Batch, _ columns: FoundDenominators, _ row: Int, _ day: Day, _ findings: inout Findings,
    _ key: (String, Day) -> String?
  ) {
    func text(_ column: ColumnRef<String>) -> String? {
      rows.columns[column.index].isMissing(row) ? nil : String(decoding: rows[column][row], as: UTF8.self)
    }
    guard let code = text(columns.unit) else { return }
    let isMissing = rows.columns[columns.households.index].isMissing(row)
    guard let unit = key(code, day) else {
      guard !isMissing else { return }
      return findings.add(
        "households.denominator", row: row, of: rows, column: columns.unit.field.name, .noCommune(code, day))
    }
    // Who is listed without a number that can be used is not who is not listed.
    if byUnit[unit] == nil { byUnit[unit] = [:] }
    guard !isMissing else { return }
    let count = rows[columns.households].values[row]
    guard count >= 0 else {
      return findings.add(
        "households.denominator", row: row, of: rows, column: columns.households.field.name,
        Phrase(vi: "số hộ âm", en: "the number of households is negative"))
    }
    let group = columns.group.flatMap(text).map { GroupLabel.folded(label: $0) } ?? "all"
    let place = Place(unit: unit, group: group)
    guard byUnit[unit]?[group] == nil, !twice.contains(place) else {
      twice.insert(place)
      byUnit[unit]?[group] = nil
      return findings.add("households.denominator", row: row, of: rows, .twoTotals(code))
    }
    byUnit[unit]?[group] = count
  }
}

extension Phrase {
  fileprivate static func noCommune(_ code: String, _ day: Day) -> Phrase {
    Phrase(
      vi: "ngày \(day.vietnamese) không có xã mang mã '\(code)'",
      en: "on \(day.iso) there is no commune with the code '\(code)'")
  }
  fileprivate static func twoTotals(_ code: String) -> Phrase {
    Phrase(
      vi: "đơn vị '\(code)' có hai số hộ, nên không số nào được dùng",
      en: "the unit '\(code)' has two numbers of households, so none is used")
  }
}
