import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Testing

@testable import Plans

/// Plan files that are wrong, each with what is said and where.
@Suite struct PlanMistakeTests {
  /// What is found at a mark.
  struct Problem: Sendable {
    let mark: Int
    let code: String
    let en: String
    let vi: String
    let hint: String?
    init(_ mark: Int, _ code: String, en: String, vi: String, hint: String? = nil) {
      (self.mark, self.code, self.en, self.vi, self.hint) = (mark, code, en, vi, hint)
    }
  }
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let problems: [Problem]
    var testDescription: String { name }
    /// A file with these targets, one a line, and what stands behind them.
    init(_ name: String, _ targets: [String], then rest: String = "", _ problems: Problem...) {
      let lines = targets.map { "  - { title: t, place: p, \($0) }\n" }.joined()
      self.init(name, text: PlanMistakeTests.head + "targets:\n" + lines + rest, problems)
    }
    init(_ name: String, text: String, _ problems: [Problem]) {
      (self.name, self.text, self.problems) = (name, text, problems)
    }
  }
  static let head = """
    plan: p
    name: P
    issuer: I
    unit: "96"
    level: province
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: S }

    """
  static let level = "population: x, kind: level, measure: m, unit: percent, at_most: 1"

  @Test(arguments: PlanMistakes.all) func `a mistake is told at its place in both languages`(_ row: Case) {
    let marked = MarkedText(row.text)
    let found = Self.problems(of: marked.text)
    let shown = found.map {
      "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code.rawValue) \($0.message.en)"
    }
    let wanted = row.problems.map { "\(marked.places[$0.mark] ?? "?") \($0.code) \($0.en)" }
    #expect(shown == wanted)
    #expect(found.map(\.message.vi) == row.problems.map(\.vi))
    #expect(found.map { $0.hint?.en } == row.problems.map(\.hint))
    for problem in found {
      #expect(problem.range?.file == "p.yaml")
      #expect(problem.message.vi == problem.message.vi.precomposedStringWithCanonicalMapping)
      #expect(problem.hint.map { !$0.vi.isEmpty } ?? true)
    }
  }
  @Test func `every code of the module has a case`() {
    let known = Set(plansExplanations.map(\.code))
    let tried = Set(PlanMistakes.all.flatMap(\.problems).map(\.code)).filter { $0.hasPrefix("plan.") }
    #expect(tried == known)
  }
  @Test func `the first use of an id is shown beside the second`() throws {
    let text =
      Self.head + "targets:\n  - { id: A, title: t, place: p, \(Self.level) }\n"
      + "  - { id: A, title: t, place: p, \(Self.level) }\n"
    let note = try #require(Self.problems(of: text).first?.notes.first)
    #expect(note.range.start.line == 10)
    #expect(note.message.en == "it was first used here")
  }
  @Test func `all mistakes of a file are told in one pass, in the order of the file`() {
    let text = MarkedText(
      """
      plan: p
      name: P
      issuer: I
      unit: "96"
      level: province
      period: { from: 2024-12-31, to: 1️⃣2024-01-01 }
      standard: vn-2022
      source: { title: S }
      targets:
        - { id: 2️⃣A, title: t, place: p, kind: level, unit: percent, at_most: 1, population: x }
        - { id: 3️⃣A, title: t, place: p, population: x, kind: level, measure: m, unit: percent }
        - { id: B, title: t, place: p, population: x, kind: level, measure: m, unit: percent, between: 4️⃣[3, 2] }
      checks:
        - { id: 5️⃣c, level_rate: 6️⃣Z }
      """)
    let found = Self.problems(of: text.text)
    let shown = found.map {
      "\($0.code.rawValue) \($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)"
    }
    let wanted = [
      ("plan.period", 1), ("plan.target-lacks", 2), ("plan.comparison", 3), ("plan.target-twice", 3),
      ("plan.range", 4), ("plan.agrees-with-nothing", 5), ("plan.unknown-target", 6),
    ].map { "\($0.0) \(text.places[$0.1] ?? "?")" }
    #expect(shown == wanted)
  }
  @Test func `a plan may be signed on the last day of its period`() {
    let text = Self.head.replacing("period:", with: "date: 2024-12-31\nperiod:")
    #expect(Self.problems(of: text + "targets:\n  - { id: A, title: t, place: p, \(Self.level) }\n").isEmpty)
  }
  @Test func `the codes are explained in both languages`() {
    for explanation in plansExplanations {
      for text in [explanation.meaning, explanation.remedy] {
        #expect(!text.vi.isEmpty && text.vi != text.en)
        #expect(text.vi == text.vi.precomposedStringWithCanonicalMapping)
      }
    }
  }
  static func problems(of text: String) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try Plan.load("p.yaml", namedAt: nil, .memory(["p.yaml": text]))
      return []
    } catch { return error.all }
  }
}
