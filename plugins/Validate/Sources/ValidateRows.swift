public import Diagnostics
public import StageKit
public import Tables
import Units

/// Checks every row by rules that are data, and rejects those that break one.
///
/// A row with several faults is rejected with every reason. When no rule asks for uniqueness, the rows are read once.
public struct ValidateRows: KeyedStage {
  /// The word after `use:`.
  public static let name = "rows.validate"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Kiểm tra từng dòng theo bộ quy tắc và loại dòng sai.",
    en: "Checks every row by rules, and rejects those that break one.")
  /// The register of units, for rules of unit codes.
  public static let optionalResources: [any Resource.Type] = [UnitRegistry.self]
  /// The words of its codes.
  public static let explanations = validateExplanations

  /// The side tables.
  public struct Sides: Ports {
    let references = Port<Many<Table>>(
      vi: "Các bảng mà quy tắc references tra vào.", en: "The tables that rules look into.", atLeast: 0)
    /// No tables yet.
    public init() {}
  }
  /// The options of `rows.validate`.
  public struct Options: StageOptions {
    @Option(
      vi: "Các quy tắc: viết ngay ở đây, đường dẫn đến tệp YAML, hoặc danh sách gồm cả hai.",
      en: "The rules: written here, the path of a YAML file, or a list of both.")
    var rules: RuleSource
    @Option(
      vi: "Số dòng bị loại nhiều nhất, như 100 hoặc 2%; quá mức thì không công bố gì.",
      en: "The most rows that may be rejected, such as 100 or 2%; beyond it nothing is published.")
    var maxRejected: Allowance?
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns, tables and documents that the rules speak of.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, KeyedWork> {
    let tables = zip(plan.steps(joinedTo: \Sides.references), plan.sides(Sides.self).references)
    var reader = RuleReader(input, Array(tables))
    reader.read(options.rules, namedAt: options.$rules, &plan)
    let book = reader.book
    let (step, allowance) = (plan.step, options.maxRejected)
    let gate = Gate { (done, findings) throws(StageError) in
      book.tellIdle(done, &findings)
      try allowance?.judge(done, of: step)
    }
    return Planned(input, keys: book.keys, with: Sides.self, gate: gate) { (given) throws(StageError) in
      let book = book.prepared(given.references.items)
      return { batch, keys, findings in book.run(batch, keys, &findings) }
    }
  }
}
