import Foundation
import Testing

@testable import Commands

@Suite struct InferTests {
  let folder: TemporaryFolder
  init() throws {
    folder = try TemporaryFolder([
      "ho.csv": "Mã xã,Số hộ\n00001,5\n00002,\n", "ho.ndjson": "{\"n\":1}\n", "trong.csv": "",
      "ten-cot.csv": "Mã xã,Số hộ\n", "p.yaml": "pipeline: t\nsteps: []\n",
    ])
  }

  @Test func `a schema is written with its evidence`() async {
    let found = await outcome("infer \(folder.path)/ho.csv --lang vi")
    #expect(found.status == 0 && found.err.isEmpty)
    #expect(
      found.out == """
        # Đề xuất từ cả 2 dòng của ho.csv.
        # Mọi cột là protected hoặc personal; chỉ người hiểu số liệu mới đặt public.
        # use: csv.read, with: { files: …, schema: … }
        columns:
          # 2 trong 2 ô có giá trị chỉ gồm chữ số, 2 ô có số 0 ở đầu: là mã, giữ là chữ
          # mọi mã có 5 chữ số
          # mỗi giá trị chỉ có một lần
          ma_xa: { from: "Mã xã", role: code, digits: 5, sensitivity: protected }
          # 1 trong 1 ô có giá trị là số nguyên
          # 1 ô trống
          so_ho: { from: "Số hộ", type: int, role: count, sensitivity: protected }

        """)
    #expect(
      await outcome("infer \(folder.path)/ho.csv --lang en").out.contains("1 of 1 filled cells are whole"))
  }
  @Test func `programs get one JSON value`() async throws {
    let found = await outcome("infer \(folder.path)/ho.ndjson --format json --lang en")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(found.out.utf8)) as? [String: Any])
    #expect(
      json["rows"] as? Int == 1 && json["use"] as? String == "json.read" && json["whole"] as? Bool == true)
    let columns = try #require(json["columns"] as? [[String: Any]])
    #expect(columns.map { $0["type"] as? String } == ["int"])
    #expect(
      (json["schema"] as? String)?.hasSuffix("n: { type: int, role: count, sensitivity: protected }\n")
        == true)
  }
  @Test func `only so many rows are read as are asked for`() async {
    let found = await outcome("infer \(folder.path)/ho.csv --rows 1 --lang en")
    #expect(found.out.hasPrefix("# Proposed from the first 1 rows of ho.csv."))
    #expect(await outcome("infer \(folder.path)/ho.csv --rows 0").status == 64)
  }
  @Test func `a file that is not there is said with the nearest, and one without data with its place`() async
  {
    let absent = await outcome("infer \(folder.path)/hoo.csv --lang en")
    #expect(absent.status == 2 && absent.err.contains("did you mean 'ho.csv'?"), "\(absent.err)")
    let empty = await outcome("infer \(folder.path)/trong.csv --lang en")
    #expect(empty.status == 1 && empty.err.contains("trong.csv:1:1: error: the file is empty"))
  }
  @Test(arguments: [
    ("ten-cot.csv", "ten-cot.csv:2:1: error: no row follows the header"),
    ("p.yaml", "p.yaml:1:1: error: this file is YAML"),
  ]) func `of a file without rows nothing is proposed`(_ file: String, _ message: String) async {
    let found = await outcome("infer \(folder.path)/\(file) --lang en")
    #expect(found.status == 1 && found.out.isEmpty && found.err.contains(message), "\(found.err)")
  }
}
