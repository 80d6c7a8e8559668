import Diagnostics

extension RegistryReader {
  /// Checks that what is said of the successors of a unit does not contradict itself: all of it goes to one unit, or parts
  /// of it to several, and each is named once.
  ///
  /// - Parameters:
  ///   - table: The table of the steps.
  ///   - rows: The row of each step.
  mutating func checkSteps(_ table: UnitTable, _ rows: [Int]) {
    var order = Array(steps.indices)
    let isSorted = zip(steps, steps.dropFirst()).allSatisfy { $0.from <= $1.from }
    if !isSorted { order.sort { (steps[$0].from, $0) < (steps[$1].from, $1) } }
    var start = 0
    while start < order.count {
      let end = order[start...].firstIndex { steps[$0].from != steps[order[start]].from } ?? order.count
      if end - start > 1 { checkSteps(Array(order[start..<end]), table, rows) }
      start = end
    }
  }
  /// Checks the steps from one unit.
  private mutating func checkSteps(_ own: [Int], _ table: UnitTable, _ rows: [Int]) {
    var seen: [Int32: Int] = [:]
    let whole = own.first { steps[$0].extent == .full }
    for step in own {
      let row = rows[step]
      let from = table.text(row, 0)
      if let first = seen.updateValue(step, forKey: steps[step].to) {
        problems.add(
          .edgeTwice(from, table.text(row, 1), at: table.place(row, 1), first: table.place(rows[first], 1)))
      } else if let whole, whole != step {
        // Told where the second of the two stands.
        let (later, earlier) = (max(row, rows[whole]), min(row, rows[whole]))
        problems.add(.edgesDisagree(from, at: table.place(later, 2), first: table.place(earlier, 2)))
      }
    }
  }
}

extension UnitTable {
  /// Whether a field has letters written as a letter and marks (Unicode NFD), which Vietnamese in NFC never has.
  func isDecomposed(_ row: Int, _ column: Int) -> Bool {
    let range = range(row, column)
    for index in range where index + 1 < range.upperBound {
      if bytes[index] == 0xCC || bytes[index] == 0xCD && bytes[index + 1] < 0xB0 { return true }
    }
    return false
  }
}
