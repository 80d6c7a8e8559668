import Diagnostics
import Figures
import Formats
import Tables

/// A rate is the one that two counts make, rounded half away from zero to the places it is printed with.
struct RateCheck: FigureCheck {
  let rate: String
  let part: String
  let whole: String

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    for place in all.figures.places {
      guard let figure = all.figures.figure(rate, place), let value = figure.value else { continue }
      let given = [part, whole].map { all.figures.figure($0, place) }
      guard let count = given[0]?.wholeCount, let total = given[1]?.wholeCount else {
        outcome.missing.append((place, given[0]?.wholeCount == nil ? [part] : [whole]))
        continue
      }
      guard total > 0 else {
        outcome.zeros.append((place, whole))
        continue
      }
      outcome.seen += 1
      guard let shown = wrong(value, FixedPoint(count), FixedPoint(total)) else { continue }
      outcome.faults.append(
        FigureFault(
          place: place, figures: [figure] + given.compactMap { $0 },
          found: Phrase(
            vi:
              "\(rate) = \(shown.vi); \(part) = \(VietnameseNumber.text(count)), \(whole) = \(VietnameseNumber.text(total))\(shown.again.vi)",
            en: "\(rate) = \(shown.en); \(part) = \(count), \(whole) = \(total)\(shown.again.en)"),
          what: Phrase(vi: "tỷ lệ không đúng với hai số đếm", en: "the rate is not that of the two counts")))
    }
    return outcome
  }

  /// How a rate that is wrong is shown; `nil` when it is right.
  private func wrong(_ value: FigureValue, _ count: FixedPoint, _ all: FixedPoint) -> (
    vi: String, en: String, again: Phrase
  )? {
    switch value {
    case .printed(let rate), .amount(let rate):
      let right = CountAndRate(count: count, rate: rate).rate(in: all)
      guard right != rate else { return nil }
      let again = right.map {
        Phrase(
          vi: "; tính lại được \(VietnameseNumber.percent($0))", en: "; worked out it is \($0.plain) %")
      }
      return (VietnameseNumber.percent(rate), "\(rate.plain) %", again ?? Phrase(same: ""))
    case .ratio(let numerator, let denominator):
      guard numerator != count || denominator != all else { return nil }
      let (a, b) = (VietnameseNumber.text(numerator), VietnameseNumber.text(denominator))
      return ("\(a)/\(b)", "\(numerator.plain)/\(denominator.plain)", Phrase(same: ""))
    }
  }
}
