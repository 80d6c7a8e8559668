import Foundation
import Spelling
import Tables
import Testing

@testable import Units

/// The tables against the published lists, which are not part of the project.
@Suite(.enabled(if: hasLists, "the published lists are not beside the project"))
struct ListsTests {
  private func rows(_ name: String, from header: Int = 1) throws -> [[String]] {
    let text = try String(contentsOf: listsFolder.appendingPathComponent(name), encoding: .utf8)
    return text.replacingOccurrences(of: "\r", with: "").split(separator: "\n").dropFirst(header).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
  private func folded(_ text: some StringProtocol) -> String { VietnameseName.folded(String(text)) }

  @Test(arguments: ["2016-01-01", "2019-12-15", "2024-01-22", "2025-01-04", "2025-06-30"])
  func `until the reform the units of a day are those of the intervals`(_ iso: String) throws {
    let intervals = try rows("dvhcvn_history_intervals.csv").filter { row in
      row[4] <= iso && (row[5].isEmpty || iso < row[5])
    }
    let ours = committed.units(on: try day(iso)).filter { $0.level >= .province }
    #expect(
      Set(intervals.map { "\($0[1]) \(folded($0[2])) \($0[3])" })
        == Set(ours.map { "\($0.code) \(folded($0.name)) \($0.level == .province ? "" : $0.parent)" }))
    #expect(intervals.count == ours.count)
  }
  @Test func `the list of 4 January 2025 differs in ten places`() throws {
    let listed = try rows("Xa_2025-01-04.csv").filter { !$0[5].isEmpty }
    let theirs = Dictionary(uniqueKeysWithValues: listed.map { ($0[5], folded($0[4])) })
    let units = committed.units(at: .commune, on: try day("2025-01-04"))
    let ours = Dictionary(uniqueKeysWithValues: units.map { ($0.code, folded($0.name)) })
    #expect((theirs.count, ours.count) == (10_051, 10_057))
    #expect(Set(theirs.keys).subtracting(ours.keys) == ["00292"])
    #expect(
      Set(ours.keys).subtracting(theirs.keys)
        == ["00286", "19525", "19531", "19549", "19630", "19651", "19696"])
    let renamed = theirs.filter { code, name in ours[code].map { $0 != name } ?? false }
    #expect(renamed.keys.sorted() == ["19627", "19654", "19687"])
    #expect(ours["00286"] == theirs["00292"])
    let mergers = try day("2025-02-01")
    for code in ["00286", "19525", "19531", "19549", "19630", "19651", "19696"] {
      #expect(committed.history(code).first { $0.validTo == mergers } != nil, "\(code)")
    }
    for code in ["00292", "19627", "19654", "19687"] {
      #expect(committed.history(code).contains { $0.validFrom == mergers }, "\(code)")
    }
  }

  private struct Province: Decodable {
    struct Ward: Decodable {
      let Code: String
      let FullName: String
    }
    let Code: String
    let FullName: String
    let Wards: [Ward]
  }
  @Test func `the units of 25 July 2026 are those of the list but for one code`() throws {
    let data = try Data(
      contentsOf: listsFolder.appendingPathComponent("thanglequoc_full_vn_units_2026-07-25.json"))
    let provinces = try JSONDecoder().decode([Province].self, from: data)
    var theirs: Set<String> = []
    for province in provinces {
      theirs.insert("\(province.Code) \(folded(province.FullName)) vn")
      for ward in province.Wards { theirs.insert("\(ward.Code) \(folded(ward.FullName)) \(province.Code)") }
    }
    let day = try day("2026-07-25")
    let units = committed.units(on: day).filter { $0.level >= .province }
    let ours = Set(units.map { "\($0.code) \(folded($0.name)) \($0.parent)" })
    #expect(theirs.subtracting(ours) == ["06978 \(folded("Xã Ba Chẽ")) 22"])
    #expect(ours.subtracting(theirs) == ["06970 \(folded("Xã Ba Chẽ")) 22"])
  }

  private struct Mapping: Decodable {
    struct Merge: Decodable {
      let old_id: String
      let type: String
    }
    struct Commune: Decodable {
      let level2_id: String
      let merges: [Merge]
    }
    struct Province: Decodable {
      let level2s: [Commune]
    }
    let data: [Province]
  }
  @Test func `the steps of the reform are those of the mapping but for what was settled`() throws {
    let data = try Data(contentsOf: listsFolder.appendingPathComponent("merges.json"))
    let mapping = try JSONDecoder().decode(Mapping.self, from: data)
    var theirs: [String: String] = [:]
    for commune in mapping.data.flatMap(\.level2s) {
      for merge in commune.merges { theirs["\(merge.old_id) \(commune.level2_id)"] = merge.type }
    }
    #expect((theirs.values.count { $0 == "full" }, theirs.values.count { $0 == "partial" }) == (9592, 1012))
    var ours: [String: String] = [:]
    for step in committed.successions where step.to.hasSuffix("@2025-07-01") && step.to.utf8.count == 16 {
      ours["\(step.from.prefix { $0 != "@" }) \(step.to.prefix(5))"] = step.extent.rawValue
    }
    let (gone, made) = (Set(theirs.keys).subtracting(ours.keys), Set(ours.keys).subtracting(theirs.keys))
    // Nineteen namesakes, six wholes put elsewhere, one code of another commune.
    #expect((gone.count, made.count) == (26, 7))
    let changed = ours.filter { theirs[$0.key].map { [extent = $0.value] in $0 != extent } ?? false }
    #expect(changed.values.allSatisfy { $0 == "full" } && changed.count == 17)
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
    for name in ["units.csv", "successors.csv", "regions.csv", "gaps.csv", "sources.csv"] {
      let made = try Data(contentsOf: folder.appendingPathComponent(name))
      #expect(made == (try Data(contentsOf: tables.appendingPathComponent(name))), "\(name)")
    }
  }
}
