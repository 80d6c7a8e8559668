import Diagnostics
import Ingest
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// Rows that the readers reject, and rows that a later step rejects, as the office gets them back.
@Suite struct RejectedRowsTests {
  /// Rejects odd numbers.
  struct RejectOdd: BatchStage {
    static let name = "rows.even"
    static let summary = Phrase(vi: "Loại số lẻ.", en: "Rejects odd numbers.")
    init(_ options: NoOptions) {}
    func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
      let column = plan.column(ColumnName("n", at: nil), in: input, as: Int64.self)
      return Planned(input) { batch, findings in
        var kept = Bitmap(repeating: true, count: batch.count)
        for (row, value) in batch[column].values.enumerated() where value % 2 != 0 {
          kept[row] = false
          findings.reject("rows.odd", row: row, of: batch, column: "n", Phrase(vi: "lẻ", en: "odd"))
        }
        return batch.keeping(kept)
      }
    }
  }
  static let schema = "{ columns: { xa: { type: text }, n: { type: int } } }"
  private func written(_ use: String, _ file: String, _ text: [UInt8], _ width: Int) async throws -> [String:
    [UInt8]]
  {
    let pipeline = """
      pipeline: t
      quarantine: { by: xa }
      steps:
        - { use: \(use), with: { files: [\(file)], schema: s.yaml } }
        - { use: rows.even }
        - { use: rows.take }
      """
    let files = ProjectFiles.memory(bytes: [
      "p.yaml": Array(pipeline.utf8), "s.yaml": Array(Self.schema.utf8), file: text,
    ])
    let checked = try checkPipeline("p.yaml", stages: testStages + [RejectOdd.self], files: files)
    let output = MemoryOutput()
    let report = await Runner(checked, files: files, width: width).run(into: output.output)
    #expect(report.failure == nil)
    return output.paths.reduce(into: [:]) { $0[$1] = Array((output[$1] ?? "").utf8) }
  }

  @Test(arguments: [1, 2, 7]) func `of CSV, under the lines that the file begins with`(_ width: Int)
    async throws
  {
    let text =
      "\u{FEFF}DANH SÁCH HỘ\r\nxa,n,ghi chú\r\nA,1,\"một\r\nhai\"\r\nA,2,\r\nB,3,\r\nB,x\r\nA,5,"
    let found = try await written("csv.read", "d/ho.csv", Array(text.utf8), width).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
    let head = "\u{FEFF}DANH SÁCH HỘ\r\nxa,n,ghi chú\r\n"
    #expect(found["office/rejected/A/ho.csv"] == head + "A,1,\"một\r\nhai\"\r\nA,5,\r\n")
    #expect(found["office/rejected/B/ho.csv"] == head + "B,3,\r\n")
    #expect(found["office/rejected/_khong-ro/ho.csv"] == head + "B,x\r\n")
    #expect(
      found["office/rejected/A/ho.reasons.csv"]
        == "\u{FEFF}record,line,step,code,column,vi,en\r\n3,3,rows.even,rows.odd,n,lẻ,odd\r\n7,8,rows.even,rows.odd,n,lẻ,odd\r\n"
    )
    #expect(found.keys.allSatisfy { !$0.hasPrefix("everybody") })
  }
  @Test(arguments: [1, 2, 7]) func `of a CSV file that is cut off, the last record as it stands`(_ width: Int)
    async throws
  {
    let found = try await written("csv.read", "d/ho.csv", Array("xa,n,ghi chú\nA,2,\n\"B\",4".utf8), width)
    let rejected = String(decoding: found["office/rejected/_khong-ro/ho.csv"] ?? [], as: UTF8.self)
    #expect(rejected == "xa,n,ghi chú\n\"B\",4\n")
  }
  @Test(arguments: [1, 2, 7]) func `of JSON, an object a line`(_ width: Int) async throws {
    let text =
      "[{\"xa\": \"A\",\n \"n\": 1}, {\"xa\": \"A\", \"n\": 2},\n{\"xa\": \"A\"}, {\"n\": 7, \"xa\": \"A\"}]"
    let found = try await written("json.read", "ho.json", Array(text.utf8), width).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(
      found["office/rejected/A/ho.ndjson"] == "{\"xa\": \"A\",  \"n\": 1}\n{\"n\": 7, \"xa\": \"A\"}\n")
    #expect(found["office/rejected/_khong-ro/ho.ndjson"] == "{\"xa\": \"A\"}\n")
  }
}
