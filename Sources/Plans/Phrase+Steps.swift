import Diagnostics
import Figures
import Formats
import Tables

// The steps of the arithmetic, in words.
extension Phrase {
  /// Which of the two figures a step tells of.
  enum Part { case base, result }

  static func goal(_ goal: Goal, toward: Direction?) -> Phrase {
    let text = goal.text(toward: toward)
    let stated = goal.precision == .stated
    return Phrase(
      vi: "Mục tiêu: \(text.vi)\(stated ? ", tính ở mức làm tròn mà kế hoạch viết" : "").",
      en: "Goal: \(text.en)\(stated ? ", at the precision the plan states" : "").")
  }
  static func figure(_ part: Part, _ figure: Figure, _ unit: TargetUnit, _ ends: [Fraction] = []) -> Phrase {
    let name =
      part == .base ? Phrase(vi: "Số liệu gốc", en: "Baseline") : Phrase(vi: "Kết quả", en: "Result")
    let value = value(figure, unit, ends)
    return Phrase(
      vi: "\(name.vi), ngày \(figure.asOf.vietnamese): \(value.vi).",
      en: "\(name.en), \(figure.asOf.iso): \(value.en).")
  }
  /// A value with what it stands for.
  private static func value(_ figure: Figure, _ unit: TargetUnit, _ ends: [Fraction]) -> Phrase {
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
      let share = Extent(asIfExact: figure).map { between($0, .percent, beside: ends) } ?? Phrase(same: "?")
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
  /// A change in a few words: `giảm 2.010 hộ`, `giảm 2,235–2,265 điểm %`; one that went the other way is told so.
  static func achieved(
    _ change: Extent, _ unit: TargetUnit, _ toward: Direction, beside ends: [Fraction]
  ) -> Phrase? {
    guard let low = change.low?.value, let high = change.high?.value else { return nil }
    if high < Fraction(0), let least = high.negated, let most = low.negated {
      let other = Extent(from: Extent.End(least), to: Extent.End(most))
      return achieved(other, unit, toward.opposite, beside: [])
    }
    // What may have gone either way is told by its arithmetic alone.
    guard low >= Fraction(0) || high <= Fraction(0) else { return nil }
    guard let a = number(low, beside: ends), let b = number(high, beside: ends) else { return nil }
    let (first, last) = (unit.number(a), unit.text(b))
    let verb = toward.verb
    guard low != high else { return Phrase(vi: "\(verb.vi) \(last.vi)", en: "\(verb.en) \(last.en)") }
    return Phrase(vi: "\(verb.vi) \(first.vi)–\(last.vi)", en: "\(verb.en) \(first.en)–\(last.en)")
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
    return Phrase(
      vi:
        "So sánh: \(found.vi) \(fulfilled ? "đúng với" : "không đúng với") mục tiêu \(wanted.vi)\(all ? ", dù lấy số nào trong khoảng" : "").",
      en:
        "Comparison: \(found.en) \(fulfilled ? "fulfils" : "does not fulfil") \(wanted.en)\(all ? ", whichever number of the interval is taken" : "")."
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
  static func pace(_ progress: Int, _ elapsed: Int, _ pace: Int) -> Phrase {
    Phrase(
      vi:
        "Đã đi ít nhất \(progress)\u{A0}% quãng đường khi đã qua \(elapsed)\u{A0}% thời gian, tức ít nhất \(pace)\u{A0}% mức phải đi tới lúc này.",
      en:
        "At least \(progress)% of the way has been made in \(elapsed)% of the time, which is at least \(pace)% of what was to be made by now."
    )
  }
  static func margin(_ margin: Verdict.Margin) -> Phrase {
    let close = margin.isClose ? Phrase(vi: " Kết quả sát ngưỡng.", en: " This is close.") : Phrase(same: "")
    guard (margin.low < 0) == (margin.high < 0) else {
      return Phrase(
        vi: "Tính ra số hộ thì sát ngưỡng, không biết chắc ở phía nào.",
        en: "In households it is close to the goal, on a side that is not known.")
    }
    guard margin.low != 0 || margin.high != 0 else {
      return Phrase(
        vi: "Vừa đúng mức phải đạt, không dư hộ nào.\(close.vi)",
        en: "It is just at the goal, with no household to spare.\(close.en)")
    }
    let isShort = margin.low < 0
    let (near, far) = isShort ? (-margin.high, -margin.low) : (margin.low, margin.high)
    let vi = VietnameseNumber.text(near) + (near == far ? "" : "–" + VietnameseNumber.text(far))
    let en = "\(near)" + (near == far ? "" : "–\(far)")
    return isShort
      ? Phrase(
        vi: "Còn cách mục tiêu \(vi)\u{A0}hộ.\(close.vi)",
        en: "It is \(en) households short of the goal.\(close.en)")
      : Phrase(
        vi: "Tốt hơn mục tiêu \(vi)\u{A0}hộ.\(close.vi)",
        en: "It is \(en) households better than the goal.\(close.en)")
  }

  /// A stretch in words: one number, or from one to another.
  ///
  /// The words put no number on the wrong side of any of `ends`.
  static func between(_ extent: Extent, _ unit: TargetUnit, beside ends: [Fraction] = []) -> Phrase {
    if let exact = extent.exact { return number(exact, unit, ends) }
    guard let low = extent.low else {
      return extent.high.map {
        end($0, isIncluded: ("nhiều nhất", "at most"), not: ("dưới", "below"), unit, ends)
      }
        ?? Phrase(vi: "mọi số", en: "any number")
    }
    guard let high = extent.high else {
      return end(low, isIncluded: ("ít nhất", "at least"), not: ("trên", "above"), unit, ends)
    }
    let (a, b) = (number(low.value, unit, ends), number(high.value, unit, ends))
    return Phrase(
      vi: "\(low.isIncluded ? "từ" : "trên") \(a.vi) đến \(high.isIncluded ? "" : "dưới ")\(b.vi)",
      en: "\(low.isIncluded ? "from" : "above") \(a.en) to \(high.isIncluded ? "" : "below ")\(b.en)")
  }
  /// A stretch with one end.
  private static func end(
    _ end: Extent.End, isIncluded: (vi: String, en: String), not: (vi: String, en: String),
    _ unit: TargetUnit,
    _ ends: [Fraction]
  ) -> Phrase {
    let (words, number) = (end.isIncluded ? isIncluded : not, number(end.value, unit, ends))
    return Phrase(vi: "\(words.vi) \(number.vi)", en: "\(words.en) \(number.en)")
  }
  /// A number with as many places as it takes to write it, or four; more where fewer would print it on the other side of
  /// an end.
  private static func number(_ value: Fraction, beside ends: [Fraction]) -> FixedPoint? {
    for places in 0...18 {
      guard let rounded = value.rounded(places: places) else { break }
      let printed = Fraction(rounded)
      if printed == value { return rounded }
      let isTrue = ends.allSatisfy { (printed < $0) == (value < $0) && (printed > $0) == (value > $0) }
      if places >= 4, isTrue { return rounded }
    }
    return nil
  }
  private static func number(_ value: Fraction, _ unit: TargetUnit, _ ends: [Fraction]) -> Phrase {
    number(value, beside: ends).map { unit.text($0) }
      ?? Phrase(vi: "một số quá dài để viết", en: "a number too long to write")
  }
}
