import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Testing

/// Batches against the slow twin, and whatever cuts them.
@Suite struct TwinTests {
  private func trial(_ twin: Twin, _ batch: Int, _ workers: Int) -> Trial {
    var trial = Trial(Twin.columns, twin.file, twin.yaml)
    (trial.batch, trial.workers) = (batch, workers)
    trial.tables = [("t", "k: text", "01\n0x\n\n")]
    return trial
  }
  private func list(_ found: Found) -> [String] {
    zip(found.codes, found.messages).map { code, message in
      let parts = code.split(separator: " ")
      return "\(parts[0]) \(parts[1]) \(message.en.prefix { $0 != ":" })"
    }.filter { !$0.hasPrefix("0 ") && !$0.contains("idle-rule") }
  }
  @Test(arguments: 0..<40) func `random rules find in random rows what a slow twin finds`(_ seed: Int)
    async throws
  {
    let twin = Twin(seed: seed, rows: [1, 63, 64, 65, 130][seed % 5])
    let found = try await trial(twin, 1024, 2).run()
    #expect(list(found) == twin.expected, "\(twin.yaml)")
    #expect(found.kept == twin.kept, "\(twin.yaml)")
  }
  @Test(arguments: [1, 2, 7], [1, 64, 1024]) func `workers and batches change no byte`(
    _ workers: Int, _ batch: Int
  ) async throws {
    for seed in [3, 11, 12] {
      let twin = Twin(seed: seed, rows: 300)
      func whole(_ batch: Int, _ workers: Int) async throws -> String {
        let output = MemoryOutput()
        let trial = trial(twin, 1024, workers)
        var cut = trial
        cut.batch = batch
        let report = await (try cut.runner()).run(into: output.output)
        #expect(report.failure == nil)
        let found = report.findings.steps["valid"].map {
          "\($0.kept) \($0.counts.sorted { $0.key < $1.key }) \($0.tallies) \($0.rowsIn) \($0.rowsOut)"
        }
        return (found ?? "") + output.paths.map { "\($0)\n\(output[$0] ?? "")" }.joined()
      }
      let one = try await whole(1024, 1)
      #expect(try await whole(batch, workers) == one)
    }
  }
}
