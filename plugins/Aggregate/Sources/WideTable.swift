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

  /// Gives the numbers of a cell to `body`, in the order of the columns of measures, which are counted from 0.
  func forEachNumber(_ sums: CellSums, _ cell: Int, _ body: (Int, Number) -> Void) {
    let (counts, totals, mask) = (sums.counts(of: cell), sums.sums(of: cell), sums.unknown(of: cell))
    func isUnknown(_ bit: Int) -> Bool { mask[mask.startIndex + bit >> 6] >> UInt64(bit & 63) & 1 == 1 }
    for (index, count) in counts.enumerated() {
      let isOpen = index >= Measures.plainCounts && isUnknown(measures.bit(count: index))
      body(index, isOpen ? .unknown : .value(count))
    }
    var last = Number.unknown
    for (index, total) in totals.enumerated() {
      last =
        isUnknown(measures.bit(sum: index)) ? .unknown : Int64(exactly: total).map { .value($0) } ?? .tooLarge
      body(counts.count + index, last)
    }
    guard measures.deprivationCount != nil else { return }
    for (index, rate) in rates(Array(counts.prefix(Measures.plainCounts)), last).enumerated() {
      body(counts.count + totals.count + index, rate)
    }
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

  /// H, A and M0 of the households that have a class, each rounded once, half away from zero.
  private func rates(_ counts: [Int64], _ deprivations: Number) -> [Number] {
    let poor = counts[1 + Int(HouseholdClass.poor.code)]
    let classified = counts[0] - counts[Measures.plainCounts - 1]
    let indicators = Int128(measures.flags.count)
    let h = quotient(Int128(poor), Int128(classified))
    guard case .value(let sum) = deprivations else { return [h, deprivations, deprivations] }
    return [
      h, quotient(Int128(sum), indicators * Int128(poor)),
      quotient(Int128(sum), indicators * Int128(classified)),
    ]
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
