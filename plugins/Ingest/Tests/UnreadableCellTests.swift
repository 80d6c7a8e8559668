import Diagnostics
import Figures
import Ingest
import Pipelines
import StageKit
import StageTestKit
import Testing

/// Cells that are not of their type: blank they would mean everybody, a value, or no standard.
@Suite struct UnreadableCellTests {
  private func load(_ changes: [String: String], _ most: Int) async throws -> (
    failure: StageError?, figures: [Figure]
  ) {
    let cells = zip(Loading.names, Loading.usual).map { name, text in
      "\"\(name)\": \(changes[name] ?? (name == "precedence" ? text : "\"\(text)\""))"
    }
    var texts = Loading.documents
    texts["f.json"] = "[{ \(cells.joined(separator: ", ")) }]"
    texts["t.yaml"] = Loading.pipeline("{ max_rejected: \(most) }").replacing("csv.read", with: "json.read")
      .replacing("f.csv", with: "f.json").replacing(", separator: \",\"", with: "")
    let files = ProjectFiles.memory(texts)
    let runner = Runner(
      try checkPipeline("t.yaml", stages: Ingest::stages, files: files), files: files, width: 1)
    let report = await runner.run(into: MemoryOutput().output)
    guard report.failure == nil else { return (report.failure, []) }
    let table = try #require(try await runner.value(of: "load", port: "figures") as? FigureTable)
    return (nil, table.figures)
  }

  @Test func `a row of JSON whose cells are texts becomes a figure`() async throws {
    let found = try await load([:], 0)
    #expect(found.failure == nil && found.figures.map(\.group) == ["all"], "\(found)")
  }
  @Test(arguments: [
    ("group", "1"), ("status", "false"), ("standard", "2022"), ("decision", "7"), ("note", "true"),
    ("place", "[]"),
  ])
  func `a cell that is no text is not read as a blank`(_ name: String, _ written: String) async throws {
    let found = try await load([name: written], 0)
    #expect(found.failure?.cause == .data, "\(found)")
    #expect(try await load([name: written], 1).figures.isEmpty)
  }
  @Test(arguments: [
    ("source", "\"N\\u0000\""), ("note", "\"a\\u000bb\""), ("group", "\"\\u0000\""),
    ("decision", "\"\\u007f\""),
    ("measure", "\"poor\\u0007\""),
  ])
  func `a cell with a control character reaches no page`(_ name: String, _ written: String) async throws {
    let found = try await load([name: written], 0)
    #expect(found.failure?.cause == .data, "\(found)")
    #expect(try await load([name: written], 1).figures.isEmpty)
  }
  @Test func `lines and tabs in a note are no control characters`() async throws {
    let found = try await load(["note": "\"a\\n\\tb\\r\\n\""], 0)
    #expect(found.failure == nil && found.figures.first?.note == "a\n\tb\r\n", "\(found)")
  }
}
