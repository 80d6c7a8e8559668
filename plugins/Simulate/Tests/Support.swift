import Diagnostics
import Foundation
import Pipelines
import Simulate
import StageKit
import StageTestKit
import Tables
import Testing

/// Takes all rows and writes nothing, so that a run makes all of them.
struct TakeRows: SinkStage {
  static let name = "rows.take"
  static let summary = Phrase(vi: "Lấy mọi dòng.", en: "Takes all rows.")
  static let audience = Audience.office
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    SinkWork { (given, _) throws(StageError) in
      try await given.table.forEach { (_) throws(StageError) in }
    }
  }
}
let testStages: [any Stage.Type] = Simulate::stages + [TakeRows.self]

/// A pipeline of the one step `rows`, with options as they would stand under `with:`.
func pipeline(_ options: String, of stage: String = "households.simulate") -> String {
  """
  pipeline: t
  steps:
    - { id: rows, use: \(stage), with: { \(options) } }
    - use: rows.take

  """
}
/// The rows that a step with these options gives.
func simulated(
  _ options: String, of stage: String = "households.simulate", workers: Int = 2, files: [String: String] = [:]
) async throws -> Batch {
  let files = ProjectFiles.memory(files.merging(["p.yaml": pipeline(options, of: stage)]) { $1 })
  let runner = Runner(
    try checkPipeline("p.yaml", stages: testStages, files: files), files: files, width: workers)
  return try #require(try await runner.value(of: "rows") as? Table).rows
}

/// The cells of simulated rows by the names of their columns.
struct HouseholdList {
  let rows: Batch
  private let names: [String]
  init(_ rows: Batch) throws {
    self.rows = rows
    names =
      [
        "household_id", "commune", "area", "head_name", "ethnicity", "members", "dependants", "income_k",
        "b1",
        "b2",
      ] + (1...12).map { "d\($0)" } + ["class", "review_date"]
    try #require(rows.columns.count == names.count)
  }
  private func column(_ name: String) -> Column { rows.columns[names.firstIndex(of: name) ?? 0] }
  func text(_ name: String, _ row: Int) -> String {
    guard case .text(let cells) = column(name) else { return "?" }
    return String(decoding: cells[row], as: UTF8.self)
  }
  func number(_ name: String, _ row: Int) -> Int64? {
    guard case .int(let cells) = column(name), !column(name).isMissing(row) else { return nil }
    return cells.values[row]
  }
  func day(_ row: Int) -> Day? {
    guard case .date(let cells) = column("review_date") else { return nil }
    return Day(number: cells.values[row])
  }
  func isDeprived(_ indicator: Int, _ row: Int) -> Bool {
    guard case .bool(let cells) = column("d\(indicator)") else { return false }
    return cells.bits[row]
  }
  func deprivations(_ row: Int) -> Int64 { Int64((1...12).count { isDeprived($0, row) }) }
  /// The cells of a row as one text.
  func whole(_ row: Int) -> String { "\(rows.columns.map { $0.gathered([row]) })" }
  func count(_ condition: (Int) -> Bool) -> Int { (0..<rows.count).count(where: condition) }
  /// How many rows have the value of another row.
  func repeated(_ value: (Int) -> String) -> Int {
    let values = (0..<rows.count).map(value)
    return values.count - Set(values).count
  }
}

/// A text file of this module.
func moduleText(_ path: String) throws -> String {
  let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  return try String(
    contentsOf: folder.deletingLastPathComponent().appendingPathComponent(path), encoding: .utf8)
}
/// Checks a pipeline that is given here.
func checkPipelineText(_ text: String) throws(Diagnostics) -> CheckedPipeline {
  try checkPipeline("p.yaml", stages: testStages, files: .memory(["p.yaml": text]))
}
