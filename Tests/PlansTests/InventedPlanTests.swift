import Diagnostics
import Figures
import StageKit
import Tables
import Testing
import Units

@testable import Plans

/// The plans of the invented province, judged by what should be counted.
@Suite struct InventedPlanTests {
  @Test func `the plans stand under one another`() throws {
    let units = try InventedProvince.units()
    let plans = try InventedProvince.plans.map(InventedProvince.plan)
    #expect(plans.map(\.level) == [.province, .district, .commune])
    for plan in plans {
      let unit = try units.resolve(code: plan.unit, level: plan.level, on: plan.from, at: nil)
      #expect(unit.area == nil || unit.area == .rural)
      #expect(plan.note?.vi.contains("bịa ra") == true && plan.issuer.hasSuffix("(giả lập)"))
    }
    for (above, below) in zip(plans, plans.dropFirst()) {
      let parent = try #require(below.parent)
      #expect(parent.plan == above.id && parent.number == above.number && parent.date == above.date)
      #expect(parent.issuer == above.issuer)
      let unit = try units.resolve(code: below.unit, level: below.level, on: below.from, at: nil)
      #expect(units.parent(of: unit, on: below.from)?.code == above.unit)
    }
  }
  @Test func `every plan adds up`() throws {
    for plan in try InventedProvince.plans.map(InventedProvince.plan) {
      for check in PlanArithmetic(plan).checks {
        #expect(check.holds != false, "\(plan.id): \(check.text.en)")
      }
    }
  }
  @Test(arguments: InventedProvince.plans) func `every target gets the word that was worked out`(_ id: String)
    throws
  {
    let units = try InventedProvince.units()
    let plan = try InventedProvince.plan(id)
    let unit = try units.resolve(code: plan.unit, level: plan.level, on: plan.from, at: nil)
    let verdicts = Judge(try Self.figures(units), units: units, on: day("2025-02-10")).verdicts(
      on: plan, of: unit)
    let expected = try InventedProvince.table("expected/words.csv").filter { $0["plan"] == id }
    #expect(expected.map { $0["target"] } == plan.targets.map(\.id))
    for (verdict, row) in zip(verdicts.targets, expected) where row["word"] != "withheld" {
      #expect(verdict.verdict.word.rawValue == row["word"], "\(verdict.target.id)")
    }
  }
  @Test func `the words are a believable mix`() throws {
    let words = try InventedProvince.table("expected/words.csv").compactMap { $0["word"] }
    let counts = Dictionary(grouping: words) { $0 }.mapValues(\.count)
    #expect(words.count == 35)
    for (word, least) in [("met", 10), ("not-met", 6), ("no-data", 5), ("not-judged", 3), ("withheld", 1)] {
      #expect(counts[word] ?? 0 >= least, "\(word)")
    }
  }

  /// Figures of what should be counted, and of the results that no list gives.
  private static func figures(_ units: UnitRegistry) throws -> [Figure] {
    var all: [String: Int] = [:]
    for row in try InventedProvince.table("data/tong-ho.csv") {
      let (code, group) = (row["commune"] ?? "", row["group"] ?? "")
      for unit in [code, String(code.prefix(3)), String(code.prefix(2))] {
        all["\(row["as_of"]?.prefix(4) ?? "") \(unit) \(group)", default: 0] +=
          Int(row["households"] ?? "") ?? 0
      }
    }
    var figures: [Figure] = []
    for row in try InventedProvince.table("expected/counts.csv") {
      let (year, code, group) = (row["year"] ?? "", row["unit"] ?? "", row["group"] ?? "")
      let unit = "\(code)@2016-01-01"
      func number(_ name: String) -> Int { Int(row[name] ?? "") ?? -1 }
      func add(_ value: FigureValue, _ measure: String, _ group: String) {
        figures.append(
          figure(value, measure, on: "\(year)-12-31", group: group, unit: unit, grade: .simulated))
      }
      add(count(number("poor")), "poor", group)
      add(count(number("near_poor")), "near_poor", group)
      if let whole = all["\(year) \(code) \(group)"], whole > 0 {
        add(ratio(number("poor"), whole), "poor_rate", group)
        add(ratio(number("near_poor"), whole), "near_poor_rate", group)
        add(ratio(number("poor") + number("near_poor"), whole), "multidimensional_rate", group)
      }
      guard group == "all" else { continue }
      for (place, indicator) in InventedProvince.indicators.enumerated() {
        add(count(number("dep_\(place + 1)_poor")), "deprived_\(indicator)", "class:poor")
      }
    }
    return try figures + others()
  }
  private static func others() throws -> [Figure] {
    try InventedProvince.table("data/ket-qua-khac.csv").map { row in
      let (value, whole) = (Int(row["value"] ?? ""), Int(row["denominator"] ?? ""))
      return figure(
        value.map { part in whole.map { ratio(part, $0) } ?? count(part) }, row["measure"] ?? "",
        status: value == nil ? .notReported : .value, standard: "", unit: "99@2016-01-01", grade: .simulated)
    }
  }
}
