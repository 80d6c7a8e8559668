import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Tables
import Testing

/// The rules of households against the mistakes that are made up, and the example of the README.
@Suite struct ValidateTests {
  /// Takes all rows and writes nothing.
  private struct TakeRows: SinkStage {
    static let name = "rows.take"
    static let summary = Phrase(vi: "Lấy mọi dòng.", en: "Takes all rows.")
    static let audience = Audience.office
    init(_ options: NoOptions) {}
    func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
      SinkWork { (given, _) throws(StageError) in
        try await given.table.forEach { (_) throws(StageError) in }
      }
    }
  }
  private static let disk = ProjectFiles.folder(
    StageContractTests.root.path, share: ShareFolder(from: StageContractTests.root.path))

  /// Runs a pipeline of the project's folder, with some files that are given here.
  private func run(_ files: [String: String], workers: Int = 2) async throws -> RunReport {
    let bytes = files.mapValues { Array($0.utf8) }
    let project = ProjectFiles { (path, offset, count) throws(StageError) in
      guard let file = bytes[path] else { return try Self.disk.bytes(path, at: offset, count: count) }
      return Array(file.dropFirst(offset).prefix(count))
    } names: { (folder) throws(StageError) in
      folder == "." || folder.isEmpty ? Array(bytes.keys) : try Self.disk.list(folder)
    }
    let checked = try checkPipeline("t.yaml", stages: allStages + [TakeRows.self], files: project)
    return await Runner(checked, files: project, width: workers).run(into: MemoryOutput().output)
  }
  /// The findings of a list with some mistakes, as `RULE code` and how often, and the number of rows rejected.
  private func households(_ dirt: String, workers: Int = 2) async throws -> (
    found: [String: Int], rejected: Int
  ) {
    let report = try await run(
      [
        "t.yaml": """
        pipeline: t
        defaults: { units: pipelines/units, reference_date: 2024-12-31 }
        steps:
          - { id: ho, use: households.simulate, with: { households: 6000, seed: 5, units: pipelines/units, \(dirt) } }
          - { id: hop-le, use: rows.validate, with: { rules: pipelines/rules/household.yaml } }
          - use: rows.take
        """
      ], workers: workers)
    #expect(report.failure == nil)
    let step = try #require(report.findings.steps["hop-le"])
    #expect(step.rowsIn == 6000 && step.counts.values.reduce(0, +) == step.kept.count)
    var found: [String: Int] = [:]
    for finding in step.kept {
      // The income decides where points are lacking, and what is left where more is, which is not so of every list.
      let isOfSome = ["'E7-theo-thu-nhap'", "'E7-phan-con-lai'"].contains { finding.message.en.contains($0) }
      if finding.code == "validate.idle-rule", isOfSome { continue }
      found["\(finding.message.en.prefix { $0 != ":" }) \(finding.code)", default: 0] += 1
    }
    return (found, step.rowsRejected)
  }
  static let kinds: [(option: String, found: String, times: Int, isRejected: Bool)] = [
    ("blank_points", "E6-thieu-diem validate.check", 1, false),
    ("exact_duplicates", "E1-trung-ma validate.unique", 2, true),
    ("duplicate_ids", "E1-trung-ma validate.unique", 2, true),
    ("unknown_enum", "E2-dan-toc validate.values", 1, true),
    ("lost_leading_zero", "E1-ma-ho-12-so validate.lost-zero", 1, false),
    ("wrong_income_unit", "E4-don-vi-tinh validate.unit-slip", 1, true),
    ("b2_not_multiple_of_ten", "E6-b2-chan-chuc validate.check", 1, true),
    ("unknown_commune", "E1-ma-xa validate.unit", 1, true),
    ("dependants_over_members", "E3-phu-thuoc-qua-nhieu validate.check", 1, true),
  ]

  @Test func `households without mistakes break no rule, and every rule looks at some`() async throws {
    let (found, rejected) = try await households("period: 2024")
    #expect(found.isEmpty && rejected == 0)
  }
  @Test(arguments: 0..<9) func `each kind of mistake is found as often as it was made`(_ kind: Int)
    async throws
  {
    let kind = Self.kinds[kind]
    let (found, rejected) = try await households("\(kind.option): 1%")
    #expect(found == [kind.found: 60 * kind.times])
    #expect(rejected == (kind.isRejected ? 60 * kind.times : 0))
  }
  @Test(arguments: [1, 7]) func `all kinds together are found as often as they were made`(_ workers: Int)
    async throws
  {
    let dirt = Self.kinds.map { "\($0.option): 1%" }.joined(separator: ", ")
    let (found, rejected) = try await households(dirt, workers: workers)
    var expected: [String: Int] = [:]
    for kind in Self.kinds { expected[kind.found, default: 0] += 60 * kind.times }
    #expect(found == expected)
    #expect(rejected == Self.kinds.reduce(0) { $0 + ($1.isRejected ? 60 * $1.times : 0) })
  }
  @Test(arguments: [1, 2, 7]) func `a rejected row is told with its file, record, line and column`(
    _ workers: Int
  )
    async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "minhbach-\(UUID().uuidString)").path
    defer { do { try FileManager.default.removeItem(atPath: folder) } catch {} }
    let files = ProjectFiles.memory([
      "t.yaml": """
      pipeline: t
      quarantine: { by: xa }
      steps:
        - id: doc
          use: csv.read
          with: { files: d/ho.csv, schema: { columns: { xa: {}, n: { type: int }, d: { type: date } } } }
        - id: kiem
          use: rows.validate
          with:
            rules:
              - { id: R, column: n, range: 1..9 }
              - { id: S, column: d, required: true }
        - use: rows.take
      """, "d/ho.csv": "xa,n,d\n\"A\n\",5,2024-01-01\nB,50,2024-02-30\nB,1,\n",
    ])
    let checked = try checkPipeline("t.yaml", stages: allStages + [TakeRows.self], files: files)
    let report = await Runner(checked, files: files, width: workers).run(into: .folder(folder))
    #expect(report.failure == nil)
    let reasons = try String(contentsOfFile: "\(folder)/office/rejected/B/ho.reasons.csv", encoding: .utf8)
    #expect(
      reasons.split(separator: "\r\n").dropFirst().map {
        $0.split(separator: ",").prefix(5).joined(separator: ",")
      } == [
        "3,4,kiem,validate.range,n", "3,4,kiem,validate.required,d", "4,5,kiem,validate.required,d",
      ])
    #expect(reasons.contains("S: 'd' was written, but could not be read as a date"))
    #expect(reasons.contains("S: 'd' must have a value, and is blank"))
    let rows = try String(contentsOfFile: "\(folder)/office/rejected/B/ho.csv", encoding: .utf8)
    #expect(rows.hasSuffix("xa,n,d\nB,50,2024-02-30\nB,1,\n"))
  }
  @Test func `a rule that is out of reach of the standard would be told`() async throws {
    let report = try await run([
      "t.yaml": """
      pipeline: t
      defaults: { reference_date: 2024-12-31 }
      steps:
        - { id: ho, use: households.simulate, with: { households: 50 } }
        - { id: hop-le, use: rows.validate, with: { max_rejected: 49, rules: share:rules/household.yaml } }
        - use: rows.take
      """
    ])
    // Invented communes are in no register, so that all rows are rejected.
    #expect(report.failure?.message.en == "step 'hop-le' rejected 50 of 50 rows, more than 49")
    #expect(report.failure?.cause == .data)
    #expect(report.findings.steps["hop-le"]?.counts == ["validate.unit": 50, "validate.idle-rule": 2])
  }

  @Test func `the example of the README finds what it shows`() async throws {
    let readme = try String(
      contentsOf: StageContractTests.root.appending(path: "plugins/Validate/README.md"), encoding: .utf8)
    var blocks: [String: String] = [:]
    for match in readme.matches(of: /(?m)^```\w+ (\S+)\n((?s).*?)^```$/) {
      blocks[String(match.1)] = String(match.2)
    }
    blocks["t.yaml"] = try #require(blocks["kiem-tra.yaml"]) + "  - use: rows.take\n"
    let report = try await run(blocks)
    #expect(report.failure == nil)
    let found = try #require(report.findings.steps["hop-le"])
    let lines = found.kept.map { "| \($0.line) | `\($0.code)` | \($0.message.vi) |" }
    let shown = readme.split(separator: "\n").filter { $0.contains(/^\| \d+ \| `validate/) }.map(String.init)
    #expect(lines == shown)
    #expect(found.rowsOut == 0 && found.rowsRejected == 5)
  }

  @Test func `the example of figures in the README finds what it shows`() async throws {
    let readme = try String(
      contentsOf: StageContractTests.root.appending(path: "plugins/Validate/README.md"), encoding: .utf8)
    var blocks: [String: String] = [:]
    for match in readme.matches(of: /(?m)^```\w+ (\S+)\n((?s).*?)^```$/) {
      blocks[String(match.1)] = String(match.2)
    }
    let pipeline: String = try #require(blocks["doi-chieu.yaml"])
    blocks["t.yaml"] = pipeline
    let report = try await run(blocks)
    #expect(report.failure == nil)
    let found = try #require(report.findings.steps["kiem"])
    #expect(
      found.kept.map { "> \($0.message.vi)" }
        == readme.split(separator: "\n").filter { $0.hasPrefix("> X") }.map(String.init))
    #expect(found.kept.map(\.line) == [2, 5])
  }
}
