import Diagnostics
import Figures
import StageKit
import Tables
import Testing

@testable import Disclosure

/// Rows without a value between a total and the counts in it.
@Suite struct EmptyMiddleTests {
  static let rule = DisclosureRule(threshold: 5)
  static let water = ClosureTests.water
  enum Middle: CaseIterable { case absent, notReported, withheld, wrong }

  /// A province of 30 and a district of 10; of the other district two of three communes were told, 3 and 17.
  private func world(_ middle: Middle) -> (world: World, figures: [Figure]) {
    let world = ClosureTests.world([[(60, 10)], [(40, 3), (50, 17), (60, 0)]])
    let left = Set([world.district(1), world.communes[0], world.communes[3]])
    var figures = world.figures.filter { $0.measure != Self.water || !left.contains($0.unit) }
    guard let row = world.figures.first(where: { $0.measure == Self.water && $0.unit == world.district(1) })
    else { return (world, figures) }
    switch middle {
    case .absent: break
    case .notReported: figures.append(row.again(nil, precedence: 0))
    case .withheld:
      var other = row.again(nil, precedence: 0)
      other.status = .withheld
      figures.append(other)
    case .wrong: figures.append(row.again(25, precedence: 0))
    }
    return (world, figures)
  }
  @Test(arguments: Middle.allCases) func `it gives nothing away of the counts below`(middle: Middle) throws {
    let (world, figures) = world(middle)
    let release = try world.released(figures, Self.rule)
    #expect(release.shown(ClosureTests.spot(world.communes[1])) == nil)
    #expect(release.shown(ClosureTests.spot(World.province)) == 30)
    #expect(release.shown(ClosureTests.spot(world.communes[2])) == nil, "30 - 10 - 17 would be 3")
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
  @Test func `a group without a value is what its communes make`() throws {
    // Of 60 poor in the district 40 are Kinh, and of the others no row of the district says how many.
    var world = World([3])
    for (commune, counts) in zip(world.communes, [(20, 17), (20, 3), (0, 0)] as [(Int64, Int64)]) {
      world.add(World.Spot(commune, "poor"), counts.0 + counts.1)
      world.add(World.Spot(commune, "poor", "ethnicity:kinh"), counts.0)
      world.add(World.Spot(commune, "poor", "ethnicity:dao"), counts.1)
    }
    let figures = world.figures.compactMap { figure -> Figure? in
      if world.communes.contains(figure.unit), figure.group == "ethnicity:kinh" { return nil }
      if figure.unit == world.district(0), figure.group == "ethnicity:dao" {
        return figure.again(nil, precedence: 0)
      }
      return figure.unit == World.province ? nil : figure
    }
    let release = try world.released(figures, Self.rule)
    #expect(Subtractor(world, release, figures).found(in: release) == [])
    #expect(release.reason(World.Spot(world.communes[1], "poor", "ethnicity:dao")) == .fewOfThem)
    #expect(release.shown(World.Spot(world.communes[0], "poor", "ethnicity:dao")) == nil)
  }
}
