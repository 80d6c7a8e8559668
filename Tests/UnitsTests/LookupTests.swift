import Diagnostics
import Foundation
import Spelling
import Tables
import Testing

@testable import Units

struct LookupTests {
  private let january = Day(number: 19_744)  // 2024-01-22

  @Test(
    arguments: [
      ("01", "2024-01-22", "01@2004-08-31"), ("46", "2024-01-22", "46@2004-08-31"),
      ("46", "2024-12-31", "46@2004-08-31"), ("46", "2025-01-01", "46@2025-01-01"),
      ("474", "2024-01-22", "474@2004-08-31"), ("474", "2025-01-01", "474@2025-01-01"),
      ("474", "2025-07-01", nil),
      ("96", "2025-06-30", "96@2004-08-31"), ("96", "2025-07-01", "96@2025-07-01"), ("94", "2025-07-01", nil),
      ("75", "2026-04-29", "75@2025-07-01"), ("75", "2026-04-30", "75@2026-04-30"), ("1", "2024-01-22", nil),
      ("", "2024-01-22", nil), ("vn", "2024-01-22", "vn"), ("19897", "2024-01-22", "19897@2004-08-31"),
    ] as [(String, String, String?)]) func `a code means what it meant on the day`(
      _ row: (String, String, String?)
    ) throws
  {
    #expect(committed.unit(code: row.0, on: try day(row.1))?.id == row.2)
  }
  @Test func `a level that the code does not have gives nothing`() {
    #expect(committed.unit(code: "46", level: .province, on: january) != nil)
    #expect(committed.unit(code: "46", level: .district, on: january) == nil)
  }
  @Test func `the history of a code is told from the beginning`() {
    #expect(committed.history("46").map(\.name) == ["Tỉnh Thừa Thiên Huế", "Thành phố Huế"])
    #expect(committed.history("474").map(\.name) == ["Thành phố Huế", "Quận Thuận Hóa"])
    #expect(committed.history("99999").isEmpty)
  }
  @Test func `ancestors follow the hierarchy of the day`() throws {
    let old = try #require(committed.unit(id: "19897@2004-08-31"))
    #expect(old.name == "Xã Quảng Phú")
    #expect(committed.ancestors(of: old, on: january).map(\.id) == ["477@2004-08-31", "46@2004-08-31", "vn"])
    let later = try day("2025-06-30")
    #expect(committed.ancestors(of: old, on: later).map(\.id) == ["477@2004-08-31", "46@2025-01-01", "vn"])
    let new = try #require(committed.successors(of: old).first.flatMap { committed.unit(id: $0.to) })
    #expect(new.name == "Xã Đan Điền" && new.code == "19885")
    #expect(committed.ancestors(of: new, on: try day("2025-07-01")).map(\.id) == ["46@2025-01-01", "vn"])
  }
  @Test(
    arguments: [
      ("vn", UnitLevel.province, "2024-01-22", 63), ("vn", .region, "2024-01-22", 6),
      ("vung:tay-nguyen", .province, "2024-01-22", 5), ("vung:tay-nguyen", .commune, "2025-07-01", 0),
      ("46@2004-08-31", .district, "2024-01-22", 9), ("46@2004-08-31", .commune, "2024-01-22", 141),
      ("46@2004-08-31", .province, "2024-01-22", 1), ("46@2004-08-31", .region, "2024-01-22", 0),
      ("46@2004-08-31", .province, "2025-01-01", 0), ("46@2004-08-31", .country, "2024-01-22", 0),
      ("536@2004-08-31", .commune, "2024-01-22", 0), ("536@2004-08-31", .district, "2024-01-22", 1),
      ("75@2026-04-30", .commune, "2026-04-30", 95), ("75@2026-04-30", .district, "2026-04-30", 0),
    ] as [(String, UnitLevel, String, Int)])
  func `the units of a level in one are those of the day`(_ row: (String, UnitLevel, String, Int)) throws {
    let unit = try #require(committed.unit(id: row.0))
    let found = committed.units(at: row.1, in: unit, on: try day(row.2))
    #expect(found.count == row.3)
    #expect(found.allSatisfy { $0.level == row.1 })
    #expect(found.map(\.code) == found.map(\.code).sorted())
  }
  @Test func `the city of Hue of 2024 was split into two districts`() throws {
    let city = try #require(committed.unit(id: "474@2004-08-31"))
    let steps = committed.successors(of: city)
    #expect(steps.map(\.to) == ["474@2025-01-01", "475@2025-01-01"])
    #expect(steps.map(\.extent) == [.partial, .partial])
    let half = try #require(committed.unit(id: "475@2025-01-01"))
    #expect(committed.predecessors(of: half).map(\.from) == ["474@2004-08-31"])
  }
  @Test func `Ca Mau and Bac Lieu became Ca Mau`() throws {
    let new = try #require(committed.unit(id: "96@2025-07-01"))
    #expect(committed.predecessors(of: new).map(\.from) == ["95@2004-08-31", "96@2004-08-31"])
    #expect(new.slug == "tinh-ca-mau" && new.bareName == "Cà Mau")
  }

