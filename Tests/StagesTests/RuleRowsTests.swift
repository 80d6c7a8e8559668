import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Testing
import YAML

/// Every rule of the sheets that come along, on a row that it passes and on one that it fails.
@Suite struct RuleRowsTests {
  private static let folder = StageContractTests.root.appending(path: "pipelines/rules")
  /// The rules of a sheet, as they are written.
  private static func rules(_ sheet: String) throws -> [Node] {
    let bytes = Array(try RuleRows.text(sheet).utf8)
    return try parseYAML(bytes, file: "\(sheet).yaml")["rules"]?.items ?? []
  }

  /// The findings of a sheet on rows, as rules; the second are those that have looked at no row.
  private func found(_ sheet: RuleRows, _ rows: [[String: String]]) async throws -> (
    told: [String], idle: [String]
  ) {
    let files = try sheet.files(rows)
    let run = try HouseholdRun(
      """
      pipeline: t
      defaults: { units: u, reference_date: 2024-12-31 }
      steps:
      \(sheet.reading("a"))\(sheet.validating("hop-le"))  - use: rows.take

      """, files)
    let report = await Runner(run.checked, files: run.files, width: 1).run(into: MemoryOutput().output)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    var (told, idle): ([String], [String]) = ([], [])
    for finding in report.findings.steps["hop-le"]?.kept ?? [] {
      if finding.code == "validate.idle-rule" {
        idle += finding.message.en.matches(of: /the rule '([^']+)'/).map { String($0.1) }
      } else {
        told.append(String(finding.message.en.prefix { $0 != ":" }))
      }
    }
    return (told, idle)
  }

  @Test(arguments: RuleRows.all.flatMap { sheet in sheet.cases.indices.map { (sheet.sheet, $0) } })
  func `a rule passes what is right and tells what is wrong`(_ name: String, _ index: Int) async throws {
    let sheet = try #require(RuleRows.all.first { $0.sheet == name })
    let one = sheet.cases[index]
    let passed = try await found(sheet, one.pass)
    #expect(!passed.told.contains(one.rule), "\(one.rule) tells of \(one.pass)")
    #expect(!passed.idle.contains(one.rule), "\(one.rule) does not look at \(one.pass)")
    let failed = try await found(sheet, one.fail)
    #expect(failed.told.contains(one.rule), "\(one.rule) does not tell of \(one.fail)")
  }
  /// What the class may be by what a row has: B1 or the income, B2 or the answers; an urban household.
  @Test(
    arguments: [
      // Points alone, each of them.
      (["b1": "176", "b2": ""], ["average", "none"]), (["b1": "175", "b2": ""], ["poor", "near_poor"]),
      (["b1": "", "b2": "30"], ["poor", "average", "none"]),
      (["b1": "", "b2": "20"], ["near_poor", "average", "none"]),
      (["b1": "", "b2": ""], ["poor", "near_poor", "average", "none"]),
      // An income in place of B1.
      (["income_k": "3001", "b2": "30"], ["none"]), (["income_k": "2001", "b2": "30"], ["average", "none"]),
      (["income_k": "2000", "b2": "30"], ["poor"]), (["income_k": "2000", "b2": "20"], ["near_poor"]),
      (["income_k": "2000"], ["poor", "near_poor"]), (["income_k": "2001"], ["average", "none"]),
      // Answers in place of B2.
      (["b1": "175", "lacks": "3"], ["poor"]), (["b1": "175", "lacks": "2"], ["near_poor"]),
      (["lacks": "3"], ["poor", "average", "none"]), (["lacks": "2"], ["near_poor", "average", "none"]),
      (["b1": "176", "lacks": "12"], ["average", "none"]),
      // B1 decides, whatever income stands beside it.
      (["b1": "100", "income_k": "5000"], ["poor", "near_poor"]),
    ] as [([String: String], Set<String>)])
  func `what is left of a row may contradict its class`(_ cells: [String: String], _ right: Set<String>)
    async throws
  {
    var row = RuleRows.noAnswers.merging(["area": "urban", "income_k": "", "b1": "", "b2": ""]) { $1 }
    row.merge(cells) { $1 }
    if let lacks = row.removeValue(forKey: "lacks").flatMap({ Int($0) }) {
      for place in 1...12 { row["d\(place)"] = place <= lacks ? "1" : "0" }
    }
    for word in ["poor", "near_poor", "average", "none"] {
      row["class"] = word
      let told = try await found(.household, [row]).told
      #expect(told.contains("E7-phan-con-lai") == !right.contains(word), "\(cells) \(word): \(told)")
    }
  }
  @Test(
    arguments: [
      ("rural", "1500", "poor", true), ("rural", "1500", "average", false), ("rural", "1500", "none", false),
      ("rural", "1501", "average", true), ("rural", "1501", "none", true), ("rural", "1501", "poor", false),
      ("rural", "2250", "average", true), ("rural", "2250", "none", true), ("rural", "2250", "poor", false),
      ("rural", "2251", "average", false), ("rural", "2251", "none", true), ("rural", "2251", "poor", false),
      ("urban", "2000", "poor", true), ("urban", "2000", "average", false),
      ("urban", "2001", "average", true), ("urban", "2251", "average", true),
      ("urban", "3000", "average", true),
      ("urban", "3000", "none", true), ("urban", "3001", "average", false), ("urban", "3001", "none", true),
      ("urban", "3001", "near_poor", false), ("rural", "50000", "average", false),
    ])
  func `the class of an income ends where its band ends`(
    _ area: String, _ income: String, _ word: String, _ isRight: Bool
  ) async throws {
    let told = try await found(.household, [["area": area, "income_k": income, "class": word, "b1": ""]]).told
    #expect(told.contains("E7-theo-thu-nhap") == !isRight, "\(told)")
  }
  @Test(arguments: RuleRows.all.map(\.sheet)) func `what is right breaks no rule`(_ name: String) async throws
  {
    let sheet = try #require(RuleRows.all.first { $0.sheet == name })
    #expect(try await found(sheet, [[:]]).told == [])
  }
  @Test(arguments: RuleRows.all.map(\.sheet))
  func `every rule of a sheet has its two rows and says by what it stands`(
    _ name: String
  ) throws {
    let sheet = try #require(RuleRows.all.first { $0.sheet == name })
    let rules = try Self.rules(name)
    #expect(rules.compactMap { $0["id"]?.scalar }.sorted() == sheet.cases.map(\.rule).sorted())
    for rule in rules {
      let id = rule["id"]?.scalar ?? ""
      #expect(rule["legal"] != nil, "\(id) has no legal basis")
      if rule["severity"]?.scalar == "warning" { continue }
      #expect(rule["severity"] == nil, "\(id)")
    }
  }
  @Test func `every sheet of the folder is tried here or with the figures`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let sheets = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(sheets).subtracting(["figures", "proposals"]) == Set(RuleRows.all.map(\.sheet)))
  }
}
