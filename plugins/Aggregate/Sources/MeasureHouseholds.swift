public import Diagnostics
import Measures
public import StageKit
public import Tables
import Units

/// Measures the poverty of households by unit and group, as exact pairs of numbers: H, A, M0 and all that adds up to them.
///
/// Whatever the standard: the indicators, their weights and the cut-off are options.
public struct MeasureHouseholds: ReduceStage {
  /// The word after `use:`.
  public static let name = "households.measures"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Tính H, A, M0, tỷ lệ thiếu hụt và đóng góp của từng chỉ số, theo đơn vị và nhóm.",
    en: "Makes H, A, M0, headcounts and contributions of indicators, by unit and group.")
  /// The register of units, for who is in what on the reference date.
  public static let optionalResources: [any Resource.Type] = [UnitRegistry.self]
  /// The words of its codes.
  public static let explanations = aggregateExplanations + measureExplanations

  /// The options of `households.measures`.
  public struct Options: StageOptions {
    @Option(
      vi: "Các cấp của bảng; không khai thì là mọi cấp trong columns.",
      en: "The levels of the table; those of `columns` unless said.")
    var by: [HouseholdLevel]?
    @Option(
      vi: "Cột mã xã; cấp trên lấy theo danh mục đơn vị vào reference_date.",
      en: "The column of codes of communes; who is in what follows the register on `reference_date`.")
    var unit: ColumnName?
    @Option(
      vi: "Cột mã của từng cấp, thay cho unit.", en: "A column of codes for each level, instead of `unit`.")
    var columns: AggregateHouseholds.LevelColumns?
    @Option(
      vi: "Các cột nhóm, mỗi cột tính riêng.", en: "Columns of groups, each measured on its own.", default: []
    )
    var groups: [ColumnName]
    @Option(
      vi: "Các cột thiếu hụt; không khai thì là mọi cột dep_… của bước phân loại.",
      en: "The columns of deprivations; unless said, every `dep_…` that the classification made.")
    var deprivations: [ColumnName]?
    @Option(
      vi:
        "Chiều của các chỉ số: tên: [các chỉ số]; mỗi chiều cùng trọng số, trong chiều mỗi chỉ số cùng trọng số.",
      en: "The dimensions: name: [indicators]; each weighs the same, and in it each indicator.")
    var dimensions: Mapping<[String]>?
    @Option(
      vi: "Trọng số của từng chỉ số, là phân số, cộng lại đúng bằng 1.",
      en: "The weight of each indicator, a fraction; they add up to exactly 1.")
    var weights: Mapping<String>?
    @Option(
      vi: "Ngưỡng nghèo: số chỉ số như 3, hay phần của trọng số như 3/12; đúng bằng ngưỡng là nghèo.",
      en:
        "The cut-off: a number of indicators such as 3, or a share of the weights such as 3/12; who has just that is poor."
    )
    var cutoff: String
    @Option(
      vi: "Cột cho biết thu nhập không vượt chuẩn; hộ vượt chuẩn thì không tính là thiếu hụt.",
      en: "The column that says whether income is within the line; others count as deprived in nothing.")
    var withinLine: ColumnName?
    @Option(
      vi: "Cột số nhân khẩu, để tính cả theo người.",
      en: "The column of the number of members, for measures of persons too.")
    var members: ColumnName?
    @Option(
      vi: "Số chữ số thập phân của value.", en: "Decimal places of `value`.", default: 6,
      limit: .within(0...12))
    var decimals: Int
    /// Options not yet read.
    public init() {}
    /// By what levels rows are measured.
    var levels: LevelChoice {
      LevelChoice(by: by, unit: unit, columns: columns, ranges: ($by, $unit, $columns))
    }
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns and the levels, and makes the rule.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, HouseholdMeasures> {
    let (codes, places) = options.levels.places(in: input, &plan)
    let groups = options.groups.compactMap { plan.group($0, in: input) }
    let flags = options.flags(in: input, &plan)
    let line = options.withinLine.map { plan.column($0, in: input, as: Bool.self).index }
    let members = options.members.map { plan.column($0, in: input, as: Int64.self).index }
    let rule = options.rule(flags.map(\.id), &plan)
    let used =
      (codes + groups.map(\.column) + flags.map(\.column) + [line, members].compactMap { $0 }).filter {
        $0 >= 0
      }
    let table = MeasureTable(
      columns: Array(Set(used)).sorted().map { input.fields[$0] }, codes: codes.map { input.fields[$0].name },
      groups: groups.map(\.name), decimals: options.decimals)
    // A state needs a column of codes and a rule even when none was found; it never runs then.
    let form = HouseholdMeasures.Form(
      codes: codes.isEmpty ? [0] : codes, groups: groups, places: places, flags: flags.map(\.column),
      line: line,
      members: members, rule: rule, table: table)
    return Planned(table.schema, HouseholdMeasures(form))
  }
}
