import Diagnostics
import StageKit
import StageTestKit
import Standards
import Tables
import Testing
import YAML

@testable import Classify

/// Households of Hồ Chí Minh City, whose income is one of ten indicators, and rules that ask indicators by name.
@Suite struct CityTests {
  /// The indicators of the city, each with a column of flags.
  private static let ids = [
    "nutrition", "insurance", "adult_education", "child_schooling", "employment", "social_insurance",
    "housing",
    "water", "income", "dependants",
  ]
  private static let given = ids.enumerated().map { "\($1): d\($0 + 1)" }.joined(separator: ", ")
  private static let allowed = "allow_provisional: true, province: \"79\""
  private static func options(
    _ more: String = allowed, _ unit: String = "thousand_dong_per_year", _ column: String = "yearly"
  ) -> String {
    "{ standard: ho-chi-minh-2021, \(more), area: area, income: { column: \(column), unit: \(unit) }, deprivations: { \(given) } }"
  }
  /// A household that is deprived in these; `?` behind one says that it is not known.
  private static func household(_ income: Int64?, _ lacks: String, area: String = "urban") -> Household {
    let words = lacks.split(separator: " ")
    return Household(
      area: area, income: income,
      flags: ids.map { id in words.contains("\(id)?") ? nil : words.contains { $0 == id } } + [nil, nil])
  }
  private func made(_ households: [Household]) throws -> Made {
    try PlannedStep(Self.options(), on: "2021-12-31").made(households)
  }

