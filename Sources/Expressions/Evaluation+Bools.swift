import Tables

extension Evaluation {
  /// Computes answers; there is always one for every row.
  func bools(_ plan: BoolPlan) -> BoolLane {
    switch plan {
    case .column(let index):
      guard case .bool(let cells) = batch.columns[index] else {
        preconditionFailure("column \(index) is not of the type the expression was checked with")
      }
      return BoolLane(cells: cells)
    case .constant(let value):
      let bits = Bitmap(repeating: value ?? false, count: rows)
      return BoolLane(cells: Bools(bits, validity: value == nil ? Bitmap(count: rows) : nil))
    case .comparison(let comparison, let a, let b): return compared(comparison, operand(a), operand(b))
    case .between(let a, let low, let high):
      let a = operand(a)
      return joined(
        [compared(.greaterOrEqual, a, operand(low)), compared(.lessOrEqual, a, operand(high))], isAll: true)
    case .among(let a, let list):
      let a = operand(a)
      return joined(list.map { compared(.equal, a, operand($0)) }, isAll: false)
    case .amongNumbers(let a, let list, let hasNull): return among(numbers(a), list, hasNull: hasNull)
    case .amongTexts(let a, let list, let hasNull): return among(texts(a), list, hasNull: hasNull)
    case .isNull(let a): return isNull(operand(a))
    case .like(let a, let pattern): return like(texts(a), pattern)
    case .not(let a):
      var lane = bools(a)
      lane.cells.bits = ~lane.cells.bits
      return lane
    case .all(let plans): return joined(plans.map(bools), isAll: true)
    case .any(let plans): return joined(plans.map(bools), isAll: false)
    case .choice(let choice): return chosen(choice)
    }
  }
  private func joined(_ lanes: [BoolLane], isAll: Bool) -> BoolLane {
    lanes.dropFirst().reduce(lanes[0]) { isAll ? and($0, $1) : negated(and(negated($0), negated($1))) }
  }
  private func negated(_ lane: BoolLane) -> BoolLane {
    var lane = lane
    lane.cells.bits = ~lane.cells.bits
    return lane
  }
  /// False where either is false, true where both are true, else missing.
  private func and(_ a: BoolLane, _ b: BoolLane) -> BoolLane {
    let bits = a.cells.isTrue & b.cells.isTrue
    guard a.cells.validity != nil || b.cells.validity != nil else {
      return BoolLane(cells: Bools(bits), overflow: either(a.overflow, b.overflow))
    }
    let gaps = Gaps(a, b, rows: rows, validity: bits | a.cells.isFalse | b.cells.isFalse)
    return BoolLane(
      cells: Bools(bits, validity: gaps.validity, reasons: gaps.reasons), overflow: gaps.overflow)
  }
  private func isNull(_ operand: Operand) -> BoolLane {
    let (validity, overflow) =
      switch operand {
      case .numbers(let lane, _): (lane.validity(rows), lane.overflow(rows))
      case .texts(let lane): (lane.validity(rows), lane.overflow(rows))
      case .bools(let lane): (lane.validity(rows), lane.overflow(rows))
      case .doubles(let lane): (lane.validity(rows), lane.overflow(rows))
      }
    return BoolLane(cells: Bools(validity.map { ~$0 } ?? Bitmap(count: rows)), overflow: overflow)
  }
  /// Whether each is one of sorted numbers; if not, missing when a missing one is with them.
  private func among(_ lane: Numbers, _ list: [Int64], hasNull: Bool) -> BoolLane {
    let cells = lane.cells.test { list.holds($0) }
    return among(cells, lane, hasNull)
  }
  private func among(_ lane: TextLane, _ list: [[UInt8]], hasNull: Bool) -> BoolLane {
    let count = lane.isConstant ? 1 : rows
    let isExact =
      list.allSatisfy { PlainText.isAlone($0) }
      || list.allSatisfy { PlainText.is($0[...]) } && PlainText.is(lane.cells.bytes[...])
    let found =
      if list.count <= 16, isExact { lane.cells.rows(among: list) } else { found(lane, count, in: list) }
    let cells = Bools(found, validity: lane.cells.validity, reasons: lane.cells.reasons)
    return among(cells, lane, hasNull)
  }
  private func found(_ lane: TextLane, _ count: Int, in list: [[UInt8]]) -> Bitmap {
    let order = TextOrder(lane.cells.bytes)
    return bits(count) { row in order.isIn(lane.cells[row], list) }
  }
  private func among<Cells>(_ found: Bools, _ lane: Lane<Cells>, _ hasNull: Bool) -> BoolLane {
    var found = found
    if hasNull { found.validity = found.isTrue }
    return spread(found, lane.overflow, from: lane.isConstant ? 1 : rows)
  }
  private func like(_ lane: TextLane, _ pattern: Pattern) -> BoolLane {
    let count = lane.isConstant ? 1 : rows
    let isPlain = PlainText.is(lane.cells.bytes[...])
    let matched = bits(count) { pattern.matches(lane.cells[$0], isPlain: isPlain) }
    let cells = Bools(matched, validity: lane.cells.validity, reasons: lane.cells.reasons)
    return spread(cells, lane.overflow, from: count)
  }
}

extension Bools {
  /// The rows that are there and false.
  var isFalse: Bitmap { validity.map { $0 & ~bits } ?? ~bits }
}
extension [Int64] {
  /// Whether a number is among the sorted ones.
  fileprivate func holds(_ value: Int64) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}
