import Figures
import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Stages
import Tables
import Testing

/// What the README of Aggregate says of `households.figures`: rates over all households, and none where some are unknown.
@Suite struct FiguresPromiseTests {
  private func figures(_ rows: [[String]], _ totals: [[String]]) async throws -> ([Figure], [Notice]) {
    let steps =
      RowRun.read("in", Land.columns)
      + "  - { id: tong, use: households.aggregate, with: { \(AggregatePromiseTests.options) } }\n"
      + RowRun.read(
        "so-ho", "commune: { role: code }, households: { type: int, role: count }, as_of: { type: date }")
      + "  - { id: out, use: households.figures, from: { tables: [tong], denominators: so-ho }, with: { standard: vn-2022, source: { title: Bảng giả định } } }\n"
    let run = try HouseholdRun(
      "pipeline: t\nedition: { id: e1, date: 2025-01-15 }\ndefaults: { standards: s, units: u, reference_date: 2024-12-14 }\nsteps:\n\(steps)",
      Land.register.merging([
        "in.csv": RowRun.csv(Land.head, rows), "so-ho.csv": RowRun.csv("commune,households,as_of", totals),
      ]) { $1 })
    let runner = Runner(run.checked, files: run.files, width: 2)
    let figures = try #require(try await runner.value(of: "out", port: "figures") as? FigureTable)
    let notices = try #require(try await runner.value(of: "out", port: "notices") as? Notices)
    return (figures.figures, notices.all)
  }
  private func ratios(_ figures: [Figure], _ measure: String) -> [String: [FixedPoint]] {
    var found: [String: [FixedPoint]] = [:]
    for figure in figures where figure.measure == measure && figure.group == "all" {
      if case .ratio(let part, let whole)? = figure.value {
        found[String(figure.unit.prefix { $0 != "@" })] = [part, whole]
      }
    }
    return found
  }
  /// The units that a commune is in, itself among them.
  private static func units(_ code: String) -> [String] {
    Land.communes.first { $0.code == code }.map { [$0.code, $0.district, $0.province] } ?? []
  }
  @Test(arguments: 0..<6) func `a unit has a rate where every commune of it has its households`(_ seed: Int)
    async throws
  {
    var dice = Dice(seed)
    let rows = Land.households(seed, 150)
    let lacking = Set(Land.communes.map(\.code).filter { _ in dice.below(6) < seed }.prefix(seed))
    var totals: [[String]] = []
    for (number, one) in Land.communes.enumerated() where !lacking.contains(one.code) {
      // The last day that is not after the results is the one that counts.
      totals.append([one.code, "\(400 + number)", "2024-10-01"])
      totals.append([one.code, "1", "2025-01-01"])
      if seed % 2 == 0 { totals.append([one.code, "7", "2023-10-01"]) }
    }
    let (figures, notices) = try await figures(rows, totals)
    for (measure, words) in [
      ("poor_rate", ["poor"]), ("near_poor_rate", ["near_poor"]),
      ("multidimensional_rate", ["poor", "near_poor"]),
    ] {
      let found = ratios(figures, measure)
      for unit in Set(Land.communes.flatMap { Self.units($0.code) }) {
        let communes = Land.communes.map(\.code).filter { Self.units($0).contains(unit) }
        guard lacking.isDisjoint(with: communes) else {
          #expect(found[unit] == nil, "\(unit)")
          continue
        }
        let part = rows.count { communes.contains($0[0]) && words.contains($0[1]) }
        let whole = Land.communes.indices.filter { communes.contains(Land.communes[$0].code) }.map {
          400 + $0
        }
        #expect(found[unit] == [FixedPoint(Int64(part)), FixedPoint(Int64(whole.reduce(0, +)))], "\(unit)")
      }
    }
    let told = Set(
      notices.filter { $0.code == "households.no-denominator" }.map { String($0.unit.prefix { $0 != "@" }) })
    #expect(told == Set(lacking.flatMap { Self.units($0) }))
  }
  @Test func `the day of the households is said beside every rate`() async throws {
    let (figures, _) = try await figures(
      Land.households(1, 80), Land.communes.map { [$0.code, "500", "2024-10-01"] })
    let rates = figures.filter { $0.measure.hasSuffix("_rate") }
    #expect(!rates.isEmpty && rates.allSatisfy { $0.note == "Tổng số hộ tại ngày 01/10/2024." })
    #expect(rates.allSatisfy { $0.asOf == Day(iso: "2024-12-14") })
    #expect(Set(figures.map(\.id)).count == figures.count)
  }
  @Test func `fewer households than poor ones make no rate, and it is told`() async throws {
    let rows = Land.households(3, 120)
    let (figures, notices) = try await figures(rows, Land.communes.map { [$0.code, "1", "2024-10-01"] })
    #expect(notices.contains { $0.code == "households.rate" })
    for (_, ratio) in ratios(figures, "poor_rate") { #expect(ratio[0] <= ratio[1]) }
  }
}
