import Diagnostics
import Disclosure
import Figures
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Testing

@testable import Plans

/// The examples in the READMEs of the stages of figures and plans are pipelines that run, with the outcomes they show.
@Suite struct StageReadmeTests {
  /// One README, and the blocks of code in it that name a file.
  struct Readme {
    let text: String
    let blocks: [String: String]

    init(_ module: String) throws {
      text = try String(contentsOfFile: "\(Here.root)/plugins/\(module)/README.md", encoding: .utf8)
      var blocks: [String: String] = [:]
      for match in text.matches(of: /(?m)^```\w+ (\S+)\n((?s).*?)^```$/) {
        blocks[String(match.1)] = String(match.2)
      }
      self.blocks = blocks
    }
    /// The files of the README, and behind them those the program brings.
    func files(_ changed: [String: String] = [:]) -> ProjectFiles {
      let here = blocks.merging(changed) { $1 }.mapValues { Array($0.utf8) }
      let disk = ProjectFiles.folder(Here.root, share: Here.share)
      return ProjectFiles { (path, offset, count) throws(StageError) in
        guard let file = here[path] else { return try disk.bytes(path, at: offset, count: count) }
        return Array(file.dropFirst(offset).prefix(count))
      } names: { (folder) throws(StageError) in
        let prefix = folder.isEmpty ? "" : folder + "/"
        let inside = here.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        return inside.isEmpty ? try disk.list(folder) : inside
      }
    }
    func runner(_ name: String) throws -> Runner {
      Runner(try checkPipeline(name, stages: allStages, files: files()), files: files(), width: 1)
    }
    /// What checking finds when one file is changed, as the program would write it.
    func problems(_ name: String, _ file: String, replacing old: String, with new: String) throws
      -> [Diagnostic]
    {
      let changed = try #require(blocks[file]).replacing(old, with: new)
      do throws(Diagnostics) {
        _ = try checkPipeline(name, stages: allStages, files: files([file: changed]))
        return []
      } catch { return error.all }
    }
    /// Whether a message is shown, in Vietnamese with its place, its code and its hint.
    func shows(_ problem: Diagnostic) -> Bool {
      let start = problem.range?.start
      let head = "\(problem.range?.file ?? ""):\(start?.line ?? 0):\(start?.column ?? 0)"
      return text.contains("\(head): lỗi: \(problem.message.vi) [\(problem.code.rawValue)]")
        && problem.hint.map { text.contains("gợi ý: \($0.vi)") } ?? true
    }
  }
  /// Whether a README tells what a phrase says, in both languages, however its lines are broken.
  private func tells(_ readme: Readme, _ phrase: Phrase) -> Bool {
    let text = readme.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.contains(phrase.vi) && text.contains(phrase.en)
  }

