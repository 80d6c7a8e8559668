import Diagnostics
import Ingest
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// The files that people send, and what each gives: a finding with its place and exact counts, or a stop with its place.
@Suite struct BadInputTests {
  /// One file and what a run of it gives.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// Each as `record:line:column code`.
    var findings: [String] = []
    /// Rows read, kept, rejected and left out.
    var balance: [Int] = []
    /// Why the run stops; `nil` when it does not.
    var stop: String?
    var testDescription: String { name }
  }
  private static let schema = """
    { date_style: vi, columns: {
      code: { role: code, digits: 5, required: true },
      n: { type: int, role: count },
      day: { type: date } } }
    """
  private static let head = "code,n,day\n"
  private static let row = "00001,1,05/12/2024\n"
  private static let json = #"{"code":"00001","n":1,"day":"05/12/2024"}"# + "\n"

  static let csv = [
    Case(
      name: "cut inside a quoted field", text: head + row + "00002,\"2\n",
      stop: "a.csv:3:7: the quote that is opened here is never closed"),
    Case(
      name: "wrong field counts", text: head + row + "00002,2\n00003,3,,\n",
      findings: ["3:3:- csv.fields", "4:4:- csv.fields"],
      balance: [3, 1, 2, 0]),
    Case(
      name: "cut within a row", text: head + row + "00002,2", findings: ["3:3:- csv.cut-off"],
      balance: [2, 1, 1, 0]),
    Case(
      name: "text after a closing quote", text: head + row + "00002,\"2\"3,\n",
      findings: ["3:3:n csv.quote"], balance: [2, 1, 1, 0]),
    Case(
      name: "NUL bytes", text: head + "00\0002,2,\n" + row, findings: ["2:2:code csv.encoding"],
      balance: [2, 1, 1, 0]),
    Case(
      name: "mixed line ends", text: head + row + "00002,2,\r\n00003,3,\r\n",
      findings: ["-:3:- csv.mixed-line-ends"], balance: [3, 3, 0, 0]),
    Case(
      name: "30 February", text: head + row + "00002,2,30/02/2024\n00003,3,3/2/2024\n",
      findings: ["3:3:day csv.value"], balance: [3, 3, 0, 0]),
    Case(
      name: "number overflow", text: head + "00002,9223372036854775808,\n00003,9223372036854775807,\n",
      findings: ["2:2:n csv.value"], balance: [2, 2, 0, 0]),
    Case(
      name: "a number that reads two ways", text: head + "00002,3.675,\n", findings: ["2:2:n csv.value"],
      balance: [1, 1, 0, 0]),
    Case(
      name: "a lost zero", text: head + "2,2,\n", findings: ["2:2:code csv.lost-zero"], balance: [1, 1, 0, 0]),
    Case(
      name: "blank lines, a cleared row and the header again",
      text: head + "\n" + row + ",,\n\n" + head + row,
      findings: ["3:4:- csv.empty-row", "4:6:- csv.repeated-header"], balance: [4, 2, 0, 2]),
    Case(
      name: "no code", text: head + row + " ,2,\n", findings: ["3:3:code csv.required"],
      balance: [2, 1, 1, 0]),
    Case(
      name: "header only", text: head, stop: "step 'read' gave 0 rows, and at least 1 are expected"),
    Case(name: "an empty file", text: "", stop: "a.csv:1:1: the file is empty"),
    Case(
      name: "a missing column", text: "code,N\n00001,1\n",
      stop: "a.csv:1:1: the header lacks the column 'n', 'day'"),
    Case(
      name: "a second row of names", text: head + "Mã,Số hộ,Ngày\n" + row,
      findings: ["-:2:- csv.second-header"], balance: [1, 1, 0, 0]),
  ]
  static let lines = [
    Case(
      name: "cut within an object", text: json + #"{"code":"00002","#, findings: ["2:2:- json.cut-off"],
      balance: [2, 1, 1, 0]),
    Case(
      name: "no objects, and NUL bytes", text: "7\n\(json)[]\n{\"code\":\"0\0\"}\n",
      findings: ["1:1:- json.not-object", "3:3:- json.not-object", "4:4:- json.syntax"],
      balance: [4, 1, 3, 0]),
    Case(
      name: "blank lines and CR LF", text: "\r\n\(json.dropLast())\r\n\r\n{}\r\n",
      findings: ["2:4:code json.missing-member"], balance: [2, 1, 1, 0]),
    Case(
      name: "30 February, overflow, a lost zero and a number for a code",
      text: #"{"code":"2","n":9223372036854775808,"day":"30/02/2024"}"# + "\n"
        + #"{"code":3,"n":null,"day":null}"#,
      findings: [
        "1:1:code json.lost-zero", "1:1:n json.value", "1:1:day json.value", "2:2:code json.value",
      ], balance: [2, 2, 0, 0]),
    Case(name: "an empty file", text: "\n", stop: "a.ndjson:1:1: the file is empty"),
  ]

  private func expect(_ bad: Case, _ use: String, _ file: String, _ bytes: [UInt8], width: Int) async throws {
    let pipeline = """
      pipeline: t
      steps:
        - { id: read, use: \(use), with: { files: \(file), piece_bytes: 8, schema: s.yaml } }
        - use: rows.take
      """
    let files = ProjectFiles.memory(bytes: [
      "p.yaml": Array(pipeline.utf8), "s.yaml": Array(Self.schema.utf8), file: bytes,
    ])
    let checked = try checkPipeline("p.yaml", stages: testStages, files: files)
    let output = MemoryOutput()
    let report = await Runner(checked, files: files, width: width).run(into: output.output)
    #expect(report.failure?.message.en == bad.stop)
    #expect(report.failure.map { $0.cause == .data } ?? true)
    guard bad.stop == nil else { return }
    let found = report.findings.steps["read"]
    func word<T>(_ value: T?) -> String { value.map { "\($0)" } ?? "-" }
    #expect(
      found?.kept.map { "\(word($0.record)):\($0.line):\(word($0.column)) \($0.code)" } ?? [] == bad.findings)
    #expect(found?.counts.values.reduce(0, +) ?? 0 == bad.findings.count)
    let step = try #require(report.steps.first)
    #expect([step.rowsIn, step.rowsOut, step.rowsRejected, step.rowsDropped] == bad.balance)
    #expect(report.rejected.reduce(0) { $0 + $1.rows } == bad.balance[2])
  }
  @Test(arguments: csv, [1, 3]) func `a CSV file gives this`(_ bad: Case, _ width: Int) async throws {
    try await expect(bad, "csv.read", "a.csv", Array(bad.text.utf8), width: width)
  }
  @Test(arguments: lines, [1, 3]) func `an NDJSON file gives this`(_ bad: Case, _ width: Int) async throws {
    try await expect(bad, "json.read", "a.ndjson", Array(bad.text.utf8), width: width)
  }
  @Test func `bytes that are not UTF-8 reject their row, of both`() async throws {
    let csv = Array(Self.head.utf8) + Array("0000".utf8) + [0xE1, 0xBA] + Array(",1,\n\(Self.row)".utf8)
    try await expect(
      Case(name: "", text: "", findings: ["2:2:code csv.encoding"], balance: [2, 1, 1, 0]), "csv.read",
      "a.csv",
      csv, width: 2)
    let lines = Array(#"{"code":"0"#.utf8) + [0xE1, 0xBA] + Array("\"}\n\(Self.json)".utf8)
    try await expect(
      Case(name: "", text: "", findings: ["1:1:- json.syntax"], balance: [2, 1, 1, 0]), "json.read",
      "a.ndjson",
      lines, width: 2)
  }
  @Test func `rejected lines of NDJSON come back as NDJSON, byte for byte`() async throws {
    let pipeline = """
      pipeline: t
      steps:
        - { id: read, use: json.read, with: { files: d/ho.ndjson, schema: s.yaml } }
        - use: rows.take
      """
    let bad = ["{ \"code\" : \"\" ,\t\"n\":1,\"day\":\"\"}", "[\"á\"]", "{\"code\":\"00002\",\"n"]
    let text = "\(bad[0])\r\n\(Self.json)\(bad[1])\n\n\(bad[2])"
    let files = ProjectFiles.memory([
      "p.yaml": pipeline, "s.yaml": Self.schema, "d/ho.ndjson": text,
    ])
    let checked = try checkPipeline("p.yaml", stages: testStages, files: files)
    let output = MemoryOutput()
    #expect(await Runner(checked, files: files, width: 2).run(into: output.output).failure == nil)
    #expect(output["office/rejected/ho.ndjson"] == "\(bad[0])\r\n\(bad[1])\n\(bad[2])\n")
    #expect(output["office/rejected/ho.reasons.csv"]?.contains("\r\n4,5,read,json.cut-off,") == true)
  }
}

