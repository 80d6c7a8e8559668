public import Diagnostics
public import StageKit
import Standards
public import Tables
import Units

/// Counts households by unit and group: by class, by deprivation, with H, A and M0.
///
/// Sums are exact and 128 bits wide, so that nothing depends on the number of workers or the order of rows.
public struct AggregateHouseholds: ReduceStage {
  /// The word after `use:`.
  public static let name = "households.aggregate"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Đếm hộ theo đơn vị và nhóm: loại hộ, thiếu hụt, H, A và M0.",
    en: "Counts households by unit and group: classes, deprivations, H, A and M0.")
  /// The register of units, for who is in what on the reference date; the standards, for what their indicators are.
  public static let optionalResources: [any Resource.Type] = [UnitRegistry.self, StandardLibrary.self]
  /// The words of its codes.
  public static let explanations = aggregateExplanations

  /// The columns of codes.
  public struct LevelColumns: StageOptions {
    @Option(vi: "Cột mã xã.", en: "The column of communes.") var commune: ColumnName?
    @Option(vi: "Cột mã huyện.", en: "The column of districts.") var district: ColumnName?
    @Option(vi: "Cột mã tỉnh.", en: "The column of provinces.") var province: ColumnName?
    /// Nothing read yet.
    public init() {}
    /// Those that are given, widest first.
    var given: [(level: HouseholdLevel, column: ColumnName)] {
      [(.province, province), (.district, district), (.commune, commune)].compactMap { level, column in
        column.map { (level, $0) }
      }
    }
  }
  /// The options of `households.aggregate`.
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
    var columns: LevelColumns?
    @Option(
      vi: "Các cột nhóm, mỗi cột đếm riêng.", en: "Columns of groups, each counted on its own.", default: [])
    var groups: [ColumnName]
    @Option(vi: "Cột loại hộ.", en: "The column of the class.", default: "class") var `class`: ColumnName
    @Option(
      vi: "Các cột thiếu hụt; không khai thì là mọi cột dep_… của bước phân loại.",
      en: "The columns of deprivations; unless said, every `dep_…` that the classification made.")
    var deprivations: [ColumnName]?
    @Option(vi: "Cột số nhân khẩu.", en: "The column of the number of members.") var members: ColumnName?
    @Option(vi: "Các cột khác cần cộng.", en: "Other columns to add up.", default: []) var sums: [ColumnName]
    @Option(
      vi: "Các cột cần cộng riêng cho hộ nghèo và cho hộ cận nghèo, như số trẻ em.",
      en: "Columns to add up over the poor and over the near-poor each, such as numbers of children.",
      default: [])
    var sumsByClass: [ColumnName]
    @Option(
      vi: "Số chữ số thập phân của h, a, m0.", en: "Decimal places of h, a and m0.", default: 6,
      limit: .within(0...18))
    var decimals: Int
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns and the levels.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, HouseholdSums> {
    let (codes, places) = options.levels.places(in: input, &plan)
    let groups = options.groups.compactMap { plan.group($0, in: input) }
    let measures = options.measures(in: input, &plan)
    let rows = Array(Set(codes.map { input.fields[$0].name } + [options.class.text])).sorted()
    let sources = WideTable.Sources(
      names: input.names, rows: rows + groups.map(\.name).filter { !rows.contains($0) }, input: input)
    let table = WideTable(
      measures, decimals: options.decimals,
      keys: [
        .constant("level", oneOf: [UnitLevel.province, .district, .commune].map(\.rawValue)),
        Field("unit", .text, .code, from: codes.map { input.fields[$0].name }),
        Field("group", .text, .label, from: groups.map(\.name)),
      ], sources)
    for (index, field) in table.schema.fields.enumerated()
    where table.schema.fields[..<index].contains(where: { $0.name == field.name }) {
      plan.report(.columnTwice(field.name, at: options.$sums ?? options.$sumsByClass ?? plan.range))
    }
    // A state needs a column of codes even when none was found; it never runs then.
    let form = HouseholdSums.Form(
      codes: codes.isEmpty ? [0] : codes, groups: groups, measures: measures, places: places, table: table)
    return Planned(table.schema, HouseholdSums(form))
  }
}
