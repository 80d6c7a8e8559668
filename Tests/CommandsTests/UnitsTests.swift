import Foundation
import Tables
import Testing

@testable import Commands

/// `units find`, `show` and `history`, on a register of invented units.
@Suite struct UnitsTests {
  let folder: TemporaryFolder
  private static let units = """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
    vung:b,vung:b,Miền Bắc,region,vùng,vn,2016-01-01,,,s
    46@2004-08-31,46,Tỉnh Bến Xa,province,tỉnh,vn,2004-08-31,2025-01-01,,s
    46@2025-01-01,46,Thành phố Bến Xa,province,thành phố,vn,2025-01-01,,,NQ 1
    47@2004-08-31,47,Tỉnh Núi Biếc,province,tỉnh,vn,2004-08-31,2025-07-01,,s
    474@2004-08-31,474,Thành phố Bến Xa,district,thành phố,46,2004-08-31,2025-07-01,,s
    477@2004-08-31,477,Huyện Quảng Hòa,district,huyện,46,2004-08-31,2025-07-01,,s
    478@2004-08-31,478,Huyện Ia H'Lâu,district,huyện,47,2004-08-31,2025-07-01,,s
    19001@2004-08-31,19001,Xã Quảng Phú,commune,xã,477,2004-08-31,2025-07-01,rural,s
    19002@2004-08-31,19002,Xã Quảng Phú,commune,xã,478,2004-08-31,2025-07-01,rural,s
    19003@2004-08-31,19003,Phường 1,commune,phường,474,2004-08-31,2025-07-01,urban,s
    19001@2025-07-01,19001,Phường Đan Điền,commune,phường,46,2025-07-01,,urban,NQ 2

    """
  init() throws {
    folder = try TemporaryFolder([
      "units.csv": Self.units,
      "successors.csv": """
      from,to,extent,source
      46@2004-08-31,46@2025-01-01,full,NQ 1
      47@2004-08-31,46@2025-01-01,full,NQ 2
      19001@2004-08-31,19001@2025-07-01,full,NQ 2
      19002@2004-08-31,19001@2025-07-01,partial,NQ 2

      """, "regions.csv": "region,province,valid_from,valid_to,source\nvung:b,46,2016-01-01,,s\n",
      "gaps.csv": "code,valid_from,valid_to,source\n",
    ])
  }
  private func units(_ words: String...) async -> Outcome {
    let recorded = RecordedConsole()
    let status = await Command(stages: []).run(
      ["units"] + words + ["--units", folder.path], console: recorded.console)
    return Outcome(status: status, out: recorded.out, err: recorded.err)
  }

  // MARK: find