  @Test func `figures_load: four rows become figures and one is told`() async throws {
    let readme = try Readme("Ingest")
    let runner = try readme.runner("so-lieu-da-cong-bo.yaml")
    let table = try #require(try await runner.value(of: "so-lieu", port: "figures") as? FigureTable)
    #expect(table.figures.count == 4)
    #expect(table.figures.first { $0.measure == "near_poor" }?.value == nil)
    let findings = await runner.run(into: MemoryOutput().output).findings.steps["so-lieu"]?.kept ?? []
    #expect(findings.map { "\($0.line) \($0.code)" } == ["5 figures.unknown-unit", "5 figures.two-readings"])
    for finding in findings { #expect(readme.text.contains("`\(finding.code)`: \(finding.message.vi)")) }
  }
  @Test func `figures_rollup: the sum and the notice are those shown`() async throws {
    let readme = try Readme("Aggregate")
    let runner = try readme.runner("cong-len.yaml")
    let sums = try #require(try await runner.value(of: "tong", port: "figures") as? FigureTable)
    #expect(sums.figures.map(\.id) == ["vung:tay-nguyen/2024-12-31/poor/all/vn-2022/sum"])
    #expect(sums.figures.map(\.value) == [count(34215)])
    let notices = try #require(try await runner.value(of: "tong", port: "notices") as? Notices)
    #expect(notices.all.count == 1)
    for notice in notices.all { #expect(tells(readme, notice.message)) }
    let problems = try readme.problems(
      "cong-len.yaml", "cong-len.yaml", replacing: "[region]", with: "[region, commune]")
    #expect(problems.count == 1)
    for problem in problems { #expect(readme.shows(problem) && readme.text.contains(problem.message.en)) }
  }
  @Test func `figures_recast: the sum and the notice are those shown`() async throws {
    let readme = try Readme("Aggregate")
    let runner = try readme.runner("quy-doi.yaml")
    let made = try #require(try await runner.value(of: "tinh-moi", port: "figures") as? FigureTable)
    #expect(made.figures.map(\.unit) == ["31@2025-07-01", "96@2025-07-01"])
    #expect(made.figures.map(\.value) == [count(200), nil])
    let notices = try #require(try await runner.value(of: "tinh-moi", port: "notices") as? Notices)
    #expect(notices.all.count == 1)
    for notice in notices.all { #expect(tells(readme, notice.message)) }
  }
  @Test func `figures_protect: what is published is what the ledger in the README says`() async throws {
    let readme = try Readme("Protect")
    let runner = try readme.runner("cong-bo.yaml")
    let table = try #require(try await runner.value(of: "cong-bo", port: "figures") as? PublishedTable)
    #expect(String(decoding: table.ledgerEntry, as: UTF8.self) == readme.blocks["so-cong-bo"])
    let findings = await runner.run(into: MemoryOutput().output).findings.steps["cong-bo"]?.kept ?? []
    #expect(findings.map { "\($0.line) \($0.code)" } == ["3 protect.withheld"])
    let reason = "vi: Luật Tiếp cận thông tin 104/2016/QH13, Điều 17 khoản 1"
    let problems = try readme.problems("cong-bo.yaml", "cong-bo.yaml", replacing: reason, with: "vi: \"\"")
    #expect(problems.count == 1)
    for problem in problems { #expect(readme.shows(problem), "\(problem)") }
  }
  @Test func `plan_track: the verdicts are those shown`() async throws {
    let readme = try Readme("Track")
    let runner = try readme.runner("danh-gia.yaml")
    let found = try #require(try await runner.value(of: "danh-gia", port: "verdicts") as? PublishedVerdicts)
    let targets = found.plans.flatMap(\.targets)
    #expect(targets.map(\.verdict.word) == [.noData, .met, .notJudged])
    for target in targets {
      #expect(readme.text.contains("| \(target.target.id) | `\(target.verdict.word.rawValue)` |"))
    }
    #expect(targets[1].verdict.steps.contains(.beyondRange))
    let problems = try readme.problems(
      "danh-gia.yaml", "ke-hoach.yaml", replacing: "unit: households", with: "unit: percent")
    let problem = try #require(problems.first { $0.code == "plan.change-in-percent" })
    #expect(readme.shows(problem))
    #expect(tells(readme, Phrase(vi: problem.message.vi, en: problem.message.en)))
  }
  @Test func `plan_track: every key of a plan and of a target is in the tables, in both languages`() throws {
    let halves = try Readme("Track").text.split(separator: "\n---\n", maxSplits: 1).map(String.init)
    #expect(halves.count == 2)
    let keys =
      PlanFields.reference(.en) + TargetFields.reference(.en) + ReadingFields.reference(.en)
      + PartFields.reference(.en) + PlanSourceFields.reference(.en) + PlanParentFields.reference(.en)
      + AgreementFields.reference(.en) + MilestoneFields.reference(.en)
    for match in keys.matches(of: /(?m)^\| `(\w+)`/) {
      for half in halves { #expect(half.contains(try Regex("[`{ ]\(match.1)[`,: }]")), "\(match.1)") }
    }
    for code in plansExplanations.map(\.code) { #expect(halves[0].contains("`\(code)`")) }
  }
  @Test(arguments: ["Aggregate", "Protect", "Track"])
  func `a README tells every option of its stages in both languages`(module: String) throws {
    let halves = try Readme(module).text.split(separator: "\n---\n", maxSplits: 1).map(String.init)
    #expect(halves.count == 2)
    for stage in allStages where String(reflecting: stage).hasPrefix(module + ".") {
      for match in stage.reference(.en).matches(of: /(?m)^\| `(\w+)`/) {
        for half in halves { #expect(half.contains("`\(match.1)`"), "\(module) \(match.1)") }
      }
    }
  }
}
