import Diagnostics
import Tables

/// Households at every edge of the bands between lines: each line, one below and one above, with every number of deprivations,
/// in the countryside and in towns.
///
/// Rules over lines say the same of all households between two edges, so that what is true of these is true of all.
struct BandGrid {
  /// The most deprivations that are looked at; no pack has as many indicators.
  static let most: Int64 = 100

  /// One of the households.
  struct Place: Hashable {
    let area: LineArea
    /// The income, or the points of form B1.
    let amount: Int64
    let deprivations: Int64
  }
  let places: [Place]
  private let schema: Schema
  private let lines: [AreaLine]
  private let cutoff: Int64?
  /// The points of form B2 for a deprivation; `nil` where incomes are looked at.
  private let each: Int64?
  private let period: IncomePeriod

  init(of rules: ClassRules, _ points: PointRules? = nil) {
    schema = points == nil ? rules.schema() : rules.pointSchema
    lines = points?.lines ?? rules.lines
    (cutoff, each, period) = (rules.cutoff, points?.perDeprivation, rules.period)
    let counted = rules.cutoff == nil && points == nil ? 0 : rules.cutoffOf ?? Int64(rules.indicators.count)
    let lines = lines
    places = [LineArea.rural, .urban].flatMap { area in
      let edges = lines.map { area == .rural ? $0.rural : $0.urban }
      let amounts = Set([0] + edges.flatMap { [$0 - 1, $0, $0 < .max ? $0 + 1 : $0] }).filter { $0 >= 0 }
      return amounts.sorted().flatMap { amount in
        (0...min(counted, Self.most)).map { Place(area: area, amount: amount, deprivations: $0) }
      }
    }
  }
  /// The households as the names of which rules speak.
  var batch: Batch {
    Batch(schema.fields.map { column($0.name) }, count: places.count)
  }
  private func column(_ name: String) -> Column {
    if name == "area" {
      var texts = Texts()
      for place in places { texts.append((place.area == .rural ? "rural" : "urban").utf8) }
      return .text(texts)
    }
    let line = lines.first { $0.name == name }
    return .int(
      Values(
        places.map { place in
          switch name {
          case "income", "b1": place.amount
          case "deprivations": place.deprivations
          case "b2": place.deprivations * (each ?? 1)
          case "cutoff": cutoff ?? 0
          default: (place.area == .rural ? line?.rural : line?.urban) ?? 0
          }
        }))
  }
  /// A household in words.
  func phrase(of place: Place) -> Phrase {
    let area =
      place.area == .rural
      ? Phrase(vi: "ở nông thôn", en: "in the countryside") : Phrase(vi: "ở thành thị", en: "in towns")
    if let each {
      let b2 = place.deprivations * each
      return Phrase(
        vi: "\(area.vi), điểm B1 là \(place.amount), điểm B2 là \(b2)",
        en: "\(area.en), with \(place.amount) points B1 and \(b2) points B2")
    }
    let income = Phrase(
      vi: "thu nhập \(place.amount) đồng/người/\(period.phrase.vi)",
      en: "with \(place.amount) đồng per person and \(period.phrase.en)")
    guard cutoff != nil else { return Phrase(vi: "\(area.vi), \(income.vi)", en: "\(area.en), \(income.en)") }
    return Phrase(
      vi: "\(area.vi), \(income.vi), thiếu hụt \(place.deprivations) chỉ số",
      en: "\(area.en), \(income.en) and \(place.deprivations) deprivations")
  }
}
