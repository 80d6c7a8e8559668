import Diagnostics
import Figures
import StageTestKit
import Tables
import Testing

@testable import Plans

/// Plans that contradict themselves: each is read, judged and shown, and what does not hold is told.
@Suite struct ContradictionTests {
  static let rate = AddingUpTests.level("at_most: 1.20")
  static let count = AddingUpTests.count("at_most: 3675")
  static let cutRate = AddingUpTests.cutRate("at_least: 0.4")
  static let cutCount = AddingUpTests.cutCount("number: 1225")
  private func plan(_ targets: [String], _ check: String) -> PlanText {
    var text = PlanText(targets)
    text.checks = ["id: c, \(check)"]
    return text
  }
  private func checks(_ targets: [String], _ check: String, _ figures: [Figure] = []) throws
    -> [PlanVerdicts.Check]
  {
    try plan(targets, check).verdicts(figures).checks
  }

  // MARK: Households in all

  @Test(arguments: [
    (306250, true), (304980, true), (307531, true), (304979, false), (307532, false), (200000, false),
    (1, false),
  ]) func `count, rate and the households named hold together within the rounding of the rate`(
    households: Int, holds: Bool
  ) throws {
    let found = try checks(
      [Self.rate, Self.count], "level_rate: T1, level_count: T2, households: \(households)")
    let last = try #require(found.last)
    #expect(found.count == 2 && last.holds == holds)
    #expect(last.text.vi.contains(holds ? ": khớp với 3.675" : ": không khớp với 3.675"))
    #expect(last.detail?.vi == "Hai con số ấy ứng với 304.980–307.531\u{A0}hộ, kể cả làm tròn.")
  }
  @Test func `the end that the rounding leaves out is outside, and the end it takes in is inside`() throws {
    let targets = [AddingUpTests.level("at_most: 0.5"), AddingUpTests.count("at_most: 99")]
    func holds(_ n: Int) throws -> Bool? {
      try checks(targets, "level_rate: T1, level_count: T2, households: \(n)").last?.holds
    }
    // 9900/0.55 = 18.000 is left out, since 0.55 would be printed 0.6; 9900/0.45 = 22.000 is in, as 0.45 is printed 0.5.
    #expect(try holds(18000) == false)
    #expect(try holds(18001) == true)
    #expect(try holds(22000) == true)
    #expect(try holds(22001) == false)
  }

  // MARK: Start, level, cut

