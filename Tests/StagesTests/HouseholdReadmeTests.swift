import Diagnostics
import Figures
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Tables
import Testing

/// The examples of the READMEs about households are pipelines that run, with the outcomes they show.
@Suite struct HouseholdReadmeTests {
  private func text(_ module: String) throws -> String {
    try String(
      contentsOf: StageContractTests.root.appending(path: "plugins/\(module)/README.md"), encoding: .utf8)
  }
  private func run(_ module: String, _ name: String) throws -> HouseholdRun {
    var files: [String: String] = [:]
    for match in try text(module).matches(of: /(?m)^```\w+ (\S+)\n((?s).*?)^```$/) {
      files[String(match.1)] = String(match.2)
    }
    let pipeline = try #require(files[name], "the README has no \(name)")
    return try HouseholdRun(
      pipeline.replacing("defaults: {", with: "defaults: { standards: s,"), files)
  }

  @Test func `households_classify: five households have the classes shown`() async throws {
    let run = try run("Classify", "phan-loai.yaml")
    let table = try await run.table("phan-loai")
    let readme = try text("Classify")
    for row in 0..<5 {
      let (word, count) = (table.text("class", row), table.number("deprivation_count", row))
      let cells = [word.map { "`\($0)`" } ?? "", count?.plain ?? ""].map { $0.isEmpty ? "" : "\($0) " }
      #expect(readme.contains("| H\(row + 1) | \(cells[0])| \(cells[1])| "))
    }
    let report = await Runner(run.checked, files: run.files, width: 1).run(into: MemoryOutput().output)
    #expect(report.failure == nil)
  }
  @Test func `members_ask: members, forms and declared classes give what is shown`() async throws {
    let run = try run("Classify", "thanh-vien.yaml")
    let table = try await run.table("phan-loai")
    #expect(
      (0..<5).map { table.text("class", $0) } == ["poor", "near_poor", "near_poor", "average", nil])
    #expect((0..<5).map { table.number("deprivation_count", $0)?.plain } == ["3", "2", "1", "8", nil])
    let readme = try text("Classify")
    for row in 0..<5 {
      let word = table.text("class", row).map { "`\($0)` " } ?? ""
      #expect(readme.contains("| H\(row + 1) | \(word)| "))
    }
    let communes = try await run.table("sai-khac")
    let names = ["so_ho", "khop", "khac", "chua_ro", "khai_ngheo", "tinh_ngheo"]
    #expect(
      (0..<2).map { row in names.map { communes.number($0, row)?.plain ?? "" } } == [
        ["2", "1", "1", "0", "2", "1"], ["3", "2", "0", "1", "1", "0"],
      ])
    let report = await Runner(run.checked, files: run.files, width: 1).run(into: MemoryOutput().output)
    let found = report.findings.steps["phan-loai"]?.kept ?? []
    #expect(
      found.map { "\($0.line) \($0.code)" } == ["6 classify.deprivation", "3 classify.declared"])
  }
  @Test func `households_aggregate and households_figures: the numbers are those shown`() async throws {
    let run = try run("Aggregate", "dem-ho.yaml")
    let table = try await run.table("tong")
    let all = try #require(table.row("province", "98", "all"))
    let names = ["households", "poor", "near_poor", "members_poor", "h", "a", "m0"]
    #expect(
      names.map { table.number($0, all)?.plain } == ["6", "3", "1", "13", "0.500000", "0.277778", "0.138889"])
    let readme = try text("Aggregate")
    #expect(readme.contains("h = 0.500000, a = 0.277778,\nm0 = 0.138889"))
    let runner = Runner(run.checked, files: run.files, width: 1)
    let figures = try #require(try await runner.value(of: "so-lieu", port: "figures") as? FigureTable)
    let rate = try #require(
      figures.figures.first { $0.unit == "98@2016-01-01" && $0.measure == "poor_rate" && $0.group == "all" })
    #expect(rate.value == .ratio(numerator: 3, denominator: 1030) && readme.contains("3/1030"))
    #expect(rate.note == "Tổng số hộ tại ngày 01/10/2024.")
  }
  @Test func `households_measures: the numbers are those shown`() async throws {
    let run = try run("Aggregate", "do-ngheo.yaml")
    let table = try await run.table("do")
    func measure(_ weight: String, _ name: String) throws -> String {
      let row = try #require(
        (0..<table.rows.count).first {
          table.text("weight", $0) == weight && table.text("measure", $0) == name
        })
      return [table.number("part", row), table.number("whole", row)].map { $0?.plain ?? "" }.joined(
        separator: "/")
    }
    #expect(try measure("households", "h") == "1/2" && measure("households", "a") == "3/4")
    #expect(try measure("households", "m0") == "3/8" && measure("persons", "h") == "3/7")
    #expect(try measure("households", "multidimensional_rate") == "3/4")
    #expect(try text("Aggregate").contains("h = 1/2, a = 3/4, m0 = 3/8, `multidimensional_rate` = 3/4"))
  }
  @Test(arguments: ["Aggregate", "Classify"]) func `every option and code is told in both languages`(
    module: String
  ) throws {
    let halves = try text(module).split(separator: "\n---\n", maxSplits: 1).map(String.init)
    #expect(halves.count == 2)
    for stage in allStages where String(reflecting: stage).hasPrefix(module + ".") {
      for match in stage.reference(.en).matches(of: /(?m)^\| `(\w+)`/) {
        for half in halves { #expect(half.contains("`\(match.1)`"), "\(module) \(match.1)") }
      }
    }
  }
}
