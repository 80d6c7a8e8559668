import Measures
import Tables

extension MeasureTable {
  /// What a row is of, but for its unit, group and weight.
  struct Line {
    let measure: Measure
    /// The indicator, or the dimension.
    var indicator: String?
    /// The place of the indicator.
    var place = 0
  }

  /// The rows of a cell, which are of the same measures in every cell.
  struct Block {
    /// What each row is of, those of one weight after those of another.
    let lines: [Line]
    /// The cells of the columns `weight`, `measure` and `indicator`.
    let words: [Words]
    private let ofOneWeight: [Line]

    /// The rows of a cell; `isPart` says that it is a group, with shares in all households of its unit.
    init(_ rule: DeprivationRule, _ weights: [String], isPart: Bool) {
      let one = MeasureTable.lines(rule, isPart: isPart)
      ofOneWeight = one
      lines = weights.flatMap { _ in one }
      var words = [Words(), Words(), Words(missing: .notApplicable)]
      for weight in weights {
        words[0].append(weight, count: one.count)
        for line in one {
          words[1].append(line.measure.rawValue)
          words[2].append(line.indicator)
        }
      }
      self.words = words
    }
    /// The values of the rows of one weight; `whole` has all households of the same unit, for the shares of a group.
    ///
    /// A value is `nil` where there can be none.
    func values(
      _ sums: MeasureSums, of whole: MeasureSums?, by rule: DeprivationRule
    ) throws(MeasureProblem) -> [Fraction?] {
      let made = try PovertyMeasures(sums, by: rule)
      let share: SubgroupShare? =
        if let whole { try PovertyMeasures(whole, by: rule).share(of: sums) } else { nil }
      var values: [Fraction?] = []
      values.reserveCapacity(2 * ofOneWeight.count)
      for line in ofOneWeight { values.append(MeasureTable.value(line, made, share)) }
      return values
    }
  }

  private static func lines(_ rule: DeprivationRule, isPart: Bool) -> [Line] {
    var lines: [Line] = [.reviewed, .leftOut, .h, .a, .m0].map { Line(measure: $0) }
    if rule.needsIncome { lines += [.nearPoorRate, .multidimensionalRate].map { Line(measure: $0) } }
    for (place, indicator) in rule.indicators.enumerated() {
      lines += [.uncensored, .censored, .contribution, .contributionShare].map {
        Line(measure: $0, indicator: indicator.id, place: place)
      }
    }
    let dimensions = rule.dimensions
    for dimension in dimensions where dimensions.count < rule.indicators.count {
      lines += [.dimensionContribution, .dimensionShare].map { Line(measure: $0, indicator: dimension) }
    }
    if isPart { lines += [.populationShare, .poorShare, .m0Share].map { Line(measure: $0) } }
    return lines
  }
  private static func value(_ line: Line, _ made: PovertyMeasures, _ share: SubgroupShare?) -> Fraction? {
    switch line.measure {
    case .reviewed: Fraction(made.sums.weight)
    case .leftOut: Fraction(made.sums.leftOut)
    case .h: made.h
    case .a: made.a
    case .m0: made.m0
    case .nearPoorRate: made.nearPoorRate
    case .multidimensionalRate: made.multidimensionalRate
    case .uncensored: made.uncensored(line.place)
    case .censored: made.censored(line.place)
    case .contribution: made.contribution(line.place)
    case .contributionShare: made.contributionShare(line.place)
    case .dimensionContribution: made.contribution(ofDimension: line.indicator ?? "")
    case .dimensionShare: made.contributionShare(ofDimension: line.indicator ?? "")
    case .populationShare: share?.population
    case .poorShare: share?.poor
    case .m0Share: share?.m0
    // Totals are of figures, which no household is part of.
    case .total: nil
    }
  }
}
