import Diagnostics
import Figures
import StageKit
import Tables
import Testing

@testable import Disclosure

/// What must be withheld besides, so that nothing is given away.
@Suite struct ClosureTests {
  static let water = "deprived_water"
  static func spot(_ unit: String, _ measure: String = water, _ group: String = "class:poor") -> World.Spot {
    World.Spot(unit, measure, group)
  }
  /// A world with this many poor, and this many of them without water, in each commune of each district.
  static func world(_ districts: [[(poor: Int64, water: Int64)]]) -> World {
    var world = World(districts.map(\.count))
    for (communes, counts) in zip(world.districts, districts) {
      for (commune, count) in zip(communes, counts) {
        world.add(World.Spot(commune, "poor"), count.poor)
        world.add(spot(commune), count.water)
      }
    }
    world.fill("poor")
    world.fill(water, "class:poor")
    return world
  }
  static let rule = DisclosureRule(threshold: 5)
  /// Whether the counts of the communes, districts and the province are told.
  static func pattern(_ world: World, _ release: Release) -> String {
    func mark(_ unit: String) -> String { release.shown(spot(unit)) == nil ? "-" : "+" }
    return world.districts.enumerated().map { index, communes in
      mark(world.district(index)) + "(" + communes.map(mark).joined() + ")"
    }.joined(separator: " ") + " " + mark(World.province)
  }

  @Test(
    arguments: [
      ("nothing to hide", [[(40, 20), (50, 30)]], "+(++) +"),
      (
        "a small one hides all others of its sum", [[(40, 2), (50, 30), (60, 30)], [(40, 20), (40, 20)]],
        "+(---) +(++) +"
      ),
      ("a zero is hidden with another", [[(40, 2), (50, 0), (60, 30)]], "+(---) +"),
      (
        "an only child is its district", [[(40, 3)], [(40, 20), (50, 20)], [(60, 20), (60, 20)]],
        "-(-) -(--) -(--) +"
      ),
      ("an only district is its province", [[(15, 4), (15, 0)]], "-(--) -"),
      (
        "a district too small hides what is in it",
        [[(15, 4), (15, 0)], [(50, 20), (50, 20)], [(60, 20), (50, 20)]], "-(--) -(--) -(--) +"
      ),
      (
        "two that are known to be everybody hide their total",
        [[(30, 30), (20, 20)], [(90, 40), (60, 20)]], "-(--) -(--) +"
      ),
      (
        "two that are known to be nobody hide their total", [[(3, 0), (4, 0)], [(90, 40), (60, 20)]],
        "-(--) -(--) +"
      ),
      (
        "few others beside one hide their total", [[(40, 36), (2, 1)], [(90, 40), (60, 20)]], "-(--) -(--) +"
      ),
      (
        "one of nobody takes no part", [[(40, 3), (0, 0), (50, 20)], [(90, 40), (60, 20)]], "+(---) +(++) +"
      ),
    ] as [(String, [[(Int64, Int64)]], String)])
  func `a sum gives nothing away`(what: String, districts: [[(Int64, Int64)]], expected: String) throws {
    let world = Self.world(districts.map { $0.map { (poor: $0.0, water: $0.1) } })
    let release = try world.release(Self.rule)
    #expect(Self.pattern(world, release) == expected, "\(what)")
    #expect(world.known(from: release).isEmpty)
    #expect(release.narrow.isEmpty)
  }
  @Test func `without the closure the attacker finds what is hidden`() throws {
    let world = Self.world([[(40, 2), (50, 30), (60, 30)], [(40, 20), (40, 20)]])
    var table = CellTable(world.figures, isPublic: world.figures.map { $0.measure == "poor" }, Self.rule)
    table.add([], Self.rule)
    var hierarchy = Hierarchy(try world.register)
    let counts = Suppression(table, &hierarchy, Self.rule)
    let known = LinearAudit(counts.cells, counts.relations).determined
    #expect(known.map { counts.cells[$0].key.unit } == [world.communes[0]])
  }

  // MARK: Groups and measures

