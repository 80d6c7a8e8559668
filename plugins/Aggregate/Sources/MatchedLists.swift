import Diagnostics
import Measures
import StageKit
import Tables

/// Lists of households of several years, matched by id.
///
/// A household with a mistake in one year is left out of all of them: half of it would be a movement that was not.
struct MatchedLists {
  private var histories: ClassHistories
  /// The unit of each household of the histories, in the last two years.
  private var units: [[String?]] = []
  /// The ids that are left out.
  private var spoiled: Set<String> = []
  private var ids: [String] = []
  /// The column of units; `nil` where none is asked for.
  private var unitColumn: String?

  /// The standards of each year, as its list says them.
  private var standards: [Set<String>]

  init(years: Int) {
    histories = ClassHistories(years: 0..<years)
    standards = Array(repeating: [], count: years)
  }

  /// Adds the list of a year; what is wrong with its rows is told.
  mutating func add(_ rows: Batch, _ columns: FlowColumns, year: Int, _ findings: inout Findings) {
    unitColumn = columns.unit?.field.name
    standards[year].formUnion(columns.standard.map { rows.words($0) } ?? [])
    for row in 0..<rows.count {
      guard let id = rows.text(columns.id, row), !id.isEmpty else {
        findings.add(
          "flows.no-id", row: row, of: rows, column: columns.id.field.name,
          Phrase(
            vi: "hộ không có mã nên không đối chiếu được", en: "a household without an id cannot be matched"))
        continue
      }
      let members: Int64? = columns.members.map { $0.number(row, rows) } ?? 1
      do throws(MeasureProblem) {
        guard let members else { throw .negative }
        let word = rows.text(columns.word, row) ?? ""
        let place = try histories.add(id, in: year, word: word, persons: members)
        if place == units.count {
          units.append([nil, nil])
          ids.append(id)
        }
        let last = year - (histories.years.count - 2)
        if last >= 0 {
          units[place][last] = columns.unit.flatMap { rows.text($0, row) }.flatMap { $0.isEmpty ? nil : $0 }
        }
      } catch {
        spoiled.insert(id)
        findings.add(error.code.rawValue, row: row, of: rows, column: columns.name(of: error), error.inList)
      }
    }
  }

  /// The households of which no row is wrong, year by year; how many are left out is told.
  func rightHistories(_ findings: inout Findings) -> ClassHistories {
    tellSpoiled(&findings)
    return histories.keeping { !spoiled.contains(ids[$0]) }
  }
  private func tellSpoiled(_ findings: inout Findings) {
    guard !spoiled.isEmpty else { return }
    findings.add(
      "flows.left-out", file: "", line: 0,
      Phrase(
        vi: "\(spoiled.count) hộ có dòng sai nên không nằm trong bảng diễn biến nào",
        en: "\(spoiled.count) households have a row that is wrong, and are in no movements"))
  }

  /// Tells how many households no unit is known of.
  private func tell(_ nowhere: Int, _ findings: inout Findings) {
    guard let unitColumn, nowhere > 0 else { return }
    findings.add(
      "flows.no-unit", file: "", line: 0, column: unitColumn,
      Phrase(
        vi: "\(nowhere) hộ thiếu mã đơn vị: chỉ nằm trong bảng chung, không trong bảng của đơn vị nào",
        en: "\(nowhere) households lack the code of a unit: they are in the table of all, and in that of none"
      ))
  }

  /// The movements of all, and of each unit by its code.
  func tables(_ unlisted: FlowTable.Unlisted, _ findings: inout Findings) -> [(
    unit: String?, table: FlowTable
  )] {
    var (all, byUnit, nowhere) = (FlowTable(), [String: FlowTable](), 0)
    for (place, entries) in histories.entries.enumerated() where !spoiled.contains(ids[place]) {
      let earlier = entries.dropLast(2).compactMap { $0?.class }
      let (before, after) = (entries[entries.count - 2], entries[entries.count - 1])
      all.add(before, after, earlier: earlier, unlisted: unlisted)
      let (from, to) = (units[place][0], units[place][1])
      guard let from, let to, from != to else {
        // A unit that is missing in one year is no move: the household is where it is known to be.
        if let unit = to ?? from {
          byUnit[unit, default: FlowTable()].add(before, after, earlier: earlier, unlisted: unlisted)
        } else if before != nil || after != nil {
          nowhere += 1
        }
        continue
      }
      // Who moved within the province left one unit and came to another, whatever their class.
      byUnit[from, default: FlowTable()].add(before, nil, earlier: earlier)
      byUnit[to, default: FlowTable()].add(nil, after, earlier: earlier)
    }
    tellSpoiled(&findings)
    tell(nowhere, &findings)
    for fault in all.faults() { findings.add(fault.code.rawValue, file: "", line: 0, fault.phrase) }
    let units = byUnit.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let tables: [(unit: String?, table: FlowTable)] = [(nil, all)] + units.map { ($0.key, $0.value) }
    for (unit, table) in tables { table.tellOverflow(of: unit, &findings) }
    return tables
  }
}

