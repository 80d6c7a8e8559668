import Figures
import StageKit
import Tables
import Testing

@testable import Aggregate

/// A step of `figures.recast` that carries nothing, or less than was asked for, says so.
@Suite struct RecastNothingTests {
  private static func rate(_ unit: String) -> Figure {
    var rate = figure(unit, 1, "poor_rate")
    rate.value = .printed(FixedPoint(units: 96, scale: 2))
    return rate
  }
  @Test(
    arguments: [
      (
        RecastTests.provinces, "2025-06-30",
        "no unit with figures has changed by 2025-06-30 at `to`; the first day of a change is 2025-07-01"
      ),
      ([figure("12", 3)], "2025-07-01", "no unit with figures has changed by 2025-07-01 at `to`"),
      (
        RecastTests.provinces, "2024-12-31",
        "the earliest figure is of 2024-12-31, which is not before 2024-12-31 at `to`"
      ),
      ([], "2025-07-01", "the step was given no figures"),
      ([figure("10", 3, "near_poor")], "2025-07-01", "there are no figures of the measures"),
      (
        [figure("120", 3)], "2025-07-01",
        "there are only rates, groups of an area, or units of which nobody says what became"
      ),
      (
        [figure("10", 3, group: "area:rural")], "2025-07-01",
        "there are only rates, groups of an area, or units of which nobody says what became"
      ),
    ] as [([Figure], String, String)])
  func `not one figure carried is told with the reason`(figures: [Figure], to: String, why: String) throws {
    let run = try RecastRun(figures, "{ to: \(to), measures: [poor] }")
    #expect(run.figures.isEmpty)
    #expect(
      run.findings.contains("recast.nothing 0: not one figure was carried over: \(why)"), "\(run.findings)")
  }
  @Test func `rates alone carry nothing`() throws {
    let run = try RecastRun([Self.rate("10"), Self.rate("11")], "{ to: 2025-07-01, measures: [poor_rate] }")
    #expect(run.findings.map { $0.prefix { $0 != " " } } == ["recast.nothing", "recast.rate"])
  }
  @Test func `a measure that no figure is of is told with the nearest`() throws {
    let run = try RecastRun(RecastTests.provinces, "{ to: 2025-07-01, measures: [poor, poors] }")
    #expect(run.figures.count == 1)
    #expect(run.findings == ["recast.no-measure 0: there is no figure of 'poors'; did you mean 'poor'?"])
    // A step whose figures were refused has told why.
    #expect(try RecastRun(RecastTests.communes).findings.allSatisfy { $0.hasPrefix("recast.no-share") })
  }
  @Test func `a rate whose counts stand the wrong way round is told`() throws {
    let figures = RecastTests.provinces + [figure("10", 1000, "households"), figure("11", 500, "households")]
    func run(_ rate: String) throws -> RecastRun {
      try RecastRun(figures, "{ to: 2025-07-01, measures: [poor, households], rates: { rate: \(rate) } }")
    }
    #expect(
      try run("[households, poor]").findings == [
        "recast.rate 0: 'rate' is made nowhere, for 'households' is more than 'poor'; write [numerator, denominator], is it [poor, households]?"
      ])
    #expect(try run("[poor, households]").findings.isEmpty)
  }
}