  private func grouped(_ counts: [(group: String, poor: [Int64])]) -> World {
    var world = World([2, 2])
    for (commune, index) in zip(world.communes, 0...) {
      world.add(World.Spot(commune, "poor"), counts.reduce(0) { $0 + $1.poor[index] })
      for count in counts { world.add(World.Spot(commune, "poor", count.group), count.poor[index]) }
    }
    return world
  }
  @Test func `of groups that make everybody none alone is hidden`() throws {
    let world = grouped([("area:urban", [3, 20, 20, 20]), ("area:rural", [40, 30, 30, 30])])
    let release = try world.release(Self.rule)
    for group in ["area:urban", "area:rural"] {
      #expect(release.shown(.init(world.communes[0], "poor", group)) == nil)
      #expect(release.shown(.init(world.communes[1], "poor", group)) == nil)
      #expect(release.shown(.init(world.communes[2], "poor", group)) != nil)
    }
    #expect(release.shown(.init(World.province, "poor", "area:urban")) == 63)
    #expect(world.known(from: release).isEmpty)
  }
  @Test func `groups that do not make everybody are guarded as if they did, and nothing is proved by them`()
    throws
  {
    var world = World([2])
    for (commune, index) in zip(world.communes, 0...) {
      world.add(World.Spot(commune, "poor"), 100)
      world.add(World.Spot(commune, "poor", "ethnicity:tày"), [3, 20][index])
      world.add(World.Spot(commune, "poor", "ethnicity:nùng"), [30, 30][index])
    }
    let release = try world.release(
      Self.rule,
      public: [PublicGround(measures: ["poor"], groups: ["ethnicity:nùng"], reason: Phrase(same: "press"))])
    #expect(release.shown(.init(world.communes[0], "poor", "ethnicity:tày")) == nil)
    #expect(release.shown(.init(world.communes[0], "poor", "ethnicity:nùng")) == 30)
  }
  @Test func `a sum of measures gives none of its parts away`() throws {
    var world = World([2])
    for (commune, index) in zip(world.communes, 0...) {
      for (measure, count, part) in [("poor", 100, [3, 30]), ("near_poor", 80, [30, 30])]
        as [(String, Int64, [Int64])]
      {
        for name in [measure, "poor_plus_near"] {
          world.add(World.Spot(commune, name), count)
          world.add(World.Spot(commune, name, "ethnicity:tày"), part[index])
          world.add(World.Spot(commune, name, "ethnicity:kinh"), count - part[index])
        }
      }
    }
    let release = try world.release(Self.rule)
    let (first, group) = (world.communes[0], "ethnicity:tày")
    #expect(release.reason(.init(first, "poor", group)) == .fewOfThem)
    #expect(release.reason(.init(first, "near_poor", group)) == .protectsAnother)
    #expect(world.known(from: release).isEmpty)
  }

  // MARK: What must be public

