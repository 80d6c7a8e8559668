import Diagnostics
import Foundation
import Ingest
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// Takes all rows and writes nothing, so that a run reads its sources to the end.
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
/// Looks for one column of what it is given.
struct PickColumn: BatchStage {
  static let name = "rows.pick"
  static let summary = Phrase(vi: "Chọn một cột.", en: "Picks a column.")
  struct Options: StageOptions {
    @Option(vi: "Cột.", en: "The column.") var column: ColumnName
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    _ = plan.column(options.column, in: input, as: Int64.self)
    return Planned(input) { batch, _ in batch }
  }
}
let testStages: [any Stage.Type] = Ingest::stages + [TakeRows.self, PickColumn.self]

/// What a run of one pipeline gave.
struct Outcome: Equatable {
  var rows: [[String?]] = []
  var findings: [String] = []
  var failure: String?
}

/// Runs a pipeline, whose first step is called `read`, with its files in memory.
func outcome(_ pipeline: String, _ files: [String: String], workers: Int = 2) async throws -> Outcome {
  let all = ProjectFiles.memory(files.merging(["p/pipeline.yaml": pipeline]) { $1 })
  let checked = try checkPipeline("p/pipeline.yaml", stages: testStages, files: all)
  let runner = Runner(checked, files: all, width: workers)
  var outcome = Outcome()
  let report = await runner.run(into: MemoryOutput().output)
  outcome.failure = report.failure.map { $0.message.en + ($0.hint.map { " — \($0.en)" } ?? "") }
  outcome.findings = (report.findings.steps["read"]?.kept ?? []).map {
    "\($0.file):\($0.line) \($0.code)\($0.column.map { " \($0)" } ?? "")"
  }
  guard outcome.failure == nil else { return outcome }
  let table = try #require(try await runner.value(of: "read") as? Table)
  outcome.rows = (0..<table.rows.count).map { row in table.rows.columns.map { $0.shown(row) } }
  return outcome
}

extension Column {
  /// A cell as it is written in the plain style; `nil` when it is missing.
  func shown(_ row: Int) -> String? {
    guard !isMissing(row) else { return nil }
    switch self {
    case .int(let c): return String(c.values[row])
    case .decimal(let c): return FixedPoint(units: Int128(c.units.values[row]), scale: c.scale).plain
    case .double(let c): return String(c.values[row])
    case .text(let c): return String(decoding: c[row], as: UTF8.self)
    case .bool(let c): return c.bits[row] ? "có" : "không"
    case .date(let c): return Day(number: c.values[row]).iso
    }
  }
}

/// A text file of this module.
func moduleText(_ path: String) throws -> String {
  let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  return try String(
    contentsOf: folder.deletingLastPathComponent().appendingPathComponent(path), encoding: .utf8)
}
/// The blocks of code in the README of this module that name a file: ` ```yaml pipeline.yaml `.
func readmeBlocks() throws -> [String: String] {
  var blocks: [String: String] = [:]
  for match in try moduleText("README.md").matches(of: /(?m)^```\w+ (\S+)\n((?s).*?)^```$/) {
    blocks[String(match.1)] = String(match.2)
  }
  return blocks
}
