// Which of several figures of one thing is used.
extension Figure {
  /// Whether it is used before another of the same unit, day, measure, group and standard.
  ///
  /// A row that only says that nobody reported anything never hides a figure; else the least precedence is used.
  public func isUsed(before other: Figure) -> Bool {
    let (here, there) = (status == .notReported, other.status == .notReported)
    guard here == there else { return there }
    return (precedence, id) < (other.precedence, other.id)
  }
}
extension Sequence where Element == Figure {
  /// The figure to be used under a standard, of those of one unit, day, measure and group.
  ///
  /// One of the standard itself, whatever its precedence beside those to which none applies; then one of these. Verdicts,
  /// charts and tables all choose by this.
  ///
  /// - Returns: `nil` when all are of other standards.
  public func used(under standard: String) -> Figure? {
    filter { $0.standard == standard || $0.standard.isEmpty }.min { a, b in
      let (here, there) = (a.standard == standard, b.standard == standard)
      let isEmpty = (a.status == .notReported, b.status == .notReported)
      // A row without a number gives way to a figure to which no standard applies too.
      guard isEmpty.0 == isEmpty.1, here != there else { return a.isUsed(before: b) }
      return here
    }
  }
}
