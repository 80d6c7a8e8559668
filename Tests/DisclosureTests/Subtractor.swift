import Diagnostics
import Figures
import Tables

@testable import Disclosure

/// A reader who subtracts whatever is told of parts from whatever is told of a whole, source by source and level by level.
///
/// Written apart from what it attacks: it tries every way of adding up, with one withheld count in it, and looks whether
/// what is left is that count.
struct Subtractor {
  typealias Spot = World.Spot
  /// What a count can be added up to by what is told, and the one withheld count that is left out.
  private struct Way: Hashable {
    var sum: Int64
    var hidden: Spot?
  }
  let world: World
  /// What is told of a count, by all sources and editions.
  private(set) var told: [Spot: Set<Int64>] = [:]
  /// What is withheld of it, and what it is.
  private var hidden: [Spot: Set<Int64>] = [:]

  /// A reader of a release; the figures say what is behind what is withheld.
  init(_ world: World, _ release: Release, _ figures: [Figure], before: [Release] = []) {
    self.world = world
    let truth = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    for figure in release.table.figures {
      guard let spot = Spot(figure) else { continue }
      if figure.status == .withheld {
        if let value = truth[figure.id]?.count { hidden[spot, default: []].insert(value) }
      } else if let value = figure.count {
        told[spot, default: []].insert(value)
      }
    }
    for figure in before.flatMap(\.table.figures) {
      if let spot = Spot(figure), let value = figure.count { told[spot, default: []].insert(value) }
    }
  }
  /// The counts that must be withheld and are what is left.
  func found(in release: Release) -> Set<Spot> {
    let must: Set<WithholdingReason> = [.fewOfThem, .fewOthers, .everybody, .smallBase]
    let reasons = Dictionary(release.withheld.map { ($0.figure, $0.reason) }) { first, _ in first }
    let secret = Set(
      release.table.figures.filter { reasons[$0.id].map(must.contains) == true }.compactMap { Spot($0) })
    var found: Set<Spot> = []
    for (total, values) in told {
      for way in parted(total) {
        guard let spot = way.hidden, secret.contains(spot), let truth = hidden[spot] else { continue }
        if values.contains(where: { truth.contains($0 - way.sum) }) { found.insert(spot) }
      }
    }
    return found
  }
  private func ways(_ spot: Spot) -> Set<Way> {
    var ways = parted(spot)
    for value in told[spot] ?? [] { ways.insert(Way(sum: value)) }
    if hidden[spot] != nil { ways.insert(Way(sum: 0, hidden: spot)) }
    return ways
  }
  /// By the units in it, by the groups of one kind, and by the places of a list.
  private func parted(_ spot: Spot) -> Set<Way> {
    var ways: Set<Way> = []
    let parts = world.tree.first { $0.unit == spot.unit }?.parts ?? []
    ways.formUnion(joined(parts.map { Spot($0, spot.measure, spot.group) }))
    if spot.group == "places:hai-dao" {
      let inside = world.listed.filter { commune in
        spot.unit == World.province || world.district(of: commune) == spot.unit
      }
      ways.formUnion(joined(inside.map { Spot($0, spot.measure) }))
    }
    if spot.group == "all" {
      let listed = Spot(spot.unit, spot.measure, "places:hai-dao")
      let others = world.communes.filter { world.district(of: $0) == spot.unit && !world.listed.contains($0) }
      if told[listed] != nil || hidden[listed] != nil {
        ways.formUnion(joined([listed] + others.map { Spot($0, spot.measure) }))
      }
      for kind in ["area", "ethnicity"] {
        let all = Set(told.keys).union(hidden.keys)
        let groups = all.filter {
          $0.unit == spot.unit && $0.measure == spot.measure && $0.group.hasPrefix(kind + ":")
        }
        ways.formUnion(joined(Array(groups)))
      }
    }
    return ways
  }
  private func joined(_ parts: [Spot]) -> Set<Way> {
    var sums: Set<Way> = [Way(sum: 0)]
    var isAny = false
    for part in parts {
      let ways = ways(part)
      if ways.isEmpty { continue }
      isAny = true
      var next: Set<Way> = []
      for sum in sums {
        for way in ways where sum.hidden == nil || way.hidden == nil {
          next.insert(Way(sum: sum.sum + way.sum, hidden: sum.hidden ?? way.hidden))
        }
      }
      sums = next
    }
    return isAny ? sums : []
  }
}

extension World.Spot {
  init?(_ figure: Figure) {
    guard figure.boundary.isEmpty else { return nil }
    self.init(figure.unit, figure.measure, figure.group)
  }
}
extension Figure {
  /// The whole number that it tells.
  var count: Int64? {
    guard case .amount(let amount)? = value else { return nil }
    return amount.whole
  }
  /// The same by another source.
  func again(_ count: Int64?, precedence: Int = 1) -> Figure {
    var other = self
    (other.id, other.precedence) = ("\(id)/\(precedence)", precedence)
    other.value = count.map { .amount(FixedPoint($0)) }
    other.status = count == nil ? .notReported : .value
    return other
  }
}
extension World {
  func district(of commune: String) -> String? { tree.first { $0.parts.contains(commune) }?.unit }
  /// What is released of some figures; the poor and the households of everybody are public by law.
  func released(
    _ figures: [Figure], _ rule: DisclosureRule, public more: [PublicGround] = [], previous: Release? = nil
  ) throws -> Release {
    let law = PublicGround(measures: ["households", "poor"], groups: ["all"], reason: .init(same: "law"))
    return try Release(
      [FigureTable(figures)], [], grounds: [law] + more, rule: (rule, try register), edition: "e",
      previous: previous?.table.ledgerEntry)
  }
}
