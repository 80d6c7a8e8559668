import StageTestKit
import Testing

/// Forms of households and members under whole pipelines, at the boundaries of the standard of 2016 and of both at a time.
@Suite struct StandardChainTests {
  /// A household of the review of 2018, deprived in nothing but what is said.
  private struct Household {
    var area = "rural"
    var income: Int
    /// Deprived in the quality of the house, and in telecommunications.
    var house = false
    var telecom = false
    /// What is known of the health insurance of its second member.
    var insured: String = "1"
  }
  private static let form = [
    "house: {}", "floor_area: { type: decimal, scale: 1, role: amount }",
    "members: { type: int, role: count }",
    "hygienic_water: { type: bool }", "hygienic_toilet: { type: bool }", "phone: { type: bool }",
    "internet: { type: bool }", "tv: { type: bool }", "radio: { type: bool }", "computer: { type: bool }",
    "loudspeaker: { type: bool }",
  ]
  private static let member = [
    "birth: { type: date, sensitivity: personal }", "sick: { type: bool }", "treated: { type: bool }",
    "insured: { type: bool }", "lower_secondary: { type: bool }", "in_school: { type: bool }",
  ]
  private func classified(_ households: [Household]) async throws -> RowRun {
    let rows = households.enumerated().map { number, one in
      [
        "H\(number)", one.area, "\(one.income)", one.house ? "unsound" : "solid", "16", "2", "1", "1",
        one.telecom ? "0" : "1", "0", "1", "0", "0", "0",
      ]
    }
    let members = households.indices.flatMap { number in
      [
        ["H\(number)", "1970-01-01", "0", "1", "1", "1", "0"],
        ["H\(number)", "2004-12-31", "0", "1", households[number].insured, "0", "1"],
      ]
    }
    let asked = ["care", "insurance", "adult_education", "child_schooling"]
    let rollup = asked.map { "m_\($0): { any: dep_\($0) }" }.joined(separator: ", ")
    let given = asked.map { "\($0): m_\($0)" }.joined(separator: ", ")
    return try await RowRun(
      RowRun.read("nguoi", "h: {}, \(Self.member.joined(separator: ", "))")
        + "  - { id: hoi, use: members.ask, with: { allow_provisional: true } }\n"
        + "  - { id: gop, use: rows.rollup, with: { by: [h], columns: { \(rollup) } } }\n"
        + RowRun.read(
          "ho", "h: {}, area: {}, tn: { type: int, role: amount }, \(Self.form.joined(separator: ", "))")
        + "  - { id: noi, use: rows.join, from: { table: ho, lookup: gop }, with: { on: [h], unmatched: keep } }\n"
        + "  - { id: out, use: households.classify, with: { allow_provisional: true, conditions: true, area: area, income: { column: tn, unit: thousand_dong }, deprivations: { \(given) } } }",
      [
        "ho.csv": RowRun.csv(
          "h,area,tn,house,floor_area,members,hygienic_water,hygienic_toilet,phone,internet,tv,radio,computer,loudspeaker",
          rows),
        "nguoi.csv": RowRun.csv("h,birth,sick,treated,insured,lower_secondary,in_school", members),
      ], defaults: "reference_date: 2018-12-31")
  }

