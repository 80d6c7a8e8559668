import Tables

/// A cell of an official table: blank is not zero and has its reason.
enum FormCell: Hashable {
  case count(Int64)
  case percent(FixedPoint)
  case blank(String)

  /// A count, or why there is none.
  init(_ count: Int64?, else reason: String) { self = count.map { .count($0) } ?? .blank(reason) }
  /// The percentage that a count is of another, with two decimals.
  static func percent(_ part: FormCell, of whole: FormCell) -> FormCell {
    guard case .count(let part) = part else { return part }
    guard case .count(let whole) = whole else { return whole }
    guard whole > 0 else { return .blank("mẫu số là 0") }
    guard part <= whole else { return .blank("tử số lớn hơn mẫu số") }
    return Fraction(Int128(part) * 100, over: Int128(whole))?.rounded(places: 2).map { .percent($0) }
      ?? .blank("không tính được")
  }
  /// The sum of counts, of all of them or none.
  static func sum(_ cells: [FormCell]) -> FormCell {
    var (sum, missing) = (0 as Int64, 0)
    for cell in cells {
      guard case .count(let count) = cell else {
        missing += 1
        continue
      }
      let (next, over) = sum.addingReportingOverflow(count)
      if over { return .blank("tổng quá lớn") }
      sum = next
    }
    return missing == 0 ? .count(sum) : .blank("\(missing) đơn vị không có số")
  }
}

/// A column of an official table.
struct FormColumn: Hashable {
  let heading: String
  /// How it is made: a number of its own, or the percentage that a column is of another, by their places from 0.
  var quotient: [Int] = []
  /// Whether it is printed; the counts of a table of percentages are not.
  var isShown = true
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
  let form: OfficialForm
  let columns: [FormColumn]
  private(set) var rows: [Row] = []

  init(_ form: OfficialForm, _ columns: [FormColumn]) { (self.form, self.columns) = (form, columns) }
  /// Adds a row of a unit, whose percentages are made of its counts; `counts` has what is no percentage, in order.
  mutating func add(_ unit: String?, _ counting: String, _ counts: [FormCell]) {
    var (cells, rest) = ([FormCell](), counts[...])
    for column in columns {
      cells.append(column.quotient.isEmpty ? rest.popFirst() ?? .blank("không có số") : .blank(""))
    }
    for (place, column) in columns.enumerated() where column.quotient.count == 2 {
      cells[place] = .percent(cells[column.quotient[0]], of: cells[column.quotient[1]])
    }
    rows.append(Row(unit: unit, counting: counting, cells: cells))
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
