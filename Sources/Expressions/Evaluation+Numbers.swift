import Tables

extension Evaluation {
  /// Computes whole numbers.
  func numbers(_ plan: NumberPlan) -> Numbers {
    switch plan {
    case .column(let index): column(index)
    case .constant(let value): constant(value)
    case .sum(let a, let b, let minus): sum(a, b, minus: minus)
    case .product(let a, let b):
      combined(numbers(a), numbers(b)) { $0.multipliedReportingOverflow(by: $1) }
    case .negated(let a): combined(constant(0), numbers(a)) { $0.subtractingReportingOverflow($1) }
    case .absolute(let a):
      combined(constant(0), numbers(a)) { zero, x in x < 0 ? zero.subtractingReportingOverflow(x) : (x, false)
      }
    case .scaled(let a): scaled(a)
    case .quotient(let a, let b, let exponent): quotient(numbers(a), numbers(b), exponent)
    case .remainder(let a, let b): remainder(a, b)
    case .extreme(let plans, let greatest): extreme(plans, greatest: greatest)
    case .age(let a, let day): mapped(numbers(a)) { [civil = Day(number: day).civil] in age($0, at: civil) }
    case .year(let a): mapped(numbers(a)) { Int64(Day(number: Int32(truncatingIfNeeded: $0)).year) }
    case .length(let a): length(texts(a))
    case .countTrue(let plans): countTrue(plans)
    case .choice(let choice): chosen(choice)
    }
  }
  private func column(_ index: Int) -> Numbers {
    switch batch.columns[index] {
    case .int(let cells): Numbers(cells: cells)
    case .decimal(let cells): Numbers(cells: cells.units)
    case .date(let cells): Numbers(cells: cells.map { Int64($0) })
    default: preconditionFailure("column \(index) is not of the type the expression was checked with")
    }
  }
  func constant(_ value: Int64?) -> Numbers {
    let validity = value == nil ? Bitmap(count: 1) : nil
    return Numbers(cells: Values([value ?? 0], validity: validity), isConstant: true)
  }
  private func mapped(_ a: Numbers, _ transform: (Int64) -> Int64) -> Numbers {
    Numbers(cells: a.cells.map(transform), isConstant: a.isConstant, overflow: a.overflow)
  }

  /// A number of every two, and whether it did not fit.
  @inline(__always) private func combined(
    _ a: Numbers, _ b: Numbers, _ combine: (Int64, Int64) -> (Int64, Bool)
  ) -> Numbers {
    let count = rows(a, b)
    var isOver = 0 as UInt8
    let values = [Int64](unsafeUninitializedCapacity: count) { values, filled in
      each(a, b, count) { row, x, y in
        let (value, over) = combine(x, y)
        values.initializeElement(at: row, to: value)
        isOver |= over ? 1 : 0
      }
      filled = count
    }
    let overflow =
      isOver != 0 ? bits(count) { combine(a.cells.values[$0 & a.mask], b.cells.values[$0 & b.mask]).1 } : nil
    return result(values, a, b, overflow)
  }
  /// Numbers with what is missing and what did not fit, which cannot be where nothing is.
  private func result(_ values: [Int64], _ a: Numbers, _ b: Numbers, _ overflow: Bitmap?) -> Numbers {
    var gaps = Gaps(a, b, rows: values.count)
    let here = overflow.map { over in gaps.validity.map { $0 & over } ?? over }
    gaps.overflow = either(gaps.overflow, here)
    return Numbers(
      cells: Values(values, validity: gaps.validity, reasons: gaps.reasons),
      isConstant: a.isConstant && b.isConstant, overflow: gaps.overflow)
  }
  /// Goes through the cells of two sides; a constant is read once.
  @inline(__always) private func each(
    _ a: Numbers, _ b: Numbers, _ count: Int, _ body: (Int, Int64, Int64) -> Void
  ) {
    a.cells.values.withUnsafeBufferPointer { x in
      b.cells.values.withUnsafeBufferPointer { y in
        if a.isConstant {
          let x = x[0]
          for row in 0..<count { body(row, x, y[row & b.mask]) }
        } else if b.isConstant {
          let y = y[0]
          for row in 0..<count { body(row, x[row], y) }
        } else {
          for row in 0..<count { body(row, x[row], y[row]) }
        }
      }
    }
  }

