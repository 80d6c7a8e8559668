import Diagnostics
import Figures
import Formats
import Tables
import Units

/// The numbers of units of one level on one day that lie far from those of the others.
struct OutlierCheck: FigureCheck {
  let method: OutlierOptions.Method
  let measure: String
  let per: String?
  let level: UnitLevel
  /// Fewer units than these say nothing of each other.
  static let fewest = 5

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    var series: [FigurePlace: [Spread.Point]] = [:]
    for place in all.figures.places {
      guard all.units.unit(id: place.unit)?.level == level, let figure = all.figures.own(measure, place)
      else { continue }
      let second = self.second(place, all)
      guard let part = figure.wholeCount, let whole = second?.wholeCount else {
        // Nothing is said of a first year, in which there is none to compare with.
        let name = figure.wholeCount == nil ? measure : per ?? measure
        if method != .ratio { outcome.missing.append((place, [name])) }
        continue
      }
      // A number by itself may be 0, and so may that of last year; there is no share of nobody.
      guard isAlone || method == .ratio || whole > 0 else {
        outcome.zeros.append((place, per ?? measure))
        continue
      }
      let key = FigurePlace(unit: "", day: place.day, standard: place.standard, group: place.group)
      let figures = isAlone ? [figure] : [figure, second ?? figure]
      series[key, default: []].append(
        Spread.Point(
          place: place, part: part, whole: isAlone ? 1 : whole, figures: figures))
    }
    for key in series.keys.sorted() {
      let points = series[key] ?? []
      guard points.count >= Self.fewest else { continue }
      guard let far = Spread.far(points, by: method) else {
        outcome.alike += points.map(\.place)
        continue
      }
      outcome.seen += points.count
      outcome.faults += zip(points, far).filter(\.1).map { fault($0.0, of: points.count) }
    }
    return outcome
  }
  /// Whether a count stands by itself and is no part of another.
  private var isAlone: Bool { per == nil && method != .ratio }
  /// The number that the count is compared with.
  private func second(_ place: FigurePlace, _ all: CheckedFigures) -> Figure? {
    if method == .ratio { return all.figures.before(place).flatMap { all.figures.own(measure, $0) } }
    return all.figures.figure(per ?? measure, place)
  }
  private func fault(_ point: Spread.Point, of count: Int) -> FigureFault {
    let (a, b) = (point.part, point.whole)
    let other =
      method == .ratio ? Phrase(vi: "năm trước", en: "the year before") : per.map { Phrase(same: $0) }
    let day = per == nil ? ("", "") : point.figures.last?.ownDay(at: point.place) ?? ("", "")
    let against = other.map {
      Phrase(vi: ", \($0.vi) = \(VietnameseNumber.text(b))\(day.0)", en: ", \($0.en) = \(b)\(day.1)")
    }
    return FigureFault(
      place: point.place, figures: point.figures,
      found: Phrase(
        vi: "\(measure) = \(VietnameseNumber.text(a))\(against?.vi ?? "")",
        en: "\(measure) = \(a)\(against?.en ?? "")"),
      what: Phrase(
        vi: "khác xa \(count - 1) đơn vị cùng cấp; xem lại, không hẳn là sai",
        en: "far from the other \(count - 1) units; to be looked at, not wrong by itself"))
  }
}
