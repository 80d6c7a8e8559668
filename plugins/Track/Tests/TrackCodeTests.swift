import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Testing
import Track

/// Every mistake between plans, by its code, with its file and words in both languages; and options of the stage.
@Suite struct TrackCodeTests {
  private func found(_ pipeline: String, _ files: [String: String] = [:]) -> [Diagnostic] {
    let all = documents.merging(files) { $1 }.merging(["t.yaml": pipeline]) { $1 }
    do throws(Diagnostics) { _ = try checkPipeline("t.yaml", stages: stages, files: .memory(all)) } catch {
      return error.all
    }
    return []
  }
  private static let below = (unit: "\"964\"", level: "district")

  static let cases: [(code: String, pipeline: String, files: [String: String])] = [
    ("track.no-edition", pipeline(edition: ""), [:]),
    ("track.no-plans", pipeline("[]"), [:]),
    ("track.plan-twice", pipeline("[p.yaml, q.yaml]"), ["q.yaml": plan()]),
    ("track.unknown-parent", pipeline(), ["p.yaml": plan(parent: "{ plan: khac, issuer: I }")]),
    ("track.parent-circle", pipeline(), ["p.yaml": plan("a", parent: "{ plan: a, issuer: I }")]),
    (
      "track.parent-level", pipeline("[p.yaml, q.yaml]"),
      [
        "p.yaml": plan("tinh", parent: "{ plan: huyen, issuer: I }"),
        "q.yaml": plan("huyen", unit: below.unit, level: below.level),
      ]
    ),
    (
      "track.parent-elsewhere", pipeline("[p.yaml, q.yaml]"),
      ["p.yaml": plan("a", parent: "{ plan: b, issuer: I }"), "q.yaml": plan("b", unit: "\"01\"")]
    ),
    (
      "track.parent-period", pipeline("[p.yaml, q.yaml]"),
      [
        "p.yaml": plan("a", parent: "{ plan: b, issuer: I }"),
        "q.yaml": plan("b", period: "{ from: 2022-01-01, to: 2023-12-31 }"),
      ]
    ), ("track.standard-then", pipeline(), ["p.yaml": plan(period: "{ from: 2020-01-01, to: 2021-12-30 }")]),
    ("track.standard-scope", pipeline(), ["p.yaml": plan(standard: "ha-noi")]),
    ("track.standard-provisional", pipeline(), ["p.yaml": plan(standard: "nhap")]),
    ("standards.unknown", pipeline(), ["p.yaml": plan(standard: "vn-1999")]),
    ("units.unknown-code", pipeline(), ["p.yaml": plan(unit: "\"77\"")]),
    ("plan.period", pipeline(), ["p.yaml": plan(period: "{ from: 2024-12-31, to: 2024-01-01 }")]),
    ("plan.fraction", pipeline(), ["p.yaml": plan().replacing("3675", with: "3.675")]),
    (
      "plan.unit-of-measure", pipeline(),
      ["p.yaml": plan().replacing("unit: households", with: "unit: percent")]
    ),
    (
      "plan.change-in-percent", pipeline(),
      [
        "p.yaml": plan().replacing(
          "kind: level, measure: poor, unit: households, at_most: 3675",
          with:
            "kind: change, measure: poor_rate, unit: percent, number: 1, toward: down, baseline: 2023-12-31")
      ]
    ),
    (
      "plan.comparison", pipeline(),
      ["p.yaml": plan().replacing("at_most: 3675", with: "at_most: 3675, at_least: 1")]
    ),
    ("plan.target-lacks", pipeline(), ["p.yaml": plan().replacing("population: x, ", with: "")]),
  ]
  @Test(arguments: cases.indices) func `a mistake has its code, its file and words in both languages`(
    _ index: Int
  ) {
    let row = Self.cases[index]
    let found = found(row.pipeline, row.files)
    #expect(
      found.contains { $0.code.rawValue == row.code },
      "\(row.code): \(found.map { "\($0.code.rawValue) \($0.message.en)" })")
    for one in found {
      #expect(one.message.vi != one.message.en && one.range != nil)
      guard row.code.hasPrefix("track.") else { continue }
      if let hint = one.hint { #expect(hint.vi != hint.en) }
      #expect(TrackPlans.explanations.contains { $0.code == one.code.rawValue })
    }
  }
  @Test(arguments: [
    "{}", "p.yaml", "[5]", "[[p.yaml]]", "[khong-co.yaml]", "[/p.yaml]", "[../p.yaml]", "['']",
  ])
  func `plans are a list of files that are there`(_ plans: String) {
    let found = found(pipeline(plans))
    #expect(!found.isEmpty && found.allSatisfy { $0.message.vi != $0.message.en })
  }
  @Test(arguments: ["track.no-plans", "track.plan-twice"]) func `how to mend it is told in both languages`(
    _ code: String
  ) throws {
    let row = try #require(Self.cases.first { $0.code == code })
    let one = try #require(found(row.pipeline, row.files).first { $0.code.rawValue == code })
    let hint = try #require(one.hint)
    #expect(hint.vi != hint.en && hint.vi.contains("plans:") && hint.en.contains("plans:"))
    #expect(one.range?.file == (code == "track.no-plans" ? "t.yaml" : "q.yaml"))
  }
  @Test func `a list without a plan is told at the list, and nothing else is`() throws {
    let text = pipeline("[]")
    let one = try #require(found(text).first)
    #expect(found(text).count == 1 && one.message.en == "'plans' names no plan")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(one.range?.start.line)
    #expect(lines[line - 1].contains("plans: []"))
  }
  @Test(arguments: ["5", "[true]", "có"]) func `whether provisional standards are allowed is yes or no`(
    _ value: String
  ) {
    let found = found(pipeline(more: ", allow_provisional: \(value)"))
    #expect(found.map(\.code.rawValue) == ["options.value"])
  }
  @Test func `the mistakes of all plans are told in one pass, each in its file`() {
    let found = found(
      pipeline("[p.yaml, q.yaml, r.yaml]"),
      [
        "p.yaml": plan("a", unit: "\"77\""), "q.yaml": plan("b", standard: "vn-1999"),
        "r.yaml": plan("c").replacing("3675", with: "ba"),
      ])
    #expect(found.contains { $0.range?.file == "r.yaml" })
    #expect(found.allSatisfy { $0.message.vi != $0.message.en })
  }
  @Test(arguments: ["", "[]\n", "plan: a\n", "a: {\n", "\u{FEFF}plan: a\n"])
  func `what is no plan is refused and never traps`(
    _ text: String
  ) {
    let found = found(pipeline(), ["p.yaml": text])
    #expect(!found.isEmpty && found.allSatisfy { $0.message.vi != $0.message.en })
  }
}
