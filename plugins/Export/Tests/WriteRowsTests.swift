import Diagnostics
import StageKit
import StageTestKit
import Synchronization
import Tables
import Testing

@testable import Export

@Suite struct WriteRowsTests {
  private func steps(_ with: String, _ give: String = "rows: 5") -> String {
    "  - { use: rows.give, with: { \(give) } }\n  - { id: viet, use: rows.write, with: { \(with) } }"
  }

  @Test func `rows are written as CSV, with exact decimals, ISO days and empty missing cells`() async throws {
    let found = try await published(steps(""))
    #expect(found.paths == ["office/viet.csv"])
    #expect(
      found["office/viet.csv"] == """
        mã,"tên, họ",n,tiền,nghèo,ngày,x
        00,Mẫu 0,-1,0.00,1,2024-10-04,0.0
        01,=1+1,0,10.05,0,2024-10-05,0.5
        02,"",1,20.10,1,2024-10-06,1.0
        03,"a""b
        ",,,,,
        04,"Xã, Huyện",3,40.20,1,2024-10-08,2.0

        """)
  }
  @Test func `rows are written as NDJSON, with null for a missing cell`() async throws {
    let found = try await published(
      steps("file: huyện/a.ndjson, columns: [n, tiền, ngày, \"tên, họ\", nghèo]", "rows: 4"))
    #expect(
      found["office/huyện/a.ndjson"] == """
        {"n":-1,"tiền":0.00,"ngày":"2024-10-04","tên, họ":"Mẫu 0","nghèo":true}
        {"n":0,"tiền":10.05,"ngày":"2024-10-05","tên, họ":"=1+1","nghèo":false}
        {"n":1,"tiền":20.10,"ngày":"2024-10-06","tên, họ":"","nghèo":true}
        {"n":null,"tiền":null,"ngày":null,"tên, họ":"a\\"b\\n","nghèo":null}

        """)
  }
  @Test func `for spreadsheets, formulas are marked and UTF-8 is told`() async throws {
    let found = try await published(
      steps("spreadsheet_safe: true, byte_order_mark: true, columns: [\"tên, họ\", n]", "rows: 2"))
    let text = try #require(found["office/viet.csv"])
    #expect(text.utf8.elementsEqual("\u{FEFF}\"tên, họ\",n\nMẫu 0,-1\n'=1+1,0\n".utf8))
  }
  @Test(arguments: ["", "file: b.txt, format: ndjson"]) func `no rows make a file all the same`(
    _ with: String
  )
    async throws
  {
    let text = """
        - { use: rows.give, with: { rows: 0 }, expect: { min_rows: 0 } }
        - { id: viet, use: rows.write, with: { \(with) } }
      """
    let found = try await published(text)
    #expect(found["office/b.txt"] == (with.isEmpty ? nil : ""))
    #expect(found["office/viet.csv"] == (with.isEmpty ? "mã,\"tên, họ\",n,tiền,nghèo,ngày,x\n" : nil))
  }
  @Test(arguments: ["csv", "ndjson"])
  func `any workers and any size of batches give the same bytes, in order`(
    _ format: String
  ) async throws {
    let whole = try await published(steps("file: a, format: \(format)", "rows: 3000, batch_rows: 3000"))[
      "office/a"]
    #expect(whole?.split(separator: "\n").count ?? 0 >= 3000)
    for workers in [1, 2, 7] {
      for size in [1, 64, 1024] {
        let give = "rows: 3000, batch_rows: \(size)"
        let cut = try await published(steps("file: a, format: \(format)", give), workers: workers)["office/a"]
        #expect(cut == whole, "\(workers) workers, batches of \(size)")
      }
    }
  }
  @Test func `a table is written as rows are, and beside another sink`() async throws {
    let found = try await published(
      """
        - { id: in, use: rows.give, with: { rows: 9000 } }
        - { id: bang, use: table.keep }
        - { id: a, use: rows.write, from: in }
        - { id: b, use: rows.write, from: bang }
        - { id: c, use: rows.write, from: in }
      """)
    #expect(found.paths == ["office/a.csv", "office/b.csv", "office/c.csv"])
    #expect(found["office/a.csv"] == found["office/b.csv"] && found["office/c.csv"] == found["office/b.csv"])
  }
  @Test func `a file is never in memory as a whole`() async throws {
    var planning = Planning(
      step: "viet", range: nil, pipeline: PipelineInfo(name: "t"), loader: DocumentLoader(files: .memory([:]))
    )
    let work = WriteRows(WriteRows.Options()).plan(Shapes(GiveRows.schema), &planning)
    let sizes = Mutex<[Int]>([])
    let staging = Staging {
      []
    } put: { (_, _) in
    } add: { (_, bytes) in
      sizes.withLock { $0.append(bytes.count) }
    }
    let rows = Rows(GiveRows.schema) { (body) throws(StageError) in
      for start in stride(from: 0, to: 200_000, by: 10_000) {
        try body(GiveRows.batch(start..<start + 10_000))
      }
    }
    try await work.run(Given(rows), staging)
    let all = sizes.withLock { $0 }
    #expect(all.reduce(0, +) > 5 << 20 && all.allSatisfy { $0 < 2 << 20 })
  }

  @Test(
    arguments: [
      (
        "columns: [n, 1️⃣m, 2️⃣n]",
        [(1, "no column 'm' — did you mean 'mã'?"), (2, "the column 'n' is named twice")]
      ),
      ("columns: 1️⃣[]", [(1, "there is no column to write")]),
      ("file: 1️⃣run.json", [(1, "'run.json' is written by the program itself")]),
      ("file: 1️⃣rejected/a.csv", [(1, "'rejected/a.csv' is written by the program itself")]),
      ("file: 1️⃣../a.csv", [(1, "'../a.csv' is no file inside office/")]),
      ("file: 1️⃣/a.csv", [(1, "'/a.csv' is no file inside office/")]),
      (
        "format: ndjson, spreadsheet_safe: 1️⃣true, byte_order_mark: 2️⃣true",
        [(1, "this is for csv alone"), (2, "this is for csv alone")]
      ),
    ] as [(String, [(Int, String)])])
  func `mistakes are told at their place`(_ with: String, _ expected: [(Int, String)]) {
    expectPlan("pipeline: t\nsteps:\n\(steps(with))", of: testStages, find: expected)
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: WriteRows.self, "format: 1️⃣xlsx\ncolumns: 2️⃣a\n3️⃣folder: b",
      find: [
        (1, "option 'format': expected one of csv, ndjson, found 'xlsx'"),
        (2, "option 'columns': expected a list, found 'a'"), (3, "unknown option 'folder'"),
      ])
  }
  @Test func `rows never reach everybody by it`() { #expect(WriteRows.audience == .office) }
}
