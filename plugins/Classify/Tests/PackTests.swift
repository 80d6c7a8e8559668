import Diagnostics
import Foundation
import StageKit
import Standards
import Tables
import Testing

@testable import Classify

/// Households under the committed packs: the branches of 2016, 2011 without deprivations, what a pack does not allow.
@Suite struct PackTests {
  /// The ten indicators of 2016 with the columns d1 to d10.
  static func old(_ more: String = "") throws -> String {
    let ids = try #require(try standards()["vn-2016"]?.rules).indicators.map(\.id)
    let flags = ids.enumerated().map { "\($1): d\($0 + 1)" }.joined(separator: ", ")
    return
      "{ area: area, income: { column: income_k, unit: thousand_dong }, deprivations: { \(flags) }\(more) }"
  }

  @Test(
    arguments: [
      ("rural", 700, 0, "poor", "income"), ("rural", 701, 3, "poor", "deprivation"),
      ("rural", 701, 2, "near_poor", nil), ("rural", 1000, 3, "poor", "deprivation"),
      ("rural", 1000, 0, "near_poor", nil), ("rural", 1001, 10, "average", nil),
      ("rural", 1500, 0, "average", nil), ("rural", 1501, 10, "none", nil),
      ("urban", 900, 0, "poor", "income"), ("urban", 901, 3, "poor", "deprivation"),
      ("urban", 1300, 2, "near_poor", nil), ("urban", 1301, 3, "average", nil),
      ("urban", 1950, 0, "average", nil), ("urban", 1951, 0, "none", nil),
    ] as [(String, Int64, Int, String, String?)])
  func `a household of 2016 is poor by income, or between the lines by deprivations`(
    area: String, income: Int64, lacking: Int, wanted: String, branch: String?
  ) throws {
    let made = try PlannedStep(try Self.old(), on: "2018-12-31").made([
      .lacking(lacking, area: area, income: income)
    ])
    #expect(made.classes == [wanted] && made.texts("branch") == [branch])
    #expect(made.findings == [])
  }
  @Test func `an indicator that is not known matters only between the lines`() throws {
    var households = [700, 701, 1001].map { Household.lacking(2, income: $0) }
    for index in households.indices { households[index].flags[9] = nil }
    let made = try PlannedStep(try Self.old(), on: "2018-12-31").made(households)
    #expect(made.classes == ["poor", nil, "average"] && made.texts("branch") == ["income", nil, nil])
    #expect(made.findings == ["3 classify.deprivation dep_devices"])
  }
  @Test(
    arguments: [
      ("rural", 120, 0, "poor", "income"), ("rural", 121, 30, "poor", "deprivation"),
      ("rural", 150, 20, "near_poor", nil), ("rural", 151, 100, "none", nil),
      ("urban", 140, 0, "poor", "income"), ("urban", 175, 30, "poor", "deprivation"),
    ] as [(String, Int64, Int64, String, String?)])
  func `points of 2016 are used only where the pipeline lets them`(
    area: String, b1: Int64, b2: Int64, wanted: String, branch: String?
  ) throws {
    let options = "{ allow_provisional: true, area: area, points: { b1: b1, b2: b2 } }"
    let made = try PlannedStep(options, on: "2018-12-31").made([Household(area: area, b1: b1, b2: b2)])
    #expect(made.classes == [wanted] && made.texts("branch") == [branch])
  }
  @Test func `2011 goes by income alone, and says nothing of what lies between its bands`() throws {
    let options =
      "{ standard: vn-2011, allow_provisional: true, area: area, income: { column: income_h, unit: thousand_dong } }"
    let step = try PlannedStep(options, on: "2014-12-31")
    let rows = RuleTests.replacing(
      Rows.batch((0..<4).map { _ in .lacking(3) }), 3, [40_000, 40_050, 52_000, 52_001])
    #expect(try RuleTests.classes(step, rows) == ["poor", nil, "near_poor", "none"])
    let made = try PlannedStep(options, on: "2014-12-31").made([.lacking(3, income: 400)])
    #expect(made.counts == [nil], "nothing was counted")
  }

  // MARK: What a pack does not allow

