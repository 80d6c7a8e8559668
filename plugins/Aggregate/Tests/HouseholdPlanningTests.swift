import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// What is told before any household is counted.
@Suite struct HouseholdPlanningTests {
  @Test(
    arguments: [
      ("{}", ["it is not said in which unit a household is"]),
      (
        "{ by: [commune], unit: commune, columns: { commune: commune } }",
        ["give `unit` or `columns`, not both"]
      ),
      ("{ unit: commune }", ["there is no level to count by"]),
      ("{ by: [], unit: commune }", ["there is no level to count by"]),
      ("{ columns: {} }", ["there is no level to count by"]),
      (
        "{ by: [commune, district], columns: { commune: commune } }",
        ["the level 'district' has no column in `columns`"]
      ),
      ("{ by: [commune], unit: comune }", ["no column 'comune'"]),
      ("{ by: [commune], unit: members }", ["column 'members' is a whole number, and text is needed"]),
      ("{ columns: { commune: commune }, class: lop }", ["no column 'lop'"]),
      (
        "{ columns: { commune: commune }, class: members }",
        ["column 'members' is a whole number, and text is needed"]
      ),
      (
        "{ columns: { commune: commune }, groups: [members, day, x] }",
        [
          "a column of groups is of text, or of yes or no; 'members' is not",
          "a column of groups is of text, or of yes or no; 'day' is not", "no column 'x'",
        ]
      ),
      (
        "{ columns: { commune: commune }, sums: [rate, area] }",
        ["'rate' is a rate, and rates are not added up", "column 'area' is a label, which is not added up"]
      ),
      (
        "{ columns: { commune: commune }, members: members, sums: [members] }",
        ["the table would have two columns 'members'"]
      ),
      (
        "{ columns: { commune: commune }, members: members, sums_by_class: [members] }",
        [
          "the table would have two columns 'members_poor'",
          "the table would have two columns 'members_near_poor'",
        ]
      ),
      (
        "{ columns: { commune: commune }, sums_by_class: [rate, area] }",
        ["'rate' is a rate, and rates are not added up", "column 'area' is a label, which is not added up"]
      ),
      (
        "{ columns: { commune: commune }, deprivations: [dep_water, area] }",
        ["column 'area' is text, and yes or no is needed"]
      ),
    ] as [(String, [String])]) func `what cannot be planned is refused`(options: String, messages: [String])
    throws
  {
    let mistakes = try PlannedSums(options).mistakes
    #expect(mistakes.map(\.message.en) == messages)
    let own = mistakes.filter {
      $0.code.rawValue.hasPrefix("aggregate.") && $0.message.en != "give `unit` or `columns`, not both"
    }
    #expect(own.allSatisfy { $0.hint != nil }, "a way out is shown")
  }
  @Test func `levels and days must go together`() throws {
    #expect(
      try PlannedSums(byRegister, on: nil).messages == [
        "`reference_date` is needed to know in what a commune is — defaults: { reference_date: 2024-12-14 }"
      ])
    #expect(
      try PlannedSums(byRegister, on: "2025-12-31").messages == [
        "on 2025-12-31 the register has no unit of the level district — there are no districts since 2025-07-01: leave `district` out"
      ])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: AggregateHouseholds.self,
      """
      by: [1️⃣xã]
      columns: { 2️⃣comune: x }
      decimals: 3️⃣19
      """,
      find: [
        (1, "option 'by': expected one of commune, district, province, found 'xã'"),
        (2, "unknown option 'comune' — did you mean 'commune'?"),
        (3, "option 'decimals': expected from 0 to 18, found '19'"),
      ])
  }
  @Test func `levels may be fewer than the columns`() throws {
    let options =
      "{ by: [province, commune], columns: { commune: commune, district: district, province: province } }"
    let made = try PlannedSums(options).made([Row()])
    #expect(made.keys == ["province 01 all", "commune 00001 all"])
  }
  @Test func `counts are as guarded as what they count, and quotients of sums are not personal`() throws {
    let schema = try PlannedSums(byColumns).planned.output
    #expect(schema["poor"]?.sources == ["class", "commune", "district", "province", "area", "people"])
    #expect(schema["dep_water_poor"]?.sources?.last == "dep_water")
    #expect(schema["group"]?.sources == ["area", "people"] && schema["unit"]?.sources?.count == 3)
    #expect(schema["h"]?.sources?.last == "deprivation_count" && schema["h"]?.sensitivity == .public)
    let personal = try PlannedSums("{ columns: { commune: commune }, groups: [head] }").planned.output
    #expect(personal["group"]?.sources == ["head"] && personal["h"]?.sources == [])
    #expect(personal["h"]?.sensitivity == .protected)
  }
  @Test func `a table that is not wide is refused`() throws {
    let run = try FiguresRun([Wide(schema: FiguresRun.totals, rows: FiguresRun.whole.rows, found: Findings())]
    )
    let lacks = "level, unit, poor, near_poor, unclassified"
    #expect(
      run.mistakes.map { [$0.message.en, $0.hint?.en] } == [
        [
          "the table is not one of households.aggregate: it lacks \(lacks)",
          "join a step of households.aggregate to the port",
        ]
      ])
  }
}
