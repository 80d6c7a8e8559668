import Diagnostics
import Tables

/// What has been read of the tables, with the place of each row, until they have been checked.
struct RegistryReader {
  var problems: Diagnostics
  private(set) var units: [UnitVersion] = []
  private(set) var unitPlaces: [RowPlace] = []
  private(set) var steps: [Succession] = []
  private(set) var stepPlaces: [RowPlace] = []
  private(set) var memberships: [UnitRegistry.Membership] = []
  private(set) var membershipPlaces: [RowPlace] = []
  private(set) var gaps: Set<Gap> = []
  private var sources: [ArraySlice<UInt8>: String] = [:]

  /// A row of a table; the place of a field is worked out only for a message.
  struct RowPlace {
    let table: UnitTable
    let row: Int
    func callAsFunction(_ column: Int) -> SourceRange { table.place(row, column) }
  }
  /// A stretch between two versions of one code that the table declares.
  struct Gap: Hashable {
    let code: String
    let validFrom: Day
    let validTo: Day
  }

  init(problems: Diagnostics) { self.problems = problems }

  private mutating func source(_ table: UnitTable, _ row: Int, _ column: Int) -> String {
    let bytes = table.field(row, column)
    if let known = sources[bytes] { return known }
    let text = table.text(row, column)
    sources[bytes] = text
    return text
  }

  mutating func readUnits(_ table: UnitTable) {
    units.reserveCapacity(table.count)
    for row in 0..<table.count {
      let level = table.word(row, 3, UnitLevel.self, &problems)
      let type = table.word(row, 4, UnitType.self, &problems)
      let days = interval(table, row, 6)
      let area = table.field(row, 8).isEmpty ? nil : table.word(row, 8, AreaType.self, &problems)
      guard let level, let type, let days else { continue }
      let unit = UnitVersion(
        id: table.text(row, 0), code: table.text(row, 1), name: table.text(row, 2), level: level, type: type,
        parent: table.text(row, 5), validFrom: days.from, validTo: days.to, area: area,
        source: source(table, row, 9))
      checkForm(unit, table, row)
      units.append(unit)
      unitPlaces.append(RowPlace(table: table, row: row))
    }
  }
  /// The id says code and day, the code has the length of its level, the type fits the level.
  private mutating func checkForm(_ unit: UnitVersion, _ table: UnitTable, _ row: Int) {
    let dated = unit.level >= .province
    let id = dated ? unit.code + "@" + unit.validFrom.iso : unit.code
    if unit.id != id { problems.add(.badValue(unit.id, expected: id, at: table.place(row, 0))) }
    if let length = unit.level.codeLength,
      unit.code.utf8.count != length || !unit.code.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      problems.add(
        .badValue(unit.code, expected: String(repeating: "0", count: length), at: table.place(row, 1)))
    }
    if !unit.type.levels.contains(unit.level) {
      let levels = unit.type.levels.map(\.rawValue).joined(separator: " | ")
      problems.add(.badValue(unit.level.rawValue, expected: levels, at: table.place(row, 3)))
    }
  }

  mutating func readSteps(_ table: UnitTable) {
    for row in 0..<table.count {
      guard let extent = table.word(row, 2, Succession.Extent.self, &problems) else { continue }
      steps.append(
        Succession(
          from: table.text(row, 0), to: table.text(row, 1), extent: extent, source: source(table, row, 3)))
      stepPlaces.append(RowPlace(table: table, row: row))
    }
  }
  mutating func readMemberships(_ table: UnitTable) {
    for row in 0..<table.count {
      guard let days = interval(table, row, 2) else { continue }
      memberships.append(
        .init(
          region: table.text(row, 0), province: table.text(row, 1), validFrom: days.from, validTo: days.to))
      membershipPlaces.append(RowPlace(table: table, row: row))
    }
  }
  mutating func readGaps(_ table: UnitTable) {
    for row in 0..<table.count {
      guard let days = interval(table, row, 1), let end = days.to else { continue }
      gaps.insert(Gap(code: table.text(row, 0), validFrom: days.from, validTo: end))
    }
  }
  /// Two columns of days, the second empty or later than the first.
  private mutating func interval(_ table: UnitTable, _ row: Int, _ column: Int) -> (from: Day, to: Day?)? {
    let from = table.day(row, column, &problems)
    guard !table.field(row, column + 1).isEmpty else { return from.map { ($0, nil) } }
    guard let to = table.day(row, column + 1, &problems), let from else { return nil }
    guard from < to else {
      problems.add(.badInterval(from, to, at: table.place(row, column + 1)))
      return nil
    }
    return (from, to)
  }
}
extension UnitLevel {
  /// The number of digits of a code of this level.
  var codeLength: Int? {
    switch self {
    case .country, .region: nil
    case .province: 2
    case .district: 3
    case .commune: 5
    }
  }
}
