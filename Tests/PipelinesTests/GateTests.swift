import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// Rejects odd numbers, counts what it sees, and lets no more than some rows be rejected.
private struct EvenRows: BatchStage {
  static let name = "rows.even"
  static let summary = Phrase(vi: "Loại số lẻ.", en: "Rejects odd numbers.")
  struct Options: StageOptions {
    @Option(vi: "Nhiều nhất.", en: "At most.", default: 1000) var most: Int
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let column = plan.column("number", in: input, as: Int64.self)
    let most = options.most
    return Planned(input, gate: gate(most)) { batch, findings in
      var kept = Bitmap(repeating: true, count: batch.count)
      for (row, number) in batch[column].values.enumerated() where number % 2 != 0 {
        kept[row] = false
        findings.reject("rows.odd", row: row, of: batch, Phrase(vi: "lẻ", en: "odd"))
      }
      findings.tally([batch.count])
      findings.tally([0, batch[column].values.reduce(0) { $0 + Int($1) }])
      return batch.keeping(kept)
    }
  }
}
/// Keeps all rows; its gate is that of the other.
private struct AnyRows: KeyedStage {
  static let name = "rows.any"
  static let summary = Phrase(vi: "Giữ mọi dòng.", en: "Keeps all rows.")
  init(_ options: NoOptions) {}
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, KeyedWork> {
    Planned(input, keys: [], gate: gate(0)) { batch, _, findings in
      findings.tally([1])
      return batch
    }
  }
}
private func gate(_ most: Int) -> Gate {
  Gate { (done, findings) throws(StageError) in
    findings.add(
      "rows.seen", file: "rule", line: 7, column: "number", Phrase(same: "\(done.rowsIn) \(done.tallies)"))
    guard done.rowsRejected > most else { return }
    throw StageError(
      Phrase(vi: "quá nhiều", en: "\(done.rowsRejected) of \(done.rowsIn) rows"), cause: .data)
  }
}

/// Gates over all rows of a step.
@Suite struct GateTests {
  static let files = ["a.csv": text(0..<70), "b.csv": text(70..<100)]
  static func text(_ range: Range<Int>) -> String { "h\n" + range.map { "g;k\($0);\($0)\n" }.joined() }
  static let read = Records.read("a.csv, b.csv")
  static func even(_ most: Int) -> String { "  - { id: even, use: rows.even, with: { most: \(most) } }\n" }
  static let sinks = """
      - { id: w, use: rows.write }
      - { id: s, use: people.sum, from: even, with: { by: group, sum: [number] } }
      - { id: x, use: rows.write, from: s, with: { file: sums.txt } }

    """
  private func runner(_ steps: String, width: Int = 2) throws -> Runner {
    let records = Records(steps, Self.files)
    let checked = try checkPipeline(
      "p.yaml", stages: recordStages + [EvenRows.self, AnyRows.self], files: records.project)
    return Runner(checked, files: records.project, width: width)
  }

  @Test(arguments: [1, 2, 7], [(1, 1), (5, 3), (64, 64)])
  func `a gate is asked once, with sums that no cut can change, and is told first`(
    _ width: Int, _ cut: (piece: Int, batch: Int)
  ) async throws {
    let read = Records.read("a.csv, b.csv", piece: cut.piece, batch: cut.batch)
    let output = MemoryOutput()
    let report = try await runner(read + Self.even(50) + Self.sinks, width: width).run(into: output.output)
    #expect(report.failure == nil && output.paths.contains("office/sums.txt"))
    let found = try #require(report.findings.steps["even"])
    #expect(found.tallies == [100, 4950])
    #expect(found.counts == ["rows.odd": 50, "rows.seen": 1])
    #expect(
      found.kept.first
        == Finding(
          code: "rows.seen", message: Phrase(same: "100 [100, 4950]"), file: "rule", line: 7, column: "number"
        ))
    #expect(found.kept.count == 51)
  }
  @Test(arguments: [1, 2, 7])
  func `a gate that is not passed publishes nothing, and the office gets the rows`(
    _ width: Int
  ) async throws {
    let folder = try TemporaryFolder()
    let report = try await runner(Self.read + Self.even(49) + Self.sinks, width: width).run(
      into: .folder(folder.path))
    #expect(report.failure?.message.en == "50 of 100 rows" && report.failure?.cause == .data)
    #expect(report.steps.map(\.id) == ["read", "even"])
    #expect(report.kept.map(\.code).first == "rows.seen")
    #expect(try folder.read("office/rejected/a.csv").hasPrefix("h\ng;k1;1\ng;k3;3\n"))
    #expect(try folder.read("office/findings.ndjson").contains("\"code\": \"rows.seen\""))
    #expect(try !folder.list("office").contains("rows.txt"))
  }
  @Test func `each of several gates is asked, and the first that is not passed is told`() async throws {
    let steps =
      Self.read
        + """
          - { id: first, use: rows.even, with: { most: 3 } }
          - { id: any, use: rows.any }
          - { id: second, use: rows.even, from: read, with: { most: 2 } }
          - { use: rows.write, from: any }
          - { id: s, use: people.sum, from: second, with: { by: group } }
          - { use: rows.write, id: x, from: s, with: { file: x } }

        """
    let report = try await runner(steps).run(into: MemoryOutput().output)
    #expect(report.failure?.message.en == "50 of 100 rows")
    for step in ["first", "any", "second"] { #expect(report.findings.steps[step]?.counts["rows.seen"] == 1) }
  }
  @Test func `a keyed step without keys reads its source once, and its gate is asked`() async throws {
    let count = DecodeCount()
    let report = try await DecodeCount.$current.withValue(count) {
      try await runner(Self.read + "  - { id: any, use: rows.any }\n  - { use: rows.write }\n").run(
        into: MemoryOutput().output)
    }
    #expect(report.failure == nil && report.findings.steps["any"]?.rowsIn == 100)
    #expect(report.findings.steps["any"]?.counts == ["rows.seen": 1])
    #expect(!count.all.isEmpty && count.all.values.allSatisfy { $0 == 1 })
  }
  @Test func `what a gate finds is kept when the findings of the step are capped`() async throws {
    let files = ["a.csv": Self.text(0..<2500), "b.csv": "h\n"]
    let records = Records(Self.read + Self.even(5000) + "  - { use: rows.write }\n", files)
    let checked = try checkPipeline("p.yaml", stages: recordStages + [EvenRows.self], files: records.project)
    let report = await Runner(checked, files: records.project, width: 2).run(into: MemoryOutput().output)
    let found = try #require(report.findings.steps["even"])
    #expect(found.kept.count == StepFindings.limit && found.kept[0].code == "rows.seen")
    #expect(found.counts == ["rows.odd": 1250, "rows.seen": 1])
  }
  @Test func `parts made apart are judged when they are joined`() async throws {
    for most in [50, 49] {
      let runner = try runner(
        Self.read + Self.even(most) + Self.sinks.replacing("  - { id: w, use: rows.write }\n", with: ""))
      let parts = [try await runner.partial(0, of: 2), try await runner.partial(1, of: 2)]
      let report = try await runner.merge(parts, into: MemoryOutput().output)
      #expect(report.failure?.message.en == (most == 50 ? nil : "50 of 100 rows"))
      #expect(report.findings.steps["even"]?.tallies == [100, 4950])
    }
  }
}
