import Diagnostics
import Foundation
import Spelling
import Tables
import Testing

@testable import Units

/// Units on the first and last day, the day before and after, leap days, and codes that are used again.
@Suite struct DayEdgeTests {
  /// A province renamed on a leap day, a district that lasted one day, and a commune whose code came back.
  static let tables: Tables4 = {
    var tables = Tables4()
    tables.units = [
      Tables4.unitsHeader, Tables4.country,
      "46@2004-08-31,46,Tỉnh Đá Bạc,province,tỉnh,vn,2004-08-31,2024-02-29,,s",
      "46@2024-02-29,46,Thành phố Đá Bạc,province,thành phố,vn,2024-02-29,,,s",
      "474@2004-08-31,474,Huyện Suối Mây,district,huyện,46,2004-08-31,2024-03-01,,s",
      "475@2023-12-31,475,Thị xã Bến Gỗ,district,thị xã,46,2023-12-31,2024-01-01,,s",
      "46001@2004-08-31,46001,Xã Hoà An,commune,xã,474,2004-08-31,2023-02-28,rural,s",
      "46001@2023-12-31,46001,Phường Hòa An,commune,phường,474,2023-12-31,2024-03-01,urban,s",
      "46002@2004-08-31,46002,Xã Mây Trắng,commune,xã,474,2004-08-31,2024-03-01,rural,s",
      "46003@2024-03-01,46003,Xã Hòa An,commune,xã,46,2024-03-01,,rural,s",
    ]
    tables.gaps.append("46001,2023-02-28,2023-12-31,s")
    tables.successors += [
      "46@2004-08-31,46@2024-02-29,full,s", "46001@2023-12-31,46003@2024-03-01,full,s",
      "46002@2004-08-31,46003@2024-03-01,partial,s",
    ]
    return tables
  }()
  let units: UnitRegistry
  init() throws { units = try Self.tables.load() }

