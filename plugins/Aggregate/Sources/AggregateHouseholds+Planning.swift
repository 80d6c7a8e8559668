import Diagnostics
import StageKit
import Standards
import Tables
import Units

extension AggregateHouseholds.Options {
  /// By what levels rows are counted.
  var levels: LevelChoice {
    LevelChoice(by: by, unit: unit, columns: columns, ranges: ($by, $unit, $columns))
  }
  /// What is counted and summed; what is wrong is noted.
  func measures(in schema: Schema, _ plan: inout Planning) -> Measures {
    let classColumn = plan.column(self.class, in: schema, as: String.self)
    let flags = plan.flags(deprivations, in: schema)
    let count = schema.index(of: "deprivation_count").flatMap { index in
      schema.fields[index].type == .int && !flags.isEmpty ? index : nil
    }
    let beside = count == nil ? [] : flagsBeside(flags, in: schema, plan)
    let others = count == nil ? nil : otherFlags(flags, beside: beside, plan)
    var sums: [Measures.Sum] = []
    if let members, let found = plan.summable(members, in: schema) {
      for over in Measures.memberClasses {
        let name = "members" + (over.map { "_\($0.rawValue)" } ?? "")
        sums.append(
          Measures.Sum(
            column: found.index, field: found.field, over: over, name: name, isOfMembers: true))
      }
    }
    for name in self.sums {
      guard let found = plan.summable(name, in: schema) else { continue }
      sums.append(
        Measures.Sum(column: found.index, field: found.field, over: nil, name: found.field.name))
    }
    return Measures(
      classColumn: max(0, classColumn.index), flags: flags, sums: sums, deprivationCount: count,
      otherFlags: others, witnesses: others?.witnesses(counted: flags, beside: beside) ?? [])
  }
  /// The flags of the rows that are not counted.
  private func flagsBeside(
    _ flags: [(column: Int, id: String)], in schema: Schema, _ plan: Planning
  ) -> [(column: Int, id: String)] {
    var asked = plan
    return asked.flags(nil, in: schema).filter { flag in !flags.contains { $0.column == flag.column } }
  }
  /// Holds the flags against the indicators of the standards that there are.
  private func otherFlags(
    _ flags: [(column: Int, id: String)], beside: [(column: Int, id: String)], _ plan: Planning
  ) -> OtherFlags? {
    // Standards that cannot be read are told by the step that is in need of them; here rows alone are then asked.
    var asked = plan
    let library = asked.resource(StandardLibrary.self, at: nil)
    return OtherFlags(
      flags.map(\.id), beside: beside.map(\.id),
      of: library?.standards.compactMap { $0.rules?.indicators.map(\.id) } ?? [])
  }
}

extension Diagnostic {
  static func unitOrColumns(isBoth: Bool, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.unit",
      isBoth
        ? Phrase(vi: "chỉ khai unit hoặc columns", en: "give `unit` or `columns`, not both")
        : Phrase(
          vi: "không biết hộ thuộc đơn vị nào", en: "it is not said in which unit a household is"),
      at: range,
      hint: Phrase(
        vi: "unit: cột mã xã, cấp trên theo danh mục; columns: cột mã của từng cấp",
        en: "`unit:` is a column of communes, placed by the register; `columns:` has a column for each level")
    )
  }
  static func noLevels(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.unit", Phrase(vi: "không có cấp nào để cộng", en: "there is no level to count by"),
      at: range, hint: Phrase(same: "by: [commune, district, province]"))
  }
  static func levelWithoutColumn(_ level: HouseholdLevel, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.unit",
      Phrase(
        vi: "cấp '\(level.rawValue)' không có cột trong columns",
        en: "the level '\(level.rawValue)' has no column in `columns`"), at: range,
      hint: Phrase(same: "columns: { \(level.rawValue): … }"))
  }
  static func noReferenceDate(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.date",
      Phrase(
        vi: "cần reference_date để biết xã thuộc đơn vị nào",
        en: "`reference_date` is needed to know in what a commune is"), at: range,
      hint: Phrase(same: "defaults: { reference_date: 2024-12-14 }"))
  }
  static func noSuchLevel(_ level: HouseholdLevel, on day: Day, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.date",
      Phrase(
        vi: "ngày \(day.vietnamese) danh mục không có đơn vị \(level.unitLevel.phrase.vi) nào",
        en: "on \(day.iso) the register has no unit of the level \(level.unitLevel.phrase.en)"), at: range,
      hint: level == .district
        ? Phrase(
          vi: "từ 01/07/2025 không còn cấp huyện: bỏ district",
          en: "there are no districts since 2025-07-01: leave `district` out") : nil)
  }
  static func groupType(_ field: Field, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.group",
      Phrase(
        vi: "cột nhóm '\(field.name)' phải là chữ, hoặc có hay không",
        en: "a column of groups is of text, or of yes or no; '\(field.name)' is not"), at: range,
      hint: Phrase(
        vi: "đọc cột ấy là chữ, hoặc lập một cột nhóm bằng rows.derive",
        en: "read the column as text, or make one of groups by rows.derive"))
  }
  static func columnTwice(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "aggregate.column",
      Phrase(vi: "bảng sẽ có hai cột '\(name)'", en: "the table would have two columns '\(name)'"), at: range,
      hint: Phrase(
        vi: "bỏ cột ấy ở một chỗ, hoặc đổi tên nó", en: "leave the column out once, or rename it"))
  }
}
