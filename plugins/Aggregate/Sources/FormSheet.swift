import Tables

/// A column of an official table.
struct FormColumn: Hashable {
  let heading: String
  /// How it is made: a number of its own, or the percentage that a column is of another, by their places from 0.
  var quotient: [Int] = []
  /// Whether it is printed; the counts of a table of percentages are not.
  var isShown = true
}
/// Columns that are parts of another and nobody's twice, by their places from 0: together they are no more than it.
struct FormParts: Hashable {
  let parts: [Int]
  let whole: Int
  /// Whether the whole is of persons and its part of households, in each of which is at least one.
  var isOfPersons = false
}
/// An official table with its rows; the last is the total.
struct FormSheet {
  /// One row: of a unit, or of all when it has none.
  struct Row {
    let unit: String?
    /// `households`, or `persons` in the tables of movements.
    let counting: String
    var cells: [FormCell]
  }
  /// A row of a unit whose parts are more than their whole.
  struct Excess {
    let unit: String
    let parts: FormParts
    let sum: Int64
    let total: Int64
  }
  let form: OfficialForm
  let columns: [FormColumn]
  /// What cannot be more than what.
  let limits: [FormParts]
  private(set) var rows: [Row] = []
  /// Where parts are more than their whole.
  private(set) var excesses: [Excess] = []

  init(_ form: OfficialForm, _ columns: [FormColumn], limits: [FormParts] = []) {
    (self.form, self.columns, self.limits) = (form, columns, limits)
  }
  /// Adds a row of a unit, whose percentages are made of its counts; `counts` has what is no percentage, in order.
  mutating func add(_ unit: String?, _ counting: String, _ counts: [FormCell]) {
    var (cells, rest) = ([FormCell](), counts[...])
    for column in columns {
      cells.append(column.quotient.isEmpty ? rest.popFirst() ?? .blank("không có số") : .blank(""))
    }
    if let unit { note(unit, cells) }
    // A total has the wrong number of a unit in it.
    let wrong = excesses.filter { unit == nil || $0.unit == unit }.map(\.parts)
    for (place, column) in columns.enumerated() where column.quotient.count == 2 {
      let over = wrong.filter { $0.whole == column.quotient[1] }
      let reason = over.contains { !$0.isOfPersons } ? FormCell.above : FormCell.fewerPersons
      cells[place] =
        over.isEmpty
        ? .percent(cells[column.quotient[0]], of: cells[column.quotient[1]]) : .blank(reason)
    }
    rows.append(Row(unit: unit, counting: counting, cells: cells))
  }
  /// Notes parts that are more than their whole; one that is not known is none too many.
  private mutating func note(_ unit: String, _ cells: [FormCell]) {
    for parts in limits {
      guard let total = cells[parts.whole].count else { continue }
      let sum = parts.parts.reduce(0 as Int64) { $0.addingSaturated(cells[$1].count ?? 0) }
      if sum > total { excesses.append(Excess(unit: unit, parts: parts, sum: sum, total: total)) }
    }
  }
  /// Adds the total of each way of counting; the first so many columns have none, for a reason.
  mutating func addTotals(_ countings: [String], withoutFirst blanks: Int = 0, _ reason: String = "") {
    for counting in countings {
      let own = rows.filter { $0.counting == counting && $0.unit != nil }
      let counts = columns.indices.filter { columns[$0].quotient.isEmpty }.map { place in
        if own.isEmpty { return FormCell.blank("không có đơn vị nào") }
        return place < blanks ? .blank(reason) : FormCell.sum(own.map { $0.cells[place] })
      }
      add(nil, counting, counts)
    }
  }
}
