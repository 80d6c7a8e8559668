import Diagnostics
import Foundation
import Spelling
import Tables
import Testing

@testable import Units

/// Levels, types and single versions of units.
struct UnitWordsTests {
  private func unit(_ name: String, _ type: UnitType, from: String, to: String?) throws -> UnitVersion {
    UnitVersion(
      id: "x", code: "x", name: name, level: .province, type: type, parent: "vn", validFrom: try day(from),
      validTo: try to.map(day), area: nil, source: "s")
  }
  @Test(arguments: [
    ("2019-12-31", false), ("2020-01-01", true), ("2024-06-30", true), ("2024-12-31", true),
    ("2025-01-01", false),
  ]) func `the first day is inside and the last named day outside`(_ row: (String, Bool)) throws {
    let closed = try unit("Tỉnh A", .province, from: "2020-01-01", to: "2025-01-01")
    #expect(closed.isValid(on: try day(row.0)) == row.1)
  }
  @Test func `an open end has no last day`() throws {
    let open = try unit("Tỉnh A", .province, from: "2020-01-01", to: nil)
    #expect(open.isValid(on: try day("9999-12-31")))
    #expect(!open.isValid(on: try day("2019-12-31")))
  }
  @Test(arguments: [
    ("Tỉnh Cà Mau", UnitType.province, "Cà Mau"), ("Thành phố Huế", .city, "Huế"), ("Phường 1", .ward, "1"),
    ("Tây Nguyên", .region, "Tây Nguyên"), ("Tỉnh", .province, "Tỉnh"), ("Cả nước", .country, "Cả nước"),
    ("Thị trấn Năm Căn", .township, "Năm Căn"), ("Đặc khu Bạch Long Vĩ", .specialZone, "Bạch Long Vĩ"),
  ]) func `the bare name is what follows the type`(_ row: (String, UnitType, String)) throws {
    #expect(try unit(row.0, row.1, from: "2020-01-01", to: nil).bareName == row.2)
  }
  @Test func `levels are ordered from the country down`() {
    #expect(UnitLevel.allCases == UnitLevel.allCases.sorted())
    #expect(UnitLevel.country < .commune && !(UnitLevel.commune < .commune))
    #expect(Set(UnitLevel.allCases.map(\.phrase)).count == 5)
  }
  @Test func `every type stands at a level, and only a city at two`() {
    for type in UnitType.allCases { #expect(type.levels.count == (type == .city ? 2 : 1), "\(type)") }
  }
  @Test func `no short form stands for two types`() {
    let forms = UnitType.allCases.flatMap(\.abbreviations)
    #expect(Set(forms).count == forms.count)
    for type in UnitType.allCases {
      for form in type.abbreviations {
        let readings = ParsedName(form.uppercased() + ". Bình").readings
        #expect(readings.contains { $0.type == type && $0.bare == VietnameseName.folded("Bình") }, "\(form)")
      }
    }
  }
  @Test func `a name without a type has one reading, and a type alone no other`() {
    #expect(ParsedName("Huế").readings.count == 1)
    #expect(ParsedName("Thành phố").readings.count == 1)
    #expect(ParsedName("TP Huế").readings.map(\.type) == [nil, .city])
  }
  @Test func `the register is shipped, public and named once`() {
    #expect(UnitRegistry.key == "units")
    #expect(UnitRegistry.builtIn == "share:units")
    #expect(UnitRegistry.firstDay.iso == "2016-01-01")
  }
  @Test func `an ambiguous commune name is told with its districts`() throws {
    var tables = Tables4()
    for (code, name) in [("474", "Huyện B"), ("475", "Huyện C")] {
      tables.units.append("\(code)@2010-01-01,\(code),\(name),district,huyện,46,2010-01-01,,,s")
      tables.units.append(
        "19\(code)@2010-01-01,19\(code),Xã Quảng Phú,commune,xã,\(code),2010-01-01,,rural,s")
    }
    let registry = try tables.load()
    let when = try day("2024-01-22")
    do throws(Diagnostics) {
      _ = try registry.resolve(name: "xã Quảng Phú", on: when, at: nil)
      Issue.record("two communes have this name")
    } catch {
      let diagnostic = try #require(error.all.first)
      #expect(diagnostic.code == "units.ambiguous-name")
      #expect(
        diagnostic.hint?.en.contains(
          "Xã Quảng Phú, Huyện B, Tỉnh A (19474@2010-01-01); Xã Quảng Phú, Huyện C, Tỉnh A (19475@2010-01-01)"
        )
          == true)
    }
    #expect(try registry.resolve(name: "X. Quảng Phú", within: ["H. C"], on: when, at: nil).code == "19475")
    #expect(registry.candidates(named: "Quảng Phú", within: ["H. D"], on: when).isEmpty)
  }
}
