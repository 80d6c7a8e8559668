import Diagnostics
import Figures
import Formats
import Tables

/// A rate is the one that two counts make, rounded half away from zero to the places it is printed with.
///
/// A rate that ends in `*` stands for all that begin so, with what stands there in its counts too: `rate_*` of `count_*`.
struct RateCheck: FigureCheck {
  let rate: String
  let part: String
  /// The counts that make the part, where it is not there itself.
  var sum: [String] = []
  let whole: String
  /// The only group that is looked at; `nil` when every one is.
  var group: String?
  /// The group of the whole; `nil` for that of the rate.
  var wholeGroup: String?

  /// Counts that a rate is made of, and what they are called.
  private struct Given {
    let name: String
    var count: Int64?
    var figures: [Figure] = []
    var isOver = false
    var day = (vi: "", en: "")
  }

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    guard rate.hasSuffix("*") else { return judgeOne(all) }
    var outcome = FigureOutcome()
    for measure in all.figures.named(rate) {
      outcome.add(named(measure.dropFirst(rate.count - 1)).judgeOne(all))
    }
    return outcome
  }
  /// The same check of one rate, with a name in place of the star.
  private func named(_ name: Substring) -> RateCheck {
    func full(_ text: String) -> String { text.hasSuffix("*") ? "\(text.dropLast())\(name)" : text }
    return RateCheck(
      rate: full(rate), part: full(part), sum: sum.map(full), whole: full(whole), group: group,
      wholeGroup: wholeGroup)
  }
  private func judgeOne(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    for place in all.figures.places where group.map({ $0 == place.group }) ?? true {
      guard let figure = all.figures.own(rate, place), let value = figure.value else { continue }
      let (part, total) = (given(place, all.figures), households(place, value, all.figures))
      guard !part.isOver else {
        outcome.overflows.append((place, sum))
        continue
      }
      guard let count = part.count, let all = total.count else {
        outcome.missing.append((place, [part.count == nil ? part.name : total.name]))
        continue
      }
      guard all > 0 else {
        outcome.zeros.append((place, whole))
        continue
      }
      switch judge(value, FixedPoint(count), FixedPoint(all)) {
      case .tooLarge: outcome.overflows.append((place, [part.name, whole]))
      case .right: outcome.seen += 1
      case .wrong(let shown):
        outcome.seen += 1
        outcome.faults.append(fault(place, figure, shown, part, total))
      }
    }
    return outcome
  }
  private func fault(
    _ place: FigurePlace, _ figure: Figure, _ shown: Shown, _ part: Given, _ total: Given
  ) -> FigureFault {
    let (vi, en) = (told(part, total) { VietnameseNumber.text($0) }, told(part, total) { String($0) })
    return FigureFault(
      place: place, figures: [figure] + part.figures + total.figures,
      found: Phrase(
        vi: "\(rate) = \(shown.vi); \(vi)\(total.day.vi)\(shown.again.vi)",
        en: "\(rate) = \(shown.en); \(en)\(total.day.en)\(shown.again.en)"),
      what: Phrase(vi: "tỷ lệ không đúng với hai số đếm", en: "the rate is not that of the two counts"))
  }
  private func told(_ part: Given, _ total: Given, _ write: (Int64) -> String) -> String {
    [part, total].map { "\($0.name) = \($0.count.map(write) ?? "—")" }.joined(separator: ", ")
  }

  /// The part: as it is given, or added up.
  private func given(_ place: FigurePlace, _ figures: FigureIndex) -> Given {
    let own = figures.figure(part, place)
    if let count = own?.wholeCount {
      return Given(name: part, count: count, figures: own.map { [$0] } ?? [])
    }
    let parts = sum.compactMap { figures.figure($0, place) }
    let numbers = parts.compactMap(\.wholeCount)
    guard !sum.isEmpty, numbers.count == sum.count else { return Given(name: part) }
    var made = Given(name: sum.joined(separator: " + "), count: 0, figures: parts)
    for number in numbers {
      let (next, isOver) = (made.count ?? 0).addingReportingOverflow(number)
      (made.count, made.isOver) = (next, made.isOver || isOver)
    }
    return made
  }
  /// The whole: of the day of the rate, for one of another day it need not be of.
  ///
  /// A ratio says itself what it is of, and may be of a total of any day up to its own.
  private func households(_ place: FigurePlace, _ value: FigureValue, _ figures: FigureIndex) -> Given {
    let place = FigurePlace(
      unit: place.unit, day: place.day, standard: place.standard, group: wholeGroup ?? place.group)
    if case .ratio(_, let denominator) = value,
      let total = figures.totals(whole, place).first(where: {
        $0.wholeCount.map { FixedPoint($0) } == denominator
      })
    {
      return Given(name: whole, count: total.wholeCount, figures: [total], day: total.ownDay(at: place))
    }
    guard let total = figures.figure(whole, place), let count = total.wholeCount, total.asOf == place.day
    else {
      return Given(name: whole)
    }
    return Given(name: whole, count: count, figures: [total])
  }

  /// How a rate that is wrong is shown, and what it is when worked out anew.
  private typealias Shown = (vi: String, en: String, again: Phrase)
  private enum Verdict {
    case right, tooLarge
    case wrong(Shown)
  }
  private func judge(_ value: FigureValue, _ count: FixedPoint, _ all: FixedPoint) -> Verdict {
    switch value {
    case .printed(let rate), .amount(let rate):
      guard let right = CountAndRate(count: count, rate: rate).rate(in: all) else { return .tooLarge }
      guard right != rate else { return .right }
      let again = Phrase(
        vi: "; tính lại được \(VietnameseNumber.percent(right))", en: "; worked out it is \(right.plain) %")
      return .wrong((VietnameseNumber.percent(rate), "\(rate.plain) %", again))
    case .ratio(let numerator, let denominator):
      guard numerator != count || denominator != all else { return .right }
      let (a, b) = (VietnameseNumber.text(numerator), VietnameseNumber.text(denominator))
      return .wrong(("\(a)/\(b)", "\(numerator.plain)/\(denominator.plain)", Phrase(same: "")))
    }
  }
}
