import Tables

/// A computed side of a comparison.
enum Operand {
  case numbers(Numbers, scale: Int)
  case texts(TextLane)
  case bools(BoolLane)
  case doubles(Lane<Values<Double>>)
}

extension Evaluation {
  /// Computes a side of a comparison.
  func operand(_ plan: Plan) -> Operand {
    switch plan {
    case .numbers(let plan, let scale): return .numbers(numbers(plan), scale: scale)
    case .texts(let plan): return .texts(texts(plan))
    case .bools(let plan): return .bools(bools(plan))
    case .doubles(let index):
      guard case .double(let cells) = batch.columns[index] else {
        preconditionFailure("column \(index) is not of the type the expression was checked with")
      }
      return .doubles(Lane(cells: cells))
    }
  }
  /// Compares two sides; there is an answer for every row.
  func compared(_ comparison: Comparison, _ a: Operand, _ b: Operand) -> BoolLane {
    switch (a, b) {
    case (.numbers(let x, let s), .numbers(let y, let t)):
      let found = s == t ? same(comparison, x, y) : scaled(comparison, x, s, y, t)
      return answer(found, x, y)
    case (.texts(let x), .texts(let y)): return answer(texts(comparison, x, y), x, y)
    case (.bools(let x), .bools(let y)):
      let differ = (x.cells.bits & ~y.cells.bits) | (~x.cells.bits & y.cells.bits)
      return answer(comparison == .equal ? ~differ : differ, x, y)
    case (.doubles(let x), .doubles(let y)): return answer(doubles(comparison, x, y), x, y)
    case (.doubles(let x), .numbers(let y, let scale)):
      let y = floating(y, scale)
      return answer(doubles(comparison, x, y), x, y)
    case (.numbers(let x, let scale), .doubles(let y)):
      let x = floating(x, scale)
      return answer(doubles(comparison, x, y), x, y)
    default: preconditionFailure("the sides of a comparison are of different types")
    }
  }
  private func answer<A, B>(_ found: Bitmap, _ a: Lane<A>, _ b: Lane<B>) -> BoolLane {
    let gaps = Gaps(a, b, rows: found.count)
    let cells = Bools(found, validity: gaps.validity, reasons: gaps.reasons)
    return spread(cells, gaps.overflow, from: rows(a, b))
  }

  private func same(_ comparison: Comparison, _ a: Numbers, _ b: Numbers) -> Bitmap {
    if b.isConstant, !a.isConstant {
      let y = b.cells.values[0]
      switch comparison {
      case .equal: return a.cells.test { $0 == y }.bits
      case .unequal: return a.cells.test { $0 != y }.bits
      case .less: return a.cells.test { $0 < y }.bits
      case .lessOrEqual: return a.cells.test { $0 <= y }.bits
      case .greater: return a.cells.test { $0 > y }.bits
      case .greaterOrEqual: return a.cells.test { $0 >= y }.bits
      }
    }
    return a.cells.values.withUnsafeBufferPointer { x in
      b.cells.values.withUnsafeBufferPointer { y in
        if !a.isConstant, !b.isConstant { return bits(comparison, rows, x, y) }
        return bits(comparison, rows(a, b), { x[$0 & a.mask] }, { y[$0 & b.mask] })
      }
    }
  }
  /// Compares exactly at the scales of both: 2^63 times 10^18 fits in 128 bits.
  private func scaled(_ comparison: Comparison, _ a: Numbers, _ s: Int, _ b: Numbers, _ t: Int) -> Bitmap {
    let f = FixedPoint.power(Swift.max(0, t - s))
    let g = FixedPoint.power(Swift.max(0, s - t))
    return a.cells.values.withUnsafeBufferPointer { x in
      b.cells.values.withUnsafeBufferPointer { y in
        bits(comparison, rows(a, b), { Int128(x[$0 & a.mask]) * f }, { Int128(y[$0 & b.mask]) * g })
      }
    }
  }
  private func doubles(
    _ comparison: Comparison, _ a: Lane<Values<Double>>, _ b: Lane<Values<Double>>
  ) -> Bitmap {
    let (x, y) = (a.cells.values, b.cells.values)
    return bits(comparison, rows(a, b), { x[$0 & a.mask] }, { y[$0 & b.mask] })
  }
  /// The nearest floating-point numbers, so that what was written alike compares alike.
  private func floating(_ lane: Numbers, _ scale: Int) -> Lane<Values<Double>> {
    let power = Double(FixedPoint.power(scale))
    return Lane(
      cells: lane.cells.map { Double($0) / power }, isConstant: lane.isConstant, overflow: lane.overflow)
  }
  private func texts(_ comparison: Comparison, _ a: TextLane, _ b: TextLane) -> Bitmap {
    if comparison == .equal || comparison == .unequal, !a.isConstant, b.isConstant,
      PlainText.isAlone(b.cells.bytes)
        || PlainText.is(a.cells.bytes[...]) && PlainText.is(b.cells.bytes[...])
    {
      let equal = a.cells.rows(equalTo: b.cells.bytes)
      return comparison == .equal ? equal : ~equal
    }
    let order = TextOrder(a.cells.bytes, b.cells.bytes)
    let count = rows(a, b)
    let (x, y) = (a.cells, b.cells)
    let (s, t) = (a.mask, b.mask)
    switch comparison {
    case .equal: return bits(count) { order.areEqual(x[$0 & s], y[$0 & t]) }
    case .unequal: return ~bits(count) { order.areEqual(x[$0 & s], y[$0 & t]) }
    case .less: return bits(count) { order.isLess(x[$0 & s], y[$0 & t]) }
    case .lessOrEqual: return ~bits(count) { order.isLess(y[$0 & t], x[$0 & s]) }
    case .greater: return bits(count) { order.isLess(y[$0 & t], x[$0 & s]) }
    case .greaterOrEqual: return ~bits(count) { order.isLess(x[$0 & s], y[$0 & t]) }
    }
  }
}

/// The answers to one comparison of two columns, read on row after row: each loop is compiled with its comparison.
private func bits(
  _ comparison: Comparison, _ count: Int, _ x: UnsafeBufferPointer<Int64>, _ y: UnsafeBufferPointer<Int64>
) -> Bitmap {
  switch comparison {
  case .equal: bits(count) { x[$0] == y[$0] }
  case .unequal: bits(count) { x[$0] != y[$0] }
  case .less: bits(count) { x[$0] < y[$0] }
  case .lessOrEqual: bits(count) { x[$0] <= y[$0] }
  case .greater: bits(count) { x[$0] > y[$0] }
  case .greaterOrEqual: bits(count) { x[$0] >= y[$0] }
  }
}
/// The answers to one comparison of numbers, in a loop of its own.
@inline(__always) private func bits<N: Comparable>(
  _ comparison: Comparison, _ count: Int, _ a: (Int) -> N, _ b: (Int) -> N
) -> Bitmap {
  switch comparison {
  case .equal: bits(count) { a($0) == b($0) }
  case .unequal: bits(count) { a($0) != b($0) }
  case .less: bits(count) { a($0) < b($0) }
  case .lessOrEqual: bits(count) { a($0) <= b($0) }
  case .greater: bits(count) { a($0) > b($0) }
  case .greaterOrEqual: bits(count) { a($0) >= b($0) }
  }
}
