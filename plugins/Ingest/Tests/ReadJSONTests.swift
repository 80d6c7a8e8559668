import Diagnostics
import Ingest
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

@Suite struct ReadJSONTests {
  @Test func `mistakes in options are told at their place`() {
    expectOptions(
      of: ReadJSON.self,
      """
      files: a.json
      1️⃣separator: ";"
      schema: { columns: { a: { type: 2️⃣number } } }
      batch_rows: 3️⃣many
      """,
      find: [
        (1, "unknown option 'separator' — there are: files, schema, form, batch_rows, piece_bytes"),
        (2, "option 'type': expected one of int, decimal, double, text, bool, date, found 'number'"),
        (3, "option 'batch_rows': expected a whole number, found 'many'"),
      ])
    expectOptions(
      of: ReadJSON.self, "1️⃣files: a.json", find: [(1, "missing option 'schema'")])
  }
  @Test func `a schema that cannot be meant is told when the step is planned`() {
    expectPlan(
      """
      pipeline: t
      steps:
        - use: json.read
          with: { files: 1️⃣x/*.json, schema: { columns: { a: { scale: 2️⃣1 }, b: { type: int } } } }
      """, of: testStages,
      find: [(1, "no file matches 'x/*.json'"), (2, "column 'a': only the type decimal has a 'scale'")])
  }
  @Test func `the schema says who may see, and what it does not say is protected`() throws {
    let pipeline = """
      pipeline: t
      steps:
        - id: read
          use: json.read
          with:
            files: a.json
            schema: { columns: { a: { sensitivity: public }, b: {}, c: { sensitivity: personal } } }
      """
    let checked = try checkPipeline(
      "t.yaml", stages: testStages, files: .memory(["t.yaml": pipeline, "a.json": ""]))
    #expect(checked["read"]?.schema?.fields.map(\.sensitivity) == [.public, .protected, .personal])
    #expect(checked["read"]?.kind == "source")
  }
  @Test func `its words are those of JSON and of schemas`() {
    #expect(ReadJSON.explanations.contains { $0.code == "json.duplicate-key" })
    #expect(ReadJSON.explanations.contains { $0.code == "schema.twice" })
    #expect(!ReadJSON.explanations.contains { $0.code.hasPrefix("csv.") })
  }
}

@Suite struct RunJSONTests {
  private func pipeline(_ files: String, _ options: String...) -> String {
    """
    pipeline: t
    steps:
      - id: read
        use: json.read
        with:
          files: \(files)
          schema:
            columns:
              code: { role: code, required: true }
              households: { from: hộ, type: int, role: count, optional: true }
              area: { type: decimal, scale: 2, role: amount, unit: km² }
          \(options.joined(separator: "\n      "))
      - use: rows.take
    """
  }

  @Test func `lists are read one after another`() async throws {
    let found = try await outcome(
      pipeline("[b.json, a.json]"),
      [
        "p/a.json": "[{\"area\": 1e1, \"code\": \"00003\", \"z\": {\"x\": [1]}}]",
        "p/b.json":
          "\u{FEFF}[\n {\"code\": \"00001\", \"hộ\": 1258, \"area\": 0.1},\n {\"code\": \"00002\", \"hộ\": null, \"area\": null}]\n",
      ])
    #expect(
      found
        == Outcome(rows: [["00001", "1258", "0.10"], ["00002", nil, nil], ["00003", nil, "10.00"]]))
  }
  @Test func `what is wrong with an item is told with its file and line, and the others are kept`()
    async throws
  {
    let items = [
      "{\"code\": \"1\", \"area\": 0.125}", "{\"code\": 2, \"area\": 1}", "{\"code\": \"\", \"area\": 1}",
      "{\"code\": \"4\", \"area\": 1, \"area\": 2}", "{\"code\": \"5\"}", "[]",
      "{\"code\": \"7\", \"area\": 7}",
    ]
    let found = try await outcome(pipeline("a.json"), ["p/a.json": "[\n\(items.joined(separator: ",\n"))\n]"])
    #expect(found.rows == [["1", nil, nil], [nil, nil, "1.00"], ["7", nil, "7.00"]])
    #expect(
      found.findings == [
        "p/a.json:2 json.value area", "p/a.json:3 json.value code", "p/a.json:4 json.required code",
        "p/a.json:5 json.duplicate-key", "p/a.json:6 json.missing-member area", "p/a.json:7 json.not-object",
      ])
  }
  @Test(arguments: [
    ("{\"code\": \"1\"}", "step 'read' gave 0 rows, and at least 1 are expected"),
    ("[{\"code\": \"1\", ", "p/a.json:1:2: the file ends before the item that begins here is closed"),
    ("[]", "step 'read' gave 0 rows, and at least 1 are expected"),
  ])
  func `a file that holds no list stops the run with its place`(_ text: String, _ message: String)
    async throws
  {
    let found = try await outcome(pipeline("a.json"), ["p/a.json": text])
    #expect(found.failure?.hasPrefix(message) == true, "\(found.failure ?? "")")
  }
  @Test func `any number of workers and any pieces give the same rows and findings`() async throws {
    let items = (0..<300).map { row in
      row % 60 == 5 ? "\(row)" : "{\"code\": \"x,]}\\\"\(row)\",\n\"hộ\": \(row), \"area\": \(row).5}"
    }
    let files = [
      "p/a.json": "[\(items.joined(separator: ",\n"))]", "p/b.json": "[{\"code\":\"last\",\"area\":1}]",
    ]
    let whole = try await outcome(pipeline("[a.json, b.json]"), files, workers: 1)
    #expect(whole.rows.count == 296)
    #expect(whole.rows.last == ["last", nil, "1.00"])
    #expect(whole.findings.count == 5)
    for workers in [1, 2, 7] {
      for (piece, batch) in [(1, 1), (64, 3), (1000, 1024)] {
        let options = ["piece_bytes: \(piece)", "batch_rows: \(batch)"]
        let cut = try await outcome(
          pipeline("[a.json, b.json]", options[0], options[1]), files, workers: workers)
        #expect(cut == whole, "\(workers) workers, pieces of \(piece), batches of \(batch)")
      }
    }
  }
}
