import Diagnostics
import Testing

@testable import Units

/// Tables with one mistake each: its code and its place.
struct BadTablesTests {
  @Test func `sound small tables load`() throws {
    var tables = Tables4()
    tables.units.append("474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01,,,s")
    #expect(tables.mistakes() == [])
    #expect(try tables.load().units.count == 3)
  }
  @Test(arguments: [
    ("47@2020-01-01,47,Tỉnh B,province,tỉnh,vn,2020-01-01,,", "units.bad-row u/units.csv:4:1"),
    ("47@2020-01-01,47,\"Tỉnh B\",province,tỉnh,vn,2020-01-01,,,s", "units.bad-row u/units.csv:4:1"),
    ("", "units.bad-row u/units.csv:4:1"),
    ("47@2020-01-01,47,Tỉnh B,tinh,tỉnh,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:25"),
    ("47@2020-01-01,47,Tỉnh B,province,tinh,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:34"),
    ("47@2020-01-01,47,Tỉnh B,province,tỉnh,vn,2020-02-30,,,s", "units.bad-value u/units.csv:4:42"),
    ("47@2020-01-01,47,Tỉnh B,province,tỉnh,vn,2020-01-01,,town,s", "units.bad-value u/units.csv:4:54"),
    ("47@2020-01-02,47,Tỉnh B,province,tỉnh,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:1"),
    ("7@2020-01-01,7,Tỉnh B,province,tỉnh,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:14"),
    ("47@2020-01-01,47,Xã B,province,xã,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:23"),
    (
      "47@2020-01-01,47,Tỉnh B,province,tỉnh,vn,2020-01-01,2020-01-01,,s",
      "units.bad-interval u/units.csv:4:53"
    ),
    ("46@2004-08-31,46,Tỉnh A,province,tỉnh,vn,2004-08-31,,,s", "units.duplicate-id u/units.csv:4:1"),
    ("46@2020-01-01,46,Tỉnh B,province,tỉnh,vn,2020-01-01,,,s", "units.overlap u/units.csv:4:42"),
    (
      "474@2020-01-01,474,Huyện B,district,huyện,47,2020-01-01,,,s", "units.parent-not-valid u/units.csv:4:43"
    ),
    (
      "474@2020-01-01,474,Huyện B,district,huyện,474,2020-01-01,,,s",
      "units.parent-not-valid u/units.csv:4:43"
    ),
  ]) func `a wrong row of units is told with its place`(_ row: (String, String)) {
    var tables = Tables4()
    tables.units.append(row.0)
    #expect(tables.mistakes() == [row.1])
  }
  @Test func `a gap must be declared`() {
    var tables = Tables4()
    tables.units += [
      "474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01,2018-01-01,,s",
      "474@2019-01-01,474,Huyện C,district,huyện,46,2019-01-01,,,s",
    ]
    #expect(tables.mistakes() == ["units.gap u/units.csv:5:46"])
    tables.gaps.append("474,2018-01-01,2019-01-01,s")
    #expect(tables.mistakes() == [])
  }
  @Test func `a parent that ends too early is told`() {
    var tables = Tables4()
    tables.units[2] = "46@2004-08-31,46,Tỉnh A,province,tỉnh,vn,2004-08-31,2020-01-01,,s"
    tables.units.append("474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01,2020-01-02,,s")
    #expect(tables.mistakes() == ["units.parent-not-valid u/units.csv:4:43"])
    tables.units[3] = "474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01,2020-01-01,,s"
    #expect(tables.mistakes() == [])
  }
  @Test(arguments: [
    ("9@2020-01-01,46@2004-08-31,full,s", "units.bad-edge u/successors.csv:2:1"),
    ("474@2010-01-01,9@2020-01-01,full,s", "units.bad-edge u/successors.csv:2:16"),
    ("46@2004-08-31,474@2010-01-01,full,s", "units.bad-edge u/successors.csv:2:15"),
    ("474@2010-01-01,46@2004-08-31,most,s", "units.bad-value u/successors.csv:2:30"),
  ]) func `a wrong succession is told with its place`(_ row: (String, String)) {
    var tables = Tables4()
    tables.units.append("474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01,2020-01-01,,s")
    tables.successors.append(row.0)
    #expect(tables.mistakes() == [row.1])
  }
  @Test func `letters and marks apart are told as what they are`() throws {
    let name = "Huyện Hoa Sén"
    let apart = name.unicodeScalars.flatMap { $0 == "é" ? Array("e\u{301}".unicodeScalars) : [$0] }
    var tables = Tables4.short
    tables.units.append("477,\(name),46,2010-01-01,,,s")
    #expect(tables.mistakes() == [])
    tables.units[3] = "477," + String(String.UnicodeScalarView(apart)) + ",46,2010-01-01,,,s"
    #expect(tables.mistakes() == ["units.bad-value u/units.csv:4:5"])
    #expect(tables.messages().allSatisfy { $0.contains("NFD") && $0.contains("'477'") })
    #expect(tables.messages().allSatisfy { text in !text.unicodeScalars.contains("\u{301}") })
    tables.units[3] = "477,Huye\u{323}\u{302}n Hoa Sen,46,2010-01-01,,,s"
    #expect(tables.mistakes() == ["units.bad-value u/units.csv:4:5"])
  }
  @Test func `what is said of one unit's successors must agree`() {
    var tables = Tables4()
    tables.units += [
      "474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01,2020-01-01,,s",
      "475@2020-01-01,475,Huyện C,district,huyện,46,2020-01-01,,,s",
      "476@2020-01-01,476,Huyện D,district,huyện,46,2020-01-01,,,s",
      "477@2010-01-01,477,Huyện E,district,huyện,46,2010-01-01,2020-01-01,,s",
    ]
    let (to475, to476) = ("474@2010-01-01,475@2020-01-01,", "474@2010-01-01,476@2020-01-01,")
    for (rows, mistakes) in [
      ([to475 + "partial", to476 + "partial"], []), ([to475 + "full"], []),
      ([to475 + "unstated", to476 + "partial"], []),
      ([to475 + "full", "477@2010-01-01,475@2020-01-01,full"], []),
      ([to475 + "full", to476 + "full"], ["units.edges-disagree u/successors.csv:3:31"]),
      ([to475 + "full", to476 + "partial"], ["units.edges-disagree u/successors.csv:3:31"]),
      ([to475 + "partial", to476 + "full"], ["units.edges-disagree u/successors.csv:3:31"]),
      ([to475 + "full", to475 + "full"], ["units.edges-disagree u/successors.csv:3:16"]),
      (
        [to475 + "partial", "477@2010-01-01,475@2020-01-01,full", to475 + "partial"],
        ["units.edges-disagree u/successors.csv:4:16"]
      ),
      (["474@2010-01-01,46@2004-08-31,full"], ["units.bad-edge u/successors.csv:2:16"]),
    ] {
      tables.successors = ["from,to,extent,source"] + rows.map { $0 + ",s" }
      #expect(tables.mistakes() == mistakes, "\(rows)")
    }
  }
  @Test func `a commune stands below a district or a province, and a district below a province`() {
    var tables = Tables4()
    tables.units.append("00001@2010-01-01,00001,Xã C,commune,xã,vn,2010-01-01,,rural,s")
    #expect(tables.mistakes() == ["units.parent-level u/units.csv:4:40"])
    tables.units[3] = "474@2010-01-01,474,Huyện B,district,huyện,vn,2010-01-01,,,s"
    #expect(tables.mistakes() == ["units.parent-level u/units.csv:4:43"])
    tables.units[3] = "00001@2010-01-01,00001,Xã C,commune,xã,46,2010-01-01,,rural,s"
    #expect(tables.mistakes() == [])
  }
  @Test func `days and separators are asked for in words`() {
    var tables = Tables4()
    tables.units.append("474@2010-01-01,474,Huyện B,district,huyện,46,01/01/2010,,,s")
    #expect(tables.messages().first?.hasPrefix("cần một ngày có trong lịch, viết như 2024-12-31") == true)
    tables.units = tables.units.map { $0.replacing(",", with: ";") }
    #expect(tables.mistakes() == ["units.bad-header u/units.csv:1:1"])
    #expect(tables.hints() == ["tách các cột bằng dấu phẩy, không phải dấu chấm phẩy"])
  }
  @Test func `a region must be known`() {
    var tables = Tables4()
    tables.regions.append("vung:x,46,2016-01-01,,s")
    #expect(tables.mistakes() == ["units.bad-edge u/regions.csv:2:1"])
    tables.units.append("vung:x,vung:x,X,region,vùng,vn,2016-01-01,,,s")
    #expect(tables.mistakes() == [])
    tables.regions[1] = "vung:x,47,2016-01-01,,s"
    #expect(tables.mistakes() == ["units.bad-edge u/regions.csv:2:8"])
  }
  @Test func `a wrong header, an empty file and a missing one are told`() {
    var tables = Tables4()
    tables.gaps = ["code"]
    #expect(tables.mistakes() == ["units.bad-header u/gaps.csv:1:1"])
    #expect(code { () throws(Diagnostics) in _ = try Tables4().load([:]) } == "files.unreadable")
    let empty: [String: [UInt8]] = [
      "u/units.csv": [], "u/successors.csv": [], "u/regions.csv": [], "u/gaps.csv": [],
    ]
    #expect(code { () throws(Diagnostics) in _ = try Tables4().load(empty) } == "units.bad-header")
  }
  @Test func `bytes that are not UTF-8 are told, not read`() {
    var bytes = Array((Tables4.unitsHeader + "\n" + Tables4.country + "\n").utf8)
    bytes += Array("47@2020-01-01,47,T".utf8) + [0xFF] + Array(",province,tỉnh,vn,2020-01-01,,,s\n".utf8)
    let tables: [String: [UInt8]] = [
      "u/units.csv": bytes, "u/successors.csv": Array("from,to,extent,source\n".utf8),
      "u/regions.csv": Array("region,province,valid_from,valid_to,source\n".utf8),
      "u/gaps.csv": Array("code,valid_from,valid_to,source\n".utf8),
    ]
    #expect(code { () throws(Diagnostics) in _ = try Tables4().load(tables) } == "units.bad-row")
  }
  @Test func `all mistakes of all tables are told at once`() {
    var tables = Tables4()
    tables.units.append("x")
    tables.gaps.append("x")
    #expect(tables.mistakes() == ["units.bad-row u/gaps.csv:2:1", "units.bad-row u/units.csv:4:1"])
  }
  @Test func `what only follows from a line that was left out is not told`() {
    var tables = Tables4()
    tables.regions.append("vung:x,46,2016-01-01,,s")
    tables.units += [
      "vung:x,vung:x,X,region,vùng,vn,2016-01-01,,,s",
      "474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01,2020-01-01,,s",
      "00001@2010-01-01,00001,Xã C,commune,xã,474,2010-01-01,2020-01-01,rural,s",
      "00002@2010-01-01,00002,Xã D,commune,xã,499,2010-01-01,2020-01-01,rural,s",
      "474@2020-01-01,474,Huyện B,district,huyện,46,2020-01-01,,,s",
    ]
    tables.successors += ["474@2010-01-01,474@2020-01-01,full,s", "9@2010-01-01,00001@2010-01-01,full,s"]
    let sound = tables
    let rest = ["units.bad-edge u/successors.csv:3:1", "units.parent-not-valid u/units.csv:7:40"]
    #expect(tables.mistakes().sorted() == rest)
    for (line, wrong, code) in [
      (4, "474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01", "units.bad-row u/units.csv:5:1"),
      (
        4, "474@2010-01-01,\"474\",\"Huyện B\",district,huyện,46,2010-01-01,,,s",
        "units.bad-row u/units.csv:5:1"
      ),
      (
        4, "474@2010-01-01,474,Huyện B,distric,huyện,46,2010-01-01,2020-01-01,,s",
        "units.bad-value u/units.csv:5:28"
      ),
      (2, "46@2004-08-31,46,Tỉnh A,province,tỉnh,vn,2004-08-32,,,s", "units.bad-value u/units.csv:3:42"),
    ] {
      tables = sound
      tables.units[line] = wrong
      #expect(tables.mistakes().sorted() == (rest + [code]).sorted(), "\(wrong)")
    }
    tables = sound
    tables.units[0] = "id"
    #expect(tables.mistakes() == ["units.bad-header u/units.csv:1:1"])
  }
  @Test func `a byte order mark and CRLF are taken`() throws {
    var tables = Tables4()
    tables.units = tables.units.map { $0 + "\r" }
    tables.units[0] = "\u{FEFF}" + tables.units[0]
    #expect(tables.mistakes() == [])
    #expect(try tables.load().units.count == 2)
  }
  @Test func `every code has words in both languages`() {
    let codes = unitsExplanations.map(\.code)
    #expect(Set(codes).count == codes.count)
    for explanation in unitsExplanations {
      #expect(explanation.code.hasPrefix("units."))
      for phrase in [explanation.meaning, explanation.remedy] {
        #expect(!phrase.vi.isEmpty && !phrase.en.isEmpty && phrase.vi != phrase.en)
      }
    }
  }
}
