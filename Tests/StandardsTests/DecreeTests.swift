import Diagnostics
import Expressions
import Tables
import Testing

@testable import Standards

/// The class rules of the committed packs, asked of households at and beside every line, against the words of the acts.
@Suite struct DecreeTests {
  /// The class, and the way to it, of a household of so much a person and so many deprivations.
  struct Act: Sendable, CustomTestStringConvertible {
    let id: String
    /// Thousands of đồng in the countryside and in towns.
    let lines: [(rural: Int64, urban: Int64)]
    let says: @Sendable (_ thousands: Int64, _ above: Bool, _ lacking: Int64, _ isTown: Bool) -> String
    var testDescription: String { id }
  }
  /// At or below a line of so many thousands; what is above by one đồng is above.
  private static func isWithin(_ thousands: Int64, _ above: Bool, _ line: Int64) -> Bool {
    above ? thousands < line : thousands <= line
  }
  static let acts = [
    Act(id: "vn-2016", lines: [(700, 900), (1000, 1300), (1500, 1950)]) { income, above, lacking, isTown in
      if isWithin(income, above, isTown ? 900 : 700) { return "poor income" }
      if isWithin(income, above, isTown ? 1300 : 1000) {
        return lacking >= 3 ? "poor deprivation" : "near_poor"
      }
      return isWithin(income, above, isTown ? 1950 : 1500) ? "average" : "none"
    },
    Act(id: "vn-2022", lines: [(1500, 2000), (2250, 3000)]) { income, above, lacking, isTown in
      if isWithin(income, above, isTown ? 2000 : 1500) { return lacking >= 3 ? "poor" : "near_poor" }
      return isWithin(income, above, isTown ? 3000 : 2250) ? "average" : "none"
    },
    Act(id: "vn-2027", lines: [(2200, 2800)]) { income, above, lacking, isTown in
      guard isWithin(income, above, isTown ? 2800 : 2200) else { return "none" }
      return lacking >= 3 ? "poor" : "near_poor"
    },
  ]
  /// The rules of a pack asked in their order: the first that does not say "no" decides.
  private static func decided(
    _ rules: [ClassRule], _ schema: Schema, _ cells: [String: Int64?], area: String?
  ) throws -> String? {
    let columns = schema.fields.map { field -> Column in
      var column = ColumnBuilder(field.type)
      if field.name == "area" {
        if let area { column.append(text: area.utf8) } else { column.append(missing: .blank) }
      } else {
        column.append(units: cells[field.name] ?? nil)
      }
      return column.column
    }
    for rule in rules {
      let typed = try rule.condition.typed(in: schema, referenceDate: nil)
      guard case .bool(let answer) = typed.evaluate(Batch(columns, count: 1)).column else { return "?" }
      guard answer.validity.map({ $0[0] }) ?? true else { return nil }
      if answer.bits[0] { return rule.householdClass.rawValue + (rule.branch.map { " \($0)" } ?? "") }
    }
    return "no rule"
  }
  private static func cells(_ rules: ClassRules, income: Int64?, lacking: Int64?, isTown: Bool) -> [String:
    Int64?]
  {
    var cells: [String: Int64?] = ["income": income, "deprivations": lacking, "cutoff": rules.cutoff]
    for line in rules.lines { cells[line.name] = isTown ? line.urban : line.rural }
    return cells
  }

