import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Disclosure

/// What two sources tell of one count, and what is left when either is subtracted from.
@Suite struct SecondSourceTests {
  static let rule = DisclosureRule(threshold: 5)
  static let water = ClosureTests.water
  /// A world of which the first two communes alone were told.
  private func world() -> (world: World, figures: [Figure]) {
    let world = ClosureTests.world([[(40, 3), (50, 17), (60, 30), (60, 30)], [(90, 40), (90, 40)]])
    let told = [world.communes[0], world.communes[1], world.district(0)]
    return (world, world.figures.filter { $0.measure == "poor" || told.contains($0.unit) })
  }
  private func district(_ world: World, _ figures: [Figure], tells values: [Int64]) -> [Figure] {
    figures.flatMap { figure -> [Figure] in
      guard figure.unit == world.district(0), figure.measure == Self.water else { return [figure] }
      return values.enumerated().map { figure.again($1, precedence: $0) }
    }
  }

  @Test(
    arguments: [
      ("the other source is the sum", [33, 20], false), ("the first is", [20, 33], false),
      ("neither is", [33, 34], true), ("three sources", [50, 33, 20], false),
    ] as [(String, [Int64], Bool)])
  func `what any source tells of a total may be subtracted from`(
    what: String, values: [Int64], isTold: Bool
  ) throws {
    let (world, some) = world()
    let figures = district(world, some, tells: values)
    let release = try world.released(figures, Self.rule)
    #expect((release.shown(ClosureTests.spot(world.communes[1])) == 17) == isTold, "\(what)")
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
  @Test(arguments: [([17, 19], false), ([16, 18], true)] as [([Int64], Bool)])
  func `what any source tells of a part may be subtracted`(values: [Int64], isTold: Bool) throws {
    let (world, some) = world()
    let part = world.communes[1]
    let figures = district(world, some, tells: [20]).flatMap { figure -> [Figure] in
      guard figure.unit == part, figure.measure == Self.water else { return [figure] }
      return values.enumerated().map { figure.again($1, precedence: $0) }
    }
    let release = try world.released(figures, Self.rule)
    #expect(release.table.figures.filter { $0.unit == part && $0.count != nil }.count == (isTold ? 3 : 1))
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
  @Test func `a count is everybody when it is by any source that is large enough`() throws {
    let (world, some) = world()
    let poor = some.filter { $0.unit == world.communes[1] && $0.measure == "poor" }.map { $0.again(17) }
    let release = try world.released(some + poor, Self.rule)
    #expect(release.reason(ClosureTests.spot(world.communes[1])) == .everybody)
    let less = some.filter { $0.unit == world.communes[1] && $0.measure == "poor" }.map { $0.again(8) }
    #expect(
      try world.released(some + less, Self.rule).shown(ClosureTests.spot(world.communes[1])) == 17,
      "of less than itself it is no part")
  }
  @Test
  func
    `a sum of two sources that must be public stops the run, and the office is told of one that does not come out`()
    throws
  {
    let sums = DisclosureRule(threshold: 5, sums: [.init("both", of: ["a", "b"])])
    var world = World([1])
    let commune = world.communes[0]
    for (measure, count) in [("households", 150), ("a", 30), ("b", 3), ("both", 40)] as [(String, Int64)] {
      world.add(World.Spot(commune, measure), count)
    }
    let rule = DisclosureRule(
      threshold: 5, bases: [.init(measures: ["a", "b", "both"], groups: ["all"], measure: "households")],
      sums: sums.sums)
    let law = PublicGround(measures: ["a", "both"], groups: ["all"], reason: .init(same: "press"))
    let figures = world.figures.filter { $0.unit == commune }
    let told = try world.released(figures, rule, public: [law])
    #expect(told.known == [World.Spot(commune, "b").id], "40 - 30 is not 3, but readers will take it for it")
    let other = figures.filter { $0.measure == "both" }.map { $0.again(33) }
    let error = #expect(throws: StageError.self) { try world.released(figures + other, rule, public: [law]) }
    #expect(error?.message.en.contains("must be withheld, and follows from what is public by law") == true)
  }
  @Test func `counts that are more than anybody counts do not stop the program`() throws {
    var world = World([1])
    let most: Int64 = 9_000_000_000_000_000_000
    world.add(World.Spot(world.communes[0], "poor"), most)
    world.add(World.Spot(world.communes[0], Self.water, "class:poor"), 3)
    let release = try world.released(world.figures, Self.rule)
    #expect(release.shown(World.Spot(World.province, "poor")) == most)
    #expect(release.shown(World.Spot(World.province, Self.water, "class:poor")) == nil)
  }
  @Test(
    arguments: [
      ([5], [[2], [3]], [[:]]), ([7, 5], [[2], [3]], [[0: 5]]), ([6], [[2], [3]], []),
      ([9, 5], [[2, 6], [3]], [[2 - 1: 6], [0: 5]]), ([5], [[], [5]], [[:]]), ([], [[5]], []),
      ([Int64.max], [[Int64.max], [1]], []),
    ] as [([Int64], [[Int64]], [[Int: Int64]])])
  func `a sum comes out by some of the values`(total: [Int64], parts: [[Int64]], expected: [[Int: Int64]]) {
    let key = CellKey(unit: "u", day: World.day, measure: "m", group: "all", standard: "")
    var cells = ([total] + parts).map { _ in Cell(key: key) }
    for (index, values) in ([total] + parts).enumerated() { cells[index].values = values }
    let found = Relation.comingOut(0, Array(1..<cells.count), cells)
    #expect(found.map(\.chosen) == expected)
  }
  @Test func `very many differing sources are followed as far as they can be`() {
    let key = CellKey(unit: "u", day: World.day, measure: "m", group: "all", standard: "")
    var cells = (0...40).map { _ in Cell(key: key) }
    for index in 1...40 { cells[index].values = [Int64(index), Int64(1000 + index * index)] }
    cells[0].values = [(1...40).reduce(0) { $0 + Int64($1) }]
    #expect(Relation.comingOut(0, Array(1...40), cells).count == 1)
  }

  /// Figures of water in random provinces: some told by another source, some not at all.
  static func figures(_ world: World, _ random: inout SeededRandom, emptyMiddles: Bool) -> [Figure] {
    var found: [Figure] = []
    let all = world.figures.sorted { $0.id < $1.id }
    let kept = all.filter { figure in
      figure.measure == "poor" || !world.communes.contains(figure.unit) || random.next(below: 3) > 0
    }
    for figure in kept {
      guard figure.measure == water, let parts = world.tree.first(where: { $0.unit == figure.unit })?.parts
      else {
        found.append(figure)
        continue
      }
      // What is there of the parts is what some source took for all.
      let sum = kept.filter { parts.contains($0.unit) && $0.measure == water }.compactMap(\.count).reduce(
        0, +)
      switch random.next(below: 6) {
      case 0: found += [figure, figure.again(sum)]
      case 1: found += [figure.again(sum, precedence: 0), figure.again((figure.count ?? 0) + 9)]
      case 2 where emptyMiddles: found.append(figure.again(nil, precedence: 0))
      case 3 where emptyMiddles: continue
      case 4: found.append(figure.again(sum, precedence: 0))
      default: found.append(figure)
      }
    }
    return found
  }
  @Test(arguments: 2000...2150) func `no source of a total gives a withheld part away`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let world = IntervalTests.world(&random)
    let figures = Self.figures(world, &random, emptyMiddles: false)
    let release = try world.released(figures, DisclosureRule(threshold: 3, minBase: 0))
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
  @Test(arguments: 2200...2400) func `no row without a value stands between a total and its parts`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    let world = IntervalTests.world(&random)
    let figures = Self.figures(world, &random, emptyMiddles: true)
    let release = try world.released(figures, DisclosureRule(threshold: 3, minBase: 0))
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
}
