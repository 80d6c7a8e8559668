import Measures
import StageKit
import Tables
import Units

/// The table of measures: a row for each unit, group, weight, measure and indicator.
struct MeasureTable: Sendable {
  /// A measure by its word.
  enum Measure: String, CaseIterable {
    case reviewed, total
    case leftOut = "left_out"
    case h, a, m0
    case nearPoorRate = "near_poor_rate"
    case multidimensionalRate = "multidimensional_rate"
    case uncensored, censored, contribution
    case contributionShare = "contribution_share"
    case dimensionContribution = "dimension_contribution"
    case dimensionShare = "dimension_share"
    case populationShare = "population_share"
    case poorShare = "poor_share"
    case m0Share = "m0_share"

    /// Whether it is a number of households or persons, of which the others are made.
    var isCount: Bool { [.reviewed, .total, .leftOut].contains(self) }
  }
  let decimals: Int
  let schema: Schema

  /// The fields; numbers are guarded as the columns they are made from.
  init(columns: [Field], codes: [String], groups: [String], decimals: Int) {
    self.decimals = decimals
    let names = columns.map(\.name)
    // Neither part nor whole adds up over rows: they are in lowest terms.
    let rate = Role.rate(numerator: "", denominator: "")
    schema = Schema([
      .constant("level", oneOf: [UnitLevel.province, .district, .commune].map(\.rawValue)),
      Field("unit", .text, .code, from: codes), Field("group", .text, .label, from: groups),
      .constant("weight", oneOf: ["households", "persons"], .code),
      .constant("measure", oneOf: Measure.allCases.map(\.rawValue), .code),
      Field("indicator", .text, .code, from: names),
      Field("part", .int, rate, from: names), Field("whole", .int, rate, from: names),
      Field("value", .decimal(scale: decimals), rate, from: names),
    ])
  }

  /// One row but for its unit and group.
  struct Row {
    let weight: String
    let measure: Measure
    var indicator: String?
    /// The exact value; `nil` where there can be none.
    let value: Fraction?
  }
  /// The rows of one cell; `whole` has all households of the same unit, for the shares of a group.
  static func rows(
    _ sums: MeasureSums, of whole: MeasureSums?, weight: String, by rule: DeprivationRule
  ) throws(MeasureProblem) -> [Row] {
    let made = try PovertyMeasures(sums, by: rule)
    func row(_ measure: Measure, _ value: Fraction?, _ indicator: String? = nil) -> Row {
      Row(weight: weight, measure: measure, indicator: indicator, value: value)
    }
    var rows = [
      row(.reviewed, Fraction(sums.weight)), row(.leftOut, Fraction(sums.leftOut)),
      row(.h, made.h), row(.a, made.a), row(.m0, made.m0),
    ]
    if rule.needsIncome {
      rows += [row(.nearPoorRate, made.nearPoorRate), row(.multidimensionalRate, made.multidimensionalRate)]
    }
    for (index, indicator) in rule.indicators.enumerated() {
      rows += [
        row(.uncensored, made.uncensored(index), indicator.id),
        row(.censored, made.censored(index), indicator.id),
        row(.contribution, made.contribution(index), indicator.id),
        row(.contributionShare, made.contributionShare(index), indicator.id),
      ]
    }
    let dimensions = rule.dimensions
    for dimension in dimensions where dimensions.count < rule.indicators.count {
      rows += [
        row(.dimensionContribution, made.contribution(ofDimension: dimension), dimension),
        row(.dimensionShare, made.contributionShare(ofDimension: dimension), dimension),
      ]
    }
    if let whole {
      let share = try PovertyMeasures(whole, by: rule).share(of: sums)
      rows += [
        row(.populationShare, share.population), row(.poorShare, share.poor), row(.m0Share, share.m0),
      ]
    }
    return rows
  }
}