  @Test(
    arguments: [
      // Both indicators of the income, or three of any.
      (36_000, "income dependants", "poor", "income"), (0, "income dependants", "poor", "income"),
      (36_000, "income dependants water", "poor", "deprivation"),
      (36_000, "income water housing", "poor", "deprivation"),
      (36_001, "dependants water housing", "poor", "deprivation"),
      (46_001, "employment water housing", "poor", "deprivation"),
      (900_000, "nutrition insurance adult_education child_schooling", "poor", "deprivation"),
      // Two, and an income above the first line up to the second.
      (36_001, "dependants water", "near_poor", nil), (46_000, "water housing", "near_poor", nil),
      (46_001, "water housing", "none", nil), (46_001, "dependants water", "none", nil),
      (36_001, "dependants", "none", nil), (36_001, "", "none", nil), (46_000, "water", "none", nil),
      (46_001, "", "none", nil),
    ] as [(Int64, String, String, String?)])
  func `the class is that of the words of the city`(
    income: Int64, lacks: String, wanted: String, branch: String?
  ) throws {
    for area in ["urban", "rural"] {
      let made = try made([Self.household(income, lacks, area: area)])
      #expect(made.classes == [wanted] && made.texts("branch") == [branch] && made.findings == [])
      #expect(made.counts == [Int64(lacks.split(separator: " ").count)])
    }
  }
  @Test(arguments: [(36_000, "income"), (36_000, "income water"), (0, "income"), (0, "income housing")])
  func `a household of which the words say nothing has no class, and is told`(
    income: Int64, lacks: String
  ) throws {
    let made = try made([Self.household(income, lacks), Self.household(36_001, "water")])
    #expect(made.classes == [nil, "none"] && made.texts("branch") == [nil, nil])
    #expect(made.findings == ["2 classify.rule -"])
  }
  @Test func `one đồng decides`() throws {
    let step = try PlannedStep(
      Self.options(Self.allowed, "thousand_dong_per_year", "income_h"), on: "2024-09-30")
    let rows = RuleTests.replacing(
      Rows.batch(Array(repeating: Self.household(0, "dependants water"), count: 4)), 3,
      [3_600_000, 3_600_001, 4_600_000, 4_600_001])
    #expect(try RuleTests.classes(step, rows) == [nil, "near_poor", "near_poor", "none"])
  }
  /// Three deprivations make poor whatever the income, so that a missing indicator leaves every class open.
  @Test func `an indicator that is not known blocks every class, and is told`() throws {
    let made = try made([
      Self.household(36_000, "income dependants?"), Self.household(90_000, "water?"),
      Self.household(36_000, "income? dependants"), Self.household(nil, "income dependants"),
    ])
    #expect(made.classes == [nil, nil, nil, nil] && made.texts("branch") == [nil, nil, nil, nil])
    #expect(
      made.findings == [
        "2 classify.deprivation dep_dependants", "3 classify.deprivation dep_water",
        "4 classify.deprivation dep_income", "5 classify.income yearly",
      ])
  }

  /// The line of the poor is the threshold of the indicator, so that one cannot say what the other does not.
  @Test func `a flag of income that contradicts the income counts as not known, and is told`() throws {
    let rows = [
      Self.household(36_000, "dependants water housing"), Self.household(36_001, "income dependants water"),
      Self.household(46_001, "income"), Self.household(36_000, "income dependants"),
      Self.household(36_001, "dependants water"), Self.household(nil, "income dependants water"),
    ]
    for size in [1, 2, 64] {
      let made = try PlannedStep(Self.options(), on: "2021-12-31").made(rows, batch: size)
      #expect(made.classes == [nil, nil, nil, "poor", "near_poor", "poor"])
      #expect(made.counts == [nil, nil, nil, 2, 2, 3])
      #expect(
        made.findings.sorted()
          == (2...4).flatMap {
            ["\($0) classify.deprivation dep_income", "\($0) classify.income-flag dep_income"]
          })
    }
    let made = try made(rows)
    #expect(
      made.messages.prefix(2).map(\.en) == [
        "the income is at or below 'line', and the household is given as not deprived in 'income': one of the two is wrong, so the indicator counts as not known; compare with the form",
        "the income is above 'line', and the household is given as deprived in 'income': one of the two is wrong, so the indicator counts as not known; compare with the form",
      ])
    #expect(made.messages.allSatisfy { $0.vi != $0.en })
  }

  // MARK: What the pack does not allow

  @Test(
    arguments: [
      (
        options(allowed, "thousand_dong", "income_k"), "2021-12-31", "classify.income-period",
        "the lines of 'ho-chi-minh-2021' are of a year, and the income is given for a month"
      ),
      (
        options("allow_provisional: true"), "2021-12-31", "classify.scope",
        "the standard 'ho-chi-minh-2021' is that of Thành phố Hồ Chí Minh (79)"
      ),
      (
        options("allow_provisional: true, province: \"01\""), "2021-12-31", "classify.scope",
        "the standard 'ho-chi-minh-2021' is that of Thành phố Hồ Chí Minh (79), not of the province 01"
      ),
      (
        options("province: \"79\""), "2021-12-31", "classify.provisional",
        "the standard 'ho-chi-minh-2021' is provisional: From a page of the city and reports; the text of the decision was not read, and the thresholds of seven of the ten indicators are not known or those of a draft."
      ),
      (
        options(), "2024-10-01", "classify.standard-then",
        "the standard 'ho-chi-minh-2021' is not for reviews of 2024-10-01"
      ),
      (
        options().replacing(", dependants: d10", with: ""), "2021-12-31", "classify.indicator",
        "no expression for the indicator: dependants"
      ),
    ]) func `the pack is used only where it is in force and let`(
      options: String, day: String, code: String, message: String
    ) throws
  {
    let step = try PlannedStep(options, on: day)
    #expect(step.mistakes.map(\.code.rawValue) == [code])
    if !["classify.standard-then", "classify.indicator"].contains(code) {
      #expect(step.mistakes.map(\.message.en) == [message])
    }
  }
  @Test func `on a day with three standards one must be named`() throws {
    let options = Self.options().replacing("standard: ho-chi-minh-2021, ", with: "")
    #expect(
      try PlannedStep(options, on: "2021-12-31").mistakes.map(\.message.en) == [
        "3 standards are valid on 2021-12-31: vn-2016, ho-chi-minh-2021, vn-2022"
      ])
  }

  // MARK: Its conditions

  private static let form = Schema(
    Rows.schema.fields + [
      Field("members", .int, .count), Field("dependants", .int, .count),
      Field("yearly_income", .int, .amount),
      Field("durable", .bool, .flag), Field("floor_area", .decimal(scale: 1), .amount),
      Field("inner", .bool, .flag),
    ])
  /// Members, dependants, đồng a year, a durable house, tenths of a square metre, an inner district.
  typealias Answers = (Int64?, Int64?, Int64?, Bool?, Int64?, Bool?)

  @Test(
    arguments: [
      ((4, 3, 36_000_000, true, 240, true), "poor", 2, [false, true, true]),
      ((4, 2, 36_000_000, true, 240, true), nil, 1, [false, true, false]),
      ((4, 3, 36_000_001, true, 239, true), "near_poor", 2, [true, false, true]),
      ((4, 3, 46_000_001, true, 399, false), "none", 2, [true, false, true]),
      ((4, 3, 46_000_000, true, 400, false), "none", 1, [false, false, true]),
      ((4, 3, 36_000_000, false, 900, nil), "poor", 3, [true, true, true]),
      // Not durable is enough; of a durable one the district matters, unless the floor is less than any needs.
      ((4, 0, 50_000_000, true, 300, nil), nil, nil, [nil, false, false]),
      ((4, 5, 50_000_000, true, 900, true), nil, nil, [false, false, nil]),
      ((4, 0, -1, true, 900, true), nil, nil, [false, nil, false]),
    ] as [(Answers, String?, Int64?, [Bool?])])
  func `what is known of its conditions can be asked`(
    answers: Answers, wanted: String?, count: Int64?, flags: [Bool?]
  ) throws {
    let given = Self.given.replacing(", housing: d7", with: "").replacing(
      ", income: d9, dependants: d10", with: "")
    let step = try PlannedStep(
      "{ standard: ho-chi-minh-2021, \(Self.allowed), conditions: true, area: area, income: { column: yearly_income, unit: dong_per_year }, deprivations: { \(given) } }",
      on: "2021-12-31", schema: Self.form)
    #expect(step.messages == [])
    var columns = Self.form.fields.suffix(6).map { ColumnBuilder($0.type) }
    for (index, number) in [(0, answers.0), (1, answers.1), (2, answers.2), (4, answers.4)] {
      columns[index].append(units: number)
    }
    for (index, flag) in [(3, answers.3), (5, answers.5)] where !columns[index].append(bool: flag) {
      columns[index].append(missing: .blank)
    }
    let rows = Rows.batch([Self.household(nil, "")])
    var found = Findings()
    let out = try step.planned.work.prepare([:])(
      Batch(rows.columns + columns.map(\.column), count: 1, origin: rows.origin), &found)
    let made = Made(schema: step.planned.output, parts: [out], found: found)
    #expect(made.classes == [wanted] && made.counts == [count])
    for (id, flag) in zip(["housing", "income", "dependants"], flags) {
      guard case .bool(let cells) = made.column("dep_\(id)") else { continue }
      #expect((cells.validity.map { $0[0] } ?? true ? cells.bits[0] : nil) == flag, "\(id)")
    }
  }
  @Test func `three of its conditions are asked of members, and four indicators have none`() throws {
    let schema = Schema(
      [Field("birth", .date, .label)]
        + ["stunted", "underweight", "insured", "earning", "social_insured"].map { Field($0, .bool, .flag) })
    var planning = Planning(
      step: "hoi", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: Day(iso: "2021-12-31")),
      loader: DocumentLoader(files: .memory([:])),
      resources: [ObjectIdentifier(StandardLibrary.self): try standards()])
    let text = "{ standard: ho-chi-minh-2021, \(Self.allowed) }"
    let ask = AskMembers(try AskMembers.Options.decoded(from: parseYAML(text, file: "t.yaml")))
    let output = ask.plan(schema, &planning).output
    #expect(planning.problems.all.map(\.message.en) == [])
    #expect(
      output.names.suffix(3) == ["dep_nutrition", "dep_insurance", "dep_social_insurance"])
    let lacking = try PlannedStep(
      Self.options().replacing(", water: d8", with: "").replacing(
        "area: area", with: "conditions: true, area: area"),
      on: "2021-12-31", schema: Self.form)
    #expect(lacking.mistakes.map(\.code.rawValue) == ["classify.indicator"])
  }

  // MARK: Rules that ask indicators by name

  private static let pack = """
    standard: mau
    name: { vi: Chuẩn mẫu, en: Model standard }
    legal: [Nghị định mẫu]
    valid: { from: 2024-01-01 }
    scope: { province: "96", name: Tỉnh Mẫu, clause: Nghị định mẫu, checked: text }
    meaning: { vi: Nghèo là, en: Poor is }
    income_lines:
      line: { rural: 1500000, urban: 2000000, clause: Điều 1, checked: text }
    indicators:
      - { id: a, dimension: A, name: A, clause: Điều 1, checked: text }
      - { id: b, dimension: A, name: B, clause: Điều 1, checked: text }
    cutoff: { deprivations: 2, of: 2, clause: Điều 1, checked: text }
    classes:
      - { class: poor, when: "income <= line AND (dep_a OR dep_b)", clause: Điều 1, checked: text }
      - { class: near_poor, when: "income <= line AND NOT dep_a AND NOT dep_b", clause: Điều 1, checked: text }
      - { class: none, when: "income > line", clause: Điều 1, checked: text }
    points:
      lines:
        b1_line: { rural: 140, urban: 175, clause: Nghị định mẫu, checked: text }
      per_deprivation: 10
      clause: Nghị định mẫu
      checked: text
      classes:
        - { class: poor, when: "b1 <= b1_line AND deprivations > 0", clause: Nghị định mẫu, checked: text }
        - { class: near_poor, when: "b1 <= b1_line AND deprivations = 0", clause: Nghị định mẫu, checked: text }
        - { class: none, when: "b1 > b1_line", clause: Nghị định mẫu, checked: text }
    """
  private func step(_ inputs: String) throws -> PlannedStep {
    try PlannedStep(
      "{ standard: mau, province: \"96\", area: area, \(inputs) }", packs: ["s/mau.yaml": Self.pack])
  }
  /// One that is set is enough; one that is missing leaves the answer open where it depends on it alone.
  @Test func `a flag is asked by three-valued logic`() throws {
    let flags: [[Bool?]] = [
      [true, false], [false, true], [false, false], [true, nil], [nil, true], [false, nil], [nil, nil],
    ]
    func rows(_ income: Int64) -> [Household] {
      flags.map { Household(area: "rural", income: income, flags: $0 + Array(repeating: nil, count: 10)) }
    }
    let way = try step("income: { column: income_k, unit: thousand_dong }, deprivations: { a: d1, b: d2 }")
    for size in [1, 3, 64] {
      let low = try way.made(rows(1500), batch: size)
      #expect(low.classes == ["poor", "poor", "near_poor", "poor", "poor", nil, nil])
      #expect(
        low.findings == [
          "7 classify.deprivation dep_b", "8 classify.deprivation dep_a", "8 classify.deprivation dep_b",
        ])
    }
    #expect(try way.made(rows(1501)).classes == Array(repeating: "none", count: 7))
    // What the rows have is asked, and not what the columns are called.
    let other = try step(
      "income: { column: income_k, unit: thousand_dong }, deprivations: { a: d2, b: NOT d1 }")
    #expect(try other.made([rows(1500)[0], rows(1500)[1]]).classes == ["near_poor", "poor"])
  }
  @Test func `points go by the number of deprivations`() throws {
    let made = try step("points: { b1: b1, b2: b2 }").made([
      Household(b1: 140, b2: 10), Household(b1: 140, b2: 0), Household(b1: 141, b2: 20), Household(b1: 1),
    ])
    #expect(made.classes == ["poor", "near_poor", "none", nil])
    #expect(made.findings == ["5 classify.points b2"])
  }
}
