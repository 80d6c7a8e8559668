import Diagnostics
public import StageKit
import Tables

/// The columns of a table of figures: the usual names, each of which may be another.
///
/// `value` and `denominator` are text or exact numbers; `as_of` is a date; `precedence` a whole number; all others text.
public struct FigureColumns: StageOptions {
  @Option(vi: "Mã đơn vị.", en: "Code of the unit.") var unit: ColumnName?
  @Option(vi: "Ngày chốt số liệu.", en: "The day it speaks of.") var asOf: ColumnName?
  @Option(vi: "Số đo.", en: "The measure.") var measure: ColumnName?
  @Option(vi: "Nhóm dân cư.", en: "The group.") var group: ColumnName?
  @Option(vi: "Loại: count, ratio hoặc rate.", en: "The kind: count, ratio or rate.") var kind: ColumnName?
  @Option(vi: "Giá trị.", en: "The value.") var value: ColumnName?
  @Option(vi: "Mẫu số.", en: "The denominator.") var denominator: ColumnName?
  @Option(vi: "Tình trạng.", en: "The status.") var status: ColumnName?
  @Option(vi: "Chuẩn nghèo.", en: "The poverty standard.") var standard: ColumnName?
  @Option(vi: "Độ tin cậy.", en: "The evidence grade.") var grade: ColumnName?
  @Option(vi: "Thứ tự ưu tiên.", en: "The precedence.") var precedence: ColumnName?
  @Option(vi: "Nguồn.", en: "The source.") var source: ColumnName?
  @Option(vi: "Quyết định.", en: "The decision.") var decision: ColumnName?
  @Option(vi: "Chỗ trong nguồn.", en: "The place in the source.") var place: ColumnName?
  @Option(vi: "Ghi chú.", en: "A remark.") var note: ColumnName?
  /// Options not yet read.
  public init() {}
}

/// The columns of a table of figures, found when planning.
struct FoundColumns: Sendable {
  let unit, measure, kind, standard, grade, source: ColumnRef<String>
  let group, status, decision, place, note: ColumnRef<String>?
  let asOf: ColumnRef<Day>
  let precedence: ColumnRef<Int64>?
  let value: Int
  let denominator: Int?

  /// Finds them; what is not there is noted.
  init(_ names: FigureColumns?, in schema: Schema, _ plan: inout Planning) {
    let step = plan.range
    func name(_ own: ColumnName??, _ usual: String) -> ColumnName {
      (own ?? nil) ?? ColumnName(usual, at: step)
    }
    /// A column that may be absent: one that is named must be there.
    func optional<C: Cell>(
      _ own: ColumnName??, _ usual: String, _ plan: inout Planning, as type: C.Type = C.self
    ) -> ColumnRef<C>? {
      guard (own ?? nil) != nil || schema.index(of: usual) != nil else { return nil }
      return plan.column(name(own, usual), in: schema, as: type)
    }
    unit = plan.column(name(names?.unit, "unit"), in: schema)
    asOf = plan.column(name(names?.asOf, "as_of"), in: schema)
    measure = plan.column(name(names?.measure, "measure"), in: schema)
    group = optional(names?.group, "group", &plan)
    kind = plan.column(name(names?.kind, "kind"), in: schema)
    value = plan.exactColumn(name(names?.value, "value"), in: schema) ?? -1
    let below = (names?.denominator ?? nil) != nil || schema.index(of: "denominator") != nil
    denominator = below ? plan.exactColumn(name(names?.denominator, "denominator"), in: schema) : nil
    status = optional(names?.status, "status", &plan)
    standard = plan.column(name(names?.standard, "standard"), in: schema)
    grade = plan.column(name(names?.grade, "grade"), in: schema)
    precedence = optional(names?.precedence, "precedence", &plan)
    source = plan.column(name(names?.source, "source"), in: schema)
    decision = optional(names?.decision, "decision", &plan)
    place = optional(names?.place, "place", &plan)
    note = optional(names?.note, "note", &plan)
  }
}

extension Planning {
  /// Finds a column of exact numbers, or of text that is read as such.
  fileprivate mutating func exactColumn(_ name: ColumnName, in schema: Schema) -> Int? {
    guard let found = column(name, in: schema) else { return nil }
    switch found.field.type {
    case .int, .decimal, .text: return found.index
    case .double, .bool, .date:
      let type = found.field.type.phrase
      report(
        Diagnostic(
          "plan.column-type",
          Phrase(
            vi: "cột '\(name.text)' là \(type.vi), cần chữ hoặc một số chính xác",
            en: "column '\(name.text)' is \(type.en), and text or an exact number is needed"), at: name.range)
      )
      return nil
    }
  }
}
