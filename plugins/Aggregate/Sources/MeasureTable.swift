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
}
