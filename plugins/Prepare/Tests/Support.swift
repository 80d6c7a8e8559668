import Diagnostics
import Foundation
import Pipelines
import Prepare
import StageKit
import StageTestKit
import Tables
import Testing

/// Gives the rows that stand in its options; the first is on line 2 of its file.
struct GiveRows: SourceStage {
  static let name = "rows.give"
  static let summary = Phrase(vi: "Cho các dòng.", en: "Gives rows.")
  struct Options: StageOptions {
    @Option(vi: "Cột: kiểu, và ai được xem.", en: "Column: type, and who may see it.")
    var columns: Mapping<String>
    @Option(vi: "Các dòng; ô trống là thiếu.", en: "Rows; an empty cell is missing.") var rows: [[String]]
    @Option(vi: "Tệp.", en: "File.", default: "a.csv") var file: String
    @Option(vi: "Số dòng một lô.", en: "Rows of a batch.", default: 2) var batchRows: Int
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ plan: inout Planning) -> Planned<Schema, BatchReader> {
    let schema = Schema(options.columns.entries.map { Field($0.name, $0.value) })
    return Planned(
      schema,
      BatchReader(rest: options.rows[...], schema: schema, file: options.file, size: options.batchRows))
  }
}
struct BatchReader: SourceReader {
  var rest: ArraySlice<[String]>
  let schema: Schema
  let file: String
  let size: Int
  mutating func next(_ files: ProjectFiles) -> Batch? {
    guard !rest.isEmpty else { return nil }
    let batch = giveRows(Array(rest.prefix(size)), schema, file: file, line: rest.startIndex + 2)
    rest = rest.dropFirst(size)
    return batch
  }
  func share(_ index: Int, of count: Int) -> BatchReader { self }
}
/// Rows of texts in the plain style; `?` is missing as not applicable, `!` as not reported.
func giveRows(_ cells: [[String]], _ schema: Schema, file: String = "a.csv", line: Int = 2) -> Batch {
  var columns = schema.fields.map { ColumnBuilder($0.type) }
  for row in cells {
    for (index, cell) in row.enumerated() {
      switch cell {
      case "?": columns[index].append(missing: .notApplicable)
      case "!": columns[index].append(missing: .notReported)
      default: columns[index].append(Array(cell.utf8)[...])
      }
    }
  }
  return Batch(columns.map(\.column), count: cells.count, origin: Origin(file: file, firstLine: line))
}
extension Field {
  /// A column of a specification such as `int count personal`.
  init(_ name: String, _ words: String) {
    let words = Set(words.split(separator: " ").map(String.init))
    let types: [String: ColumnType] = [
      "int": .int, "decimal": .decimal(scale: 2), "bool": .bool, "date": .date, "double": .double,
    ]
    let roles: [String: Role] = [
      "count": .count, "amount": .amount, "code": .code, "flag": .flag,
      "rate": .rate(numerator: "", denominator: ""),
    ]
    self.init(
      name, types.first { words.contains($0.key) }?.value ?? .text,
      roles.first { words.contains($0.key) }?.value ?? .label, unit: words.contains("đồng") ? "đồng" : nil,
      sensitivity: words.contains("personal") ? .personal : words.contains("public") ? .public : .protected)
  }
}

/// Takes all rows and writes nothing.
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
let testStages: [any Stage.Type] = Prepare::stages + [GiveRows.self, TakeRows.self]

/// What a run of one pipeline gave.
struct Outcome: Equatable {
  /// The cells of the step `out`, with `(reason)` for a missing one.
  var rows: [String] = []
  /// `file:line code column` of every finding of the step `out`.
  var findings: [String] = []
  /// The whole English messages.
  var messages: [String] = []
  /// The messages in both languages.
  var phrases: [Phrase] = []
  /// Rows in, out, rejected and dropped.
  var balance: [Int] = []
  var failure: String?
}

/// Runs a pipeline whose step of interest is called `out`.
func outcome(_ steps: String, workers: Int = 2, batchRows: Int = 2) async throws -> Outcome {
  let text =
    "pipeline: t\ndefaults: { reference_date: 2024-12-31 }\nsteps:\n\(steps)\n  - { use: rows.take, from: out }\n"
    .replacing("rows.give, with: {", with: "rows.give, with: { batch_rows: \(batchRows),")
  let files = ProjectFiles.memory(["p.yaml": text])
  let runner = Runner(
    try checkPipeline("p.yaml", stages: testStages, files: files), files: files, width: workers)
  let report = await runner.run(into: MemoryOutput().output)
  var outcome = Outcome()
  outcome.failure = report.failure.map { $0.message.en + ($0.hint.map { " — \($0.en)" } ?? "") }
  if let step = report.findings.steps["out"] {
    outcome.findings = step.kept.map { "\($0.file):\($0.line) \($0.code) \($0.column ?? "-")" }
    outcome.messages = step.kept.map(\.message.en)
    outcome.phrases = step.kept.map(\.message)
    outcome.balance = [step.rowsIn, step.rowsOut, step.rowsRejected, step.rowsDropped]
  }
  guard outcome.failure == nil else { return outcome }
  let table = try #require(try await runner.value(of: "out") as? Table)
  outcome.rows = (0..<table.rows.count).map { row in
    table.rows.columns.map { $0.shown(row) }.joined(separator: " | ")
  }
  return outcome
}
/// The schema of the step `out`.
func planned(_ steps: String) throws -> Schema {
  let files = ProjectFiles.memory(["p.yaml": "pipeline: t\nsteps:\n\(steps)\n"])
  let checked = try checkPipeline("p.yaml", stages: testStages, files: files)
  return try #require(checked["out"]?.schema)
}
/// Expects mistakes of a pipeline of some steps, with marks.
func expectSteps(
  _ steps: String, find expected: [(Int, String)], sourceLocation: SourceLocation = #_sourceLocation
) {
  expectPlan(
    "pipeline: t\nsteps:\n\(steps)\n", of: testStages, find: expected, sourceLocation: sourceLocation)
}

extension Column {
  func shown(_ row: Int) -> String {
    if let reason = missingReason(row) { return "(\(reason))" }
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
