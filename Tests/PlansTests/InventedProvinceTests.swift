import Figures
import Foundation
import Tables
import Testing
import Units

@testable import Plans

/// The committed files of the invented province, each held to what `build.py` says of it.
@Suite struct InventedProvinceTests {
  @Test func `the register has nine districts and their communes, and nothing that is real`() throws {
    let units = try InventedProvince.units()
    let on = day("2024-12-31")
    #expect(units.units(at: .province, on: on).map(\.id) == ["99@2016-01-01"])
    #expect(units.units(at: .district, on: on).count == 9)
    let communes = units.units(at: .commune, on: on)
    #expect(communes.count == 110 && Set(communes.map(\.name)).count == 110)
    let names = Set(Here.units.units.map(\.name))
    for unit in units.units where unit.level != .country {
      #expect(Here.units.history(unit.code).isEmpty && !names.contains(unit.name), "\(unit.id) \(unit.name)")
    }
    for commune in communes {
      #expect(commune.area == (commune.type == .commune ? .rural : .urban))
      #expect(units.ancestors(of: commune, on: on).map(\.level) == [.district, .province, .country])
    }
  }
  @Test func `building anew gives the committed bytes`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "\(Here.root)/\(InventedProvince.folder)/build.py", "--check"]
    let said = Pipe()
    (process.standardError, process.standardOutput) = (said, said)
    try process.run()
    let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }

  @Test(arguments: [
    (2023, "ho-2023.ndjson", "json.read", "poor", "near_poor", "none"),
    (2024, "ho-2024.csv", "csv.read", "Hộ nghèo", "Hộ cận nghèo", "Hộ không nghèo"),
  ])
  func `every mistake is in a list as often as it is said to be`(
    _ year: Int, _ file: String, _ stage: String, _ poor: String, _ nearPoor: String, _ none: String
  ) async throws {
    let rows = try await InventedProvince.read(file, by: stage, schema: "ho-\(year).yaml")
    let declared = Dictionary(
      uniqueKeysWithValues: try InventedProvince.table("expected/mistakes.csv").filter {
        $0["year"] == "\(year)"
      }
      .map { ($0["mistake"] ?? "", Int($0["rows"] ?? "") ?? -1) })
    func said(_ kind: String) -> Int { declared[kind] ?? -1 }
    // A row that is cut is rejected by the step that reads; a day that does not exist is missing.
    #expect(rows.rows.count == said("") - said("cut_row"))
    #expect(rows.count { rows.day("reviewed", $0) == nil } == said("impossible_date"))
    #expect(
      rows.count { rows.number("b1", $0) == nil && rows.number("b2", $0) == nil } == said("blank_points"))
    #expect(rows.repeated(rows.whole) == said("exact_duplicate"))
    #expect(
      rows.repeated { rows.text("household_id", $0) } == said("exact_duplicate") + said("duplicate_id"))
    #expect(
      rows.count { rows.text("ethnicity", $0) == "Không có trong danh mục" } == said("unknown_ethnicity"))
    #expect(rows.count { rows.text("household_id", $0).count == 11 } == said("lost_leading_zero"))
    #expect(rows.count { rows.number("income_k", $0) ?? 0 > 100_000 } == said("wrong_income_unit"))
    #expect(rows.count { (rows.number("b2", $0) ?? 0) % 10 != 0 } == said("points_not_of_tens"))
    #expect(rows.count { rows.text("commune", $0) == "99999" } == said("unknown_commune"))
    #expect(
      rows.count { rows.number("dependants", $0) ?? 0 > rows.number("members", $0) ?? 0 }
        == said("dependants_over_members"))
    let review = day("\(year)-09-01")...day("\(year)-12-14")
    #expect(
      rows.count { rows.day("reviewed", $0).map { !review.contains($0) } ?? false }
        == said("date_outside_review"))
    let isWord = year == 2024
    #expect(
      rows.count { row in
        guard let income = rows.number("income_k", row), income <= 100_000 else { return false }
        let isUrban = ["urban", "Thành thị"].contains(rows.text(isWord ? "area_word" : "area", row))
        let isLow = income <= (isUrban ? 2000 : 1500)
        let lacks = rows.flags(row).count { $0 }
        let found = !isLow ? none : lacks >= 3 ? poor : nearPoor
        return rows.text(isWord ? "declared_word" : "declared", row) != found
      } == said("wrong_class"))
  }
  @Test func `every commune has its households in both years`() async throws {
    let rows = try await InventedProvince.read("tong-ho.csv", by: "csv.read", schema: "tong-ho.yaml")
    let units = try InventedProvince.units()
    for year in [2023, 2024] {
      var all: [String: Int64] = [:]
      for row in 0..<rows.rows.count where rows.day("as_of", row) == day("\(year)-10-01") {
        let code = rows.text("commune", row)
        #expect(units.unit(code: code, level: .commune, on: day("\(year)-10-01")) != nil)
        all["\(code) \(rows.text("group", row))"] = rows.number("households", row)
      }
      #expect(all.count == 440)
      for commune in units.units(at: .commune, on: day("\(year)-10-01")) {
        let code = commune.code
        let sum = (all["\(code) area:urban"] ?? -1) + (all["\(code) area:rural"] ?? -1)
        #expect(all["\(code) all"] == sum && (all["\(code) ethnicity:Mông"] ?? .max) <= sum)
      }
    }
  }
  @Test func `most households of the first year come again`() async throws {
    let first = try await InventedProvince.read("ho-2023.ndjson", by: "json.read", schema: "ho-2023.yaml")
    let second = try await InventedProvince.read("ho-2024.csv", by: "csv.read", schema: "ho-2024.yaml")
    let ids = Set((0..<first.rows.count).map { first.text("household_id", $0) })
    let again = second.count { ids.contains(second.text("household_id", $0)) }
    #expect(again * 100 > ids.count * 70 && again < second.rows.count)
    #expect((5500...6500).contains(first.rows.count + second.rows.count))
  }
}
