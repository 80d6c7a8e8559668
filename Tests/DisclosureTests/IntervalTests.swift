import Figures
import StageTestKit
import Tables
import Testing

@testable import Disclosure

/// Between which bounds a withheld count can be told to lie.
@Suite struct IntervalTests {
  /// The least and greatest that every commune's count can be, by trying all that fit what is released.
  private func bounds(_ world: World, _ release: Release) -> [(low: Int64, high: Int64)] {
    let spots = world.communes.map { ClosureTests.spot($0) }
    let most = world.communes.map { world.counts[World.Spot($0, "poor")] ?? 0 }
    var found: [(low: Int64, high: Int64)] = spots.map { _ in (.max, .min) }
    func fits(_ counts: [Int64]) -> Bool {
      var start = 0
      var all: Int64 = 0
      for (index, communes) in world.districts.enumerated() {
        let sum = counts[start..<start + communes.count].reduce(0, +)
        (start, all) = (start + communes.count, all + sum)
        if let told = release.shown(ClosureTests.spot(world.district(index))), told != sum { return false }
      }
      return release.shown(ClosureTests.spot(World.province)).map { $0 == all } ?? true
    }
    func attempt(_ counts: [Int64]) {
      guard counts.count < spots.count else {
        guard fits(counts) else { return }
        for (index, count) in counts.enumerated() {
          found[index] = (min(found[index].low, count), max(found[index].high, count))
        }
        return
      }
      let next = counts.count
      let told = release.shown(spots[next])
      for count in told.map({ $0...$0 }) ?? 0...most[next] { attempt(counts + [count]) }
    }
    attempt([])
    return found
  }
  static func world(_ random: inout SeededRandom) -> World {
    let sizes = random.next(below: 2) == 0 ? [2, 2] : random.next(below: 2) == 0 ? [3, 1] : [4]
    return ClosureTests.world(
      sizes.map { size in
        (0..<size).map { _ in
          let poor = Int64(1 + random.next(below: random.next(below: 2) == 0 ? 12 : 4))
          return (poor: poor, water: Int64(random.next(below: Int(poor) + 1)))
        }
      })
  }

  @Test(arguments: 1...80) func `of every count that is too small so much is open that it is safe`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    let world = Self.world(&random)
    let rule = DisclosureRule(threshold: 3, minBase: random.next(below: 2) == 0 ? 0 : 6)
    let release = try world.release(rule)
    #expect(release.narrow.isEmpty)
    for (commune, bound) in zip(world.communes, bounds(world, release)) {
      guard let reason = release.reason(ClosureTests.spot(commune)), reason != .protectsAnother else {
        continue
      }
      let poor = world.counts[World.Spot(commune, "poor")] ?? 0
      #expect(bound.high - bound.low >= min(2, poor), "\(commune) of \(poor): \(bound)")
    }
  }
  @Test(arguments: 100...160) func `the bounds drawn from sums in a tree are the true ones`(seed: UInt64)
    throws
  {
    var random = SeededRandom(seed)
    let world = Self.world(&random)
    let rule = DisclosureRule(threshold: 3, minBase: 0)
    var hierarchy = Hierarchy(try world.register)
    let figures = FigureTable(world.figures).figures
    var counts = Suppression(
      CellTable(figures, isPublic: figures.map { $0.measure == "poor" }, rule), &hierarchy, rule)
    _ = counts.close()
    let audit = IntervalAudit(counts.cells, counts.relations, counts.bases, rule)
    let release = try world.release(rule)
    for (commune, bound) in zip(world.communes, bounds(world, release)) {
      let cell = counts.cells.firstIndex {
        $0.key.unit == commune && $0.key.measure == ClosureTests.water
      }
      let place = try #require(cell)
      #expect(audit.low[place] == bound.low && audit.high[place] == bound.high)
    }
  }
  @Test func `how much the repair is needed is measured, and it leaves nothing narrow`() throws {
    var (before, after, withheld) = (0, 0, 0)
    for seed in 500..<560 {
      var random = SeededRandom(UInt64(seed))
      let world = AttackTests.world(&random)
      let rule = DisclosureRule(threshold: 5)
      var hierarchy = Hierarchy(try world.register)
      let figures = Completion.completed(FigureTable(world.figures).figures, &hierarchy, rule)
      let isPublic = figures.map { $0.group == "all" }
      var counts = Suppression(CellTable(figures, isPublic: isPublic, rule), &hierarchy, rule)
      before += IntervalAudit(counts.cells, counts.relations, counts.bases, rule).narrow.count
      after += counts.close().narrow.count
      withheld += counts.cells.count { $0.isUnknown }
    }
    #expect(before > 0 && after == 0 && withheld > before)
  }
}
