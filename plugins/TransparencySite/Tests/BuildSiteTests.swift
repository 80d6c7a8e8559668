import Diagnostics
import Disclosure
import Figures
import Foundation
import Pipelines
import Plans
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import TransparencySite

/// The stage in a pipeline.
@Suite struct BuildSiteTests {
  /// What the program brings, as files in memory.
  private static let share = Result {
    var files: [String: [UInt8]] = [:]
    for folder in ["site", "site/templates", "site/icons", "site/assets", "units", "standards"] {
      for name in try projectFiles.list("share:\(folder)") where name.contains(".") {
        files["share:\(folder)/\(name)"] = try projectFiles.bytes("share:\(folder)/\(name)")
      }
    }
    return files
  }
  private static let stages: [any Stage.Type] = [
    TestRelease.self, TestTrack.self, TestCheck.self, BuildSite.self,
  ]
  private static let head = """
    pipeline: mau
    site: { title: Mẫu, agency: A, contact: B }
    edition: { id: e1, date: 2025-01-15 }
    steps:
      - { id: published, use: test.release }
      - { id: verdicts, use: test.track, from: published }

    """

  private func check(_ text: String, changing changes: [String: String] = [:], without gone: String? = nil)
    throws -> CheckedPipeline
  {
    try checkPipeline("t.yaml", stages: Self.stages, files: try files(text, changes, without: gone))
  }
  private func files(
    _ text: String, _ changes: [String: String] = [:], without gone: String? = nil
  ) throws -> ProjectFiles {
    var files = try Self.share.get()
    files["t.yaml"] = Array(text.utf8)
    for (path, text) in changes { files[path] = Array(text.utf8) }
    if let gone { files[gone] = nil }
    return .memory(bytes: files)
  }
  private func codes(_ text: String, changing changes: [String: String] = [:], without gone: String? = nil)
    throws -> [String]
  {
    do {
      _ = try check(text, changing: changes, without: gone)
      return []
    } catch let problems as Diagnostics {
      return problems.all.map { $0.code.rawValue + ": " + $0.message.en }
    }
  }

