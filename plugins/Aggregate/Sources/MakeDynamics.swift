public import Diagnostics
import Measures
public import StageKit
public import Tables

/// Counts who left poverty, who fell into it and who stayed, year by year, from lists of households matched by id.
public struct MakeDynamics: TableStage {
  /// The word after `use:`.
  public static let name = "households.dynamics"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Tính tỷ lệ thoát nghèo, rơi vào nghèo và số năm nghèo qua các năm, theo mã hộ.",
    en: "Makes the rates of leaving and entering poverty and the years that households were poor, by id.")
  /// The words of its codes.
  public static let explanations = flowExplanations + dynamicsExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The lists, earliest first.
    public let lists = Port<Many<Table>>(
      vi: "Danh sách mọi hộ được rà soát của từng năm, năm sớm trước.",
      en: "The households that were reviewed in each year, the earliest year first.", atLeast: 2)
    /// The ports.
    public init() {}
  }
  /// The options of `households.dynamics`.
  public struct Options: StageOptions {
    @Option(vi: "Cột mã hộ, giữ nguyên qua các năm.", en: "The column of the id, the same in all years.")
    var id: ColumnName
    @Option(vi: "Cột loại hộ.", en: "The column of the class.", default: "class") var `class`: ColumnName
    @Option(
      vi: "Năm của từng danh sách, theo thứ tự các danh sách.",
      en: "The year of each list, in the order of the lists.")
    var years: [Int]
    @Option(
      vi: "Số chữ số thập phân của value.", en: "Decimal places of `value`.", default: 6,
      limit: .within(0...12))
    var decimals: Int
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns in every list.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<Inputs, One<Table>>
  > {
    let columns = inputs.lists.map { FlowColumns(id: options.id, word: options.class, in: $0, &plan) }
    let years = options.years
    let isRising = zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
    if years.count != inputs.lists.count || !isRising {
      plan.report(.dynamicsYears(years, lists: inputs.lists.count, at: options.$years ?? plan.range))
    }
    let names = [options.id.text, options.class.text]
    let guarded = inputs.lists.flatMap { list in names.compactMap { list[$0]?.sensitivity } }
    let schema = DynamicsRows.schema(guarded.max() ?? .protected, decimals: options.decimals)
    let decimals = options.decimals
    return Planned(Shapes(schema)) { (given, findings) throws(StageError) in
      var lists = MatchedLists(years: years.count)
      for (year, table) in given.lists.items.enumerated() where year < columns.count {
        lists.add(table.rows, columns[year], year: year, &findings)
      }
      let isOne = lists.tellStandards(of: 0..<years.count, &findings)
      let rows = DynamicsRows(lists.rightHistories(&findings), years: years, isOneStandard: isOne)
      return Given(Table(schema, rows.batch(schema, decimals: decimals)))
    }
  }
}

extension Diagnostic {
  static func dynamicsYears(_ years: [Int], lists: Int, at range: SourceRange?) -> Diagnostic {
    let given = years.map(String.init).joined(separator: ", ")
    return Diagnostic(
      "dynamics.years",
      Phrase(
        vi: "có \(lists) danh sách, nhưng years là [\(given)]",
        en: "there are \(lists) lists, but `years` is [\(given)]"), at: range,
      hint: Phrase(
        vi: "mỗi danh sách một năm, tăng dần: years: [2023, 2024, 2025]",
        en: "one year for each list, the earliest first: `years: [2023, 2024, 2025]`"))
  }
}