  @Test(
    arguments: [
      ("Thành phố Huế", "2024-01-22", [], ["474@2004-08-31"]),
      ("Thành phố Huế", "2025-03-01", [], ["46@2025-01-01"]),
      ("TP Huế", "2024-01-22", [], ["474@2004-08-31"]), ("tp.huế", "2024-01-22", [], ["474@2004-08-31"]),
      ("T.P. HUẾ", "2024-01-22", [], ["474@2004-08-31"]), ("Huế", "2024-01-22", [], ["474@2004-08-31"]),
      ("TX Hương Trà", "2024-01-22", [], ["480@2011-11-16"]),
      ("H. Quảng Điền", "2024-01-22", [], ["477@2004-08-31"]),
      ("huyện quảng điền", "2024-01-22", ["Thừa Thiên Huế"], ["477@2004-08-31"]),
      ("Quảng Điền", "2024-01-22", ["Cà Mau"], []), ("Quang Dien", "2024-01-22", [], []),
      ("Xã Quảng Phú", "2024-01-22", ["H. Quảng Điền", "Tỉnh Thừa Thiên Huế"], ["19897@2004-08-31"]),
      ("Tỉnh Cà Mau", "2024-01-22", [], ["96@2004-08-31"]),
      ("Tỉnh Cà Mau", "2025-07-01", [], ["96@2025-07-01"]),
      ("Cà Mau", "2024-01-22", [], ["96@2004-08-31", "964@2004-08-31"]),
      ("Cà Mau", "2015-01-01", ["Huế"], []),
      ("Tỉnh Hoà Bình", "2024-01-22", [], ["17@2004-08-31"]),
      ("Q. Hồng Bàng", "2024-01-22", [], ["303@2004-08-31"]),
      ("Đồng bằng sông Hồng", "2024-01-22", [], ["vung:dong-bang-song-hong"]), ("", "2024-01-22", [], []),
      ("Hải Dương", "2024-01-22", ["Đồng bằng sông Hồng"], ["30@2004-08-31", "288@2009-07-30"]),
      ("Cả nước", "2024-01-22", [], ["vn"]), ("Tỉnh", "2024-01-22", [], []),
    ] as [(String, String, [String], [String])]) func `a name gives every unit it can mean`(
      _ row: (String, String, [String], [String])
    ) throws
  {
    let found = committed.candidates(named: row.0, within: row.2, on: try day(row.1)).map(\.id)
    if row.0 == "Hải Dương" || row.0 == "Cà Mau", !row.3.isEmpty {
      #expect(found.first == row.3.first && found.count == 2, "\(found)")
    } else {
      #expect(found == row.3)
    }
    let nfd = row.0.decomposedStringWithCanonicalMapping
    #expect(committed.candidates(named: nfd, within: row.2, on: try day(row.1)).map(\.id) == found)
  }

