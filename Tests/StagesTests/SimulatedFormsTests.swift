import Commands
import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Tables
import Testing

/// Simulated households in both forms are the same rows, read by the whole program.
@Suite struct SimulatedFormsTests {
  /// Takes all rows and writes nothing, so that a run reads its sources to the end.
  struct TakeRows: SinkStage {
    static let name = "rows.taken"
    static let summary = Phrase(vi: "Lấy mọi dòng.", en: "Takes all rows.")
    static let audience = Audience.office
    init(_ options: NoOptions) {}
    func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
      SinkWork { (given, _) throws(StageError) in
        try await given.table.forEach { (_) throws(StageError) in }
      }
    }
  }
  private static let columns = """
    columns:
      household_id: { role: code, digits: 12, sensitivity: personal, required: true }
      commune: { role: code, digits: 5 }
      area: {}
      head_name: { sensitivity: personal }
      ethnicity: {}
      members: { type: int, role: count }
      dependants: { type: int, role: count }
      income_k: { type: int, role: amount }
      b1: { type: int, role: amount }
      b2: { type: int, role: amount }
      \((1...12).map { "d\($0): { type: bool, role: flag }" }.joined(separator: "\n  "))
      class: {}
      review_date: { type: date }

    """

  private func read(_ stage: String, _ file: String, in folder: String) async throws -> (Table, StepFindings)
  {
    let text = """
      pipeline: t
      steps:
        - { id: read, use: \(stage), with: { files: \(file), schema: s.yaml, piece_bytes: 10000 } }
        - use: rows.taken

      """
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(file).yaml"))
    try Data(Self.columns.utf8).write(to: URL(filePath: "\(folder)/s.yaml"))
    let files = ProjectFiles.folder(folder)
    let checked = try checkPipeline("\(file).yaml", stages: allStages + [TakeRows.self], files: files)
    let runner = Runner(checked, files: files, width: 2)
    let report = await runner.run(into: MemoryOutput().output)
    #expect(report.failure == nil)
    return (
      try #require(try await runner.value(of: "read") as? Table), try #require(report.findings.steps["read"])
    )
  }
  @Test func `simulated CSV and NDJSON give the same rows`() async throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "minhbach-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // A left-over in the temporary folder harms nobody.
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for form in ["csv", "ndjson"] {
      let line = ["simulate", "--rows", "3000", "--seed", "9", "--form", form, "--quiet"]
      let status = await Command(stages: allStages).run(line + ["--output", "\(folder)/h.\(form)"])
      #expect(status == 0)
    }
    let (csv, csvFound) = try await read("csv.read", "h.csv", in: folder)
    let (lines, linesFound) = try await read("json.read", "h.ndjson", in: folder)
    #expect(csv.rows.count == 3000)
    #expect(csv.rows.columns == lines.rows.columns)
    #expect(csvFound.kept.map(\.column) == linesFound.kept.map(\.column))
    #expect(csvFound.rowsIn == linesFound.rowsIn && csvFound.rowsOut == linesFound.rowsOut)
  }
}
