import Diagnostics
import Disclosure
import Pipelines
import Plans
import StageKit
import StageTestKit
import Tables
import Testing
import Track
import Units

/// What `plan.track` says before it runs, and that it gives the verdicts of the day of the edition.
@Suite struct TrackPlansTests {
  private func expect(
    _ pipeline: String, _ files: [String: String] = [:], find expected: [(Int, String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectPlan(
      pipeline, of: stages, files: documents.merging(files) { $1 }, find: expected,
      sourceLocation: sourceLocation)
  }
  /// Mistakes in a file of a plan, which is marked instead of the pipeline.
  private func expectInPlan(
    _ marked: String, _ pipeline: String = pipeline(), _ others: [String: String] = [:],
    find expected: [(Int, String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    let files = documents.merging(others) { $1 }.merging(["p.yaml": marked.text, "t.yaml": pipeline]) { $1 }
    var found: [String] = []
    do { _ = try checkPipeline("t.yaml", stages: stages, files: .memory(files)) } catch {
      found = error.all.map {
        "\($0.range?.file ?? "") \($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.message.en)"
          + ($0.hint.map { " — \($0.en)" } ?? "")
      }
    }
    let wanted = expected.map { "p.yaml \(marked.places[$0.0] ?? "?") \($0.1)" }
    #expect(found == wanted, sourceLocation: sourceLocation)
  }

  @Test func `a plan is tracked on the day of the edition`() async throws {
    let files = ProjectFiles.memory(documents.merging(["t.yaml": pipeline()]) { $1 })
    let runner = Runner(try checkPipeline("t.yaml", stages: stages, files: files), files: files, width: 1)
    let found = try #require(try await runner.value(of: "track", port: "verdicts") as? PublishedVerdicts)
    #expect(found.day.iso == "2025-02-10")
    #expect(found.plans.map(\.plan.id) == ["ca-mau-2024"])
    #expect(found.plans.map(\.unit.id) == ["96@2004-08-31"])
    #expect(found.plans.flatMap(\.targets).map(\.verdict.word) == [.met])
  }
  @Test func `the day of the edition decides, whatever figures there are`() async throws {
    let early = pipeline(edition: "edition: { id: e, date: 2024-12-30 }")
    let files = ProjectFiles.memory(documents.merging(["t.yaml": early]) { $1 })
    let runner = Runner(try checkPipeline("t.yaml", stages: stages, files: files), files: files, width: 1)
    let found = try #require(try await runner.value(of: "track", port: "verdicts") as? PublishedVerdicts)
    #expect(found.plans.flatMap(\.targets).map(\.verdict.word) == [.notDue])
  }
  @Test func `the order of the files changes no verdict`() async throws {
    let others = ["q.yaml": plan("q"), "r.yaml": plan("r", period: "{ from: 2024-01-01, to: 2025-12-31 }")]
    var found: [[String: [String]]] = []
    for order in ["[p.yaml, q.yaml, r.yaml]", "[r.yaml, p.yaml, q.yaml]"] {
      let files = ProjectFiles.memory(
        documents.merging(others) { $1 }.merging(["t.yaml": pipeline(order)]) { $1 })
      let runner = Runner(try checkPipeline("t.yaml", stages: stages, files: files), files: files, width: 1)
      let verdicts = try #require(
        try await runner.value(of: "track", port: "verdicts") as? PublishedVerdicts)
      found.append(
        Dictionary(
          uniqueKeysWithValues: verdicts.plans.map { ($0.plan.id, $0.targets.map(\.verdict.word.rawValue)) }))
    }
    #expect(found.first == ["ca-mau-2024": ["met"], "q": ["met"], "r": ["currently-met"]])
    #expect(found.first == found.last)
  }
  @Test func `a figure of a day after the edition is found, and no verdict uses it`() async throws {
    let early = pipeline(edition: "edition: { id: e, date: 2024-12-30 }")
    let files = ProjectFiles.memory(documents.merging(["t.yaml": early]) { $1 })
    let runner = Runner(try checkPipeline("t.yaml", stages: stages, files: files), files: files, width: 1)
    let kept = await runner.run(into: MemoryOutput().output).findings.steps["track"]?.kept ?? []
    #expect(kept.map { "\($0.file):\($0.line) \($0.code)" } == ["t.yaml:2 track.after-edition"])
    #expect(
      kept.first?.message.en
        == "the figure 'a' speaks of 2024-12-31, after the edition of 2024-12-30, so that no verdict uses it")
    #expect(kept.first?.message.vi.contains("sau ngày công bố 2024-12-30") == true)
    let late = ProjectFiles.memory(documents.merging(["t.yaml": pipeline()]) { $1 })
    let other = Runner(try checkPipeline("t.yaml", stages: stages, files: late), files: late, width: 1)
    #expect(await other.run(into: MemoryOutput().output).findings.steps["track"]?.kept.isEmpty ?? true)
  }

  // MARK: Measures that no figure has

  private func found(_ targets: [String], giving stage: String = "figures.give") async throws -> [String] {
    let lines = targets.map { "  - { title: t, place: p, population: x, kind: level, \($0) }\n" }.joined()
    let text = plan().split(separator: "\n").filter {
      !$0.hasPrefix("    - { id: A") && !$0.hasPrefix("  - {")
    }
    .joined(separator: "\n")
    let files = ProjectFiles.memory(
      documents.merging([
        "p.yaml": text + "\n" + lines, "t.yaml": pipeline().replacing("figures.give", with: stage),
      ]) { $1 })
    let runner = Runner(try checkPipeline("t.yaml", stages: stages, files: files), files: files, width: 1)
    let kept = await runner.run(into: MemoryOutput().output).findings.steps["track"]?.kept ?? []
    #expect(kept.allSatisfy { $0.message.vi != $0.message.en })
    return kept.map { "\($0.file):\($0.line) \($0.code) \($0.message.en)" }
  }
  @Test func `a measure that no figure has is told with the name it nearly has`() async throws {
    #expect(
      try await found([
        "id: A, measure: pooor, unit: households, at_most: 3675",
        "id: B, measure: por_rate, unit: percent, at_most: 2",
      ]) == [
        "p.yaml:10 track.unknown-measure the target 'A': no figure has the measure 'pooor'; did you mean 'poor'?",
        "p.yaml:11 track.unknown-measure the target 'B': no figure has the measure 'por_rate'; did you mean 'poor_rate'?",
      ])
  }
  @Test func `a measure that is known, and one with a name of its own, are not told`() async throws {
    #expect(
      try await found([
        "id: A, measure: near_poor, unit: households, at_most: 3675",
        "id: B, measure: hygienic_water_rate_poor, unit: percent, at_least: 2",
        "id: C, measure: m, unit: percent, at_least: 2", "id: D, measure: door, unit: people, at_least: 2",
      ]) == [
        "p.yaml:13 track.unknown-measure the target 'D': no figure has the measure 'door'; did you mean 'poor'?"
      ])
  }
  @Test func `of what a plan counts, the figure of its place and group that has a fraction is told`()
    async throws
  {
    #expect(
      try await found(
        [
          "id: A, measure: jobs, unit: people, at_least: 9",
          "id: B, measure: jobs, unit: million_dong, at_least: 9",
          "id: C, measure: trained, unit: people, at_least: 9",
        ],
        giving: "figures.broken") == [
          "p.yaml:10 track.fraction the target 'A' is a count, and the figure 'b' is not whole"
        ])
  }

  @Test func `a part that is more than its whole is told, and one that is not is not`() async throws {
    let whole = "id: A, measure: workers, unit: people, at_least: 9"
    let part = "id: B, measure: migrant_workers, unit: people, at_least: 9"
    #expect(
      try await found([whole, part + ", part_of: A"], giving: "figures.parts") == [
        "p.yaml:11 track.more-than-whole the target 'B': the figure 'part' is more than that of 'A', which it is a part of, so that there is no verdict"
      ])
    #expect(try await found([whole, part], giving: "figures.parts").isEmpty)
  }

  // MARK: A plan that contradicts itself

  private static let head = "title: t, place: p, population: x"
  private func warnings(_ marked: MarkedText) throws -> [Diagnostic] {
    let files = documents.merging(["p.yaml": marked.text, "t.yaml": pipeline()]) { $1 }
    return try checkPipeline("t.yaml", stages: stages, files: .memory(files)).warnings.all.filter {
      $0.code == "track.contradiction"
    }
  }
  @Test func `two targets that no result can reach together are warned of, at both places`() throws {
    let marked = MarkedText(
      plan().replacing("id: A,", with: "id: 1️⃣A,")
        + "  - { id: 2️⃣B, \(Self.head), kind: level, measure: poor, unit: households, at_least: 3676 }\n"
        + "  - { id: C, \(Self.head), kind: level, measure: poor, unit: households, between: [3000, 3675] }\n"
        + "  - { id: D, \(Self.head), kind: level, measure: poor, unit: households, at_least: 9000, due: 2024-06-30 }\n"
    )
    let found = try warnings(marked)
    let shown = found.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)" }
    #expect(shown.first == marked.places[2].map { "\($0)" })
    #expect(
      found.map(\.message.en) == [
        "the plan contradicts itself: No result can reach both 'A' and 'B'.",
        "the plan contradicts itself: No result can reach both 'B' and 'C'.",
      ])
    #expect(found.allSatisfy { $0.severity == .warning && $0.hint != nil })
    let other = try #require(found.first?.notes.first)
    #expect("\(other.range.start.line):\(other.range.start.column)" == marked.places[1].map { "\($0)" })
  }
  @Test func `parts that do not add up are warned of at the target`() throws {
    let marked = MarkedText(
      plan()
        + "  - { id: 1️⃣M, \(Self.head), kind: money, measure: m, unit: million_dong, number: 10, parts: [{ name: a, value: 4 }, { name: b, value: 5 }] }\n"
    )
    let found = try warnings(marked)
    #expect(
      found.map(\.message.en) == [
        "the plan contradicts itself: t: the parts do not add up to 10\u{A0}million đồng. 4 + 5 = 9\u{A0}million đồng."
      ])
    #expect(
      found.first?.range.map { "\($0.start.line):\($0.start.column)" } == marked.places[1].map { "\($0)" })
  }
  @Test func `a level and a cut that fit no number of households are warned of at the check`() throws {
    let marked = MarkedText(
      plan()
        + "  - { id: B, \(Self.head), kind: level, measure: poor_rate, unit: percent, at_most: 1.20 }\n"
        + "  - { id: C, \(Self.head), kind: change, measure: poor, unit: households, number: 2000, toward: down, baseline: 2023-12-31 }\n"
        + "  - { id: D, \(Self.head), kind: change, measure: poor_rate, unit: points, number: 0.40, toward: down, baseline: 2023-12-31 }\n"
        + "checks:\n  - { id: 1️⃣c, level_rate: B, level_count: A, cut_rate: D, cut_count: C }\n")
    let found = try warnings(marked)
    #expect(found.count == 1)
    #expect(found.first?.message.vi.contains("không ứng với cùng một tổng số hộ nào") == true)
    #expect(
      found.first?.range.map { "\($0.start.line):\($0.start.column)" } == marked.places[1].map { "\($0)" })
  }
  @Test func `a plan that fits is not warned of`() throws {
    #expect(try warnings(MarkedText(plan())).isEmpty)
  }
  @Test func `without an edition there is no day`() {
    expect(
      pipeline(edition: "").replacing("use: plan.track", with: "use: 1️⃣plan.track"),
      find: [
        (
          1,
          "without an edition there is no day for verdicts — write `edition: { id: …, date: … }` in the pipeline file"
        )
      ])
  }
  @Test func `a file that is not there is told where it is named`() {
    expect(
      pipeline("[p.yaml, 1️⃣q.yaml]"), find: [(1, "there is no file 'q.yaml'")])
    expect(
      pipeline("[1️⃣../p.yaml]"),
      find: [(1, "the path '../p.yaml' leaves the project folder")])
  }
  @Test func `two plans of one id are told at the second`() {
    expectInPlan(
      plan("1️⃣ca-mau-2024"), pipeline("[o.yaml, p.yaml]"), ["o.yaml": plan("ca-mau-2024")],
      find: [
        (
          1,
          "two plans have the id 'ca-mau-2024' — change `plan:` in one of the files, or remove a file that `plans:` names twice"
        )
      ])
  }
  @Test func `a plan above that is not tracked is told where it is named`() {
    expectInPlan(
      plan(parent: "{ plan: 1️⃣tinh-ca-mau, issuer: I }"),
      find: [
        (
          1,
          "the plan above, 'tinh-ca-mau', is not tracked — give that plan to this step too, or leave `parent` out"
        )
      ])
    let tracked = plan("huyen", parent: "{ plan: ca-mau-2024, issuer: I }")
    expect(pipeline("[p.yaml, h.yaml]"), ["h.yaml": tracked], find: [])
    expect(pipeline("[h.yaml]"), ["h.yaml": plan("huyen", parent: "{ number: 1/KH, issuer: I }")], find: [])
  }
  @Test func `a unit is found by its code on the first day of the period`() {
    expectInPlan(
      plan(unit: "1️⃣\"1\""),
      find: [
        (1, "the register has no code '1' — codes are text and keep their leading zeros; there are: 01")
      ])
    expectInPlan(
      plan(unit: "1️⃣\"96\"", level: "district"),
      find: [
        (
          1,
          "the code '96' is not of the level asked for — this code is: Tỉnh Cà Mau (96@2004-08-31), from 2004-08-31 until before 2025-07-01; Tỉnh Cà Mau (96@2025-07-01), since 2025-07-01"
        )
      ])
    expectInPlan(
      plan(unit: "1️⃣\"964\"", level: "district", period: "{ from: 2026-01-01, to: 2026-12-31 }"),
      find: [
        (
          1,
          "the code '964' is not valid on 2026-01-01 — this code is valid: Thành phố Cà Mau (964@2004-08-31), from 2004-08-31 until before 2025-07-01"
        )
      ])
  }
  @Test func `a standard that is not there is told where it is named`() {
    expectInPlan(
      plan(standard: "1️⃣vn-2021"),
      find: [(1, "there is no poverty standard 'vn-2021' — did you mean 'vn-2022'?")])
  }
  @Test func `a standard of another time or place, or a provisional one, is refused`() {
    expectInPlan(
      plan(standard: "1️⃣nhap"),
      find: [
        (
          1,
          "the standard 'nhap' is provisional: not compared — compare with the act and mend the pack; for a trial write `allow_provisional: true`"
        )
      ])
    expectInPlan(plan(standard: "nhap"), pipeline(more: ", allow_provisional: true"), find: [])
    expectInPlan(
      plan(unit: "\"964\"", level: "district", standard: "1️⃣ha-noi"),
      find: [
        (
          1,
          "the standard 'ha-noi' is that of Thành phố Hà Nội (01), not of the province 96 — use the standard of the country, or that of the province of the figures"
        )
      ])
    expectInPlan(plan(unit: "\"01\"", standard: "ha-noi"), find: [])
    expectInPlan(
      plan(standard: "1️⃣vn-2022", period: "{ from: 2021-01-01, to: 2021-12-30 }"),
      find: [
        (
          1,
          "no day of the plan is one on which the standard 'vn-2022' is in force — check which standard is that of the period of the plan"
        )
      ])
    // The last day of a period may be the first under a standard: its result is counted under it.
    expectInPlan(plan(period: "{ from: 2021-01-01, to: 2021-12-31 }"), find: [])
  }
  @Test func `everything wrong in all plans is told in one pass`() {
    expectInPlan(
      plan(unit: "1️⃣\"1\"", parent: "{ plan: 2️⃣tinh-x, issuer: I }").replacing(
        "at_most: 3675", with: "at_most: 3675"),
      pipeline("[p.yaml, q.yaml]"), ["q.yaml": plan("q")],
      find: [
        (1, "the register has no code '1' — codes are text and keep their leading zeros; there are: 01"),
        (2, "the plan above, 'tinh-x', is not tracked — there are: q"),
      ])
    expectInPlan(
      plan().replacing("kind: level", with: "kind: 1️⃣levle"),
      find: [
        (
          1,
          "option 'kind': expected one of level, change, direction, money, activity, entitlement, found 'levle'"
        )
      ])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: TrackPlans.self, "plans: 1️⃣p.yaml\n2️⃣plan: p.yaml",
      find: [
        (2, "unknown option 'plan' — did you mean 'plans'?"),
        (1, "option 'plans': expected a list, found 'p.yaml'"),
      ].sorted { $0.0 < $1.0 })
  }
  @Test func `figures that were not released are refused`() {
    expect(
      pipeline().replacing("use: figures.give", with: "use: figures.raw").replacing(
        "from: give", with: "from: 1️⃣give"),
      find: [
        (
          1,
          "step 'give' gives figures not yet protected, and 'figures' of 'plan.track' takes published figures — put a step between that protects it, such as figures.protect"
        )
      ])
  }
  @Test func `every code is explained in both languages`() {
    for explanation in TrackPlans.explanations {
      for text in [explanation.meaning, explanation.remedy] {
        #expect(!text.vi.isEmpty && text.vi != text.en)
      }
    }
  }
}
