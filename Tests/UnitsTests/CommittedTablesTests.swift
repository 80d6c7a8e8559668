import Foundation
import Tables
import Testing

@testable import Units

/// The tables in the project: counts that are known from elsewhere, and what must hold of every row.
struct CommittedTablesTests {
  @Test(arguments: [
    ("2016-01-01", 63, 713, 11_162), ("2024-01-22", 63, 705, 10_598), ("2025-01-01", 63, 696, 10_057),
    ("2025-01-04", 63, 696, 10_057), ("2025-03-01", 63, 696, 10_047), ("2025-06-30", 63, 696, 10_047),
    ("2025-07-01", 34, 0, 3321), ("2026-04-29", 34, 0, 3321), ("2026-04-30", 34, 0, 3321),
    ("2026-11-01", 34, 0, 3321),
  ]) func `the number of units on a day is known`(_ row: (String, Int, Int, Int)) throws {
    let day = try day(row.0)
    #expect(committed.units(at: .province, on: day).count == row.1)
    #expect(committed.units(at: .district, on: day).count == row.2)
    #expect(committed.units(at: .commune, on: day).count == row.3)
    #expect(committed.units(at: .country, on: day).map(\.id) == ["vn"])
  }
  @Test(arguments: [
    ("2025-07-01", 2621, 687), ("2026-04-29", 2621, 687), ("2026-04-30", 2611, 697),
  ]) func `the types of the communes since the reform are known`(_ row: (String, Int, Int)) throws {
    let units = committed.units(at: .commune, on: try day(row.0))
    #expect(units.count { $0.type == .commune } == row.1)
    #expect(units.count { $0.type == .ward } == row.2)
    #expect(units.count { $0.type == .specialZone } == 13)
    #expect(units.count == row.1 + row.2 + 13)
  }
  @Test func `ten communes of Dong Nai became wards and urban on the day it became a city`() throws {
    let day = try day("2026-04-30")
    let changed = committed.units.filter { $0.validFrom == day }
    #expect(
      changed.map(\.code) == [
        "75", "25270", "25357", "25363", "26116", "26170", "26248", "26326", "26368", "26425", "26485",
      ])
    for unit in changed.dropFirst() {
      let before = try #require(committed.unit(code: unit.code, on: Day(number: day.number - 1)))
      #expect((before.type, unit.type) == (.commune, .ward))
      #expect((before.area, unit.area) == (.rural, .urban))
      #expect(before.bareName == unit.bareName && unit.parent == "75")
      #expect(committed.successors(of: before).map(\.to) == [unit.id])
      #expect(committed.successors(of: before).map(\.extent) == [.full])
    }
  }
  @Test(arguments: [("31", 114), ("96", 64), ("46", 40), ("92", 103)])
  func `the new communes of the plans' provinces are complete`(_ row: (String, Int)) throws {
    let day = try day("2025-07-01")
    let province = try #require(committed.unit(code: row.0, on: day))
    #expect(committed.children(of: province, on: day).count == row.1)
  }
  @Test func `there are 63 provinces on every day until the reform and 34 since`() throws {
    let (start, reform, end) = (try day("2016-01-01"), try day("2025-07-01"), try day("2026-11-01"))
    for number in stride(from: start.number, through: end.number, by: 13) {
      let day = Day(number: number)
      #expect(committed.units(at: .province, on: day).count == (day < reform ? 63 : 34), "\(day.iso)")
    }
  }
  @Test(arguments: [
    "2016-01-01", "2019-10-01", "2021-06-30", "2024-01-22", "2025-03-31", "2025-07-01", "2026-11-01",
  ])
  func `the children of all units of a level are the units of the next`(_ iso: String) throws {
    let day = try day(iso)
    let country = try #require(committed.unit(id: "vn"))
    let provinces = committed.children(of: country, on: day)
    #expect(provinces == committed.units(at: .province, on: day))
    let below = provinces.flatMap { committed.children(of: $0, on: day) }
    let districts = committed.units(at: .district, on: day)
    #expect(Set(below.filter { $0.level == .district }) == Set(districts))
    let communes = (districts + provinces).flatMap { committed.children(of: $0, on: day) }
      .filter { $0.level == .commune }
    #expect(communes.count == committed.units(at: .commune, on: day).count)
    #expect(Set(communes).count == communes.count)
  }
  @Test func `every unit has a chain of parents up to the country on its first and last day`() {
    for unit in committed.units where unit.level >= .province {
      let first = max(unit.validFrom, UnitRegistry.firstDay)
      let last = unit.validTo.map { Day(number: $0.number - 1) } ?? first
      for day in [first, last] {
        #expect(committed.ancestors(of: unit, on: day).last?.id == "vn", "\(unit.id) on \(day.iso)")
      }
    }
  }
  @Test func `every province has one region until the reform and none since`() throws {
    let (before, after) = (try day("2024-12-31"), try day("2025-07-01"))
    var sum = 0
    for region in committed.units(at: .region, on: before) {
      let members = committed.children(of: region, on: before)
      sum += members.count
      for province in members { #expect(committed.region(of: province, on: before) == region) }
    }
    #expect(sum == 63)
    for province in committed.units(at: .province, on: after) {
      #expect(committed.region(of: province, on: after) == nil)
    }
  }
  @Test func `every old province goes wholly into one new province`() throws {
    let (before, after) = (try day("2025-06-30"), try day("2025-07-01"))
    var arrived: Set<String> = []
    for unit in committed.units(at: .province, on: before) {
      let steps = committed.successors(of: unit)
      if unit.isValid(on: after) {
        #expect(steps.isEmpty, "\(unit.id)")
        arrived.insert(unit.id)
      } else {
        #expect(steps.map(\.extent) == [.full], "\(unit.id)")
        arrived.formUnion(steps.map(\.to))
      }
    }
    #expect(arrived == Set(committed.units(at: .province, on: after).map(\.id)))
  }
  @Test func `every commune that the reform ended has a successor, in part when there are several`() throws {
    let reform = try day("2025-07-01")
    var (whole, part, districts) = (0, 0, 0)
    for unit in committed.units(at: .commune, on: Day(number: reform.number - 1)) {
      let steps = committed.successors(of: unit)
      #expect(unit.validTo == reform && !steps.isEmpty, "\(unit.id)")
      #expect(steps.allSatisfy { $0.extent == (steps.count == 1 ? .full : .partial) }, "\(unit.id)")
      whole += steps.count == 1 ? 1 : 0
      part += steps.count == 1 ? 0 : steps.count
    }
    for unit in committed.units(at: .district, on: Day(number: reform.number - 1)) {
      districts += committed.successors(of: unit).count
    }
    // The mapping has 9,592 and 1,012 with the five islands; the README says what was settled otherwise.
    #expect((whole, part, districts) == (9604, 976, 5))
  }
  @Test func `both ends of every step meet on its day, and a whole goes to one place only`() {
    let ends = Dictionary(grouping: committed.successions, by: \.from)
    for (id, steps) in ends {
      let from = committed.unit(id: id)
      for step in steps {
        guard let end = from?.validTo, let to = committed.unit(id: step.to) else {
          Issue.record("\(step)")
          continue
        }
        #expect(to.isValid(on: end), "\(step)")
        #expect(step.extent != .full || steps.count == 1, "\(step)")
      }
    }
  }
  @Test(
    arguments: [
      ("318", "11948"), ("471", "19742"), ("498", "20333"), ("536", "21548"), ("755", "26732"),
    ] as [(String, String)])
  func `an island district without communes became a special zone`(_ row: (String, String)) throws {
    let (before, after) = (try day("2025-06-30"), try day("2025-07-01"))
    let district = try #require(committed.unit(code: row.0, level: .district, on: before))
    #expect(committed.children(of: district, on: before).isEmpty)
    let steps = committed.successors(of: district)
    #expect(steps.map(\.to) == [row.1 + "@2025-07-01"] && steps.map(\.extent) == [.full])
    let zone = try #require(committed.unit(code: row.1, on: after))
    #expect(zone.type == .specialZone && zone.area == nil && zone.level == .commune)
    #expect(zone.bareName == district.bareName)
    #expect(committed.predecessors(of: zone).map(\.from) == [district.id])
  }
  @Test func `only those five districts have no commune`() throws {
    let day = try day("2025-06-30")
    let empty = committed.units(at: .district, on: day).filter { committed.children(of: $0, on: day).isEmpty }
    #expect(empty.map(\.code) == ["318", "471", "498", "536", "755"])
  }
  @Test(arguments: [
    // A namesake in another district, a code of another commune, a whole put elsewhere by the mapping.
    ("14770@2004-08-31", ["14797@2025-07-01"], Succession.Extent.full),
    ("28924@2009-02-09", ["28921@2025-07-01"], .full), ("23938@2004-08-31", ["23938@2025-07-01"], .full),
    ("23710@2004-08-31", ["23710@2025-07-01"], .full), ("31771@2004-08-31", ["31777@2025-07-01"], .full),
    // A part that only the mapping has, in the same district: nothing is called whole.
    ("23053@2004-08-31", ["23041@2025-07-01", "23053@2025-07-01"], .partial),
    // A code in the table that is not that of the name beside it.
    ("01651@2004-08-31", ["01648@2025-07-01"], .full),
    ("00556@2004-08-31", ["00541@2025-07-01", "00562@2025-07-01"], .partial),
  ]) func `where the lists disagree, one is followed`(_ row: (String, [String], Succession.Extent)) throws {
    let code = String(row.0.prefix(5))
    let unit = try #require(committed.unit(code: code, on: try day("2025-06-30")))
    let steps = committed.successors(of: unit)
    #expect(steps.map(\.to) == row.1)
    #expect(steps.allSatisfy { $0.extent == row.2 })
  }
  @Test func `versions of one code never overlap, and gaps are few`() {
    var gaps = 0
    for (a, b) in zip(committed.units, committed.units.dropFirst()) where a.code == b.code {
      guard let end = a.validTo else {
        Issue.record("\(a.id) is open and followed by \(b.id)")
        continue
      }
      #expect(end <= b.validFrom, "\(a.id)")
      gaps += end < b.validFrom ? 1 : 0
    }
    #expect(gaps == 32)
  }
  @Test func `every unit has a parent on every day of its validity since the register begins`() {
    let byCode = Dictionary(grouping: committed.units, by: \.code)
    for unit in committed.units where unit.level != .country {
      var day = max(unit.validFrom, UnitRegistry.firstDay)
      let above = (byCode[unit.parent] ?? []).filter { $0.level < unit.level }
      while day < unit.validTo ?? Day(number: .max),
        let parent = above.first(where: { $0.isValid(on: day) })
      {
        day = parent.validTo ?? Day(number: .max)
      }
      #expect(day >= unit.validTo ?? Day(number: .max), "\(unit.id) has no parent on \(day.iso)")
    }
  }
  @Test func `the tables are small`() throws {
    let folder = projectFolder.appendingPathComponent("pipelines/units")
    let names = ["units.csv", "successors.csv", "regions.csv", "gaps.csv", "sources.csv"]
    let sizes = try names.map { try Data(contentsOf: folder.appendingPathComponent($0)).count }
    #expect(sizes.reduce(0, +) < 1_500_000)
  }
  @Test func `area follows from the type of a commune`() {
    for unit in committed.units {
      switch unit.type {
      case .ward, .township: #expect(unit.area == .urban)
      case .commune: #expect(unit.area == .rural)
      case .country, .region, .province, .city, .urbanDistrict, .ruralDistrict, .town, .specialZone:
        #expect(unit.area == nil)
      }
    }
  }
  @Test func `every row says where it is from and has one way of writing the tone`() {
    for unit in committed.units {
      #expect(!unit.source.isEmpty)
      #expect(
        !unit.name.hasSuffix("oà") && !unit.name.hasSuffix("oá") && !unit.name.contains("huỷ"), "\(unit.name)"
      )
    }
  }
}
