import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Stages
import Tables
import Testing

/// A pipeline of rows in files, of which one step is looked at as by somebody who has read the READMEs alone.
struct RowRun {
  /// The names of the columns of the step `out`.
  var names: [String] = []
  /// The cells of the step `out`, row by row; a missing one is its reason in brackets.
  var rows: [[String]] = []
  /// `file:line code column` of what the step has told.
  var findings: [String] = []
  /// What was told, in English.
  var messages: [String] = []
  /// How often each code was told.
  var counts: [String: Int] = [:]
  /// Rows in, out, rejected and dropped.
  var balance: [Int] = []
  var failure: String?
  let output = MemoryOutput()

  /// Runs steps, of which one is called `out`; rows are taken from it unless a sink is there already.
  init(
    _ steps: String, _ files: [String: String], workers: Int = 2,
    defaults: String = "reference_date: 2024-12-14"
  ) async throws {
    let sink = steps.contains("rows.write") ? "" : "  - { use: rows.take, from: out }\n"
    let run = try HouseholdRun(
      "pipeline: t\ndefaults: { standards: s, units: u, \(defaults) }\nsteps:\n\(steps)\n\(sink)", files)
    let runner = Runner(run.checked, files: run.files, width: workers)
    let report = await runner.run(into: output.output)
    failure = report.failure.map { $0.message.en + ($0.hint.map { " — \($0.en)" } ?? "") }
    if let step = report.findings.steps["out"] {
      findings = step.kept.map { "\($0.file):\($0.line) \($0.code) \($0.column ?? "-")" }
      messages = step.kept.map(\.message.en)
      counts = step.counts
      balance = [step.rowsIn, step.rowsOut, step.rowsRejected, step.rowsDropped]
    }
    guard failure == nil, let table = try await runner.value(of: "out") as? Table else { return }
    names = run.schema("out")?.names ?? []
    rows = (0..<table.rows.count).map { row in table.rows.columns.map { $0.word(row) } }
  }
  /// The rows as lines of cells.
  var lines: [String] { rows.map { $0.joined(separator: ";") } }
  /// The cells of one column; empty texts, which no cell is, when there is none of the name.
  func column(_ name: String) -> [String] {
    guard let place = names.firstIndex(of: name) else {
      Issue.record("there is no column '\(name)' among \(names)")
      return rows.map { _ in "" }
    }
    return rows.map { $0[place] }
  }

  /// The step that reads a file whose blank cells are blank, `-` does not apply and `..` is not reported.
  static func read(_ id: String, _ columns: String, files: String? = nil, rows: Int = 1024) -> String {
    """
      - { id: \(id), use: csv.read, with: { files: \(files ?? "\(id).csv"), batch_rows: \(rows), schema: { number_style: plain, missing: { "-": not_applicable, "..": not_reported }, columns: { \(columns) } } } }

    """
  }
  /// A CSV file of some cells, all of them in quotes that need it.
  static func csv(_ head: String, _ rows: [[String]]) -> String {
    head + "\n" + rows.map { $0.map(\.quoted).joined(separator: ",") + "\n" }.joined()
  }
}

extension String {
  /// The cell of a CSV file.
  fileprivate var quoted: String {
    unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) } || hasPrefix(" ") || hasSuffix(" ")
      ? "\"\(replacing("\"", with: "\"\""))\"" : self
  }
}
extension Column {
  /// A cell as a CSV file has it, or why it is missing.
  fileprivate func word(_ row: Int) -> String {
    if let reason = missingReason(row) { return "(\(reason))" }
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

/// Numbers that look random and are always the same (a linear congruence with a mixed end).
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func one<T>(_ all: [T]) -> T { all[below(all.count)] }
}