  private func sum(_ a: Scaled, _ b: Scaled, minus: Bool) -> Numbers {
    let (x, y) = (numbers(a.plan), numbers(b.plan))
    if a.factor == 1, b.factor == 1 {
      return minus
        ? combined(x, y) { $0.subtractingReportingOverflow($1) }
        : combined(x, y) { $0.addingReportingOverflow($1) }
    }
    // 2^63 times 10^18 twice fits in 128 bits.
    let (f, g) = (a.factor, minus ? -b.factor : b.factor)
    return combined(x, y) { fitting(Int128($0) * f + Int128($1) * g) }
  }
  func scaled(_ a: Scaled) -> Numbers {
    let factor = a.factor
    guard factor != 1 else { return numbers(a.plan) }
    return combined(numbers(a.plan), constant(0)) { x, _ in fitting(Int128(x) * factor) }
  }
  private func extreme(_ plans: [NumberPlan], greatest: Bool) -> Numbers {
    plans.dropFirst().reduce(numbers(plans[0])) { best, plan in
      greatest
        ? combined(best, numbers(plan)) { (Swift.max($0, $1), false) }
        : combined(best, numbers(plan)) { (Swift.min($0, $1), false) }
    }
  }
  private func quotient(_ a: Numbers, _ b: Numbers, _ exponent: Int) -> Numbers {
    let up = FixedPoint.power(Swift.max(0, exponent))
    let down = FixedPoint.power(Swift.max(0, -exponent))
    return missingWhereZero(b, combined(a, b) { divided($0, $1, up: up, down: down) })
  }
  private func remainder(_ a: Scaled, _ b: Scaled) -> Numbers {
    let (x, y) = (numbers(a.plan), numbers(b.plan))
    guard a.factor != 1 || b.factor != 1 else {
      return missingWhereZero(y, combined(x, y) { (left($0, $1), false) })
    }
    let (f, g) = (a.factor, b.factor)
    return missingWhereZero(
      y, combined(x, y) { $1 == 0 ? (0, false) : fitting(Int128($0) * f % (Int128($1) * g)) })
  }
  /// A result that is missing where what it was divided by is 0.
  private func missingWhereZero(_ b: Numbers, _ result: Numbers) -> Numbers {
    var result = result
    let divides = bits(result.cells.values.count) { b.cells.values[$0 & b.mask] != 0 }
    guard !divides.allTrue else { return result }
    let missing = (result.cells.validity ?? Bitmap(repeating: true, count: divides.count)) & ~divides
    var reasons = Reasons()
    for row in 0..<divides.count {
      reasons.append(missing[row] ? .notApplicable : result.cells.reasons.map { $0[row] } ?? .blank)
    }
    result.cells.validity = both(result.cells.validity, divides)
    result.cells.reasons = reasons.isNeeded ? reasons : nil
    return result
  }
  private func countTrue(_ plans: [BoolPlan]) -> Numbers {
    let lanes = plans.map(bools)
    var values = [Int64](repeating: 0, count: rows)
    for lane in lanes { for row in lane.cells.isTrue.rows { values[row] += 1 } }
    var gaps = Numbers(cells: Values(values))
    for lane in lanes {
      let more = Gaps(gaps, lane, rows: rows)
      gaps = Numbers(
        cells: Values(values, validity: more.validity, reasons: more.reasons), overflow: more.overflow)
    }
    return gaps
  }
}

private func fitting(_ value: Int128) -> (Int64, Bool) {
  Int64(exactly: value).map { ($0, false) } ?? (0, true)
}
/// The quotient, half away from zero; nothing of zero.
private func divided(_ a: Int64, _ b: Int64, up: Int128, down: Int128) -> (Int64, Bool) {
  guard b != 0 else { return (0, false) }
  // What does not fit in 128 bits is more than 2^63 times any divisor.
  let (part, over) = Int128(a).multipliedReportingOverflow(by: up)
  guard !over, let quotient = part.dividedHalfAway(by: Int128(b) * down) else { return (0, true) }
  return fitting(quotient)
}
/// The rest of a division; of the least number by -1, which does not fit, it is 0 as of all others.
private func left(_ a: Int64, _ b: Int64) -> Int64 { b == 0 || b == -1 ? 0 : a % b }
private func age(_ birth: Int64, at day: (year: Int, month: Int, day: Int)) -> Int64 {
  let birth = Day(number: Int32(truncatingIfNeeded: birth)).civil
  let isBefore = (day.month, day.day) < (birth.month, birth.day)
  return Int64(day.year - birth.year - (isBefore ? 1 : 0))
}
