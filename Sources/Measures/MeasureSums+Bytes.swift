public import Tables

extension MeasureSums {
  /// Writes all sums; equal sums give equal bytes.
  public func write(to bytes: inout ByteWriter) {
    for number in numbers { bytes.write(number) }
  }
  /// Adds what `write` wrote of other households under the same rule.
  ///
  /// - Throws: `StateError` when the bytes are not such, with sums that contradict one another included.
  public mutating func read(from bytes: inout ByteReader) throws(StateError) {
    var other = MeasureSums(indicators: indicatorCount)
    for index in numbers.indices {
      let number = try bytes.read(Int128.self)
      guard (0...Self.most).contains(number) else { throw StateError("a sum out of range") }
      other.add(number, at: index)
    }
    guard other.isSound else { throw StateError("sums that contradict one another") }
    merge(other)
  }
  /// Whether parts are at most what they are parts of.
  private var isSound: Bool {
    poorHouseholds <= households && poor <= weight && nearPoor <= weight
      && (0..<indicatorCount).allSatisfy { indicator in
        deprived(indicator) <= weight && poorAndDeprived(indicator) <= poor
          && poorAndDeprived(indicator) <= deprived(indicator)
      }
  }
}
