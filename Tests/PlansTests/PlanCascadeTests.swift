import Diagnostics
import StageTestKit
import Tables
import Testing
import Units

@testable import Plans

/// The targets of a plan beside the sums of those below it.
@Suite struct PlanCascadeTests {
  /// A province of three districts, the first with two communes.
  static let units: UnitRegistry = {
    let files = [
      "u/units.csv": """
      id,code,name,level,type,parent,valid_from,valid_to,area,source
      vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
      99@2016-01-01,99,Tỉnh A,province,tỉnh,vn,2016-01-01,,,s
      991@2016-01-01,991,Huyện B,district,huyện,99,2016-01-01,,,s
      992@2016-01-01,992,Huyện C,district,huyện,99,2016-01-01,,,s
      993@2016-01-01,993,Huyện D,district,huyện,99,2016-01-01,,,s
      99101@2016-01-01,99101,Xã E,commune,xã,991,2016-01-01,,rural,s
      99102@2016-01-01,99102,Xã F,commune,xã,991,2016-01-01,,rural,s

      """, "u/successors.csv": "from,to,extent,source\n",
      "u/regions.csv": "region,province,valid_from,valid_to,source\n",
      "u/gaps.csv": "code,valid_from,valid_to,source\n",
    ]
    do { return try UnitRegistry.load("u", namedAt: nil, .memory(files)) } catch {
      preconditionFailure("the register does not load: \(error)")
    }
  }()
  static let poor = "kind: level, measure: poor, unit: households"
  static let cut = "kind: change, measure: poor, unit: households, toward: down, baseline: 2023-12-31"

  private func plan(_ id: String, _ unit: String, above: String? = nil, _ targets: String...) throws
    -> PlanVerdicts
  {
    let level = unit.count == 2 ? "province" : unit.count == 3 ? "district" : "commune"
    let lines = targets.enumerated().map {
      "  - { id: \(id.uppercased())-\($0.offset + 1), title: t, place: p, population: x, \($0.element) }\n"
    }
    let text = """
      plan: \(id)
      name: P
      issuer: I
      unit: "\(unit)"
      level: \(level)
      period: { from: 2024-01-01, to: 2024-12-31 }
      standard: vn-2022
      source: { title: S }
      \(above.map { "parent: { plan: \($0), issuer: I }\n" } ?? "")targets:
      \(lines.joined())
      """
    let plan = try Plan.load("p.yaml", namedAt: nil, .memory(["p.yaml": text]))
    let found = try Self.units.resolve(code: unit, level: plan.level, on: plan.from, at: nil)
    return Judge([], units: Self.units, on: day("2024-06-30")).verdicts(on: plan, of: found)
  }
  private func rows(_ plan: PlanVerdicts, _ others: PlanVerdicts...) -> [PlanCascade.Row] {
    PlanCascade(of: plan, among: [plan] + others, units: Self.units).rows
  }
  private func ends(_ ends: PlanCascade.Ends?) -> String {
    ends.map { $0.low == $0.high ? $0.low.plain : "\($0.low.plain)…\($0.high.plain)" } ?? "none"
  }

