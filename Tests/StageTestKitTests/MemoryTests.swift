import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

@Suite struct MemoryTests {
  private let files = ProjectFiles.memory(["a.txt": "12345", "d/b.txt": "b", "d/e/c.txt": "c"])

  @Test(arguments: [(0, Int.max, "12345"), (1, 2, "23"), (4, 5, "5"), (5, 1, "")])
  func `some bytes of a file are read`(_ offset: Int, _ count: Int, _ text: String) throws {
    #expect(try files.bytes("a.txt", at: offset, count: count) == Array(text.utf8))
  }
  @Test func `a file that is not there is told`() {
    #expect(throws: StageError(Phrase(vi: "không có tệp 'x'", en: "there is no file 'x'"))) {
      try files.bytes("x")
    }
  }
  @Test(arguments: [("", ["a.txt", "d"]), ("d", ["b.txt", "e"]), ("d/e", ["c.txt"])])
  func `the names in a folder are sorted`(_ folder: String, _ names: [String]) throws {
    #expect(try files.list(folder) == names)
  }
  @Test func `only what is published can be seen`() async throws {
    let text = "pipeline: t\nedition: { id: a, date: 2024-12-31 }\nsteps: [{ use: text.write }"
    let good = try checkPipeline("t", stages: [WriteText.self], files: .memory(["t": text + "]"]))
    let output = MemoryOutput()
    #expect(output.paths.isEmpty && output["office/a.txt"] == nil)
    #expect(await Runner(good, files: files, width: 1).run(into: output.output).failure == nil)
    #expect(output.paths == ["office/a.txt"] && output["office/a.txt"] == "a")
    let twice = text + ", { id: b, use: text.write }]"
    let bad = try checkPipeline("t", stages: [WriteText.self], files: .memory(["t": twice]))
    let other = MemoryOutput()
    let report = await Runner(bad, files: files, width: 1).run(into: other.output)
    #expect(report.failure?.message.en == "'a.txt' is written twice" && other.paths.isEmpty)
  }
}

private struct NoPorts: Ports {}
private struct WriteText: SinkStage {
  static let name = "text.write"
  static let summary = Phrase(vi: "Ghi một lời.", en: "Writes a text.")
  static let audience = Audience.office
  typealias Inputs = NoPorts
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<NoPorts>, _ plan: inout Planning) -> SinkWork<NoPorts> {
    SinkWork { (_, staging) throws(StageError) in try staging.write(Array("a".utf8), to: "a.txt") }
  }
}
