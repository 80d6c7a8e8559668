import Tables

@testable import Measures

/// Households of a golden case, and the measures that a tool gave for them.
struct GoldenCase {
  /// One household.
  struct Row {
    let cells: [String: String]
    let vector: UInt64
    var weight: Int64 = 1
    var isWithinLine = true
  }
  /// What an expected row is about.
  struct Wanted {
    let over: String
    let group: String
    let measure: String
    let indicator: String
    let value: Double

    init(_ row: [String: String]) {
      (over, group) = (row.text("over"), row.text("group"))
      (measure, indicator) = (row.text("measure"), row.text("indicator"))
      value = Double(row.text("value")) ?? .nan
    }
  }
  let rule: DeprivationRule
  let rows: [Row]

  /// The sums of every group of a column; of all when it is empty.
  func sums(over column: String) -> [String: MeasureSums] {
    var sums: [String: MeasureSums] = [:]
    for row in rows {
      let group = column.isEmpty ? "" : row.cells.text(column)
      sums[group, default: MeasureSums(rule)]
        .add(row.vector, weight: row.weight, isWithinLine: row.isWithinLine, by: rule)
    }
    return sums
  }
  /// The expected rows that are not equal within 10 to the power of −12.
  func misses(_ wanted: [Wanted]) throws -> [String] {
    var measures: [String: [String: PovertyMeasures]] = [:]
    for over in Set(wanted.map(\.over)) {
      measures[over] = try sums(over: over).mapValues { try PovertyMeasures($0, by: rule) }
    }
    return wanted.compactMap { row in
      guard let made = measures[row.over]?[row.group] else { return "no group \(row.over) \(row.group)" }
      let found = value(row, made)
      let isEqual = abs((found?.double ?? 0) - row.value) <= 1e-12
      // Where the tool writes 0 for what is undefined, there must be nothing.
      let isDefined = found != nil || ["A", "pctb"].contains(row.measure) && made.sums.poor == 0
      return isEqual && isDefined
        ? nil
        : "\(row.over) \(row.group) \(row.measure) \(row.indicator): \(String(describing: found)), not \(row.value)"
    }
  }
  private func value(_ row: Wanted, _ made: PovertyMeasures) -> Fraction? {
    let indicator = rule.indicators.firstIndex { $0.id == row.indicator } ?? 0
    switch row.measure {
    case "H": return made.h
    case "A": return made.a
    case "M0": return made.m0
    case "hd": return made.uncensored(indicator)
    case "hdk": return made.censored(indicator)
    case "actb": return made.contribution(indicator)
    case "pctb": return made.contributionShare(indicator)
    default: return nil
    }
  }
}

/// The households of one year of the invented census.
func census(_ year: Int, weight: String = "1", isDual: Bool) throws -> GoldenCase {
  let rows = try Sheet("G02_vn12_census/households_\(year).csv").rows.map { cells in
    let line = cells.text("khuvuc") == "tt" ? 2000 : 1500
    return GoldenCase.Row(
      cells: cells, vector: cells.vector(Twelve.names),
      weight: weight == "1" ? 1 : Int64(cells.text(weight)) ?? -1,
      isWithinLine: (Int(cells.text("thunhap")) ?? .max) <= line)
  }
  return GoldenCase(rule: try Twelve.rule(3, needsIncome: isDual), rows: rows)
}
