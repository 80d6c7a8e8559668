import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Prepare

/// A way of several steps, and the examples and words of the stages.
@Suite struct PrepareWayTests {
  static let way = """
      - { id: dm, use: rows.give, with: { columns: { ma: text public, huyen: text code public }, rows: [[x1, h1]] } }
      - { id: nk, use: rows.give, with: { columns: { ho: text code personal, tuoi: int amount }, rows: [[a, 5]] } }
      - { id: ho, use: rows.give, with: { columns: { ho: text code personal, xa: text code }, rows: [[a, x1]] } }
      - { id: tinh, use: rows.derive, from: nk, with: { columns: { nho: tuoi < 16, luon: TRUE } } }
      - { id: loc, use: rows.filter, with: { where: nho } }
      - { id: gop, use: rows.rollup, with: { by: [ho], columns: { tre: { count: nho }, co: { any: luon } } } }
      - { id: noi, use: rows.join, from: { table: ho, lookup: gop }, with: { on: [ho] } }
      - { id: noi2, use: rows.join, from: { table: noi, lookup: dm }, with: { on: { xa: ma } } }
      - { id: xa, use: rows.rollup, with: { by: [huyen], columns: { tre: { sum: tre }, ho: { count: "*" } } } }

    """

  @Test func `what is made of a personal column is personal, through however many steps`() async throws {
    let schema = try planned(
      Self.way + "  - { id: out, use: rows.derive, from: noi2, with: { columns: { nhieu: tre > 1 } } }")
    let found = schema.fields.map { "\($0.name) \($0.sensitivity)" }
    #expect(
      found == [
        "ho personal", "xa protected", "tre personal", "co personal", "huyen protected", "nhieu personal",
      ])
    #expect(schema["nhieu"]?.lineage?.path.first == "nk.ho")
    #expect(schema["nhieu"]?.lineage?.path.last == "out.nhieu")
    let rolled = try planned(Self.way + "  - { id: out, use: rows.filter, with: { where: 'tre > 0' } }")
    #expect(rolled["huyen"]?.sensitivity == .protected && rolled["ho"]?.sensitivity == .protected)
    #expect(rolled["tre"]?.sensitivity == .personal)
  }
  @Test func `the way runs from members to districts`() async throws {
    let text = Self.way + "  - { id: out, use: rows.filter, with: { where: 'tre > 0' } }"
    #expect(try await outcome(text).rows == ["h1 | 1 | 1"])
  }
  @Test(arguments: [
    (
      "rows.derive",
      "{ household_id: text, commune: text, income: int amount, members: int count, area_m2: decimal, d1: bool, d2: bool }"
    ),
    ("rows.filter", "{ status: text, members: int count }"),
    (
      "rows.rollup",
      "{ household_id: text, age: int amount, income: int amount, has_insurance: bool, commune: text }"
    ),
    ("rows.join", "{ commune: text }"),
  ]) func `the example of a stage can be planned`(_ name: String, _ columns: String) throws {
    let lines = try moduleText("Examples/\(name).yaml").split(separator: "\n").map { "    \($0)" }
    expectSteps(
      """
        - { id: register, use: rows.give, with: { columns: { code: text, district_code: text, province_code: text }, rows: [] } }
        - { id: households, use: rows.give, with: { columns: \(columns), rows: [] } }
        -
      \(lines.joined(separator: "\n"))
      """, find: [])
  }
  @Test(arguments: [
    DeriveColumns.explanations, FilterRows.explanations, JoinRows.explanations, RollUpRows.explanations,
  ]) func `every code is explained in both languages`(_ explanations: [Explanation]) {
    #expect(!explanations.isEmpty)
    for explanation in explanations {
      for text in [explanation.meaning, explanation.remedy] {
        #expect(!text.vi.isEmpty && text.vi != text.en)
      }
    }
  }
}
