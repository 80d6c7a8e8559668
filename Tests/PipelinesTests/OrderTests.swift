import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// Pipelines that are right, however they are written.
@Suite struct OrderTests {
  private func checked(_ steps: String, _ head: String = WiringTests.head) throws -> CheckedPipeline {
    try Example(head + steps, files: ["r.yaml": "number: 5", "plan.yaml": "number: 6"]).checked()
  }
  private func order(_ steps: String) throws -> [String] { try checked(steps).steps.map(\.id) }
  static let sums = WiringTests.sums

  @Test func `a step stands after those it takes from, else as in the file`() throws {
    #expect(
      try order(
        """
          - { id: out, use: rows.write, from: late }
          - { id: late, use: people.check, from: people, with: { column: members } }
          - { id: people, use: people.read, with: { files: [a.txt] } }
          - { id: more, use: rows.write }
        """) == ["people", "late", "out", "more"])
  }
  @Test func `a step that takes nothing does not wait for the one before it`() throws {
    #expect(
      try order(
        """
          - { id: out, use: rows.write, from: people }
          - { id: people, use: people.read, with: { files: [a.txt] } }
          - { id: made, use: table.make }
          - { id: also, use: rows.write }
        """) == ["people", "out", "made", "also"])
  }
  @Test func `a document may have the name of a step`() throws {
    let steps =
      Self.sums
      + "  - { id: plan, use: tables.join, from: { left: sums, right: sums, rule: plan.yaml } }\n  - { use: rows.write }"
    let plan = try checked(steps)
    #expect(plan["plan"]?.sources == ["sums", "sums"])
    #expect(plan.documents.map(\.path) == ["p.yaml", "plan.yaml", "r.yaml"])
  }
  @Test func `a step is found by its stage, and an output by its port`() throws {
    let steps =
      "  - { use: people.read, with: { files: [a.txt] } }\n  - { use: people.sum, from: people.read.table, with: { by: commune } }\n"
      + "  - { use: rows.write, from: people.sum.table }"
    #expect(try order(steps) == ["people.read", "people.sum", "rows.write"])
  }
  @Test func `rows and tables stand for each other`() throws {
    let steps =
      WiringTests.read + "  - { id: n, use: tables.count, from: [people, people] }\n  - { use: rows.write }"
    #expect(try checked(steps)["n"]?.sources == ["people", "people"])
  }
  @Test func `an input that may be left out need not be joined`() throws {
    let steps =
      Self.sums
      + "  - { id: n, use: tables.count, from: { tables: [sums, people] } }\n  - { use: rows.write }"
    #expect(try order(steps) == ["people", "sums", "n", "rows.write"])
  }
  @Test func `a checked step says its kind, stage and schema`() throws {
    let plan = try checked(Self.sums + "  - { id: shown, use: table.release }\n  - { use: table.publish }")
    #expect(plan.steps.map(\.kind) == ["source", "reduce", "table", "sink"])
    #expect(plan["sums"]?.use == "people.sum" && plan["sums"]?.schema?.names == ["commune", "rows"])
    #expect(plan["table.publish"]?.schema == nil && plan["x"] == nil)
    #expect(plan.info.name == "t" && plan.file == "p.yaml")
  }
  @Test func `a result that nobody takes is a warning at its step`() {
    let refusal = Refusal(
      "unused",
      WiringTests.head + WiringTests.read
        + "  - { id: sums, use: 1️⃣people.sum, with: { by: commune } }\n  - { use: rows.write, from: people }",
      files: WiringTests.files,
      find: ["1 pipeline.unused no step takes what 'sums' gives | không bước nào dùng kết quả của 'sums'"])
    #expect(refusal.found == refusal.expected)
  }
}
