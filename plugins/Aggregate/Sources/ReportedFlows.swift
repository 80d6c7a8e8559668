import Diagnostics
import Measures
import StageKit
import Standards
import Tables

/// Tables of movements as they are read back, from `households.flows` or from what a commune reported.
struct ReportedFlows {
  /// The columns, found.
  struct Columns: Sendable {
    let unit: ColumnRef<String>?
    let kind: ColumnRef<String>
    let weight: ColumnRef<String>?
    let column: ColumnRef<Int64>
    let count: ColumnRef<Int64>

    init(in schema: Schema, _ plan: inout Planning) {
      unit = schema["unit"] == nil ? nil : plan.column("unit", in: schema)
      kind = plan.column("class", in: schema)
      weight = schema["weight"] == nil ? nil : plan.column("weight", in: schema)
      column = plan.column("column", in: schema)
      count = plan.column("count", in: schema)
    }
  }
  /// A cell of the official table.
  struct Cell: Hashable {
    let unit: String?
    let kind: HouseholdClass
    let counting: FlowTable.Unit
    let term: FlowTerm
    /// The cells of the table of a unit.
    static func all(of unit: String) -> [Cell] {
      FlowTable.classes.flatMap { kind in
        FlowTable.Unit.allCases.flatMap { counting in
          FlowTerm.allCases.map { Cell(unit: unit, kind: kind, counting: counting, term: $0) }
        }
      }
    }
  }
  private let rows: Batch
  private let columns: Columns
  /// The tables by unit; the key without a unit is the table of all.
  private(set) var tables: [String?: FlowTable] = [:]
  /// The cells that stand twice, so that neither number is used.
  private(set) var twice: Set<Cell> = []
  /// The row of each cell.
  private var places: [Cell: Int] = [:]

  init(_ rows: Batch, _ columns: Columns, _ findings: inout Findings) {
    (self.rows, self.columns) = (rows, columns)
    for row in 0..<rows.count {
      guard let cell = cell(row) else {
        findings.add(
          "flows.row", row: row, of: rows, column: columns.kind.field.name,
          Phrase(
            vi: "dòng này không phải một cột của biểu diễn biến", en: "this row is no column of the movements"
          ))
        continue
      }
      guard places.updateValue(row, forKey: cell) == nil else {
        twice.insert(cell)
        tables[cell.unit]?[cell.kind, cell.counting][cell.term] = nil
        findings.add(
          "flows.row", row: row, of: rows, column: columns.count.field.name,
          Phrase(
            vi: "cột \(cell.term.rawValue) đứng hai lần: không số nào được dùng",
            en: "column \(cell.term.rawValue) stands twice: neither number is used"))
        continue
      }
      let isMissing = rows.columns[columns.count.index].isMissing(row)
      tables[cell.unit, default: FlowTable(blank: true)][cell.kind, cell.counting][cell.term] =
        isMissing ? nil : rows[columns.count].values[row]
    }
  }
  private func cell(_ row: Int) -> Cell? {
    func text(_ column: ColumnRef<String>?) -> String? {
      guard let column, !rows.columns[column.index].isMissing(row) else { return nil }
      return String(decoding: rows[column][row], as: UTF8.self)
    }
    guard let kind = text(columns.kind).flatMap({ HouseholdClass(rawValue: $0) }),
      FlowTable.classes.contains(kind), !rows.columns[columns.column.index].isMissing(row),
      let number = Int(exactly: rows[columns.column].values[row]), let term = FlowTerm(rawValue: number)
    else { return nil }
    let word = columns.weight == nil ? "households" : text(columns.weight)
    guard word == "households" || word == "persons" else { return nil }
    return Cell(
      unit: text(columns.unit), kind: kind, counting: word == "persons" ? .persons : .households, term: term)
  }

  /// Tells where the opening of tables is not the closing of these, at the row of the closing.
  ///
  /// Where the tables have no persons, nothing is said of those.
  func tellOpenings(
    _ later: [(unit: String?, table: FlowTable)], hasPersons: Bool, _ findings: inout Findings
  ) {
    let made = Dictionary(later.map { ($0.unit, $0.table) }) { a, _ in a }
    // Where the later tables have units, a unit that is gone began with nobody.
    let hasUnits = later.contains { $0.unit != nil }
    for (unit, last) in tables.sorted(by: {
      ($0.key ?? "").utf8.lexicographicallyPrecedes(($1.key ?? "").utf8)
    }) {
      guard let table = made[unit] ?? (unit == nil || !hasUnits ? nil : FlowTable()) else { continue }
      for fault in table.faults(after: last) {
        guard case .opening(let kind, let counting, _, _) = fault else { continue }
        guard hasPersons || counting == .households else { continue }
        let cell = Cell(unit: unit, kind: kind, counting: counting, term: .closing)
        let name = unit.map { Phrase(vi: "đơn vị \($0): ", en: "unit \($0): ") } ?? Phrase(same: "")
        findings.add(
          fault.code.rawValue, row: places[cell] ?? 0, of: rows, column: columns.count.field.name,
          Phrase(vi: name.vi + fault.phrase.vi, en: name.en + fault.phrase.en))
      }
    }
  }
}
