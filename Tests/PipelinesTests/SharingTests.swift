import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// Several steps that take from one source in one reading.
@Suite struct SharingTests {
  static let files = ["a.csv": QuarantineTests.many(0..<90), "b.csv": QuarantineTests.many(90..<200)]
  static let steps = """
      - { id: raw, use: rows.write, with: { file: raw.txt } }
      - { id: large, use: people.check, from: read, with: { column: number, at_least: 100 } }
      - { id: out, use: rows.write }
      - { id: groups, use: people.sum, from: large, with: { by: group, sum: [number] } }
      - { id: keys, use: people.sum, from: read, with: { by: number } }
      - { id: all, use: rows.write, from: groups, with: { file: groups.txt } }
      - { id: also, use: rows.write, from: keys, with: { file: keys.txt } }
    """
  private func run(_ records: Records, _ width: Int) async throws -> (MemoryOutput, RunReport, [String: Int])
  {
    let (output, count) = (MemoryOutput(), DecodeCount())
    let report = try await DecodeCount.$current.withValue(count) {
      try await records.runner(width: width).run(into: output.output)
    }
    return (output, report, count.all)
  }

  @Test(arguments: [1, 2, 7], [1, 64, 1024])
  func `each piece is decoded once, and nothing changes`(_ width: Int, _ batch: Int) async throws {
    let read = Records.read("a.csv, b.csv", piece: 2 * batch, batch: batch)
    let (output, report, pieces) = try await run(Records(read + Self.steps, Self.files), width)
    #expect(report.failure == nil)
    #expect(pieces.values.allSatisfy { $0 == 1 } && pieces.count >= 2)
    // The same steps in pipelines of their own, where nobody shares.
    let lines = Self.steps.split(separator: "\n").map { String($0) + "\n" }
    for (some, file) in [
      ([0], "raw.txt"), ([1, 2], "rows.txt"), ([1, 3, 5], "groups.txt"), ([4, 6], "keys.txt"),
    ] {
      let alone = read + some.map { lines[$0] }.joined()
      let (single, _, _) = try await run(Records(alone, Self.files), 1)
      #expect(output["office/\(file)"] == single["office/\(file)"] && output["office/\(file)"] != nil)
    }
    let large = try #require(report.findings.steps["large"])
    #expect(large.rowsIn == 200 && large.rowsRejected == 100 && large.counts["people.range"] == 100)
  }
  @Test func `steps after a keyed step share the reading that follows its counting`() async throws {
    let steps = """
        - { id: unique, use: rows.unique, with: { keys: [number] } }
        - { id: out, use: rows.write }
        - { id: sums, use: people.sum, from: unique, with: { by: group } }
        - { id: all, use: rows.write, from: sums, with: { file: sums.txt } }
      """
    let (output, report, pieces) = try await run(Records(Records.read("a.csv, b.csv") + steps, Self.files), 2)
    #expect(report.failure == nil && output.paths.contains("office/sums.txt"))
    #expect(pieces.values.allSatisfy { $0 == 2 }, "the keys, which are short, and the rows")
  }
  @Test func `long keys that stand twice are read once more`() async throws {
    let files = [
      "a.csv": "h\n" + (0..<90).map { "g;a long key \($0 / 2);\($0)\n" }.joined(),
      "b.csv": "h\n" + (90..<200).map { "g;a long key \($0);\($0)\n" }.joined(),
    ]
    let steps =
      "  - { id: unique, use: rows.unique, with: { keys: [key] } }\n  - { id: out, use: rows.write }\n"
    let (_, report, pieces) = try await run(Records(Records.read("a.csv, b.csv") + steps, files), 2)
    #expect(report.failure == nil && report.findings.steps["unique"]?.rowsRejected == 90)
    #expect(
      pieces.values.allSatisfy { $0 == 3 }, "the hashes, the keys behind those that stand twice, the rows")
  }
  @Test func `a part of a run reads its share once for all reductions`() async throws {
    let records = Records(Records.read("a.csv, b.csv") + Self.steps, Self.files)
    let count = DecodeCount()
    let (whole, _, _) = try await run(records, 2)
    let parts = try await DecodeCount.$current.withValue(count) {
      let runner = try records.runner()
      return [try await runner.partial(0, of: 2), try await runner.partial(1, of: 2)]
    }
    #expect(count.all.values.allSatisfy { $0 == 1 } && !count.all.isEmpty)
    let output = MemoryOutput()
    #expect(try await records.runner().merge(parts, into: output.output).failure == nil)
    #expect(output.whole == whole.whole)
  }
  @Test func `the failure that is told is that of the first step, and the others stay quiet`() async throws {
    for width in [1, 2, 7] {
      let steps = """
          - { id: one, use: rows.write, with: { file: one.txt, fail_after: 100 } }
          - { id: two, use: rows.write, from: read, with: { file: two.txt, fail_after: 1 } }
          - { id: keys, use: people.sum, from: read, with: { by: number } }
          - { id: also, use: rows.write, from: keys, with: { file: keys.txt } }
        """
      let (output, report, _) = try await run(
        Records(Records.read("a.csv, b.csv") + steps, Self.files), width)
      #expect(report.failure?.message.en == "out of paper" && output.paths.isEmpty)
      #expect(report.steps.map(\.id) == ["read"])
    }
  }
  @Test func `a source that cannot be read fails all who take from it`() async throws {
    let (output, report, _) = try await run(
      Records(Records.read("a.csv, x.csv") + Self.steps, Self.files), 2)
    #expect(report.failure?.message.en == "no 'x.csv'" && output.paths.isEmpty)
    #expect(report.steps.map(\.id) == ["read"])
  }
}