  @Test func `a name that is one unit is told in one line`() async {
    let vi = await units("find", "xã Quảng Phú, H.Quảng Hoà", "--on", "22/01/2024", "--lang", "vi")
    #expect(vi.status == 0 && vi.err.isEmpty)
    #expect(
      vi.out == """
        xã Quảng Phú, H.Quảng Hoà: Xã Quảng Phú, Huyện Quảng Hòa, Tỉnh Bến Xa (19001@2004-08-31), từ 31/08/2004 đến trước 01/07/2025

        """)
    let en = await units(
      "find", "P1", "--on", "2025-03-01", "--in", "TP.Bến Xa", "--level", "commune", "--lang", "en")
    #expect(en.status == 0)
    #expect(
      en.out
        == "P1: Phường 1, Thành phố Bến Xa, Thành phố Bến Xa (19003@2004-08-31), from 2004-08-31 until before 2025-07-01\n"
    )
  }
  @Test func `a name that is several units or none is told with all it can be, and ends with 1`() async {
    let several = await units("find", "Xã Quảng Phú", "--lang", "en")
    #expect(several.status == 1 && several.err.isEmpty)
    #expect(
      several.out == """
        Xã Quảng Phú: 2 units, none chosen:
          Xã Quảng Phú, Huyện Quảng Hòa, Thành phố Bến Xa (19001@2004-08-31), from 2004-08-31 until before 2025-07-01
          Xã Quảng Phú, Huyện Ia H'Lâu, Tỉnh Núi Biếc (19002@2004-08-31), from 2004-08-31 until before 2025-07-01

        """)
    let later = await units("find", "Xã Quảng Phú", "--on", "2025-07-01", "--lang", "vi")
    #expect(later.status == 1)
    #expect(later.out.hasPrefix("Xã Quảng Phú: không có đơn vị nào; ở ngày khác hoặc nơi khác:\n  Xã Quảng"))
    let marks = await units("find", "Quang Phu", "--lang", "vi")
    #expect(marks.status == 1 && marks.out.contains("; cùng chữ cái, khác dấu:\n  Xã Quảng Phú"))
    let none = await units("find", "Không Đâu", "--lang", "en")
    #expect(none.status == 1 && none.out == "Không Đâu: no unit\n")
  }
  @Test(arguments: [
    ("2024-01-22", "474@2004-08-31"), ("2025-03-01", "46@2025-01-01\n474@2004-08-31"),
    ("2025-07-01", "46@2025-01-01"),
  ]) func `one name is other units on other days`(_ row: (String, String)) async {
    let found = await units("find", "TP Bến Xa", "--on", row.0, "--csv")
    #expect(found.status == (row.1.contains("\n") ? 1 : 0))
    let ids = found.out.split(separator: "\r\n").dropFirst().compactMap {
      $0.split(separator: ",").dropFirst(2).first
    }
    #expect(ids.joined(separator: "\n") == row.1)
  }
  @Test func `a code is found too`() async {
    #expect(await units("find", "46", "--on", "2024-01-22").out.contains("(46@2004-08-31)"))
    #expect(await units("find", "46").status == 1, "the code was used again")
    #expect(await units("find", "46", "--on", "2024-01-22", "--level", "district").status == 1)
  }
  @Test func `an exact code is no number of a ward`() async throws {
    try folder.write(
      Self.units
        + """
        19004@2004-08-31,19004,Phường 46,commune,phường,474,2004-08-31,2025-07-01,urban,s
        19005@2004-08-31,19005,Phường 12,commune,phường,474,2004-08-31,2025-07-01,urban,s

        """, to: "units.csv")
    let one = await units("find", "46", "19002", "--on", "2024-01-22", "--csv")
    #expect(one.status == 0 && one.out.contains("46,one,46@2004-08-31,"))
    #expect(await units("find", "46").out.contains("Phường 46") == false)
    #expect(await units("find", "477", "--on", "2025-07-01", "--lang", "en").out.contains("not valid on"))
    #expect(
      await units("find", "00046", "--on", "2024-01-22", "--lang", "en").out
        == "00046: the register has no such code\n")
    // What is no code can be the number of a ward, and so can a code at another level.
    #expect(await units("find", "12", "--on", "2024-01-22").out.contains("19005@"))
    #expect(await units("find", "46", "--level", "commune").out.contains("19004@"))
  }
  @Test func `a name of another day tells what the unit became, and no namesakes of other places`() async {
    for command in ["find", "show"] {
      let found = await units(command, "Xã Quảng Phú, Quảng Hòa", "--on", "2025-07-01", "--lang", "en")
      let text = (found.out + found.err).replacing("\n", with: " ")
      #expect(found.status == 1 && text.contains("19001@2004-08-31") && text.contains("19001@2025-07-01"))
      #expect(!text.contains("19002@"), "\(text)")
    }
    let json = await units("find", "Xã Quảng Phú, Quảng Hòa", "--on", "2025-07-01", "--format", "json")
    #expect(json.out.contains("\"became\": [{\"id\": \"19001@2025-07-01\""))
  }
  @Test func `zeros before a number do not count among letters either`() async {
    #expect(await units("find", "phuong 01", "--lang", "en").out.contains("19003@2004-08-31"))
  }
  @Test func `blanks around a code or a name do not count`() async {
    for command in ["show", "history"] {
      let plain = await units(command, "19002").out
      #expect(await units(command, " 19002 ").out == plain)
      #expect(await units(command, "19002@2004-08-31\n").out == plain)
    }
  }
  @Test func `programs get a JSON value a name`() async throws {
    let found = await units("find", "19002", "Xa Quang Phu", "Phường 1", "--format", "json")
    let lines = found.out.split(separator: "\n").map(String.init)
    #expect(found.status == 1 && lines.count == 3)
    #expect(
      lines.first
        == #"{"name": "19002", "status": "one", "candidates": [{"id": "19002@2004-08-31", "code": "19002", "name": "Xã Quảng Phú", "type": "xã", "level": "commune", "area": "rural", "valid_from": "2004-08-31", "valid_to": "2025-07-01", "above": ["Huyện Ia H'Lâu", "Tỉnh Núi Biếc"]}]}"#
    )
    let none = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
    #expect(none["status"] as? String == "none" && (none["same_letters"] as? [Any])?.count == 2)
    #expect((none["candidates"] as? [Any])?.isEmpty == true)
    let absent = await units("find", "Phường 1", "--on", "2025-07-01", "--format", "json")
    #expect(absent.out.contains("\"elsewhere\": [{\"id\": \"19003@2004-08-31\""))
  }
  @Test func `a spreadsheet gets a row a candidate, and no formula`() async {
    let found = await units("find", "Phường 1", "Xã Quảng Phú", "=1+1, \"x\"", "--csv")
    #expect(found.status == 1)
    #expect(
      found.out
        == [
          "\u{FEFF}name,status,id,code,unit,type,level,area,valid_from,valid_to,above",
          "Phường 1,one,19003@2004-08-31,19003,Phường 1,phường,commune,urban,2004-08-31,2025-07-01,\"Thành phố Bến Xa, Thành phố Bến Xa\"",
          "Xã Quảng Phú,several,19001@2004-08-31,19001,Xã Quảng Phú,xã,commune,rural,2004-08-31,2025-07-01,\"Huyện Quảng Hòa, Thành phố Bến Xa\"",
          "Xã Quảng Phú,several,19002@2004-08-31,19002,Xã Quảng Phú,xã,commune,rural,2004-08-31,2025-07-01,\"Huyện Ia H'Lâu, Tỉnh Núi Biếc\"",
          "\"'=1+1, \"\"x\"\"\",none,,,,,,,,,", "",
        ].joined(separator: "\r\n"))
  }
  @Test func `many names come from a file, and quiet tells only of those that are not one unit`() async throws
  {
    try folder.write("Phường 1\r\n\n  \nXã Quảng Phú\nH. Ia Hlâu\n", to: "ten.txt")
    let found = await units("find", "--names", "\(folder.path)/ten.txt", "--lang", "en")
    #expect(found.status == 1)
    #expect(found.out.split(separator: "\n").count == 5, "\(found.out)")
    let quiet = await units("find", "--names", "\(folder.path)/ten.txt", "--lang", "en", "--quiet")
    #expect(quiet.out.hasPrefix("Xã Quảng Phú: 2 units") && !quiet.out.contains("Phường 1"))
    let absent = await units("find", "--names", "\(folder.path)/khong.txt", "--lang", "en")
    #expect(absent.status == 64 && absent.err.contains("units.names-file"))
  }
  @Test func `at most twenty are shown to people`() async throws {
    let more = (100..<130).map {
      "191\($0 - 100 + 10)@2010-01-01,191\($0 - 100 + 10),Xã Mới,commune,xã,477,2010-01-01,2025-07-01,rural,s\n"
    }
    try folder.write(Self.units + more.joined(), to: "units.csv")
    let found = await units("find", "Xã Mới", "--lang", "vi")
    #expect(found.out.hasSuffix("\n  … và 10 đơn vị nữa: thêm --on, --in hay --level\n"))
    #expect(await units("find", "Xã Mới", "--csv").out.split(separator: "\r\n").count == 31)
  }

  // MARK: show

  @Test func `a unit is shown with all that is known of it`() async {
    let vi = await units("show", "46", "--on", "2025-03-01", "--lang", "vi")
    #expect(vi.status == 0 && vi.err.isEmpty)
    #expect(
      vi.out == """
        Thành phố Bến Xa (46@2025-01-01)
          mã: 46
          cấp: cấp tỉnh
          loại: thành phố
          hiệu lực: từ 01/01/2025
          thuộc, ngày 01/03/2025: Cả nước (vn)
          vùng: Miền Bắc
          đơn vị bên dưới, ngày 01/03/2025: 2 cấp huyện, 2 cấp xã
          trước đó: Tỉnh Bến Xa (46@2004-08-31), từ 31/08/2004 đến trước 01/01/2025: toàn bộ
          trước đó: Tỉnh Núi Biếc (47@2004-08-31), từ 31/08/2004 đến trước 01/07/2025: toàn bộ
          nguồn: NQ 1

        """)
    let en = await units("show", "xã Quảng Phú", "--in", "Núi Biếc", "--lang", "en")
    #expect(
      en.out == """
        Xã Quảng Phú (19002@2004-08-31)
          code: 19002
          level: commune
          type: xã
          area: rural
          valid: from 2004-08-31 until before 2025-07-01
          within, on 2025-06-30: Huyện Ia H'Lâu (478@2004-08-31), Tỉnh Núi Biếc (47@2004-08-31), Cả nước (vn)
          units below, on 2025-06-30: none
          after it: Phường Đan Điền, Thành phố Bến Xa (19001@2025-07-01), since 2025-07-01: a part of it
          source: s

        """)
  }
  @Test func `a unit is JSON for programs`() async throws {
    let found = await units("show", "19001@2025-07-01", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(found.out.utf8)) as? [String: Any])
    #expect(json["id"] as? String == "19001@2025-07-01" && json["on"] as? String == "2025-07-01")
    let before = try #require(json["predecessors"] as? [[String: Any]])
    #expect(before.map { $0["extent"] as? String } == ["full", "partial"])
    #expect((json["above"] as? [[String: Any]])?.map { $0["id"] as? String } == ["46@2025-01-01", "vn"])
    #expect((json["region"] as? [String: Any])?["id"] as? String == "vung:b")
    #expect(json["valid_to"] is NSNull && json["source"] as? String == "NQ 2")
  }
  @Test(arguments: [
    (["46"], "units.needs-date", "46@2025-01-01"),
    (["19001", "--on", "2003-01-01"], "units.not-valid-then", ""),
    (["99"], "units.unknown-code", ""), (["46@2020-01-01"], "units.unknown-id", "46@2004-08-31"),
    (["Xã Quảng Phú"], "units.ambiguous-name", "Huyện Ia H'Lâu, Tỉnh Núi Biếc"),
    (["Xã Quảng Phú", "--on", "2026-01-01"], "units.unknown-name", "19001@2004-08-31"),
    (["Xa Quang Phu"], "units.unknown-name", "19002@2004-08-31"),
  ]) func `what is not one unit is refused with what it can be`(
    _ words: [String], _ code: String, _ hint: String
  ) async {
    for command in ["show", "history"] {
      let recorded = RecordedConsole()
      let line = ["units", command] + words + ["--units", folder.path, "--lang", "en"]
      let status = await Command(stages: []).run(line, console: recorded.console)
      // Every version of a code is a history, whatever the day.
      guard command == "show" || !["units.needs-date", "units.not-valid-then"].contains(code) else {
        #expect(status == 0)
        continue
      }
      #expect(status == 1 && recorded.out.isEmpty)
      #expect(
        recorded.err.contains("[\(code)]")
          && (hint.isEmpty || recorded.err.replacing("\n", with: " ").contains(hint)), "\(recorded.err)")
    }
  }

  @Test func `many units of a source are counted in groups of three`() async throws {
    let more = (0..<1200).map {
      "2\(1000 + $0)@2005-01-01,2\(1000 + $0),Xã \($0 % 2 == 0 ? "Lẻ" : "Chẵn"),commune,xã,477,2005-01-01,2025-07-01,rural,t\n"
    }
    try folder.write(Self.units + more.joined(), to: "units.csv")
    #expect(await units("show", "vn", "--on", "2024-01-01", "--lang", "vi").out.contains("t (1.200)"))
    #expect(await units("show", "vn", "--on", "2024-01-01", "--lang", "en").out.contains("t (1,200)"))
  }

  // MARK: history

  @Test func `every version of a code is told with where it came from and what it became`() async {
    let found = await units("history", "19001", "--lang", "vi")
    #expect(found.status == 0)
    #expect(
      found.out == """
        Xã Quảng Phú, Huyện Quảng Hòa, Thành phố Bến Xa (19001@2004-08-31), từ 31/08/2004 đến trước 01/07/2025
          → Phường Đan Điền, Thành phố Bến Xa (19001@2025-07-01), từ 01/07/2025: toàn bộ
        Phường Đan Điền, Thành phố Bến Xa (19001@2025-07-01), từ 01/07/2025
          ← Xã Quảng Phú, Huyện Quảng Hòa, Thành phố Bến Xa (19001@2004-08-31), từ 31/08/2004 đến trước 01/07/2025: toàn bộ
          ← Xã Quảng Phú, Huyện Ia H'Lâu, Tỉnh Núi Biếc (19002@2004-08-31), từ 31/08/2004 đến trước 01/07/2025: một phần

        """)
    for name in ["19001@2025-07-01", "Phường Đan Điền", "xã Quảng Phú, Bến Xa"] {
      #expect(await units("history", name, "--lang", "vi").out == found.out, "\(name)")
    }
  }
  @Test func `chains are followed to their ends, in JSON with the number of steps`() async throws {
    try folder.write(
      Self.units.replacing("46,2025-07-01,,urban", with: "46,2025-07-01,2026-01-01,urban")
        + "19001@2026-01-01,19001,Xã Đan Điền,commune,xã,46,2026-01-01,,rural,NQ 3\n", to: "units.csv")
    try folder.write(
      "from,to,extent,source\n19002@2004-08-31,19001@2025-07-01,partial,a\n19001@2025-07-01,19001@2026-01-01,full,b\n",
      to: "successors.csv")
    let found = await units("history", "19002", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(found.out.utf8)) as? [String: Any])
    let after = try #require(json["after"] as? [[String: Any]])
    #expect(after.map { $0["id"] as? String } == ["19001@2025-07-01", "19001@2026-01-01"])
    #expect(after.map { $0["steps"] as? Int } == [1, 2])
    let text = await units("history", "19002", "--lang", "en")
    #expect(
      text.out.contains(
        "\n    → Xã Đan Điền, Thành phố Bến Xa (19001@2026-01-01), since 2026-01-01: all of it\n"))
  }

  // MARK: The command line

  @Test func `a register that is not there or is wrong is told`() async throws {
    let recorded = RecordedConsole()
    let line = ["units", "find", "x", "--units", "\(folder.path)/khong", "--lang", "en"]
    #expect(await Command(stages: []).run(line, console: recorded.console) == 64)
    #expect(recorded.err.contains("there is no register of units at"))
    let empty = try TemporaryFolder(["gaps.csv": ""])
    let other = RecordedConsole()
    let second = ["units", "find", "x", "--units", empty.path, "--lang", "en"]
    #expect(await Command(stages: []).run(second, console: other.console) == 2)
    #expect(other.err.replacing("\n", with: " ").contains("'\(empty.path)/units.csv'"), "\(other.err)")
    try folder.write(Self.units + "bad\n", to: "units.csv")
    let wrong = await units("find", "x", "--lang", "en")
    #expect(wrong.status == 2)
    #expect(wrong.firstError.hasPrefix("\(folder.path)/units.csv:14:1: error: "), "\(wrong.firstError)")
  }
  @Test(arguments: [
    ["find"], ["find", "x", "--names", "y"], ["find", "x", "--on", "2025-02-30"],
    ["find", "x", "--on", "1/2"],
    ["find", "x", "--level", "thôn"], ["show"], ["show", "a", "b"], ["history"], ["lost"],
  ]) func `a wrong command line ends with 64`(_ words: [String]) async {
    for language in ["vi", "en"] {
      let recorded = RecordedConsole()
      let line = ["units"] + words + ["--lang", language]
      #expect(await Command(stages: []).run(line, console: recorded.console) == 64)
      #expect(recorded.out.isEmpty && !recorded.err.isEmpty)
    }
  }
  @Test(arguments: ["units", "units find", "units show", "units history"])
  func `the help is all in one language and says how it ends`(_ line: String) async {
    let (vi, en) = (await outcome("\(line) --help --lang vi"), await outcome("\(line) --help --lang en"))
    #expect(vi.status == 0 && en.status == 0)
    for word in HelpTests.english { #expect(!vi.out.contains(word), "\(word)") }
    // A name of a unit is in Vietnamese whatever the language.
    #expect(!en.out.replacing("xã A, huyện B", with: "").unicodeScalars.contains { $0.value > 0x2FF })
    if line != "units" {
      #expect(
        en.out.contains("1 a name is none, or several") && vi.out.contains("1 có tên không chỉ đơn vị nào"))
    }
  }
  @Test func `days are written in either way`() {
    for (text, day) in [
      ("2024-12-31", "2024-12-31"), ("31/12/2024", "2024-12-31"), ("1/2/2024", "2024-02-01"),
      ("29/02/2023", nil), ("2024/12/31", nil), ("31-12-2024", nil), ("", nil), ("//", nil), ("1/2/3/4", nil),
      ("1/7/25", nil), ("01/07/025", nil), ("25-07-01", nil), ("1 /7/2025", nil), ("+1/7/2025", nil),
    ] as [(String, String?)] { #expect(DayArgument(argument: text)?.day.iso == day, "\(text)") }
  }
}
