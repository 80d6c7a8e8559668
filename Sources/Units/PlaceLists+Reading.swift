import Diagnostics
import StageKit
import Tables

extension PlaceLists {
  /// Reads the two tables of lists in the folder of a register, if there are any, and checks them against its units.
  ///
  /// - Throws: `units.bad-header`, `units.bad-row`, `units.bad-value`, `units.bad-interval`, `units.unknown-id`,
  ///   `units.list-not-valid`, `units.list-overlap`, `units.list-stretch`, `units.list-count`: all of them at once.
  static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles, _ units: UnitRegistry
  ) throws(Diagnostics) -> PlaceLists {
    guard names(in: path, files).contains("lists.csv") else { return PlaceLists() }
    var problems = Diagnostics()
    func table(_ name: String, _ columns: [String]) throws(Diagnostics) -> UnitTable {
      let file = path + "/" + name
      return UnitTable(file, try files.bytes(file, namedAt: range), columns: columns, &problems)
    }
    let stretches = try table(
      "list-stretches.csv",
      ["list", "name", "valid_from", "valid_to", "complete", "members", "decision", "source"])
    let members = try table("lists.csv", ["list", "unit", "valid_from", "valid_to", "decision", "source"])
    var reader = ListReader(units: units, problems: problems)
    reader.readStretches(stretches)
    reader.readMembers(members)
    reader.check()
    try reader.problems.throwIfAny()
    return PlaceLists(stretches: reader.stretches.map(\.0), members: reader.members.map(\.0))
  }
  /// A register need not have lists, so a folder that cannot be listed has none.
  private static func names(in path: String, _ files: ProjectFiles) -> [String] {
    do { return try files.list(path) } catch { return [] }
  }
}

/// What has been read of the tables of lists, with the place of each row, until it has been checked.
private struct ListReader {
  /// A row of a table; the place of a field is worked out only for a message.
  struct Place {
    let table: UnitTable
    let row: Int
    func callAsFunction(_ column: Int) -> SourceRange { table.place(row, column) }
  }
  let units: UnitRegistry
  var problems: Diagnostics
  private(set) var stretches: [(PlaceLists.Stretch, Place)] = []
  private(set) var members: [(PlaceLists.Member, Place)] = []

  init(units: UnitRegistry, problems: Diagnostics) { (self.units, self.problems) = (units, problems) }

  /// Two columns of days, the second empty or later than the first.
  private mutating func interval(_ table: UnitTable, _ row: Int, _ column: Int) -> (from: Day, to: Day?)? {
    let from = table.day(row, column, &problems)
    guard !table.text(row, column + 1).isEmpty else { return from.map { ($0, nil) } }
    guard let to = table.day(row, column + 1, &problems), let from else { return nil }
    guard from < to else {
      problems.add(.badInterval(from, to, at: table.place(row, column + 1)))
      return nil
    }
    return (from, to)
  }
  mutating func readStretches(_ table: UnitTable) {
    for row in 0..<table.count {
      let days = interval(table, row, 2)
      let isComplete = table.text(row, 4)
      let count = table.text(row, 5)
      if !["yes", "no"].contains(isComplete) {
        problems.add(.badValue(isComplete, expected: "yes | no", at: table.place(row, 4)))
      } else if !count.isEmpty, Int(count).map({ $0 < 0 }) ?? true {
        problems.add(.badValue(count, expected: "54", at: table.place(row, 5)))
      } else if let days {
        stretches.append(
          (
            PlaceLists.Stretch(
              list: table.text(row, 0), name: table.text(row, 1), validFrom: days.from, validTo: days.to,
              isComplete: isComplete == "yes", count: Int(count), decision: table.text(row, 6),
              source: table.text(row, 7)), ListReader.Place(table: table, row: row)
          ))
      }
    }
  }
  mutating func readMembers(_ table: UnitTable) {
    for row in 0..<table.count {
      guard let days = interval(table, row, 2) else { continue }
      members.append(
        (
          PlaceLists.Member(
            list: table.text(row, 0), unit: table.text(row, 1), validFrom: days.from, validTo: days.to,
            decision: table.text(row, 4), source: table.text(row, 5)),
          ListReader.Place(table: table, row: row)
        ))
    }
  }

