import Foundation
import Testing

/// What a run says of the rows it has read, kept and rejected, and of what it found.
@Suite struct RunSummaryTests {
  static let pipeline = """
    pipeline: tom-tat
    steps:
      - { id: doc, use: csv.read, with: { files: ho.csv, schema: ho.yaml } }
      - { id: hop-le, use: rows.validate, with: { rules: [{ id: R, column: so, range: 1.. }] } }
      - { use: rows.write, with: { file: ho.csv } }

    """
  static let schema =
    "columns:\n  ma: { role: code, sensitivity: protected }\n  so: { type: int, role: count }\n"
  /// So many rows with a value that cannot be read, so many that break the rule, and so many that are right.
  static func rows(_ unread: Int, _ wrong: Int, _ right: Int) -> String {
    let cut = Array(repeating: "x,1,thừa\n", count: unread)
    return "ma,so\n"
      + (cut + Array(repeating: "x,0\n", count: wrong) + Array(repeating: "x,5\n", count: right))
      .joined()
  }
  let project: TemporaryProject
  init() throws {
    project = try TemporaryProject([
      "du-an/.minhbach.yaml": "", "du-an/p/pipeline.yaml": Self.pipeline, "du-an/p/ho.yaml": Self.schema,
      "du-an/p/ho.csv": Self.rows(2, 3, 1200),
    ])
  }
  private func run(_ more: String) throws -> Program.Outcome {
    try project.run("run du-an/p/pipeline.yaml --output ra \(more)")
  }