  @Test func `2016 on forms: at the line, exactly three, the branch of poor, and an answer that is missing`()
    async throws
  {
    let made = try await classified([
      Household(income: 700), Household(income: 701, house: true, telecom: true, insured: "0"),
      Household(income: 701, house: true, telecom: true),
      Household(income: 1000, house: true, telecom: true, insured: "0"),
      Household(income: 1001, house: true, telecom: true, insured: "0"),
      Household(area: "urban", income: 900), Household(area: "urban", income: 901, house: true),
      Household(income: 701, house: true, telecom: true, insured: ""), Household(income: 700, insured: ""),
    ])
    #expect(made.failure == nil)
    #expect(
      made.column("class") == [
        "poor", "poor", "near_poor", "poor", "average", "poor", "near_poor", "(blank)", "poor",
      ])
    #expect(
      made.column("branch").prefix(5) == ["income", "deprivation", "(blank)", "deprivation", "(blank)"])
    #expect(
      Array(made.column("deprivation_count").prefix(8)) == ["0", "3", "2", "3", "3", "0", "1", "(blank)"])
    #expect(made.findings == ["ho.csv:9 classify.deprivation dep_insurance"])
  }
  @Test func `a household without members has no class where they matter`() async throws {
    let made = try await RowRun(
      RowRun.read("nguoi", "h: {}, \(Self.member.joined(separator: ", "))")
        + "  - { id: hoi, use: members.ask, with: { allow_provisional: true, indicators: [insurance] } }\n"
        + "  - { id: gop, use: rows.rollup, with: { by: [h], columns: { m: { any: dep_insurance } } } }\n"
        + RowRun.read("ho", "h: {}, area: {}, tn: { type: int, role: amount }")
        + "  - { id: noi, use: rows.join, from: { table: ho, lookup: gop }, with: { on: [h], unmatched: keep } }\n"
        + "  - { id: out, use: households.classify, with: { area: area, income: { column: tn, unit: thousand_dong }, deprivations: { care: m, insurance: m, adult_education: m, child_schooling: m, housing_quality: m, housing_space: m, water: m, toilet: m, telecom: m, devices: m } } }",
      [
        "ho.csv": RowRun.csv("h,area,tn", [["A", "rural", "800"], ["B", "rural", "800"]]),
        "nguoi.csv": RowRun.csv(
          "h,birth,sick,treated,insured,lower_secondary,in_school",
          [["A", "1970-01-01", "0", "1", "1", "1", "0"]]),
      ], defaults: "reference_date: 2018-12-31")
    #expect(made.column("class").first == "near_poor" && made.column("class").last?.first == "(")
    #expect(made.counts["classify.deprivation"] == 10)
  }

  /// The end of 2021 has two standards: every household that changes class is listed, and all are counted.
  @Test func `one data set under two packs: who changes class`() async throws {
    let flags = (1...12).map { "d\($0): { type: bool }" }.joined(separator: ", ")
    // Area, income in thousands, and of how many things it is deprived.
    let cases: [(String, Int, Int)] = [
      ("rural", 700, 0), ("rural", 700, 3), ("rural", 1000, 3), ("rural", 1000, 2), ("rural", 1500, 3),
      ("rural", 1501, 3), ("urban", 1300, 3), ("urban", 2000, 2), ("urban", 3001, 12),
    ]
    let rows = cases.enumerated().map { number, one in
      ["H\(number)", one.0, "\(one.1)"] + (0..<12).map { $0 < one.2 ? "1" : "0" }
    }
    let old = [
      "care", "insurance", "adult_education", "child_schooling", "housing_quality", "housing_space", "water",
      "toilet", "telecom", "devices",
    ].enumerated().map { "\($1): d\($0 + 1)" }.joined(separator: ", ")
    let steps =
      RowRun.read("in", "h: {}, kv: {}, tn: { type: int, role: amount }, \(flags)")
      + "  - { id: cu, use: households.classify, with: { standard: vn-2016, prefix: cu_, area: kv, income: { column: tn, unit: thousand_dong }, deprivations: { \(old) } } }\n"
      + "  - { id: moi, use: households.classify, with: { standard: vn-2022, area: kv, income: { column: tn, unit: thousand_dong }, deprivations: \(HouseholdRun.deprivations { "d\($0)" }) } }\n"
    let files = ["in.csv": RowRun.csv("h,kv,tn," + (1...12).map { "d\($0)" }.joined(separator: ","), rows)]
    let list = try await RowRun(
      steps + "  - { id: out, use: rows.filter, with: { where: class <> cu_class } }", files,
      defaults: "reference_date: 2021-12-31")
    #expect(list.failure == nil)
    #expect(list.column("h") == ["H0", "H4", "H5", "H7"])
    let table = try await RowRun(
      steps
        + "  - { id: out, use: rows.rollup, with: { by: [cu_class, class], columns: { n: { count: \"*\" } } } }",
      files, defaults: "reference_date: 2021-12-31")
    #expect(
      table.lines == [
        "average;poor;1", "near_poor;near_poor;1", "none;average;1", "none;near_poor;1", "none;none;1",
        "poor;near_poor;1", "poor;poor;3",
      ])
    let unsaid = "  - { id: out, use: households.classify, with: { area: kv, points: { b1: tn, b2: tn } } }"
    await #expect(throws: (any Error).self) {
      try await RowRun(
        RowRun.read("in", "h: {}, kv: {}, tn: { type: int, role: amount }, \(flags)") + unsaid, files,
        defaults: "reference_date: 2021-12-31")
    }
  }

  /// Lists of two years by two standards: nobody need write the standard down for it to be told.
  @Test(arguments: [("vn-2016", "vn-2022"), ("vn-2022", "vn-2022"), ("vn-2016", "vn-2016")])
  func `lists classified by two standards make no movements`(before: String, after: String) async throws {
    func list(_ id: String, _ standard: String) -> String {
      let old = [
        "care", "insurance", "adult_education", "child_schooling", "housing_quality", "housing_space",
        "water", "toilet", "telecom", "devices",
      ].map { "\($0): d" }.joined(separator: ", ")
      let given = standard == "vn-2016" ? "{ \(old) }" : HouseholdRun.deprivations { _ in "d" }
      return RowRun.read(
        "\(id)0", "h: {}, kv: {}, tn: { type: int, role: amount }, d: { type: bool }", files: "in.csv")
        + "  - { id: \(id), use: households.classify, with: { standard: \(standard), area: kv, income: { column: tn, unit: thousand_dong }, deprivations: \(given) } }\n"
    }
    let files = [
      "in.csv": RowRun.csv(
        "h,kv,tn,d",
        [["H1", "rural", "1400", "1"], ["H2", "rural", "600", "1"], ["H3", "urban", "9000", "0"]])
    ]
    for step in [
      "households.flows, from: { before: a, after: b }, with: { unlisted: neither, id: h }",
      "households.dynamics, from: { lists: [a, b] }, with: { id: h, years: [2020, 2021] }",
    ] {
      let made = try await RowRun(
        list("a", before) + list("b", after) + "  - { id: out, use: \(step) }", files,
        defaults: "reference_date: 2021-12-31")
      #expect(made.failure == nil)
      #expect(made.counts["flows.standards"] == (before == after ? nil : 1), "\(made.messages)")
      // Who is poor in a year is known of each year; who moved is not.
      let isMove = made.names.contains("measure") ? made.column("measure").map { $0 != "stock" } : nil
      for (row, count) in made.column("count").enumerated() where isMove?[row] ?? true {
        #expect((count == "(notApplicable)") == (before != after), "\(made.lines[row])")
      }
    }
  }
}
