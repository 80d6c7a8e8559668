public import Diagnostics
public import Figures
import Standards
public import StageKit
public import Tables
import Units

/// Makes figures of the rows of a table of published figures.
public struct LoadFigures: TableStage {
  /// The word after `use:`.
  public static let name = "figures.load"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Đổi một bảng số liệu đã công bố thành số liệu có nguồn.",
    en: "Makes figures of the rows of a table of published figures.")
  /// The register of units and the standards, by which rows are checked.
  public static let resources: [any Resource.Type] = [UnitRegistry.self, StandardLibrary.self]
  /// The words of its codes.
  public static let explanations = figuresExplanations

  /// What it gives.
  public struct Outputs: Ports {
    /// The figures.
    public let figures = Port<FigureTable>(vi: "Các số liệu.", en: "The figures.")
    /// The ports.
    public init() {}
  }
  /// The options of `figures.load`.
  public struct Options: StageOptions {
    @Option(
      vi: "Tên cột của bảng, khi khác tên thường dùng.",
      en: "Names of columns, where they are not the usual ones.")
    var columns: FigureColumns?
    @Option(
      vi: "Số dòng sai nhiều nhất được bỏ qua.", en: "The most wrong rows that are left out.", default: 0,
      limit: .atLeast(0))
    var maxRejected: Int
    @Option(
      vi: "Cho dùng chuẩn nghèo còn là tạm, chỉ để chạy thử.",
      en: "Lets standards be used whose pack is provisional, for trials.", default: false)
    var allowProvisional: Bool
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns.
  public func plan(_ inputs: Shapes<One<Table>>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<One<Table>, Outputs>
  > {
    let columns = FoundColumns(options.columns, in: inputs.table, &plan)
    let reader = FigureReader(
      columns, units: plan[UnitRegistry.self], standards: plan[StandardLibrary.self],
      edition: plan.pipeline.edition?.id ?? "", allowsProvisional: options.allowProvisional)
    let (most, step) = (options.maxRejected, plan.step)
    var shapes = Shapes<Outputs>()
    shapes.figures = FigureShape(.public)
    return Planned(shapes) { (given, findings) throws(StageError) in
      let rows = given.table.rows
      let figures = reader.figures(rows, &findings)
      // A row that could not be read is as wrong as one that says nothing right.
      let before = findings.rejectedBefore
      let (rejected, all) = (rows.count - figures.count + before, rows.count + before)
      guard rejected <= most else { throw .rejected(rejected, of: all, before, most, step) }
      var out = Given<Outputs>()
      out.figures = FigureTable(figures)
      return out
    }
  }
}

extension StageError {
  /// `before` of the rows that are wrong did not come this far.
  fileprivate static func rejected(
    _ rows: Int, of all: Int, _ before: Int, _ most: Int, _ step: String
  ) -> StageError {
    let read =
      before == 0
      ? Phrase(same: "")
      : Phrase(
        vi: " (\(before) dòng bị loại ngay khi đọc)",
        en: " (\(before) of them \(before == 1 ? "was" : "were") rejected when they were read)")
    return StageError(
      Phrase(
        vi: "bước '\(step)': \(rows) trên \(all) dòng sai\(read.vi), cho phép nhiều nhất \(most)",
        en: "step '\(step)': \(rows) of \(all) rows are wrong\(read.en), and at most \(most) are let pass"),
      hint: Phrase(
        vi: "xem từng chỗ sai trong office/findings.ndjson", en: "each is told in office/findings.ndjson"),
      cause: .data)
  }
}
