import Diagnostics
import StageKit
import StageTestKit
import Synchronization
import Tables
import Testing

@testable import Pipelines

/// What comes out of a run, however it is cut and dealt.
@Suite struct RunningTests {
  /// The lines of the example's files that have members, in order.
  static let valid = ["a.txt", "b.txt", "c.txt"].flatMap {
    (Example.people[$0] ?? "").split(separator: "\n").filter { $0.split(separator: ",")[2] != "0" }
  }

  @Test func `a whole pipeline runs`() async throws {
    let (output, report) = try await Example().run()
    #expect(report.failure == nil && report.pipeline == "vi-du" && report.edition == "2024.1")
    #expect(
      output.paths == [
        "everybody/index.html", "office/rejected/a.reasons.csv", "office/rejected/b.reasons.csv",
        "office/rejected/c.reasons.csv", "office/rows.txt",
      ])
    #expect(
      output["everybody/index.html"] == """
        Cà Mau,44,133,62928.1
        Năm Căn,35,104,48792.3
        U Minh,31,91,45445.8
        Đầm Dơi,31,96,45403.1

        """)
    let steps = report.steps.map { "\($0.id) \($0.kind) \($0.rowsIn ?? -1) \($0.rowsOut ?? -1)" }
    #expect(
      steps == [
        "people source 150 150", "valid batch 150 141", "rows.write sink -1 -1", "sums reduce -1 -1",
        "shown table -1 -1", "table.publish sink -1 -1",
      ])
    #expect(report.steps[0].counts.map { "\($0.code) \($0.count)" } == ["people.value 5"])
    #expect(report.steps[1].counts.map { "\($0.code) \($0.count)" } == ["people.range 9"])
  }
  @Test(arguments: [1, 2, 7], [(1, 1), (64, 3), (97, 2), (500, 7), (4096, 64), (1 << 20, 1000)])
  func `workers, pieces and batches change nothing`(_ width: Int, _ cut: (bytes: Int, rows: Int)) async throws
  {
    let (one, first) = try await Example().run(width: 1)
    let text = Example.pipeline(pieceBytes: cut.bytes, batchRows: cut.rows)
    let (other, second) = try await Example(text).run(width: width)
    #expect(other.whole == one.whole)
    #expect(second.whole == first.whole)
  }
  @Test(arguments: [1, 2, 7]) func `rows keep the order of the files`(width: Int) async throws {
    let (output, _) = try await Example(Example.pipeline(pieceBytes: 1, batchRows: 1)).run(width: width)
    let written = output["office/rows.txt"]?.split(separator: "\n").map { $0.split(separator: ",")[1] }
    #expect(written == Self.valid.map { $0.split(separator: ",")[1] })
  }
  @Test func `several steps take one stream, and each sees all of it`() async throws {
    let more = """
        - { use: rows.write, id: again, from: valid, with: { file: again.txt } }
        - { use: rows.write, id: raw, from: people, with: { file: raw.txt } }
        - { use: people.sum, id: heads, from: people, with: { by: members } }
        - { use: tables.count, id: counts, from: [valid, people, sums] }
        - { use: rows.write, id: counted, from: counts, with: { file: counts.txt } }
        - { use: rows.write, id: headed, from: heads, with: { file: heads.txt } }
      """
    for width in [1, 3] {
      let example = Example(Example.pipeline(more: more))
      let (output, report) = try await example.run(width: width)
      #expect(report.failure == nil)
      #expect(output["office/again.txt"] == output["office/rows.txt"])
      #expect(output["office/raw.txt"]?.split(separator: "\n").count == 150)
      #expect(output["office/counts.txt"] == "141\n150\n4\n")
      #expect(output["office/heads.txt"] == "0,9\n1,28\n2,28\n3,28\n4,29\n5,28\n")
      #expect(report.findings.steps["valid"]?.rowsIn == 150, "a stream that is taken twice is counted once")
      #expect(report.findings.steps["people"]?.counts == ["people.value": 5])
    }
  }
  @Test func `a batch step after a table takes its rows`() async throws {
    let more = """
        - { use: people.check, id: large, from: sums, with: { column: rows, at_least: 33 } }
        - { use: people.sum, id: again, from: large, with: { by: commune, sum: [rows] } }
        - { use: rows.write, id: out, from: again, with: { file: large.txt } }
      """
    let (output, report) = try await Example(Example.pipeline(more: more)).run()
    #expect(output["office/large.txt"] == "Cà Mau,1,44\nNăm Căn,1,35\n")
    #expect(report.findings.steps["large"]?.counts == ["people.range": 2])
    let step = report.steps.first { $0.id == "large" }
    #expect(step?.rowsIn == 4 && step?.rowsOut == 2)
  }
  @Test func `a sum may be larger than its parts can be`() async throws {
    let most = Int64.max
    let text = "pipeline: t\nsteps:\n  - { use: people.read, with: { files: [a.txt] } }\n"
    let sums =
      text + "  - { use: people.sum, with: { by: commune, sum: [members] } }\n  - { use: rows.write }"
    let fitting = Example(sums, files: ["a.txt": "a,h,\(most),\na,h,1,\na,h,-1,\n"])
    #expect(try await fitting.run().output["office/rows.txt"] == "a,3,\(most)\n")
    let (output, report) = try await Example(sums, files: ["a.txt": "a,h,\(most),\na,h,1,\n"]).run()
    #expect(output["office/rows.txt"] == "a,2,?\n")
    #expect(
      report.findings.steps["people.sum"]?.kept.map(\.message.en) == [
        "the sum 9223372036854775808 is too large"
      ])
  }
  @Test func `a step begins and ends once, in the order of running, a stream when its rows are known`()
    async throws
  {
    let told = Mutex<[String]>([])
    let runner = try Example().runner()
    let noting = Runner(runner.pipeline, files: runner.files, width: 0) { progress in
      told.withLock {
        switch progress {
        case .began(let step): $0.append("\(step)")
        case .ended(let report): $0.append("\(report.id) \(report.rowsIn ?? -1)")
        }
      }
    }
    #expect(noting.width == 1)
    _ = await noting.run(into: MemoryOutput().output)
    #expect(
      told.withLock { $0 } == [
        "0", "1", "2", "people 150", "valid 150", "rows.write -1", "3", "sums -1", "4", "shown -1", "5",
        "table.publish -1",
      ])
  }
  @Test
  func `a run that stops has told of the steps that are known, and one nobody takes is told at the end`()
    async throws
  {
    func told(_ text: String) async throws -> [String] {
      let told = Mutex<[String]>([])
      let example = Example(text)
      let runner = try example.runner()
      _ = await Runner(runner.pipeline, files: runner.files, width: 2) { progress in
        guard case .ended(let step) = progress else { return }
        told.withLock { $0.append("\(step.id) \(step.rowsRejected ?? -1) \(step.counts.map(\.count))") }
      }.run(into: MemoryOutput().output)
      return told.withLock { $0 }
    }
    let read = "pipeline: t\nsteps:\n  - { id: people, use: people.read, with: { files: [a.txt] } }\n"
    let check = "  - { id: valid, use: people.check, with: { column: members }"
    #expect(
      try await told(read + check + ", expect: { min_rows: 99 } }\n  - { use: rows.write }\n") == [
        "people 0 [3]", "valid 5 [5]",
      ])
    #expect(
      try await told(read + check + " }\n  - { use: rows.write, from: people }\n") == [
        "people 0 [3]", "rows.write -1 []", "valid -1 []",
      ])
  }
  @Test func `what one step gives can be looked at`() async throws {
    let runner = try Example().runner()
    let valid = try #require(try await runner.value(of: "valid") as? Table)
    #expect(valid.rows.count == 141 && valid.schema.names == ["commune", "head", "members", "income"])
    let sums = try #require(try await runner.value(of: "sums") as? Table)
    #expect(sums.rows.lines.first == "Cà Mau,44,133,62928.1")
    #expect(try await runner.value(of: "shown") is Shown)
    await #expect(throws: StageError(Phrase(vi: "không có bước 'x'", en: "no step 'x'"))) {
      try await runner.value(of: "x")
    }
    await #expect(
      throws: StageError(Phrase(vi: "bước 'shown' không cho 'x'", en: "step 'shown' gave no 'x'"))
    ) {
      try await runner.value(of: "shown", port: "x")
    }
  }
}
