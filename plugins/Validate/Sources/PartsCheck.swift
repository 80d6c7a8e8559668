import Diagnostics
import Figures
import Formats
import Tables
import Units

/// The counts of units add up to that of the unit above.
struct PartsCheck: FigureCheck {
  let measures: [String]
  let from: UnitLevel
  let to: Set<UnitLevel>

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    var members: [String: Parts] = [:]
    // A district of islands without communes counts by its own figure.
    let codes = Set(all.figures.places.map { String($0.unit.prefix { $0 != "@" }) })
    let leaves = LeafUnits(all.units, from: from, codes: codes)
    for place in all.figures.places {
      guard let unit = all.units.unit(id: place.unit), to.contains(unit.level),
        measures.contains(where: { all.figures.own($0, place)?.wholeCount != nil })
      else { continue }
      let key = "\(unit.id) \(place.day.number)"
      let parts = members[key] ?? self.parts(of: unit, on: place.day, all.units, leaves)
      members[key] = parts
      for measure in measures { judge(measure, place, parts, all, &outcome) }
    }
    return outcome
  }

  /// The units that make up another: those that are added up, and those of which the register has none.
  private typealias Parts = (counted: [UnitVersion], unknown: [UnitVersion])

  private func parts(of unit: UnitVersion, on day: Day, _ units: UnitRegistry, _ leaves: LeafUnits) -> Parts {
    let own = units.units(at: from, in: unit, on: day)
    // A district without communes is no sum of itself.
    guard unit.level != .district else { return (own, []) }
    let around = leaves.found(in: unit, on: day)
    return (own + around.counted, around.unknown)
  }

  private func judge(
    _ measure: String, _ place: FigurePlace, _ parts: Parts, _ all: CheckedFigures,
    _ outcome: inout FigureOutcome
  ) {
    guard let total = all.figures.own(measure, place), let told = total.wholeCount else { return }
    var figures = [total]
    var sum = 0 as Int64
    var (gone, isOver) = (parts.unknown.map(\.name), false)
    for part in parts.counted {
      let there = FigurePlace(unit: part.id, day: place.day, standard: place.standard, group: place.group)
      let figure = all.figures.own(measure, there)
      guard let figure, let count = figure.wholeCount else {
        gone.append(part.name)
        continue
      }
      let (next, isTooLarge) = sum.addingReportingOverflow(count)
      isOver = isOver || isTooLarge
      (sum, figures) = (next, figures + [figure])
    }
    // A unit of which no part has figures was never to be compared.
    guard figures.count > 1 else { return }
    guard gone.isEmpty else { return outcome.missing.append((place, gone)) }
    guard !isOver else { return outcome.overflows.append((place, [measure])) }
    outcome.seen += 1
    guard sum != told else { return }
    let count = parts.counted.count
    outcome.faults.append(
      FigureFault(
        place: place, figures: figures,
        found: Phrase(
          vi:
            "\(measure) = \(VietnameseNumber.text(told)); cộng \(count) đơn vị được \(VietnameseNumber.text(sum))",
          en: "\(measure) = \(told); the \(count) units add up to \(sum)"),
        what: Phrase(
          vi: "tổng khác tổng các phần", en: "the total is not the sum of its parts")))
  }
}
