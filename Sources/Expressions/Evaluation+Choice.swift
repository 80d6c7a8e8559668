import Tables

/// Which branch each row takes.
private struct Selection {
  /// The rows that take each branch; no row takes two.
  let taken: [Bitmap]
  var validity: Bitmap
  var overflow: Bitmap?
  var reasons: Reasons?

  init<Cells>(
    _ conditions: [(holds: Bitmap, overflow: Bitmap?)], _ values: [Lane<Cells>], rows: Int
  ) {
    var rest = Bitmap(repeating: true, count: rows)
    var taken: [Bitmap] = []
    for (holds, over) in conditions {
      overflow = either(overflow, over.map { $0 & rest })
      taken.append(rest & holds)
      rest = rest & ~holds
    }
    taken.append(rest)
    self.taken = taken
    validity = Bitmap(count: rows)
    for (taken, lane) in zip(taken, values) {
      validity = validity | (lane.validity(rows).map { $0 & taken } ?? taken)
      overflow = either(overflow, lane.overflow(rows).map { $0 & taken })
    }
    guard values.contains(where: { $0.cells.reasons != nil }) else { return }
    reasons = missing(values, rows)
  }
  private func missing<Cells>(_ values: [Lane<Cells>], _ rows: Int) -> Reasons? {
    var branch = [Int](repeating: 0, count: rows)
    for (index, taken) in taken.enumerated() { for row in taken.rows { branch[row] = index } }
    return Reasons(blankRows: rows, missing: validity) { values[branch[$0]].reason($0) }
  }
}

extension Evaluation {
  private func selection<Plan, Cells>(_ choice: Choice<Plan>, _ values: [Lane<Cells>]) -> Selection {
    guard let conditions = choice.conditions else {
      let all = Bitmap(repeating: true, count: rows)
      let there = values.dropLast().map { (holds: $0.validity(rows) ?? all, overflow: $0.overflow(rows)) }
      return Selection(there, values, rows: rows)
    }
    let holding = conditions.map { condition in
      let lane = bools(condition)
      return (holds: lane.cells.isTrue, overflow: lane.overflow)
    }
    return Selection(holding, values, rows: rows)
  }
  /// The numbers of the branches taken.
  func chosen(_ choice: Choice<NumberPlan>) -> Numbers {
    let lanes = choice.values.map(numbers)
    let selection = selection(choice, lanes)
    var values = [Int64](repeating: 0, count: rows)
    for (taken, lane) in zip(selection.taken, lanes) {
      for row in taken.rows { values[row] = lane.cells.values[row & lane.mask] }
    }
    let cells = Values(values, validity: selection.validity, reasons: selection.reasons)
    return Numbers(cells: cells, overflow: selection.overflow)
  }
  /// The answers of the branches taken.
  func chosen(_ choice: Choice<BoolPlan>) -> BoolLane {
    let lanes = choice.values.map(bools)
    let selection = selection(choice, lanes)
    var bits = Bitmap(count: rows)
    for (taken, lane) in zip(selection.taken, lanes) { bits = bits | (taken & lane.cells.bits) }
    let cells = Bools(bits, validity: selection.validity, reasons: selection.reasons)
    return BoolLane(cells: cells, overflow: selection.overflow)
  }
  /// The texts of the branches taken.
  func chosen(_ choice: Choice<TextPlan>) -> TextLane {
    let lanes = choice.values.map(texts)
    let selection = selection(choice, lanes)
    var branch = [Int](repeating: 0, count: rows)
    for (index, taken) in selection.taken.enumerated() { for row in taken.rows { branch[row] = index } }
    var cells = Texts()
    for row in 0..<rows {
      let lane = lanes[branch[row]]
      cells.append(lane.cells[row & lane.mask])
    }
    (cells.validity, cells.reasons) = (selection.validity, selection.reasons)
    return TextLane(cells: cells, overflow: selection.overflow)
  }
}