/// Runs that are told to stop.
@Suite struct CancellationTests {
  /// A source that never ends, and says when its third piece is wanted.
  private struct Endless: SourceStage {
    static let name = "endless.read"
    static let summary = Phrase(vi: "Không bao giờ hết.", en: "Never ends.")
    init(_ options: NoOptions) {}
    func plan(_ plan: inout Planning) -> Planned<Schema, Reader> {
      Planned(Schema([Field("number", .int, .count)]), Reader())
    }
    struct Reader: SourceReader {
      @TaskLocal static var started: AsyncStream<Void>.Continuation?
      var number = 0
      mutating func next(_ files: ProjectFiles) -> Batch? {
        number += 1
        if number == 3 { Self.started?.finish() }
        return Batch([.int(Values([Int64(number)]))], count: 1)
      }
      func share(_ index: Int, of count: Int) -> Reader { self }
    }
  }
  static let sums = "  - { use: people.sum, with: { by: number } }\n  - { use: rows.write }\n"
  @Test(
    arguments: [
      "  - { use: rows.write }\n", sums,
      "  - { use: rows.unique, with: { keys: [number] } }\n  - { use: rows.write }\n",
      "  - { id: w, use: rows.write }\n  - { use: people.sum, from: endless.read, with: { by: number } }\n  - { use: rows.write, with: { file: b } }\n",
    ], [1, 3]) func `a run that is cancelled stops and publishes nothing`(_ steps: String, _ width: Int)
    async throws
  {
    let text = "pipeline: t\nsteps:\n  - { use: endless.read }\n" + steps
    let files = ProjectFiles.memory(["p.yaml": text])
    let checked = try checkPipeline("p.yaml", stages: recordStages + [Endless.self], files: files)
    let (stream, started) = AsyncStream<Void>.makeStream()
    let output = MemoryOutput()
    let task = Endless.Reader.$started.withValue(started) {
      Task { await Runner(checked, files: files, width: width).run(into: output.output) }
    }
    for await _ in stream {}
    task.cancel()
    #expect(await task.value.failure == .cancelled)
    #expect(output.paths.isEmpty)
  }
  @Test func `a run that is cancelled before it begins does nothing`() async throws {
    let runner = try Records(Records.read("a.csv") + "  - { use: rows.write }\n", ["a.csv": "h\na;b;1\n"])
      .runner()
    let output = MemoryOutput()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await runner.run(into: output.output)
    }
    task.cancel()
    #expect(await task.value.failure == .cancelled && output.paths.isEmpty)
  }
}
