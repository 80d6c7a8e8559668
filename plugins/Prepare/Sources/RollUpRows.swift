public import Diagnostics
public import StageKit
public import Tables

/// Makes one row of all rows with the same key: of the members of a household, the household.
///
/// A sum, a least and a greatest are missing when one of the cells is missing, since a household must not be judged by half
/// of its members; a cell that does not apply is left out.
public struct RollUpRows: ReduceStage {
  /// The word after `use:`.
  public static let name = "rows.rollup"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Gộp các dòng cùng khóa thành một, như các nhân khẩu thành hộ.",
    en: "Makes one row of all rows with one key, as of members a household.")
  /// The words of its codes.
  public static let explanations = rollUpExplanations

  /// The options of `rows.rollup`.
  public struct Options: StageOptions {
    @Option(vi: "Các cột làm khóa của dòng gộp.", en: "The columns of the key.") var by: [ColumnName]
    @Option(
      vi: "Các cột được gộp, tên: { cách gộp: biểu thức }.",
      en: "The columns that are made, name: { how: expression }.")
    var columns: Mapping<AggregateFields>
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the key and checks every expression.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, RollUpState> {
    if options.by.isEmpty { plan.report(.rollUpByNothing(at: options.$by)) }
    var keys: [(index: Int, field: Field)] = []
    for name in options.by {
      guard let key = plan.column(name, in: input) else { continue }
      if keys.contains(where: { $0.index == key.index }) {
        plan.report(.rollUpTwice(name.text, at: name.range))
      } else {
        keys.append(key)
      }
    }
    var output = Schema(keys.map(\.field))
    var aggregates: [Aggregate] = []
    for entry in options.columns.entries {
      guard let aggregate = entry.value.aggregate(entry, in: input, &plan) else { continue }
      guard output.index(of: entry.name) == nil else {
        plan.report(.rollUpTwice(entry.name, at: entry.range))
        continue
      }
      aggregates.append(aggregate)
      output = output.adding(aggregate.field(of: keys.map(\.field), in: input))
    }
    return Planned(
      output,
      RollUpState(
        keys: keys.map { RollUpKey(name: $0.field.name, type: $0.field.type, place: $0.index) },
        aggregates: aggregates))
  }
}

/// A column of the key.
struct RollUpKey: Sendable {
  let name: String
  let type: ColumnType
  /// Its place in the input.
  let place: Int
}

extension Diagnostic {
  fileprivate static func rollUpByNothing(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "rollup.by-nothing", Phrase(vi: "khóa không có cột nào", en: "the key has no column"), at: range)
  }
  fileprivate static func rollUpTwice(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "rollup.repeated",
      Phrase(vi: "có hai cột cùng tên '\(name)'", en: "there are two columns '\(name)'"), at: range)
  }
}
