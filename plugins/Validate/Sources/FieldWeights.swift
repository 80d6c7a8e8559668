/// What it says of two rows that they agree or differ in one field, as Fellegi and Sunter weigh it.
///
/// Agreement of a value weighs log2(m / u), where u is how often that value occurs: a rare name says more than a frequent
/// one. Disagreement weighs log2((1 - m) / (1 - u)). What is missing weighs nothing.
struct FieldWeights {
  /// The value of each row as a number; -1 where it is missing.
  let values: [Int32]
  /// Values that are alike without their marks have one number here; `nil` where nothing is nearly the same.
  private let bare: [Int32]?
  private let agreement: [Int64]
  private let likeness: Int64
  private let difference: Int64

  /// - Parameters:
  ///   - values: A number from 0 on for each value, -1 where there is none.
  ///   - bare: The same for the values without their marks.
  ///   - matching: In a thousand pairs of rows of one person, how many agree.
  init(_ values: [Int32], bare: [Int32]? = nil, matching: UInt64) {
    (self.values, self.bare) = (values, bare)
    let counts = Self.counts(values)
    let total = counts.reduce(0, +)
    let pairs = total * total
    let same = counts.reduce(0) { $0 + $1 * $1 }
    agreement = counts.map { count in
      count == 0 ? 0 : BinaryLogarithm.of(matching * total, over: 1000 * count)
    }
    let differing = pairs - same
    difference =
      differing == 0
      ? 0
      : BinaryLogarithm.of(1000 - matching, over: 1000) + BinaryLogarithm.of(pairs)
        - BinaryLogarithm.of(differing)
    // Half of the pairs of one person that do not agree are taken to be slips of marks.
    let alike = bare.map { Self.counts($0).reduce(0) { $0 + $1 * $1 } } ?? 0
    let slips = alike > same ? alike - same : 0
    likeness =
      slips == 0
      ? difference
      : BinaryLogarithm.of((1001 - matching) / 2, over: 1000) + BinaryLogarithm.of(pairs)
        - BinaryLogarithm.of(slips)
  }
  private static func counts(_ values: [Int32]) -> [UInt64] {
    var counts = [UInt64](repeating: 0, count: Int((values.max() ?? -1) + 1))
    for value in values where value >= 0 { counts[Int(value)] += 1 }
    return counts
  }

  /// The weight of two rows, in units of `BinaryLogarithm`.
  @inline(__always) func weight(_ a: Int, _ b: Int) -> Int64 {
    let (x, y) = (values[a], values[b])
    guard x >= 0, y >= 0 else { return 0 }
    if x == y { return agreement[Int(x)] }
    if let bare, bare[a] == bare[b] { return min(likeness, agreement[Int(x)], agreement[Int(y)]) }
    return difference
  }
  /// Whether two rows have the same value.
  func agree(_ a: Int, _ b: Int) -> Bool { values[a] >= 0 && values[a] == values[b] }
}
