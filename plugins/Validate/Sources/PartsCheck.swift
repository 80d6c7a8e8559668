import Diagnostics
import Figures
import Formats
import Tables
import Units

/// The counts of units add up to that of the unit above.
struct PartsCheck: FigureCheck {
  /// What is added up: a count, or what comes in less what goes out.
  struct Quantity {
    let name: String
    let plus: [String]
    var less: [String] = []

    var measures: [String] { plus + less }
    fileprivate var words: Phrase {
      less.isEmpty
        ? Phrase(same: name) : Phrase(vi: "\(name), tăng trừ giảm", en: "\(name), in less out")
    }
  }
  let quantities: [Quantity]
  let from: UnitLevel
  let to: Set<UnitLevel>

  /// Counts, each of which adds up by itself.
  init(measures: [String], nets: [Quantity] = [], from: UnitLevel, to: Set<UnitLevel>) {
    quantities = measures.map { Quantity(name: $0, plus: [$0]) } + nets
    (self.from, self.to) = (from, to)
  }

  func judge(_ all: CheckedFigures) -> FigureOutcome {
    var outcome = FigureOutcome()
    var members: [String: Parts] = [:]
    // A district of islands without communes counts by its own figure.
    let codes = Set(all.figures.places.map { String($0.unit.prefix { $0 != "@" }) })
    let leaves = LeafUnits(all.units, from: from, codes: codes)
    for place in all.figures.places {
      guard let unit = all.units.unit(id: place.unit), to.contains(unit.level) else { continue }
      let totals = quantities.map { Sum($0, place, all) }
      guard totals.contains(where: { !$0.figures.isEmpty }) else { continue }
      let key = "\(unit.id) \(place.day.number)"
      let parts = members[key] ?? self.parts(of: unit, on: place.day, all.units, leaves)
      members[key] = parts
      for (quantity, total) in zip(quantities, totals) where !total.figures.isEmpty {
        judge(quantity, total, place, parts, all, &outcome)
      }
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

  /// What a quantity comes to at one place, in which nothing overflows; none where a count of it is missing.
  private struct Sum {
    private(set) var number: Int128? = 0
    private(set) var figures: [Figure] = []
    private(set) var lacking: [String] = []

    init(_ quantity: Quantity, _ place: FigurePlace, _ all: CheckedFigures) {
      add(quantity.plus, place, all) { $0 + $1 }
      add(quantity.less, place, all) { $0 - $1 }
      if !lacking.isEmpty { number = nil }
    }
    private mutating func add(
      _ measures: [String], _ place: FigurePlace, _ all: CheckedFigures,
      _ change: (Int128, Int128) -> Int128
    ) {
      for measure in measures {
        guard let figure = all.figures.own(measure, place), let count = figure.wholeCount else {
          lacking.append(measure)
          continue
        }
        number = number.map { change($0, Int128(count)) }
        figures.append(figure)
      }
    }
  }

  private func judge(
    _ quantity: Quantity, _ total: Sum, _ place: FigurePlace, _ parts: Parts, _ all: CheckedFigures,
    _ outcome: inout FigureOutcome
  ) {
    var figures = total.figures
    var sum = 0 as Int128
    var gone = parts.unknown.map(\.name)
    for part in parts.counted {
      let there = FigurePlace(unit: part.id, day: place.day, standard: place.standard, group: place.group)
      let own = Sum(quantity, there, all)
      figures += own.figures
      if let number = own.number { sum += number } else { gone.append(part.name) }
    }
    // A unit of which no part has figures was never to be compared.
    guard figures.count > total.figures.count else { return }
    guard let told = total.number else { return outcome.missing.append((place, total.lacking)) }
    guard gone.isEmpty else { return outcome.missing.append((place, gone)) }
    guard let told = Int64(exactly: told), let sum = Int64(exactly: sum) else {
      return outcome.overflows.append((place, quantity.measures))
    }
    outcome.seen += 1
    guard sum != told else { return }
    let (count, words) = (parts.counted.count, quantity.words)
    outcome.faults.append(
      FigureFault(
        place: place, figures: figures,
        found: Phrase(
          vi:
            "\(words.vi) = \(VietnameseNumber.text(told)); cộng \(count) đơn vị được \(VietnameseNumber.text(sum))",
          en: "\(words.en) = \(told); the \(count) units add up to \(sum)"),
        what: Phrase(
          vi: "tổng khác tổng các phần", en: "the total is not the sum of its parts")))
  }
}
