import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Standards
import Tables
import Testing
import Units
import YAML

@testable import Aggregate

/// A classified household, as a row.
struct Row: Sendable {
  var commune: String? = "00001"
  var district: String? = "001"
  var province: String? = "01"
  var area: String? = "rural"
  var people: String? = "Kinh"
  var word: String? = "none"
  var water: Bool? = false
  var toilet: Bool? = false
  var members: Int64? = 4
  var income: Int64? = 10
  /// A number of deprivations that is said, whatever the flags are.
  var count: Int64?

  /// How many it lacks; missing when a flag is.
  var lacks: Int64? { count ?? water.flatMap { a in toilet.map { b in (a ? 1 : 0) + (b ? 1 : 0) } } }
}

/// The rows of a test.
enum Rows {
  static let schema = Schema([
    Field("commune", .text, .code, sensitivity: .protected), Field("district", .text, .code),
    Field("province", .text, .code), Field("area", .text, .label, sensitivity: .protected),
    Field("people", .text, .label, sensitivity: .protected),
    Field("class", .text, .label, sensitivity: .protected),
    Field("deprivation_count", .int, .count, sensitivity: .protected),
    Field("dep_water", .bool, .flag, sensitivity: .protected),
    Field("dep_toilet", .bool, .flag, sensitivity: .protected),
    Field("members", .int, .count, unit: "người", sensitivity: .protected),
    Field("income", .decimal(scale: 1), .amount, sensitivity: .protected),
    Field("rate", .int, .rate(numerator: "", denominator: "")),
    Field("day", .date, .label), Field("head", .text, .label, sensitivity: .personal),
  ])
  static func batch(_ rows: [Row]) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      for (index, text) in [row.commune, row.district, row.province, row.area, row.people, row.word]
        .enumerated()
      {
        if let text { columns[index].append(text: text.utf8) } else { columns[index].append(missing: .blank) }
      }
      columns[6].append(units: row.lacks)
      for (index, flag) in [row.water, row.toilet].enumerated() where !columns[7 + index].append(bool: flag) {
        columns[7 + index].append(missing: .blank)
      }
      columns[9].append(units: row.members)
      columns[10].append(units: row.income)
      columns[11].append(units: 1)
      columns[12].append(units: 0)
      columns[13].append(text: "x".utf8)
    }
    return Batch(columns.map(\.column), count: rows.count)
  }
}

/// The options by which most tests count.
let byColumns =
  "{ columns: { commune: commune, district: district, province: province }, groups: [area, people], members: members, sums: [income], decimals: 4 }"
let byRegister = "{ by: [commune, district, province], unit: commune, groups: [area], decimals: 4 }"

/// A step of `households.aggregate`, planned.
struct PlannedSums {
  let planned: Planned<Schema, HouseholdSums>
  let mistakes: [Diagnostic]
  var messages: [String] { mistakes.map { $0.message.en + ($0.hint.map { " — \($0.en)" } ?? "") } }

  init(_ options: String, on iso: String? = "2024-12-31", standards: [String: String] = [:]) throws {
    var resources: [ObjectIdentifier: any Resource] = [ObjectIdentifier(UnitRegistry.self): try registry()]
    if !standards.isEmpty {
      resources[ObjectIdentifier(StandardLibrary.self)] = try StandardLibrary.load(
        "s", namedAt: nil, .memory(standards))
    }
    var planning = Planning(
      step: "tong", range: nil,
      pipeline: PipelineInfo(name: "t", referenceDate: iso.flatMap { Day(iso: $0) }),
      loader: DocumentLoader(files: .memory([:])), resources: resources)
    let decoded = try AggregateHouseholds.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    planned = AggregateHouseholds(decoded).plan(Rows.schema, &planning)
    mistakes = planning.problems.all
  }
  func made(_ rows: [Row]) throws -> Wide {
    #expect(messages == [])
    var state = planned.work
    state.add(Rows.batch(rows))
    return finished(state)
  }
  func finished(_ state: HouseholdSums) -> Wide {
    var found = Findings()
    let batch = state.finish(&found)
    return Wide(schema: planned.output, rows: batch, found: found)
  }
}

/// A wide table, to be looked at.
struct Wide {
  let schema: Schema
  let rows: Batch
  let found: Findings

  /// `level unit group` of every row.
  var keys: [String] { (0..<rows.count).map { row in (0..<3).map { cell($0, row) }.joined(separator: " ") } }
  /// Some columns of a row, by its key.
  func row(_ key: String, _ names: String...) -> String {
    guard let row = keys.firstIndex(of: key) else { return "no row" }
    return names.map { cell(schema.index(of: $0) ?? 0, row) }.joined(separator: " ")
  }
  /// Every cell of the table, as text.
  var text: String {
    (0..<rows.count).map { row in schema.fields.indices.map { cell($0, row) }.joined(separator: ",") }
      .joined(separator: "\n")
  }
  func cell(_ column: Int, _ row: Int) -> String {
    switch rows.columns[column].missingReason(row) {
    case .notApplicable?: return "n/a"
    case .notReported?: return "?"
    case .invalid?: return "!"
    case .blank?, .withheld?: return "-"
    case nil: break
    }
    switch rows.columns[column] {
    case .int(let cells): return String(cells.values[row])
    case .decimal(let cells):
      return FixedPoint(units: Int128(cells.units.values[row]), scale: cells.scale).plain
    case .text(let cells): return String(decoding: cells[row], as: UTF8.self)
    case .bool, .double, .date: return "other"
    }
  }
  var findings: [String] { found.steps.values.flatMap(\.kept).map { "\($0.code): \($0.message.en)" } }
}

/// Numbers that look random (SplitMix64).
struct Random {
  var state: UInt64
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)).multipliedFullWidth(by: UInt64(limit)).high)
  }
}
/// Households of all kinds, some of which lack something.
func households(_ seed: UInt64, _ count: Int, whole: Bool = false) -> [Row] {
  var random = Random(state: seed)
  func maybe<T>(_ value: T, _ random: inout Random) -> T? { !whole && random.below(30) == 0 ? nil : value }
  let places = [
    ("00001", "001"), ("00002", "001"), ("00003", "002"), ("00005", "003"), ("99999", "001"),
  ]
  return (0..<count).map { _ in
    let place = places[random.below(whole ? 4 : 5)]
    return Row(
      commune: maybe(place.0, &random), district: maybe(place.1, &random),
      province: maybe(place.1 == "003" ? "02" : "01", &random),
      area: maybe(random.below(3) == 0 ? "urban" : "rural", &random),
      people: maybe(["Kinh", "Tày", "Bru - Vân Kiều", "", "Bru - Vân Kiếu"][random.below(5)], &random),
      word: maybe(
        ["poor", "near_poor", "average", "none", whole ? "none" : "giàu"][random.below(5)], &random),
      water: maybe(random.below(2) == 0, &random), toilet: maybe(random.below(3) == 0, &random),
      members: maybe(Int64(random.below(8)) + (whole ? 1 : 0), &random),
      income: maybe(Int64(random.below(9000)) - 100, &random)
    )
  }
}
