import Diagnostics
import Figures
import Formats
import Tables

// The steps of the arithmetic, in words.
extension Phrase {
  /// Which of the two figures a step tells of.
  enum Part { case base, result }

  static func goal(_ goal: Goal, toward: Direction?) -> Phrase {
    let text = goal.fullText(toward: toward)
    return Phrase(vi: "Mục tiêu: \(text.vi).", en: "Goal: \(text.en).")
  }
  static func figure(
    _ part: Part, _ figure: Figure, _ unit: TargetUnit, _ ends: [Fraction] = [], places: Int = 4
  ) -> Phrase {
    let name =
      part == .base ? Phrase(vi: "Số liệu gốc", en: "Baseline") : Phrase(vi: "Kết quả", en: "Result")
    let value = value(figure, unit, ends, places)
    return Phrase(
      vi: "\(name.vi), ngày \(figure.asOf.vietnamese): \(value.vi).",
      en: "\(name.en), \(figure.asOf.iso): \(value.en).")
  }
  /// A value with what it stands for.
  private static func value(
    _ figure: Figure, _ unit: TargetUnit, _ ends: [Fraction], _ places: Int
  ) -> Phrase {
    let derived = standing(figure)
    if figure.status == .estimate, let interval = figure.declaredInterval {
      let range = between(interval, unit, beside: ends)
      return Phrase(vi: range.vi + derived.vi, en: range.en + derived.en)
    }
    switch figure.value {
    case .amount(let n)?:
      let text = unit.text(n)
      return Phrase(vi: text.vi + derived.vi, en: text.en + derived.en)
    case .ratio(let part, let whole)?:
      let share =
        Extent(asIfExact: figure).map { between($0, .percent, beside: ends, places: places) }
        ?? Phrase(same: "?")
      return Phrase(
        vi:
          "\(VietnameseNumber.text(part)) trên \(VietnameseNumber.text(whole)), bằng \(share.vi)\(derived.vi)",
        en: "\(part.plain) of \(whole.plain), which is \(share.en)\(derived.en)")
    case .printed(let rate)?:
      let text = TargetUnit.percent.text(rate)
      let range = Extent(asIfExact: figure).map { between($0, .percent, beside: ends) } ?? Phrase(same: "")
      return Phrase(
        vi: "\(text.vi)\(derived.vi), là số đã làm tròn: \(range.vi)",
        en: "\(text.en)\(derived.en), a rounded number: \(range.en)")
    case nil: return Phrase(vi: "không có", en: "none")
    }
  }
  /// What is to be known of a figure before it is trusted, in brackets.
  private static func standing(_ figure: Figure) -> Phrase {
    var words: [Phrase] = figure.grade == .derived ? [Phrase(vi: "suy ra", en: "derived")] : []
    switch figure.status {
    case .provisional: words.append(Phrase(vi: "sơ bộ", en: "provisional"))
    case .estimate: words.append(Phrase(vi: "ước tính", en: "estimated"))
    case .value, .revised, .withheld, .notReported, .notApplicable: break
    }
    guard !words.isEmpty else { return Phrase(same: "") }
    return Phrase(
      vi: " (\(words.map(\.vi).joined(separator: ", ")))", en: " (\(words.map(\.en).joined(separator: ", ")))"
    )
  }
  static func change(
    _ change: Extent, _ unit: TargetUnit, _ toward: Direction, beside ends: [Fraction] = []
  ) -> Phrase {
    let amount = between(change, unit, beside: ends)
    return Phrase(
      vi: "Mức \(toward.verb.vi): \(amount.vi).",
      en: "\(toward == .down ? "Cut" : "Rise"): \(amount.en).")
  }
  static func comparison(_ goal: Goal, _ value: Extent, _ fulfilled: Bool) -> Phrase {
    let wanted = goal.text()
    let found = between(value, goal.unit, beside: goal.ends)
    if goal.isBudget {
      return Phrase(
        vi: "So sánh: \(found.vi) \(fulfilled ? "không vượt" : "vượt") \(wanted.vi) của kế hoạch.",
        en:
          "Comparison: \(found.en) \(fulfilled ? "is not more" : "is more") than the \(wanted.en) of the plan."
      )
    }
    let all = value.exact == nil
    let rounding = goal.rounding(of: value)
    let round = Phrase(vi: rounding.map { ", \($0.vi)," } ?? "", en: rounding.map { ", \($0.en)," } ?? "")
    return Phrase(
      vi:
        "So sánh: \(found.vi)\(round.vi) \(fulfilled ? "đúng với" : "không đúng với") mục tiêu \(wanted.vi)\(all ? ", dù lấy số nào trong khoảng" : "").",
      en:
        "Comparison: \(found.en)\(round.en) \(fulfilled ? "fulfils" : "does not fulfil") \(wanted.en)\(all ? ", whichever number of the interval is taken" : "")."
    )
  }
  static let beyondRange = Phrase(
    vi: "Kết quả vượt khoảng mà kế hoạch đặt ra.", en: "The result is beyond the range of the plan.")
  static let insideRange = Phrase(
    vi: "Kết quả nằm trong khoảng mà kế hoạch đặt ra.", en: "The result is inside the range of the plan.")
  static let perhapsBeyondRange = Phrase(
    vi: "Kết quả có thể vượt khoảng mà kế hoạch đặt ra; số đã làm tròn nên không biết chắc.",
    en: "The result may be beyond the range of the plan; the number is rounded, so this is not known.")
  static func spent(_ share: Extent) -> Phrase {
    let share = between(share, .percent, beside: [Fraction(100)])
    return Phrase(
      vi: "Đã dùng \(share.vi) số tiền của kế hoạch.",
      en: "\(share.en) of the money of the plan has been used.")
  }
  static func pace(_ progress: FixedPoint, _ elapsed: FixedPoint, _ pace: FixedPoint) -> Phrase {
    let numbers = [progress, elapsed, pace].map { VietnameseNumber.percent($0) }
    return Phrase(
      vi:
        "Đã đi ít nhất \(numbers[0]) quãng đường khi đã qua \(numbers[1]) thời gian, tức ít nhất \(numbers[2]) mức phải đi tới lúc này.",
      en:
        "At least \(progress.plain)% of the way has been made in \(elapsed.plain)% of the time, which is at least \(pace.plain)% of what was to be made by now."
    )
  }
}
