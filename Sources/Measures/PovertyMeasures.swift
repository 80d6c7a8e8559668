public import Tables

/// The Alkire–Foster measures of some households, each as an exact fraction that is rounded only when it is printed.
///
/// With a total of its own, from a table of all households or persons, `h`, `m0` and the censored headcounts are shares of
/// that; what concerns those who were never reviewed, the uncensored headcounts, is then not known.
public struct PovertyMeasures: Sendable {
  /// The rule by which the sums were made.
  public let rule: DeprivationRule
  /// What they are made of.
  public let sums: MeasureSums
  /// What the shares are shares of.
  public let total: Int128
  /// Whether the total is that of the households seen.
  public let coversAll: Bool

  /// The measures of some households.
  ///
  /// - Parameters:
  ///   - sums: What is known of the households.
  ///   - rule: The rule by which they were added.
  ///   - total: The weight of everybody, when the households are not everybody.
  /// - Throws: `MeasureProblem` when the sums are too large, or more than the total.
  public init(_ sums: MeasureSums, by rule: DeprivationRule, of total: Int128? = nil) throws(MeasureProblem) {
    guard !sums.isTooLarge, total ?? 0 < MeasureSums.most else { throw .tooLarge }
    guard sums.indicatorCount == rule.indicators.count else { throw .indicatorCount(sums.indicatorCount) }
    if let total, sums.weight > total { throw .countAboveTotal(count: sums.weight, total: total) }
    (self.sums, self.rule, self.total, coversAll) = (sums, rule, total ?? sums.weight, total == nil)
  }

  /// The incidence H: the share of the poor; `nil` of nobody.
  public var h: Fraction? { share(sums.poor) }
  /// The intensity A: the mean score of the poor; `nil` where nobody is poor.
  public var a: Fraction? { quotient(sums.score, Int128(rule.weights.total) * sums.poor) }
  /// The adjusted headcount M0 = H · A; 0 where nobody is poor, `nil` of nobody.
  public var m0: Fraction? { quotient(sums.score, scale) }
  /// The share of those deprived in an indicator, poor or not; `nil` where not everybody was asked.
  public func uncensored(_ indicator: Int) -> Fraction? {
    coversAll ? share(sums.deprived(indicator)) : nil
  }
  /// The share of those who are poor and deprived in an indicator.
  public func censored(_ indicator: Int) -> Fraction? { share(sums.poorAndDeprived(indicator)) }
  /// What an indicator adds to M0; over all indicators this is M0.
  public func contribution(_ indicator: Int) -> Fraction? { quotient(weighted(indicator), scale) }
  /// The share of M0 that an indicator adds; over all indicators 1, `nil` where M0 is 0.
  public func contributionShare(_ indicator: Int) -> Fraction? { quotient(weighted(indicator), sums.score) }
  /// What the indicators of a dimension add to M0 together.
  public func contribution(ofDimension dimension: String) -> Fraction? {
    quotient(weighted(dimension), scale)
  }
  /// The share of M0 that the indicators of a dimension add together.
  public func contributionShare(ofDimension dimension: String) -> Fraction? {
    quotient(weighted(dimension), sums.score)
  }
  /// "Tỷ lệ nghèo đa chiều" of the decisions: poor and near-poor together; it is neither H nor M0.
  ///
  /// `nil` under a rule without income, which has no near-poor.
  public var multidimensionalRate: Fraction? { rule.needsIncome ? share(sums.poor + sums.nearPoor) : nil }
  /// The share of the near-poor; `nil` under a rule without income.
  public var nearPoorRate: Fraction? { rule.needsIncome ? share(sums.nearPoor) : nil }

  /// The share that a part of these households has in them.
  public func share(of part: MeasureSums) -> SubgroupShare {
    SubgroupShare(
      population: quotient(part.weight, sums.weight), poor: quotient(part.poor, sums.poor),
      m0: quotient(part.score, sums.score))
  }

  private var scale: Int128 { Int128(rule.weights.total) * total }
  private func share(_ weight: Int128) -> Fraction? { quotient(weight, total) }
  /// All sums are at most 2^90 and the weights below 2^30: nothing overflows.
  private func quotient(_ part: Int128, _ whole: Int128) -> Fraction? { Fraction(part, over: whole) }
  private func weighted(_ indicator: Int) -> Int128 {
    Int128(rule.weights.parts[indicator]) * sums.poorAndDeprived(indicator)
  }
  private func weighted(_ dimension: String) -> Int128 {
    rule.indicators.indices.filter { rule.indicators[$0].dimension == dimension }
      .reduce(0) { $0 + weighted($1) }
  }
}
