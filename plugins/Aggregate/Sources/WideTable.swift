import Diagnostics
import Standards
import Tables

/// The wide table: a row for each unit and group, in the order of levels, units and groups.
struct WideTable: Sendable {
  let measures: Measures
  let decimals: Int
  let schema: Schema

  /// The fields of measures, each made from the columns it says; guarded as the rows are.
  init(_ measures: Measures, decimals: Int, keys: [Field], _ sources: Sources) {
    (self.measures, self.decimals) = (measures, decimals)
    var fields = keys
    func count(_ name: String, _ columns: [String]) {
      fields.append(Field(name, .int, .count, unit: "hộ", from: columns))
    }
    for name in ["households"] + HouseholdClass.allCases.map(\.rawValue) + ["unclassified"] {
      count(name, sources.rows)
    }
    for flag in measures.flags {
      for over in Measures.flagClasses {
        count(Measures.flagName(flag.id, over), sources.rows + [sources.names[flag.column]])
      }
    }
    for sum in measures.sums {
      fields.append(
        Field(
          sum.name, sum.field.type == .bool ? .int : sum.field.type,
          sum.field.role == .flag ? .count : sum.field.role, unit: sum.field.unit,
          from: sources.rows + [sum.field.name]))
    }
    if let column = measures.deprivationCount {
      fields.append(
        Field("deprivation_sum", .int, .count, from: sources.rows + [sources.names[column]]))
      for name in ["h", "a", "m0"] {
        let made = sources.ofQuotients(sources.rows + [sources.names[column]])
        fields.append(
          Field(
            name, .decimal(scale: decimals), .rate(numerator: "", denominator: ""),
            sensitivity: made.isEmpty ? .protected : .public,
            from: made))
      }
    }
    schema = Schema(fields)
  }
  /// The columns that measures are made from.
  struct Sources {
    /// The names of the columns of the rows.
    let names: [String]
    /// What every count depends on.
    let rows: [String]
    let input: Schema
    /// What quotients of sums depend on: sums are no longer personal, so that their quotients are not either.
    func ofQuotients(_ columns: [String]) -> [String] {
      columns.contains { input[$0]?.sensitivity == .personal } ? [] : columns
    }
  }

  /// One number of a cell, by its place among the columns of measures, which are counted from 0.
  ///
  /// A and M0 of other flags than the number of deprivations is made of are none; H asks for no flags.
  func number(_ index: Int, _ sums: CellSums, _ cell: Int, hasOtherFlags: Bool) -> Number {
    if index < measures.counts {
      let isOpen = index >= Measures.plainCounts && sums.isUnknown(measures.bit(count: index), cell)
      return isOpen ? .unknown : .value(sums.count(index, cell))
    }
    let sum = index - measures.counts
    if sum < measures.width { return total(sum, sums, cell) }
    let rate = sum - measures.width
    return hasOtherFlags && rate > 0 ? .unknown : self.rate(rate, sums, cell)
  }
  private func total(_ index: Int, _ sums: CellSums, _ cell: Int) -> Number {
    guard !sums.isUnknown(measures.bit(sum: index), cell) else { return .unknown }
    return Int64(exactly: sums.sum(index, cell)).map { .value($0) } ?? .tooLarge
  }

  /// One number of a row.
  enum Number {
    case value(Int64)
    /// Some row lacked what it is made of.
    case unknown
    /// There can be none: nobody is poor, or nobody has a class.
    case notApplicable
    /// It does not fit in 64 bits.
    case tooLarge
  }

  /// H, A or M0 of the households that have a class, rounded once, half away from zero.
  private func rate(_ index: Int, _ sums: CellSums, _ cell: Int) -> Number {
    let poor = Int128(sums.count(1 + Int(HouseholdClass.poor.code), cell))
    let classified = Int128(sums.count(0, cell)) - Int128(sums.count(Measures.plainCounts - 1, cell))
    guard index > 0 else { return quotient(poor, classified) }
    let deprivations = total(measures.width - 1, sums, cell)
    guard case .value(let sum) = deprivations else { return deprivations }
    return quotient(Int128(sum), Int128(measures.flags.count) * (index == 1 ? poor : classified))
  }
  private func quotient(_ part: Int128, _ whole: Int128) -> Number {
    guard whole != 0 else { return .notApplicable }
    let (raised, over) = part.multipliedReportingOverflow(by: FixedPoint.power(decimals))
    guard !over, let units = raised.dividedHalfAway(by: whole), let fitting = Int64(exactly: units) else {
      return .tooLarge
    }
    return .value(fitting)
  }
}
