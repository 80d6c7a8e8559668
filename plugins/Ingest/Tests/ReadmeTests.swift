import StageTestKit
import Testing

/// The examples of the README are pipelines that run.
@Suite struct ReadmeTests {
  private func files(_ names: String...) throws -> [String: String] {
    let blocks = try readmeBlocks()
    return Dictionary(
      uniqueKeysWithValues: try names.map { ("p/\($0)", try #require(blocks[$0], "the README has no \($0)")) }
    )
  }
  private func reading(_ name: String) throws -> String {
    // The README shows the reading step; what takes its rows is of no interest there.
    try #require(try readmeBlocks()[name]) + "  - use: rows.take\n"
  }

  @Test func `the example of csv_read runs and gives the rows it shows`() async throws {
    let found = try await outcome(
      reading("doc-csv.yaml"), files("ho-ngheo.yaml", "data/ho-ngheo.csv"))
    #expect(
      found
        == Outcome(
          rows: [
            ["00001", "Xã Mẫu Một", "1258", "0.96", "2024-12-05"],
            ["00002", "Xã Mẫu Hai", "2017", nil, "2024-12-31"],
            ["00003", "Xã Mẫu Ba", nil, "12.50", nil],
          ], findings: ["p/data/ho-ngheo.csv:3 csv.guessed", "p/data/ho-ngheo.csv:6 csv.value reviewed"]))
  }
  @Test func `the example of json_read runs and gives the rows it shows`() async throws {
    let found = try await outcome(reading("doc-json.yaml"), files("data/xa.json"))
    #expect(
      found == Outcome(rows: [["00001", "Xã Mẫu Một", "1258", "12.50"], ["00002", "Xã Mẫu Hai", nil, nil]]))
  }
  @Test func `the NDJSON of the README gives the same rows as its list`() async throws {
    let list = try await outcome(reading("doc-json.yaml"), files("data/xa.json"))
    let step = try reading("doc-json.yaml").replacing("xa.json", with: "xa.ndjson")
    #expect(try await outcome(step, files("data/xa.ndjson")) == list)
  }
  @Test(arguments: ["csv.read", "json.read"]) func `the example of a stage can be planned`(_ name: String)
    throws
  {
    let step = try moduleText("Examples/\(name).yaml").split(
      separator: "\n", omittingEmptySubsequences: false)
    let lines = step.filter { !$0.hasPrefix("#") }.map { "    \($0)" }.joined(separator: "\n")
    expectPlan(
      "pipeline: t\nsteps:\n  -\n\(lines)", of: testStages,
      files: ["data/a.csv": "", "data/b.csv": "", "data/communes.json": ""], find: [])
  }
}
