import Diagnostics
import Figures
import StageKit
import Tables
import Testing

@testable import Disclosure

/// What an earlier edition told, together with this one.
@Suite struct EarlierEditionTests {
  private static let world = ClosureTests.world([[(40, 2), (50, 30), (60, 30)], [(40, 20), (40, 20)]])
  private func line(_ spot: World.Spot, _ value: String) -> String {
    "{\"figure\":\"\(spot.id)\",\"value\":\"\(value)\",\"status\":\"value\",\"ground\":null,\"edition\":\"0\"}\n"
  }
  private func told(_ communes: [Int], _ world: World = world) -> String {
    communes.map { index in
      let spot = ClosureTests.spot(world.communes[index])
      return line(spot, "\(world.counts[spot] ?? 0)")
    }.joined()
  }

  @Test func `an edition after one by the same rule is as good`() throws {
    let first = try Self.world.release(ClosureTests.rule)
    let entry = String(decoding: first.table.ledgerEntry, as: UTF8.self)
    let second = try Self.world.release(ClosureTests.rule, previous: entry)
    #expect(second.withheld == first.withheld && second.publishedBefore.isEmpty)
    #expect(second.table.changes()?.isEmpty == true)
  }
  @Test func `a count that was told and is withheld now is told to the office`() throws {
    let release = try Self.world.release(ClosureTests.rule, previous: told([0]))
    #expect(release.publishedBefore == [ClosureTests.spot(Self.world.communes[0]).id])
    #expect(release.shown(ClosureTests.spot(Self.world.communes[0])) == nil)
  }
  @Test func `counts told before give a withheld one away, and the run stops with the sum`() throws {
    // The district is public now, and the two others of its sum were told before.
    let world = Self.world
    let error = #expect(throws: StageError.self) {
      try world.release(
        ClosureTests.rule, previous: told([1, 2]) + line(ClosureTests.spot(world.district(0)), "62"))
    }
    let ids = world.communes.map { ClosureTests.spot($0).id }
    #expect(
      error?.message.en
        == "'\(ids[0])' must be withheld, and follows from what is public by law or was published before: = \(ClosureTests.spot(world.district(0)).id) − \(ids[1]) − \(ids[2])"
    )
    #expect(error?.cause == .data)
  }
  @Test(
    arguments: [
      // By size the parts of one edition never meet.
      ([[100, 60, 37], [102, 50, 48]], true), ([[105, 60, 37], [110, 50, 48]], false),
      // What two editions told may go together.
      ([[100, nil, 37], [nil, 60, nil]], true), ([[100, nil, nil], [101, 60, 37]], true),
      // The total is what it is now.
      ([[100, 130, 48], [102, 127, 70]], true), ([[100, 130, 48], [102, 126, 71]], true),
      ([[100, 130, 48], [102, 126, 72]], false),
    ] as [([[Int64?]], Bool)])
  func `a sum that came out in one edition gives a part away`(
    _ editions: [[Int64?]], _ isGivenAway: Bool
  ) throws {
    var world = World([1])
    let commune = world.communes[0]
    let counts = [("households", 500), ("all3", 200), ("a", 120), ("b", 70), ("c", 3)] as [(String, Int64)]
    for (measure, count) in counts { world.add(World.Spot(commune, measure), count) }
    let rule = DisclosureRule(
      threshold: 5, bases: [.init(measures: ["*"], groups: ["all"], measure: "households")],
      sums: [.init("all3", of: ["a", "b", "c"])])
    let entries = editions.map { edition in
      zip(["all3", "a", "b"], edition).map { measure, value in
        value.map { line(World.Spot(commune, measure), "\($0)") } ?? ""
      }.joined()
    }
    let ledger = Dictionary(
      uniqueKeysWithValues: entries.enumerated().map { ("e\($0)", Array($1.utf8)) })
    let law = PublicGround(
      measures: ["households", "all3", "a", "b"], groups: ["all"], reason: Phrase(same: "law"))
    let context = try EditionContext(
      EditionContextTests.pipeline("e9", previous: "e\(editions.count - 1)", ledger))
    let (figures, register) = (world.figures.filter { $0.unit == commune }, try world.register)
    func release() throws {
      _ = try Release(
        [FigureTable(figures)], [], grounds: [law], rule: (rule, register), edition: context)
    }
    if isGivenAway {
      let error = #expect(throws: StageError.self) { try release() }
      #expect(error?.message.en.contains("/c/all/vn-2022/official' must be withheld, and follows") == true)
    } else {
      try release()
    }
  }
  @Test func `when the total was not told before it is withheld instead`() throws {
    let world = Self.world
    let release = try world.release(ClosureTests.rule, previous: told([1, 2]))
    #expect(release.shown(ClosureTests.spot(world.district(0))) == nil)
    #expect(release.reason(ClosureTests.spot(world.communes[0])) == .fewOfThem)
  }
  @Test func `figures that are gone give a withheld one away too`() throws {
    let all = Self.world
    let gone = Set([1, 2].map { ClosureTests.spot(all.communes[$0]).id })
    let kept = all.figures.filter { !gone.contains($0.id) }
    let previous = told([1, 2]) + line(ClosureTests.spot(all.district(0)), "62")
    let grounds = [PublicGround(measures: ["poor"], groups: ["all"], reason: .init(same: "law"))]
    let rule = (ClosureTests.rule, try all.register)
    let error = try #require(
      refusal { () throws(StageError) in
        _ = try Release(
          [FigureTable(kept)], [], grounds: grounds, rule: rule, edition: "e", previous: Array(previous.utf8))
      })
    #expect(error.message.en.contains("follows from what is public by law or was published before"))
  }
  @Test func `a value that has changed since is not known`() throws {
    let world = Self.world
    let before = [1, 2].map { line(ClosureTests.spot(world.communes[$0]), "31") }.joined()
    let release = try world.release(
      ClosureTests.rule, previous: before + line(ClosureTests.spot(world.district(0)), "62"))
    #expect(release.publishedBefore.count == 2)
    #expect(release.shown(ClosureTests.spot(world.district(0))) == 62)
  }
  /// A district of three communes of which the third has this many, after an edition in which it had two.
  private func revised(_ third: Int64, public more: [PublicGround] = []) throws -> (World, Release) {
    func world(_ third: Int64) -> World {
      ClosureTests.world([[(200, 60), (300, 70), (100, third)], [(40, 20), (40, 20)]])
    }
    let first = try world(2).release(ClosureTests.rule)
    #expect(ClosureTests.pattern(world(2), first) == "+(---) +(++) +")
    let entry = String(decoding: first.table.ledgerEntry, as: UTF8.self)
    return (world(third), try world(third).release(ClosureTests.rule, public: more, previous: entry))
  }
  @Test func `what was withheld stays so while the total that was told is another now`() throws {
    let (world, release) = try revised(7)
    #expect(ClosureTests.pattern(world, release) == "+(---) +(++) +")
    #expect(
      world.districts[0].map { release.reason(ClosureTests.spot($0)) } == [
        .heldBefore, .heldBefore, .heldBefore,
      ])
    #expect(world.exposed(by: release, after: try self.revised(2).1) == [])
  }
  @Test func `a ground still makes public what was withheld`() throws {
    let ground = PublicGround(
      measures: [ClosureTests.water], groups: ["class:poor"], reason: .init(same: "law"))
    let (world, release) = try revised(7, public: [ground])
    #expect(ClosureTests.pattern(world, release) == "+(+++) +(++) +")
  }
  @Test func `what was withheld is told when the total is as it was`() throws {
    // By a rule that is less strict than the one before.
    let world = ClosureTests.world([[(200, 60), (300, 70), (100, 4)], [(40, 20), (40, 20)]])
    let first = try world.release(ClosureTests.rule)
    let entry = String(decoding: first.table.ledgerEntry, as: UTF8.self)
    let second = try world.release(DisclosureRule(threshold: 3), previous: entry)
    #expect(ClosureTests.pattern(world, first) == "+(---) +(++) +")
    #expect(ClosureTests.pattern(world, second) == "+(+++) +(++) +")
    #expect(second.table.changes()?.figures.map(\.kind) == [.released, .released, .released])
    #expect(second.table.changes()?.figures.allSatisfy(\.wasWithheld) == true)
  }
  @Test func `what was withheld and is gone is still a part of the sum`() throws {
    let world = ClosureTests.world([[(200, 60), (300, 70), (100, 2)], [(40, 20), (40, 20)]])
    let entry = String(decoding: try world.release(ClosureTests.rule).table.ledgerEntry, as: UTF8.self)
    let gone = ClosureTests.spot(world.communes[2]).id
    let law = PublicGround(measures: ["poor"], groups: ["all"], reason: .init(same: "law"))
    let second = try Release(
      [FigureTable(world.figures.filter { $0.id != gone })], [], grounds: [law],
      rule: (ClosureTests.rule, try world.register), edition: "e", previous: Array(entry.utf8))
    #expect(ClosureTests.pattern(world, second) == "+(---) +(++) +")
  }
  /// The figures of water in the first district alone, by another total, under another name.
  private func renamed(
    total: Int64, _ counts: [Int64], standard: String = "vn-2022", day: Day = World.day
  ) -> (World, [Figure]) {
    // Of a third commune of the district nothing was ever told.
    let known = zip([200, 300] as [Int64], counts).map { (poor: $0, water: $1) }
    let world = ClosureTests.world([known + [(100, 0)], [(40, 20), (40, 20)]])
    let units = [world.district(0)] + world.districts[0].dropLast()
    let figures = world.figures.filter { units.contains($0.unit) }
    return (
      world,
      figures.map { figure in
        var other = figure
        (other.standard, other.asOf) = (standard, day)
        other.id = "\(figure.unit)/\(day.iso)/\(figure.measure)/\(figure.group)/\(standard)/official"
        if figure.unit == world.district(0), figure.measure == ClosureTests.water {
          other.value = .amount(.init(total))
        }
        return other
      }
    )
  }
  @Test(
    arguments: [
      ("the sum comes out no longer", 34, "vn-2022", 20_088, true),
      ("it names a standard now", 33, "vn-2016", 20_088, true),
      ("it is of another day now", 33, "vn-2022", 20_087, true),
      ("it is of another standard and day", 33, "", 20_058, true),
      ("it is of another year", 33, "vn-2022", 19_722, false),
    ] as [(String, Int64, String, Int32, Bool)])
  func `what was withheld stays so under another name`(
    what: String, total: Int64, standard: String, day: Int32, isHeld: Bool
  ) throws {
    let (world, before) = renamed(total: 30, [4, 26])
    let first = try world.released(before, ClosureTests.rule)
    #expect(first.withheld.count == 2)
    let (_, now) = renamed(total: total, [7, 26], standard: standard, day: Day(number: day))
    let second = try world.released(now, ClosureTests.rule, previous: first)
    #expect(second.withheld.map(\.reason) == (isHeld ? [.heldBefore, .heldBefore] : []), "\(what)")
  }
  @Test func `both of two days that an edition had stay what they were`() throws {
    // The later table is there under its own name: the earlier one is gone, and none of the later.
    let (world, before) = renamed(total: 30, [4, 26])
    let (_, later) = renamed(total: 33, [7, 26], day: Day(number: 20_118))
    let first = try world.released(before + later, ClosureTests.rule)
    let second = try world.released(later, ClosureTests.rule, previous: first)
    #expect(second.withheld.isEmpty)
  }
  @Test func `an earlier total that is the sum of the parts of now gives none away`() throws {
    // The district had 20, which nobody knew the parts of; now it is said to have 33, beside parts of 17 and 3.
    let (world, now) = renamed(total: 33, [3, 17])
    let told = now.filter { $0.unit == world.district(0) }.map {
      $0.measure == "poor" ? $0 : $0.again(20, precedence: 0)
    }
    let before = told.map { figure in
      var figure = figure
      if figure.id.hasSuffix("/0") { figure.id = String(figure.id.dropLast(2)) }
      return figure
    }
    let first = try world.released(before, ClosureTests.rule)
    #expect(first.withheld.isEmpty)
    let some = World.Spot(world.districts[0][1], ClosureTests.water, "class:poor")
    let second = try world.released(now, ClosureTests.rule, previous: first)
    #expect(second.shown(some) == nil)
    #expect(Subtractor(world, second, now, before: [first]).found(in: second) == [])
  }
  @Test func `households are one count, whichever standard a table names`() throws {
    let world = ClosureTests.world([[(100, 50)]])
    let commune = world.communes[0]
    func households(_ group: String, _ count: Int64, _ standard: String) -> Figure {
      var figure = world.figures[0]
      (figure.unit, figure.measure, figure.group, figure.standard) = (commune, "households", group, standard)
      figure.id = "\(commune)/\(group)/\(standard)"
      return figure.again(count, precedence: standard.isEmpty ? 0 : 1)
    }
    let figures =
      [("all", 100), ("ethnicity:hoa", 20), ("ethnicity:kinh", 77), ("ethnicity:khmer", 3)].map {
        households($0, $1, "")
      }
      + [("all", 100), ("ethnicity:hoa", 20), ("ethnicity:kinh", 77)].map { households($0, $1, "vn-2022") }
    let release = try world.released(figures, ClosureTests.rule)
    #expect(release.withheld.count == 5)
    #expect(Subtractor(world, release, figures).found(in: release) == [])
  }
  @Test func `a figure that is gone is known by what the ledger says of it, whatever its id`() throws {
    func entry(_ lines: String...) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }
    let of = "\"of\":[\"90001@2004-08-31\",\"2024-12-31\",\"poor\",\"all\",\"vn-2022\"]"
    let ledgers = [
      entry("{\"figure\":\"odd\",\"value\":\"7\",\"status\":\"value\",\(of)}"),
      entry("{\"figure\":\"odd\",\"value\":null,\"status\":\"gone\",\"before\":\"7\",\(of)}"),
    ]
    for bytes in ledgers {
      let found = try Ledger(bytes).earlier(than: [])
      #expect(found.map { "\($0.key.unit) \($0.key.measure) \($0.value)" } == ["90001@2004-08-31 poor 7"])
      let table = try Release([], [], grounds: [], edition: "e2", previous: bytes).table
      #expect(
        String(decoding: table.ledgerEntry, as: UTF8.self)
          == "{\"figure\":\"odd\",\"value\":null,\"status\":\"gone\",\"before\":\"7\",\(of)}\n")
    }
  }
  @Test(arguments: [
    ("96@2004-08-31/2024-12-31/poor/all/vn-2022/official", true),
    ("96@2004-08-31/2024-12-31/poor/all/vn-2022/press/1", true), ("96/poor", false), ("", false),
    ("96@2004-08-31/yesterday/poor/all/vn-2022/official", false), ("a/b/c/d/e/f/g/h", false),
  ]) func `an id says what a figure spoke of, if it is one of this program`(id: String, isOne: Bool) {
    #expect((EarlierFigure(id: id, value: "1") != nil) == isOne)
  }
  @Test(
    arguments: [
      ("poor", "12", ["poor 12"]), ("poor_rate", "12/345", ["poor 12", "households 345"]),
      ("poor_rate", "1.25%", []),
      ("height", "12/345", []), ("poor", "", []), ("poor", "1.5", []), ("poor", "99999999999999999999", []),
    ] as [(String, String, [String])])
  func `a value of the ledger tells counts`(measure: String, value: String, expected: [String]) throws {
    let figure = try #require(EarlierFigure(id: "96/2024-12-31/\(measure)/all//official", value: value))
    #expect(figure.counts(DisclosureRule(threshold: 5)).map { "\($0.key.measure) \($0.value)" } == expected)
  }
}