  static let yearly = """
    standard: tinh-mau
    name: { vi: Chuẩn tỉnh mẫu, en: Standard of the model province }
    legal: [Quyết định 1/QĐ-UBND]
    valid: { from: 2021-01-01, to: 2025-12-31 }
    scope: { province: "96", name: Tỉnh Mẫu, clause: Quyết định 1/QĐ-UBND, checked: text }
    meaning: { vi: Nghèo là, en: Poor is }
    income_lines:
      line: { rural: 36000000, urban: 40000000, per: year, clause: Điều 1, checked: text }
    classes:
      - { class: poor, when: "income <= line", clause: Điều 1, checked: text }
      - { class: none, when: "income > line", clause: Điều 1, checked: text }
    """
  private func step(_ more: String, _ unit: String = "thousand_dong_per_year", _ column: String = "yearly")
    throws
    -> PlannedStep
  {
    let income = "income: { column: \(column), unit: \(unit) }"
    return try PlannedStep(
      "{ standard: tinh-mau, area: area, \(income)\(more) }", packs: ["s/tinh-mau.yaml": Self.yearly])
  }
  @Test func `lines of a year are held against incomes of a year`() throws {
    let made = try step(", province: \"96\"").made([
      .lacking(0, income: 36_000), .lacking(0, income: 36_001), .lacking(0, area: "urban", income: 40_000),
    ])
    #expect(made.classes == ["poor", "none", "poor"])
  }
  @Test(
    arguments: [
      (
        ", province: \"96\"", "thousand_dong", "income_k",
        "the lines of 'tinh-mau' are of a year, and the income is given for a month — give a column of the income of a year, with `unit` one of dong_per_year, thousand_dong_per_year; nothing is converted"
      ),
      (
        "", "thousand_dong_per_year", "yearly",
        "the standard 'tinh-mau' is that of Tỉnh Mẫu (96) — if the rows are of that province, write `province: \"96\"`"
      ),
      (
        ", province: \"01\"", "thousand_dong_per_year", "yearly",
        "the standard 'tinh-mau' is that of Tỉnh Mẫu (96), not of the province 01 — use the standard of the country, or that of the province of the rows"
      ),
      (
        ", province: \"96\"", "dong_per_year", "income_k",
        "the column 'income_k' is in 'nghìn đồng/người/tháng', not in dong_per_year per person and year — lines are in đồng per person and year: convert the column before, or mend `unit`"
      ),
    ]) func `a pack is not used outside its scope or period`(
      more: String, unit: String, column: String, message: String
    ) throws
  {
    #expect(try step(more, unit, column).messages == [message])
  }
  @Test func `a yearly income is not held against lines of a month`() throws {
    let step = try PlannedStep(try byIncome("yearly", "thousand_dong_per_year"))
    #expect(
      step.mistakes.map(\.message.en) == [
        "the lines of 'vn-2022' are of a month, and the income is given for a year"
      ])
  }
  @Test func `a province with a standard of its own must say which`() throws {
    let options = "{ province: \"96\", area: area, income: { column: income_k, unit: thousand_dong } }"
    let step = try PlannedStep(options, packs: ["s/tinh-mau.yaml": Self.yearly])
    #expect(step.mistakes.map(\.message.en) == ["2 standards are valid on 2024-12-14: tinh-mau, vn-2022"])
  }
  @Test func `a pack whose class rules are not known classifies nobody, allowed or not`() throws {
    let options =
      "{ standard: tinh-mau, allow_provisional: true, province: \"96\", area: area, income: { column: yearly, unit: thousand_dong_per_year }, deprivations: {} }"
    let start = try #require(Self.yearly.range(of: "classes:"))
    let pack = """
      \(Self.yearly[..<start.lowerBound])
      cutoff: { deprivations: 3, of: 10, clause: Điều 1, checked: text }
      provisional: { vi: Theo một bản tin., en: From a news report. }
      """
    #expect(
      try PlannedStep(options, packs: ["s/tinh-mau.yaml": pack]).mistakes.map(\.message.en) == [
        "the pack of the standard 'tinh-mau' has no indicators, classes yet, so it classifies nobody: From a news report."
      ])
  }
}
