import Diagnostics
import Expressions
import Foundation
import Testing

@testable import Standards

/// A gap excuses the households that it names, and no other.
@Suite struct GapTests {
  /// The pack of 2011 with some words replaced.
  private static func mistakes(_ changes: (String, String)...) throws -> [Diagnostic] {
    var text = try BandTests.text("vn-2011")
    for (old, new) in changes {
      #expect(text.contains(old), "the test changes something")
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    return StandardTests.mistakes(["s/a.yaml": text])
  }
  private static func told(_ found: [Diagnostic]) -> [String] {
    found.map { "\($0.code.rawValue): \($0.message.en) — \($0.hint?.en ?? "")" }
  }
  private static let add =
    "add the rule that is lacking; where the act itself leaves such households out, name just them in `gap`"
  private static let remove = "remove `gap`, or name just the households of which no rule speaks"
  private static let needless =
    "`gap` says that the act leaves these households out, and a rule does not: a household"
  private static let when = "income > line AND income < near_from"
  /// The block of the gap, whose lines are indented.
  private static func block() throws -> String {
    let text = try BandTests.text("vn-2011")
    let match = try #require(text.firstMatch(of: /gap:\n(?:  .*\n)+/))
    return String(match.output)
  }

  @Test func `the gap of 2011 is between its two lines`() throws {
    let gap = try #require(try StandardTests.committed.get()["vn-2011"]?.rules?.gap)
    #expect(gap.condition.text == Self.when && gap.meaning.en.contains("400,500 đồng"))
    #expect(
      gap.phrase.vi.hasPrefix("văn bản không nói tới hộ khi \(Self.when): Thu nhập giữa hai khoảng"))
    #expect(
      gap.phrase.en.hasPrefix("the act says nothing of a household when \(Self.when): Incomes between"))
    #expect(try StandardTests.committed.get()["vn-2022"]?.rules?.gap == nil)
  }
  @Test func `without it the same households are told`() throws {
    #expect(
      Self.told(try Self.mistakes((try Self.block(), ""))) == [
        "standards.gap: no rule speaks of a household in the countryside, with 400001 đồng per person and month — \(Self.add)"
      ])
  }
  @Test(
    arguments: [
      // The line itself is in no band.
      ("\"income <= line\"", "\"income < line\"", "400000"),
      ("income >= near_from AND", "income > near_from AND", "401000"),
      ("income <= near_line", "income < near_line", "520000"),
      ("\"income > near_line\"", "\"income > near_line AND area = 'urban'\"", "520001"),
    ]) func `a gap elsewhere is not excused by it`(old: String, new: String, income: String) throws
  {
    #expect(
      Self.told(try Self.mistakes((old, new))) == [
        "standards.gap: no rule speaks of a household in the countryside, with \(income) đồng per person and month — \(Self.add)"
      ])
  }
  @Test func `a hole above the band of near-poor is not excused by one below it`() throws {
    #expect(
      Self.told(try Self.mistakes((Self.when, "income > near_line"))) == [
        "standards.gap: \(Self.needless) in the countryside, with 520001 đồng per person and month is 'none of them' — \(Self.remove)",
        "standards.gap: no rule speaks of a household in the countryside, with 400001 đồng per person and month — \(Self.add)",
      ])
  }
  @Test(
    arguments: [
      ("income < near_from\"", "income < near_line\"", "401000", "near-poor"),
      ("income > line AND income < near_from\"", "income < near_from\"", "0", "poor"),
      ("income >= near_from AND", "income > line AND", "400001", "near-poor"),
      (
        "\"income > near_line\"",
        "\"income > near_line OR income > line AND income < near_from AND area = 'rural'\"", "400001",
        "none of them"
      ),
    ]) func `a gap that is not there, or not wholly, is needless`(
      old: String, new: String, income: String, word: String
    ) throws
  {
    let found = try Self.mistakes((old, new))
    #expect(
      Self.told(found) == [
        "standards.gap: \(Self.needless) in the countryside, with \(income) đồng per person and month is '\(word)' — \(Self.remove)"
      ])
    #expect(found[0].message.vi.contains("mà có quy tắc: hộ ở nông thôn, thu nhập \(income) đồng"))
    // It is told where it is said.
    let lines = try BandTests.text("vn-2011").split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(found[0].range).start.line
    #expect(lines[line - 2] == "gap:" && lines[line - 1].hasPrefix("  when: \""))
  }
  @Test func `a pack without any gap needs none`() throws {
    let gap =
      "gap: { when: income > line AND income < average_line, meaning: { vi: bỏ trống, en: left out } }\n"
    let text = try BandTests.text("vn-2022").replacing("\nclasses:\n", with: "\n\(gap)classes:\n")
    #expect(
      Self.told(StandardTests.mistakes(["s/a.yaml": text])) == [
        "standards.gap: \(Self.needless) in the countryside, with 1500001 đồng per person and month and 0 deprivations is 'average living standard' — \(Self.remove)"
      ])
  }
  @Test func `a band may have no end`() throws {
    var text = try BandTests.text("vn-2011").replacing(
      try Self.block(), with: "gap: { when: income > near_line, meaning: { vi: bỏ trống, en: left out } }\n")
    text = text.replacing("income >= near_from", with: "income > line")
    let last = try #require(text.range(of: "  - class: none"))
    text.removeSubrange(last.lowerBound...)
    #expect(StandardTests.mistakes(["s/a.yaml": text]).map(\.message.en) == [])
  }
  @Test(
    arguments: [
      (
        "income > lin AND income < near_from", "expression.column", "no column 'lin'", "did you mean 'line'?"
      ),
      (
        "income > 400000", "standards.amount", "the rule has an amount without a name: 400000",
        "give the amount a name and clause in `income_lines`, and write that name here"
      ),
      (
        "income + line", "standards.rule", "'income + line' is not a condition of yes or no",
        "write a comparison, such as income <= line"
      ),
      ("income > near_line AND income < line", "standards.gap", "no household is in this `gap`", remove),
      ("income > line AND income < line", "standards.gap", "no household is in this `gap`", remove),
    ] as [(String, String, String, String)]) func `a gap is told at its place`(
      when: String, code: String, message: String, hint: String
    ) throws
  {
    let found = try Self.mistakes((Self.when, when))
    #expect(found.first?.message.en == message && found.first?.hint?.en == hint)
    #expect(found.first?.code.rawValue == code)
    // A gap in which nobody is excuses nobody.
    #expect(found.count == (code == "standards.gap" ? 2 : 1))
    #expect(found.allSatisfy { $0.message.vi != $0.message.en && $0.range != nil })
  }
  /// One word for one thing: the lines of a band are no keys of their own.
  @Test func `a gap has a condition and nothing else`() throws {
    let found = try Self.mistakes(("  when: \"income > line AND income < near_from\"\n", "  above: line\n"))
    #expect(Set(found.map(\.code.rawValue)) == ["options.missing", "options.unknown"])
  }
  /// Households are left out by what they lack, too.
  @Test(
    arguments: [
      // Who lacks one of the two is left out, whoever has enough of others is not, nor whoever earns more.
      (
        "dep_income AND dep_dependants", "dep_income",
        "no rule speaks of a household in the countryside, with 0 đồng per person and year and 1 deprivations (dep_income, not dep_dependants)"
      ),
      (
        "deprivations < cutoff AND NOT", "NOT",
        "\(needless) in the countryside, with 0 đồng per person and year and 3 deprivations (not dep_income, not dep_dependants) is 'poor (deprivation)'"
      ),
      (
        "income <= line AND deprivations < cutoff AND NOT", "deprivations < cutoff AND NOT",
        "\(needless) in the countryside, with 36000001 đồng per person and year and 0 deprivations (not dep_income, not dep_dependants) is 'none of them'"
      ),
    ]) func `a gap by flags is as exact`(old: String, new: String, message: String) throws
  {
    let text = try BandTests.text("ho-chi-minh-2021")
    let start = try #require(text.range(of: "gap:\n"))
    let place = try #require(text.range(of: old, range: start.upperBound..<text.endIndex))
    let found = StandardTests.mistakes(["s/a.yaml": text.replacingCharacters(in: place, with: new)])
    #expect(found.map(\.message.en) == [message] && found.first?.code == "standards.gap")
  }
  @Test func `what is left out is said in both languages`() throws {
    let text = try BandTests.text("vn-2011").replacing(
      try Self.block(), with: "gap: { when: income > line AND income < near_from, meaning: Bỏ trống }\n")
    #expect(
      StandardTests.mistakes(["s/a.yaml": text]).map { "\($0.code.rawValue): \($0.message.en)" } == [
        "standards.english: 'Bỏ trống' has no English name"
      ])
  }
  /// A gap of incomes says nothing of points.
  @Test func `points have no gap`() throws {
    let gap = "gap: { when: income > average_line, meaning: { vi: bỏ trống, en: left out } }\n"
    var text = try BandTests.text("vn-2022").replacing("\nclasses:\n", with: "\n\(gap)classes:\n")
    text = text.replacing("income > average_line\"", with: "income > average_line AND income < line\"")
    #expect(StandardTests.mistakes(["s/a.yaml": text]).map(\.message.en) == [])
    text = text.replacing("b1 > b1_line\"", with: "b1 > b1_line AND b2 >= b2_line\"")
    #expect(
      StandardTests.mistakes(["s/a.yaml": text]).map(\.message.en) == [
        "no rule speaks of a household in the countryside, with 141 points B1 and 0 points B2"
      ])
  }
}