  @Test func `resolving tells what is wrong and gives the candidates`() throws {
    let then = try day("2025-07-01")
    #expect(
      code { () throws(Diagnostics) in _ = try committed.resolve(id: "96@2004-08-31", at: nil) } == "none")
    #expect(
      code { () throws(Diagnostics) in _ = try committed.resolve(id: "96@2024-01-01", at: nil) }
        == "units.unknown-id")
    #expect(
      code { () throws(Diagnostics) in _ = try committed.resolve(code: "999", on: then, at: nil) }
        == "units.unknown-code")
    #expect(
      code { () throws(Diagnostics) in _ = try committed.resolve(code: "46", on: nil, at: nil) }
        == "units.needs-date")
    #expect(
      code { () throws(Diagnostics) in _ = try committed.resolve(code: "01", on: nil, at: nil) } == "none")
    #expect(
      code { () throws(Diagnostics) in _ = try committed.resolve(code: "94", on: then, at: nil) }
        == "units.not-valid-then")
    #expect(
      code { () throws(Diagnostics) in
        _ = try committed.resolve(code: "46", level: .district, on: then, at: nil)
      }
        == "units.wrong-level")
    #expect(
      code { () throws(Diagnostics) in _ = try committed.resolve(name: "Quãng Phú", on: nil, at: nil) }
        == "units.unknown-name")
    #expect(
      code { () throws(Diagnostics) in _ = try committed.resolve(name: "Cà Mau", on: then, at: nil) }
        == "none")
  }
  @Test(
    arguments: [
      ("Xã Quảng Phú", [], "units.ambiguous-name"), ("Quảng Phú", [], "units.ambiguous-name"),
      ("Xã Quảng Phú", ["Huyện Quảng Điền"], "none"), ("Xã Quảng Phú", ["Cà Mau"], "units.unknown-name"),
      ("Huyện Quảng Điền", [], "none"), ("Xã Ia Mơ Nông", [], "units.needs-parent"),
    ] as [(String, [String], String)]) func `a commune name alone is not enough`(
      _ row: (String, [String], String)
    )
  {
    let found = code { () throws(Diagnostics) in
      _ = try committed.resolve(name: row.0, within: row.1, on: january, at: nil)
    }
    #expect(found == row.2)
  }
  @Test func `a code that ended names what took its place`() throws {
    do throws(Diagnostics) {
      _ = try committed.resolve(code: "94", on: Day(number: 20_270), at: .top(of: "plan.yaml"))
      Issue.record("code 94 ended on 1 July 2025")
    } catch {
      let diagnostic = try #require(error.all.first)
      #expect(diagnostic.range?.file == "plan.yaml")
      #expect(diagnostic.hint?.vi.contains("đến trước 01/07/2025") == true)
      #expect(diagnostic.hint?.vi.contains("Thành phố Cần Thơ (92@2025-07-01)") == true)
    }
  }
  @Test func `a code that lost its zero is told with it`() throws {
    do throws(Diagnostics) {
      _ = try committed.resolve(code: "1", on: january, at: nil)
      Issue.record("1 is no code")
    } catch { #expect(error.all.first?.hint?.vi.contains("01") == true) }
  }
  @Test func `an ambiguous name gives its candidates with their parents`() throws {
    do throws(Diagnostics) {
      _ = try committed.resolve(name: "Cà Mau", on: january, at: nil)
      Issue.record("a province and a city have this name")
    } catch {
      let diagnostic = try #require(error.all.first)
      #expect(diagnostic.code == "units.ambiguous-name")
      #expect(diagnostic.hint?.vi.contains("Thành phố Cà Mau, Tỉnh Cà Mau") == true)
    }
  }
}
