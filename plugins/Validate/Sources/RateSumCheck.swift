import Diagnostics
import Figures
import Formats
import Tables

/// Rates of parts that exclude each other add up to the rate of all, as far as each of them was rounded.
///
/// A printed rate is within half a unit of its own last digit, and the rates of parts together are between the sums of those
/// ends: 4 % and 3.5 % are 6.95 to 8.05 %, and no 8.5 %. Rates that are ratios of counts are not rounded.
struct RateSumCheck: FigureCheck {
  let whole: String
  let parts: [String]

  /// Between which rates in percent one is, or several together, as fractions of one denominator.
  private struct Span {
    var low: Int128
    var high: Int128
    var under: Int128

    /// The same of another denominator; `nil` when it does not fit.
    private func times(_ factor: Int128) -> Span? {
      guard let low = low.times(factor), let high = high.times(factor), let under = under.times(factor) else {
        return nil
      }
      return Span(low: low, high: high, under: under)
    }
    private static func alike(_ a: Span, _ b: Span) -> (Span, Span)? {
      if a.under == b.under { return (a, b) }
      guard let x = a.times(b.under), let y = b.times(a.under) else { return nil }
      return (x, y)
    }
    static func + (a: Span, b: Span) -> Span? {
      guard let (x, y) = alike(a, b) else { return nil }
      let (low, isLowOver) = x.low.addingReportingOverflow(y.low)
      let (high, isHighOver) = x.high.addingReportingOverflow(y.high)
      return isLowOver || isHighOver ? nil : Span(low: low, high: high, under: x.under)
    }
    /// Whether some rate is in both; `nil` when that does not fit.
    func meets(_ other: Span) -> Bool? {
      Self.alike(self, other).map { $0.low <= $1.high && $1.low <= $0.high }
    }
  }

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    for place in all.figures.places {
      guard let total = all.figures.own(whole, place), let value = total.value else { continue }
      let rates = parts.map { all.figures.own($0, place) }
      let gone = zip(parts, rates).filter { $1?.value == nil }.map(\.0)
      guard gone.isEmpty else {
        outcome.missing.append((place, gone))
        continue
      }
      let figures = [total] + rates.compactMap { $0 }
      let values = [value] + figures.dropFirst().compactMap(\.value)
      guard let isRight = adds(values) else {
        outcome.overflows.append((place, [whole] + parts))
        continue
      }
      outcome.seen += 1
      guard !isRight else { continue }
      outcome.faults.append(fault(place, figures, values))
    }
    return outcome
  }

  /// Whether the first can be the sum of the others; `nil` when that does not fit.
  private func adds(_ values: [FigureValue]) -> Bool? {
    let places = values.map(\.places).max() ?? 0
    let spans = values.map { span($0, places) }
    guard let all = spans[0], spans.count > 1, var sum = spans[1] else { return nil }
    for next in spans.dropFirst(2) {
      guard let next, let more = sum + next else { return nil }
      sum = more
    }
    return sum.meets(all)
  }
  /// Between which rates one is: a printed one as a fraction of so many places, that of the one with most.
  private func span(_ value: FigureValue, _ places: Int) -> Span? {
    switch value {
    case .printed(let rate), .amount(let rate):
      guard let middle = rate.units(at: places)?.times(2),
        let (unit, hundred) = FixedPoint.power(places).times(200).map({ ($0 / 100, $0) })
      else { return nil }
      let half = FixedPoint.power(places - rate.scale)
      let (low, isLowOver) = middle.subtractingReportingOverflow(half)
      let (high, isHighOver) = middle.addingReportingOverflow(half)
      guard !isLowOver, !isHighOver else { return nil }
      // No rate is below 0 or above 100, however it is rounded.
      return Span(low: max(low, min(middle, 0)), high: min(high, max(middle, hundred)), under: unit)
    case .ratio(let part, let all):
      let scale = max(part.scale, all.scale)
      guard let over = part.units(at: scale)?.times(100), let under = all.units(at: scale), under > 0 else {
        return nil
      }
      return Span(low: over, high: over, under: under)
    }
  }

  private func fault(_ place: FigurePlace, _ figures: [Figure], _ values: [FigureValue]) -> FigureFault {
    func listed(_ shown: (FigureValue) -> String) -> String {
      zip([whole] + parts, values).map { "\($0) = \(shown($1))" }.joined(separator: ", ")
    }
    return FigureFault(
      place: place, figures: figures,
      found: Phrase(vi: listed(\.inVietnamese), en: listed(\.inEnglish)),
      what: Phrase(
        vi: "tổng các tỷ lệ khác tỷ lệ chung", en: "the rates do not add up to that of all of them"))
  }
}
extension Int128 {
  /// The product; `nil` when it does not fit.
  fileprivate func times(_ other: Int128) -> Int128? {
    let (product, isOver) = multipliedReportingOverflow(by: other)
    return isOver ? nil : product
  }
}
extension FigureValue {
  /// The places that it is printed with.
  fileprivate var places: Int {
    switch self {
    case .printed(let rate), .amount(let rate): rate.scale
    case .ratio: 0
    }
  }
  fileprivate var inVietnamese: String {
    switch self {
    case .printed(let rate), .amount(let rate): VietnameseNumber.percent(rate)
    case .ratio(let part, let all): "\(VietnameseNumber.text(part))/\(VietnameseNumber.text(all))"
    }
  }
  fileprivate var inEnglish: String {
    switch self {
    case .printed(let rate), .amount(let rate): "\(rate.plain) %"
    case .ratio(let part, let all): "\(part.plain)/\(all.plain)"
    }
  }
}
