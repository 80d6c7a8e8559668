import Diagnostics
import Foundation
import Testing

@testable import Standards

/// A gap excuses one band, from line to line, and no other household.
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
    "add the rule that is lacking; where the act itself leaves out a whole band, name that band in `gap`"
  private static let remove = "remove `gap`, or name just the band of which no rule speaks"
  /// The block of the gap, whose lines are indented.
  private static func block() throws -> String {
    let text = try BandTests.text("vn-2011")
    let match = try #require(text.firstMatch(of: /gap:\n(?:  .*\n)+/))
    return String(match.output)
  }

  @Test func `the gap of 2011 is between its two lines`() throws {
    let gap = try #require(try StandardTests.committed.get()["vn-2011"]?.rules?.gap)
    #expect(gap.above == "line" && gap.below == "near_from" && gap.meaning.en.contains("400,500 đồng"))
    #expect(gap.phrase.vi.hasPrefix("trên line và dưới near_from: Thu nhập giữa hai khoảng"))
    #expect(gap.phrase.en.hasPrefix("above line and below near_from: Incomes between the two bands"))
    #expect(try StandardTests.committed.get()["vn-2022"]?.rules?.gap == nil)
    #expect(
      Gap(above: "a", below: nil, meaning: Phrase(same: "m")).phrase
        == Phrase(vi: "trên a: m", en: "above a: m"))
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
      Self.told(try Self.mistakes(("above: line", "above: near_line"), ("  below: near_from\n", ""))) == [
        "standards.gap: `gap` says that the act leaves this band out, and a rule does not: a household in the countryside, with 520001 đồng per person and month is 'none of them' — \(Self.remove)",
        "standards.gap: no rule speaks of a household in the countryside, with 400001 đồng per person and month — \(Self.add)",
      ])
  }
  @Test(
    arguments: [
      ("below: near_from", "below: near_line", "401000", "near-poor"),
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
        "standards.gap: `gap` says that the act leaves this band out, and a rule does not: a household in the countryside, with \(income) đồng per person and month is '\(word)' — \(Self.remove)"
      ])
    #expect(found[0].message.vi.contains("mà có quy tắc: hộ ở nông thôn, thu nhập \(income) đồng"))
    // It is told where it is said.
    let lines = try BandTests.text("vn-2011").split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(found[0].range).start.line
    #expect(lines[line - 2] == "gap:" && lines[line - 1] == "  above: line")
  }
  @Test func `a pack without any gap needs none`() throws {
    let gap = "gap: { above: line, below: average_line, meaning: { vi: bỏ trống, en: left out } }\n"
    let text = try BandTests.text("vn-2022").replacing("\nclasses:\n", with: "\n\(gap)classes:\n")
    #expect(
      Self.told(StandardTests.mistakes(["s/a.yaml": text])) == [
        "standards.gap: `gap` says that the act leaves this band out, and a rule does not: a household in the countryside, with 1500001 đồng per person and month and 0 deprivations is 'average living standard' — \(Self.remove)"
      ])
  }
  @Test func `a band may have no end`() throws {
    var text = try BandTests.text("vn-2011").replacing(
      try Self.block(), with: "gap: { above: near_line, meaning: { vi: bỏ trống, en: left out } }\n")
    text = text.replacing("income >= near_from", with: "income > line")
    let last = try #require(text.range(of: "  - class: none"))
    text.removeSubrange(last.lowerBound...)
    #expect(StandardTests.mistakes(["s/a.yaml": text]).map(\.message.en) == [])
    #expect(try StandardTests.load(["s/a.yaml": text])["vn-2011"]?.rules?.gap?.below == nil)
  }
  @Test(
    arguments: [
      (
        "above: line", "above: lin", "`gap` names the line 'lin', which `income_lines` does not have",
        "did you mean 'line'?"
      ),
      (
        "below: near_from", "below: income",
        "`gap` names the line 'income', which `income_lines` does not have",
        "there are: line, near_from, near_line"
      ),
      (
        "below: near_from", "below: line", "there is no band above 'line' and below 'line'",
        "`above` is the line below the band, `below` the line above it"
      ),
      (
        "above: line", "above: near_line", "there is no band above 'near_line' and below 'near_from'",
        "`above` is the line below the band, `below` the line above it"
      ),
      ("  above: line\n", "", "missing option 'above'", "The line above which it begins."),
    ]) func `a gap of no band is told at its place`(
      old: String, new: String, message: String, hint: String
    ) throws
  {
    let found = try Self.mistakes((old, new))
    #expect(found.map(\.message.en) == [message] && found.map(\.hint?.en) == [hint])
    #expect(found.allSatisfy { $0.message.vi != $0.message.en && $0.range != nil })
  }
  @Test func `what is left out is said in both languages`() throws {
    let text = try BandTests.text("vn-2011").replacing(
      try Self.block(), with: "gap: { above: line, below: near_from, meaning: Bỏ trống }\n")
    #expect(
      StandardTests.mistakes(["s/a.yaml": text]).map { "\($0.code.rawValue): \($0.message.en)" } == [
        "standards.english: 'Bỏ trống' has no English name"
      ])
  }
  /// A gap of incomes says nothing of points.
  @Test func `points have no gap`() throws {
    let gap = "gap: { above: average_line, meaning: { vi: bỏ trống, en: left out } }\n"
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
