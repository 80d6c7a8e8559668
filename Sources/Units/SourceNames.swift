import Diagnostics

/// The sources of rows as numbers: rows of `sources.csv` by id, or the texts in the rows themselves.
struct SourceNames: Sendable {
  private(set) var titles: [String] = []
  private var numbers: [[UInt8]: Int32] = [:]
  private let isListed: Bool
  /// The text that was asked for last, which is mostly the next one too.
  private var last: (text: [UInt8], number: Int32)?

  /// Takes the rows of `sources.csv`; `nil` when the rows of the other tables write their sources out.
  init(_ list: UnitTable?, _ problems: inout Diagnostics) {
    isListed = list != nil
    guard let list else { return }
    for row in 0..<list.count {
      let id = Array(list.field(row, 0))
      if numbers[id] != nil {
        problems.add(.duplicateSource(list.text(row, 0), at: list.place(row, 0)))
      }
      numbers[id] = Int32(truncatingIfNeeded: titles.count)
      titles.append(list.text(row, 1))
    }
  }
  /// The number of the source in a field; tells of one that is not listed.
  @inline(__always) mutating func number(
    _ table: UnitTable, _ row: Int, _ column: Int, _ problems: inout Diagnostics
  ) -> Int32 {
    if let last, table.bytes.has(last.text, at: table.range(row, column)) { return last.number }
    return search(table, row, column, &problems)
  }
  private mutating func search(
    _ table: UnitTable, _ row: Int, _ column: Int, _ problems: inout Diagnostics
  ) -> Int32 {
    let text = Array(table.field(row, column))
    if let number = numbers[text] {
      last = (text, number)
      return number
    }
    guard !isListed else {
      problems.add(.unknownSource(table.text(row, column), at: table.place(row, column)))
      return 0
    }
    let number = Int32(truncatingIfNeeded: titles.count)
    numbers[text] = number
    titles.append(table.text(row, column))
    last = (text, number)
    return number
  }
}