/// The same rows, whatever the form of the file.
@Suite struct SameRowsTests {
  private static let count = 500
  private static let schema = """
    { date_style: vi, columns: { code: { role: code, digits: 6 }, name: { sensitivity: personal }, n: { type: int },
      d: { type: decimal, scale: 2 }, f: { type: bool }, day: { type: date }, x: { type: double, optional: true } } }
    """
  private func rows(_ file: String, _ text: String, _ options: String = "") async throws -> Outcome {
    let use = file.hasSuffix("csv") ? "csv.read" : "json.read"
    return try await outcome(
      "pipeline: t\nsteps:\n  - { id: read, use: \(use), with: { files: \(file), schema: s.yaml\(options) } }\n  - use: rows.take\n",
      ["p/s.yaml": Self.schema, "p/\(file)": text])
  }
  /// The cells of a row: as CSV has them, and as JSON has them.
  private func cells(_ row: Int) -> [(csv: String, json: String)] {
    let name = row % 3 == 0 ? "Nguyễn \"\(row)\", Mẫu" : "H'\(row)"
    let quoted = name.replacing("\"", with: "\\\"")
    let day = "\(row % 28 + 1)/\(row % 12 + 1)/2024"
    func cell(_ text: String) -> (csv: String, json: String) { row % 7 == 5 ? ("", "null") : (text, text) }
    return [
      ("\(100_000 + row)", "\"\(100_000 + row)\""),
      ("\"\(name.replacing("\"", with: "\"\""))\"", "\"\(quoted)\""), cell("\(row - 250)"),
      cell("\(row).\(row % 10)"),
      row % 7 == 5 ? ("", "\"\"") : (row % 2 == 0 ? "1" : "0", row % 2 == 0 ? "true" : "false"),
      (day, "\"\(day)\""),
    ]
  }

  @Test func `CSV, NDJSON and a JSON list of the same data give the same rows`() async throws {
    let names = ["code", "name", "n", "d", "f", "day"]
    let all = (0..<Self.count).map { cells($0) }
    let objects = all.map { row in
      "{" + zip(names, row).map { "\"\($0)\":\($1.json)" }.joined(separator: ",") + "}"
    }
    let csv = ([names.joined(separator: ",")] + all.map { $0.map(\.csv).joined(separator: ",") })
      .joined(separator: "\n")
    let want = try await rows("a.csv", csv)
    #expect(want.rows.count == Self.count && want.findings.isEmpty && want.failure == nil)
    for options in ["", ", piece_bytes: 100, batch_rows: 7"] {
      #expect(try await rows("a.ndjson", objects.joined(separator: "\n"), options) == want)
      #expect(try await rows("a.json", "[\(objects.joined(separator: ",\n"))]", options) == want)
    }
  }
}
