import Foundation
import Testing

@testable import Commands

/// `quarantine` on folders as a run writes them.
@Suite struct QuarantineTests {
  private static let head = "\u{FEFF}record,line,step,code,column,vi,en\r\n"
  let folder: TemporaryFolder
  init() throws {
    folder = try TemporaryFolder()
    try put("office/run.json", "{}")
    try put("office/rejected/90001/ho.csv", "\u{FEFF}Danh sách; giả định\nma;ten\n1;\"Lê\nMẫu\"\n3;a;b\n")
    try put(
      "office/rejected/90001/ho.reasons.csv",
      Self.head
        + "3,3,hop-le,rows.range,ma,\"nhỏ, quá\",too small\r\n3,3,hop-le,rows.pattern,,sai dạng,wrong form\r\n5,6,hop-le,rows.range,ma,lớn quá,too large\r\n"
    )
    try put("office/rejected/Xã_2F A/ho.ndjson", "{\"ma\":1}\n{\"ma\":\n")
    try put(
      "office/rejected/Xã_2F A/ho.reasons.csv",
      Self.head + "1,1,hop-le,rows.range,ma,x,x\r\n2,2,doc,json.cut-off,,y,y\r\n")
    try put(
      "office/rejected/_khong-ro/_khong-ro-tep.reasons.csv", Self.head + ",,nguon,x.y,,không rõ,unknown\r\n")
  }
  private func put(_ path: String, _ text: String) throws { try put(path, Data(text.utf8)) }
  private func put(_ path: String, _ bytes: Data) throws {
    let url = URL(filePath: "\(folder.path)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }
  private func quarantine(_ words: String...) async -> Outcome {
    let recorded = RecordedConsole()
    let status = await Command(stages: []).run(["quarantine"] + words, console: recorded.console)
    return Outcome(status: status, out: recorded.out, err: recorded.err)
  }

  @Test func `every group is listed with its rows and most frequent reasons`() async {
    let found = await quarantine("list", folder.path, "--lang", "vi")
    #expect(found.status == 0 && found.err.isEmpty)
    #expect(
      found.out == """
        90001      2 dòng  rows.range ×2, rows.pattern ×1
        Xã/ A      2 dòng  json.cut-off ×1, rows.range ×1
        _khong-ro  1 dòng  x.y ×1
        5 dòng bị loại trong 3 nhóm

        """)
    let json = await quarantine("list", folder.path, "--format", "json")
    #expect(
      json.out.split(separator: "\n").first
        == #"{"group": "90001", "rows": 2, "reasons": {"rows.range": 2, "rows.pattern": 1}, "files": [{"file": "ho.csv", "rows": 2}]}"#
    )
  }
  @Test func `rows are shown as they were written, with every reason`() async {
    let found = await quarantine("show", folder.path, "90001", "--lang", "en")
    #expect(found.status == 0 && found.err.isEmpty)
    #expect(
      found.out == """
        90001 · ho.csv, record 3, line 3
          1;"Lê
          Mẫu"
          - hop-le: ma: too small [rows.range]
          - hop-le: wrong form [rows.pattern]
        90001 · ho.csv, record 5, line 6
          3;a;b
          - hop-le: ma: too large [rows.range]

        """)
    let vi = await quarantine("show", folder.path, "90001", "--lang", "vi", "--row", "5")
    #expect(vi.out.hasPrefix("90001 · ho.csv, bản ghi 5, dòng 6\n  3;a;b\n  - hop-le: ma: lớn quá"))
  }
  @Test func `where no row was rejected, that is said`() async throws {
    let clean = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: URL(filePath: "\(clean.path)/office"), withIntermediateDirectories: true)
    for command in ["list", "show"] {
      let found = await quarantine(command, clean.path, "--lang", "en")
      #expect(found.status == 0 && found.out == "no row was rejected\n" && found.err.isEmpty, "\(command)")
      let json = await quarantine(command, clean.path, "--format", "json")
      #expect(json.status == 0 && json.out == "{\"rows\": 0}\n", "\(json.out)")
    }
    let row = await quarantine("show", clean.path, "--row", "3", "--lang", "en")
    #expect(row.status == 64 && row.err.contains("record 3 was not rejected"))
    #expect(await quarantine("show", clean.path, "90001").status == 64)
  }
  @Test func `a group may be named as it is or as its folder is, and lines of NDJSON are shown`() async {
    for name in ["Xã/ A", "Xã_2F A"] {
      let found = await quarantine("show", folder.path, name, "--format", "json")
      let lines = found.out.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(
        lines.last
          == #"{"group": "Xã/ A", "file": "ho.ndjson", "record": 2, "line": 2, "row": "{\"ma\":", "reasons": [{"step": "doc", "code": "json.cut-off", "column": null, "vi": "y", "en": "y"}]}"#
      )
    }
  }
  @Test func `only so many rows are shown, and how many are left is said`() async {
    let found = await quarantine("show", folder.path, "--limit", "1", "--lang", "en")
    #expect(found.out.hasSuffix("[rows.pattern]\n4 more: say --limit N\n"))
    #expect(await quarantine("show", folder.path).out.contains("_khong-ro-tep\n  …\n"))
  }
  @Test func `bytes that no terminal should obey are written out`() async throws {
    try put("office/rejected/a.csv", Data("m\n\u{1B}[2J\0x\n".utf8) + Data([0xE1, 0x41, 10]))
    try put("office/rejected/a.reasons.csv", Self.head + "2,2,s,c.d,,x,x\r\n3,3,s,c.d,,x,x\r\n")
    let found = await quarantine("show", folder.path, ".")
    #expect(found.out.contains("\n  \\x1b[2J\\x00x\n") && found.out.contains("\n  \\xe1A\n"))
    let json = await quarantine("show", folder.path, ".", "--row", "3", "--format", "json")
    #expect(json.out.contains("\"row\": \"\u{FFFD}A\"") && json.out.contains("\"bytes\": \"e141\""))
  }
  @Test func `rows in no group are called by a word, and one row is one row`() async throws {
    try put("office/rejected/a.reasons.csv", Self.head + "2,2,s,c.d,,x,x\r\n")
    let vi = await quarantine("list", folder.path, "--lang", "vi")
    #expect(vi.out.contains("\ntất cả     1 dòng  c.d ×1\n"), "\(vi.out)")
    let en = await quarantine("list", folder.path, "--lang", "en")
    #expect(en.out.contains("\nall        1 row  c.d ×1\n"), "\(en.out)")
    #expect(en.out.contains("90001      2 rows  ") && en.out.hasSuffix("6 rows were rejected, in 4 groups\n"))
    for name in ["tất cả", "all", "."] {
      let found = await quarantine("show", folder.path, name, "--lang", "vi")
      #expect(found.out.hasPrefix("tất cả · a, bản ghi 2, dòng 2\n"), "\(found.out)")
    }
    try put("office/rejected/all/b.reasons.csv", Self.head + "3,3,s,c.d,,x,x\r\n")
    #expect(await quarantine("show", folder.path, "all").out.hasPrefix("all · b, bản ghi 3"))
    #expect(await quarantine("show", folder.path, "tất cả").out.hasPrefix("tất cả · a, bản ghi 2"))
  }
  @Test func `a quoted separator does not make two rows of one`() async throws {
    try put("office/rejected/b.csv", "x,y\n\"1;\"\"2\",\"a\nb\"\n3,\"c\n\"\n")
    try put("office/rejected/b.reasons.csv", Self.head + "2,2,s,c.d,,x,x\r\n3,4,s,c.d,,x,x\r\n")
    let found = await quarantine("show", folder.path, ".", "--row", "3", "--format", "json")
    #expect(found.out.contains(#""row": "3,\"c\n\"""#))
  }
  @Test(arguments: [
    (["show", "90002"], "no rejected rows of '90002'", "did you mean '90001'?"),
    (["show", "90001", "--row", "7"], "record 7 was not rejected", "lists the groups"),
    (["show", "90001", "--row", "0"], "The value '0' is invalid", ""),
  ]) func `what is not there is said, with what is near`(
    _ words: [String], _ message: String, _ hint: String
  ) async {
    var line = ["quarantine", words[0], folder.path] + words.dropFirst() + ["--lang", "en"]
    line.removeAll { $0.isEmpty }
    let recorded = RecordedConsole()
    #expect(await Command(stages: []).run(line, console: recorded.console) == 64)
    #expect(recorded.err.contains(message), "\(recorded.err)")
    #expect(hint.isEmpty || recorded.err.contains(hint), "\(recorded.err)")
  }
  @Test func `a folder that is not there, or holds no results, is said with the nearest`() async throws {
    try put("ket-qua/x", "")
    let near = await quarantine("list", "\(folder.path)/ket-quả", "--lang", "en")
    #expect(near.status == 64 && near.firstError.contains("there is no folder"))
    #expect(near.err.contains("did you mean 'ket-qua'?"))
    let other = await quarantine("list", "\(folder.path)/ket-qua", "--lang", "vi")
    #expect(other.status == 64 && other.err.contains("không phải thư mục kết quả của một lần chạy"))
  }
  @Test func `a run without rejected rows is fine`() async throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/office/rejected")
    let found = await quarantine("list", folder.path, "--lang", "en")
    #expect(found.status == 0 && found.out == "no row was rejected\n")
    let shown = await quarantine("show", folder.path, "--lang", "en")
    #expect(shown.status == 0 && shown.out == "no row was rejected\n")
  }
  @Test func `the command alone gives its help`() async {
    #expect(await quarantine("--lang", "vi").out.contains("list"))
    #expect(await quarantine("list").status == 64)
    for line in [["list", "--help"], ["show", "--help"]] {
      let recorded = RecordedConsole()
      #expect(
        await Command(stages: []).run(["quarantine"] + line + ["--lang", "en"], console: recorded.console)
          == 0)
      #expect(!recorded.out.unicodeScalars.contains { $0.value > 0x2FF })
    }
  }
}