  @Test(arguments: [
    ("start_count: 4900", true, "4.900 − 3.675 = 1.225\u{A0}hộ."),
    ("start_count: 5000", false, "5.000 − 3.675 = 1.325\u{A0}hộ."),
    ("start_count: 3000", false, "3.000 − 3.675 = -675\u{A0}hộ."),
  ]) func `a cut that is not start less level is told`(stated: String, holds: Bool, arithmetic: String) throws
  {
    let found = try checks([Self.count, Self.cutCount], "level_count: T1, cut_count: T2, \(stated)")
    #expect(found.map(\.holds) == [holds])
    #expect(found.first?.detail?.vi.replacing("−675", with: "-675") == arithmetic)
    #expect(found.first?.text.vi.hasSuffix(holds ? ": khớp." : ": không khớp.") == true)
  }
  @Test(arguments: [
    ("1.60", "1.20", "number: 0.4", true), ("1.70", "1.20", "number: 0.4", false),
    // 1.65 stands for up to 1.655: less 1.195 that is 0.46, and 0.4 stands for less than 0.45.
    ("1.65", "1.20", "number: 0.4", true), ("1.66", "1.20", "number: 0.4", false),
    ("1.70", "1.20", "at_least: 0.4", true), ("1.50", "1.20", "at_least: 0.4", false),
    ("1.60", "1.20", "at_most: 0.3", false), ("1.60", "1.20", "between: [0.3, 0.5]", true),
    ("1.90", "1.20", "between: [0.3, 0.5]", false),
  ]) func `rates differ within their rounding`(start: String, level: String, cut: String, holds: Bool) throws
  {
    let found = try checks(
      [AddingUpTests.level("at_most: \(level)"), AddingUpTests.cutRate(cut)],
      "level_rate: T1, cut_rate: T2, start_rate: \(start)")
    #expect(found.map(\.holds) == [holds])
  }
  @Test(arguments: [(4900, true, "khớp với"), (5200, nil as Bool?, "không khớp với")])
  func `the published start is put beside the cut, and a difference from it is no contradiction`(
    base: Int, holds: Bool?, words: String
  ) throws {
    let found = try checks(
      [Self.count + ", baseline: 2023-12-31", Self.cutCount], "level_count: T1, cut_count: T2",
      [figure(.amount(FixedPoint(Int64(base))), "poor", on: "2023-12-31")])
    let last = try #require(found.last)
    #expect(last.holds == holds && last.text.vi.hasPrefix("Số đã công bố ngày 31/12/2023 là"))
    #expect(last.text.vi.contains(words))
  }
  @Test func `without a published start nothing is said of it`() throws {
    #expect(
      try checks([Self.count + ", baseline: 2023-12-31", Self.cutCount], "level_count: T1, cut_count: T2")
        .isEmpty)
  }
  /// The level and the cut of poor households, either changed, beside what is published of the day they start from.
  private func published(
    level: (String, String) = ("", ""), cut: (String, String) = ("", ""), _ figures: [Figure]
  ) throws -> Bool {
    func changed(_ text: String, _ change: (String, String)) -> String {
      change.0.isEmpty ? text : text.replacing(change.0, with: change.1)
    }
    let targets = [
      changed(Self.count + ", baseline: 2023-12-31", level), changed(Self.cutCount, cut),
    ]
    return try checks(targets, "level_count: T1, cut_count: T2", figures)
      .contains { $0.text.vi.hasPrefix("Số đã công bố") }
  }
  private static func start(
    _ measure: String = "poor", group: String = "all", status: Figure.Status = .value,
    standard: String = "vn-2022", boundary: String = ""
  ) -> Figure {
    figure(
      .amount(4900), measure, on: "2023-12-31", group: group, status: status, standard: standard,
      boundary: boundary)
  }
  @Test func `a published start of the same thing is put beside the cut`() throws {
    #expect(try published([Self.start()]))
    #expect(try published([Self.start(standard: "")]))
  }
  @Test(arguments: [
    ("another standard", start(standard: "vn-2016")), ("an estimate", start(status: .estimate)),
    ("other boundaries", start(boundary: "2025-07-01")),
  ]) func `a published start that cannot be compared is not`(_ what: String, _ base: Figure) throws {
    #expect(try !published([base]), "\(what)")
  }
  @Test func `a start of an estimate whose words declare an interval is no number to subtract from`() throws {
    var base = Self.start(status: .estimate)
    base.note = "hơn 4.900"
    #expect(try !published([base]))
  }
  @Test func `a level and a cut of other measures, people or days have no start in common`() throws {
    let both = [Self.start(), Self.start("poor_plus_near"), Self.start(group: "area:urban")]
    #expect(try !published(level: ("measure: poor", "measure: poor_plus_near"), both))
    #expect(try !published(cut: ("measure: poor", "measure: poor_plus_near"), both))
    #expect(try !published(cut: ("measure: poor", "measure: poor, group: \"area:urban\""), both))
    #expect(try !published(cut: ("2023-12-31", "2022-12-31"), both))
  }
  @Test func `the start is that of the first reading, whichever decides the word`() throws {
    func level(_ first: String, _ second: String) -> String {
      """
      kind: level, unit: households, at_most: 3675, baseline: 2023-12-31, readings: [{ name: a, \
      measure: \(first) }, { name: b, measure: \(second) }]
      """
    }
    let figures = [
      Self.start(), figure(.amount(9000), "poor_plus_near", on: "2023-12-31"),
      figure(.amount(3000), "poor"), figure(.amount(8000), "poor_plus_near"),
    ]
    func text(_ first: String, _ second: String) throws -> String? {
      try checks(
        [level(first, second), Self.cutCount], "level_count: T1, cut_count: T2", figures
      ).map(\.text.vi).first { $0.hasPrefix("Số đã công bố") }
    }
    #expect(try text("poor", "poor_plus_near")?.contains("là 4.900") == true)
    #expect(try text("poor_plus_near", "poor") == nil)
  }
  @Test func `a rise is not taken for a cut`() throws {
    let rise = Self.cutCount.replacing("toward: down", with: "toward: up")
    #expect(try checks([Self.count, rise], "level_count: T1, cut_count: T2, start_count: 4900").isEmpty)
  }

  // MARK: Where it starts from, by itself

  @Test(arguments: [
    (306_250, "1.60", 4900, true), (306_250, "1.6", 4900, true), (306_250, "1.61", 4900, false),
    (30625, "1.60", 4900, false), (306_250, "1.60", 4884, false), (306_250, "1.60", 4885, true),
    (306_250, "1.60", 4915, true), (306_250, "1.60", 4916, false), (9, "0.00", 0, true), (9, "0.1", 0, false),
  ]) func `the rate at the start is that of the number at the start, rounded, without a count to be reached`(
    households: Int, rate: String, count: Int, holds: Bool
  ) throws {
    let found = try checks(
      [Self.rate, Self.cutRate],
      "level_rate: T1, cut_rate: T2, households: \(households), start_rate: \(rate), start_count: \(count)")
    let stated = found.filter { $0.text.en.contains("at the start: this") }
    #expect(stated.map(\.holds) == [holds])
    #expect(stated.allSatisfy { $0.text.vi.contains(holds ? ": khớp" : ": không khớp") })
    #expect(stated.allSatisfy { $0.detail != nil && $0.range != nil })
  }
  @Test func `a start without its rate, its number or the households is not checked by itself`() throws {
    for two in [
      "households: 9, start_rate: 50", "households: 9, start_count: 1", "start_rate: 9, start_count: 1",
    ] {
      let found = try checks([Self.rate, Self.cutRate], "level_rate: T1, cut_rate: T2, \(two)")
      #expect(!found.contains { $0.text.en.contains("at the start: this") })
    }
  }

  // MARK: What is done with it

  @Test func `a plan that contradicts itself is read and judged all the same, and says what does not hold`()
    throws
  {
    let targets = [
      Self.rate, Self.count, Self.cutRate, Self.cutCount,
      "kind: money, measure: b, unit: million_dong, number: 10, parts: [{ name: a, value: 4 }, { name: b, value: 5 }]",
    ]
    let text = plan(
      targets,
      """
      level_rate: T1, level_count: T2, cut_rate: T3, cut_count: T4, households: 100000, start_count: 9999, \
      start_rate: 1.00
      """
    )
    #expect(try text.verdicts([figure(printed("0.96"))]).targets.first?.verdict.word == .met)
    let found = try text.plan()
    // Level and cut each beside 100.000 households, the start by itself, the two ways down, the parts of money.
    #expect(found.contradictions.count == 6)
    #expect(found.contradictions.allSatisfy { $0.text.vi.contains("không") && $0.text.vi != $0.text.en })
    #expect(
      try plan([Self.rate, Self.count], "level_rate: T1, level_count: T2").plan().contradictions.isEmpty
    )
  }
  @Test(arguments: [
    ("households: 1️⃣0", "`households` cannot be 0"), ("start_count: 1️⃣-1", "`start_count` cannot be -1"),
    ("start_rate: 1️⃣100.5", "`start_rate` cannot be 100.5"),
    ("start_rate: 1️⃣-0.1", "`start_rate` cannot be -0.1"),
  ]) func `a number that cannot be is told where it stands`(_ key: String, _ message: String) {
    let text = MarkedText(
      PlanMistakeTests.head + "targets:\n  - { id: T1, title: t, place: p, population: x, \(Self.rate) }\n"
        + "  - { id: T2, title: t, place: p, population: x, \(Self.count) }\n"
        + "checks:\n  - { id: c, level_rate: T1, level_count: T2, \(key) }\n")
    let found = PlanMistakeTests.problems(of: text.text)
    let shown = found.map {
      "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code.rawValue) \($0.message.en)"
    }
    #expect(shown == ["\(text.places[1] ?? "?") plan.stated \(message)"])
    #expect(found.allSatisfy { $0.hint != nil })
  }
}
