import Diagnostics
import Disclosure
import Figures
import Plans
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Publish

/// What the table of verdicts says of the share of the way.
@Suite struct VerdictShareTests {
  private static let plan = """
    plan: p
    name: P
    issuer: I
    unit: "98"
    level: province
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: S }
    targets:
      - { id: A, title: t, place: p, population: x, kind: level, measure: a, unit: percent, at_most: 1.20, baseline: 2023-12-31 }

    """
  private static func rate(_ text: String, _ day: String) -> Figure {
    Figure(
      id: day, unit: "98@2016-01-01", asOf: Day(iso: day) ?? Day(number: 0), measure: "a",
      value: FixedPoint(plain: text).map { .printed($0) }, standard: "vn-2022", grade: .simulated,
      source: Figure.Source(title: "s"))
  }
  @Test(arguments: [
    // One number of percent is the share; of several the least and the most are told, and none alone.
    ("1.6", "1.3", ["", "57", "88"]), ("1.60000", "1.31000", ["72", "72", "72"]),
    // What may have gone the other way has none.
    ("1.30", "1.30", ["", "", ""]), ("1.30", "1.00", ["", "", ""]),
  ]) func `a share of rounded numbers is from the least to the most`(
    base: String, end: String, cells: [String]
  ) throws {
    let figures = [Self.rate(base, "2023-12-31"), Self.rate(end, "2024-12-31")]
    let ground = PublicGround(measures: ["a"], groups: ["all"], reason: Phrase(same: "Luật"))
    let table = try Release(
      [FigureTable(figures)], [], grounds: [ground], edition: "e", previous: nil
    ).table
    let plan = try Plan.load("p.yaml", namedAt: nil, .memory(["p.yaml": Self.plan]))
    let units = try UnitRegistry.load("u", namedAt: nil, .memory(PublishTests.units))
    let unit = try units.resolve(code: "98", level: .province, on: plan.from, at: nil)
    let day = try #require(Day(iso: "2025-02-10"))
    let made = DataTable([table.verdicts(on: [(plan, unit)], units: units, day: day)])
    let lines = String(decoding: made.csv, as: UTF8.self).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let names = try #require(lines.first)
    let places = ["share", "share_low", "share_high"].compactMap { names.firstIndex(of: $0) }
    // The goal has a decimal comma, so that it is quoted and makes one more cell.
    let shift = (lines.last?.count ?? 0) - names.count
    #expect(places.map { lines[1][$0 + shift] } == cells)
  }
}
