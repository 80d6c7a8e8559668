public import Diagnostics
public import Figures
public import StageKit
import Standards
public import Tables
import Units

/// Makes figures of wide tables of households: counts, and rates over the households that there are.
public struct MakeFigures: TableStage {
  /// The word after `use:`.
  public static let name = "households.figures"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Đổi bảng đếm hộ thành số liệu, có tỷ lệ trên tổng số hộ.",
    en: "Makes figures of counted households, with rates over all households.")
  /// The register of units and the standards.
  public static let resources: [any Resource.Type] = [UnitRegistry.self, StandardLibrary.self]
  /// The words of its codes.
  public static let explanations = figuresExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The wide tables.
    public let tables = Port<Many<Table>>(
      vi: "Các bảng của households.aggregate.", en: "The tables of households.aggregate.")
    /// How many households each commune has.
    public let denominators = Port<Many<Table>>(
      vi: "Tổng số hộ của từng xã: mã xã, số hộ, ngày nếu có.",
      en: "All households of each commune: code, number, day if there is one.", atLeast: 0)
    /// The ports.
    public init() {}
  }
  /// What it gives.
  public struct Outputs: Ports {
    /// The figures.
    public let figures = Port<FigureTable>(vi: "Các số liệu.", en: "The figures.")
    /// Rates that could not be made.
    public let notices = Port<Notices>(vi: "Các tỷ lệ chưa tính được.", en: "Rates that could not be made.")
    /// The ports.
    public init() {}
  }
  /// Where the figures are from.
  public struct SourceFields: StageOptions {
    @Option(vi: "Tên tài liệu.", en: "The document.", limit: .notEmpty) var title: String
    @Option(vi: "Quyết định phê duyệt kết quả.", en: "The decision that approved the results.", default: "")
    var decision: String
    @Option(vi: "Chỗ trong tài liệu.", en: "The place in the document.", default: "") var place: String
    /// Nothing read yet.
    public init() {}
    var source: Figure.Source { Figure.Source(title: title, decision: decision, place: place) }
  }
  /// The options of `households.figures`.
  public struct Options: StageOptions {
    @Option(
      vi: "Ngày của kết quả; không khai thì là reference_date.",
      en: "The day of the results; `reference_date` unless said.")
    var asOf: Day?
    @Option(vi: "Mã chuẩn nghèo.", en: "Id of the standard.") var standard: String
    @Option(vi: "Nguồn của số liệu.", en: "Where the figures are from.") var source: SourceFields
    @Option(
      vi: "Nguồn của tổng số hộ; không khai thì như source.",
      en: "Where the numbers of all households are from; as `source` unless said.")
    var denominatorSource: SourceFields?
    @Option(
      vi: "Lần công bố; không khai thì là edition.id của pipeline.",
      en: "The edition; that of the pipeline unless said.")
    var edition: String?
    @Option(
      vi: "Các cột của bảng tổng số hộ, khi khác tên thường dùng.",
      en: "The columns of the table of all households, where they are not the usual ones.")
    var denominatorColumns: DenominatorColumns?
    @Option(
      vi: "Số hộ nhiều nhất được nằm ngoài đơn vị đã biết.",
      en: "The most households that may be in no known unit.", default: 0, limit: .atLeast(0))
    var maxUnplaced: Int
    @Option(
      vi: "Số hộ chưa phân loại nhiều nhất được chấp nhận; khi có, số liệu là sơ bộ.",
      en: "The most households without a class; with any, figures are provisional.", default: 0,
      limit: .atLeast(0))
    var maxUnclassified: Int
    @Option(
      vi: "Mã tỉnh của số liệu, cần cho chuẩn của một tỉnh.",
      en: "The province of the figures, which a standard of a province needs.")
    var province: String?
    @Option(
      vi: "Cho dùng chuẩn nghèo còn là tạm, chỉ để chạy thử.",
      en: "Lets a standard be used whose pack is provisional, for trials.", default: false)
    var allowProvisional: Bool
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns, the standard and the day.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    let day = options.asOf ?? plan.pipeline.referenceDate
    if day == nil { plan.report(.noDay(at: plan.range)) }
    options.checkStandard(on: day, &plan)
    let wide = inputs.tables.compactMap { WideColumns($0, &plan) }
    let totals = inputs.denominators.map { FoundDenominators(options.denominatorColumns, in: $0, &plan) }
    let maker = FigureMaker(
      day: day ?? Day(number: 0), units: plan[UnitRegistry.self], standard: options.standard,
      grade: plan.pipeline.site?.simulated ?? false ? .simulated : .official,
      source: options.source.source, totalsSource: (options.denominatorSource ?? options.source).source,
      edition: options.edition ?? plan.pipeline.edition?.id ?? "")
    var shapes = Shapes<Outputs>()
    shapes.figures = FigureShape(Self.guarded(inputs))
    shapes.notices = NoShape()
    let (step, mostUnplaced, mostUnclassified) = (plan.step, options.maxUnplaced, options.maxUnclassified)
    return Planned(shapes) { (given, findings) throws(StageError) in
      var denominators = Denominators(
        zip(given.denominators.items, totals).map { ($0.rows, $1) }, maker.units, on: maker.day, &findings)
      var made = MadeFigures()
      let placed = try zip(given.tables.items, wide).map { (table, columns) throws(StageError) in
        try maker.checked(columns.rows(table.rows), &findings, mostUnplaced, mostUnclassified, step)
      }
      // Of all tables at once: communes and the units above them may have been added up by two steps.
      denominators.outside = maker.outside(placed.flatMap { $0 })
      for rows in placed { try maker.make(rows, denominators, &made) }
      try maker.makeTotals(denominators, &made)
      maker.tellAbsent(made, &findings)
      var out = Given<Outputs>()
      out.figures = FigureTable(made.figures)
      out.notices = Notices(made.notices)
      return out
    }
  }
  /// How guarded the most guarded column of the inputs is: a count of few is not for everybody.
  private static func guarded(_ inputs: Shapes<Inputs>) -> Sensitivity {
    (inputs.tables + inputs.denominators).flatMap(\.fields).map(\.sensitivity).max() ?? .protected
  }
}

extension MakeFigures.Options {
  fileprivate func checkStandard(on day: Day?, _ plan: inout Planning) {
    do throws(Diagnostics) {
      let library = plan[StandardLibrary.self]
      let found = try library.resolve(standard, at: $standard)
      if let day, !found.isValid(on: day) {
        plan.report(.standardThen(found, on: day, of: library, in: province, at: $standard))
      }
      // Of which province the rows are is not known before they are read, so the step says it.
      guard let refusal = found.refusal(in: province, allowsProvisional: allowProvisional) else { return }
      let (message, hint) = (refusal.message, refusal.hint)
      switch refusal.reason {
      case .scope:
        plan.report(
          Diagnostic("households.standard-scope", message, at: $province ?? $standard, hint: hint))
      case .provisional:
        plan.report(Diagnostic("households.standard-provisional", message, at: $standard, hint: hint))
      }
    } catch { plan.report(error) }
  }
}
