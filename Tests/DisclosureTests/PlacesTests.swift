import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Disclosure

/// Counts of all places of a list, beside those of the units.
@Suite struct PlacesTests {
  static let group = "places:hai-dao"
  static let rule = DisclosureRule(
    threshold: 5,
    bases: [
      .init(measures: ["deprived_*"], groups: [group], measure: "households", group: group),
      .init(measures: ["deprived_*"], groups: ["all"], measure: "households"),
    ])
  /// What is counted without water, by communes, and in the places of the list.
  static func world(_ districts: [[Int64]], listed: [Int]) -> (world: World, figures: [Figure]) {
    var world = World(districts.map(\.count))
    for (commune, count) in zip(world.communes, districts.joined()) {
      world.add(World.Spot(commune, "households"), 500)
      world.add(World.Spot(commune, "deprived_water"), count)
    }
    world.listed = listed.map { world.communes[$0] }
    var figures = world.figures
    for unit in world.tree {
      for measure in ["households", "deprived_water"] {
        let inside = world.listed.filter {
          unit.unit == World.province || world.district(of: $0) == unit.unit
        }
        guard !inside.isEmpty,
          var figure = figures.first(where: { $0.unit == unit.unit && $0.measure == measure })
        else { continue }
        figure.id = figure.id.replacing("/all/", with: "/\(group)/")
        figure.group = group
        figure.value = .amount(
          FixedPoint(inside.reduce(0) { $0 + (world.counts[World.Spot($1, measure)] ?? 0) }))
        figures.append(figure)
      }
    }
    return (world, figures)
  }
  private func release(_ world: World, _ figures: [Figure]) throws -> Release {
    try world.released(
      figures, Self.rule,
      public: [.init(measures: ["households"], groups: [Self.group], reason: Phrase(same: "law"))])
  }

  @Test func `a list of all communes but one does not tell that one`() throws {
    let (world, figures) = Self.world([[40, 52, 3, 60], [90, 90]], listed: [0, 1, 3])
    let release = try release(world, figures)
    let told = [Self.group, "all"].compactMap {
      release.shown(World.Spot(world.district(0), "deprived_water", $0))
    }
    #expect(told.count < 2, "155 - 152 is 3")
    #expect(release.shown(World.Spot(world.communes[2], "deprived_water")) == nil)
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
  @Test func `where nothing is small nothing is withheld`() throws {
    let (world, figures) = Self.world([[40, 52, 30, 60], [90, 90]], listed: [0, 1, 3])
    #expect(try release(world, figures).withheld.isEmpty)
  }
  @Test func `a list that is told as a sum of few of its places is a sum of those`() throws {
    let (world, figures) = Self.world([[40, 3, 30], [90, 90]], listed: [0, 1])
    let left = world.communes[0]
    let release = try release(
      world, figures.filter { $0.unit != left || $0.measure == "households" })
    #expect(release.shown(World.Spot(world.communes[1], "deprived_water")) == nil)
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
  @Test(arguments: 3000...3100) func `no list of places gives a withheld count away`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let sizes = random.next(below: 2) == 0 ? [3, 2] : [4]
    let districts = sizes.map { size in
      (0..<size).map { _ in Int64([0, 2, 3, 30, 60][random.next(below: 5)]) }
    }
    let all = sizes.reduce(0, +)
    let listed = (0..<all).filter { _ in random.next(below: 3) > 0 }
    let (world, figures) = Self.world(districts, listed: listed.isEmpty ? [0] : listed)
    let release = try release(world, figures)
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
}