  mutating func check() {
    let known = stretches.map(\.0)
    for (index, (stretch, place)) in stretches.enumerated() {
      let before = known[..<index].contains { one in
        one.list == stretch.list
          && overlap((one.validFrom, one.validTo), (stretch.validFrom, stretch.validTo))
      }
      if before { problems.add(.listOverlap(stretch.list, stretch.list, at: place(2))) }
    }
    for (index, (member, place)) in members.enumerated() {
      checkUnit(member, place)
      let before = members[..<index].contains { one, _ in
        one.list == member.list && one.unit == member.unit
          && overlap((one.validFrom, one.validTo), (member.validFrom, member.validTo))
      }
      if before { problems.add(.listOverlap(member.unit, member.list, at: place(2))) }
      if let missing = uncovered(member, known) {
        problems.add(.listStretch(member.list, on: missing, among: known.map(\.list), at: place(0)))
      }
    }
    for (stretch, place) in stretches where stretch.isComplete {
      let found = members.filter { $0.0.list == stretch.list && $0.0.isValid(on: stretch.validFrom) }.count
      if stretch.count != found { problems.add(.listCount(stretch, found: found, at: place(5))) }
    }
  }
  /// The unit version is known, and valid as long as it is on the list.
  private mutating func checkUnit(_ member: PlaceLists.Member, _ place: Place) {
    do throws(Diagnostics) {
      let unit = try units.resolve(id: member.unit, at: place(1))
      let last = member.validTo.map { Day(number: $0.number - 1) }
      let isLong = unit.validTo == nil || last.map { unit.isValid(on: $0) } ?? false
      if !unit.isValid(on: member.validFrom) || !isLong { problems.add(.listNotValid(unit, at: place(2))) }
    } catch { for problem in error.all { problems.add(problem) } }
  }
  /// The first day of a member on which no stretch of its list holds.
  private func uncovered(_ member: PlaceLists.Member, _ known: [PlaceLists.Stretch]) -> Day? {
    var day = member.validFrom
    let own = known.filter { $0.list == member.list }.sorted { $0.validFrom < $1.validFrom }
    for stretch in own where stretch.isValid(on: day) {
      guard let end = stretch.validTo else { return nil }
      day = end
    }
    if let end = member.validTo, day >= end { return nil }
    return day
  }
  private func overlap(_ a: (Day, Day?), _ b: (Day, Day?)) -> Bool {
    (b.1.map { a.0 < $0 } ?? true) && (a.1.map { b.0 < $0 } ?? true)
  }
}

extension Diagnostic {
  fileprivate static func listOverlap(_ what: String, _ list: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "units.list-overlap",
      what == list
        ? Phrase(
          vi: "danh sách '\(list)' có hai quyết định trong cùng một ngày",
          en: "the list '\(list)' has two decisions on one day")
        : Phrase(
          vi: "'\(what)' có hai dòng trong danh sách '\(list)' cùng một ngày",
          en: "'\(what)' is twice on the list '\(list)' on one day"), at: range,
      hint: Phrase(
        vi: "để khoảng trước kết thúc ở ngày khoảng sau bắt đầu",
        en: "let the earlier stretch end on the day the later one begins"))
  }
  fileprivate static func listNotValid(_ unit: UnitVersion, at range: SourceRange) -> Diagnostic {
    let end = unit.validTo
    return Diagnostic(
      "units.list-not-valid",
      Phrase(
        vi: "'\(unit.id)' không có hiệu lực suốt thời gian nằm trong danh sách",
        en: "'\(unit.id)' is not valid for as long as it is on the list"), at: range,
      hint: Phrase(
        vi:
          "\(unit.name) có hiệu lực từ \(unit.validFrom.vietnamese)\(end.map { " đến trước \($0.vietnamese)" } ?? ""); thời gian sau đó thuộc về phiên bản khác",
        en:
          "\(unit.name) is valid from \(unit.validFrom.iso)\(end.map { " until before \($0.iso)" } ?? ""); other days belong to another version"
      ))
  }
  fileprivate static func listStretch(
    _ list: String, on day: Day, among known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "units.list-stretch",
      Phrase(
        vi: "list-stretches.csv không có danh sách '\(list)' vào ngày \(day.vietnamese)",
        en: "list-stretches.csv has no list '\(list)' on \(day.iso)"), at: range,
      hint: known.contains(list) ? nil : Array(Set(known)).sorted().suggestion(for: list))
  }
  fileprivate static func listCount(
    _ stretch: PlaceLists.Stretch, found: Int, at range: SourceRange
  ) -> Diagnostic {
    let count = stretch.count.map { "\($0)" } ?? "?"
    return Diagnostic(
      "units.list-count",
      Phrase(
        vi: "danh sách '\(stretch.list)' ghi là đủ \(count) đơn vị, mà có \(found)",
        en: "the list '\(stretch.list)' claims to be complete with \(count) units, and has \(found)"),
      at: range,
      hint: Phrase(
        vi: "bổ sung lists.csv, hoặc ghi complete là no", en: "complete lists.csv, or say `no` in `complete`")
    )
  }
}
