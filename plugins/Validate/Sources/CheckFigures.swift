public import Diagnostics
public import Figures
public import StageKit
import Units

/// Checks figures against each other by rules that are data, and tells what does not fit; no figure is changed.
public struct CheckFigures: TableStage {
  /// The word after `use:`.
  public static let name = "figures.check"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Đối chiếu số liệu với nhau theo bộ quy tắc và nêu chỗ không khớp.",
    en: "Checks figures against each other by rules, and tells what does not fit.")
  /// The register of units, for what a unit is made of and how it is called.
  public static let resources: [any Resource.Type] = [UnitRegistry.self]
  /// The words of its codes.
  public static let explanations = figureExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The figures that are checked.
    public let figures = Port<Many<FigureTable>>(vi: "Số liệu cần kiểm tra.", en: "The figures to check.")
    /// Figures that they are compared with.
    public let others = Port<Many<FigureTable>>(
      vi: "Số liệu để so, như số đếm từ danh sách hộ.",
      en: "Figures to compare with, such as those counted from lists of households.", atLeast: 0)
    /// The ports.
    public init() {}
  }
  /// What it gives.
  public struct Outputs: Ports {
    /// What citizens should know.
    public let notices = Port<Notices>(vi: "Các số không khớp nhau.", en: "Figures that do not fit.")
    /// The ports.
    public init() {}
  }
  /// The options of `figures.check`.
  public struct Options: StageOptions {
    @Option(
      vi: "Các quy tắc: viết ngay ở đây, đường dẫn đến tệp YAML, hoặc danh sách gồm cả hai.",
      en: "The rules: written here, the path of a YAML file, or a list of both.")
    var rules: FigureRuleSource
    @Option(
      vi: "Số chỗ sai nhiều nhất; quá mức thì không công bố gì. Bỏ trống thì chỉ báo.",
      en: "The most that may be wrong; beyond it nothing is published. Left out, it is only told.",
      limit: .atLeast(0))
    var maxErrors: Int?
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Reads the rules; what the figures are is known when running.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    var reader = FigureRuleReader()
    reader.read(options.rules, namedAt: options.$rules, &plan)
    let (rules, units) = (reader.rules, plan[UnitRegistry.self])
    let (step, most) = (plan.step, options.maxErrors)
    var shapes = Shapes<Outputs>()
    shapes.notices = NoShape()
    return Planned(shapes) { (given, findings) throws(StageError) in
      let all = CheckedFigures(
        figures: FigureIndex(given.figures.items), others: FigureIndex(given.others.items), units: units)
      var report = FigureReport(units)
      for rule in rules { report.tell(rule, rule.check.judge(all), &findings) }
      if let most, report.errors > most {
        let errors = report.errors
        throw StageError(
          Phrase(
            vi: "bước '\(step)' thấy \(errors) chỗ sai, quá \(most)",
            en: "step '\(step)' found \(errors) things wrong, more than \(most)"), cause: .data)
      }
      var out = Given<Outputs>()
      out.notices = Notices(report.notices)
      return out
    }
  }
}
