import Diagnostics
import Expressions
import StageKit
import Foundation
import StageTestKit
import Tables
import Testing

@testable import Standards

/// The class rules of packs: what the committed one says, and what is refused.
@Suite struct RuleTests {
  static let parts = """
    income_lines:
      line: { rural: 1500000, urban: 2000000, clause: Điều 3, checked: text }
    indicators:
      - { id: work, dimension: { vi: Việc làm, en: Work }, name: { vi: Việc làm, en: Work }, clause: Điều 3, checked: text }
      - { id: water, dimension: { vi: Nước, en: Water }, name: { vi: Nguồn nước, en: Water }, clause: Điều 3, checked: text }
    cutoff: { deprivations: 1, of: 2, clause: Điều 3, checked: text }
    classes:
      - { class: poor, when: "income <= line AND deprivations >= cutoff", clause: Điều 3, checked: text }
      - { class: none, when: "income > line OR deprivations < cutoff", clause: Điều 3, checked: text }
    points:
      lines:
        b1_line: { rural: 140, urban: 175, clause: Nghị định 07/2021/NĐ-CP, checked: text }
        b2_line: { rural: 10, urban: 10, clause: Nghị định 07/2021/NĐ-CP, checked: text }
      per_deprivation: 10
      clause: Nghị định 07/2021/NĐ-CP
      checked: text
      classes:
        - { class: poor, when: b1 <= b1_line AND b2 >= b2_line, clause: Nghị định 07/2021/NĐ-CP, checked: text }
        - { class: none, when: b1 > b1_line OR b2 < b2_line, clause: Nghị định 07/2021/NĐ-CP, checked: text }

    """
  static let pack = StandardTests.sound + parts