  @Test func `the outputs of two steps fill all three ports`() async throws {
    let text = Self.head + "  - { use: site.build, from: [published, verdicts] }\n"
    let output = MemoryOutput()
    let report = await Runner(try check(text), files: try files(text), width: 1).run(into: output.output)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    #expect(output["everybody/index.html"]?.contains("1 kế hoạch") == true)
    #expect(output["everybody/index.html"]?.contains("một thông báo") == true)
    #expect(output["everybody/don-vi/96-tinh-ca-mau/index.html"] != nil)
    #expect(output["everybody/site.css"] != nil)
  }
  @Test func `figures alone are enough`() throws {
    #expect(try codes(Self.head + "  - { use: site.build, from: published }\n") == [])
    #expect(try codes(Self.head + "  - { use: site.build, from: verdicts }\n").count == 1)
  }
  @Test func `a pipeline without site and edition is refused`() throws {
    let text = """
      pipeline: mau
      steps:
        - { id: published, use: test.release }
        - { use: site.build, from: published }
      """
    let found = try codes(text)
    #expect(found.map { $0.prefix { $0 != ":" } } == ["site.no-site", "site.no-edition"])
  }
  @Test func `a theme that lacks a template or a word is refused before the run`() throws {
    let text = Self.head + "  - { use: site.build, from: [published, verdicts] }\n"
    #expect(
      try codes(text, without: "share:site/templates/plan.html") == [
        "theme.missing-template: the theme has no templates/plan.html"
      ])
    let words = String(decoding: try projectFiles.bytes("share:site/words.vi.yaml"), as: UTF8.self)
    let changed = words.replacing("  x-long: ", with: "  y-long: ").replacing(
      "{total} chỉ tiêu: {counts}", with: "{sum}")
    #expect(
      try codes(text, changing: ["share:site/words.vi.yaml": changed]) == [
        "theme.unknown-parameter: the word 'plan.summary' in share:site/words.vi.yaml has {sum}, which the program does not give",
        "theme.missing-word: share:site/words.vi.yaml has no word 'symbols.x-long'",
      ])
  }
  @Test func `another theme can be named`() throws {
    var changes: [String: String] = [:]
    for (path, bytes) in try Self.share.get() where path.hasPrefix("share:site/") {
      changes["theme/" + path.dropFirst("share:site/".count)] = String(decoding: bytes, as: UTF8.self)
    }
    let text = Self.head + "  - { use: site.build, from: [published, verdicts], with: { theme: theme } }\n"
    #expect(try codes(text, changing: changes) == [])
    changes["theme/templates/home.html"] = "{{ if }}"
    #expect(try codes(text, changing: changes).allSatisfy { $0.hasPrefix("template.") })
    #expect(try !codes(text, changing: changes).isEmpty)
  }
  @Test func `a template that does not fit the pages stops the run, and nothing is published`() async throws {
    let text = Self.head + "  - { use: site.build, from: [published, verdicts] }\n"
    let changes = [
      "share:site/templates/about.html": "<a href=\"x.html\">{{ title }}</a><b id=\"a\"><i id=\"a\">"
    ]
    let output = MemoryOutput()
    let report = await Runner(
      try check(text, changing: changes), files: try files(text, changes), width: 1
    ).run(into: output.output)
    let failure = try #require(report.failure)
    #expect(
      failure.message.en.contains("site.broken-link") && failure.message.en.contains("site.duplicate-id"))
    #expect(output.paths == [])
  }
  @Test(arguments: [("a.yaml", true), ("b.yaml", false)])
  func `a sheet of rules is applied where a step reads the same file, in whatever order they stand`(
    read: String, isUsed: Bool
  ) async throws {
    let sheet = try String(decoding: projectFiles.bytes("pipelines/rules/member.yaml"), as: UTF8.self)
    let changes = ["a.yaml": sheet, "b.yaml": sheet]
    let text =
      Self.head + """
          - { use: site.build, from: [published, verdicts], with: { edits: [a.yaml] } }
          - { use: test.check, from: published, with: { rules: \(read) } }

        """
    let output = MemoryOutput()
    let report = await Runner(
      try check(text, changing: changes), files: try files(text, changes), width: 1
    ).run(into: output.output)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    let page = try #require(output["everybody/phuong-phap/kiem-tra/index.html"])
    #expect(page.contains("Không áp dụng ở đây.") != isUsed)
  }
  @Test func `every code is explained`() {
    let codes = BuildSite.explanations.map(\.code)
    #expect(codes.contains("site.no-site") && codes.contains("theme.missing-word"))
    #expect(BuildSite.audience == .everybody && BuildSite.name == "site.build")
  }
}

/// Stands for `figures.protect`.
struct TestRelease: TableStage {
  static let name = "test.release"
  static let summary = Phrase(same: "Test.")
  struct Inputs: Ports {}
  struct Outputs: Ports {
    let published = Port<PublishedTable>(vi: "a", en: "a")
    let notices = Port<ReleasedNotices>(vi: "a", en: "a")
  }
  init(_: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    Planned(Shapes<Outputs>()) { (_, _) throws(StageError) in
      let notice = Notice("totals.differ", Phrase(same: "một thông báo"))
      let release = try Release(
        [FigureTable(exampleFigures)], [Notices([notice])], grounds: exampleGrounds, edition: "e1",
        previous: nil)
      var given = Given<Outputs>()
      (given.published, given.notices) = (release.table, release.notices)
      return given
    }
  }
}
/// Stands for `plan.track`.
struct TestTrack: TableStage {
  static let name = "test.track"
  static let summary = Phrase(same: "Test.")
  typealias Inputs = One<PublishedTable>
  typealias Outputs = One<PublishedVerdicts>
  init(_: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    Planned(Shapes<Outputs>()) { (given, _) throws(StageError) in
      do throws(Diagnostics) {
        let read = try Plan.load("p.yaml", namedAt: nil, .memory(["p.yaml": examplePlan]))
        let unit = try register.resolve(code: read.unit, level: read.level, on: read.from, at: nil)
        return Given(given.table.verdicts(on: [(read, unit)], units: register, day: day("2025-01-15")))
      } catch { throw StageError(Phrase(same: "\(error)")) }
    }
  }
}
