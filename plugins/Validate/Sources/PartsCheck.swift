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
    var members: [String: [UnitVersion]] = [:]
    for place in all.figures.places {
      guard let unit = all.units.unit(id: place.unit), to.contains(unit.level),
        measures.contains(where: { all.figures.figure($0, place)?.wholeCount != nil })
      else { continue }
      let key = "\(unit.id) \(place.day.number)"
      let parts = members[key] ?? self.parts(of: unit, on: place.day, all.units)
      members[key] = parts
      for measure in measures { judge(measure, place, parts, all, &outcome) }
    }
    return outcome
  }

  /// The units that make up a unit; none where a district of it has no communes, for its own count is then in none.
  private func parts(of unit: UnitVersion, on day: Day, _ units: UnitRegistry) -> [UnitVersion] {
    if from == .commune, unit.level < .district {
      let districts = units.units(at: .district, in: unit, on: day)
      guard districts.allSatisfy({ !units.children(of: $0, on: day).isEmpty }) else { return [] }
    }
    return units.units(at: from, in: unit, on: day)
  }

  private func judge(
    _ measure: String, _ place: FigurePlace, _ parts: [UnitVersion], _ all: CheckedFigures,
    _ outcome: inout FigureOutcome
  ) {
    guard let total = all.figures.figure(measure, place), let told = total.wholeCount else { return }
    var figures = [total]
    var sum = 0 as Int64
    var gone: [String] = []
    for part in parts {
      let there = FigurePlace(unit: part.id, day: place.day, standard: place.standard, group: place.group)
      let figure = all.figures.figure(measure, there)
      guard let figure, let count = figure.wholeCount else {
        gone.append(part.name)
        continue
      }
      let (next, isOver) = sum.addingReportingOverflow(count)
      if isOver { gone.append(part.name) }
      (sum, figures) = (next, figures + [figure])
    }
    // A unit of which no part has figures was never to be compared.
    guard figures.count > 1 else { return }
    guard gone.isEmpty else { return outcome.missing.append((place, gone)) }
    outcome.seen += 1
    guard sum != told else { return }
    let count = parts.count
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
