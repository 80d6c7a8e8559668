import Diagnostics
import Formats
import StageKit
import StageTestKit
import Testing

/// A schema that is proposed for a file is one by which the file is read.
@Suite struct InferredSchemaTests {
  private func read(_ file: String, _ bytes: [UInt8]) async throws -> Outcome {
    let files = ProjectFiles.memory(bytes: [file: bytes])
    let schema = try SchemaGuess(file, in: files).yaml(.vi)
    let use = file.hasSuffix("csv") ? "csv.read" : "json.read"
    return try await outcome(
      "pipeline: t\nsteps:\n  - { id: read, use: \(use), with: { files: \(file), schema: s.yaml } }\n  - use: rows.take\n",
      ["p/s.yaml": schema, "p/\(file)": String(decoding: bytes, as: UTF8.self)])
  }

  @Test func `a district's export is read by what is proposed for it`() async throws {
    let found = try await read("ho.csv", try DistrictExportTests.export())
    #expect(found.failure == nil)
    #expect(found.rows.count == 7)
    #expect(
      found.rows[0] == [
        "2024-12-05", "Lê Mẫu Một", "00012345", "có", "Nam", "4", "Cần rà soát", "125", "40", "Hộ nghèo",
        "Cán bộ A",
      ])
    #expect(found.rows[3][7] == nil && found.rows[3][0] == nil)
    #expect(
      found.findings.filter { $0.contains("value") || $0.contains("lost-zero") } == [
        "p/ho.csv:5 csv.lost-zero family_code", "p/ho.csv:8 csv.value date",
        "p/ho.csv:11 csv.value b1point",
      ])
  }
  @Test func `a count that reads two ways is left as text in the district's export`() throws {
    let files = ProjectFiles.memory(bytes: ["ho.csv": try DistrictExportTests.export()])
    let schema = try SchemaGuess("ho.csv", in: files).yaml(.en)
    #expect(schema.contains("is 3.675 the number 3675"))
    #expect(schema.contains("label: \"Số nhân khẩu\", sensitivity: protected }"))
  }
  @Test func `numbers and words of every kind are read by what is proposed for them`() async throws {
    let csv =
      "Mã;Tên xã;Tổng số hộ;Tỷ lệ (%);Ngày;Có điện\n01;Xã A;1.258;0,96;05/12/2024;Có\n02;Xã B;..;12,5;3/2/2024;Không\n"
    let found = try await read("a.csv", Array(csv.utf8))
    #expect(found.failure == nil && found.findings == ["p/a.csv:1 csv.guessed"])
    #expect(
      found.rows == [
        ["01", "Xã A", "1258", "0.96", "2024-12-05", "có"],
        ["02", "Xã B", nil, "12.50", "2024-02-03", "không"],
      ])
  }
  @Test func `NDJSON is read by what is proposed for it`() async throws {
    let lines =
      "{\"Mã \\\"x\\\"\":\"01\",\"n\":1,\"d\":0.5,\"z\":[1]}\n{\"Mã \\\"x\\\"\":\"02\",\"n\":null,\"d\":7,\"o\":true,\"z\":[]}\n"
    let found = try await read("a.ndjson", Array(lines.utf8))
    #expect(found == Outcome(rows: [["01", "1", "0.5", nil], ["02", nil, "7.0", "có"]]))
  }
}
