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
