import Measures
import Standards

/// The movements of units from one table or several; two numbers of one cell are none.
struct JoinedFlows {
  /// The table of each unit.
  private(set) var tables: [String: FlowTable] = [:]
  /// The units of which two tables have two numbers.
  private(set) var disputed: Set<String> = []
  /// The cells of which there are two numbers.
  private var twice: Set<ReportedFlows.Cell> = []

  mutating func add(_ reported: ReportedFlows) {
    for (unit, table) in reported.tables {
      guard let unit else { continue }
      for cell in ReportedFlows.Cell.all(of: unit) {
        add(
          cell, table[cell.kind, cell.counting][cell.term], to: unit, isTwice: reported.twice.contains(cell))
      }
    }
  }
  private mutating func add(_ cell: ReportedFlows.Cell, _ count: Int64?, to unit: String, isTwice: Bool) {
    var table = tables[unit] ?? FlowTable(blank: true)
    defer { tables[unit] = table }
    guard !twice.contains(cell) else { return }
    let known = table[cell.kind, cell.counting][cell.term]
    let differs = known != nil && count != nil && known != count
    if differs { disputed.insert(unit) }
    if isTwice || differs { twice.insert(cell) }
    table[cell.kind, cell.counting][cell.term] = isTwice || differs ? nil : count ?? known
  }
  /// A number of an official table, or why there is none.
  func number(_ unit: String, _ kind: HouseholdClass, _ counting: FlowTable.Unit, _ term: FlowTerm)
    -> FormCell
  {
    let cell = ReportedFlows.Cell(unit: unit, kind: kind, counting: counting, term: term)
    guard !twice.contains(cell) else { return .blank("có hai số khác nhau về diễn biến") }
    guard let table = tables[unit] else { return .blank("không có bảng diễn biến") }
    return FormCell(table[kind, counting][term], else: "bảng diễn biến không có số")
  }
}