  @Test func `numbers below are added, and who is missing is told`() throws {
    let found = rows(
      try plan("a", "99", "\(Self.poor), at_most: 1000"),
      try plan("b", "991", above: "a", "\(Self.poor), at_most: 400"),
      try plan("c", "992", above: "a", "\(Self.poor), below: 250"))
    #expect(found.map { ends($0.sum) } == ["650"] && found.map { ends($0.gap) } == ["350"])
    #expect(found.first?.parts.map(\.plan.unit.name) == ["Huyện B", "Huyện C"])
    #expect(found.first?.missing.map(\.name) == ["Huyện D"])
  }
  @Test func `the sum may be more than the number above`() throws {
    let found = rows(
      try plan("a", "99", "\(Self.poor), at_most: 500"),
      try plan("b", "991", above: "a", "\(Self.poor), at_most: 700"))
    #expect(found.map { ends($0.gap) } == ["-200"])
  }
  @Test(arguments: [
    ("between: [20, 25]", "between: [4, 5]", "4…5", "16…20"),
    ("number: 20", "between: [4, 9]", "4…9", "11…16"),
    ("between: [1, 30]", "number: 10", "10", "-9…20"),
  ]) func `ranges are added end by end`(_ whole: String, _ part: String, _ sum: String, _ gap: String) throws
  {
    let found = rows(
      try plan("a", "99", "\(Self.cut), \(whole)"), try plan("b", "991", above: "a", "\(Self.cut), \(part)"))
    #expect(found.map { ends($0.sum) } == [sum] && found.map { ends($0.gap) } == [gap])
  }
  @Test(arguments: [
    "kind: level, measure: near_poor, unit: households, at_most: 9",
    "kind: level, measure: poor, group: class:x, unit: households, at_most: 9",
    "kind: level, measure: poor_persons, unit: people, at_most: 9",
    "kind: level, measure: poor, unit: households, at_most: 9, due: 2024-06-30",
    "kind: change, measure: poor, unit: households, number: 9, toward: down, baseline: 2023-12-31",
  ]) func `what speaks of something else is not added`(_ other: String) throws {
    #expect(
      rows(
        try plan("a", "99", "\(Self.poor), at_most: 10"), try plan("b", "991", above: "a", other)
      ).isEmpty)
  }
  @Test func `a rise and a cut are not one thing`() throws {
    let rise = Self.cut.replacing("toward: down", with: "toward: up") + ", number: 9"
    #expect(
      rows(
        try plan("a", "99", "\(Self.cut), number: 10"), try plan("b", "991", above: "a", rise)
      ).isEmpty)
  }
  @Test func `rates are never added`() throws {
    let rate = "kind: level, measure: poor_rate, unit: percent, at_most: 2"
    #expect(rows(try plan("a", "99", rate), try plan("b", "991", above: "a", rate)).isEmpty)
  }
  @Test func `a plan that stands under another plan is not counted`() throws {
    let (whole, part) = ("\(Self.poor), at_most: 10", "\(Self.poor), at_most: 4")
    #expect(rows(try plan("a", "99", whole), try plan("b", "991", above: "z", part)).isEmpty)
    #expect(rows(try plan("a", "99", whole), try plan("b", "991", part)).isEmpty)
    #expect(rows(try plan("a", "99", whole)).isEmpty)
  }
  @Test func `a commune within a district that counts is not counted twice`() throws {
    let found = rows(
      try plan("a", "99", "\(Self.poor), at_most: 10"),
      try plan("e", "99101", above: "a", "\(Self.poor), at_most: 3"),
      try plan("b", "991", above: "a", "\(Self.poor), at_most: 4"),
      try plan("c", "992", above: "a", "\(Self.cut), number: 4"))
    #expect(found.map { ends($0.sum) } == ["4"])
    #expect(found.first?.missing.map(\.name) == ["Huyện C", "Huyện D"])
    // Where the district has no such target, its commune stands for itself and the district stays missing.
    let alone = rows(
      try plan("a", "99", "\(Self.poor), at_most: 10"),
      try plan("e", "99101", above: "a", "\(Self.poor), at_most: 3"))
    #expect(alone.map { ends($0.sum) } == ["3"])
    #expect(alone.first?.missing.map(\.name) == ["Huyện B", "Huyện C", "Huyện D"])
  }
  @Test func `order changes nothing but the order of the parts`() throws {
    let whole = try plan("a", "99", "\(Self.poor), at_most: 10")
    let parts = [
      try plan("b", "991", above: "a", "\(Self.poor), at_most: 4"),
      try plan("c", "992", above: "a", "\(Self.poor), at_most: 5"),
    ]
    let (one, other) = (rows(whole, parts[0], parts[1]), rows(whole, parts[1], parts[0]))
    #expect(one.map(\.sum) == other.map(\.sum) && one.map(\.gap) == other.map(\.gap))
    #expect(one.first?.missing == other.first?.missing)
  }
  @Test func `a plan of one year of the same unit is no part of it`() throws {
    let (whole, part) = ("\(Self.poor), at_most: 10", "\(Self.poor), at_most: 4")
    #expect(rows(try plan("a", "99", whole), try plan("b", "99", above: "a", part)).isEmpty)
  }
  @Test func `the invented province has sums at both levels`() throws {
    let units = try InventedProvince.units()
    let plans = try InventedProvince.plans.map { id in
      let plan = try InventedProvince.plan(id)
      let unit = try units.resolve(code: plan.unit, level: plan.level, on: plan.from, at: nil)
      return Judge([], units: units, on: day("2025-02-10")).verdicts(on: plan, of: unit)
    }
    let province = PlanCascade(of: plans[0], among: plans, units: units).rows
    #expect(province.map(\.target.id) == ["TM-02"])
    #expect(province.map { ends($0.sum) } == ["280"] && province.map { ends($0.gap) } == ["908"])
    #expect(province.first?.missing.count == 8)
    let district = PlanCascade(of: plans[1], among: plans, units: units).rows
    #expect(district.map(\.target.id) == ["NB-03"])
    #expect(district.map { ends($0.sum) } == ["4…5"] && district.map { ends($0.gap) } == ["16…20"])
    #expect(PlanCascade(of: plans[2], among: plans, units: units).rows.isEmpty)
  }
  @Test func `two plans of one unit are shown and not added`() throws {
    let found = rows(
      try plan("a", "99", "\(Self.poor), at_most: 1000"),
      try plan("b", "991", above: "a", "\(Self.poor), at_most: 400"),
      try plan("b2", "991", above: "a", "\(Self.poor), at_most: 350"),
      try plan("c", "992", above: "a", "\(Self.poor), below: 250"))
    #expect(found.map { ends($0.sum) } == ["none"] && found.map { ends($0.gap) } == ["none"])
    #expect(found.map(\.parts.count) == [3])
  }
}
