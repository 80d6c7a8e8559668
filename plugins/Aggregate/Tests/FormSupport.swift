import Diagnostics
import StageKit
import StageTestKit
import Standards
import Tables
import YAML

@testable import Aggregate

/// A row of counted households, and of all households.
struct Counted {
  var level = "commune"
  var unit: String? = "00001"
  var group = "all"
  var poor: Int64? = 5
  var nearPoor: Int64? = 3

  static let schema = Schema(
    [Field("level", .text, .code), Field("unit", .text, .code), Field("group", .text, .label)]
      + ["households", "poor", "near_poor", "average", "unclassified"].map { Field($0, .int, .count) })
  static func table(_ rows: [Counted]) -> Table {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      columns[0].append(text: row.level.utf8)
      if let unit = row.unit {
        columns[1].append(text: unit.utf8)
      } else {
        columns[1].append(missing: .blank)
      }
      columns[2].append(text: row.group.utf8)
      for (place, number) in [20, row.poor, row.nearPoor, 0, 0].enumerated() {
        columns[3 + place].append(units: number)
      }
    }
    return Table(schema, Batch(columns.map(\.column), count: rows.count))
  }
}
/// A number of all households.
struct AllHouseholds {
  var unit = "00001"
  var count: Int64? = 100
  var day: String? = "2024-10-01"
  var group = "all"

  static let schema = Schema([
    Field("unit", .text, .code), Field("households", .int, .count), Field("as_of", .date, .label),
    Field("group", .text, .label),
  ])
  /// Without days the table has no column of them.
  static func table(_ rows: [AllHouseholds]) -> Table {
    let hasDays = rows.contains { $0.day != nil }
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      columns[0].append(text: row.unit.utf8)
      columns[1].append(units: row.count)
      columns[2].append(units: row.day.flatMap { Day(iso: $0) }.map { Int64($0.number) })
      columns[3].append(text: row.group.utf8)
    }
    guard !hasDays else { return Table(schema, Batch(columns.map(\.column), count: rows.count)) }
    columns.remove(at: 2)
    return Table(
      Schema(schema.fields.filter { $0.name != "as_of" }),
      Batch(columns.map(\.column), count: rows.count))
  }
}
/// A run of `households.forms`.
struct FormsRun {
  let mistakes: [String]
  var made: Wide?

  init(
    _ counts: [[Counted]], flows: [[ReportedRow]] = [], totals: [[AllHouseholds]] = [],
    _ options: String = "{ standard: vn-2022 }", on iso: String? = "2024-12-14"
  ) throws {
    try self.init(tables: counts.map(Counted.table), flows: flows, totals: totals, options, on: iso)
  }
  init(
    tables: [Table], flows: [[ReportedRow]] = [], totals: [[AllHouseholds]] = [], _ options: String,
    on iso: String? = "2024-12-14"
  ) throws {
    let library = try StandardLibrary.load("s", namedAt: nil, .memory(["s/vn-2022.yaml": FiguresRun.pack]))
    var planning = Planning(
      step: "bieu", range: nil,
      pipeline: PipelineInfo(name: "t", referenceDate: iso.flatMap { Day(iso: $0) }),
      loader: DocumentLoader(files: .memory([:])),
      resources: [ObjectIdentifier(StandardLibrary.self): library])
    let decoded = try MakeForms.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    let all = totals.map(AllHouseholds.table)
    var shapes = Shapes<MakeForms.Inputs>()
    shapes.counts = tables.map(\.schema)
    shapes.flows = flows.map { _ in ReportedRow.schema }
    shapes.denominators = all.map(\.schema)
    let planned = MakeForms(decoded).plan(shapes, &planning)
    mistakes = planning.problems.all.map(\.message.en)
    guard mistakes.isEmpty else { return }
    var given = Given<MakeForms.Inputs>()
    given.counts = Many(tables)
    given.flows = Many(flows.map(ReportedRow.table))
    given.denominators = Many(all)
    var found = Findings()
    let out = try planned.work.run(given, &found)
    made = Wide(schema: out.table.schema, rows: out.table.rows, found: found)
  }
  /// Some columns of a row of a form: numbers, or why there are none in brackets; the total has no unit.
  func row(_ form: String, _ unit: String, _ columns: Int..., weight: String = "households") -> String {
    guard let made else { return "nothing" }
    let cells = columns.map { column in
      (0..<made.rows.count).first { row in
        [form, unit, weight, String(column)] == [0, 3, 4, 5].map { made.cell($0, row) }
      }.map { row -> String in
        let reason = made.cell(9, row)
        guard reason == "n/a" else { return "[\(reason)]" }
        return made.cell(7, row) == "n/a" ? made.cell(8, row) : made.cell(7, row)
      } ?? "no cell"
    }
    return cells.joined(separator: " ")
  }
  /// What is told, but for the numbers of blank cells.
  var findings: [String] { made?.findings.filter { !$0.hasPrefix("forms.blank") } ?? [] }
}
