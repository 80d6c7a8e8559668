import Diagnostics
import StageKit
import Tables

// The words for numbers, units and ids that cannot be.
extension Diagnostic {
  /// A count that is written with a decimal point; `place` is the target or the key it stands in.
  static func fraction(
    _ number: FixedPoint, _ unit: TargetUnit, _ place: String, at range: SourceRange?
  ) -> Diagnostic {
    let text = number.plain
    // Three digits behind the point are thousands as a rule; anything else is no count at all.
    let isGrouped = text.wholeMatch(of: /[1-9][0-9]{0,2}\.[0-9]{3}/) != nil
    let digits = text.filter { $0 != "." }
    return Diagnostic(
      "plan.fraction",
      Phrase(
        vi: "'\(place)': \(unit.named.vi) phải là số nguyên, thấy \(text)",
        en: "'\(place)': a number of \(unit.named.en) is whole, found \(text)"), at: range,
      hint: isGrouped
        ? Phrase(
          vi: "dấu chấm là dấu thập phân: viết liền \(digits), không tách nghìn",
          en: "the point is a decimal point: write \(digits) without separators")
        : Phrase(
          vi: "viết một số nguyên, không có dấu chấm", en: "write a whole number, without a point"))
  }
  static func unitOfMeasure(_ unit: TargetUnit, _ measure: String, _ target: TargetFields) -> Diagnostic {
    let fitting = (MeasureMeaning.units(of: measure) ?? []).map(\.rawValue)
    return Diagnostic(
      "plan.unit-of-measure",
      Phrase(
        vi: "chỉ tiêu '\(target.id)': số đo '\(measure)' không tính bằng \(unit.rawValue)",
        en: "the target '\(target.id)': the measure '\(measure)' is not in \(unit.rawValue)"),
      at: target.$unit ?? target.$all ?? target.$id,
      hint: Phrase(
        vi: "ghi unit: \(fitting.joined(separator: " hoặc ")), hoặc dùng số đo khác",
        en: "write `unit: \(fitting.joined(separator: "` or `"))`, or use another measure"))
  }

  // MARK: Ids

  static func targetTwice(_ target: TargetFields, first: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.target-twice",
      Phrase(vi: "hai chỉ tiêu cùng mã '\(target.id)'", en: "two targets have the id '\(target.id)'"),
      at: target.$id, notes: firstUse(first.$id))
  }
  static func targetCase(_ target: TargetFields, first: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.target-case",
      Phrase(
        vi: "mã '\(target.id)' chỉ khác '\(first.id)' ở chữ hoa, chữ thường",
        en: "the id '\(target.id)' differs from '\(first.id)' in the case of letters alone"),
      at: target.$id,
      hint: Phrase(
        vi: "đổi mã của một chỉ tiêu: có máy chủ không phân biệt hai trang ấy",
        en: "give one of them another id: some servers take the two pages for one"),
      notes: firstUse(first.$id))
  }
  static func checkTwice(_ check: AgreementFields, first: AgreementFields) -> Diagnostic {
    Diagnostic(
      "plan.check-twice",
      Phrase(vi: "hai phép kiểm cùng mã '\(check.id)'", en: "two checks have the id '\(check.id)'"),
      at: check.$id, hint: Phrase(vi: "đổi mã của một phép kiểm", en: "give one of them another id"),
      notes: firstUse(first.$id))
  }
  private static func firstUse(_ range: SourceRange?) -> [Diagnostic.Note] {
    range.map {
      [Diagnostic.Note(Phrase(vi: "mã này được dùng lần đầu ở đây", en: "it was first used here"), at: $0)]
    } ?? []
  }
}
