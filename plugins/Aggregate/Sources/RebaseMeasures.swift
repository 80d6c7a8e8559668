public import Diagnostics
public import StageKit
public import Tables
import Units

/// Makes the measures of those who were reviewed into measures of everybody, over a table of totals with its own date.
public struct RebaseMeasures: TableStage {
  /// The word after `use:`.
  public static let name = "households.rebase"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Tính lại H, M0 và các tỷ lệ của hộ được rà soát trên tổng số hộ, có ngày riêng.",
    en: "Makes H, M0 and headcounts of reviewed households shares of all households, of a day of their own.")
  /// The register of units, for the communes of a unit.
  public static let resources: [any Resource.Type] = [UnitRegistry.self]
  /// The words of its codes.
  public static let explanations = figuresExplanations + rebaseExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The measures.
    public let measures = Port<Table>(
      vi: "Bảng của households.measures.", en: "A table of households.measures.")
    /// How many households each commune has.
    public let denominators = Port<Many<Table>>(
      vi: "Tổng số hộ của từng xã: mã xã, số hộ, ngày nếu có, nhóm nếu có (persons là nhân khẩu).",
      en: "All households of each commune: code, number, day and group if there are (`persons` for persons).")
    /// The ports.
    public init() {}
  }
  /// The options of `households.rebase`.
  public struct Options: StageOptions {
    @Option(
      vi: "Ngày của kết quả; không khai thì là reference_date.",
      en: "The day of the results; `reference_date` unless said.")
    var asOf: Day?
    @Option(
      vi: "Các cột của bảng tổng số hộ, khi khác tên thường dùng.",
      en: "The columns of the table of all households, where they are not the usual ones.")
    var denominatorColumns: DenominatorColumns?
    @Option(
      vi: "Số hộ thiếu thông tin nhiều nhất của một đơn vị được chấp nhận; chúng được coi là không nghèo.",
      en: "The most households of a unit that may lack an answer; they then count as not poor.", default: 0,
      limit: .atLeast(0))
    var maxLeftOut: Int
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns and the day.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<Inputs, One<Table>>
  > {
    let day = options.asOf ?? plan.pipeline.referenceDate
    if day == nil { plan.report(.noDay(at: plan.range)) }
    let columns = MeasuredLevels.Columns(in: inputs.measures, &plan)
    let totals = inputs.denominators.map { FoundDenominators(options.denominatorColumns, in: $0, &plan) }
    let schema = RebasedMeasures.schema(inputs.measures, inputs.denominators)
    let (units, most, asOf) = (plan[UnitRegistry.self], options.maxLeftOut, day ?? Day(number: 0))
    return Planned(Shapes(schema)) { (given, findings) throws(StageError) in
      let denominators = Denominators(
        zip(given.denominators.items, totals).map { ($0.rows, $1) }, units, on: asOf, &findings)
      var rebased = RebasedMeasures(
        MeasuredLevels(given.measures.rows, columns, counts: true), denominators, units, on: asOf,
        mostLeftOut: Int128(most))
      return Given(Table(schema, rebased.batch(schema, &findings)))
    }
  }
}