  @Test(
    arguments: [
      ("46", "2004-08-30", nil), ("46", "2004-08-31", "46@2004-08-31"), ("46", "2024-02-28", "46@2004-08-31"),
      ("46", "2024-02-29", "46@2024-02-29"), ("46", "2024-03-01", "46@2024-02-29"),
      ("46", "9999-12-31", "46@2024-02-29"),
      ("46", "0001-01-01", nil), ("46", "1899-12-31", nil), ("475", "2023-12-30", nil),
      ("475", "2023-12-31", "475@2023-12-31"), ("475", "2024-01-01", nil),
      ("46001", "2023-02-27", "46001@2004-08-31"),
      ("46001", "2023-02-28", nil), ("46001", "2023-12-30", nil), ("46001", "2023-12-31", "46001@2023-12-31"),
      ("46001", "2024-02-29", "46001@2023-12-31"), ("46001", "2024-03-01", nil), ("46003", "2024-02-29", nil),
      ("46003", "2024-03-01", "46003@2024-03-01"), ("474", "2024-02-29", "474@2004-08-31"),
      ("474", "2024-03-01", nil),
      ("046", "2024-03-01", nil), ("46 ", "2024-03-01", nil), ("4", "2024-03-01", nil),
      ("４６", "2024-03-01", nil),
    ] as [(String, String, String?)])
  func `a code is a unit from its first day on, and not on the day it ends`(
    _ code: String, _ iso: String, _ id: String?
  ) throws {
    #expect(units.unit(code: code, on: try day(iso))?.id == id)
  }
  @Test func `every unit begins on its first day and is gone on its last`() {
    for unit in units.units {
      let before = Day(number: unit.validFrom.number - 1)
      #expect(unit.isValid(on: unit.validFrom) && !unit.isValid(on: before))
      #expect(units.unit(code: unit.code, level: unit.level, on: unit.validFrom) == unit)
      #expect(units.units(at: unit.level, on: unit.validFrom).contains(unit))
      #expect(!units.units(at: unit.level, on: before).contains(unit))
      guard let end = unit.validTo else {
        #expect(unit.isValid(on: Day(number: .max)))
        continue
      }
      #expect(!unit.isValid(on: end) && unit.isValid(on: Day(number: end.number - 1)))
      #expect(units.unit(code: unit.code, level: unit.level, on: end) != unit)
      #expect(units.lastDay(of: unit) == Day(number: end.number - 1))
    }
  }
  @Test func `on every day a code is one unit, and lists are those that are valid`() {
    for number in (19_700 as Int32)...19_800 {
      let day = Day(number: number)
      let valid = units.units.filter { $0.isValid(on: day) }
      #expect(Set(valid.map(\.code)).count == valid.count, "\(day.iso)")
      #expect(units.units(on: day) == valid, "\(day.iso)")
      for unit in valid {
        let above = units.ancestors(of: unit, on: day)
        #expect(above.allSatisfy { $0.isValid(on: day) && $0.level < unit.level })
        #expect(above.map(\.level) == above.map(\.level).sorted(by: >))
        #expect(above.first == units.parent(of: unit, on: day))
        #expect(above.isEmpty || above.last?.level == .country)
        if let parent = above.first { #expect(units.children(of: parent, on: day).contains(unit)) }
      }
    }
  }
  @Test func `versions of a code come earliest first, and steps lead from one to the other and back`() {
    for unit in units.units {
      let history = units.history(unit.code)
      #expect(history.contains(unit) && history.map(\.validFrom) == history.map(\.validFrom).sorted())
      for step in units.successors(of: unit) {
        #expect(step.from == unit.id)
        let next = units.unit(id: step.to)
        #expect(next.map { units.predecessors(of: $0).contains(step) } == true)
        #expect(next?.validFrom == unit.validTo)
      }
    }
    #expect(units.successions.count == 3 && units.history("46001").count == 2)
  }

  @Test(
    arguments: [
      ("Hoà An", "2023-01-01", ["46001@2004-08-31"]), ("HÒA AN", "2023-01-01", ["46001@2004-08-31"]),
      ("Hoà An", "2023-06-01", []), ("Hòa An", "2024-02-29", ["46001@2023-12-31"]),
      ("Phường Hoà An", "2024-02-29", ["46001@2023-12-31"]), ("Xã Hòa An", "2024-02-29", []),
      ("Xã Hoà An", "2024-03-01", ["46003@2024-03-01"]),
      ("Xã Hòa An, Huyện Suối Mây", "2023-01-01", ["46001@2004-08-31"]),
      ("Xã Hòa An, Suối Mây", "2024-03-01", []), ("Đá Bạc", "2024-02-28", ["46@2004-08-31"]),
      ("Đá Bạc", "2024-02-29", ["46@2024-02-29"]), ("Tỉnh Đá Bạc", "2024-02-29", []),
      ("TP Đá Bạc", "2024-02-29", ["46@2024-02-29"]), ("TX Bến Gỗ", "2023-12-31", ["475@2023-12-31"]),
      ("TX Bến Gỗ", "2024-01-01", []), ("Đa Bạc", "2024-02-29", []), ("Hoa An", "2023-01-01", []),
    ] as [(String, String, [String])]) func `a name is what it was on the day, in any spelling`(
      _ name: String, _ iso: String, _ ids: [String]
    ) throws
  {
    let on = try day(iso)
    let forms = [
      name, name.decomposedStringWithCanonicalMapping, name.uppercased(), "  \(name)  ",
    ]
    for form in forms { #expect(units.candidates(named: form, on: on).map(\.id) == ids, "\(form)") }
    var search = UnitSearch(units)
    for form in forms { #expect(search.units(named: form, on: on).map(\.id) == ids, "\(form)") }
  }
  @Test(
    arguments: [
      ("46001", nil, "units.needs-date"), ("46002", nil, "none"),
      ("46001", "2023-06-01", "units.not-valid-then"),
      ("46001", "2023-02-27", "none"), ("46001", "2023-02-28", "units.not-valid-then"),
      ("46009", nil, "units.unknown-code"),
      ("475", "2024-01-01", "units.not-valid-then"), ("475", "2023-12-31", "none"),
      ("", "2023-12-31", "units.unknown-code"),
      ("46", "2004-08-30", "units.not-valid-then"),
    ] as [(String, String?, String)]) func `a code is resolved on a day, or told why not`(
      _ text: String, _ iso: String?, _ expected: String
    ) throws
  {
    let on = try iso.map { try day($0) }
    let found = code { () throws(Diagnostics) in _ = try units.resolve(code: text, on: on, at: nil) }
    #expect(found == expected)
  }
  @Test(arguments: [
    ("46@2004-08-31", "none"), ("46@2024-02-29", "none"), ("46@2024-02-28", "units.unknown-id"),
    ("46", "units.unknown-id"),
    ("46@2023-02-29", "units.unknown-id"), ("", "units.unknown-id"), ("vn", "none"),
    ("46@", "units.unknown-id"),
  ]) func `an id is one unit or none`(_ id: String, _ expected: String) {
    let found = code { () throws(Diagnostics) in _ = try units.resolve(id: id, at: nil) }
    #expect(found == expected)
    #expect((units.unit(id: id) != nil) == (expected == "none"))
  }
  @Test func `a register of one unit has one`() throws {
    var tables = Tables4()
    tables.units = [Tables4.unitsHeader, Tables4.country]
    let one = try tables.load()
    let country = try #require(one.units.first)
    #expect(one.units.count == 1 && one.successions.isEmpty && one.lists.ids.isEmpty)
    #expect(
      one.parent(of: country, on: one.lastChange) == nil
        && one.ancestors(of: country, on: one.lastChange).isEmpty)
    #expect(one.children(of: country, on: one.lastChange).isEmpty)
    #expect(one.candidates(named: "Cả nước", on: one.lastChange) == [country])
    #expect(one.candidates(named: "Xã Một", on: one.lastChange).isEmpty)
  }
}
