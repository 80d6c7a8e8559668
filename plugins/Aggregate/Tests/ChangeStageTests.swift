import Diagnostics
import Measures
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

@testable import Aggregate

/// The stage `households.changes`, over tables of the stage `households.measures`.
@Suite struct ChangeStageTests {
  private static let measures = "{ columns: { province: province }, groups: [area], cutoff: 1, decimals: 4 }"

  /// What is planned and made between the rows of two years.
  static func run(
    _ before: [Row], _ after: [Row], _ options: String = "{ years: 2, decimals: 4 }",
    measures: (String, String) = (measures, measures)
  ) throws -> (mistakes: [String], made: Wide?) {
    let (old, new) = (
      try PlannedMeasures(measures.0).made(before), try PlannedMeasures(measures.1).made(after)
    )
    var planning = Planning(
      step: "doi", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: nil),
      loader: DocumentLoader(files: .memory([:])), resources: [:])
    let decoded = try CompareMeasures.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    var shapes = Shapes<CompareMeasures.Inputs>()
    (shapes.before, shapes.after) = (old.schema, new.schema)
    let planned = CompareMeasures(decoded).plan(shapes, &planning)
    let mistakes = planning.problems.all.map { "\($0.code.rawValue): \($0.message.en)" }
    guard mistakes.isEmpty else { return (mistakes, nil) }
    var given = Given<CompareMeasures.Inputs>()
    (given.before, given.after) = (Table(old.schema, old.rows), Table(new.schema, new.rows))
    var found = Findings()
    let out = try planned.work.run(given, &found)
    return ([], Wide(schema: out.table.schema, rows: out.table.rows, found: found))
  }
  /// The cells behind what a row is about.
  private static func cells(_ made: Wide?, _ group: String, _ measure: String) -> String {
    guard let made else { return "nothing" }
    let row = (0..<made.rows.count).first {
      made.cell(2, $0) == group && made.cell(4, $0) == measure && made.cell(5, $0) == "n/a"
    }
    return row.map { row in (6..<14).map { made.cell($0, row) }.joined(separator: " ") } ?? "no row"
  }
  private static let poor = Row(water: true, toilet: true)
  private static let half = Row(toilet: true)

  @Test func `a level has its change, in all and a year, in points and as a share`() throws {
    let made = try Self.run([Self.poor, Self.poor, Row(), Row()], [Self.poor, Row(), Row(), Row()]).made
    #expect(Self.cells(made, "all", "h") == "0.5000 0.2500 -1 4 -0.2500 -0.1250 -0.5000 -0.2929")
    #expect(Self.cells(made, "all", "incidence_effect") == "n/a n/a -1 4 -0.2500 n/a n/a n/a")
    #expect(Self.cells(made, "all", "intensity_effect") == "n/a n/a 0 1 0.0000 n/a n/a n/a")
    #expect(made?.findings == [])
  }
  @Test func `from nothing there is no share, and without poor no intensity`() throws {
    let made = try Self.run([Row(), Row()], [Self.half, Row()]).made
    #expect(Self.cells(made, "all", "h") == "0.0000 0.5000 1 2 0.5000 0.2500 n/a n/a")
    #expect(Self.cells(made, "all", "a") == "n/a 0.5000 n/a n/a n/a n/a n/a n/a")
    #expect(Self.cells(made, "all", "incidence_effect") == "n/a n/a 1 4 0.2500 n/a n/a n/a")
  }
  @Test func `a group of one year alone is a shift of people`() throws {
    let made = try Self.run([Self.poor], [Self.poor, Row(area: "urban")]).made
    #expect(Self.cells(made, "area:urban", "within_effect") == "n/a n/a 0 1 0.0000 n/a n/a n/a")
    #expect(Self.cells(made, "area:rural", "shift_effect") == "n/a n/a -1 2 -0.5000 n/a n/a n/a")
    let gone = try Self.run([Self.poor, Row(area: "urban")], [Self.poor]).made
    #expect(Self.cells(gone, "area:urban", "h") == "0.0000 n/a n/a n/a n/a n/a n/a n/a")
  }
  @Test func `what groups did together is the change, within them and between them`() throws {
    let made = try Self.run(
      [Self.poor, Self.half, Row(area: "urban")],
      [Self.poor, Row(), Row(area: "urban", water: true, toilet: true), Row(area: "urban")]
    ).made
    // M0 goes from 1/2 to 1/2. Within: of 7/12 times 1/2 − 3/4, and of 5/12 times 1/2 − 0.
    #expect(Self.cells(made, "all", "m0") == "0.5000 0.5000 0 1 0.0000 0.0000 0.0000 0.0000")
    #expect(Self.cells(made, "area:*", "within_effect") == "n/a n/a n/a n/a 0.0625 n/a n/a n/a")
    #expect(Self.cells(made, "area:*", "shift_effect") == "n/a n/a n/a n/a -0.0625 n/a n/a n/a")
    #expect(Self.cells(made, "area:*", "m0") == "no row")
  }
  @Test func `groups that leave somebody out, or that one table lacks, did nothing together`() throws {
    let some = try Self.run([Self.poor, Row(area: nil)], [Self.poor]).made
    #expect(Self.cells(some, "area:*", "within_effect") == "no row")
    let without = "{ columns: { province: province }, cutoff: 1, decimals: 4 }"
    let one = try Self.run([Self.poor], [Self.half], measures: (without, Self.measures)).made
    #expect(Self.cells(one, "area:*", "within_effect") == "no row")
  }
  @Test func `groups that leave somebody out are told`() throws {
    let made = try Self.run([Self.poor, Row(area: nil)], [Self.poor]).made
    #expect(
      made?.findings == [
        "measures.groups: the groups of 'province 01 area' are not one whole: their effects do not add up to the change"
      ])
  }
  @Test(
    arguments: [
      ("[dep_water]", "toilet"), ("[dep_toilet]", "water"), ("[dep_water, dep_toilet]", nil),
    ] as [(String, String?)])
  func `nothing is compared over two sets of indicators, and it is told`(_ flags: String, _ other: String?)
    throws
  {
    let measures =
      "{ columns: { province: province }, groups: [area], deprivations: \(flags), cutoff: 1, members: members, decimals: 4 }"
    let own = Self.measures.replacing("cutoff", with: "members: members, cutoff")
    let (before, after) = (
      [Self.poor, Row(), Row(area: "urban")], [Self.poor, Row(area: "urban", water: true, toilet: true)]
    )
    for pair in [(own, measures), (measures, own)] {
      let made = try #require(try Self.run(before, after, measures: pair).made)
      #expect(
        made.findings
          == (other.map {
            [
              "changes.indicators: the tables do not have the same indicators (\($0)): the years may be of two standards, so the changes of 1 units are blank; measure one year by the standard of the other"
            ]
          } ?? []))
      // The levels are those of their years; no row has a number of a change.
      #expect(Self.cells(made, "all", "h").hasPrefix("0.3333 1.0000 "))
      var numbers = 0
      for row in 0..<made.rows.count { numbers += (8..<14).count { made.cell($0, row) != "n/a" } }
      #expect((numbers == 0) == (other != nil))
    }
  }
  @Test func `units of one standard are compared beside those of two`() throws {
    func table(_ rows: [(String, String)]) throws -> MeasuredLevels {
      let fields = ["level", "unit", "group", "weight", "measure", "indicator"].map {
        Field($0, .text, .code)
      }
      let schema = Schema(fields + ["part", "whole"].map { Field($0, .int, .count) })
      var columns = schema.fields.map { ColumnBuilder($0.type) }
      for (unit, indicator) in rows {
        for (place, text) in ["commune", unit, "all", "households", "uncensored", indicator].enumerated() {
          columns[place].append(text: text.utf8)
        }
        columns[6].append(units: 1)
        columns[7].append(units: 2)
      }
      var planning = Planning(
        step: "doi", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: nil),
        loader: DocumentLoader(files: .memory([:])), resources: [:])
      return MeasuredLevels(
        Batch(columns.map(\.column), count: rows.count), MeasuredLevels.Columns(in: schema, &planning))
    }
    let changes = MeasureChanges(
      before: try table([("1", "water"), ("1", "toilet"), ("2", "water"), ("3", "water")]),
      after: try table([("1", "water"), ("2", "water"), ("4", "water")]), years: Fraction(1), decimals: 4)
    #expect(changes.otherUnits == ["commune 1"])
    #expect(
      changes.rows.map { "\($0.key.unit ?? "") \($0.key.indicator ?? "") \($0.change == nil)" } == [
        "1 water true", "2 water false", "4 water true", "1 toilet true", "3 water true",
      ])
  }
  @Test(arguments: ["0", "-1", "121", "1/0", "2.5", "1/2/3", "1/", "many"])
  func `what is no number of years is told when the pipeline is checked`(years: String) throws {
    let run = try Self.run([], [], "{ years: '\(years)' }")
    #expect(run.mistakes == ["changes.years: '\(years)' is no number of years"])
  }
  @Test func `eighteen months are a year and a half`() throws {
    let made = try Self.run([Self.poor, Row()], [Row(), Row()], "{ years: 18/12, decimals: 4 }").made
    #expect(Self.cells(made, "all", "h") == "0.5000 0.0000 -1 2 -0.5000 -0.3333 -1.0000 -1.0000")
  }
}
