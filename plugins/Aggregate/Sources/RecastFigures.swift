public import Diagnostics
public import Figures
public import StageKit
public import Tables
import Units

/// Carries counts of units over to the units of another day.
public struct RecastFigures: TableStage {
  /// The word after `use:`.
  public static let name = "figures.recast"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Quy đổi số đếm của các đơn vị cũ về đơn vị của một ngày khác.",
    en: "Carries counts of former units over to the units of another day.")
  /// The register of units, for what became of whom.
  public static let resources: [any Resource.Type] = [UnitRegistry.self]
  /// The words of its codes.
  public static let explanations = recastExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The figures of the former units.
    public let figures = Port<Many<FigureTable>>(
      vi: "Số liệu của các đơn vị cũ.", en: "The figures of the former units.")
    /// How much of each divided unit went where.
    public let shares = Port<Many<Table>>(
      vi: "Tỷ lệ chia của các đơn vị bị chia, nếu có: from, to, share, source.",
      en: "The shares of units that were divided, if there are any: from, to, share, source.", atLeast: 0)
    /// The ports.
    public init() {}
  }
  /// What it gives.
  public struct Outputs: Ports {
    /// The figures of the units wanted alone.
    public let figures = Port<FigureTable>(
      vi: "Số liệu theo đơn vị mới.", en: "The figures of the units wanted.")
    /// What citizens should know of them.
    public let notices = Port<Notices>(
      vi: "Số không quy đổi được, và vì sao.", en: "What could not be carried over, and why.")
    /// The ports.
    public init() {}
  }
  /// The options of `figures.recast`.
  public struct Options: StageOptions {
    @Option(
      vi: "Ngày mà các đơn vị mới có hiệu lực.", en: "The day on which the units wanted are valid.")
    var to: Day
    @Option(vi: "Các số đếm được quy đổi.", en: "The counts that are carried over.")
    var measures: [String]
    @Option(
      vi: "Tỷ lệ được tính lại từ hai số đếm đã quy đổi: tên: [tử số, mẫu số].",
      en: "Rates made again of two counts that were carried: name: [numerator, denominator].")
    var rates: Mapping<[String]>?
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Checks the rates and the columns of shares; what the figures are is known when running.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    let units = plan[UnitRegistry.self]
    if units.units(at: .province, on: options.to).isEmpty {
      plan.report(.noUnits(on: options.to, at: options.$to))
    }
    if options.measures.isEmpty { plan.report(.noMeasures(at: options.$measures)) }
    let recast = Recast(
      measures: options.measures, rates: options.madeRates(&plan), to: options.to, units: units,
      edition: plan.pipeline.edition?.id ?? "")
    let columns = inputs.shares.map { ShareColumns($0, &plan) }
    var shapes = Shapes<Outputs>()
    shapes.figures = FigureShape(.public)
    shapes.notices = NoShape()
    return Planned(shapes) { (given, findings) throws(StageError) in
      let shares = SplitShares(zip(given.shares.items, columns).map { ($0.rows, $1) }, units, &findings)
      let made = try recast.made(of: FigureTable.joined(given.figures.items).figures, shares)
      made.problems.tell(units, shares, &findings)
      var out = Given<Outputs>()
      out.figures = FigureTable(made.figures)
      out.notices = Notices(made.notices)
      return out
    }
  }
}

extension RecastFigures.Options {
  /// The rates, each of two counts that are carried over.
  fileprivate func madeRates(_ plan: inout Planning) -> [Recast.Rate] {
    var made: [Recast.Rate] = []
    for rate in rates?.entries ?? [] {
      guard rate.value.count == 2 else {
        plan.report(.rateOfTwo(rate.name, at: rate.range))
        continue
      }
      for count in rate.value where !measures.contains(count) {
        plan.report(.rateOfUnknown(rate.name, count, of: measures, at: rate.range))
      }
      made.append(Recast.Rate(name: rate.name, numerator: rate.value[0], denominator: rate.value[1]))
    }
    return made
  }
}
extension Diagnostic {
  fileprivate static func noUnits(on day: Day, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "recast.day",
      Phrase(
        vi: "danh mục không có tỉnh nào vào ngày \(day.vietnamese)",
        en: "the register has no province on \(day.iso)"), at: range,
      hint: Phrase(
        vi: "ghi ngày các đơn vị mới có hiệu lực, như 2025-07-01",
        en: "write a day on which the units wanted are valid, such as 2025-07-01"))
  }
  fileprivate static func noMeasures(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "recast.measures",
      Phrase(vi: "measures không có số đếm nào", en: "there is no count in `measures`"), at: range,
      hint: Phrase(
        vi: "ghi các số đếm cần quy đổi, như [poor, households]",
        en: "write the counts to carry over, such as [poor, households]"))
  }
  fileprivate static func rateOfTwo(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "recast.rate-parts",
      Phrase(vi: "'\(name)' phải có đúng hai số đếm", en: "'\(name)' must have exactly two counts"),
      at: range,
      hint: Phrase(vi: "ghi tên: [tử số, mẫu số]", en: "write `name: [numerator, denominator]`"))
  }
  fileprivate static func rateOfUnknown(
    _ name: String, _ count: String, of known: [String], at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "recast.rate-parts",
      Phrase(
        vi: "'\(name)' cần '\(count)', mà measures không có",
        en: "'\(name)' needs '\(count)', which is not among the measures"),
      at: range, hint: known.suggestion(for: count))
  }
}
