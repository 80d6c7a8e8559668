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
  /// How a name is read by an index of one unit, and the number of that unit's name.
  private func readings(_ text: String, of name: String) throws -> ([ParsedName.Reading], Int32) {
    let index = NameIndex([(name, .province)])
    var folder = NameFolder()
    return (ParsedName(text, index, &folder).readings, try #require(index.names.first))
  }
  @Test func `no short form stands for two types`() throws {
    let forms = UnitType.allCases.flatMap(\.abbreviations)
    #expect(Set(forms).count == forms.count)
    for type in UnitType.allCases {
      for form in type.abbreviations {
        let (readings, name) = try readings(form.uppercased() + ". Bình", of: "Tỉnh Bình")
        #expect(readings.contains { $0 == ParsedName.Reading(type: type, name: name) }, "\(form)")
      }
    }
  }
  @Test(
    arguments: [
      ("Huế", [nil]), ("TP Huế", [.city]), ("Tỉnh", []), ("T. Huế", [.province]), ("thành phố  Huế", [.city]),
      ("", []), (".", []), ("Huế Huế", []), ("H. HUẾ", [.ruralDistrict]),
    ] as [(String, [UnitType?])]) func `a name is read with its type or without`(
      _ row: (String, [UnitType?])
    ) throws
  {
    #expect(try readings(row.0, of: "Tỉnh Huế").0.map(\.type) == row.1)
  }
  @Test(
    arguments: [
      ("Phường 1", [.ward]), ("P1", [.ward]), ("P.01", [.ward]), ("p01", [.ward]), ("P 1", [.ward]),
      ("Q1", [.urbanDistrict]), ("1", [nil]), ("01", [nil]), ("X1", []), ("P0", []), ("P1000", []),
      ("P1a", []),
      ("PP1", []),
    ] as [(String, [UnitType?])]) func `a numbered ward may have no blank before its number`(
      _ row: (String, [UnitType?])
    ) throws
  {
    #expect(try readings(row.0, of: "Tỉnh 1").0.map(\.type) == row.1)
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
          "Xã Quảng Phú, Huyện B, Tỉnh A (19474@2010-01-01), since 2010-01-01; Xã Quảng Phú, Huyện C, Tỉnh A (19475@2010-01-01), since 2010-01-01"
        )
          == true)
    }
    #expect(try registry.resolve(name: "X. Quảng Phú", within: ["H. C"], on: when, at: nil).code == "19475")
    #expect(registry.candidates(named: "Quảng Phú", within: ["H. D"], on: when).isEmpty)
  }
}
