public import Diagnostics
public import StageKit
import Tables

/// The columns of a file and how their cells are written: a YAML file of its own, or the option `schema:` itself.
public struct TableSchema: StageOptions, Resource {
  /// The schema itself, since it is read when planning.
  public typealias Shape = TableSchema
  /// A description of columns.
  public static let kind = Phrase(vi: "mô tả cột", en: "a table schema")
  /// The key under `defaults:`.
  public static let key = "schema"

  @Option(vi: "Các cột cần đọc, theo tên.", en: "The columns to read, by name.")
  var columns: Mapping<ColumnOptions>
  @Option(
    vi: "Cách viết số: plain là 1234.5, vi là 1.234,5.",
    en: "How numbers are written: plain is 1234.5, vi is 1.234,5.", default: .plain)
  var numberStyle: NumberStyle
  @Option(
    vi: "Cách viết ngày: iso là 2024-12-31, vi là 31/12/2024.",
    en: "How days are written: iso is 2024-12-31, vi is 31/12/2024.", default: .iso)
  var dateStyle: DateStyle
  @Option(
    vi: "Các từ thay cho ô không có số liệu, và lý do.",
    en: "The words for cells without a value, and the reason.", default: Mapping())
  var missing: Mapping<MissingWord>
  /// No columns yet.
  public init() {}
  /// Whether the style of numbers is written there.
  var saysNumberStyle: Bool { $numberStyle != nil }

  /// Makes the rules of the columns.
  ///
  /// - Throws: `schema.empty`, `schema.scale`, `schema.digits`, `schema.rate`, `schema.twice`: all that is wrong.
  public func rules(namedAt range: SourceRange?) throws(Diagnostics) -> [ColumnRule] {
    var problems = Diagnostics()
    if columns.entries.isEmpty {
      problems.add(
        Diagnostic(
          "schema.empty", Phrase(vi: "không khai cột nào", en: "no column is declared"),
          at: $columns ?? range))
    }
    var seen: [String] = []
    let rules = columns.entries.map { entry in
      let rule = entry.value.rule(entry, in: self, &problems)
      if seen.contains(rule.header) {
        problems.add(
          Diagnostic(
            "schema.twice",
            Phrase(
              vi: "hai cột cùng đọc từ cột '\(rule.header)' của tệp",
              en: "two columns are read from the column '\(rule.header)' of the file"), at: entry.range))
      }
      seen.append(rule.header)
      return rule
    }
    try problems.throwIfAny()
    return rules
  }
}

/// Why a word stands for a missing value, as written in a schema.
public enum MissingWord: String, OptionValue, CaseIterable {
  /// Nothing is known.
  case blank
  /// The question does not apply.
  case notApplicable = "not_applicable"
  /// It was not reported.
  case notReported = "not_reported"
  /// It is known and not shown.
  case withheld

  /// The reason a cell keeps.
  var reason: MissingReason {
    switch self {
    case .blank: .blank
    case .notApplicable: .notApplicable
    case .notReported: .notReported
    case .withheld: .withheld
    }
  }
}
extension NumberStyle: OptionValue {}
extension DateStyle: OptionValue {}