extension MatchedLists {
  /// Tells of lists of several standards; gives whether those of some years, as far as they say it, are of one.
  ///
  /// Who changes class because the standard has changed did not move, so that nothing is made of such years. An earlier list of
  /// another standard says who relapsed all the same, and is told.
  func tellStandards(of years: Range<Int>, _ findings: inout Findings) -> Bool {
    let all = standards.reduce(into: Set<String>()) { $0.formUnion($1) }
    guard all.count > 1 else { return true }
    let isOne = standards[years].reduce(into: Set<String>()) { $0.formUnion($1) }.count < 2
    let names = all.sorted().joined(separator: ", ")
    findings.add(
      "flows.standards", file: "", line: 0, column: "standard",
      isOne
        ? Phrase(
          vi:
            "danh sách các năm trước theo chuẩn khác (\(names)): hộ tái nghèo là hộ từng nghèo theo chuẩn của năm ấy; bỏ các danh sách ấy nếu chỉ tính một chuẩn",
          en:
            "earlier lists are of another standard (\(names)): who relapsed was poor by the standard of that year; leave those lists out to count by one"
        )
        : Phrase(
          vi:
            "các danh sách theo nhiều chuẩn (\(names)): đổi loại vì chuẩn đổi không phải là biến động, nên không có số nào; phân loại mọi năm theo một chuẩn rồi chạy lại",
          en:
            "the lists are of several standards (\(names)): who changes class because the standard did has not moved, so there are no numbers; classify all years by one and run again"
        ))
    return isOne
  }
}
extension FlowTable {
  /// Tells of numbers that are too large.
  fileprivate func tellOverflow(of unit: String?, _ findings: inout Findings) {
    let blanks = Self.classes.flatMap { kind in
      Unit.allCases.flatMap { counting in FlowTerm.allCases.filter { self[kind, counting][$0] == nil } }
    }
    guard !blanks.isEmpty else { return }
    let columns = Set(blanks.map(\.rawValue)).sorted().map(String.init).joined(separator: ", ")
    let name = unit.map { Phrase(vi: "đơn vị \($0): ", en: "unit \($0): ") } ?? Phrase(same: "")
    findings.add(
      "flows.overflow", file: "", line: 0, column: "count",
      Phrase(
        vi: "\(name.vi)tổng ở cột \(columns) quá lớn nên để trống; xem lại các số nhân khẩu rất lớn",
        en: "\(name.en)sums in the columns \(columns) are too large and left out; look at the largest numbers"
      ))
  }
}

extension FlowColumns {
  /// The column that a problem is in.
  fileprivate func name(of problem: MeasureProblem) -> String {
    switch problem {
    case .unknownClass: word.field.name
    case .negative: members?.field.name ?? id.field.name
    default: id.field.name
    }
  }
}
extension ColumnRef<Int64> {
  /// A number; `nil` where it is missing.
  fileprivate func number(_ row: Int, _ rows: Batch) -> Int64? {
    rows.columns[index].isMissing(row) ? nil : rows[self].values[row]
  }
}
extension Batch {
  /// A text; `nil` where it is missing.
  fileprivate func text(_ column: ColumnRef<String>, _ row: Int) -> String? {
    columns[column.index].isMissing(row) ? nil : String(decoding: self[column][row], as: UTF8.self)
  }
  /// The different texts of a column.
  fileprivate func words(_ column: ColumnRef<String>) -> Set<String> {
    var ids = TextIDs()
    _ = ids.ids(of: self[column])
    return Set(
      (1..<max(1, ids.count)).compactMap { id in
        ids.text(id).map { String(decoding: GroupLabel.folded($0), as: UTF8.self) }
      }
    ).subtracting([""])
  }
}
extension MeasureProblem {
  /// What is wrong with a row of a list, whose year is told by its file.
  fileprivate var inList: Phrase {
    guard case .idTwice = self else { return phrase }
    return Phrase(vi: "mã hộ này đứng hai lần trong danh sách", en: "this id stands twice in the list")
  }
}
