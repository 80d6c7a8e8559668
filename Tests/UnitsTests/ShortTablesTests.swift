import Diagnostics
import Testing

@testable import Units

/// Tables written the short way: what follows from the rest is left out, and sources are listed on their own.
struct ShortTablesTests {
  @Test func `id, level and type follow from code, day and name`() throws {
    var tables = Tables4.short
    tables.units += [
      "461,Thành phố B,46,2010-01-01,,,s", "462,Thị xã C,46,2010-01-01,,,s",
      "00001,Xã D,461,2010-01-01,2020-01-01,rural,s", "00001,Phường D,461,2020-01-01,,urban,t",
      "00002,Đặc khu E,461,2020-01-01,,,s", "vung:f,Vùng F,vn,2016-01-01,,,s",
    ]
    tables.sources?.append("t,Nghị quyết 2")
    tables.successors.append("00001@2010-01-01,00001@2020-01-01,full,t")
    tables.regions.append("vung:f,46,2016-01-01,,s")
    let registry = try tables.load()
    #expect(
      registry.units.map(\.id) == [
        "vn", "vung:f", "46@2004-08-31", "461@2010-01-01", "462@2010-01-01", "00001@2010-01-01",
        "00001@2020-01-01", "00002@2020-01-01",
      ])
    #expect(
      registry.units.map(\.type) == [
        .country, .region, .province, .city, .town, .commune, .ward, .specialZone,
      ])
    #expect(
      registry.units.map(\.level) == [
        .country, .region, .province, .district, .district, .commune, .commune, .commune,
      ])
    #expect(registry.units.map(\.area) == [nil, nil, nil, nil, nil, .rural, .urban, nil])
    #expect(registry.units.suffix(2).map(\.source) == ["Nghị quyết 2", "Nghị quyết 1"])
    #expect(registry.successions.map(\.source) == ["Nghị quyết 2"])
  }
  @Test func `both ways of writing give the same register`() throws {
    var (long, short) = (Tables4(), Tables4.short)
    long.units.append("474@2010-01-01,474,Huyện B,district,huyện,46,2010-01-01,2020-01-01,,Nghị quyết 1")
    short.units.append("474,Huyện B,46,2010-01-01,2020-01-01,,s")
    long.units[1] = "vn,vn,Cả nước,country,cả nước,,2004-08-31,,,Nghị quyết 1"
    long.units[2] = "46@2004-08-31,46,Tỉnh A,province,tỉnh,vn,2004-08-31,,,Nghị quyết 1"
    #expect(try Array(long.load().units) == Array(short.load().units))
  }
  @Test(arguments: [
    ("47,Tỉnh B,vn,2020-01-01,,", "units.bad-row u/units.csv:4:1"),
    ("7,Tỉnh B,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:1"),
    ("1234,Xã B,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:1"),
    (",Xã B,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:1"),
    ("47,tỉnh B,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:4"),
    ("47,Tỉnh,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:4"),
    ("47,Tỉnh ,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:4"),
    ("47,B,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:4"),
    ("47,Xã B,vn,2020-01-01,,,s", "units.bad-value u/units.csv:4:4"),
    ("471,Tỉnh B,46,2020-01-01,,,s", "units.bad-value u/units.csv:4:5"),
    ("47,Tỉnh B,vn,2020-13-01,,,s", "units.bad-value u/units.csv:4:14"),
    ("47,Tỉnh B,vn,20200-01-01,,,s", "units.bad-value u/units.csv:4:14"),
    ("47,Tỉnh B,vn,2020-01-01,2020-01-01,,s", "units.bad-interval u/units.csv:4:25"),
    ("47,Tỉnh B,vn,2020-01-01,,city,s", "units.bad-value u/units.csv:4:26"),
    ("47,Tỉnh B,vn,2020-01-01,,,x", "units.bad-source u/units.csv:4:27"),
    ("47,Tỉnh B,vn,2020-01-01,,,", "units.bad-source u/units.csv:4:27"),
    ("46,Tỉnh B,vn,2004-08-31,,,s", "units.duplicate-id u/units.csv:4:1"),
    ("vn,Cả nước,,2010-08-31,,,s", "units.duplicate-id u/units.csv:4:1"),
    ("46,Tỉnh B,vn,2020-01-01,,,s", "units.overlap u/units.csv:4:14"),
    ("46,Tỉnh B,vn,2004-01-01,2004-09-01,,s", "units.overlap u/units.csv:3:14"),
    ("46,Tỉnh B,vn,2003-01-01,2004-01-01,,s", "units.gap u/units.csv:3:14"),
    ("474,Huyện B,47,2020-01-01,,,s", "units.parent-not-valid u/units.csv:4:13"),
    ("00001,Xã B,00001,2020-01-01,,,s", "units.parent-not-valid u/units.csv:4:12"),
    ("00001,Xã B,,2020-01-01,,,s", "units.parent-not-valid u/units.csv:4:12"),
  ]) func `a wrong row is told with its place`(_ row: (String, String)) {
    var tables = Tables4.short
    tables.units.append(row.0)
    #expect(tables.mistakes() == [row.1])
  }
  @Test func `two units with one code overlap, whatever their order in the table`() {
    for flip in [false, true] {
      var tables = Tables4.short
      let rows = ["474,Huyện B,46,2010-01-01,2020-01-02,,s", "474,Quận B,46,2020-01-01,,,s"]
      tables.units += flip ? rows.reversed() : rows
      let later = flip ? 4 : 5
      #expect(tables.mistakes() == ["units.overlap u/units.csv:\(later):15"])
    }
  }
  @Test func `days that touch are neither an overlap nor a gap`() throws {
    var tables = Tables4.short
    tables.units += ["474,Huyện B,46,2010-01-01,2020-01-01,,s", "474,Quận B,46,2020-01-01,,,s"]
    let registry = try tables.load()
    #expect(registry.unit(code: "474", on: try day("2019-12-31"))?.type == .ruralDistrict)
    #expect(registry.unit(code: "474", on: try day("2020-01-01"))?.type == .urbanDistrict)
  }
  @Test func `a gap of one day must be declared, exactly`() {
    var tables = Tables4.short
    tables.units += ["474,Huyện B,46,2010-01-01,2020-01-01,,s", "474,Quận B,46,2020-01-02,,,s"]
    #expect(tables.mistakes() == ["units.gap u/units.csv:5:15"])
    tables.gaps.append("474,2020-01-01,2020-01-03,s")
    #expect(tables.mistakes() == ["units.gap u/units.csv:5:15"])
    tables.gaps[1] = "474,2020-01-01,2020-01-02,s"
    #expect(tables.mistakes() == [])
  }
  @Test func `sources must be listed, once`() {
    var tables = Tables4.short
    tables.sources = nil
    #expect(tables.mistakes() == ["files.unreadable :0:0"])
    tables.sources = ["id,title", "s,A", "s,B"]
    #expect(tables.mistakes() == ["units.bad-source u/sources.csv:3:1"])
    tables.sources = ["id,name"]
    #expect(tables.mistakes().contains("units.bad-header u/sources.csv:1:1"))
    tables.sources = ["id,title", "s,A"]
    tables.gaps.append("46,2020-01-01,2020-01-02,t")
    tables.successors.append("46@2004-08-31,9@2020-01-01,full,t")
    tables.regions.append("vung:x,46,2016-01-01,,t")
    #expect(
      tables.mistakes() == [
        "units.bad-source u/gaps.csv:2:26", "units.bad-edge u/regions.csv:2:1",
        "units.bad-source u/regions.csv:2:23", "units.bad-edge u/successors.csv:2:15",
        "units.bad-source u/successors.csv:2:33",
      ])
  }
  @Test func `a row that was left out does not move the places of the others`() {
    var tables = Tables4.short
    tables.units += ["x", "47,B,vn,2020-01-01,,,s", "", "48,B,vn,2020-01-01,,,s"]
    #expect(
      tables.mistakes() == [
        "units.bad-row u/units.csv:4:1", "units.bad-value u/units.csv:5:4", "units.bad-row u/units.csv:6:1",
        "units.bad-value u/units.csv:7:4",
      ])
  }
  @Test func `rows in any order give one register`() throws {
    var tables = Tables4.short
    tables.units += [
      "00002,Xã D,474,2010-01-01,,rural,s", "474,Huyện B,46,2010-01-01,,,s", "00001,Xã C,474,2012-01-01,,,s",
      "00001,Xã B,474,2010-01-01,2012-01-01,,s",
    ]
    let registry = try tables.load()
    tables.units = [tables.units[0]] + tables.units.dropFirst().reversed()
    let turned = try tables.load()
    #expect(Array(turned.units) == Array(registry.units))
    #expect(registry.units.map(\.code) == ["vn", "46", "474", "00001", "00001", "00002"])
    #expect(registry.history("00001").map(\.name) == ["Xã B", "Xã C"])
  }
}
