import Tables

extension Column {
  /// The same numbers with `places` decimal places, 0 for whole numbers: fewer round half away from zero.
  ///
  /// - Returns: The numbers, and the rows of those that do not fit, which are then missing as `invalid`.
  func rescaled(to places: Int) -> (Column, overflow: Bitmap?) {
    let (units, scale): (Values<Int64>, Int)
    switch self {
    case .int(let c): (units, scale) = (c, 0)
    case .decimal(let c): (units, scale) = (c.units, c.scale)
    case .double, .text, .bool, .date: preconditionFailure("only exact numbers have places")
    }
    let factor = Int64(FixedPoint.power(abs(places - scale)))
    var overflow: Bitmap?
    var scaled = units
    if places > scale {
      for (row, value) in units.values.enumerated() {
        let (product, isOver) = value.multipliedReportingOverflow(by: factor)
        scaled.values[row] = isOver ? 0 : product
        guard isOver else { continue }
        var rows = overflow ?? Bitmap(count: units.values.count)
        rows[row] = true
        overflow = rows
      }
    } else if places < scale {
      scaled.values = units.values.map { $0.dividedHalfAway(by: factor) }
    }
    if let overflow { scaled.leaveOut(overflow) }
    return (places == 0 ? .int(scaled) : .decimal(Decimals(scaled, scale: places)), overflow)
  }
}

extension Int64 {
  /// The quotient by a power of ten above one, rounded half away from zero.
  fileprivate func dividedHalfAway(by divisor: Int64) -> Int64 {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    guard rest.magnitude >= divisor.magnitude - rest.magnitude else { return quotient }
    return self < 0 ? quotient - 1 : quotient + 1
  }
}
extension Values where Element == Int64 {
  /// Makes cells missing as `invalid`.
  fileprivate mutating func leaveOut(_ rows: Bitmap) {
    let before = validity ?? Bitmap(repeating: true, count: values.count)
    let known = reasons
    reasons = Reasons(
      values.indices.map { row in
        rows[row] ? .invalid : before[row] ? .blank : known.map { $0[row] } ?? .blank
      })
    validity = before & ~rows
  }
}
