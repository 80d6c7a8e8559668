import Diagnostics
import Figures
import StageKit
import Testing

@testable import Ingest

/// Counts beside what they are a part of, and rows that were rejected when they were read.
@Suite struct PartCheckTests {
  private func row(_ measure: String, _ value: String, _ changes: [String: String] = [:]) -> String {
    let standard = measure == "households" ? "" : "vn-2022"
    return Loading.row(["measure": measure, "value": value, "standard": standard].merging(changes) { $1 })
  }

  @Test(
    arguments: [
      ("poor", "15230", false), ("poor", "15231", true), ("poor", "37777", true),
      ("near_poor", "15231", true),
      ("poor_plus_near", "15231", true), ("poor", "0", false), ("poor", "99999999999999999999999", true),
    ] as [(String, String, Bool)])
  func `a part above its whole stops the run at its row`(_ row: (String, String, Bool)) async throws {
    for standard in ["", "vn-2022"] {
      for rows in [
        [self.row(row.0, row.1), self.row("households", "15230", ["standard": standard])],
        [self.row("households", "15230", ["standard": standard]), self.row(row.0, row.1)],
      ] {
        let loaded = try await Loading.load(rows, with: "{}")
        #expect((loaded.failure != nil) == row.2)
        let line = rows[0].contains("households") ? 3 : 2
        #expect(loaded.found == (row.2 ? ["\(line) figures.part-above-whole value"] : []))
        let passed = try await Loading.load(rows, with: "{ max_rejected: 1 }")
        #expect(passed.figures.count == (row.2 ? 1 : 2), "the whole is kept")
      }
    }
  }
  @Test func `the poor are a part of the poor and near-poor, and a group of all`() async throws {
    let loaded = try await Loading.load([
      row("poor", "30"), row("near_poor", "50"), row("poor_plus_near", "40"),
      row("poor", "31", ["group": "ethnicity:khmer"]), row("poor", "30", ["group": "ethnicity:hoa"]),
      row("households", "900", ["group": "ethnicity:hoa"]), row("households", "800"),
    ])
    #expect(
      loaded.found.sorted() == [
        "3 figures.part-above-whole value", "5 figures.part-above-whole value",
        "7 figures.part-above-whole value",
      ])
    #expect(loaded.figures.count == 4)
    let message = try #require(loaded.findings.first { $0.line == 5 }?.message)
    #expect(
      message.vi.hasPrefix("poor (ethnicity:khmer) 31 nhiều hơn poor 30")
        && message.en.hasPrefix("poor (ethnicity:khmer) 31 is more than"))
  }
  @Test(arguments: [
    ["as_of": "2023-12-31"], ["unit": "01"], ["precedence": "1"], ["grade": "derived"],
    ["status": "estimate"],
    ["status": "provisional"],
  ]) func `figures of other days, units, sources and grades are not held against each other`(
    _ changes: [String: String]
  ) async throws {
    let loaded = try await Loading.load(
      [row("poor", "20", changes), row("households", "10")], with: "{ max_rejected: 0 }")
    #expect(loaded.failure == nil && loaded.found.isEmpty)
  }

  // MARK: Rows that were rejected when they were read

  private static let strict = Loading.schema.replacing(
    "measure: { sensitivity", with: "measure: { required: true, sensitivity")
  @Test func `a row that cannot be read is not left out without a word`() async throws {
    let rows = [Loading.row(), Loading.row(["measure": ""])]
    let stopped = try await Loading.load(rows, with: "{}", schema: Self.strict)
    #expect(stopped.failure?.cause == .data)
    #expect(
      stopped.failure?.message.en
        == "step 'load': 1 of 2 rows are wrong (1 of them was rejected when they were read), and at most 0 are let pass"
    )
    let allowed = try await Loading.load(rows, with: "{ max_rejected: 1 }", schema: Self.strict)
    #expect(allowed.failure == nil && allowed.figures.count == 1)
    let both = try await Loading.load(
      rows + [Loading.row(["unit": "9"])], with: "{ max_rejected: 1 }", schema: Self.strict)
    #expect(both.failure?.message.en.hasPrefix("step 'load': 2 of 3 rows are wrong") == true)
  }
  @Test func `a limit of the step that reads is enough`() async throws {
    let rows = [Loading.row(), Loading.row(["measure": ""])]
    let loaded = try await Loading.load(
      rows, with: "{}", schema: Self.strict, reading: "expect: { max_rejected: 1 }, ")
    #expect(loaded.failure == nil && loaded.figures.count == 1)
    #expect(
      try await Loading.load(rows, with: "{}", schema: Self.strict, reading: "expect: { max_rejected: 0 }, ")
        .failure != nil)
  }
}
