import Diagnostics
import Tables

// A change in a few words.
extension Phrase {
  /// A change in a few words: `giảm 2.010 hộ`, `giảm 2,235–2,265 điểm %`; one that went the other way is told so.
  ///
  /// Beside a number that it must not be taken for, an end that is left out is told as such: `giảm trên 0,8 điểm % đến
  /// dưới 1 điểm %`. `nil` of what may be any change.
  static func achieved(
    _ change: Extent, _ unit: TargetUnit, _ toward: Direction, beside ends: [Fraction]
  ) -> Phrase? {
    if change.exact == Fraction(0) { return Phrase(vi: "không đổi", en: "unchanged") }
    if let high = change.high, high.value <= Fraction(0) {
      guard let other = Extent(Fraction(0)) - change else { return nil }
      return achieved(other, unit, toward.opposite, beside: ends.compactMap(\.negated))
    }
    guard let low = change.low, low.value >= Fraction(0) else {
      return eitherWay(change, unit, toward, ends)
    }
    let amount = amount(low, change, unit, ends)
    return Phrase(vi: "\(toward.verb.vi) \(amount.vi)", en: "\(toward.verb.en) \(amount.en)")
  }
  private static func amount(
    _ low: Extent.End, _ change: Extent, _ unit: TargetUnit, _ ends: [Fraction]
  ) -> Phrase {
    let isBeside = [low, change.high].compactMap { $0 }.contains { ends.contains($0.value) }
    guard change.exact == nil, !isBeside, let high = change.high,
      let a = number(low.value, beside: ends, within: change.room),
      let b = number(high.value, beside: ends, within: change.room)
    else { return between(change, unit, beside: ends) }
    let (first, last) = (unit.number(a), unit.text(b))
    return Phrase(vi: "\(first.vi)–\(last.vi)", en: "\(first.en)–\(last.en)")
  }
  /// What may have gone either way: from the most against to the most for.
  private static func eitherWay(
    _ change: Extent, _ unit: TargetUnit, _ toward: Direction, _ ends: [Fraction]
  ) -> Phrase? {
    let (against, wanted) = (toward.opposite.verb, toward.verb)
    let back = change.low.flatMap { low in
      low.value.negated.map {
        part(Extent.End($0, isIncluded: low.isIncluded), unit, ends.compactMap(\.negated), change.room)
      }
    }
    let forth = change.high.map { part($0, unit, ends, change.room) }
    switch (back, forth) {
    case (let a?, let b?):
      return Phrase(
        vi: "từ \(against.vi) \(a.vi) đến \(wanted.vi) \(b.vi)",
        en: "from \(against.en) \(a.en) to \(wanted.en) \(b.en)")
    case (let a?, nil):
      return Phrase(
        vi: "\(against.vi) \(a.vi), hoặc \(wanted.vi)", en: "\(against.en) \(a.en), or \(toward.noun)")
    case (nil, let b?):
      return Phrase(
        vi: "\(wanted.vi) \(b.vi), hoặc \(against.vi)", en: "\(wanted.en) \(b.en), or \(toward.opposite.noun)"
      )
    case (nil, nil): return nil
    }
  }
  private static func part(
    _ end: Extent.End, _ unit: TargetUnit, _ ends: [Fraction], _ room: Fraction?
  ) -> Phrase {
    let number = number(end.value, unit, ends, within: room)
    return end.isIncluded ? number : Phrase(vi: "dưới \(number.vi)", en: "less than \(number.en)")
  }
}

extension Direction {
  /// What went that way, in English.
  fileprivate var noun: String { self == .down ? "a cut" : "a rise" }
}
