import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// What is counted, by whom, and what is told of what could not be.
@Suite struct HouseholdSumsTests {
  static let four = [
    Row(word: "poor", water: true, toilet: true, members: 5),
    Row(word: "near_poor", toilet: true, members: 3),
    Row(commune: "00003", district: "002", area: "urban", people: "Tày", word: "average", water: true),
    Row(commune: "00002", word: nil),
  ]

  @Test func `rows come by level, unit and group`() throws {
    let made = try PlannedSums(byColumns).made(Self.four)
    #expect(
      made.keys == [
        "province 01 all", "province 01 area:rural", "province 01 area:urban", "province 01 people:Kinh",
        "province 01 people:Tày", "district 001 all", "district 001 area:rural", "district 001 people:Kinh",
        "district 002 all", "district 002 area:urban", "district 002 people:Tày", "commune 00001 all",
        "commune 00001 area:rural", "commune 00001 people:Kinh", "commune 00002 all",
        "commune 00002 area:rural",
        "commune 00002 people:Kinh", "commune 00003 all", "commune 00003 area:urban",
        "commune 00003 people:Tày",
      ])
    #expect(made.findings == [])
  }
  @Test func `the columns are those of the wide table`() throws {
    let schema = try PlannedSums(byColumns).planned.output
    #expect(
      schema.names == [
        "level", "unit", "group", "households", "poor", "near_poor", "average", "none", "unclassified",
        "dep_water", "dep_water_poor", "dep_water_near_poor", "dep_toilet", "dep_toilet_poor",
        "dep_toilet_near_poor", "members", "members_poor", "members_near_poor", "members_average", "income",
        "deprivation_sum", "h", "a", "m0",
      ])
    #expect(schema["income"]?.type == .decimal(scale: 1) && schema["h"]?.type == .decimal(scale: 4))
    #expect(schema["unit"]?.role == .code && schema["poor"]?.role.isSummable == true)
    #expect(schema["m0"]?.role.isSummable == false)
  }
  @Test func `classes, deprivations, members and sums are counted`() throws {
    let made = try PlannedSums(byColumns).made(Self.four)
    let counts = made.row(
      "province 01 all", "households", "poor", "near_poor", "average", "none", "unclassified")
    #expect(counts == "4 1 1 1 0 1")
    #expect(made.row("province 01 all", "dep_water", "dep_water_poor", "dep_water_near_poor") == "2 1 0")
    #expect(made.row("province 01 all", "dep_toilet", "dep_toilet_poor", "dep_toilet_near_poor") == "2 1 1")
    #expect(
      made.row("province 01 all", "members", "members_poor", "members_near_poor", "income") == "16 5 3 4.0")
    // Of three households with a class one is poor, and it lacks two of two.
    #expect(made.row("province 01 all", "deprivation_sum", "h", "a", "m0") == "2 0.3333 1.0000 0.3333")
    #expect(made.row("district 002 all", "deprivation_sum", "h", "a", "m0") == "0 0.0000 n/a 0.0000")
    #expect(made.row("commune 00002 all", "deprivation_sum", "h", "a", "m0") == "0 n/a n/a n/a")
  }
  @Test(arguments: [(3, 2, "0.6667"), (8, 1, "0.1250"), (32, 1, "0.0313"), (32, 3, "0.0938")])
  func `quotients are rounded once, half away from zero`(all: Int, poor: Int, wanted: String) throws {
    let rows = (0..<all).map { Row(word: $0 < poor ? "poor" : "none") }
    #expect(try PlannedSums(byColumns).made(rows).row("province 01 all", "h") == wanted)
  }
  @Test func `the register says in what a commune is`() throws {
    let rows = [
      Row(word: "poor", water: true), Row(commune: "00002"), Row(commune: "00003"),
      Row(commune: "00005", area: "urban"),
    ]
    let made = try PlannedSums(byRegister).made(rows)
    #expect(made.findings == [])
    #expect(made.row("province 01 all", "households", "poor") == "3 1")
    #expect(made.row("province 02 all", "households", "poor") == "1 0")
    #expect(made.row("district 001 all", "households", "h") == "2 0.5000")
    #expect(made.row("province 02 area:urban", "households") == "1")
    // District 004 has no communes; it is simply not there.
    #expect(
      made.keys.filter { $0.hasPrefix("district") && $0.hasSuffix(" all") } == [
        "district 001 all", "district 002 all", "district 003 all",
      ])
    // Of later days there are other units.
    let later = try PlannedSums(byRegister.replacing("district, ", with: ""), on: "2025-12-31").made([
      Row(), Row(commune: "00005"),
    ])
    #expect(later.row("province 01 all", "households") == "2")
  }
  @Test func `a commune that there is not is told, and is in nothing above`() throws {
    let rows = [
      Row(), Row(commune: "99999"), Row(commune: "99999", word: "poor"), Row(commune: nil),
      Row(commune: "001"),
    ]
    let made = try PlannedSums(byRegister).made(rows)
    #expect(
      made.findings == [
        "aggregate.unknown-commune: on 2024-12-31 there is no commune with the code '001': its 1 households are in no district or province",
        "aggregate.unknown-commune: on 2024-12-31 there is no commune with the code '99999': its 2 households are in no district or province",
        "aggregate.no-unit: 1 households lack the code of a unit",
      ])
    #expect(made.row("commune 99999 all", "households", "poor") == "2 1")
    #expect(made.row("commune - all", "households") == "1")
    #expect(made.row("province 01 all", "households", "poor") == "1 0")
    let above = try PlannedSums("{ by: [province], unit: commune }").made(rows)
    #expect(above.keys == ["province 01 all"] && above.findings.count == 3)
  }
  @Test func `what lacks a group or a code is in all, and told`() throws {
    let made = try PlannedSums(byColumns).made([Row(district: nil, area: nil), Row()])
    #expect(
      made.findings == [
        "aggregate.no-unit: 1 households lack the code of a unit",
        "aggregate.no-group: 1 households lack 'area': they are counted in 'all' and in no group",
      ])
    #expect(made.row("province 01 all", "households") == "2")
    #expect(made.row("province 01 area:rural", "households") == "1")
    #expect(made.row("district - all", "households") == "1")
  }
  @Test func `missing is not zero`() throws {
    let rows = [
      Row(word: "poor", water: nil, toilet: true), Row(word: "near_poor", members: nil),
      Row(commune: "00002", word: "none", toilet: nil, income: nil), Row(commune: "00003", district: "002"),
    ]
    let made = try PlannedSums(byColumns).made(rows)
    #expect(made.row("province 01 all", "dep_water", "dep_water_poor", "dep_water_near_poor") == "? ? 0")
    #expect(made.row("province 01 all", "dep_toilet", "dep_toilet_poor", "dep_toilet_near_poor") == "? 1 0")
    #expect(
      made.row("province 01 all", "members", "members_poor", "members_near_poor", "income") == "? 4 ? ?")
    #expect(made.row("province 01 all", "deprivation_sum", "h", "a", "m0") == "? 0.2500 ? ?")
    #expect(made.row("district 002 all", "dep_water", "members", "income", "m0") == "0 4 1.0 0.0000")
    #expect(
      made.findings == [
        "aggregate.unknown: 63 cells of 4 units (first: unit '01', group 'all') are not known in the columns dep_water, dep_water_poor, dep_toilet, members, members_near_poor, income, deprivation_sum, because some households lack the cell; fill the cells in, or reject such households before"
      ])
  }
  @Test func `a word that is no class counts as unclassified, and is told`() throws {
    let made = try PlannedSums(byColumns).made([
      Row(word: "nghèo"), Row(word: "POOR"), Row(word: "nonE"), Row(word: ""),
    ])
    #expect(made.row("province 01 all", "households", "poor", "none", "unclassified") == "4 0 0 4")
    #expect(
      made.findings == [
        "aggregate.class: 4 households have a class that is none of the four: they count as unclassified"
      ])
  }
  @Test
  func `a column is summed over the poor and over the near-poor, and what others lack is nothing to them`()
    throws
  {
    let step = try PlannedSums("{ columns: { province: province }, sums_by_class: [income, toilet_kind] }")
    #expect(step.messages.map { $0.prefix(23) } == ["no column 'toilet_kind'"])
    let made = try PlannedSums("{ columns: { province: province }, sums_by_class: [income, members] }").made([
      Row(word: "poor", members: 3, income: 7), Row(word: "poor", members: 2, income: 5),
      Row(word: "near_poor", members: 0, income: nil), Row(word: "none", members: nil, income: nil),
      Row(word: nil, income: 90),
    ])
    #expect(made.row("province 01 all", "income_poor", "income_near_poor") == "1.2 ?")
    // What is called members is of members: none is a mistake here too.
    #expect(made.row("province 01 all", "members_poor", "members_near_poor") == "5 ?")
    #expect(!made.schema.names.contains("income") && !made.schema.names.contains("members"))
    #expect(
      made.findings.map { $0.prefix { $0 != ":" } } == ["aggregate.members", "aggregate.unknown"])
  }
  @Test func `without rows there is a table without rows`() throws {
    let made = try PlannedSums(byColumns).made([])
    #expect(made.rows.count == 0 && made.rows.columns.count == made.schema.fields.count)
    #expect(made.findings == [])
  }
  @Test func `a column of answers makes groups, and one that is summed a count`() throws {
    let made = try PlannedSums(
      "{ columns: { province: province }, groups: [dep_water], sums: [dep_toilet], deprivations: [] }")
    #expect(made.messages == ["the table would have two columns 'dep_toilet'"] || made.messages == [])
    let rows = [Row(water: true, toilet: true), Row(), Row(toilet: true)]
    let wide = try made.made(rows)
    #expect(wide.row("province 01 dep_water:true", "households", "dep_toilet") == "1 1")
    #expect(wide.row("province 01 dep_water:false", "households", "dep_toilet") == "2 1")
    #expect(!wide.schema.names.contains("m0"))
  }
}
