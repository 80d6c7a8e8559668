import Diagnostics
import Measures
import StageKit
import StageTestKit
import Tables
import Testing
import Units
import YAML

@testable import Aggregate

/// A step of `households.measures`, planned over the rows of the other tests.
struct PlannedMeasures {
  let planned: Planned<Schema, HouseholdMeasures>
  let mistakes: [Diagnostic]
  var messages: [String] { mistakes.map { "\($0.code.rawValue): \($0.message.en)" } }

  init(_ options: String, over schema: Schema = Rows.schema) throws {
    let resources: [ObjectIdentifier: any Resource] = [ObjectIdentifier(UnitRegistry.self): try registry()]
    var planning = Planning(
      step: "do", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: Day(iso: "2024-12-31")),
      loader: DocumentLoader(files: .memory([:])), resources: resources)
    let decoded = try MeasureHouseholds.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    planned = MeasureHouseholds(decoded).plan(schema, &planning)
    mistakes = planning.problems.all
  }
  func made(_ rows: [Row]) -> Wide { made(Rows.batch(rows)) }
  func made(_ rows: Batch) -> Wide {
    #expect(messages == [])
    var state = planned.work
    state.add(rows)
    return finished(state)
  }
  func finished(_ state: HouseholdMeasures) -> Wide {
    var found = Findings()
    let batch = state.finish(&found)
    return Wide(schema: planned.output, rows: batch, found: found)
  }
}

extension Wide {
  /// `part/whole value` of a measure of a unit and group.
  func measure(_ key: String, _ weight: String, _ measure: String, _ indicator: String = "n/a") -> String {
    for row in 0..<rows.count {
      let cells = schema.fields.indices.map { cell($0, row) }
      guard cells[..<3].joined(separator: " ") == key, cells[3] == weight else { continue }
      guard cells[4] == measure, cells[5] == indicator else { continue }
      return "\(cells[6])/\(cells[7]) \(cells[8])"
    }
    return "no row"
  }
}

/// The stage `households.measures`: what it plans, what it makes, and its laws.
@Suite struct MeasureStageTests {
  static let options =
    "{ columns: { commune: commune, province: province }, groups: [area, people], cutoff: 1, members: members, decimals: 4 }"
  static let rows = [
    Row(water: true, toilet: true, members: 5), Row(area: "urban", toilet: true, members: 3),
    Row(commune: "00002", members: 2), Row(commune: "00002", water: nil, members: 9),
  ]

