import Figures
import Tables

@testable import Disclosure

/// A reader who tries every table that there can be, and keeps those that fit what is told.
///
/// The table has the poor of each commune, whose number everybody knows, parted into groups. Nothing of how it is protected
/// is used: a table fits when each of its counts, in communes and above them, is the one that is told, where one is told.
struct BruteForce {
  typealias Spot = World.Spot
  let world: World
  let groups: [String]
  let told: [Spot: Int64]
  /// What each count may be.
  private(set) var possible: [Spot: Set<Int64>] = [:]
  /// How many tables fit.
  private(set) var fitting = 0

  init(_ world: World, _ groups: [String], told: [Spot: Int64]) {
    (self.world, self.groups, self.told) = (world, groups, told)
    attempt([])
  }
  /// A reader of a release.
  init(_ world: World, _ groups: [String], _ release: Release) {
    let units = world.communes + world.tree.map(\.unit)
    let spots = units.flatMap { unit in groups.map { Spot(unit, "poor", $0) } }
    var told: [Spot: Int64] = [:]
    for spot in spots { told[spot] = release.shown(spot) }
    self.init(world, groups, told: told)
  }
  /// How far apart the least and the most are that a count may be.
  func width(_ spot: Spot) -> Int64 {
    guard let values = possible[spot], let low = values.min(), let high = values.max() else { return -1 }
    return high - low
  }

  private mutating func attempt(_ parts: [[Int64]]) {
    guard parts.count < world.communes.count else { return keep(parts) }
    let commune = world.communes[parts.count]
    for part in splits(of: world.counts[Spot(commune, "poor")] ?? 0, into: groups.count) {
      let fits = zip(groups, part).allSatisfy { group, count in
        told[Spot(commune, "poor", group)].map { $0 == count } ?? true
      }
      if fits { attempt(parts + [part]) }
    }
  }
  private mutating func keep(_ parts: [[Int64]]) {
    var counts: [Spot: Int64] = [:]
    for (commune, part) in zip(world.communes, parts) {
      for (group, count) in zip(groups, part) { counts[Spot(commune, "poor", group)] = count }
    }
    // Districts come before the province that they make.
    for (unit, inside) in world.tree {
      for group in groups {
        counts[Spot(unit, "poor", group)] = inside.reduce(0) { $0 + (counts[Spot($1, "poor", group)] ?? 0) }
      }
    }
    guard told.allSatisfy({ counts[$0.key] == $0.value }) else { return }
    fitting += 1
    for (spot, count) in counts { possible[spot, default: []].insert(count) }
  }
  private func splits(of whole: Int64, into count: Int) -> [[Int64]] {
    guard count > 1 else { return [[whole]] }
    return (0...whole).flatMap { first in
      splits(of: whole - first, into: count - 1).map { [first] + $0 }
    }
  }
}
