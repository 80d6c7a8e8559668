import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Disclosure

/// Small tables of two ways, by commune and by group, against a reader who tries everything.
@Suite struct BruteForceTests {
  private static let names = ["ethnicity:dao", "ethnicity:kinh", "ethnicity:tày"]
  /// A world in which the poor of each commune are parted into groups; every count has its row.
  private static func world(_ sizes: [Int], _ parts: [[Int64]]) -> (World, [String]) {
    var world = World(sizes)
    let groups = Array(names.prefix(parts.first?.count ?? 0))
    for (commune, part) in zip(world.communes, parts) {
      world.add(.init(commune, "poor"), part.reduce(0, +))
      for (group, count) in zip(groups, part) { world.add(.init(commune, "poor", group), count) }
    }
    world.fill("poor")
    for group in groups { world.fill("poor", group) }
    return (world, groups)
  }
  private static func random(_ seed: UInt64) -> (world: World, groups: [String], rule: DisclosureRule) {
    var random = SeededRandom(seed)
    let count = 2 + random.next(below: 2)
    let sizes =
      count == 2
      ? [[3], [2, 2], [1, 2], [4]][random.next(below: 4)] : [[2], [3], [1, 2]][random.next(below: 3)]
    let most = count == 2 ? 13 : 7
    let parts = sizes.flatMap { size in
      (0..<size).map { _ in
        (0..<count).map { _ in Int64(random.next(below: random.next(below: 3) == 0 ? 2 : most / count + 2)) }
      }
    }
    let (world, groups) = Self.world(sizes, parts)
    let rule = DisclosureRule(threshold: 2 + random.next(below: 2), minBase: [0, 4][random.next(below: 2)])
    return (world, groups, rule)
  }
  /// What is released; `nil` where the run stops, since nothing could be hidden.
  private static func release(_ world: World, _ rule: DisclosureRule) throws -> Release? {
    do { return try world.release(rule) } catch let error as StageError {
      #expect(error.cause == .data && error.message.en.contains("must be withheld"), "\(error.message.en)")
      return nil
    }
  }

  // MARK: The reader

  @Test func `the reader finds what a subtraction tells`() {
    let (world, groups) = Self.world([2], [[6, 4], [5, 7]])
    let (first, second) = (world.communes[0], world.communes[1])
    func spot(_ unit: String, _ group: Int) -> World.Spot { .init(unit, "poor", groups[group]) }
    let nothing = BruteForce(world, groups, told: [:])
    #expect(nothing.fitting == 11 * 13 && nothing.possible[spot(first, 0)] == Set(0...10))
    let one = BruteForce(world, groups, told: [spot(first, 0): 6])
    #expect(one.possible[spot(first, 1)] == [4], "the other group is what is left of the poor")
    let sum = BruteForce(world, groups, told: [spot(world.district(0), 0): 11, spot(second, 0): 5])
    #expect(sum.possible[spot(first, 0)] == [6] && sum.possible[spot(World.province, 0)] == [11])
    let total = BruteForce(world, groups, told: [spot(World.province, 0): 22])
    #expect(total.fitting == 1, "a sum that is everybody tells all")
    #expect(BruteForce(world, groups, told: [spot(first, 0): 11]).fitting == 0)
  }

  // MARK: What is released

