public import Tables

/// Who counts as multidimensionally poor: the indicators with their weights, and the cut-off.
///
/// A household is a vector of deprivations, of which bit `j` is set when it is deprived in indicator `j`.
public struct DeprivationRule: Sendable, Hashable {
  /// An indicator and the dimension it belongs to.
  public struct Indicator: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// The id of its dimension; indicators without dimensions have one each.
    public let dimension: String
    /// An indicator.
    public init(_ id: String, dimension: String? = nil) {
      (self.id, self.dimension) = (id, dimension ?? id)
    }
  }
  /// The indicators, by the bits of a vector.
  public let indicators: [Indicator]
  /// Their weights.
  public let weights: IndicatorWeights
  /// The least share of the weights that makes a household poor.
  public let cutoff: Fraction
  /// Whether only households within the income line can be poor; the vectors of others count as empty.
  public let needsIncome: Bool
  /// The least score in parts of the weights that makes a household poor.
  let leastScore: Int64
  /// The score of every value of each byte of a vector.
  private let byteScores: [Int64]

  /// A rule.
  ///
  /// - Parameters:
  ///   - indicators: By the bits of a vector.
  ///   - weights: Equal ones unless said.
  ///   - cutoff: A share of the weights, such as 3/12: who has just that is poor.
  ///   - needsIncome: Whether a household must be within the income line besides.
  /// - Throws: `MeasureProblem` when numbers of indicators and weights differ, or the cut-off is not above 0 and at most 1.
  public init(
    _ indicators: [Indicator], weights: IndicatorWeights? = nil, cutoff: Fraction, needsIncome: Bool = false
  ) throws(MeasureProblem) {
    let weights = if let weights { weights } else { try IndicatorWeights.equal(indicators.count) }
    guard weights.parts.count == indicators.count else { throw .indicatorCount(indicators.count) }
    guard cutoff > Fraction(0), cutoff <= Fraction(1), cutoff.denominator <= Int128(Int64.max) else {
      throw .cutoff(cutoff)
    }
    // score / total >= k, decided on whole numbers: score * denominator >= numerator * total.
    let wanted = cutoff.numerator * Int128(weights.total)
    let (whole, rest) = wanted.quotientAndRemainder(dividingBy: cutoff.denominator)
    leastScore = Int64(whole + (rest > 0 ? 1 : 0))
    (self.indicators, self.weights, self.cutoff, self.needsIncome) = (
      indicators, weights, cutoff, needsIncome
    )
    byteScores = Self.scores(of: weights)
  }
  /// A rule by a number of indicators of equal weight, such as 3 of 12.
  ///
  /// - Throws: `MeasureProblem` as the other.
  public init(_ indicators: [Indicator], count: Int, needsIncome: Bool = false) throws(MeasureProblem) {
    guard let cutoff = Fraction(Int128(count), over: Int128(indicators.count)) else {
      throw .indicatorCount(0)
    }
    try self.init(indicators, cutoff: cutoff, needsIncome: needsIncome)
  }

  /// The weights of the deprivations of a vector, in parts of `weights.total`.
  @inline(__always) public func score(_ vector: UInt64) -> Int64 {
    var (rest, place, score) = (vector, 0, 0 as Int64)
    while rest != 0, place < byteScores.count {
      score += byteScores[place + Int(rest & 0xFF)]
      (rest, place) = (rest >> 8, place + 256)
    }
    return score
  }
  /// Whether a score is at or above the cut-off.
  @inline(__always) public func isPoor(score: Int64) -> Bool { score >= leastScore }
  /// The ids of the dimensions, each once, in the order of the indicators.
  public var dimensions: [String] {
    var seen: Set<String> = []
    return indicators.map(\.dimension).filter { seen.insert($0).inserted }
  }

  private static func scores(of weights: IndicatorWeights) -> [Int64] {
    (0..<(weights.parts.count + 7) / 8).flatMap { byte in
      (0..<256).map { value in
        (0..<8).reduce(0 as Int64) { sum, bit in
          let indicator = byte * 8 + bit
          return indicator < weights.parts.count && value >> bit & 1 == 1
            ? sum + weights.parts[indicator] : sum
        }
      }
    }
  }
}
