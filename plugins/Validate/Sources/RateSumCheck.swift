import Diagnostics
import Figures
import Formats
import Tables

/// Rates of parts that exclude each other add up to the rate of all, within one unit of the last decimal that is printed.
///
/// Rates that are ratios of counts are not rounded, and add up exactly where they have one denominator; printed ones may be
/// off by as much as rounding makes them. What was printed with fewest places decides.
struct RateSumCheck: FigureCheck {
  let whole: String
  let parts: [String]

  /// A rate in percent, as a fraction.
  private struct Fraction {
    var over: Int128
    var under: Int128

    static func + (a: Self, b: Self) -> Self? {
      if a.under == b.under {
        let (sum, isOver) = a.over.addingReportingOverflow(b.over)
        return isOver ? nil : Fraction(over: sum, under: a.under)
      }
      let (x, y) = (a.over.times(b.under), b.over.times(a.under))
      guard let x, let y, let under = a.under.times(b.under) else { return nil }
      let (sum, isOver) = x.addingReportingOverflow(y)
      return isOver ? nil : Fraction(over: sum, under: under)
    }
    /// Whether it is no further from 0 than a unit of so many decimal places; `nil` when that does not fit.
    func isWithin(_ places: Int?) -> Bool? {
      guard let places else { return over == 0 }
      return over.times(FixedPoint.power(places)).map { abs($0) <= under }
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
      guard let difference = difference(values), let isRight = difference.isWithin(places(values)) else {
        outcome.overflows.append((place, [whole] + parts))
        continue
      }
      outcome.seen += 1
      guard !isRight else { continue }
      outcome.faults.append(fault(place, figures, values))
    }
    return outcome
  }

  /// The sum of all but the first, less the first; `nil` when it does not fit.
  private func difference(_ values: [FigureValue]) -> Fraction? {
    var sum: Fraction? = Fraction(over: 0, under: 1)
    for (index, value) in values.enumerated() {
      guard var next = fraction(value), let known = sum else { return nil }
      if index == 0 { next.over = -next.over }
      sum = index == 0 ? next : known + next
    }
    return sum
  }
  private func fraction(_ value: FigureValue) -> Fraction? {
    switch value {
    case .printed(let rate), .amount(let rate):
      return Fraction(over: rate.units, under: FixedPoint.power(rate.scale))
    case .ratio(let part, let all):
      let scale = max(part.scale, all.scale)
      guard let over = part.units(at: scale)?.times(100), let under = all.units(at: scale), under > 0 else {
        return nil
      }
      return Fraction(over: over, under: under)
    }
  }
  /// The fewest places with which one of them is printed; `nil` when none is.
  private func places(_ values: [FigureValue]) -> Int? {
    values.compactMap { value in
      switch value {
      case .printed(let rate), .amount(let rate): rate.scale
      case .ratio: nil
      }
    }.min()
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
