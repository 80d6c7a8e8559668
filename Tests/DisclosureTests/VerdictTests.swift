import Diagnostics
import Figures
import Plans
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Disclosure

/// Verdicts that everybody may see rest on what is published, and on nothing else.
@Suite struct VerdictTests {
  static let plan = """
    plan: p
    name: P
    issuer: I
    unit: "96"
    level: province
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: S }
    targets:
      - { id: A, title: t, place: p, population: x, kind: level, measure: poor, unit: households, at_most: 3675 }
      - { id: B, title: t, place: p, population: x, kind: level, measure: water, unit: households, at_most: 5 }
    """
  static let units = [
    "u/units.csv": """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
    96@2004-08-31,96,Tỉnh Cà Mau,province,tỉnh,vn,2004-08-31,,,s

    """, "u/successors.csv": "from,to,extent,source\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
  ]
  private func verdicts(_ figures: [Figure]) throws -> PublishedVerdicts {
    let files = ProjectFiles.memory(Self.units.merging(["p.yaml": Self.plan]) { $1 })
    let registry = try UnitRegistry.load("u", namedAt: nil, files)
    let plan = try Plan.load("p.yaml", namedAt: nil, files)
    let unit = try registry.resolve(code: plan.unit, level: plan.level, on: plan.from, at: nil)
    let day = try #require(Day(iso: "2025-02-10"))
    return try release([figures]).table.verdicts(on: [(plan, unit)], units: registry, day: day)
  }

  @Test func `a published figure is judged and a withheld one is not`() throws {
    let found = try verdicts([figure(), figure("water", .amount(3))])
    #expect(found.plans.flatMap(\.targets).map(\.verdict.word) == [.met, .withheld])
    #expect(found.plans.flatMap(\.targets).last?.verdict.margin == nil)
    #expect(found.day.iso == "2025-02-10")
  }
  @Test func `a verdict does not move with a value that is withheld`() throws {
    let few = try verdicts([figure(), figure("water", .amount(3))])
    let many = try verdicts([figure(), figure("water", .amount(4000))])
    #expect("\(few.plans)" == "\(many.plans)")
  }
}