  @Test func `the columns are those told`() throws {
    let schema = try PlannedMeasures(Self.options).planned.output
    #expect(
      schema.names == ["level", "unit", "group", "weight", "measure", "indicator", "part", "whole", "value"])
    #expect(schema["part"]?.role.isSummable == false && schema["value"]?.type == .decimal(scale: 4))
  }
  @Test func `measures are exact pairs, of households and of persons`() throws {
    let made = try PlannedMeasures(Self.options).made(Self.rows)
    let all = "province 01 all"
    #expect(made.measure(all, "households", "h") == "2/3 0.6667")
    #expect(made.measure(all, "households", "a") == "3/4 0.7500")
    #expect(made.measure(all, "households", "m0") == "1/2 0.5000")
    #expect(made.measure(all, "persons", "h") == "4/5 0.8000")
    #expect(made.measure(all, "persons", "m0") == "13/20 0.6500")
    #expect(made.measure(all, "households", "uncensored", "water") == "1/3 0.3333")
    #expect(made.measure(all, "households", "censored", "toilet") == "2/3 0.6667")
    #expect(made.measure(all, "households", "contribution_share", "toilet") == "2/3 0.6667")
    #expect(made.measure("commune 00002 all", "households", "h") == "0/1 0.0000")
    #expect(made.measure("commune 00002 all", "households", "a") == "n/a/n/a n/a")
    #expect(made.measure("province 01 area:urban", "households", "population_share") == "1/3 0.3333")
    #expect(made.measure("province 01 area:urban", "persons", "poor_share") == "3/8 0.3750")
    #expect(made.measure("province 01 area:urban", "households", "m0_share") == "1/3 0.3333")
    #expect(made.measure(all, "households", "population_share") == "no row")
  }
  @Test func `who lacks an indicator is in no measure, and told`() throws {
    let made = try PlannedMeasures(Self.options).made(
      Self.rows + [Row(members: nil), Row(members: -4), Row(members: 0)])
    #expect(
      made.findings == [
        "measures.left-out: 1 households lack an indicator or what is known of income: they are in no measure",
        "measures.left-out: 3 households have no number of members that can be: they are in no measure of persons",
      ])
    #expect(made.measure("province 01 all", "households", "h") == "1/3 0.3333")
    #expect(made.measure("province 01 all", "persons", "h") == "4/5 0.8000")
  }
  @Test func `a cut-off as a share, unequal weights and dimensions`() throws {
    let options =
      "{ columns: { province: province }, cutoff: 2/3, weights: { water: 2/3, toilet: 1/3 }, dimensions: { d: [water, toilet] } }"
    let made = try PlannedMeasures(options).made([Row(water: true), Row(toilet: true)])
    #expect(made.measure("province 01 all", "households", "h") == "1/2 0.500000")
    #expect(made.measure("province 01 all", "households", "m0") == "1/3 0.333333")
    #expect(made.measure("province 01 all", "households", "dimension_share", "d") == "1/1 1.000000")
    #expect(made.measure("province 01 all", "persons", "h") == "no row")
  }
  @Test func `each dimension weighs the same, and in it each indicator`() throws {
    let options =
      "{ columns: { province: province }, cutoff: 50 %, deprivations: [dep_water, dep_toilet], dimensions: { w: [water], t: [toilet] } }"
    let made = try PlannedMeasures(options).made([Row(water: true), Row()])
    #expect(made.measure("province 01 all", "households", "contribution", "water") == "1/4 0.250000")
    #expect(made.measure("province 01 all", "households", "dimension_share", "w") == "no row")
  }
  @Test func `the multidimensional rate needs an income line, and is not H`() throws {
    let options =
      "{ columns: { province: province }, cutoff: 2, deprivations: [dep_water, dep_toilet], within_line: within }"
    #expect(try PlannedMeasures(options).messages == ["plan.unknown-column: no column 'within'"])
    // The rows have no other answers, so one of the flags says it.
    let made = try PlannedMeasures(
      "{ columns: { province: province }, cutoff: 1, deprivations: [dep_water], within_line: dep_toilet }"
    ).made([
      Row(water: true, toilet: true), Row(toilet: true), Row(water: true), Row(water: true, toilet: nil),
    ])
    #expect(made.measure("province 01 all", "households", "h") == "1/3 0.333333")
    #expect(made.measure("province 01 all", "households", "near_poor_rate") == "1/3 0.333333")
    #expect(made.measure("province 01 all", "households", "multidimensional_rate") == "2/3 0.666667")
    #expect(made.findings.count == 1)
  }
  @Test func `who is over the line is not poor, whatever it did not say`() throws {
    let options =
      "{ columns: { province: province }, cutoff: 1, deprivations: [dep_water], within_line: dep_toilet }"
    // One poor; two over the line, of which one did not say; within the line or not known, who did not say is left out.
    let made = try PlannedMeasures(options).made([
      Row(water: true, toilet: true), Row(water: false, toilet: false), Row(water: nil, toilet: false),
      Row(water: nil, toilet: true), Row(water: nil, toilet: nil), Row(water: true, toilet: nil),
    ])
    #expect(made.measure("province 01 all", "households", "reviewed") == "3/1 3.000000")
    #expect(made.measure("province 01 all", "households", "left_out") == "3/1 3.000000")
    #expect(made.measure("province 01 all", "households", "h") == "1/3 0.333333")
    #expect(made.measure("province 01 all", "households", "uncensored", "water") == "1/3 0.333333")
    // Without a line nothing is known of who did not say.
    let without = try PlannedMeasures(
      "{ columns: { province: province }, cutoff: 1, deprivations: [dep_water] }"
    )
    .made([Row(water: true), Row(water: false), Row(water: nil)])
    #expect(without.measure("province 01 all", "households", "h") == "1/2 0.500000")
  }
  @Test func `the register says in what a commune is, and what it does not know is told`() throws {
    let made = try PlannedMeasures("{ by: [commune, province], unit: commune, cutoff: 2/2 }").made([
      Row(water: true, toilet: true), Row(commune: "00005"), Row(commune: "77777"), Row(commune: nil),
    ])
    #expect(made.measure("province 01 all", "households", "h") == "1/1 1.000000")
    #expect(made.measure("province 02 all", "households", "h") == "0/1 0.000000")
    #expect(made.findings.map { $0.prefix(23) } == ["aggregate.unknown-commu", "aggregate.no-unit: 1 ho"])
  }

  // MARK: Mistakes

  @Test(
    arguments: [
      ("cutoff: 0/12", "measures.cutoff: a cut-off is above 0 and at most 1, not 0/1"),
      ("cutoff: 3", "measures.cutoff: a cut-off is above 0 and at most 1, not 3/2"),
      ("cutoff: many", "measures.cutoff: 'many' is no cut-off"),
      ("cutoff: 0.25", "measures.cutoff: '0.25' is no cut-off"),
      ("cutoff: 1, weights: { water: 2/3, toilet: 1/3 }", "measures.cutoff: '1' is no cut-off"),
      (
        "cutoff: 1/2, weights: { water: 1/3, toilet: 1/3 }",
        "measures.weights: weights are fractions that are not negative, add up to exactly 1 and have a common denominator of at most 10⁹"
      ),
      (
        "cutoff: 1/2, weights: { water: 1/1 }",
        "measures.weights: the indicator 'toilet' needs a weight that is a fraction, such as 1/12"
      ),
      ("cutoff: 1/2, weights: { wter: 1/1 }", "measures.weights: there is no indicator 'wter'"),
      (
        "cutoff: 1, dimensions: { a: [water] }",
        "measures.dimension: the indicator 'toilet' is in no dimension"
      ),
      (
        "cutoff: 1, dimensions: { a: [water, toilet], b: [water] }",
        "measures.dimension: the indicator 'water' is in two dimensions"
      ),
      ("cutoff: 1, dimensions: { a: [roof] }", "measures.dimension: there is no indicator 'roof'"),
      (
        "cutoff: 1, deprivations: []",
        "measures.indicators: 1 to 62 indicators are needed with a weight each, not 0"
      ),
      (
        "cutoff: 1, deprivations: [dep_water, dep_water]",
        "aggregate.column: the table would have two columns 'water'"
      ),
      (
        "cutoff: 1, groups: [income]",
        "aggregate.group: a column of groups is of text, or of yes or no; 'income' is not"
      ),
    ]) func `a mistake is told when the pipeline is checked`(options: String, wanted: String) throws
  {
    let planned = try PlannedMeasures("{ columns: { province: province }, \(options) }")
    #expect(planned.messages == [wanted])
    #expect(planned.mistakes.allSatisfy { $0.hint != nil }, "a way out is shown")
  }

  // MARK: Laws

  @Test(arguments: [1, 2, 3] as [UInt64]) func `any cut, dealing and merging gives the same bytes`(
    seed: UInt64
  ) throws {
    let rows = Rows.batch(households(seed, 200))
    for options in [Self.options, "{ by: [commune, district], unit: commune, cutoff: 2, groups: [area] }"] {
      try expectLaws(of: try PlannedMeasures(options).planned.work, over: rows)
    }
    try expectLaws(of: try PlannedMeasures(Self.options).planned.work, over: Rows.batch([]))
  }
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `every cell is what its households give one by one`(
    seed: UInt64
  ) throws {
    let rows = households(seed, 500)
    let step = try PlannedMeasures(Self.options)
    let made = step.made(rows)
    let rule = try DeprivationRule([.init("water"), .init("toilet")], count: 1)
    for commune in ["00001", "00002", "00003", "00005"] {
      var (slow, persons) = (MeasureSums(rule), MeasureSums(rule))
      for row in rows where row.commune == commune {
        guard let water = row.water, let toilet = row.toilet else { continue }
        let vector: UInt64 = (water ? 1 : 0) | (toilet ? 2 : 0)
        slow.add(vector, weight: 1, by: rule)
        if let members = row.members, members > 0 { persons.add(vector, weight: members, by: rule) }
      }
      for (weight, sums) in [("households", slow), ("persons", persons)] {
        let m = try PovertyMeasures(sums, by: rule)
        for (name, value) in [("h", m.h), ("a", m.a), ("m0", m.m0)] {
          let wanted = value.map { "\($0.numerator)/\($0.denominator)" } ?? "n/a/n/a"
          #expect(made.measure("commune \(commune) all", weight, name).hasPrefix("\(wanted) "))
        }
      }
    }
  }
  @Test func `bytes that are no state are refused, whatever they are`() throws {
    let step = try PlannedMeasures(Self.options)
    var state = step.planned.work
    state.add(Rows.batch(households(3, 40)))
    var writer = ByteWriter()
    state.write(to: &writer)
    for length in stride(from: 0, to: writer.bytes.count, by: 97) {
      var part = step.planned.work
      var reader = ByteReader(Array(writer.bytes.prefix(length)))
      #expect(throws: StateError.self) { try part.read(from: &reader) }
    }
    var random = Random(state: 5)
    for _ in 0..<200 {
      var bytes = writer.bytes
      for _ in 0..<4 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      var part = step.planned.work
      var reader = ByteReader(bytes)
      // Whether such bytes can be read is all one; that they never trap is not.
      do { try part.read(from: &reader) } catch { continue }
      _ = step.finished(part)
    }
  }
  @Test func `a number of members that no household has counts as none`() throws {
    let made = try PlannedMeasures(Self.options).made([
      Row(water: true, members: .max), Row(members: .max), Row(members: 1_000_000),
    ])
    #expect(made.measure("province 01 all", "persons", "h") == "0/1 0.0000")
    #expect(made.measure("province 01 all", "households", "h") == "1/3 0.3333")
    #expect(made.findings.count == 1)
  }
}
