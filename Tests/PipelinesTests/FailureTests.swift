import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// Runs that stop.
@Suite struct FailureTests {
  static let head = "pipeline: t\ndefaults: { rule: rule.yaml }\nsteps:\n"
  static let files = Example.people.merging(["rule.yaml": "number: 5"]) { $1 }
  static let read = "  - { id: people, use: people.read, with: { files: [a.txt, b.txt] } }\n"
  static let missing = "  - { id: people, use: people.read, with: { files: [a.txt, x.txt] } }\n"
  static let publish =
    "  - { id: s, use: people.sum, from: people, with: { by: commune } }\n  - { id: r, use: table.release }\n"

  @Test(arguments: [
    (
      missing + "  - { use: rows.write }", "there is no file 'x.txt'", "không có tệp 'x.txt'", "environment"
    ),
    (
      missing + publish + "  - { use: table.publish }", "there is no file 'x.txt'", "không có tệp 'x.txt'",
      "environment"
    ),
    (read + "  - { use: rows.write, with: { fail_after: 30 } }", "out of paper", "hết giấy", "environment"),
    (
      "  - { use: table.make, with: { failure: quá cũ } }\n  - { use: rows.write }", "quá cũ", "quá cũ",
      "data"
    ),
    (
      read + publish + "  - { use: table.publish, with: { then: fail } }", "the power is out", "mất điện",
      "environment"
    ),
    (
      read + publish + "  - { use: table.publish, with: { then: refuse } }", "rows are missing", "thiếu dòng",
      "data"
    ),
    (
      read + publish + "  - { use: table.publish, with: { files: [a, b, a] } }", "'a' is written twice",
      "'a' được ghi hai lần", "environment"
    ),
  ]) func `a failure publishes nothing and says why and whose matter it is`(
    _ steps: String, _ en: String, _ vi: String, _ cause: String
  ) async throws {
    for width in [1, 2, 7] {
      let (output, report) = try await Example(Self.head + steps, files: Self.files).run(width: width)
      #expect(output.paths.isEmpty && output.ledgerEntry.isEmpty)
      #expect(report.failure?.message == Phrase(vi: vi, en: en))
      #expect(report.failure.map { "\($0.cause)" } == cause)
    }
  }
  @Test func `a failure keeps what was published before`() async throws {
    let output = MemoryOutput()
    let good = Example(
      Self.head + Self.read + Self.publish + "  - { use: table.publish }", files: Self.files)
    #expect(try await good.runner().run(into: output.output).failure == nil)
    let before = output.whole
    #expect(before.hasPrefix("everybody/index.html\nCà Mau,"))
    let bad = Example(
      Self.head + Self.read + Self.publish + "  - { use: table.publish, with: { then: fail } }",
      files: Self.files)
    let report = try await bad.runner().run(into: output.output)
    #expect(report.failure?.mayRetry == true && output.whole == before)
  }
  @Test func `the report of a failure has the steps that had ended and all that was found`() async throws {
    let text =
      Self.head + Self.read + "  - { use: rows.write }\n"
      + "  - { use: table.make, with: { failure: thôi } }\n  - { id: w, use: rows.write, with: { file: w } }"
    let (_, report) = try await Example(text, files: Self.files).run()
    #expect(report.steps.map(\.id) == ["people", "rows.write"])
    #expect(report.steps[0].rowsOut == 90)
    #expect(report.findings.steps["table.make"]?.counts == ["table.made": 1])
  }
}