  @Test func `the pack vn-2022 says what the decree says`() throws {
    let rules = try #require(try StandardTests.committed.get()["vn-2022"]?.rules)
    #expect(
      rules.lines.map { "\($0.name) \($0.rural) \($0.urban)" } == [
        "line 1500000 2000000", "average_line 2250000 3000000",
      ])
    #expect(
      rules.indicators.map(\.id) == [
        "employment", "dependants", "nutrition", "insurance", "adult_education", "child_schooling",
        "housing_quality", "housing_space", "water", "toilet", "telecom", "devices",
      ])
    #expect(Set(rules.indicators.map(\.dimension.vi)).count == 6)
    #expect(rules.cutoff == 3)
    #expect(rules.rules.map(\.householdClass) == [.poor, .nearPoor, .average, .neither])
    #expect(rules.branches.isEmpty)
    let points = try #require(rules.points)
    #expect(
      points.lines.map { "\($0.name) \($0.rural) \($0.urban)" } == ["b1_line 140 175", "b2_line 30 30"])
    #expect(
      points.perDeprivation == 10 && points.rules.map(\.householdClass) == [.poor, .nearPoor, .neither])
  }
  @Test func `every part of the pack vn-2022 names its clause, and has words in both languages`() throws {
    let rules = try #require(try StandardTests.committed.get()["vn-2022"]?.rules)
    let points = try #require(rules.points)
    let clauses =
      rules.lines.map(\.clause) + rules.indicators.map(\.clause) + rules.rules.map(\.clause)
      + [try #require(rules.cutoffClause), points.clause] + points.lines.map(\.clause)
      + points.rules.map(\.clause)
    for clause in clauses.map(\.text) {
      #expect(clause.contains("Nghị định 07/2021/NĐ-CP") || clause.contains("Thông tư 07/2021/TT-BLĐTBXH"))
    }
    for indicator in rules.indicators {
      for phrase in [indicator.name, indicator.dimension] {
        #expect(phrase.vi != phrase.en && phrase.vi == phrase.vi.precomposedStringWithCanonicalMapping)
      }
    }
  }
  @Test func `a pack may say all of it`() throws {
    let rules = try #require(try StandardTests.load(["s/a.yaml": Self.pack])["vn-2022"]?.rules)
    #expect(
      rules.schema().names == ["area", "deprivations", "cutoff", "income", "line", "dep_work", "dep_water"])
    #expect(
      rules.pointSchema.names == [
        "area", "deprivations", "cutoff", "b1", "b2", "b1_line", "b2_line", "dep_work", "dep_water",
      ])
    #expect(rules.schema()["dep_water"]?.type == .bool && rules.namedFlags == [])
    #expect(rules.schema(income: .decimal(scale: 2))["line"]?.type == .decimal(scale: 2))
    #expect(rules.rules[0].condition.text == "income <= line AND deprivations >= cutoff")
  }
  @Test func `branches are listed once, in the order of the rules`() throws {
    let text = Self.pack.replacing("{ class: none,", with: "{ class: none, branch: b,")
      .replacing("{ class: poor, when: \"income", with: "{ class: poor, branch: a, when: \"income")
    #expect(try StandardTests.load(["s/a.yaml": text])["vn-2022"]?.rules?.branches == ["a", "b"])
  }

  // MARK: What is wrong

  @Test(
    arguments: [
      (
        "cutoff: { deprivations: 1, of: 2, clause: Điều 3, checked: text }\n", "", "standards.incomplete",
        "the rules of the standard 'vn-2022' lack: cutoff"
      ),
      (
        "of: 2,", "of: 1️⃣3,", "standards.cutoff",
        "the cut-off is 1 of 3, and the standard has 2 indicators"
      ),
      (
        "{ deprivations: 1, of: 2,", "{ deprivations: 3, of: 1️⃣2,", "standards.cutoff",
        "the cut-off is 3 of 2, and the standard has 2 indicators"
      ),
      (
        "id: water", "id: 1️⃣work", "standards.indicator-twice", "two indicators have the id 'work'"
      ),
      (
        "  line: {", "  1️⃣income: {", "standards.name", "'income' cannot be the name of a limit"
      ),
      (
        "  line: {", "  1️⃣dep_water: {", "standards.name", "'dep_water' cannot be the name of a limit"
      ),
      (
        "    b1_line: {", "    1️⃣dep_other: {", "standards.name", "'dep_other' cannot be the name of a limit"
      ),
      (
        "when: \"income <= line AND deprivations >= cutoff\"", "when: 1️⃣\"income + line\"", "standards.rule",
        "'income + line' is not a condition of yes or no"
      ),
      (
        "when: \"income <= line AND deprivations >= cutoff\"", "when: 1️⃣\"incom <= line\"",
        "expression.column",
        "no column 'incom'"
      ),
      (
        "when: b1 <= b1_line AND b2 >= b2_line", "when: 1️⃣b1 <= line", "expression.column",
        "no column 'line'"
      ),
      (
        "class: none, when: \"income", "class: 1️⃣rich, when: \"income", "options.value",
        "option 'class': expected one of poor, near_poor, average, none, found 'rich'"
      ),
      (
        "rural: 140,", "rural: 1️⃣-1,", "options.value",
        "option 'rural': expected from 0 to 1000000, found '-1'"
      ),
      (
        "per_deprivation: 10", "per_deprivation: 1️⃣9223372036854775807", "options.value",
        "option 'per_deprivation': expected from 1 to 1000, found '9223372036854775807'"
      ),
    ]) func `wrong rules are told at their place`(old: String, new: String, code: String, message: String)
    throws
  {
    let marked = MarkedText(Self.pack.replacing(old, with: new))
    let found = StandardTests.mistakes(["s/a.yaml": marked.text])
    let problem = try #require(found.first { $0.code.rawValue == code })
    #expect(problem.message.en == message)
    #expect(problem.message.vi != message)
    guard let place = marked.places[1] else { return }
    #expect("\(problem.range?.start.line ?? 0):\(problem.range?.start.column ?? 0)" == place)
  }
  @Test func `a pack without a rule is refused`() {
    let start = Self.pack.range(of: "  classes:\n    - { class: poor, when: b1")?.lowerBound
    let text = Self.pack[..<(start ?? Self.pack.endIndex)] + "  classes: []\n"
    #expect(StandardTests.mistakes(["s/a.yaml": String(text)]).map(\.message.en) == ["there is no rule"])
  }
}
