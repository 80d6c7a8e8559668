import Foundation
import Testing

/// What `infer` proposes is taken by `check`, and reads every row of the file it was made from.
@Suite struct InferredSchemaTests {
  struct File: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// The rows as they are written again.
    let rows: String
    /// Words of the schema.
    let words: [String]
    var testDescription: String { name }
  }
  static let files = [
    File(
      name: "so.csv",
      text:
        "Mã xã,Số khẩu,Thu nhập,Ngày\n00001,4,1500.5,2024-12-01\n00002,,900,2024-12-02\n00003,3,1200.25,\n",
      rows:
        "ma_xa,so_khau,thu_nhap,ngay\n00001,4,1500.50,2024-12-01\n00002,,900.00,2024-12-02\n00003,3,1200.25,\n",
      words: ["role: code, digits: 5", "type: int", "type: decimal, scale: 2", "date_style: iso"]),
    File(
      name: "cham-phay.csv", text: "ma;so;tien\n01;1.200;\"1.258,5\"\n02;3.400;\"99,25\"\n",
      rows: "ma,so,tien\n01,1200,1258.50\n02,3400,99.25\n",
      words: ["digits: 2", "number_style: vi", "scale: 2"]),
    File(name: "crlf.csv", text: "a,b\r\n1,x\r\n2,y\r\n", rows: "a,b\n1,x\n2,y\n", words: ["a: { type: int"]),
    File(
      name: "dau.csv", text: "\u{FEFF}tên,số\nNguyễn,5\n\"Lê, \"\"Bé\"\"\",6\n",
      rows: "ten,so\nNguyễn,5\n\"Lê, \"\"Bé\"\"\",6\n", words: ["ten: { from: \"tên\"", "so: { from: \"số\""]),
    File(
      name: "ghep.csv", text: "Ho\u{323} te\u{302}n,Tuo\u{302}\u{309}i\nA,5\nB,6\n",
      rows: "ho_ten,tuoi\nA,5\nB,6\n", words: ["from: \"Họ tên\", sensitivity: personal"]),
    File(
      name: "ngay.csv", text: "ngay,x\n31/12/2024,1\n01/02/2023,2\n",
      rows: "ngay,x\n2024-12-31,1\n2023-02-01,2\n", words: ["date_style: vi"]),
    File(
      name: "trong.csv", text: "a,b\n1,\n2,\n", rows: "a,b\n1,\n2,\n",
      words: ["b: { sensitivity: protected }"]),
    File(
      name: "co-khong.csv", text: "a,b\ncó,x\nkhông,y\n", rows: "a,b\n1,x\n0,y\n",
      words: ["a: { type: bool, role: flag"]),
    File(
      name: "tieu-de.csv", text: "Danh sách hộ,,\n,,\nma,so,ten\n1,2,x\n2,3,y\n",
      rows: "ma,so,ten\n1,2,x\n2,3,y\n", words: ["so: { type: int"]),
    File(name: "mot.csv", text: "x\n5\n", rows: "x\n5\n", words: ["x: { type: int"]),
    // What does not fit in 64 bits stays the text that it is.
    File(
      name: "lon.csv", text: "n\n9223372036854775807\n9223372036854775808\n",
      rows: "n\n9223372036854775807\n9223372036854775808\n", words: ["n: { sensitivity: protected }"]),
    File(name: "am.csv", text: "n\n-5\n-3\n", rows: "n\n-5\n-3\n", words: ["n: { type: int"]),
    File(
      name: "nghin.csv", text: "n\n1.234.567\n2.345.678\n", rows: "n\n1234567\n2345678\n",
      words: ["number_style: vi"]),
    File(name: "tab.csv", text: "a\tb\n1\t2\n3\t4\n", rows: "a,b\n1,2\n3,4\n", words: ["b: { type: int"]),
    File(
      name: "dong.ndjson",
      text: "{\"a\":1,\"b\":\"x\",\"c\":null,\"d\":true}\n{\"a\":2,\"b\":\"y\",\"c\":null,\"d\":false}\n",
      rows: "a,b,c,d\n1,x,,1\n2,y,,0\n", words: ["d: { type: bool"]),
    File(
      name: "danh-sach.json", text: "[{\"a\":1.5,\"b\":\"2024-01-01\"},{\"a\":2,\"b\":\"2024-01-02\"}]\n",
      rows: "a,b\n1.5,2024-01-01\n2.0,2024-01-02\n", words: ["type: decimal, scale: 1", "date_style: iso"]),
  ]
  private static func project(_ file: File) throws -> TemporaryProject {
    let project = try TemporaryProject([file.name: file.text])
    let object = try #require(try project.json("infer \(file.name) --format json").objects.first)
    let schema = try #require(object["schema"] as? String)
    let use = try #require(object["use"] as? String)
    for word in file.words { #expect(schema.contains(word), "\(word) in \(schema)") }
    try project.write(schema, to: "cot.yaml")
    try project.write(
      """
      pipeline: p
      steps:
        - { id: doc, use: \(use), with: { files: \(file.name), schema: cot.yaml } }
        - { use: rows.write, with: { file: ra.csv } }

      """, to: "p.yaml")
    return project
  }

  @Test(arguments: files) func `every row is read by what is proposed, and nothing of it is lost`(
    _ file: File
  ) throws {
    let project = try Self.project(file)
    #expect(try project.run("check p.yaml --lang en").status == 0)
    let run = try project.run("run p.yaml --output ra --lang en")
    #expect(run.status == 0 && run.err.isEmpty, "\(run.err)")
    let written = try project.read("ra/office/ra.csv").drop { $0 == "\u{FEFF}" }
    #expect(written.replacing("\r\n", with: "\n") == file.rows)
  }
  @Test(arguments: files) func `no column is public before somebody says so`(_ file: File) throws {
    for language in ["vi", "en"] {
      let project = try TemporaryProject([file.name: file.text])
      let found = try project.run("infer \(file.name) --lang \(language)")
      #expect(found.status == 0 && found.err.isEmpty)
      let lines = found.out.split(separator: "\n").filter { !$0.contains("#") && $0.contains("sensitivity") }
      #expect(!lines.isEmpty && lines.allSatisfy { !$0.contains("sensitivity: public") }, "\(found.out)")
      // Of the text above each column something is told of why.
      #expect(found.out.split(separator: "\n").count { $0.hasPrefix("  #") } >= lines.count)
    }
  }
  @Test(arguments: files) func `the proposal for people is the one for programs`(_ file: File) throws {
    let project = try TemporaryProject([file.name: file.text])
    let object = try #require(try project.json("infer \(file.name) --format json").objects.first)
    let text = try project.run("infer \(file.name) --lang en").out
    func columns(_ text: String) -> [String] {
      text.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.contains("#") }.map(String.init)
    }
    #expect(columns(text) == columns(try #require(object["schema"] as? String)))
  }
}
