/// What is known of some households: enough for every measure, as sums that can be merged in any order.
///
/// All sums are whole numbers that only grow. One that passes `most` stays there, so that even then the order does not
/// matter; measures are then refused.
public struct MeasureSums: Sendable, Hashable {
  /// The most that a sum can be and still be true; 2 to the power of 90.
  public static let most: Int128 = 1 << 90
  /// The sums, the fixed ones first, then those of each indicator among all, then among the poor.
  private(set) var numbers: [Int128]
  /// The number of indicators.
  public let indicatorCount: Int

  /// The fixed sums.
  enum Part: Int, CaseIterable { case households, weight, poorHouseholds, poor, nearPoor, score, leftOut }

  /// No households yet.
  public init(_ rule: DeprivationRule) { self.init(indicators: rule.indicators.count) }
  /// No households yet, under a rule with so many indicators.
  public init(indicators: Int) {
    indicatorCount = indicators
    numbers = Array(repeating: 0, count: Part.allCases.count + 2 * indicators)
  }

  subscript(part: Part) -> Int128 { numbers[part.rawValue] }
  /// The number of households.
  public var households: Int128 { self[.households] }
  /// Their weight: as many as households, or the persons in them.
  public var weight: Int128 { self[.weight] }
  /// The number of poor households.
  public var poorHouseholds: Int128 { self[.poorHouseholds] }
  /// The weight of the poor.
  public var poor: Int128 { self[.poor] }
  /// The weight of those within the income line who are not poor; 0 under a rule without income.
  public var nearPoor: Int128 { self[.nearPoor] }
  /// The scores of the poor times their weights, in parts of the weights of indicators.
  public var score: Int128 { self[.score] }
  /// Households that are in no sum, since an indicator or the weight is not known.
  public var leftOut: Int128 { self[.leftOut] }
  /// The weight of those deprived in an indicator.
  public func deprived(_ indicator: Int) -> Int128 { numbers[Part.allCases.count + indicator] }
  /// The weight of the poor who are deprived in an indicator.
  public func poorAndDeprived(_ indicator: Int) -> Int128 {
    numbers[Part.allCases.count + indicatorCount + indicator]
  }
  /// Whether a sum is too large to be true.
  public var isTooLarge: Bool { numbers.contains(Self.most) }

  /// Adds households with one vector of deprivations.
  ///
  /// - Parameters:
  ///   - vector: Bit `j` is set when they are deprived in indicator `j` of the rule.
  ///   - households: How many they are.
  ///   - weight: What they weigh together; a negative weight leaves them out.
  ///   - isWithinLine: Whether their income is within the line, for a rule that asks.
  ///   - rule: The rule; always the same one for one value.
  public mutating func add(
    _ vector: UInt64, households: Int64 = 1, weight: Int64, isWithinLine: Bool = true,
    by rule: DeprivationRule
  ) {
    guard weight >= 0, households >= 0 else { return leaveOut(Swift.max(households, 0)) }
    let vector = rule.needsIncome && !isWithinLine ? 0 : vector
    let weight = Int128(weight)
    let score = rule.score(vector)
    let isPoor = rule.isPoor(score: score)
    add(Int128(households), at: Part.households.rawValue)
    add(weight, at: Part.weight.rawValue)
    if isPoor {
      add(Int128(households), at: Part.poorHouseholds.rawValue)
      add(weight, at: Part.poor.rawValue)
      add(weight * Int128(score), at: Part.score.rawValue)
    } else if rule.needsIncome, isWithinLine {
      add(weight, at: Part.nearPoor.rawValue)
    }
    let first = Part.allCases.count
    var rest = vector
    while rest != 0 {
      let indicator = rest.trailingZeroBitCount
      rest &= rest - 1
      guard indicator < indicatorCount else { break }
      add(weight, at: first + indicator)
      if isPoor { add(weight, at: first + indicatorCount + indicator) }
    }
  }
  /// Counts households that can be in no sum; missing is never zero.
  public mutating func leaveOut(_ households: Int64 = 1) {
    add(Int128(Swift.max(households, 0)), at: Part.leftOut.rawValue)
  }
  /// Adds what is known of other households, under the same rule.
  public mutating func merge(_ other: MeasureSums) {
    for index in numbers.indices where index < other.numbers.count { add(other.numbers[index], at: index) }
  }
  @inline(__always) mutating func add(_ more: Int128, at index: Int) {
    // Both are at most 2^94 and not negative, so that their sum fits.
    numbers[index] = Swift.min(numbers[index] + more, Self.most)
  }
}
