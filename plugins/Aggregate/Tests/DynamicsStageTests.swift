import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

@testable import Aggregate

/// The stage `households.dynamics`.
@Suite struct DynamicsStageTests {
  /// What is planned and made of lists of some years.
  static func run(
    _ lists: [[Listed]], _ options: String = "{ id: id, years: [2022, 2023, 2024], decimals: 4 }"
  ) throws -> (mistakes: [String], made: Wide?) {
    var planning = Planning(
      step: "dt", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: nil),
      loader: DocumentLoader(files: .memory([:])), resources: [:])
    let decoded = try MakeDynamics.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    var shapes = Shapes<MakeDynamics.Inputs>()
    shapes.lists = lists.map { _ in Listed.schema }
    let planned = MakeDynamics(decoded).plan(shapes, &planning)
    let mistakes = planning.problems.all.map { "\($0.code.rawValue): \($0.message.en)" }
    guard mistakes.isEmpty else { return (mistakes, nil) }
    var given = Given<MakeDynamics.Inputs>()
    given.lists = Many(lists.enumerated().map { Listed.table($1, file: "\(2022 + $0).csv") })
    var found = Findings()
    let out = try planned.work.run(given, &found)
    return ([], Wide(schema: out.table.schema, rows: out.table.rows, found: found))
  }
  /// `count part/whole value` of a measure of a period.
  static func row(
    _ made: Wide?, _ period: String, _ measure: String, _ from: String = "n/a", _ to: String = "n/a"
  ) -> String {
    guard let made else { return "nothing" }
    let row = (0..<made.rows.count).first { row in
      let cells = (0..<5).map { made.cell($0, row) }
      return "\(cells[0])-\(cells[1])" == period && cells[2] == measure && cells[3] == from && cells[4] == to
    }
    return row.map { row in
      "\(made.cell(5, row)) \(made.cell(6, row))/\(made.cell(7, row)) \(made.cell(8, row))"
    } ?? "no row"
  }
  private static let lists = [
    [Listed(id: "a"), Listed(id: "b"), Listed(id: "c", word: "none"), Listed(id: "d", word: "near_poor")],
    [
      Listed(id: "a"), Listed(id: "b", word: "near_poor"), Listed(id: "c"), Listed(id: "d", word: "average"),
      Listed(id: "e"),
    ],
    [Listed(id: "a", word: "none"), Listed(id: "b"), Listed(id: "c"), Listed(id: "d", word: "none")],
  ]

  @Test func `who left, fell in and stayed is counted from year to year`() throws {
    let (mistakes, made) = try Self.run(Self.lists)
    #expect(mistakes == [] && made?.findings == [])
    #expect(
      made?.schema.names == [
        "from_year", "to_year", "measure", "from", "to", "count", "part", "whole", "value",
      ])
    let none = "n/a/n/a n/a"
    #expect(Self.row(made, "2022-2022", "stock", "n/a", "poor") == "2 \(none)")
    #expect(Self.row(made, "2023-2023", "stock", "n/a", "poor") == "3 \(none)")
    #expect(Self.row(made, "2024-2024", "stock", "n/a", "neither") == "2 \(none)")
    #expect(Self.row(made, "2022-2023", "transition", "poor", "near_poor") == "1 \(none)")
    #expect(Self.row(made, "2023-2024", "transition", "poor", "absent") == "1 \(none)")
    #expect(Self.row(made, "2022-2023", "transition", "absent", "absent") == "no row")
    #expect(Self.row(made, "2022-2023", "arrived") == "1 \(none)")
    #expect(Self.row(made, "2022-2023", "first_time") == "1 \(none)")
    #expect(Self.row(made, "2023-2024", "re_poor") == "1 \(none)")
    #expect(Self.row(made, "2023-2024", "left") == "1 \(none)")
  }
  @Test func `rates are exact, and of those who could move`() throws {
    let made = try Self.run(Self.lists).made
    #expect(Self.row(made, "2022-2023", "escape_rate") == "1 1/2 0.5000")
    #expect(Self.row(made, "2022-2023", "entry_rate") == "1 1/2 0.5000")
    #expect(Self.row(made, "2023-2024", "escape_rate") == "1 1/3 0.3333")
    #expect(Self.row(made, "2023-2024", "entry_rate") == "1 1/2 0.5000")
    let empty = try Self.run([[], [], []]).made
    #expect(Self.row(empty, "2022-2023", "escape_rate") == "0 n/a/n/a n/a")
    #expect(Self.row(empty, "2022-2024", "years_poor", "n/a", "0") == "0 n/a/n/a n/a")
  }
  @Test func `years of poverty are of those on every list`() throws {
    let made = try Self.run(Self.lists).made
    #expect(Self.row(made, "2022-2024", "every_year") == "4 n/a/n/a n/a")
    #expect(Self.row(made, "2022-2024", "years_poor", "n/a", "0") == "1 1/4 0.2500")
    #expect(Self.row(made, "2022-2024", "years_poor", "n/a", "1") == "0 0/1 0.0000")
    #expect(Self.row(made, "2022-2024", "years_poor", "n/a", "2") == "3 3/4 0.7500")
    #expect(Self.row(made, "2022-2024", "years_poor", "n/a", "3") == "0 0/1 0.0000")
    let atLeast = (0...4).map { Self.row(made, "2022-2024", "poor_at_least", "n/a", "\($0)") }
    #expect(atLeast == ["no row", "3 3/4 0.7500", "3 3/4 0.7500", "0 0/1 0.0000", "no row"])
  }
  @Test func `a household with a wrong row is in no count, and told`() throws {
    var lists = Self.lists
    lists[1].append(Listed(id: "a"))
    lists[2].append(Listed(id: "e", word: "giàu"))
    lists[2].append(Listed(id: nil))
    let made = try Self.run(lists).made
    #expect(Self.row(made, "2022-2022", "stock", "n/a", "poor") == "1 n/a/n/a n/a")
    #expect(
      made?.findings == [
        "measures.id-twice: this id stands twice in the list", "measures.class: there is no class 'giàu'",
        "flows.no-id: a household without an id cannot be matched",
        "flows.left-out: 2 households have a row that is wrong, and are in no movements",
      ])
  }
  @Test func `years of two standards have stocks alone, and it is told`() throws {
    var lists = Self.lists
    for year in lists.indices {
      for row in lists[year].indices { lists[year][row].standard = year == 0 ? "vn-2016" : "vn-2022" }
    }
    let made = try #require(try Self.run(lists).made)
    #expect(Self.row(made, "2022-2022", "stock", "n/a", "poor") == "2 n/a/n/a n/a")
    for row in 0..<made.rows.count where made.cell(2, row) != "stock" {
      #expect((5..<9).allSatisfy { made.cell($0, row) == "n/a" }, "\(made.cell(2, row))")
    }
    #expect(
      made.findings.count == 1 && made.findings[0].hasPrefix("flows.standards: the lists are of several"))
    for row in lists[0].indices { lists[0][row].standard = "vn-2022" }
    let one = try #require(try Self.run(lists).made)
    #expect(Self.row(one, "2022-2023", "escape_rate") == "1 1/2 0.5000" && one.findings == [])
  }
  @Test(arguments: ["[2022, 2023]", "[2022, 2024, 2023]", "[2022, 2022, 2023]", "[2021, 2022, 2023, 2024]"])
  func `years that are not those of the lists are told`(years: String) throws {
    let mistakes = try Self.run(Self.lists, "{ id: id, years: \(years) }").mistakes
    #expect(mistakes == ["dynamics.years: there are 3 lists, but `years` is \(years)"])
  }
  @Test func `numbers are guarded as the lists are`() throws {
    let schema = try #require(try Self.run(Self.lists).made?.schema)
    for name in ["count", "part", "whole", "value"] { #expect(schema[name]?.sensitivity == .protected) }
  }
}
