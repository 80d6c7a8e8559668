import Tables

// Households are whole: what a stretch of the number line says of them.
extension Extent.End {
  /// The first whole number that it lets in as a lower end.
  var firstWhole: Int128 { value.floor + (isIncluded && value.denominator == 1 ? 0 : 1) }
  /// The last whole number that it lets in as an upper end.
  var lastWhole: Int128 { value.floor - (!isIncluded && value.denominator == 1 ? 1 : 0) }
}
extension Extent {
  /// The first and the last whole number in it; `nil` when an end is missing or there is none.
  var wholeNumbers: (first: Int128, last: Int128)? {
    guard let low, let high, low.firstWhole <= high.lastWhole else { return nil }
    return (low.firstWhole, high.lastWhole)
  }
  /// Every number of it times a factor above zero; `nil` when an end does not fit.
  func scaled(by factor: Fraction) -> Extent? {
    func end(_ end: End?) -> End?? {
      guard let end else { return .some(nil) }
      return (end.value * factor).map { End($0, isIncluded: end.isIncluded) }
    }
    guard let low = end(low), let high = end(high) else { return nil }
    return Extent(from: low, to: high)
  }
  /// Every number of it in percent of a whole; `nil` when an end does not fit, or the whole is not above zero.
  func percent(of whole: FixedPoint) -> Extent? {
    guard whole > 0 else { return nil }
    return (Fraction(100) / Fraction(whole)).flatMap { scaled(by: $0) }
  }
  /// How many whole steps a count is inside, below zero outside: the distance to the nearer end.
  ///
  /// `nil` without an end, and when a distance does not fit.
  func room(for count: Fraction) -> Int128? {
    let above = high.map { end in Fraction(end.lastWhole).flatMap { $0 - count }?.floor }
    let below = low.map { end in Fraction(end.firstWhole).flatMap { count - $0 }?.floor }
    let rooms = [above, below].compactMap { $0 }
    return rooms.contains(nil) ? nil : rooms.compactMap { $0 }.min()
  }
}
