import Foundation
import Testing

@testable import Commands

/// What `units …` says when something was not found or not written as it must be.
@Suite struct UnitsMessagesTests {
  let folder: TemporaryFolder
  private static let units = """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
    vung:b,vung:b,Miền Bắc,region,vùng,vn,2016-01-01,,,s
    46@2004-08-31,46,Tỉnh Bến Xa,province,tỉnh,vn,2004-08-31,2025-01-01,,s
    46@2025-01-01,46,Thành phố Bến Xa,province,thành phố,vn,2025-01-01,,,s
    477@2004-08-31,477,Huyện Quảng Hòa,district,huyện,46,2004-08-31,2025-07-01,,s
    478@2004-08-31,478,Huyện Ia Lâu,district,huyện,46,2004-08-31,2025-07-01,,s
    19001@2004-08-31,19001,Xã Quảng Phú,commune,xã,477,2004-08-31,2025-07-01,rural,s
    19002@2004-08-31,19002,Xã Quảng Phú,commune,xã,478,2004-08-31,2020-01-01,rural,s
    19002@2025-01-01,19002,Xã Quảng Phú,commune,xã,478,2025-01-01,2025-07-01,rural,có lại; còn ngờ
    19001@2025-07-01,19001,Phường Đan Điền,commune,phường,46,2025-07-01,2026-01-01,urban,s
    19001@2026-01-01,19001,Xã Đan Điền,commune,xã,46,2026-01-01,,rural,s

    """
  init() throws {
    folder = try TemporaryFolder([
      "units.csv": Self.units,
      "successors.csv": """
      from,to,extent,source
      46@2004-08-31,46@2025-01-01,full,s
      19002@2025-01-01,19001@2025-07-01,partial,s
      19001@2025-07-01,19001@2026-01-01,full,s

      """, "regions.csv": "region,province,valid_from,valid_to,source\nvung:b,46,2016-01-01,,s\n",
      "gaps.csv": "code,valid_from,valid_to,source\n19002,2020-01-01,2025-01-01,s\n",
    ])
  }
  private func units(_ words: String..., lang: String = "vi") async -> Outcome {
    let recorded = RecordedConsole()
    let status = await Command(stages: []).run(
      ["units"] + words + ["--units", folder.path, "--lang", lang], console: recorded.console)
    return Outcome(status: status, out: recorded.out, err: recorded.err)
  }

