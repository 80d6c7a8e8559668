import Diagnostics
import Formats
import Tables

// How far, in words: the share of the way that was made, and the distance in households.
extension Phrase {
  /// The share of the way with the numbers it was worked out of: `(80 − 25) : (80 − 20) = 91 %`.
  static func share(_ share: Verdict.Share, _ progress: Progress) -> Phrase {
    let (least, most) = (progress.least, progress.most)
    let isRounded = [least, most].contains { way in
      (way.share * Fraction(100)).map { $0.denominator != 1 } ?? true
    }
    let down = isRounded ? Phrase(vi: ", làm tròn xuống", en: ", rounded down") : Phrase(same: "")
    let (a, b) = (formula(least, share.low), formula(most, share.high))
    // All of the way is the most only of a number that is not to be reached itself.
    guard most.share < Fraction(1) || least == most else {
      return Phrase(
        vi: "Quãng đường đã đi: ít nhất \(a.vi), và chưa hết\(down.vi).",
        en: "Share of the way: at least \(a.en), and not all\(down.en).")
    }
    guard least != most else {
      return Phrase(vi: "Quãng đường đã đi: \(a.vi)\(down.vi).", en: "Share of the way: \(a.en)\(down.en).")
    }
    return Phrase(
      vi: "Quãng đường đã đi: ít nhất \(a.vi), nhiều nhất \(b.vi)\(down.vi).",
      en: "Share of the way: at least \(a.en), at most \(b.en)\(down.en).")
  }
  private static func formula(_ way: Progress.Way, _ percent: Int) -> Phrase {
    func text(_ number: Fraction) -> Phrase {
      Phrase.number(number, beside: []).map { Phrase(vi: VietnameseNumber.text($0), en: $0.plain) }
        ?? Phrase(vi: "một số quá dài để viết", en: "a number too long to write")
    }
    let (start, here, end) = (text(way.start), text(way.here), text(way.end))
    guard way.start != Fraction(0) else {
      return Phrase(
        vi: "\(here.vi) : \(end.vi) = \(percent)\u{A0}%", en: "\(here.en) / \(end.en) = \(percent)%")
    }
    func difference(_ other: Phrase) -> Phrase {
      way.start > way.end
        ? Phrase(vi: "(\(start.vi) − \(other.vi))", en: "(\(start.en) − \(other.en))")
        : Phrase(vi: "(\(other.vi) − \(start.vi))", en: "(\(other.en) − \(start.en))")
    }
    let (made, whole) = (difference(here), difference(end))
    return Phrase(
      vi: "\(made.vi) : \(whole.vi) = \(percent)\u{A0}%", en: "\(made.en) / \(whole.en) = \(percent)%")
  }

  // MARK: In households

  /// How far a result is from where its goal begins to be met.
  static func margin(_ margin: Verdict.Margin, of goal: Goal) -> Phrase {
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
    let count = Phrase(vi: "\(vi)\u{A0}hộ", en: "\(near)" + (near == far ? "" : "–\(far)") + " households")
    let told = isShort ? goal.short(by: count) : goal.beyond(by: count)
    return Phrase(vi: told.vi + close.vi, en: told.en + close.en)
  }
}

extension Goal {
  /// Whether it is a level between two ends, which is left on either side.
  private var isLevelRange: Bool {
    if case .between = comparison { !isChange } else { false }
  }
  /// Where it begins to be met, which is not always the number of the plan.
  private var threshold: Phrase {
    switch comparison {
    case .about: Phrase(vi: "ngưỡng (95\u{A0}% con số của kế hoạch)", en: "95% of the number of the plan")
    case .between: Phrase(vi: "mức thấp nhất của khoảng", en: "the lesser end of the range")
    case .atMost, .below, .atLeast, .above, .number, .all: Phrase(vi: "mục tiêu", en: "the goal")
    }
  }
  fileprivate func short(by count: Phrase) -> Phrase {
    if isLevelRange {
      return Phrase(
        vi: "Còn cách khoảng mục tiêu \(count.vi).", en: "It is \(count.en) outside the range.")
    }
    return Phrase(
      vi: "Còn cách \(threshold.vi) \(count.vi).", en: "It is \(count.en) short of \(threshold.en).")
  }
  fileprivate func beyond(by count: Phrase) -> Phrase {
    if isLevelRange {
      return Phrase(
        vi: "Nằm trong khoảng mục tiêu, cách đầu gần hơn \(count.vi).",
        en: "It is inside the range, \(count.en) from its nearer end.")
    }
    return Phrase(
      vi: "Tốt hơn \(threshold.vi) \(count.vi).", en: "It is \(count.en) better than \(threshold.en).")
  }
}
