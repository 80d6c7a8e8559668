public import Tables

/// The weights of indicators as whole parts of one total: 1/12 each is 1, 1, 1 … of 12.
///
/// Scores are sums of parts, so that a household on the cut-off is never lost to rounding.
public struct IndicatorWeights: Sendable, Hashable {
  /// The parts of each indicator, none below zero.
  public let parts: [Int64]
  /// The sum of all parts, above zero.
  public let total: Int64

  /// The largest total; scores of all people then fit in 128 bits.
  static let largestTotal: Int128 = 1_000_000_000

  /// The weights given, each a fraction of 1.
  ///
  /// - Throws: `MeasureProblem` when they are none, too many or negative, or do not add up to exactly 1.
  public init(_ weights: [Fraction]) throws(MeasureProblem) {
    guard (1...64).contains(weights.count) else { throw .indicatorCount(weights.count) }
    var (sum, common) = (Fraction(0), Fraction(1))
    for weight in weights {
      guard weight >= Fraction(0), let next = sum + weight else { throw .weights }
      sum = next
      // The part of the denominator that is not yet in the common one.
      guard let more = common * Fraction(Self.missing(weight.denominator, in: common.numerator)),
        more.numerator <= Self.largestTotal
      else { throw .weights }
      common = more
    }
    guard sum == Fraction(1), let total = Int64(exactly: common.numerator) else { throw .weights }
    self.total = total
    parts = weights.map { Int64($0.numerator * (common.numerator / $0.denominator)) }
  }
  /// The same weight for each of `count` indicators.
  ///
  /// - Throws: `MeasureProblem` when there are none or more than 64.
  public static func equal(_ count: Int) throws(MeasureProblem) -> IndicatorWeights {
    try nested([count])
  }
  /// The same weight for each dimension, and in it for each of its indicators: `sizes` says how many it has.
  ///
  /// - Throws: `MeasureProblem` when a dimension has none, or there are more than 64.
  public static func nested(_ sizes: [Int]) throws(MeasureProblem) -> IndicatorWeights {
    guard !sizes.isEmpty, sizes.allSatisfy({ (1...64).contains($0) }) else { throw .indicatorCount(0) }
    var weights: [Fraction] = []
    for size in sizes {
      guard let weight = Fraction(1, over: Int128(sizes.count) * Int128(size)) else { throw .weights }
      weights += Array(repeating: weight, count: size)
    }
    return try IndicatorWeights(weights)
  }
  /// The weight of an indicator.
  public subscript(_ indicator: Int) -> Fraction {
    Fraction(part: Int128(parts[indicator]), of: Int128(total))
  }

  /// By what a number must be multiplied to be a multiple of the denominator.
  private static func missing(_ denominator: Int128, in number: Int128) -> Int {
    guard let left = Fraction(denominator, over: number) else { return Int.max }
    return Int(exactly: left.numerator) ?? Int.max
  }
}

extension Fraction {
  /// A part of a whole above zero, both far from the limits, so that it always is.
  init(part: Int128, of whole: Int128) { self = Fraction(part, over: whole) ?? Fraction(0) }
}
