import Diagnostics
import Expressions
import Foundation
import Tables
import Testing

@testable import Standards

/// What the committed packs say, to be compared with the acts line by line.
@Suite struct PackTests {
  private func rules(_ id: String) throws -> ClassRules {
    try #require(try StandardTests.committed.get()[id]?.rules)
  }

  @Test(
    arguments: [
      ("vn-2011", ["line 400000 500000", "near_from 401000 501000", "near_line 520000 650000"], "month"),
      (
        "vn-2016", ["line 700000 900000", "near_line 1000000 1300000", "average_line 1500000 1950000"],
        "month"
      ),
      ("vn-2022", ["line 1500000 2000000", "average_line 2250000 3000000"], "month"),
      ("vn-2027", ["line 2200000 2800000"], "month"),
      ("ho-chi-minh-2021", ["line 36000000 36000000", "near_line 46000000 46000000"], "year"),
    ]) func `the income lines of a pack are these`(id: String, lines: [String], period: String) throws
  {
    let rules = try rules(id)
    #expect(rules.lines.map { "\($0.name) \($0.rural) \($0.urban)" } == lines)
    #expect(rules.lines.allSatisfy { $0.period?.rawValue == period } && rules.period.rawValue == period)
  }
  @Test func `the classes of 2016 have two ways to poor`() throws {
    let rules = try rules("vn-2016")
    #expect(
      rules.rules.map { "\($0.householdClass.rawValue)/\($0.branch ?? "-"): \($0.condition.text)" } == [
        "poor/income: income <= line",
        "poor/deprivation: income > line AND income <= near_line AND deprivations >= cutoff",
        "near_poor/-: income > line AND income <= near_line AND deprivations < cutoff",
        "average/-: income > near_line AND income <= average_line", "none/-: income > average_line",
      ])
    #expect(rules.branches == ["income", "deprivation"] && rules.cutoff == 3 && rules.cutoffOf == 10)
    #expect(rules.name(ofBranch: "income").vi == "Nghèo về thu nhập" && rules.name(ofBranch: "x").vi == "x")
    #expect(
      rules.indicators.map(\.id) == [
        "care", "insurance", "adult_education", "child_schooling", "housing_quality", "housing_space",
        "water", "toilet", "telecom", "devices",
      ])
    #expect(
      rules.points?.lines.map { "\($0.name) \($0.rural) \($0.urban)" } == [
        "b1_line 120 140", "b1_near 150 175", "b2_line 30 30",
      ])
  }
  @Test func `Hồ Chí Minh City counts the income among its ten indicators`() throws {
    let standard = try #require(try StandardTests.committed.get()["ho-chi-minh-2021"])
    let rules = try rules("ho-chi-minh-2021")
    #expect(standard.validFrom.iso == "2021-01-01" && standard.validTo?.iso == "2024-09-30")
    #expect(standard.provisional != nil && standard.unchecked?.en.contains("inferred") == true)
    #expect(standard.meaning.vi.contains("tạm trú ổn định trên 6 tháng"))
    #expect(
      rules.rules.map { "\($0.householdClass.rawValue)/\($0.branch ?? "-"): \($0.condition.text)" } == [
        "poor/deprivation: deprivations >= cutoff",
        "poor/income: dep_income AND dep_dependants AND income <= line AND deprivations < cutoff",
        "near_poor/-: deprivations = 2 AND income > line AND income <= near_line",
        "none/-: income > line AND deprivations < 2 OR income > near_line AND deprivations = 2",
      ])
    #expect(
      rules.gap?.condition.text
        == "income <= line AND deprivations < cutoff AND NOT (dep_income AND dep_dependants)")
    #expect(rules.cutoff == 3 && rules.cutoffOf == 10 && rules.points == nil)
    #expect(rules.namedFlags == ["dep_income", "dep_dependants"])
    #expect(
      rules.indicators.map { "\($0.dimension.en): \($0.id)" } == [
        "Health: nutrition", "Health: insurance", "Education and training: adult_education",
        "Education and training: child_schooling", "Employment and social insurance: employment",
        "Employment and social insurance: social_insurance", "Living conditions: housing",
        "Living conditions: water", "Income: income", "Income: dependants",
      ])
  }
  /// What of the city's conditions was told by a page, and what stood in a draft alone; of the others nothing is known.
  @Test func `of the city's conditions just the known are there`() throws {
    let known = try rules("ho-chi-minh-2021").indicators.compactMap { indicator in
      indicator.condition.map { "\(indicator.id) \($0.level.rawValue) \($0.clause.checked.rawValue)" }
    }
    #expect(
      known == [
        "nutrition member secondary", "insurance member secondary", "social_insurance member secondary",
        "housing household not_read", "income household not_read", "dependants household not_read",
      ])
    // The line of the income stands twice, and is one.
    let rules = try rules("ho-chi-minh-2021")
    let income = rules.indicators.first { $0.id == "income" }?.condition?.expression.text
    #expect(
      income == "yearly_income <= \(rules.lines[0].rural)" && rules.lines[0].rural == rules.lines[0].urban)
    for clause in try #require(try StandardTests.committed.get()["ho-chi-minh-2021"]).clauses {
      #expect(clause.checked != .text && clause.text.hasPrefix("Quyết định 995/QĐ-UBND ngày 23/3/2021: "))
    }
  }
  @Test func `2011 has an income alone, 2027 treatment of waste in place of devices`() throws {
    let old = try rules("vn-2011")
    #expect(old.indicators.isEmpty && old.cutoff == nil && old.schema().names.contains("line"))
    #expect(!old.schema().names.contains("deprivations"))
    let (now, next) = (try rules("vn-2022").indicators.map(\.id), try rules("vn-2027").indicators.map(\.id))
    #expect(Set(next).subtracting(now) == ["waste"] && Set(now).subtracting(next) == ["devices"])
  }
  @Test(arguments: ["vn-2016", "vn-2022"])
  func `every indicator of a pack has its condition, clause and words`(
    id: String
  ) throws {
    for indicator in try rules(id).indicators {
      let condition = try #require(indicator.condition)
      #expect(condition.isProvisional, "no condition was compared with the act yet")
      for phrase in [indicator.name, indicator.dimension, condition.meaning] {
        #expect(phrase.vi != phrase.en && phrase.vi == phrase.vi.precomposedStringWithCanonicalMapping)
      }
    }
  }

  // MARK: What is not certain

  @Test(
    arguments: [
      ("vn-2011", false, []),
      ("vn-2016", false, []),
      (
        "vn-2016", true,
        ["points.lines.b1_line", "points.lines.b1_near", "points.lines.b2_line", "points"]
      ), ("vn-2022", false, []), ("vn-2022", true, []), ("vn-2027", false, ["*"]),
      ("ho-chi-minh-2021", false, ["*"]),
    ] as [(String, Bool, [String])])
  func `the parts that are not certain are known`(id: String, points: Bool, parts: [String]) throws {
    let standard = try #require(try StandardTests.committed.get()[id])
    #expect(standard.provisionalParts(byPoints: points) == parts)
  }
  /// The articles and clauses that were read; no other is named by the packs.
  private static let read = [
    "Nghị định 07/2021/NĐ-CP, Điều 3 khoản 1 điểm a: ", "Nghị định 07/2021/NĐ-CP, Điều 3 khoản 1 điểm b: ",
    "Nghị định 07/2021/NĐ-CP, Điều 3 khoản 2 điểm a: ", "Nghị định 07/2021/NĐ-CP, Điều 3 khoản 2 điểm b: ",
    "Nghị định 07/2021/NĐ-CP, Điều 3 khoản 2 điểm c: ", "Nghị định 07/2021/NĐ-CP, Điều 3 khoản 2: ",
    "Quyết định 59/2015/QĐ-TTg, Điều 1 khoản 1 điểm a: ",
    "Quyết định 59/2015/QĐ-TTg, Điều 1 khoản 1 điểm b: ",
    "Quyết định 59/2015/QĐ-TTg, Điều 1 khoản 2 điểm b: ", "Quyết định 59/2015/QĐ-TTg, Điều 2 khoản 1: ",
    "Quyết định 59/2015/QĐ-TTg, Điều 2 khoản 2: ",
    "Quyết định 09/2011/QĐ-TTg, Điều 1 khoản 1 (nông thôn), khoản 2 (thành thị): ",
    "Quyết định 09/2011/QĐ-TTg, Điều 1 khoản 3 (nông thôn), khoản 4 (thành thị): ",
  ]
  @Test func `articles are named only where they were read`() throws {
    for standard in try StandardTests.committed.get().standards {
      let rules = try #require(standard.rules)
      var clauses = rules.lines.map(\.clause) + rules.indicators.map(\.clause) + rules.rules.map(\.clause)
      clauses += rules.indicators.compactMap(\.condition?.clause) + (rules.points?.rules ?? []).map(\.clause)
      clauses += [rules.cutoffClause, rules.points?.clause, standard.scope?.clause].compactMap { $0 }
      clauses += (rules.points?.lines ?? []).map(\.clause)
      clauses += (rules.household + rules.member).compactMap(\.clause)
      for clause in clauses where clause.checked == .text || clause.text.contains("Điều") {
        #expect(
          clause.checked == .text && Self.read.contains { clause.text.hasPrefix($0) }, "\(clause.text)")
      }
      let texts = ["vn-2011": 2, "vn-2016": 16, "vn-2022": 19]
      #expect(clauses.filter { $0.checked == .text }.count == texts[standard.id, default: 0])
    }
  }
  @Test func `a condition counts only where it is asked`() throws {
    let standard = try #require(try StandardTests.committed.get()["vn-2022"])
    #expect(
      standard.provisionalParts(byPoints: false, conditions: ["water"]) == ["indicators.water.condition"])
  }
}