  @Test func `every step is told with its rows and findings, and rejected rows with how to see them`() throws
  {
    let vi = try run("--lang vi")
    #expect(vi.status == 0 && vi.err.isEmpty, "\(vi.err)")
    #expect(
      vi.out.replacing(/\d+ ms/, with: "N ms") == """
        doc         csv.read · 1.205 → 1.203 dòng · loại 2 · 2 phát hiện
        hop-le      rows.validate · 1.203 → 1.200 dòng · loại 3 · 3 phát hiện
        rows.write  rows.write · N ms
        xong: kết quả ở ra
        5 dòng bị loại: xem bằng `minhbach quarantine list ra`

        """)
    let en = try run("--lang en")
    #expect(en.out.contains("csv.read · 1,205 → 1,203 rows · 2 rejected · 2 findings\n"))
    #expect(en.out.hasSuffix("\n5 rows were rejected: see `minhbach quarantine list ra`\n"))
    let listed = try project.run("quarantine list ra --lang vi")
    #expect(listed.out.hasPrefix("tất cả  5 dòng  ") && listed.out.contains("5 dòng bị loại trong 1 nhóm"))
    #expect(try project.run("quarantine show ra all --lang en").out.hasPrefix("all · ho.csv, record 2"))
    let quiet = try run("--quiet")
    #expect(quiet.status == 0 && quiet.out.isEmpty && quiet.err.isEmpty)
  }
  @Test func `programs get the same numbers`() throws {
    let found = try run("--format json")
    let lines = try found.out.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.map { $0["rows_in"] as? Int } == [1205, 1203, nil, nil])
    #expect(lines.map { $0["rows_out"] as? Int } == [1203, 1200, nil, nil])
    #expect(lines.map { $0["rows_rejected"] as? Int } == [2, 3, nil, nil])
    #expect(lines.map { $0["findings"] as? Int } == [2, 3, 0, nil])
    #expect(lines[0]["codes"] as? [String: Int] == ["csv.fields": 2])
    #expect(lines[3]["rejected"] as? Int == 5 && lines[3]["status"] as? String == "published")
    #expect(lines[3]["next"] as? String == "minhbach quarantine list ra")
  }
  @Test func `a run without rejected rows does not speak of them`() throws {
    try project.write(Self.rows(0, 0, 1), to: "du-an/p/ho.csv")
    let found = try run("--lang en")
    #expect(found.out.contains("rows.validate · 1 → 1 row\n"))
    #expect(found.out.hasSuffix("\ndone: the results are in ra\n"))
  }
  @Test func `the first findings of a run that stops are told with their true number, at paths from here`()
    throws
  {
    try project.write(Self.rows(150, 50, 10), to: "du-an/p/ho.csv")
    try project.change("du-an/p/pipeline.yaml", "1.. }] } }", to: "1.. }] }, expect: { max_rejected: 10% } }")
    let found = try run("--lang vi")
    #expect(found.status == 1)
    let lines = found.err.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "200 phát hiện, 10 đầu tiên:", "\(found.err)")
    let told = lines.filter { $0.hasPrefix("du-an/p/ho.csv:") && $0.contains(": phát hiện: bản ghi ") }
    #expect(told.count == 10 && lines[11].isEmpty)
    #expect(lines[12] == "lỗi: bước 'hop-le' loại 50 trong 60 dòng, quá mức 10% [run.gate]")
    #expect(lines.suffix(2) == ["1 lỗi", ""])
    #expect(found.out.contains("hop-le      rows.validate · 60 → 10 dòng · loại 50 · 50 phát hiện\n"))
    #expect(found.out.hasSuffix("\n200 dòng bị loại: xem bằng `minhbach quarantine list ra`\n"))
    let json = try run("--format json").out.split(separator: "\n")
    #expect(json.contains(#"{"findings": 200, "shown": 10}"#))
    #expect(json.count { $0.hasPrefix(#"{"severity":"finding""#) } == 10)
    #expect(json.count { $0.hasPrefix(#"{"severity":"error""#) } == 1)
    #expect(try project.read("ra/office/rejected/ho.csv").split(separator: "\n").count == 201)
  }
  @Test func `what the source may reject is limited`() throws {
    try project.change("du-an/p/pipeline.yaml", "ho.yaml } }", to: "ho.yaml }, expect: { max_rejected: 1 } }")
    let found = try run("--lang en")
    #expect(found.status == 1)
    #expect(found.err.contains("error: step 'doc' rejected 2 of 1205 rows, more than 1 [run.gate]"))
    #expect(found.err.hasPrefix("5 findings:\n"), "\(found.err)")
    #expect(try project.read("ra/office/rejected/ho.csv") == "ma,so\nx,1,thừa\nx,1,thừa\nx,0\nx,0\nx,0\n")
    try project.change("du-an/p/pipeline.yaml", "max_rejected: 1 ", to: "max_rejected: 2 ")
    #expect(try run("").status == 0)
  }
  @Test func `a file that cannot be read is named from here`() throws {
    try project.write("", to: "du-an/p/ho.csv")
    let empty = try run("--lang en")
    #expect(
      empty.status == 1 && empty.err.hasPrefix("du-an/p/ho.csv:1:1: error: the file is empty [run.gate]"))
    let there = try Program.run(
      ["run", "pipeline.yaml", "--output", "../../ra", "--lang", "en"],
      in: project.folder.appending(path: "du-an/p"))
    #expect(there.err.hasPrefix("ho.csv:1:1: error: the file is empty [run.gate]"))
  }
  @Test func `a folder where a file is needed is told with the files in it`() throws {
    for (line, status) in [("infer du-an/p", 2), ("check du-an/p", 2), ("run du-an/p", 2)]
      as [(String, Int32)]
    {
      let found = try project.run("\(line) --lang en")
      #expect(found.status == status && found.err.contains("'du-an/p' is a folder, and a file is needed"))
      #expect(found.err.contains("hint: name a file in it: ho.csv, ho.yaml, pipeline.yaml\n"), "\(found.err)")
    }
    let empty = try project.run("infer du-an --lang vi")
    #expect(empty.err.contains("gợi ý: trong thư mục ấy không có tệp nào\n"), "\(empty.err)")
  }
  @Test func `the gate is explained with what is always there`() throws {
    let found = try project.run("explain run.gate --lang en").out
    #expect(found.contains("office/run.json has how many rows") && found.contains("if there are any"))
  }
}
