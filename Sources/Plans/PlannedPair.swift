import Diagnostics
import Figures
import Formats
import Tables

/// A count of a plan with the rate that it is said to be; either may be a range.
struct PlannedPair {
  let least: FixedPoint
  let most: FixedPoint
  let lowRate: FixedPoint
  let highRate: FixedPoint
  /// The rate, when it is no range.
  var rate: FixedPoint? { lowRate == highRate ? lowRate : nil }

  init?(count: Target?, rate: Target?) {
    guard let counts = count?.comparison, let rates = rate?.comparison else { return nil }
    (least, most) = (counts.bound, counts.far)
    (lowRate, highRate) = (rates.bound, rates.far)
  }
  /// The households there are when the rate is exact, rounded to a whole number at both ends.
  var exactly: (Int128, Int128)? {
    guard let low = quotient(least, Fraction(highRate))?.rounded(places: 0),
      let high = quotient(most, Fraction(lowRate))?.rounded(places: 0)
    else { return nil }
    return (low.units, high.units)
  }
  /// The households there can be when the rate is rounded: 100n/(r+h) < N ≤ 100n/(r−h); no least of a rate of 0.
  var rounded: Extent? {
    guard let low = CountAndRate(count: least, rate: highRate).wholes?.low,
      let wide = CountAndRate(count: most, rate: lowRate).wholes
    else { return nil }
    return Extent(from: low, to: wide.high)
  }
  private func quotient(_ count: FixedPoint, _ percent: Fraction) -> Fraction? {
    (Fraction(count) * Fraction(100)).flatMap { $0 / percent }
  }
}

// The division in numbers that can be checked by hand.
extension PlannedPair {
  /// How the households follow, without and with the rounding of the rate; `wide` are those with it.
  func division(of wide: Phrase) -> Phrase? {
    guard let above = edge(highRate, isUpper: true), let below = edge(lowRate, isUpper: false) else {
      return nil
    }
    let ends =
      least == most && lowRate == highRate ? [(least, highRate)] : [(least, highRate), (most, lowRate)]
    let exact = ends.compactMap { quotientText($0.0, $0.1) }
    func number(_ n: FixedPoint) -> String { VietnameseNumber.text(n) }
    return Phrase(
      vi: """
        \(exact.map(\.vi).joined(separator: "; ")). Tỷ lệ đã làm tròn là từ \(number(below))\u{A0}% đến dưới \
        \(number(above))\u{A0}%, nên \(number(least)) × 100 : \(number(above)) < số hộ ≤ \(number(most)) × 100 : \
        \(number(below)), tức \(wide.vi)\u{A0}hộ.
        """,
      en: """
        \(exact.map(\.en).joined(separator: "; ")). The rounded rate is from \(below.plain)% to below \
        \(above.plain)%, so \(least.plain) × 100 / \(above.plain) < households ≤ \(most.plain) × 100 / \
        \(below.plain), which is \(wide.en) households.
        """)
  }
  /// Half a unit of the last place beside a printed rate; one place more writes it exactly.
  private func edge(_ rate: FixedPoint, isUpper: Bool) -> FixedPoint? {
    let end = Extent(printed: rate).flatMap { isUpper ? $0.high : $0.low }
    return end?.value.rounded(places: min(rate.scale + 1, 18))
  }
  private func quotientText(_ count: FixedPoint, _ rate: FixedPoint) -> Phrase? {
    guard let exact = quotient(count, Fraction(rate)), let whole = exact.rounded(places: 0) else {
      return nil
    }
    let sign = Fraction(whole) == exact ? "=" : "≈"
    return Phrase(
      vi:
        "\(VietnameseNumber.text(count)) × 100 : \(VietnameseNumber.text(rate)) \(sign) \(VietnameseNumber.text(whole))",
      en: "\(count.plain) × 100 / \(rate.plain) \(sign) \(whole.plain)")
  }
}

extension Target {
  /// What its first reading asks of the number; `nil` for a direction and for what is not judged.
  var comparison: Comparison? { readings.first?.conditions.first?.goal?.comparison }
}
