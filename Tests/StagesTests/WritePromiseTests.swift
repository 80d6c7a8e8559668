import StageTestKit
import Testing

/// What is written by `rows.write` is what `csv.read` and `json.read` read, cell by cell.
@Suite struct WritePromiseTests {
  private static let columns =
    "mã: { role: code }, \"tên, họ\": {}, n: { type: int, role: count }, tiền: { type: decimal, scale: 2, role: amount }, x: { type: decimal, scale: 9, role: amount }, có: { type: bool }, ngày: { type: date }"
  private static let head = "mã,\"tên, họ\",n,tiền,x,có,ngày"
  private static let texts = [
    "Xã Mẫu", "a,b", "nói \"vâng\"", "hai\ndòng", "hai\r\ndòng", "=1+1", "+84123", "-5", "@x", "\"", ",",
    "\\", "\\n",
    "\u{1F600}", "hoà", "ho\u{300}a", "null", "true", "1e5", "'", "''", "\t", "{\"a\":1}", "[1]", "//",
    "\u{1}", "\u{7F}",
    "\u{2028}", "..x", "0", "00", "1.0",
  ]
  private static func rows(_ seed: Int, _ count: Int) -> [[String]] {
    var dice = Dice(seed)
    func gap(_ dice: inout Dice, _ cell: String) -> String { dice.below(8) == 0 ? "" : cell }
    return (0..<count).map { number in
      [
        gap(&dice, dice.one(["00001", "1", "0", "000434081656"])),
        gap(&dice, number < texts.count ? texts[number] : dice.one(texts) + dice.one(texts)),
        gap(&dice, dice.one(["0", "-1", "9223372036854775807", "-9223372036854775807", "12"])),
        gap(&dice, dice.one(["0.00", "-0.01", "92233720368547758.07", "100.10", "5.50"])),
        gap(&dice, dice.one(["0.000000001", "-9.999999999", "1.000000000"])),
        gap(&dice, dice.one(["0", "1"])),
        gap(&dice, dice.one(["2024-02-29", "1900-01-01", "9999-12-31"])),
      ]
    }
  }
  private func write(_ with: String, _ rows: [[String]], batch: Int = 50, workers: Int = 2) async throws
    -> RowRun
  {
    try await RowRun(
      RowRun.read("out", Self.columns, rows: batch)
        + "  - { id: ghi, use: rows.write, from: out, with: { \(with) } }",
      ["out.csv": RowRun.csv(Self.head, rows)], workers: workers)
  }
  private func again(_ stage: String, _ name: String, _ text: String) async throws -> RowRun {
    try await RowRun(
      "  - { id: out, use: \(stage), with: { files: \(name), schema: { columns: { \(Self.columns) } } } }\n",
      [name: text])
  }

  @Test(arguments: 0..<4) func `a CSV file is read as it was written`(_ seed: Int) async throws {
    let written = try await write("file: a.csv", Self.rows(seed, 120))
    let text = try #require(written.output["office/a.csv"])
    let found = try await again("csv.read", "a.csv", text)
    #expect(found.names == written.names && found.rows == written.rows && written.rows.count == 120)
    #expect(found.findings.filter { !$0.contains("csv.guessed") }.isEmpty, "\(found.findings)")
    // Written once more it is the same, byte by byte.
    let twice = try await RowRun(
      "  - { id: out, use: csv.read, with: { files: a.csv, schema: { columns: { \(Self.columns) } } } }\n"
        + "  - { use: rows.write, from: out, with: { file: b.csv } }", ["a.csv": text])
    #expect(twice.output["office/b.csv"] == text)
  }
  @Test(arguments: 0..<4) func `an NDJSON file is read as it was written`(_ seed: Int) async throws {
    let written = try await write("file: a.ndjson", Self.rows(seed, 120))
    let text = try #require(written.output["office/a.ndjson"])
    #expect(text.split(separator: "\n").count == 120 && text.hasSuffix("}\n"))
    let found = try await again("json.read", "a.ndjson", text)
    #expect(found.names == written.names && found.rows == written.rows)
    #expect(found.findings.isEmpty, "\(found.findings)")
  }
  @Test(arguments: ["a.csv", "a.ndjson"]) func `how rows are cut changes no byte`(_ name: String) async throws
  {
    let rows = Self.rows(9, 200)
    let whole = try await write("file: \(name)", rows, batch: 1000, workers: 1).output["office/\(name)"]
    for (batch, workers) in [(1, 1), (7, 2), (64, 7)] {
      #expect(
        try await write("file: \(name)", rows, batch: batch, workers: workers).output["office/\(name)"]
          == whole)
    }
  }
  @Test func `nothing of the rows is ever public`() async throws {
    let written = try await write("file: x/y.csv", Self.rows(1, 5))
    #expect(written.output["office/x/y.csv"] != nil)
    #expect(written.output.paths.allSatisfy { !$0.hasPrefix("public/") })
  }
  @Test func `some columns are written in the order asked for`() async throws {
    let rows = [["00001", "a", "1", "2.00", "0.500000000", "1", "2024-01-01"]]
    let written = try await write("columns: [ngày, mã, có]", rows)
    #expect(written.output["office/ghi.csv"] == "ngày,mã,có\n2024-01-01,00001,1\n")
    let lines = try await write("format: ndjson, columns: [x, n, có]", rows)
    let text = lines.output.paths.first { $0.hasPrefix("office/ghi") }.flatMap { lines.output[$0] }
    #expect(text == "{\"x\":0.500000000,\"n\":1,\"có\":true}\n")
  }
  @Test(
    arguments: [
      ("=1+1", "'=1+1"), ("+84", "'+84"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("a=1", "a=1"),
      ("'x", "'x"),
      ("5", "5"), ("x", "x"),
    ] as [(String, String)]) func `a text that may be a formula is marked when asked`(
      _ text: String, _ marked: String
    ) async throws
  {
    let rows = [["00001", text, "-1", "-2.00", "", "1", ""]]
    let safe = try await write("spreadsheet_safe: true, columns: [\"tên, họ\", n, tiền]", rows)
    #expect(safe.output["office/ghi.csv"] == "\"tên, họ\",n,tiền\n\(marked),-1,-2.00\n")
    let plain = try await write("columns: [\"tên, họ\", n, tiền]", rows)
    #expect(plain.output["office/ghi.csv"] == "\"tên, họ\",n,tiền\n\(text),-1,-2.00\n")
  }
}
