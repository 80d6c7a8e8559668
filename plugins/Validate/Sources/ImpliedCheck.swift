import Diagnostics
import Figures
import Formats
import Tables

/// Some one number of households makes all printed rates of their counts, where nobody says how many there are.
///
/// A count n and its rate r, printed to half a unit h, are of 100n/(r+h) < N ≤ 100n/(r−h) households, half away from zero;
/// the ranges of two rates of one place have to meet. Where the number is given, each rate is held against it by itself.
struct ImpliedCheck: FigureCheck {
  /// A rate and the count it is of.
  struct Pair {
    let rate: String
    let part: String
  }
  let pairs: [Pair]
  let whole: String

  /// A pair as it was found.
  private struct Given {
    let pair: Pair
    let rate: FixedPoint
    let count: Int64
    let figures: [Figure]
  }
  /// From how many households on, and up to how many; up to any number where the rate may be 0.
  private typealias Wholes = (least: Int128, most: Int128?)

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    for place in all.figures.places {
      let given = pairs.compactMap { self.given($0, place, all.figures) }
      guard given.count > 1, !isKnown(place, all.figures) else { continue }
      let ranges = given.map { wholes($0.count, $0.rate) }
      guard !ranges.contains(where: { $0 == nil }) else {
        outcome.overflows.append((place, given.flatMap { [$0.pair.part, $0.pair.rate] }))
        continue
      }
      outcome.seen += 1
      let least = ranges.compactMap { $0?.least }.max() ?? 0
      let most = ranges.compactMap { $0?.most }.min()
      guard let most, least > most else { continue }
      outcome.faults.append(fault(place, given, ranges.compactMap { $0 }))
    }
    return outcome
  }
  private func given(_ pair: Pair, _ place: FigurePlace, _ figures: FigureIndex) -> Given? {
    guard let rate = figures.own(pair.rate, place), case .printed(let value)? = rate.value,
      let part = figures.own(pair.part, place), let count = part.wholeCount, count >= 0, value >= 0
    else { return nil }
    return Given(pair: pair, rate: value, count: count, figures: [rate, part])
  }
  /// Whether the households of the day are given, so that each rate is checked by itself.
  private func isKnown(_ place: FigurePlace, _ figures: FigureIndex) -> Bool {
    guard let total = figures.figure(whole, place), total.wholeCount != nil else { return false }
    return total.asOf == place.day
  }
  /// The numbers of households that make the rate of the count; `nil` when they do not fit.
  private func wholes(_ count: Int64, _ rate: FixedPoint) -> Wholes? {
    let (over, isOver) = Int128(count).multipliedReportingOverflow(by: 200 * FixedPoint.power(rate.scale))
    let (twice, isLarge) = rate.units.multipliedReportingOverflow(by: 2)
    guard !isOver, !isLarge, twice < Int128.max else { return nil }
    return (over / (twice + 1) + 1, twice > 0 ? over / (twice - 1) : nil)
  }

  private func fault(_ place: FigurePlace, _ given: [Given], _ ranges: [Wholes]) -> FigureFault {
    func listed(_ write: (FixedPoint) -> String, _ of: String, _ percent: (FixedPoint) -> String) -> String {
      zip(given, ranges).map { one, range in
        let ends = [range.least, range.most].map { $0.map { write(FixedPoint(units: $0)) } ?? "…" }
        let count = write(FixedPoint(one.count))
        return "\(one.pair.part) = \(count), \(one.pair.rate) = \(percent(one.rate)): \(of) "
          + (range.most.map { $0 < range.least } ?? false ? "—" : "\(ends[0])–\(ends[1])")
      }.joined(separator: "; ")
    }
    return FigureFault(
      place: place, figures: given.flatMap(\.figures),
      found: Phrase(
        vi: listed({ VietnameseNumber.text($0) }, "của", { VietnameseNumber.percent($0) }),
        en: listed({ $0.plain }, "of", { "\($0.plain) %" })),
      what: Phrase(
        vi: "không có tổng số nào cho ra mọi tỷ lệ", en: "no one whole makes all of the rates"))
  }
}
