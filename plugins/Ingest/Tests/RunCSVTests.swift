import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Testing

@Suite struct RunCSVTests {
  private func pipeline(_ files: String, _ options: String...) -> String {
    """
    pipeline: t
    steps:
      - id: read
        use: csv.read
        with:
          files: \(files)
          schema:
            number_style: vi
            date_style: vi
            missing: { "..": not_reported }
            columns:
              commune: { from: Mã xã, role: code, required: true }
              households: { from: Số hộ, type: int, role: count }
              reviewed: { from: Ngày, type: date, optional: true }
          \(options.joined(separator: "\n      "))
      - use: rows.take
    """
  }

  @Test func `files are read one after another, in the order named and each once`() async throws {
    let found = try await outcome(
      pipeline("[b.csv, data/a*.csv, data/a2.csv]"),
      [
        "p/b.csv": "Mã xã,Số hộ\n00001,1.258\n", "p/data/a1.csv": "Số hộ;Mã xã;Ngày\n..;00002;31/12/2024\n",
        "p/data/a2.csv": "\u{FEFF}Mã xã\tSố hộ\r\n00003\t0\r\n", "p/data/b.csv": "x",
      ])
    #expect(
      found
        == Outcome(
          rows: [["00001", "1258", nil], ["00002", nil, "2024-12-31"], ["00003", "0", nil]],
          findings: ["p/data/a1.csv:1 csv.guessed", "p/data/a2.csv:1 csv.guessed"]))
  }
  @Test func `what is wrong with a row is told with its file and line, and the others are kept`() async throws
  {
    let found = try await outcome(
      pipeline("a.csv", "extra_columns: report"),
      ["p/a.csv": "Mã xã,Số hộ,Ghi chú\n1,2\n,3,x\n00002,1.5,x\n00003,4,x\n,,\n"])
    #expect(
      found
        == Outcome(
          rows: [["00002", nil, nil], ["00003", "4", nil]],
          findings: [
            "p/a.csv:1 csv.extra-column Ghi chú", "p/a.csv:2 csv.fields", "p/a.csv:3 csv.required commune",
            "p/a.csv:4 csv.value households", "p/a.csv:6 csv.empty-row",
          ]))
  }
  @Test(
    arguments: [
      ("Mã xã,Số hô\n1,2", "p/a.csv:1:1: the header lacks the column 'Số hộ' — did you mean 'Số hô'?"),
      ("Mã xã,Số hộ\n1,\"2\n", "p/a.csv:2:3: the quote that is opened here is never closed"),
      ("", "p/a.csv:1:1: the file is empty"),
      ("Mã xã,Số hộ\n", "step 'read' gave 0 rows, and at least 1 are expected"),
    ])
  func `a file that cannot be read stops the run with its place`(_ text: String, _ message: String)
    async throws
  {
    let found = try await outcome(pipeline("a.csv"), ["p/a.csv": text])
    #expect(found.failure?.hasPrefix(message) == true, "\(found.failure ?? "")")
  }
  @Test func `a file that is not there is told at the place that names it`() async throws {
    do throws(Diagnostics) {
      let files = ProjectFiles.memory(["p/t.yaml": pipeline("a.csv"), "p/b.csv": ""])
      _ = try checkPipeline("p/t.yaml", stages: testStages, files: files)
      Issue.record("a file that is not there was accepted")
    } catch {
      let problem = error.all.first
      #expect(problem?.message.en == "there is no file 'p/a.csv'" && problem?.range?.file == "p/t.yaml")
      #expect(problem?.hint?.en == "did you mean 'b.csv'?")
    }
  }
  @Test func `separator and title lines are taken as declared`() async throws {
    let found = try await outcome(
      pipeline("a.csv", "separator: tab", "title_lines: 2"),
      ["p/a.csv": "Mã xã\tSố hộ\n\"\nMã xã\tSố hộ\n00001\t7\n"])
    #expect(found == Outcome(rows: [["00001", "7", nil]], findings: []))
  }
  @Test func `a schema may stand in a file of its own, and its mistakes are told there`() async throws {
    let text = """
      pipeline: t
      steps:
        - { id: read, use: csv.read, with: { files: a.csv, schema: s/a.yaml } }
        - use: rows.take
      """
    let schema = "columns:\n  a: { type: int }\n"
    let found = try await outcome(text, ["p/s/a.yaml": schema, "p/a.csv": "a\n1\n"])
    #expect(found == Outcome(rows: [["1"]]))
    let error = await #expect(throws: Diagnostics.self) {
      try await outcome(text, ["p/s/a.yaml": "columns:\n  a: { kind: int }\n", "p/a.csv": "a\n1\n"])
    }
    let problem = try #require(error?.all.first)
    #expect(problem.message.en == "unknown option 'kind'")
    #expect(problem.range?.file == "p/s/a.yaml")
    #expect(problem.range?.start.line == 2)
  }

  @Test func `any number of workers and any pieces give the same rows and findings`() async throws {
    var text = "Mã xã,Số hộ,Ngày\n"
    var wanted: [[String?]] = []
    for row in 0..<400 {
      let day = row % 28 + 1
      text += row % 50 == 7 ? "lỗi\n" : "\"x\n\(row)\",\(row),\(day)/2/2024\n"
      if row % 50 != 7 { wanted.append(["x\n\(row)", "\(row)", "2024-02-\(day < 10 ? "0" : "")\(day)"]) }
    }
    let files = ["p/a1.csv": text, "p/a2.csv": "Ngày,Mã xã,Số hộ\n29/2/2024,last,0\n"]
    let whole = try await outcome(pipeline("a*.csv"), files, workers: 1)
    #expect(whole.rows == wanted + [["last", "0", "2024-02-29"]])
    #expect(whole.findings.count == 8)
    for workers in [1, 2, 7] {
      for (piece, batch) in [(1, 1), (64, 3), (1000, 1024)] {
        let options = ["piece_bytes: \(piece)", "batch_rows: \(batch)"]
        let cut = try await outcome(pipeline("a*.csv", options[0], options[1]), files, workers: workers)
        #expect(cut == whole, "\(workers) workers, pieces of \(piece), batches of \(batch)")
      }
    }
  }
}
