import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Testing

@testable import Validate

/// Every mistake that rules on figures can have, by its code, and outliers through the whole stage.
@Suite struct FigureOptionTests {
  private func found(_ rules: String, more: String = "") -> [Diagnostic] {
    let files = FigureFound.files(rules, "a=1", more: more)
    do throws(Diagnostics) {
      _ = try checkPipeline("t.yaml", stages: FigureFound.stages, files: .memory(files))
    } catch { return error.all }
    return []
  }

  @Test(
    arguments: [
      ("", "validate.no-rules"), ("- { id: R }", "validate.no-condition"),
      ("- { id: R, when: a = 1 }", "validate.no-condition"),
      ("- { id: R, group: all }", "validate.no-condition"),
      (
        "- { id: R, check: a = 1, parts: { measures: [a], from: commune, to: [district] } }",
        "validate.no-condition"
      ),
      ("- { id: R, check: a = 1 }\n- { id: R, check: a = 2 }", "validate.same-id"),
      (
        "- { id: R, computed: a, parts: { measures: [a], from: commune, to: [district] } }",
        "validate.goes-with"
      ),
      ("- { id: R, outlier: { method: funnel, measure: a } }", "validate.goes-with"),
      ("- { id: R, rates: { whole: r, parts: [] } }", "validate.empty-list"),
      ("- { id: R, parts: { measures: [], from: commune, to: [district] } }", "validate.empty-list"),
      ("- { id: R, parts: { measures: [a], from: district, to: [commune] } }", "validate.parts-level"),
      ("- { id: R, parts: { measures: [a], from: district, to: [district] } }", "validate.parts-level"),
      ("- { id: R, parts: { measures: [a], from: country, to: [province] } }", "validate.parts-level"),
      (
        "- { id: R, parts: { measures: [a], from: commune, to: [province, commune] } }",
        "validate.parts-level"
      ),
      ("- { id: R, check: a = 1, cells: { x: { measures: [b] } } }", "validate.unused-cell"),
      ("- { id: R, check: a + 1 }", "expression.type"), ("- { id: R, check: a = 'x' }", "expression.type"),
    ]) func `a mistake has its code, its place and words in both languages`(_ rules: String, _ code: String)
  {
    let found = found(rules)
    let isOwn = code.hasPrefix("validate.")
    #expect(
      found.count == 1 && (!isOwn || found[0].code.rawValue == code),
      "\(found.map { "\($0.code.rawValue) \($0.message.en)" })")
    #expect(found.allSatisfy { $0.message.vi != $0.message.en && $0.range?.file == "r.yaml" })
  }
  @Test(
    arguments: [
      "- { id: R, check: a = 1, severity: fatal }", "- { id: R, chek: a = 1 }", "- { check: a = 1 }",
      "- { id: R, rate: { rate: r, part: a } }", "- { id: R, rate: { rate: r, part: a, whole: [b] } }",
      "- { id: R, outlier: { method: z, measure: a } }", "- { id: R, outlier: { method: ratio } }",
      "- { id: R, parts: { measures: [a], from: village, to: [district] } }",
      "- { id: R, parts: { measures: [a], from: commune } }",
      "- { id: R, check: a = b, cells: { b: { measures: [x], take: mean } } }",
      "- { id: R, check: a = b, cells: { b: { measures: [x], at: first } } }",
      "- { id: R, check: a = b, cells: { b: { measures: [x], from: elsewhere } } }",
      "- { id: R, check: a = b, cells: { b: {} } }", "- { id: R, check: 'a =' }",
      "- { id: 'một hai', check: a = 1 }",
    ]) func `an option that cannot be read is told at its place in both languages`(_ rules: String)
  {
    let found = found(rules)
    #expect(
      !found.isEmpty && found.allSatisfy { $0.message.vi != $0.message.en && $0.range?.file == "r.yaml" })
  }
  @Test(arguments: ["-1", "many", "1.5", "[1]"]) func `a limit of mistakes is a count`(_ limit: String) {
    let found = found("- { id: R, check: a = 1 }", more: "max_errors: \(limit), ")
    #expect(found.count == 1 && found[0].message.vi != found[0].message.en)
  }
  @Test func `every code of the stages is explained in both languages`() {
    let all = Validate::stages.flatMap { $0.explanations }
    #expect(Set(all.map(\.code)).count == all.count)
    for one in all {
      for text in [one.meaning, one.remedy] { #expect(!text.vi.isEmpty && text.vi != text.en) }
    }
  }

  // MARK: Outliers

  private static func communes(_ measure: String, _ counts: [Int], _ year: Int = 2024) -> String {
    counts.enumerated().map { "9000\($0 + 1)/\(year)/\(measure)=\($1)" }.joined(separator: " ") + " "
  }
  private static func rule(_ more: String) -> String {
    "- { id: R, severity: warning, outlier: { \(more) } }"
  }

  @Test(arguments: [0, 1, 2, 3, 4]) func `fewer than five units are not compared`(_ count: Int) async throws {
    for (rule, more) in [
      ("method: robust_z, measure: poor", ""),
      ("method: ratio, measure: poor", Self.communes("poor", [5, 6, 7, 8], 2023)),
      ("method: funnel, measure: poor, per: households", Self.communes("households", [100, 100, 100, 9000])),
    ] {
      let found = try await FigureFound(
        Self.rule(rule), Self.communes("poor", Array([10, 11, 12, 9000].prefix(count))) + more)
      #expect(!found.kinds.contains("R doubtful"), "\(found.messages.map(\.en))")
    }
  }
  @Test func `the unit that is far is told, with its line, and no notice`() async throws {
    for (rule, more) in [
      ("method: robust_z, measure: poor", ""),
      ("method: ratio, measure: poor", Self.communes("poor", [11, 10, 13, 10, 11, 12], 2023)),
      (
        "method: funnel, measure: poor, per: households",
        Self.communes("households", Array(repeating: 2000, count: 6))
      ),
    ] {
      let found = try await FigureFound(
        Self.rule(rule), Self.communes("poor", [10, 11, 12, 11, 10, 900]) + more)
      let told = found.codes.filter { $0.contains("doubtful") }
      #expect(told.contains("R doubtful 7"), "\(found.messages.map(\.en))")
      #expect(found.notices == [] && found.messages.allSatisfy { $0.vi != $0.en })
    }
  }
  @Test func `the order in which units are given changes nothing`() async throws {
    let counts = [10, 11, 12, 11, 10, 900]
    let rows = Self.communes("poor", counts).split(separator: " ").map(String.init)
    let rule = Self.rule("method: robust_z, measure: poor")
    let one = try await FigureFound(rule, rows.joined(separator: " "))
    let other = try await FigureFound(rule, rows.reversed().joined(separator: " "))
    #expect(one.messages == other.messages && one.kinds == ["R doubtful"])
  }
  /// Each year by itself: what is usual in one year may be far in another.
  @Test func `units are compared within one day and standard`() async throws {
    let found = try await FigureFound(
      Self.rule("method: robust_z, measure: poor"),
      Self.communes("poor", [10, 11, 12, 11, 10, 12])
        + Self.communes("poor", [900, 901, 902, 901, 900, 902], 2023))
    #expect(found.kinds == [])
  }
}
