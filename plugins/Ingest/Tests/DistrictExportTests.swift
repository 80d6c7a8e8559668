import Diagnostics
import Foundation
import Ingest
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// A district's export in its real shape, with invented rows: two rows of names, everything text, both rows of names again
/// among the rows, exact copies, blanks, and rows that are spoiled.
@Suite struct DistrictExportTests {
  static let schema = """
    number_style: vi
    date_style: vi
    columns:
      date: { type: date }
      name: { from: family.hostName, sensitivity: personal }
      code: { from: family.code, role: code, digits: 8, sensitivity: personal }
      local: { from: family.coDanTocTaiCho, type: bool, role: flag }
      gender: { from: family.hostGender, sensitivity: personal }
      members: { from: family.numberOfMembers, type: int, role: count }
      b1: { from: b1Point, type: int, role: amount }
      b2: { from: b2Point, type: int, role: amount }
      class: { from: classify, role: label, required: true }

    """
  static let pipeline = """
    pipeline: t
    steps:
      - { id: read, use: csv.read, with: { files: data/ho.csv, schema: s.yaml } }
      - use: rows.take

    """
  static func export() throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    let project = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](
      try Data(contentsOf: project.appendingPathComponent("Tests/FormatsTests/Exports/ho-huyen-mau.csv")))
  }
  /// What the run of the pipeline gave, and what it wrote.
  private func run(
    _ data: [UInt8], _ schema: String = schema, width: Int
  ) async throws -> (Table?, RunReport, MemoryOutput) {
    let files = ProjectFiles.memory(bytes: [
      "p.yaml": Array(Self.pipeline.utf8), "s.yaml": Array(schema.utf8), "data/ho.csv": data,
    ])
    let checked = try checkPipeline("p.yaml", stages: testStages, files: files)
    let output = MemoryOutput()
    let runner = Runner(checked, files: files, width: width)
    let report = await runner.run(into: output.output)
    return (report.failure == nil ? try await runner.value(of: "read") as? Table : nil, report, output)
  }

  static let rows: [[String?]] = [
    ["2024-12-05", "Lê Mẫu Một", "00012345", "có", "Nam", "4", "125", "40", "Hộ nghèo"],
    ["2024-12-05", "Lê Mẫu Một", "00012345", "có", "Nam", "4", "125", "40", "Hộ nghèo"],
    ["2024-02-03", "Hoà Mẫu Hai", "12346", "không", "Nữ", "3", nil, nil, "Hộ cận nghèo"],
    [nil, "Hòa Mẫu Ba", "00012347", nil, nil, "2", nil, nil, "Hộ không nghèo"],
    [nil, "Trần Mẫu Bốn", "00012348", "có", "Nam", "1258", "130", "20", "Hộ nghèo"],
    ["2024-12-06", "Phạm Mẫu Năm", "00012349", "có", "Nam", "5", nil, "0", "Hộ không nghèo"],
    ["2024-12-06", "Bùi Mẫu Tám", "0001235X", "có", "Nam", nil, "140", "30", "Hộ nghèo"],
  ]
  static let findings = [
    "2 – csv.second-header: this is a second row of names (Ngày rà soát, Chủ hộ, Mã hộ, …), and no data; left out",
    "5 5 csv.lost-zero code: the code '…' is 3 short of 8 digits; it may have lost leading zeros and stays as written",
    "8 – csv.mixed-line-ends: from this line on, lines end otherwise than before (LF, CR LF or CR)",
    "8 7 csv.value date: there is no such day as 30/02/2024",
    "9 8 csv.repeated-header: the header stands here again, left out",
    "10 9 csv.repeated-header: the header stands here again, left out",
    "11 10 csv.value b1: expected a whole number such as 1.234, found '99999999999999999999'",
    "12 11 csv.fields: 6 fields, the header has 11; add what is missing; blank fields are parted too",
    "13 12 csv.encoding name: byte 1360 of the file is not UTF-8, or is NUL; save the file as CSV UTF-8",
    "14 13 csv.empty-row: all fields are blank, left out",
    "15 14 csv.code code: expected a code of 8 digits, found '…'; it stays as written",
    "15 14 csv.value members: expected a whole number such as 1.234, found 'sáu'",
  ]

  @Test(arguments: [1, 2, 7]) func `the whole run gives these rows, findings, rejects and counts`(
    _ width: Int
  ) async throws {
    let (table, report, output) = try await run(try Self.export(), width: width)
    #expect(report.failure == nil)
    let rows = try #require(table?.rows)
    #expect((0..<rows.count).map { row in rows.columns.map { $0.shown(row) } } == Self.rows)
    // Names stay as they are written, in NFD too.
    #expect(rows.columns[1].shown(2)?.unicodeScalars.contains("\u{300}") == true)
    let found = report.findings.steps["read"]?.kept ?? []
    #expect(
      found.map {
        "\($0.line) \($0.record.map { String($0) } ?? "–") \($0.code)\($0.column.map { " \($0)" } ?? ""): \($0.message.en)"
      } == Self.findings)
    #expect(found.allSatisfy { $0.file == "data/ho.csv" })
    let step = try #require(report.steps.first)
    #expect([step.rowsIn, step.rowsOut, step.rowsRejected, step.rowsDropped] == [12, 7, 2, 3])
    let rejected = try #require(output["office/rejected/ho.csv"])
    #expect(rejected.hasPrefix("\u{FEFF}date,family.hostName") && rejected.contains("Ngày rà soát"))
    #expect(
      rejected.hasSuffix(
        "\"06/12/2024\",\"Đỗ Mẫu\0 Bảy\",\"00012351\",\"Có\",\"Nam\",\"5\",\"\",\"140\",\"30\",\"Hộ nghèo\",\"\"\n"
      ))
  }
  @Test func `a file cut within a quoted field stops the run at its place`() async throws {
    let bytes = try Self.export()
    let place = try #require(bytes.firstRange(of: Array("Bùi Mẫu".utf8))).upperBound
    let (_, report, _) = try await run(Array(bytes[..<place]), width: 2)
    #expect(
      report.failure?.message.en == "data/ho.csv:15:14: the quote that is opened here is never closed")
    #expect(report.failure?.cause == .data)
  }
  @Test(arguments: [
    ("classify", "Classify", "did you mean 'Classify'?"), ("classify", "phân loại", "there are: "),
    ("family.code", "family.\u{A0}code", "did you mean 'family.\u{A0}code'?"),
  ]) func `a column with another name stops the run and the nearest is named`(
    _ name: String, _ other: String, _ hint: String
  ) async throws {
    let text = String(decoding: try Self.export(), as: UTF8.self).replacing(name, with: other)
    let (_, report, _) = try await run(Array(text.utf8), width: 2)
    #expect(report.failure?.message.en == "data/ho.csv:1:1: the header lacks the column '\(name)'")
    #expect(report.failure?.hint?.en.hasPrefix(hint) == true, "\(report.failure?.hint?.en ?? "")")
  }
}
