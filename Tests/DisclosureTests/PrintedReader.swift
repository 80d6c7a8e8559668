import Diagnostics
import Figures
import Tables

@testable import Disclosure

/// A reader who tries every printed rate with every number that is told of its households, in any edition and by any source.
///
/// Written apart from what it attacks: it counts up the numbers that would be printed so, one after the other.
struct PrintedReader {
  typealias Spot = World.Spot
  /// What is told of counts, and the rates that were printed.
  private(set) var told: [Spot: Set<Int64>] = [:]
  private(set) var rates: [Spot: Set<FixedPoint>] = [:]
  private let world: World

  init(_ world: World, _ figures: [Figure]) {
    self.world = world
    for figure in figures where figure.status != .withheld {
      let spot = Spot(figure.unit, figure.measure, figure.group)
      if let count = figure.count { told[spot, default: []].insert(count) }
      if case .printed(let rate)? = figure.value { rates[spot, default: []].insert(rate) }
    }
  }
  /// The numbers that a unit's nearly poor may be, each by one rate and one number of households.
  func nearlyPoor(_ unit: String, _ group: String = "all") -> Set<Int64> {
    let told = told[Spot(unit, "households", group)] ?? []
    let households = told.union(left(unit, group)).union(wholes(unit, group))
    var found = parts(Spot(unit, "near_poor_rate", group), of: households)
    var poor = self.told[Spot(unit, "poor", group)] ?? []
    // What a rate of the poor is of is not drawn from them by another.
    poor.formUnion(parts(Spot(unit, "poor_rate", group), of: told.union(left(unit, group))))
    for both in parts(Spot(unit, "multidimensional_rate", group), of: households) {
      for poor in poor where poor <= both { found.insert(both - poor) }
    }
    return found
  }
  /// What is left of all households for one commune or group.
  private func left(_ unit: String, _ group: String) -> Set<Int64> {
    var found: Set<Int64> = []
    if let district = world.district(of: unit) {
      let others = (world.tree.first { $0.unit == district }?.parts ?? []).filter { $0 != unit }
      found.formUnion(
        left(of: Spot(district, "households", group), others.map { Spot($0, "households", group) }))
    }
    if group != "all" {
      let others = told.keys.filter {
        $0.unit == unit && $0.measure == "households" && $0.group.hasPrefix("ethnicity:") && $0.group != group
      }
      if !others.isEmpty { found.formUnion(left(of: Spot(unit, "households"), Array(others))) }
    }
    return found
  }
  /// The households that the poor are a rate of.
  private func wholes(_ unit: String, _ group: String) -> Set<Int64> {
    var found: Set<Int64> = []
    for poor in told[Spot(unit, "poor", group)] ?? [] {
      for rate in rates[Spot(unit, "poor_rate", group)] ?? [] {
        let wholes = (poor...max(poor, 2000)).filter { Self.isPrinted(rate, poor, of: $0) }
        if wholes.count == 1 { found.formUnion(wholes) }
      }
    }
    return found
  }
  private func left(of total: Spot, _ others: [Spot]) -> Set<Int64> {
    others.reduce(told[total] ?? []) { left, other in
      Set(left.flatMap { left in (told[other] ?? []).map { left - $0 } })
    }.filter { $0 >= 0 }
  }
  /// The numbers that the part of a rate is, where a number of households leaves it one.
  private func parts(_ spot: Spot, of households: Set<Int64>) -> Set<Int64> {
    var found: Set<Int64> = []
    for rate in rates[spot] ?? [] {
      for all in households {
        let parts = (0...all).filter { Self.isPrinted(rate, $0, of: all) }
        if parts.count == 1 { found.formUnion(parts) }
      }
    }
    return found
  }
  /// Whether a part of a whole is printed as this rate, whichever way a half is rounded.
  static func isPrinted(_ rate: FixedPoint, _ part: Int64, of whole: Int64) -> Bool {
    let power = Int128(FixedPoint.power(rate.scale))
    return abs(Int128(part) * 100 * power - rate.units * Int128(whole)) * 2 <= Int128(whole)
  }
  /// A part of a whole in percent, with some places.
  static func printed(_ part: Int64, of whole: Int64, places: Int) -> FixedPoint {
    let power = Int128(FixedPoint.power(places))
    return FixedPoint(
      units: (Int128(part) * 200 * power + Int128(whole)) / (2 * Int128(whole)), scale: places)
  }
}
