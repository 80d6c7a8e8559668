import Diagnostics
import Figures
import StageKit
import Tables
import Testing
import Units

@testable import Disclosure

/// Figures that were carried over to other boundaries: none without a ground is told, and none is in a sum.
@Suite struct CarriedTests {
  static let world: World = {
    var world = ClosureTests.world([[(200, 60), (300, 70), (100, 2)], [(40, 20), (40, 20)]])
    world.merges = [[world.communes[0], world.communes[1]]]
    return world
  }()
  private static let law = PublicGround(
    measures: ["poor", "poor_rate"], groups: ["all"], reason: Phrase(same: "law"))
  private func carried(
    _ measure: String, _ value: FigureValue?, group: String = "all", status: Figure.Status = .value,
    note: String = "", unit: String = Self.world.merged(0)
  ) -> Figure {
    var figure = figure(
      measure, value, group: group, status: status,
      id: "\(unit)/2024-12-31/\(measure)/\(group)/vn-2022/recast", unit: unit, note: note, place: "")
    (figure.boundary, figure.grade) = ("2025-07-01", .derived)
    return figure
  }
  private func release(
    _ figures: [Figure], _ notices: [Notice] = [], grounds: [PublicGround] = [law], isRuled: Bool = true
  ) throws -> Release {
    try Release(
      [FigureTable(figures)], [Notices(notices)], grounds: grounds,
      rule: isRuled ? (ClosureTests.rule, Self.world.register) : nil, edition: "e", previous: nil)
  }

  @Test func `a carried count without a ground is withheld however large, and one with a ground is told`()
    throws
  {
    let release = try Self.world.release(ClosureTests.rule, besides: Self.world.carried)
    let told = release.table.figures.filter { !$0.boundary.isEmpty && $0.value != nil }
    #expect(told.map(\.measure) == ["poor"] && told.map(\.value) == [.amount(500)])
    let hidden = release.withheld.filter { $0.figure.hasSuffix("/recast") }
    #expect(hidden.map(\.reason) == [.carried] && hidden[0].figure.contains("deprived_water"))
  }
  @Test func `what is carried over does not switch off the sums of the old units`() throws {
    let release = try Self.world.release(ClosureTests.rule, besides: Self.world.carried)
    #expect(ClosureTests.pattern(Self.world, release) == "+(---) +(++) +")
  }
  @Test func `a unit that is the same in other boundaries is another count`() throws {
    // The province has what it had, and with what was joined to it later another count of one unit and day.
    var joined = carried("deprived_water", .amount(500), group: "class:poor", unit: World.province)
    joined.precedence = 9
    let release = try Self.world.release(ClosureTests.rule, besides: [joined])
    #expect(ClosureTests.pattern(Self.world, release) == "+(---) +(++) +")
    #expect(release.withheld.first { $0.figure == joined.id }?.reason == .carried)
  }
  @Test func `neither note nor status of a carried figure without a ground is told`() throws {
    let unit = Self.world.merged(0)
    let hidden = carried("poor", nil, group: "ethnicity:a", status: .notReported, note: "no figure of X")
    let all = carried("poor", .amount(90))
    let release = try release([all, hidden], [notice(all.id), notice(all.id, hidden.id)])
    let found = try #require(release.table.figures.first { $0.group == "ethnicity:a" })
    #expect(found.status == .withheld && found.note.isEmpty && found.unit == unit)
    #expect(release.notices.all.count == 1 && release.heldBack == 1)
  }
  @Test func `every unit counts are carried to has rows of all groups, and no more are told by that`() throws
  {
    let (a, b) = (Self.world.merged(0), "95001@2025-07-01")
    let some = [
      carried("poor", .amount(90)), carried("poor", .amount(30), group: "ethnicity:a"),
      carried("poor", .amount(80), unit: b), carried("households", .amount(80), unit: b),
      carried("poor_rate", .ratio(numerator: 1, denominator: 2), unit: b),
    ]
    let more = [
      carried("poor", .amount(60), group: "ethnicity:b"), carried("poor", nil, group: "ethnicity:a", unit: b),
      carried("poor_rate", .ratio(numerator: 1, denominator: 2), group: "ethnicity:b", unit: b),
    ]
    let elsewhere = figure("poor", .amount(9), group: "ethnicity:b", unit: "94@2004-08-31")
    let (first, second) = (try release(some + [elsewhere]), try release(some + more + [elsewhere]))
    func shown(_ release: Release) -> [String] {
      release.table.figures.filter { $0.boundary != "" }.map { "\($0.id) \($0.status) \($0.precedence)" }
    }
    #expect(shown(first) == shown(second))
    #expect(shown(first).filter { $0.hasPrefix(a) }.count == 3)
    #expect(shown(first).filter { $0.hasPrefix(b) }.count == 7)
  }
  @Test func `groups that have a ground get no rows that nobody made`() throws {
    let all = PublicGround(measures: ["poor"], groups: ["*"], reason: Phrase(same: "law"))
    let some = [
      carried("poor", .amount(90)), carried("poor", .amount(30), group: "ethnicity:a"),
      carried("poor", .amount(80), unit: "95001@2025-07-01"),
    ]
    #expect(try release(some, grounds: [all]).table.figures.count == 3)
  }
  @Test(
    arguments: [true, false],
    [
      (["poor_rate"], false), (["poor_rate", "poor"], false), (["poor_rate", "poor", "households"], true),
      (["poor", "households"], false),
    ])
  func `a carried rate is told when both its counts have a ground too`(
    isRuled: Bool, given: (measures: [String], isTold: Bool)
  ) throws {
    let rate = carried("poor_rate", .ratio(numerator: 30, denominator: 900), group: "ethnicity:a")
    let ground = PublicGround(measures: given.measures, groups: ["ethnicity:*"], reason: Phrase(same: "law"))
    let release = try release([rate], grounds: [ground], isRuled: isRuled)
    #expect((release.table.figures[0].value != nil) == given.isTold)
    let entry = String(decoding: release.table.ledgerEntry, as: UTF8.self)
    #expect(entry.contains("\"ground\":\"law\"") == given.isTold)
  }
  @Test func `a carried rate of counts that nobody knows is withheld with a ground too`() throws {
    let ground = PublicGround(measures: ["share"], groups: ["all"], reason: Phrase(same: "law"))
    let rate = carried("share", .ratio(numerator: 3, denominator: 9))
    #expect(try release([rate], grounds: [ground]).withheld.map(\.reason) == [.carried])
  }
  @Test func `without a rule a carried figure without a ground is withheld as any other`() throws {
    let figures = [carried("poor", .amount(90)), carried("near_poor", .amount(90))]
    #expect(try release(figures, isRuled: false).withheld.map(\.reason) == [.noGround])
  }
  @Test func `what an edition told of carried figures is no part of its sums`() throws {
    let entry = try Self.world.release(ClosureTests.rule, besides: Self.world.carried).table.ledgerEntry
    #expect(try Ledger(entry).earlier(than: []).allSatisfy { !$0.key.unit.hasSuffix("@2025-07-01") })
    #expect(
      try Ledger(entry).earlier(than: Self.world.carried).allSatisfy { !$0.key.unit.hasSuffix("@2025-07-01") }
    )
    let again = try Self.world.release(ClosureTests.rule, previous: String(decoding: entry, as: UTF8.self))
    #expect(ClosureTests.pattern(Self.world, again) == "+(---) +(++) +")
  }
}
