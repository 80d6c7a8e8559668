import Diagnostics
import StageKit
import Standards
import Tables

extension Diagnostic {
  static func standardNotNamed(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "classify.standard",
      Phrase(
        vi: "không biết phân loại theo chuẩn nghèo nào", en: "it is not said by which standard to classify"),
      at: range,
      hint: Phrase(
        vi: "ghi standard: trong bước, hoặc reference_date: trong defaults",
        en: "write `standard:` in the step, or `reference_date:` under `defaults:`"))
  }
  /// No standard, or several, on the day.
  static func standards(_ valid: [Standard], on day: Day, at range: SourceRange?) -> Diagnostic {
    let ids = valid.map(\.id).joined(separator: ", ")
    guard !valid.isEmpty else {
      return Diagnostic(
        "classify.standard",
        Phrase(
          vi: "ngày \(day.vietnamese) không có chuẩn nghèo nào", en: "there is no standard for \(day.iso)"),
        at: range,
        hint: Phrase(
          vi: "thêm tệp của chuẩn vào thư mục standards", en: "add its file to the folder of standards"))
    }
    return Diagnostic(
      "classify.standard",
      Phrase(
        vi: "ngày \(day.vietnamese) có \(valid.count) chuẩn nghèo cùng áp dụng: \(ids)",
        en: "\(valid.count) standards are valid on \(day.iso): \(ids)"), at: range,
      hint: Phrase(vi: "ghi standard: cho bước này", en: "write `standard:` for this step"))
  }
  static func standardThen(
    _ standard: Standard, on day: Day, _ valid: [Standard], at range: SourceRange?
  ) -> Diagnostic {
    let ids = valid.map(\.id).joined(separator: ", ")
    return Diagnostic(
      "classify.standard-then",
      Phrase(
        vi: "chuẩn '\(standard.id)' không áp dụng cho rà soát ngày \(day.vietnamese)",
        en: "the standard '\(standard.id)' is not that of a review of \(day.iso)"), at: range,
      hint: valid.isEmpty
        ? Phrase(
          vi: "sửa reference_date, hoặc thêm tệp của chuẩn ngày ấy",
          en: "mend `reference_date`, or add the file of a standard of that day")
        : Phrase(vi: "chuẩn áp dụng ngày ấy: \(ids)", en: "in force on that day: \(ids)"))
  }
  /// A pack that names a standard, or knows lines alone; what it lacks and why are told.
  static func standardWithoutRules(_ standard: Standard, at range: SourceRange?) -> Diagnostic {
    let missing = standard.missingParts.joined(separator: ", ")
    let why = standard.provisional.map { Phrase(vi: ": \($0.vi)", en: ": \($0.en)") } ?? Phrase(same: "")
    return Diagnostic(
      "classify.no-rules",
      Phrase(
        vi: "tệp của chuẩn '\(standard.id)' chưa có \(missing), nên không phân loại hộ được\(why.vi)",
        en:
          "the pack of the standard '\(standard.id)' has no \(missing) yet, so it classifies nobody\(why.en)"),
      at: range,
      hint: Phrase(
        vi: "đối chiếu với văn bản rồi thêm \(missing) vào tệp của chuẩn, hoặc dùng chuẩn khác",
        en: "compare with the act and add \(missing) to the file of the standard, or use another standard"))
  }
  static func noPointRules(_ standard: String?, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "classify.no-rules",
      Phrase(
        vi: "chuẩn\(standard.map { " '\($0)'" } ?? "") không có quy tắc theo điểm B1, B2",
        en: "the standard\(standard.map { " '\($0)'" } ?? "") has no rules over points"), at: range,
      hint: Phrase(
        vi: "phân loại theo thu nhập: khai income và deprivations",
        en: "classify by `income` and `deprivations`"))
  }
  static func inputs(_ options: ClassifyOptions, at range: SourceRange?) -> Diagnostic {
    let both = options.income != nil && options.points != nil
    return Diagnostic(
      "classify.inputs",
      both
        ? Phrase(vi: "chỉ khai income hoặc points", en: "give `income` or `points`, not both")
        : Phrase(
          vi: "cần income và deprivations, hoặc points",
          en: "`income` and `deprivations` are needed, or `points`"),
      at: both ? options.$points : options.$income ?? options.$deprivations ?? range,
      hint: both
        ? Phrase(
          vi: "bỏ points khi phân loại theo thu nhập, bỏ income khi theo điểm",
          en: "remove `points` to classify by income, or `income` to classify by points")
        : Phrase(
          vi: "thêm mục còn thiếu: theo thu nhập, hoặc theo điểm B1, B2",
          en: "add what is lacking: by income, or by the points B1 and B2"))
  }
  static func noAreaWords(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "classify.inputs", Phrase(vi: "không có từ nào cho khu vực", en: "there is no word for an area"),
      at: range,
      hint: Phrase(
        vi: "ghi words, như { Thành thị: urban, Nông thôn: rural }",
        en: "write `words`, such as { town: urban, country: rural }"))
  }
  static func incomeType(_ field: Field, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "classify.income-type",
      Phrase(
        vi: "cột thu nhập '\(field.name)' phải là số nguyên hoặc số thập phân chính xác",
        en: "the column of the income, '\(field.name)', must be of whole numbers or exact decimals"),
      at: range,
      hint: Phrase(
        vi: "ghi type: int hoặc type: decimal trong mô tả cột",
        en: "write `type: int` or `type: decimal` in its schema"))
  }
  static func incomeUnit(
    _ field: Field, _ unit: String, _ said: IncomeFields.Unit, of period: IncomePeriod,
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "classify.income-unit",
      Phrase(
        vi:
          "cột '\(field.name)' tính bằng '\(unit)', không phải \(said.rawValue) một người một \(said.period.phrase.vi)",
        en:
          "the column '\(field.name)' is in '\(unit)', not in \(said.rawValue) per person and \(said.period.phrase.en)"
      ),
      at: range,
      hint: Phrase(
        vi: "chuẩn tính theo đồng/người/\(period.phrase.vi): đổi cột trước, hoặc sửa unit",
        en:
          "lines are in đồng per person and \(period.phrase.en): convert the column before, or mend `unit`"
      ))
  }
  static func unknownIndicator(_ name: String, of ids: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "classify.indicator",
      Phrase(
        vi: "chuẩn không có chỉ số '\(name)'", en: "the standard has no indicator '\(name)'"), at: range,
      hint: ids.suggestion(for: name))
  }
  static func missingIndicators(_ missing: [Indicator], at range: SourceRange?) -> Diagnostic {
    let ids = missing.map(\.id).joined(separator: ", ")
    return Diagnostic(
      "classify.indicator",
      Phrase(vi: "thiếu chỉ số: \(ids)", en: "indicators are lacking: \(ids)"), at: range,
      hint: Phrase(
        vi: "mỗi chỉ số cần một biểu thức hoặc một cột; thiếu không phải là không thiếu hụt",
        en: "each needs an expression or a column; what is not said is not \"no\""))
  }
  /// What a file says of its standard is neither overwritten nor taken for that of the step.
  static func standardTaken(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "classify.column",
      Phrase(vi: "đã có cột '\(name)'", en: "there is a column '\(name)' already"), at: range,
      hint: Phrase(
        vi:
          "bước này ghi chuẩn đã dùng vào cột ấy: bỏ cột cũ, đổi tên nó trong mô tả cột như 'declared_standard', hoặc khai prefix:",
        en:
          "the step writes there by which standard it classified: leave the old column out, rename it in its schema, such as 'declared_standard', or give a `prefix:`"
      ))
  }
  static func columnTaken(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "classify.column",
      Phrase(vi: "đã có cột '\(name)'", en: "there is a column '\(name)' already"), at: range,
      hint: Phrase(
        vi: "đổi tên cột ấy trong mô tả cột, hoặc đổi tên cột loại hộ bằng class:",
        en: "give that column another name in its schema, or the class by `class:`"))
  }
}