  @Test(arguments: 1...60) func `a count that is too small stays open by as much as makes it safe`(
    _ seed: UInt64
  ) throws {
    let (world, groups, rule) = Self.random(seed)
    guard let release = try Self.release(world, rule) else { return }
    let reader = BruteForce(world, groups, release)
    #expect(reader.fitting > 0)
    for (spot, count) in world.counts where spot.group != "all" {
      // The truth is always one of the tables that fit, or the reader were wrong.
      #expect(reader.possible[spot]?.contains(count) == true, "\(spot)")
      guard let reason = release.reason(spot), reason != .protectsAnother else { continue }
      let poor = world.counts[World.Spot(spot.unit, "poor")] ?? 0
      let wanted = min(Int64(rule.threshold) - 1, poor)
      #expect(reader.width(spot) >= wanted, "\(spot) \(count) of \(poor): \(reader.possible[spot] ?? [])")
    }
  }
  @Test(arguments: 61...110) func `what is told is neither small, nor leaves few, nor is of few`(
    _ seed: UInt64
  )
    throws
  {
    let (world, groups, rule) = Self.random(seed)
    guard let release = try Self.release(world, rule) else { return }
    for spot in world.counts.keys where groups.contains(spot.group) {
      guard let count = release.shown(spot) else { continue }
      #expect(count == world.counts[spot], "no count is changed")
      let poor = world.counts[World.Spot(spot.unit, "poor")] ?? 0
      #expect(count == 0 || count >= Int64(rule.threshold), "\(spot): \(count)")
      #expect(poor == 0 || poor - count >= Int64(rule.threshold), "\(spot): \(count) of \(poor)")
      if world.communes.contains(spot.unit), poor > 0 { #expect(poor >= Int64(rule.minBase), "\(spot)") }
    }
  }
  @Test(arguments: 111...140) func `the poor of everybody are always told, as the law has them`(
    _ seed: UInt64
  )
    throws
  {
    let (world, _, rule) = Self.random(seed)
    guard let release = try Self.release(world, rule) else { return }
    for spot in world.counts.keys where spot.group == "all" {
      #expect(release.shown(spot) == world.counts[spot] && release.reason(spot) == nil, "\(spot)")
    }
  }
  @Test(arguments: 141...165)
  func `to tell one count more that is withheld for another's sake opens something`(
    _ seed: UInt64
  ) throws {
    let (world, groups, rule) = Self.random(seed)
    guard let release = try Self.release(world, rule) else { return }
    let reader = BruteForce(world, groups, release)
    let spots = world.counts.keys.filter { groups.contains($0.group) }
    let secondary = spots.filter { release.reason($0) == .protectsAnother }
    for spot in secondary {
      let more = BruteForce(world, groups, told: reader.told.merging([spot: world.counts[spot] ?? 0]) { $1 })
      for other in spots {
        let (before, after) = (reader.possible[other] ?? [], more.possible[other] ?? [])
        #expect(before.isSuperset(of: after), "a reader who knows more can only rule out more")
      }
    }
  }
  @Test func `most of the tables are released, some counts of them told and some withheld`() throws {
    var (released, told, withheld) = (0, 0, 0)
    for seed in UInt64(1)...60 {
      let (world, groups, rule) = Self.random(seed)
      guard let release = try Self.release(world, rule) else { continue }
      released += 1
      for spot in world.counts.keys where groups.contains(spot.group) {
        if release.shown(spot) == nil { withheld += 1 } else { told += 1 }
      }
    }
    #expect(released > 30 && told > 60 && withheld > 60, "\(released) \(told) \(withheld)")
  }

  // MARK: By hand

  @Test(
    arguments: [
      ("all large", [[20, 30], [25, 25]], [true, true, true, true]),
      ("one small", [[2, 30], [25, 25]], [false, false, false, false]),
      ("one of nobody", [[20, 30], [0, 25]], [true, true, false, false]),
    ] as [(String, [[Int64]], [Bool])])
  func `a small count takes its row and its column with it`(
    _ what: String, _ parts: [[Int64]], _ isTold: [Bool]
  ) throws {
    let (world, groups) = Self.world([2], parts)
    let release = try #require(try Self.release(world, DisclosureRule(threshold: 5, minBase: 0)))
    let spots = world.communes.flatMap { commune in groups.map { World.Spot(commune, "poor", $0) } }
    let shown = spots.map { release.shown($0) != nil }
    if what == "one of nobody" {
      // Everybody there is of the other group, so that both are withheld; others go with them.
      #expect(!shown[2] && !shown[3])
    } else {
      #expect(shown == isTold, "\(what)")
    }
  }
}