  @Test func `what is public by law and gives a count away stops the run, with the sum`() throws {
    var world = World([1])
    world.add(World.Spot(world.communes[0], "poor"), 100)
    world.add(World.Spot(world.communes[0], "poor", "area:urban"), 97)
    world.add(World.Spot(world.communes[0], "poor", "area:rural"), 3)
    let urban = PublicGround(measures: ["poor"], groups: ["area:urban"], reason: Phrase(same: "law"))
    let error = #expect(throws: StageError.self) { try world.release(Self.rule, public: [urban]) }
    let commune = world.communes[0]
    #expect(
      error?.message.en
        == "'\(commune)/2024-12-31/poor/area:rural/vn-2022/official' must be withheld, and follows from what is public by law or was published before: = \(commune)/2024-12-31/poor/all/vn-2022/official − \(commune)/2024-12-31/poor/area:urban/vn-2022/official"
    )
    #expect(error?.cause == .data)
    #expect(error?.message.en.contains("97") == false)
  }
  @Test func `a count that several sums together give away is told with the totals it stands in`() throws {
    var world = World([2])
    let (first, second, district) = (world.communes[0], world.communes[1], world.district(0))
    for (commune, measure, count) in [
      (first, "both", 20), (second, "both", 33), (second, "a", 30), (second, "b", 3),
      (first, "households", 150), (second, "households", 150),
    ] as [(String, String, Int64)] {
      world.add(World.Spot(commune, measure), count)
    }
    let rule = DisclosureRule(
      threshold: 5, bases: [.init(measures: ["a", "b", "both"], groups: ["all"], measure: "households")],
      sums: [.init("both", of: ["a", "b"])])
    // That the second commune has 33 of both stands nowhere: the district has 53, and the first commune 20.
    let figures = world.figures.filter {
      switch $0.measure {
      case "households": $0.unit != World.province
      case "both": $0.unit == first || $0.unit == district
      default: $0.unit == second
      }
    }
    let law = PublicGround(measures: ["a", "both"], groups: ["all"], reason: Phrase(same: "law"))
    let error = #expect(throws: StageError.self) { try world.released(figures, rule, public: [law]) }
    let message = error?.message.en ?? ""
    #expect(message.contains("'\(second)/2024-12-31/b/all/vn-2022/official' must be withheld"))
    #expect(
      message.hasSuffix("before: from several sums together, among them \(second)/2024-12-31/both/all"),
      "\(message)")
  }
  @Test func `what is public by law and leaves little open is told to the office`() throws {
    var world = World([1])
    for (group, count) in [("all", 12), ("ethnicity:nùng", 10), ("ethnicity:tày", 1), ("ethnicity:dao", 1)]
      as [(String, Int64)]
    { world.add(World.Spot(world.communes[0], "poor", group), count) }
    let nung = PublicGround(measures: ["poor"], groups: ["ethnicity:nùng"], reason: Phrase(same: "press"))
    let release = try world.release(Self.rule, public: [nung])
    #expect(
      release.narrow.count == 6, "the Tày and the Dao of the commune, which is its district and province")
    #expect(world.known(from: release).isEmpty)
    #expect(try world.release(Self.rule).narrow.isEmpty)
  }
  @Test func `groups without anybody get a row, so that rows do not tell who is there`() throws {
    var world = World([2])
    for (commune, people) in zip(world.communes, ["tày", "dao"]) {
      world.add(World.Spot(commune, "poor"), 40)
      world.add(World.Spot(commune, "poor", "ethnicity:\(people)"), 40)
    }
    let release = try world.release(Self.rule)
    let rows = release.table.figures.filter { $0.unit == world.communes[0] && $0.group != "all" }
    #expect(rows.map(\.group) == ["ethnicity:dao", "ethnicity:tày"])
    #expect(rows.map(\.status) == [.withheld, .withheld])
    #expect(rows.map(\.id) == rows.map { World.Spot($0.unit, "poor", $0.group).id })
    #expect(Set(rows.map(\.source)).count == 1)
    #expect(world.known(from: release).isEmpty)
  }
  @Test func `of groups that make not everybody none is added`() throws {
    var world = World([2])
    for (commune, people) in zip(world.communes, ["tày", "dao"]) {
      world.add(World.Spot(commune, "poor"), 40)
      world.add(World.Spot(commune, "poor", "ethnicity:\(people)"), 30)
    }
    #expect(try world.release(Self.rule).table.figures.count == world.figures.count)
  }
  @Test func `a rate of nobody does not apply, or is withheld with its counts`() throws {
    var world = World([2])
    for commune in world.communes {
      for (people, counts) in [("tày", (20, 100)), ("dao", (30, 150))] as [(String, (Int64, Int64))]
      where people == "tày" || commune == world.communes[1] {
        for group in ["all", "ethnicity:\(people)"] {
          world.add(World.Spot(commune, "poor", group), counts.0)
          world.add(World.Spot(commune, "households", group), counts.1)
        }
      }
    }
    let release = try world.release(Self.rule, besides: AttackTests.rates(world))
    let added = release.table.figures.filter { $0.measure == "poor_rate" && $0.group == "ethnicity:dao" }
    #expect(added.count == 4)
    #expect(added.first { $0.unit == world.communes[0] }?.status == .withheld)
  }
}
