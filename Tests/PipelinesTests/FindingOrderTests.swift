import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// What is found wrong with the data, and where.
@Suite struct FindingOrderTests {
  /// Rows of which every one is wrong in two ways.
  static let bad = ["a.txt": lines(0..<800), "b.txt": lines(800..<1500)]
  static func lines(_ range: Range<Int>) -> String {
    range.map { "xã,hộ \($0),0,\($0 % 4 == 0 ? "x" : "1")\n" }.joined()
  }
  static func text(pieceBytes: Int = 333, then expect: String = "") -> String {
    """
    pipeline: t
    steps:
      - { use: people.read, with: { files: [a.txt, b.txt], piece_bytes: \(pieceBytes) } }
      - { use: people.check, with: { column: members }, expect: { min_rows: 0 } }
      - { use: rows.write }
    """
  }

  @Test(arguments: [1, 2, 7], [20, 333, 1 << 20])
  func `findings are in the order of the files, all counted, a thousand kept`(_ width: Int, _ bytes: Int)
    async throws
  {
    let (_, report) = try await Example(Self.text(pieceBytes: bytes), files: Self.bad).run(width: width)
    let read = try #require(report.findings.steps["people.read"])
    let checked = try #require(report.findings.steps["people.check"])
    #expect(read.counts == ["people.value": 375] && read.rowsIn == 1500 && read.rowsOut == 1500)
    #expect(checked.counts == ["people.range": 1500] && checked.rowsIn == 1500 && checked.rowsOut == 0)
    let places = (0..<1500).map { $0 < 800 ? "a.txt:\($0 + 1)" : "b.txt:\($0 - 799)" }
    #expect(checked.kept.map { "\($0.file):\($0.line)" } == Array(places.prefix(1000)))
    #expect(
      read.kept.map { "\($0.file):\($0.line)" } == stride(from: 0, to: 1500, by: 4).map { places[$0] })
  }
  @Test func `the lines for the office say what was not kept`() async throws {
    let (_, report) = try await Example(Self.text(), files: Self.bad).run()
    let lines = String(decoding: report.findingLines, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 375 + 1000 + 1)
    #expect(
      lines[0]
        == #"{"step": "people.read", "code": "people.value", "file": "a.txt", "record": null, "line": 1, "column": "income", "#
        + #""vi": "không phải số: 'x'", "en": "not a number: 'x'"}"#)
    #expect(
      lines.last == #"{"step": "people.check", "code": "findings.capped", "found": 1500, "kept": 1000}"#)
  }
  @Test func `a finding has its place whoever took the rows before`() async throws {
    let text = """
      pipeline: t
      steps:
        - { id: people, use: people.read, with: { files: [a.txt, b.txt] } }
        - { id: n, use: tables.count, from: [people, people] }
        - { id: w, use: rows.write, from: n, with: { file: n.txt } }
        - { id: v, use: people.check, from: people, with: { column: members }, expect: { min_rows: 0 } }
        - { use: rows.write }
      """
    let files = ["a.txt": "a,h,0,1\na,h,1,1\n", "b.txt": "b,h,1,1\nb,h,0,1\n"]
    let (_, report) = try await Example(text, files: files).run()
    #expect(report.findings.steps["v"]?.kept.map { "\($0.file):\($0.line)" } == ["a.txt:1", "b.txt:2"])
  }
  @Test func `rows in are rows kept and rows told of`() async throws {
    let (_, report) = try await Example().run()
    let found = try #require(report.findings.steps["valid"])
    #expect(found.rowsIn == found.rowsOut + (found.counts["people.range"] ?? 0))
    #expect(report.findings.steps["people"]?.rowsOut == found.rowsIn)
  }
}
