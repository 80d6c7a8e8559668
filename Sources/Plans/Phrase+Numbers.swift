import Diagnostics
import Formats
import Tables

// Numbers and stretches of them, in words.
extension Phrase {
  /// A stretch in words: one number, or from one to another.
  ///
  /// The words put no number on the wrong side of any of `ends`; what takes more than `places` is rounded to them.
  static func between(
    _ extent: Extent, _ unit: TargetUnit, beside ends: [Fraction] = [], places: Int = 4
  ) -> Phrase {
    if let exact = extent.exact { return number(exact, unit, ends, places) }
    guard let low = extent.low else {
      return extent.high.map {
        end($0, isIncluded: ("nhiều nhất", "at most"), not: ("dưới", "below"), unit, ends)
      }
        ?? Phrase(vi: "mọi số", en: "any number")
    }
    guard let high = extent.high else {
      return end(low, isIncluded: ("ít nhất", "at least"), not: ("trên", "above"), unit, ends)
    }
    let room = extent.room
    let (a, b) = (number(low.value, unit, ends, within: room), number(high.value, unit, ends, within: room))
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
  /// A number as it is printed beside others.
  static func printed(_ value: Fraction, beside ends: [Fraction]) -> Fraction? {
    number(value, beside: ends).map { Fraction($0) }
  }
  /// A number with as many places as it takes to write it, or `least`; more where fewer would print it on the other side
  /// of an end, or further off than `room`.
  static func number(
    _ value: Fraction, beside ends: [Fraction], _ least: Int = 4, within room: Fraction? = nil
  ) -> FixedPoint? {
    for places in 0...18 {
      guard let rounded = value.rounded(places: places) else { break }
      let printed = Fraction(rounded)
      if printed == value { return rounded }
      let isTrue = ends.allSatisfy { (printed < $0) == (value < $0) && (printed > $0) == (value > $0) }
      if places >= least, isTrue, isNear(printed, value, room) { return rounded }
    }
    return nil
  }
  private static func isNear(_ printed: Fraction, _ value: Fraction, _ room: Fraction?) -> Bool {
    guard let room, let less = printed - value, let more = value - printed else { return true }
    return max(less, more) <= room
  }
  static func number(
    _ value: Fraction, _ unit: TargetUnit, _ ends: [Fraction], _ places: Int = 4,
    within room: Fraction? = nil
  ) -> Phrase {
    number(value, beside: ends, places, within: room).map { unit.text($0) }
      ?? Phrase(vi: "một số quá dài để viết", en: "a number too long to write")
  }
}

extension Extent {
  /// How far off its ends may be printed: a tenth of what lies between them; `nil` unless there are two.
  var room: Fraction? {
    guard let low, let high, low.value != high.value, let width = high.value - low.value else { return nil }
    return width / Fraction(10)
  }
}
