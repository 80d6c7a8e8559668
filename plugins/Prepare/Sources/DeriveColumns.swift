public import Diagnostics
public import StageKit
public import Tables

/// Makes columns by expressions, one after another, and chooses which columns go on.
public struct DeriveColumns: BatchStage {
  /// The word after `use:`.
  public static let name = "rows.derive"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Tính thêm cột bằng biểu thức; chọn hoặc bỏ cột.",
    en: "Makes columns by expressions; keeps or drops columns.")
  /// The words of its codes.
  public static let explanations = deriveExplanations

  /// The options of `rows.derive`.
  public struct Options: StageOptions {
    @Option(
      vi: "Các cột được tính: tên: biểu thức; cột sau dùng được cột trước.",
      en: "The columns that are made, name: expression; a later one may use those before it.",
      default: Mapping())
    var columns: Mapping<DerivedColumn>
    @Option(
      vi: "Cho phép tính lại một cột đã có.", en: "Whether a column that is there may be made anew.",
      default: false)
    var replace: Bool
    @Option(
      vi: "Chỉ giữ các cột này, theo thứ tự này.", en: "The only columns that go on, in this order.")
    var keep: [ColumnName]?
    @Option(vi: "Bỏ các cột này.", en: "Columns that do not go on.") var drop: [ColumnName]?
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Checks every expression against the columns before it.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    if options.columns.entries.isEmpty, options.keep == nil, options.drop == nil {
      plan.report(.derivesNothing(at: plan.range))
    }
    var derivation = Derivation(input)
    for entry in options.columns.entries { derivation.add(entry, replacing: options.replace, &plan) }
    if let keep = options.keep, let drop = options.drop {
      plan.report(.keepsAndDrops(at: options.$drop))
      _ = (derivation.places(keep, &plan), derivation.places(drop, &plan))
    } else if let keep = options.keep {
      derivation.kept = derivation.places(keep, &plan)
    } else if let drop = options.drop {
      let dropped = Set(derivation.places(drop, &plan))
      derivation.kept = derivation.schema.fields.indices.filter { !dropped.contains($0) }
    }
    return Planned(derivation.output) { [derivation] batch, findings in
      derivation.rows(of: batch, &findings)
    }
  }
}

extension Diagnostic {
  fileprivate static func derivesNothing(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "derive.nothing",
      Phrase(
        vi: "bước không tính, không giữ, không bỏ cột nào", en: "the step makes, keeps and drops nothing"),
      at: range,
      hint: Phrase(
        vi: "ghi columns: { tên: biểu thức }, keep: [cột] hoặc drop: [cột]",
        en: "write `columns: { name: expression }`, `keep: [columns]` or `drop: [columns]`"))
  }
  fileprivate static func keepsAndDrops(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "derive.keep-and-drop",
      Phrase(vi: "chỉ ghi một trong hai: keep hoặc drop", en: "only one of keep and drop may be said"),
      at: range)
  }
}
