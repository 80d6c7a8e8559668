import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing
import Validate

/// Takes all rows and writes them for the office.
struct TakeRows: SinkStage {
  static let name = "rows.take"
  static let summary = Phrase(vi: "Lấy mọi dòng.", en: "Takes all rows.")
  static let audience = Audience.office
  struct Options: StageOptions {
    @Option(vi: "Tệp.", en: "File.", default: "rows.txt") var file: String
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    let file = options.file
    return SinkWork { (given, staging) throws(StageError) in
      var text = ""
      try await given.table.forEach { (batch) throws(StageError) in
        text += batch.lines.map { $0 + "\n" }.joined()
      }
      try staging.write(Array(text.utf8), to: file)
    }
  }
}

/// Reads cells parted by `;`, a row a line: nothing is blank, `!` could not be read, `-` does not apply.
struct ReadCells: SourceStage {
  static let name = "cells.read"
  static let summary = Phrase(vi: "Đọc các ô.", en: "Reads cells.")
  struct Options: StageOptions {
    @Option(vi: "Tệp.", en: "File.") var file: Path
    @Option(vi: "Các cột.", en: "Columns.") var columns: Mapping<String>
    @Option(vi: "Dòng mỗi lô.", en: "Rows in a batch.", default: 1024) var batchRows: Int
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ plan: inout Planning) -> Planned<Schema, Reader> {
    let fields = options.columns.entries.map { entry in
      Field(
        entry.name, entry.value.type, .label,
        sensitivity: entry.value == "personal" ? .personal : .protected)
    }
    return Planned(
      Schema(fields), Reader(file: plan.file(options.file) ?? "", fields: fields, size: options.batchRows))
  }

  struct Reader: SourceReader {
    let file: String
    let fields: [Field]
    let size: Int
    var lines: ArraySlice<(number: Int, cells: [String])>?
    mutating func next(_ files: ProjectFiles) throws(StageError) -> Batch? {
      if lines == nil {
        let text = String(decoding: try files.bytes(file), as: UTF8.self)
        lines =
          text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated().map {
            ($0 + 1, $1.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
          }[...]
      }
      guard let some = lines?.prefix(size), !some.isEmpty else { return nil }
      lines = lines?.dropFirst(size)
      var columns = fields.map { ColumnBuilder($0.type) }
      for line in some {
        for (index, cell) in line.cells.enumerated() { columns[index].append(word: cell) }
      }
      let file = file
      let places = some.map { Origin.Place(file: file, line: $0.number, record: $0.number, bytes: 0..<0) }
      return Batch(columns.map(\.column), count: some.count, origin: Origin(places))
    }
    func share(_ index: Int, of count: Int) -> Reader { self }
  }
}
extension String {
  fileprivate var type: ColumnType {
    switch self {
    case "int": .int
    case "decimal": .decimal(scale: 2)
    case "double": .double
    case "bool": .bool
    case "date": .date
    default: .text
    }
  }
}
extension ColumnBuilder {
  fileprivate mutating func append(word: String) {
    switch word {
    case "!": append(missing: .invalid)
    case "-": append(missing: .notApplicable)
    default: append(Array(word.utf8)[...])
    }
  }
}
extension Batch {
  /// The rows as lines of cells.
  var lines: [String] {
    (0..<count).map { row in columns.map { $0.shown(row) ?? "" }.joined(separator: ";") }
  }
}
extension Column {
  fileprivate func shown(_ row: Int) -> String? {
    guard !isMissing(row) else { return nil }
    switch self {
    case .int(let c): return String(c.values[row])
    case .decimal(let c): return FixedPoint(units: Int128(c.units.values[row]), scale: c.scale).plain
    case .double(let c): return String(c.values[row])
    case .text(let c): return String(decoding: c[row], as: UTF8.self)
    case .bool(let c): return c.bits[row] ? "1" : "0"
    case .date(let c): return Day(number: c.values[row]).iso
    }
  }
}
let testStages: [any Stage.Type] = Validate::stages + [TakeRows.self, ReadCells.self]

/// A step that checks rows read from cells, and what it takes besides.
struct Trial {
  var columns: String
  var rows: String
  var rules: String
  var options = ""
  var batch = 1024
  var workers = 2
  var head = ""
  /// Other tables: the id of the step, its columns, its rows.
  var tables: [(id: String, columns: String, rows: String)] = []
  var files: [String: String] = [:]

  init(_ columns: String, _ rows: String, _ rules: String) {
    (self.columns, self.rows, self.rules) = (columns, rows, rules)
  }
  var text: String {
    let others = tables.map {
      "  - { id: \($0.id), use: cells.read, expect: { min_rows: 0 }, with: { file: \($0.id).txt, columns: { \($0.columns) } } }\n"
    }
    let names = tables.map(\.id).joined(separator: ", ")
    return """
      pipeline: t
      \(head)
      steps:
        - { id: read, use: cells.read, expect: { min_rows: 0 }, with: { file: a.txt, batch_rows: \(batch), columns: { \(columns) } } }
      \(others.joined())  - id: valid
          use: rows.validate
          from: { table: read, references: [\(names)] }
          expect: { min_rows: 0 }
          with:
            \(options)
            rules:
      \(rules.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))
        - { use: rows.take }

      """
  }
  var all: [String: String] {
    var all = files.merging(["p.yaml": text, "a.txt": rows]) { $1 }
    for table in tables { all["\(table.id).txt"] = table.rows }
    return all
  }
  func runner() throws -> Runner {
    let files = ProjectFiles.memory(all)
    return Runner(
      try checkPipeline("p.yaml", stages: testStages, files: files), files: files, width: workers)
  }
  func run() async throws -> Found {
    let output = MemoryOutput()
    let report = await (try runner()).run(into: output.output)
    return Found(report, output)
  }
}

/// What a trial gave.
struct Found: Equatable {
  var failure: String?
  /// `LINE CODE COLUMN` of each finding.
  var codes: [String]
  var messages: [Phrase]
  /// The rows that were kept.
  var kept: [String]
  var rejected: Int

  init(_ report: RunReport, _ output: MemoryOutput) {
    let found = report.findings.steps["valid"]
    let kept = found?.kept ?? []
    failure = report.failure.map { $0.message.en }
    codes = kept.map {
      "\($0.line) \($0.code.replacing("validate.", with: ""))\($0.column.map { " \($0)" } ?? "")"
    }
    messages = kept.map(\.message)
    self.kept =
      output["office/rows.txt"]?.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
        String.init) ?? []
    rejected = found?.rowsRejected ?? 0
  }
}

/// A text file of this module.
func moduleText(_ path: String) throws -> String {
  let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  return try String(
    contentsOf: folder.deletingLastPathComponent().appendingPathComponent(path), encoding: .utf8)
}

/// A generator of numbers that are always the same.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func one<T>(_ all: [T]) -> T { all[below(all.count)] }
}

/// Checks the pipeline `t.yaml` among files.
func checkPipelineForTest(_ files: [String: String]) throws -> CheckedPipeline {
  try checkPipeline("t.yaml", stages: testStages, files: .memory(files))
}
/// What an error of checking tells, as `file:line:column` and message.
func diagnostics(_ error: (any Error)?) -> [(place: String, message: String)] {
  ((error as? Diagnostics)?.all ?? []).map {
    let start = $0.range?.start
    return ("\($0.range?.file ?? ""):\(start?.line ?? 0):\(start?.column ?? 0)", $0.message.en)
  }
}
