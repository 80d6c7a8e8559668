import Foundation
import Tables
import Testing

@testable import Units

/// The tables in the project: counts that are known from elsewhere, and what must hold of every row.
struct CommittedTablesTests {
  @Test(arguments: [
    ("2016-01-01", 63, 713), ("2024-01-22", 63, 705), ("2024-12-31", 63, 705), ("2025-01-01", 63, 696),
    ("2025-06-30", 63, 696), ("2025-07-01", 34, 0), ("2026-04-29", 34, 0), ("2026-04-30", 34, 0),
    ("2026-11-01", 34, 0),
  ]) func `the number of provinces and districts is known`(_ row: (String, Int, Int)) throws {
    let day = try day(row.0)
    #expect(committed.units(at: .province, on: day).count == row.1)
    #expect(committed.units(at: .country, on: day).map(\.id) == ["vn"])
    guard row.0 != "2024-12-31" else { return }
    #expect(committed.units(at: .district, on: day).count == row.2)
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
  @Test func `every commune that the reform ended has a successor, in part only when there are several`()
    throws
  {
    let reform = try day("2025-07-01")
    for unit in committed.units where unit.level == .commune && unit.validTo == reform {
      let steps = committed.successors(of: unit)
      #expect(!steps.isEmpty, "\(unit.id)")
      if steps.count > 1 { #expect(steps.allSatisfy { $0.extent == .partial }, "\(unit.id)") }
      if steps.map(\.extent) == [.partial] {
        // The other part went to a province whose communes are not in the register, or the list calls it a part.
        #expect(committed.unit(id: steps[0].to)?.level == .commune)
      }
    }
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

  @Test(.enabled(if: hasLists, "the published lists are not beside the project"))
  func `rebuilding from the lists gives the committed bytes`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("units-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // a left-over folder harms nobody
    let tables = projectFolder.appendingPathComponent("pipelines/units")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", tables.appendingPathComponent("build.py").path, listsFolder.path, folder.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for name in ["units.csv", "successors.csv", "regions.csv", "gaps.csv"] {
      let made = try Data(contentsOf: folder.appendingPathComponent(name))
      #expect(made == (try Data(contentsOf: tables.appendingPathComponent(name))), "\(name)")
    }
  }
}
