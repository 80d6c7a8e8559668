import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// Documents that a stage takes only where its options ask for them.
@Suite struct OptionalResourceTests {
  private func checked(_ options: String, _ defaults: String, _ files: [String: String]) throws(Diagnostics)
    -> Runner
  {
    let text = """
      pipeline: t
      defaults: { \(defaults) }
      steps:
        - { id: read, use: records.read, with: { files: [a.csv] } }
        - { id: more, use: records.read, with: { files: [a.csv] } }
        - { id: ask, use: documents.ask, from: { table: read, others: [more, read] }, with: { \(options) } }
        - { use: rows.write }
      """
    let all = ProjectFiles.memory(files.merging(["p.yaml": text, "a.csv": "h\na;b;1\n"]) { $1 })
    let pipeline = try checkPipeline("p.yaml", stages: recordStages + [AskDocuments.self], files: all)
    return Runner(pipeline, files: all, width: 1)
  }
  private func words(_ options: String, _ defaults: String, _ files: [String: String]) async throws -> String?
  {
    let report = await (try checked(options, defaults, files)).run(into: MemoryOutput().output)
    return report.findings.steps["ask"]?.kept.first?.message.en
  }
  private func problems(_ options: String, _ defaults: String, _ files: [String: String] = [:]) -> [String] {
    do throws(Diagnostics) {
      _ = try checked(options, defaults, files)
      return []
    } catch {
      return error.all.map {
        "\($0.range?.file ?? ""):\($0.range?.start.line ?? 0) \($0.code.rawValue) \($0.message.en)"
      }
    }
  }
  static let rule = ["r.yaml": "number: 5"]
  static let unit = ["share:units/one.yaml": "name: Xã Mẫu"]

  @Test func `what is not asked for is not needed`() async throws {
    #expect(try await words("", "", [:]) == "more read")
  }
  @Test func `a document is that of the defaults, or the one that comes along`() async throws {
    #expect(try await words("rule: true", "rule: r.yaml", Self.rule) == "more read 5")
    #expect(try await words("unit: true", "", Self.unit) == "more read Xã Mẫu")
    let other = Self.unit.merging(["u.yaml": "name: khác"]) { $1 }
    #expect(try await words("unit: true", "unit: u.yaml", other) == "more read khác")
  }
  @Test func `one that is needed and not there is told where it is asked for`() {
    #expect(
      problems("rule: true", "") == ["p.yaml:6 pipeline.resource this needs `rule:` under `defaults:`"])
    #expect(problems("unit: true", "").map { $0.prefix(24) } == ["p.yaml:6 files.unreadable"[...].prefix(24)])
  }
  @Test func `one that cannot be read is told once`() {
    let found = problems("rule: true", "rule: r.yaml", ["r.yaml": "number: none"])
    #expect(found == ["r.yaml:1 options.value option 'number': expected a whole number, found 'none'"])
  }
}
