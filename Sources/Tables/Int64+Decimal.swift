extension Int64 {
  /// Reads the units of a decimal such as `-12.5` at a scale: digits, at most one point, a minus or none.
  ///
  /// `nil` when it is not one, has more places than the scale, or does not fit: nothing is ever rounded.
  @inlinable public init?(decimal text: some Collection<UInt8>, scale: Int) {
    var value = 0 as Int64  // kept negative, since the least number has no positive twin
    var places = -1
    var digits = 0
    let isNegative = text.first == 45
    for byte in isNegative ? text.dropFirst() : text[...] {
      if byte == 46, places < 0, scale > 0 {
        places = 0
        continue
      }
      guard byte &- 48 < 10, places < scale, let next = value.shifted(by: byte &- 48) else {
        return nil
      }
      (value, digits) = (next, digits + 1)
      if places >= 0 { places += 1 }
    }
    // `5.` and `.` are not numbers.
    guard digits > Swift.max(places, 0), places != 0 else { return nil }
    for _ in Swift.max(places, 0)..<Swift.max(places, scale, 0) {
      guard let next = value.shifted(by: 0) else { return nil }
      value = next
    }
    guard isNegative || value != .min else { return nil }
    self = isNegative ? value : -value
  }
  /// Ten times this negative number, minus a digit; `nil` when it does not fit.
  @inlinable func shifted(by digit: UInt8) -> Int64? {
    let (tens, over) = multipliedReportingOverflow(by: 10)
    let (sum, more) = tens.subtractingReportingOverflow(Int64(digit))
    return over || more ? nil : sum
  }
}
