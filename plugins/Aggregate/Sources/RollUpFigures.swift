public import Diagnostics
public import Figures
public import StageKit
import Tables
import Units

/// Adds counts of units up to the units above them, and compares the sums with published totals.
public struct RollUpFigures: TableStage {
  /// The word after `use:`.
  public static let name = "figures.rollup"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Cộng số liệu của các đơn vị lên cấp trên và so với tổng đã công bố.",
    en: "Adds counts up to the units above and compares them with published totals.")
  /// The register of units, for who is in what on which day.
  public static let resources: [any Resource.Type] = [UnitRegistry.self]
  /// The words of its codes.
  public static let explanations = rollUpExplanations + listExplanations

  /// A level of units, as it is written.
  public enum Level: String, OptionValue, CaseIterable {
    /// The whole country.
    case country
    /// A socio-economic region.
    case region
    /// A province.
    case province
    /// A district.
    case district
    /// A commune.
    case commune
  }
  /// What it takes.
  public struct Inputs: Ports {
    /// The figures of the units and, where there are any, the published totals.
    public let figures = Port<Many<FigureTable>>(
      vi: "Số liệu của các đơn vị, và các tổng đã công bố nếu có.",
      en: "The figures of the units, and published totals if there are any.")
    /// The ports.
    public init() {}
  }
  /// What it gives.
  public struct Outputs: Ports {
    /// The sums alone.
    public let figures = Port<FigureTable>(vi: "Các tổng.", en: "The sums.")
    /// What citizens should know of them.
    public let notices = Port<Notices>(
      vi: "Tổng đã công bố không bằng tổng các phần; đơn vị còn thiếu.",
      en: "Published totals that are not the sum of their parts; units that are missing.")
    /// The ports.
    public init() {}
  }
  /// The options of `figures.rollup`.
  public struct Options: StageOptions {
    @Option(vi: "Các số đếm được cộng.", en: "The counts that are added up.") var measures: [String]
    @Option(
      vi: "Số đếm là tổng của các số đếm khác: tên: [các phần].",
      en: "Counts that are the sum of others: name: [parts].")
    var sums: Mapping<[String]>?
    @Option(
      vi: "Cấp của các đơn vị được cộng.", en: "The level of the units that are added.", default: .province)
    var from: Level
    @Option(vi: "Các cấp được cộng lên.", en: "The levels that are summed.") var to: [Level]
    @Option(
      vi: "Các danh sách địa bàn của danh mục đơn vị được cộng riêng, thành nhóm places:…",
      en: "Lists of places of the register that are added up apart, as groups `places:…`.", default: [])
    var lists: [String]
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Checks the levels; what the figures are is known when running.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    for level in options.to where level.unitLevel >= options.from.unitLevel {
      plan.report(
        Diagnostic(
          "rollup.level",
          Phrase(
            vi: "không cộng từ '\(options.from.rawValue)' lên '\(level.rawValue)' được",
            en: "'\(options.from.rawValue)' cannot be added up to '\(level.rawValue)'"), at: options.$to,
          hint: Phrase(
            vi: "to phải là các cấp trên của from", en: "`to` must be levels above that of `from`")))
    }
    for sum in options.sums?.entries ?? [] {
      if sum.value.isEmpty { plan.report(.sumOfNothing(sum.name, at: sum.range)) }
      if !options.measures.contains(sum.name) {
        plan.report(.unusedSum(sum.name, of: options.measures, at: sum.range))
      }
    }
    let units = plan[UnitRegistry.self]
    for list in options.lists where !units.lists.ids.contains(list) {
      plan.report(.unknownList(list, among: units.lists.ids, at: options.$lists))
    }
    let rollUp = RollUp(
      measures: options.measures,
      sums: Dictionary((options.sums?.entries ?? []).map { ($0.name, $0.value) }) { first, _ in first },
      from: options.from.unitLevel, to: options.to.map(\.unitLevel), units: units,
      edition: plan.pipeline.edition?.id ?? "", lists: options.lists)
    var shapes = Shapes<Outputs>()
    shapes.figures = FigureShape(.public)
    shapes.notices = NoShape()
    return Planned(shapes) { (given, _) throws(StageError) in
      let made = try rollUp.made(of: FigureTable.joined(given.figures.items).figures)
      var out = Given<Outputs>()
      out.figures = FigureTable(made.figures)
      out.notices = Notices(made.notices)
      return out
    }
  }
}

extension RollUpFigures.Level {
  var unitLevel: UnitLevel {
    switch self {
    case .country: .country
    case .region: .region
    case .province: .province
    case .district: .district
    case .commune: .commune
    }
  }
}
extension Diagnostic {
  fileprivate static func sumOfNothing(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "rollup.sum-of-nothing",
      Phrase(
        vi: "'\(name)' là tổng mà không có phần nào", en: "'\(name)' is a sum, and nothing is added up"),
      at: range, hint: Phrase(vi: "ghi tên: [các phần]", en: "write `name: [parts]`"))
  }
  fileprivate static func unknownList(
    _ list: String, among known: [String], at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "rollup.unknown-list",
      Phrase(
        vi: "danh mục đơn vị không có danh sách '\(list)'", en: "the register of units has no list '\(list)'"),
      at: range,
      hint: known.suggestion(for: list)
        ?? Phrase(
          vi: "danh sách được khai trong lists.csv và list-stretches.csv của danh mục",
          en: "lists are declared in lists.csv and list-stretches.csv of the register"))
  }
  fileprivate static func unusedSum(_ name: String, of known: [String], at range: SourceRange?) -> Diagnostic
  {
    Diagnostic(
      "rollup.unused-sum",
      Phrase(vi: "'\(name)' không nằm trong measures", en: "'\(name)' is not among the measures"), at: range,
      hint: known.suggestion(for: name))
  }
}