  /// What is wrong, however the lines were broken.
  private func said(_ outcome: Outcome) -> String {
    outcome.err.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Codes and ids

  @Test func `an id is found as it is shown`() async {
    let found = await units("find", "46@2025-01-01", "vn", "vung:b", lang: "en")
    #expect(found.status == 0)
    #expect(
      found.out == """
        46@2025-01-01: Thành phố Bến Xa (46@2025-01-01), since 2025-01-01
        vn: Cả nước (vn), since 2004-08-31
        vung:b: Miền Bắc (vung:b), since 2016-01-01

        """)
  }
  @Test func `a code on the wrong day is told with its versions and what became of it`() async {
    let found = await units("find", "19002", "--on", "2026-06-01")
    #expect(found.status == 1)
    #expect(
      found.out == """
        19002: không có hiệu lực tại ngày 01/06/2026; mã này có:
          Xã Quảng Phú, Huyện Ia Lâu, Tỉnh Bến Xa (19002@2004-08-31), từ 31/08/2004 đến trước 01/01/2020
          Xã Quảng Phú, Huyện Ia Lâu, Thành phố Bến Xa (19002@2025-01-01), từ 01/01/2025 đến trước 01/07/2025
            → Xã Đan Điền, Thành phố Bến Xa (19001@2026-01-01), từ 01/01/2026

        """)
    let id = await units("find", "46@2004-08-31", "--on", "2025-03-01", lang: "en")
    #expect(
      id.status == 1
        && id.out.hasPrefix("46@2004-08-31: not valid on 2025-03-01; this code has been:\n  Tỉnh Bến Xa"))
    #expect(id.out.hasSuffix("    → Thành phố Bến Xa (46@2025-01-01), since 2025-01-01\n"))
    let unknown = await units("find", "99", "46@2020-01-01", lang: "en")
    #expect(unknown.out.hasPrefix("99: the register has no such code\n46@2020-01-01: no unit; this code"))
  }
  @Test func `programs get what became of a code`() async throws {
    let found = await units("find", "19002", "--on", "2026-06-01", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(found.out.utf8)) as? [String: Any])
    #expect((json["elsewhere"] as? [Any])?.count == 2 && json["status"] as? String == "none")
    #expect((json["became"] as? [[String: Any]])?.map { $0["id"] as? String } == ["19001@2026-01-01"])
  }

  // MARK: Parents

  @Test(arguments: ["477", "477@2004-08-31", "Huyện Quảng Hòa", "Quảng Hòa, 46", "vung:b, 477"])
  func `a unit above is a name, a code or an id`(_ parent: String) async {
    let found = await units("find", "Quảng Phú", "--in", parent, "--on", "2025-03-01")
    #expect(found.status == 0 && found.out.contains("(19001@2004-08-31)"), "\(found.out)\(found.err)")
    #expect(await units("find", "19001", "--in", parent, "--on", "2025-03-01").status == 0)
    #expect(await units("find", "19002", "--in", parent, "--on", "2025-03-01").status == 1)
    #expect(await units("show", "Quảng Phú", "--in", parent, "--on", "2025-03-01").status == 0)
  }
  @Test(arguments: [
    (["--in", "Không Có"], "units.unknown-parent", "không có đơn vị cấp trên nào tên 'Không Có'"),
    (["--in", "Quang Hoa"], "units.unknown-parent", "(477@2004-08-31)"),
    (["--in", "999"], "units.unknown-code", "danh mục không có mã '999'"),
    (["--in", "477", "--on", "2026-01-01"], "units.not-valid-then", "đến trước 01/07/2025"),
    (["--in", "Quảng Hòa", "--on", "2026-01-01"], "units.unknown-parent", "tại ngày 01/01/2026"),
  ]) func `an unknown unit above is told`(_ words: [String], _ code: String, _ said: String) async {
    for command in ["find", "show", "history"] {
      let recorded = RecordedConsole()
      let line = ["units", command, "Quảng Phú", "--units", folder.path, "--lang", "vi"] + words
      #expect(await Command(stages: []).run(line, console: recorded.console) == 1)
      let err = recorded.err.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(recorded.out.isEmpty && err.contains("[\(code)]") && err.contains(said), "\(err)")
    }
  }

  // MARK: Files of names

  @Test func `the byte order mark of a file of names is no part of the first name`() async throws {
    try folder.write("\u{FEFF}Huyện Ia Lâu\r\n", to: "ten.txt")
    let found = await units("find", "--names", "\(folder.path)/ten.txt")
    #expect(found.status == 0 && found.out.hasPrefix("Huyện Ia Lâu: "), "\(found.out)")
  }
  @Test func `a file of names that is not there, a folder or not UTF-8 is told as such`() async throws {
    for (path, vi, en) in [
      ("\(folder.path)/khong.txt", "không có tệp", "there is no file"),
      (folder.path, "là thư mục, không phải tệp", "is a folder, no file"),
    ] {
      let (a, b) = (await units("find", "--names", path), await units("find", "--names", path, lang: "en"))
      #expect(a.status == 64 && b.status == 64)
      #expect(said(a).contains(vi) && said(b).contains(en), "\(a.err)\(b.err)")
    }
    let path = "\(folder.path)/ten.txt"
    let bytes: [UInt8] = Array("Bến Xa\r\nQuảng Hòa\r\n".utf8) + [0xC3, 0x28, 0x0A]
    try Data(bytes).write(to: URL(filePath: path))
    let bad = await units("find", "--names", path)
    #expect(bad.status == 64 && bad.out.isEmpty)
    #expect(said(bad).contains("dòng 3 của"), "\(bad.err)")
    try Data([0xFF, 0xFE, 0x42, 0x00]).write(to: URL(filePath: path))
    #expect(said(await units("find", "--names", path, lang: "en")).contains("line 1 of"))
  }
  @Test(arguments: ["", "\u{FEFF}", "\n  \r\n"]) func `a file without names is told`(_ text: String)
    async throws
  {
    try folder.write(text, to: "ten.txt")
    let empty = await units("find", "--names", "\(folder.path)/ten.txt")
    #expect(empty.status == 1 && empty.err.contains("[units.no-names]") && empty.out.isEmpty)
  }

  // MARK: The command line

  @Test(arguments: [
    (["find", "x", "--names", "f"], "đã ghi cả các tên và --names", "both names and --names were given"),
    (["find"], "cần các tên, hoặc --names với một tệp", "names are needed, or --names with a file"),
    (
      ["find", "x", "--csv", "--format", "json"], "đã ghi cả --csv và --format json",
      "both --csv and --format json"
    ),
    (
      ["find", "x", "--on", "30/02/2024"], "ngày này không có trong lịch",
      "there is no such day in the calendar"
    ),
    (
      ["show", "x", "--on", "2024-02-30"], "ngày này không có trong lịch",
      "there is no such day in the calendar"
    ),
    (["show", "x", "--on", "02/2024"], "viết ngày như 2024-12-31", "a day is written 2024-12-31"),
  ]) func `a wrong command line says what is wrong`(_ words: [String], _ vi: String, _ en: String) async {
    for (language, said) in [("vi", vi), ("en", en)] {
      let recorded = RecordedConsole()
      let line = ["units"] + words + ["--lang", language]
      #expect(await Command(stages: []).run(line, console: recorded.console) == 64)
      #expect((recorded.out + recorded.err).contains(said), "\(recorded.err)")
      #expect(!recorded.err.contains("bộ đọc dòng lệnh"))
    }
  }
  @Test(arguments: [("tỉnh", "46@2025-01-01"), ("Huyện", "477@2004-08-31"), ("xã", "19001@2004-08-31")])
  func `levels are named in Vietnamese too`(_ word: String, _ id: String) async {
    let found = await units("find", "46", "477", "19001", "--on", "2025-03-01", "--level", word)
    #expect(found.status == 1 && found.out.contains("(\(id))"), "\(found.out)")
    #expect(found.out.split(separator: "\n").filter { !$0.hasPrefix(" ") }.count == 3)
  }
  @Test func `many answers are JSON Lines, and the help says so`() async throws {
    for words in [["find", "46", "477"], ["history", "19002"]] {
      let recorded = RecordedConsole()
      let line = ["units"] + words + ["--units", folder.path, "--format", "json"]
      _ = await Command(stages: []).run(line, console: recorded.console)
      let lines = recorded.out.split(separator: "\n")
      #expect(lines.count == 2)
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      let help = await outcome("units \(words[0]) --help --lang en")
      #expect(help.out.replacing("\n", with: " ").contains("JSON Lines"))
    }
  }

  // MARK: What ended

  @Test func `a district that ended with its level says so`() async throws {
    let vi = await units("history", "477")
    #expect(
      vi.out.hasSuffix("\n  từ 01/07/2025 không còn cấp huyện, nên không có đơn vị kế tiếp\n"), "\(vi.out)")
    let en = await units("show", "477", lang: "en")
    #expect(
      en.out.contains("\n  after it: since 2025-07-01 there is no district level any more"), "\(en.out)")
    for command in ["show", "history"] {
      let found = await units(command, "477", "--format", "json")
      let json = try JSONSerialization.jsonObject(with: Data(found.out.utf8)) as? [String: Any]
      #expect(json?["level_ended"] as? String == "2025-07-01")
    }
    #expect(await !units("history", "19001").out.contains("không còn"))
  }
  @Test func `a stretch in which a code was out of use is told`() async throws {
    let vi = await units("history", "19002")
    #expect(vi.out.contains("\n(mã 19002 không được dùng từ 01/01/2020 đến trước 01/01/2025)\nXã Quảng Phú"))
    let json = await units("history", "19002", "--format", "json").out.split(separator: "\n")
    #expect(json.first?.contains("\"unused_before\": null") == true)
    #expect(json.last?.contains("{\"from\": \"2020-01-01\", \"to\": \"2025-01-01\"}") == true, "\(json)")
  }
  @Test func `units below that are taken from another list are counted by it`() async {
    let found = await units("show", "46", "--on", "2025-03-01")
    #expect(found.out.contains("nguồn của các đơn vị bên dưới: s (3); có lại; còn ngờ (1)"), "\(found.out)")
    #expect(await !units("show", "46", "--on", "2024-03-01").out.contains("nguồn của các đơn vị"))
  }
}
