import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// `households.rebase` against schoolbook fractions whose denominators are all households.
@Suite struct RebaseTwinTests {
  private typealias Total = RebaseStageTests.Total
  private static let measures =
    "{ by: [commune, district, province], unit: commune, groups: [area], cutoff: 1, members: members, decimals: 4 }"
  /// Communes of the small country, and the places in which they are.
  private static let places = [
    "commune 00001": ["00001"], "commune 00002": ["00002"], "commune 00003": ["00003"],
    "district 001": ["00001", "00002"], "district 002": ["00003"],
    "province 01": ["00001", "00002", "00003"],
  ]
  /// Numbers of all households and all people of each commune.
  private static func totals(_ seed: UInt64) -> [Total] {
    var random = Random(state: seed)
    return ["00001", "00002", "00003"].flatMap { unit in
      let rural = Int64(random.below(400) + 300)
      let urban = Int64(random.below(400) + 300)
      return [
        Total(unit: unit, count: rural + urban), Total(unit: unit, count: rural, group: "area:rural"),
        Total(unit: unit, count: urban, group: "area:urban"),
        Total(unit: unit, count: 5 * (rural + urban), group: "persons"),
        Total(unit: unit, count: 5 * rural, group: "persons/area:rural"),
        Total(unit: unit, count: 5 * urban, group: "persons/area:urban"),
      ]
    }
  }
  private static func sum(_ totals: [Total], _ units: [String], _ group: String) -> Plain {
    Plain(
      totals.filter { units.contains($0.unit) && $0.group == group }.reduce(0) { $0 + Int128($1.count) })
  }
  private static func plain(_ rows: [Row], persons: Bool) -> PlainMeasures {
    PlainMeasures(
      rows.map { Asked(lacks: [$0.water, $0.toilet], members: $0.members) }, persons: persons,
      weights: [Plain(1, 2), Plain(1, 2)], cutoff: Plain(1, 2), hasLine: false)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `every share is of all there are, at every level`(
    _ seed: UInt64
  ) throws {
    let rows = households(seed, 260, whole: true)
    let totals = Self.totals(seed)
    let made = try #require(try RebaseStageTests.run(rows, totals, measures: Self.measures).made)
    for (place, units) in Self.places {
      for area in [nil, "rural", "urban"] {
        let own = rows.filter { units.contains($0.commune ?? "") && (area == nil || $0.area == area) }
        let key = "\(place) " + (area.map { "area:\($0)" } ?? "all")
        for (weight, prefix) in [("households", ""), ("persons", "persons")] {
          let plain = Self.plain(own, persons: weight == "persons")
          let group = [prefix, area.map { "area:\($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: "/")
          let all = Self.sum(totals, units, group.isEmpty ? "all" : group)
          func expect(_ measure: String, _ indicator: String = "n/a", is wanted: Plain?) {
            let found = made.measure(key, weight, measure, indicator)
            #expect(found == wanted.shown(4), "\(key) \(weight) \(measure) \(indicator)")
          }
          expect("total", is: all)
          expect("reviewed", is: plain.reviewed)
          expect("h", is: Plain.of(plain.poor, all))
          expect("m0", is: Plain.of(plain.points, all))
          expect("a", is: plain.a)
          for (index, id) in ["water", "toilet"].enumerated() {
            let censored = plain.censored(index).flatMap { Plain.of($0 * plain.reviewed, all) }
            expect("censored", id, is: censored)
            expect("contribution", id, is: censored.map { $0 * Plain(1, 2) })
            expect("contribution_share", id, is: plain.contributionShare(index))
            expect("uncensored", id, is: nil)
          }
        }
      }
    }
  }
  @Test(arguments: 5...7 as ClosedRange<UInt64>) func `shares of groups are of the totals, and of the poor`(
    _ seed: UInt64
  ) throws {
    let rows = households(seed, 260, whole: true)
    let totals = Self.totals(seed)
    let made = try #require(try RebaseStageTests.run(rows, totals, measures: Self.measures).made)
    for (place, units) in Self.places {
      for area in ["rural", "urban"] {
        let inside = rows.filter { units.contains($0.commune ?? "") }
        let (all, own) = (
          Self.plain(inside, persons: false),
          Self.plain(inside.filter { $0.area == area }, persons: false)
        )
        func found(_ measure: String) -> String {
          made.measure("\(place) area:\(area)", "households", measure)
        }
        let share = Plain.of(
          Self.sum(totals, units, "area:\(area)"), Self.sum(totals, units, "all"))
        #expect(found("population_share") == share.shown(4), "\(place) \(area)")
        #expect(found("poor_share") == Plain.of(own.poor, all.poor).shown(4), "\(place) \(area)")
        #expect(found("m0_share") == Plain.of(own.points, all.points).shown(4), "\(place) \(area)")
      }
    }
  }
  @Test func `nobody reviewed is not nobody poor`() throws {
    let made = try #require(try RebaseStageTests.run([], Self.totals(1), measures: Self.measures).made)
    #expect(made.keys.allSatisfy { _ in false }, "there is no row of a unit that was not reviewed")
  }
  @Test(arguments: [1, 1_000_000_007, Int64.max - 1, .max])
  func `a total may be as large as a number can be`(_ total: Int64) throws {
    let made = try #require(
      try RebaseStageTests.run(
        [Row(water: true, toilet: true)], [Total(count: total)],
        measures: "{ by: [commune], unit: commune, cutoff: 1, decimals: 4 }"
      ).made)
    #expect(
      made.measure("commune 00001 all", "households", "h") == Plain(1, Int128(total)).shown(4))
  }
}
