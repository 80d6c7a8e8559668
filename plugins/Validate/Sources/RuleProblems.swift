import Diagnostics
import StageKit
import Tables

extension RuleOptions {
  /// What is wrong with the options of a rule, whatever the columns are.
  var misfit: Diagnostic? {
    let cells = [
      ("required", required, $required), ("range", range != nil, $range), ("values", values != nil, $values),
      ("pattern", pattern != nil, $pattern), ("unit", unit != nil, $unit),
      ("unit_slip", unitSlip != nil, $unitSlip),
    ].filter(\.1)
    if cells.isEmpty, check == nil, unique == nil, references == nil { return .noCondition(self) }
    if column == nil, let first = cells.first { return .needs("column", for: first.0, at: first.2) }
    if values?.isEmpty == true { return .emptyList("values", at: $values) }
    if unique?.isEmpty == true { return .emptyList("unique", at: $unique) }
    if columns?.isEmpty == true { return .emptyList("columns", at: $columns) }
    if references != nil, columns == nil { return .needs("columns", for: "references", at: $references) }
    if columns != nil, references == nil { return .needs("references", for: "columns", at: $columns) }
    if let references, let columns, references.columns.count != columns.count {
      return .columnCount(columns.count, references.columns.count, at: references.$columns)
    }
    if $compare != nil, values == nil { return .needs("values", for: "compare", at: $compare) }
    if $missing != nil, unique == nil { return .needs("unique", for: "missing", at: $missing) }
    if areaOn != nil, area == nil { return .needs("area", for: "area_on", at: $areaOn) }
    if area != nil, unit != .commune { return .needs("unit: commune", for: "area", at: $area) }
    if $on != nil, unit == nil { return .needs("unit", for: "on", at: $on) }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func noCondition(_ options: RuleOptions) -> Diagnostic {
    Diagnostic(
      "validate.no-condition",
      Phrase(vi: "quy tắc '\(options.id)' không yêu cầu gì", en: "the rule '\(options.id)' asks for nothing"),
      at: options.$id,
      hint: Phrase(
        vi: "ghi một trong: required, range, values, pattern, check, unique, references, unit, unit_slip",
        en: "write one of: required, range, values, pattern, check, unique, references, unit, unit_slip"))
  }
  static func needs(_ other: String, for option: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "validate.goes-with",
      Phrase(vi: "'\(option)' phải đi cùng '\(other)'", en: "'\(option)' goes with '\(other)'"), at: range,
      hint: Phrase(
        vi: "thêm '\(other)', hoặc bỏ '\(option)'", en: "add '\(other)', or leave '\(option)' out"))
  }
  static func emptyList(_ option: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "validate.empty-list", Phrase(vi: "'\(option)' không có gì", en: "'\(option)' is empty"), at: range,
      hint: Phrase(
        vi: "ghi ít nhất một mục vào '\(option)', hoặc bỏ nó",
        en: "write one item at least in '\(option)', or leave it out"))
  }
  fileprivate static func columnCount(_ mine: Int, _ theirs: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "validate.goes-with",
      Phrase(
        vi: "\(mine) cột được tra vào \(theirs) cột của bảng kia",
        en: "\(mine) columns are looked up in \(theirs) of the other table"), at: range,
      hint: Phrase(
        vi: "nêu ở hai bên số cột bằng nhau, theo cùng thứ tự",
        en: "name as many columns on both sides, in the same order"))
  }
  static func sameID(_ id: String, at range: SourceRange?, first: SourceRange?) -> Diagnostic {
    Diagnostic(
      "validate.same-id",
      Phrase(vi: "hai quy tắc cùng mã '\(id)'", en: "two rules have the id '\(id)'"),
      at: range,
      notes: first.map { [Diagnostic.Note(Phrase(vi: "quy tắc đầu ở đây", en: "the first is here"), at: $0)] }
        ?? [])
  }
  static func rangeType(_ range: RangeText, _ field: Field) -> Diagnostic {
    Diagnostic(
      "validate.range-type",
      Phrase(
        vi: "khoảng '\(range.text)' không hợp với cột '\(field.name)', là \(field.type.phrase.vi)",
        en: "the range '\(range.text)' does not fit column '\(field.name)', which is \(field.type.phrase.en)"),
      at: range.range,
      hint: Phrase(
        vi: "khoảng số cho cột số nguyên và thập phân, khoảng ngày như 2024-01-01.. cho cột ngày",
        en: "numbers are for whole numbers and decimals, days such as 2024-01-01.. for dates"))
  }
  static func valueType(_ options: RuleOptions, _ field: Field) -> Diagnostic {
    Diagnostic(
      "validate.value-type",
      Phrase(
        vi: "'values' không hợp với cột '\(field.name)', là \(field.type.phrase.vi)",
        en: "'values' does not fit column '\(field.name)', which is \(field.type.phrase.en)"),
      at: options.$values,
      hint: Phrase(
        vi: "viết số như 1.5, ngày như 2024-12-31, true hoặc false; compare: name chỉ cho chữ",
        en: "write numbers such as 1.5, days such as 2024-12-31, true or false; compare: name is for texts"))
  }
  static func notText(_ field: Field, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.column-type",
      Phrase(
        vi: "cột '\(field.name)' là \(field.type.phrase.vi), cần \(ColumnType.text.phrase.vi)",
        en: "column '\(field.name)' is \(field.type.phrase.en), and \(ColumnType.text.phrase.en) is needed"),
      at: range)
  }
  static func noDate(_ options: RuleOptions) -> Diagnostic {
    Diagnostic(
      "validate.no-date",
      Phrase(
        vi: "quy tắc '\(options.id)' cần ngày mã phải có hiệu lực",
        en: "the rule '\(options.id)' needs the day on which codes must be valid"),
      at: options.$on ?? options.$unit,
      hint: Phrase(
        vi: "khai reference_date dưới defaults của pipeline, hoặc on: với một cột ngày",
        en: "declare reference_date under the pipeline's defaults, or on: with a column of days"))
  }
  static func unknownTable(_ options: RuleOptions, _ steps: [String]) -> Diagnostic {
    let name = options.references?.table
    let message =
      name.map {
        Phrase(vi: "không có bảng '\($0)' để tra vào", en: "there is no table '\($0)' to look into")
      }
      ?? Phrase(
        vi: "có \(steps.count) bảng, không rõ tra vào bảng nào",
        en: "there are \(steps.count) tables, and it is not said which to look into")
    return Diagnostic(
      "validate.table", message, at: options.references?.$table ?? options.$references,
      hint: steps.isEmpty
        ? Phrase(
          vi: "nối bảng vào bước: from: { table: …, references: [tên bước] }",
          en: "join it to the step: from: { table: …, references: [step] }")
        : steps.suggestion(for: name ?? ""))
  }
  static func keyType(_ mine: Field, _ theirs: Field, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.key-type",
      Phrase(
        vi: "cột '\(mine.name)' là \(mine.type.phrase.vi), cột '\(theirs.name)' là \(theirs.type.phrase.vi)",
        en:
          "column '\(mine.name)' is \(mine.type.phrase.en), column '\(theirs.name)' is \(theirs.type.phrase.en)"
      ),
      at: range)
  }
}
