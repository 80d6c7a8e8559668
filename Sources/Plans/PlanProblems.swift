import Diagnostics
import StageKit
import Tables

// The words for what is wrong in the file of a plan.
extension Diagnostic {
  static func periodBackwards(_ period: PeriodFields) -> Diagnostic {
    Diagnostic(
      "plan.period",
      Phrase(
        vi: "thời kỳ kết thúc \(period.to.iso), trước khi bắt đầu \(period.from.iso)",
        en: "the period ends on \(period.to.iso), before it begins on \(period.from.iso)"), at: period.$to)
  }
  static func signedAfterPeriod(_ signed: Day, _ fields: PlanFields) -> Diagnostic {
    let end = fields.period.to.iso
    return Diagnostic(
      "plan.period",
      Phrase(
        vi: "kế hoạch ký ngày \(signed.iso), khi thời kỳ của nó đã hết từ \(end)",
        en: "the plan was signed on \(signed.iso), when its period had ended on \(end)"), at: fields.$date,
      hint: Phrase(
        vi: "xem lại năm của date và của period",
        en: "look again at the year of `date` and that of `period`"))
  }
  static func noTargets(_ fields: PlanFields) -> Diagnostic {
    Diagnostic(
      "plan.no-targets", Phrase(vi: "kế hoạch không có chỉ tiêu nào", en: "the plan has no targets"),
      at: fields.$targets)
  }
  static func unknownTarget(_ id: String, of known: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.unknown-target",
      Phrase(vi: "kế hoạch không có chỉ tiêu '\(id)'", en: "the plan has no target '\(id)'"), at: range,
      hint: known.suggestion(for: id))
  }
  static func nestedInItself(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.nested-in-itself",
      Phrase(
        vi: "chỉ tiêu '\(target.id)' nằm trong chính nó", en: "the target '\(target.id)' is nested in itself"),
      at: target.$partOf,
      hint: Phrase(vi: "bỏ một part_of trong vòng", en: "remove one `part_of` of the circle"))
  }
  static func targetLacks(_ key: String, _ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.target-lacks",
      Phrase(
        vi: "chỉ tiêu '\(target.id)' loại \(target.kind.rawValue) thiếu '\(key)'",
        en: "the target '\(target.id)' of kind \(target.kind.rawValue) lacks '\(key)'"), at: target.$id)
  }
  static func notOneComparison(_ target: TargetFields, _ count: Int) -> Diagnostic {
    let names = "at_most, below, at_least, above, number, about, between, all"
    return Diagnostic(
      "plan.comparison",
      Phrase(
        vi: "chỉ tiêu '\(target.id)' cần đúng một phép so sánh, thấy \(count)",
        en: "the target '\(target.id)' needs one comparison, and has \(count)"), at: target.$id,
      hint: Phrase(vi: "ghi một trong: \(names)", en: "write one of: \(names)"))
  }
  private static func rangeHint(_ target: TargetFields) -> Phrase? {
    guard let ends = target.between, ends.count == 2, ends[1] < ends[0] else {
      return Phrase(vi: "ghi between: [số nhỏ, số lớn]", en: "write `between: [lesser, greater]`")
    }
    return Phrase(same: "between: [\(ends[1].plain), \(ends[0].plain)]")
  }
  static func rangeBackwards(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.range",
      Phrase(
        vi: "'between' cần hai số, số nhỏ trước",
        en: "`between` needs two numbers, the lesser first"), at: target.$between,
      hint: rangeHint(target))
  }
  static func numberOutside(
    _ number: FixedPoint, _ target: TargetFields, _ unit: TargetUnit, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "plan.number",
      Phrase(
        vi: "chỉ tiêu '\(target.id)': \(number.plain) không thể là \(unit.named.vi)",
        en: "the target '\(target.id)': \(number.plain) cannot be \(unit.named.en)"), at: range ?? target.$id,
      hint: Phrase(
        vi: "tỷ lệ từ 0 đến 100; số lượng không âm", en: "rates are 0 to 100; counts are not negative"))
  }
  static func allIsPercent(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.all-is-percent",
      Phrase(vi: "'all' là 100 %, nên unit phải là percent", en: "`all` is 100 %, so `unit` must be percent"),
      at: target.$unit)
  }
  static func changeInPercent(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.change-in-percent",
      Phrase(
        vi: "chỉ tiêu '\(target.id)': mức thay đổi của tỷ lệ tính bằng điểm %, không phải %",
        en: "the target '\(target.id)': a change of a rate is in percentage points, not in percent"),
      at: target.$unit ?? target.$all,
      hint: Phrase(
        vi: "'giảm 0,4%' trong kế hoạch nghĩa là 0,4 điểm %: ghi unit: points",
        en: "`giảm 0,4%` in a plan means 0.4 percentage points: write `unit: points`"))
  }
  static func levelInPoints(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.level-in-points",
      Phrase(
        vi: "chỉ tiêu '\(target.id)': một mức không tính bằng điểm %",
        en: "the target '\(target.id)': a level is not in percentage points"), at: target.$unit,
      hint: Phrase(vi: "ghi unit: percent, hoặc kind: change", en: "write `unit: percent`, or `kind: change`")
    )
  }
  static func partsOfNothing(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.parts",
      Phrase(
        vi: "chỉ chỉ tiêu loại money hoặc entitlement mới có 'parts'",
        en: "only a target of kind money or entitlement has `parts`"), at: target.$parts)
  }
  static func keyOfAnotherKind(_ key: String, _ target: TargetFields, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.key-of-another-kind",
      Phrase(
        vi: "chỉ tiêu '\(target.id)' loại \(target.kind.rawValue) không dùng '\(key)'",
        en: "the target '\(target.id)' of kind \(target.kind.rawValue) does not take '\(key)'"), at: range,
      hint: Phrase(vi: "bỏ mục này, hoặc sửa kind", en: "remove it, or mend `kind`"))
  }
  static func cannotAgree(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.cannot-agree",
      Phrase(
        vi: "chỉ tiêu '\(id)' không phải loại mà phép kiểm này cần",
        en: "the target '\(id)' is not of the kind that this check needs"), at: range,
      hint: Phrase(
        vi: "level_… cần kind: level, cut_… cần kind: change; …_rate cần tỷ lệ, …_count cần số lượng",
        en: "level_… needs `kind: level`, cut_… `kind: change`; …_rate a rate, …_count a count"))
  }
  static func agreesWithNothing(_ check: AgreementFields) -> Diagnostic {
    Diagnostic(
      "plan.agrees-with-nothing",
      Phrase(
        vi: "phép kiểm '\(check.id)' cần ít nhất hai chỉ tiêu",
        en: "the check '\(check.id)' needs two targets"),
      at: check.$id)
  }
  static func statedOutside(_ key: String, _ number: FixedPoint, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.stated",
      Phrase(
        vi: "'\(key)' không thể là \(number.plain)", en: "`\(key)` cannot be \(number.plain)"), at: range,
      hint: Phrase(
        vi: "households lớn hơn 0; start_rate từ 0 đến 100; start_count không âm",
        en: "`households` is above 0, `start_rate` 0 to 100, `start_count` not negative"))
  }
}