  @Test(arguments: acts, [false, true])
  func `at every line and one đồng beside it the class is that of the act`(
    _ act: Act, _ isTown: Bool
  ) throws {
    let rules = try #require(try StandardTests.committed.get()[act.id]?.rules)
    var tried = 0
    var limits: [Int64] = [0, 1, 99_999]
    for line in act.lines { limits += [line.rural, line.urban] }
    for line in limits {
      for above in [false, true] {
        for lacking in 0...(rules.cutoffOf ?? 0) {
          let income = line * 1000 + (above ? 1 : 0)
          let found = try Self.decided(
            rules.rules, rules.schema(), Self.cells(rules, income: income, lacking: lacking, isTown: isTown),
            area: isTown ? "urban" : "rural")
          #expect(found == act.says(line, above, lacking, isTown), "\(income) đồng, \(lacking) lacking")
          tried += 1
        }
      }
    }
    #expect(tried >= 100)
  }
  /// More money never makes poorer, and another deprivation never makes richer.
  @Test(arguments: ["vn-2016", "vn-2022", "vn-2027"], ["urban", "rural"]) func `poorer goes one way`(
    _ id: String, _ area: String
  ) throws {
    let rules = try #require(try StandardTests.committed.get()[id]?.rules)
    let order = ["poor", "near_poor", "average", "none"]
    func rank(_ income: Int64, _ lacking: Int64) throws -> Int {
      let found = try Self.decided(
        rules.rules, rules.schema(),
        Self.cells(rules, income: income, lacking: lacking, isTown: area == "urban"), area: area)
      let name = found?.split(separator: " ").first.map(String.init)
      return try #require(order.firstIndex { $0 == name })
    }
    let incomes = rules.lines.flatMap { [$0.rural, $0.rural + 1, $0.urban, $0.urban + 1] }.sorted()
    for lacking in [0, 2, 3, 10] as [Int64] {
      let ranks = try incomes.map { try rank($0, lacking) }
      #expect(ranks == ranks.sorted())
    }
    for income in incomes {
      let ranks = try (0...10).map { try rank(income, Int64($0)) }
      #expect(ranks == ranks.sorted(by: >))
    }
  }
  @Test(arguments: ["vn-2016", "vn-2022", "vn-2027"])
  func `a class that depends on what is missing is not decided`(
    _ id: String
  ) throws {
    let rules = try #require(try StandardTests.committed.get()[id]?.rules)
    func found(_ income: Int64?, _ lacking: Int64?) throws -> String? {
      try Self.decided(
        rules.rules, rules.schema(), Self.cells(rules, income: income, lacking: lacking, isTown: false),
        area: "rural")
    }
    for lacking in [nil, 0, 12] as [Int64?] { #expect(try found(nil, lacking) == nil) }
    // Far above every line nothing but the income matters.
    #expect(try found(99_000_000, nil) == "none")
    let first = rules.lines[0].rural
    #expect(try found(first, nil) == (id == "vn-2016" ? "poor income" : nil))
    if id == "vn-2016" { #expect(try found(first + 1, nil) == nil) }
  }
  @Test(
    arguments: [
      ("rural", 140, 30, "poor"), ("rural", 140, 20, "near_poor"), ("rural", 140, 0, "near_poor"),
      ("rural", 141, 120, "none"),
      ("urban", 175, 30, "poor"), ("urban", 175, 29, "near_poor"), ("urban", 176, 30, "none"),
      ("urban", 0, 120, "poor"),
      ("rural", nil, 30, nil), ("rural", 140, nil, nil), ("rural", 141, nil, "none"),
    ] as [(String, Int64?, Int64?, String?)]) func `points of 2022 are those of the circular`(
      area: String, b1: Int64?, b2: Int64?, wanted: String?
    ) throws
  {
    let rules = try #require(try StandardTests.committed.get()["vn-2022"]?.rules)
    let points = try #require(rules.points)
    var cells: [String: Int64?] = [
      "b1": b1, "b2": b2, "cutoff": rules.cutoff, "deprivations": b2.map { $0 / 10 },
    ]
    for line in points.lines { cells[line.name] = area == "urban" ? line.urban : line.rural }
    #expect(try Self.decided(points.rules, rules.pointSchema, cells, area: area) == wanted)
  }
  @Test func `2011 goes by income, and is silent between its two bands`() throws {
    let rules = try #require(try StandardTests.committed.get()["vn-2011"]?.rules)
    for (income, isTown, wanted) in [
      (400_000, false, "poor"), (400_001, false, "no rule"), (400_999, false, "no rule"),
      (401_000, false, "near_poor"),
      (520_000, false, "near_poor"), (520_001, false, "none"), (500_000, true, "poor"),
      (500_500, true, "no rule"),
      (501_000, true, "near_poor"), (650_000, true, "near_poor"), (650_001, true, "none"),
    ] as [(Int64, Bool, String)] {
      let found = try Self.decided(
        rules.rules, rules.schema(), Self.cells(rules, income: income, lacking: nil, isTown: isTown),
        area: isTown ? "urban" : "rural")
      #expect(found == wanted, "\(income)")
    }
  }
}
