import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Classify

/// The choice of the standard, the columns that are made, and what is refused.
@Suite struct PlanningTests {
  @Test func `the standard is that of the reference date, or the one that is named`() throws {
    #expect(try PlannedStep(try byIncome(), on: "2024-12-14").messages == [])
    #expect(try PlannedStep(try byIncome(), on: "2026-12-31").messages == [])
    let named = try byIncome().replacing("{ area: area,", with: "{ standard: vn-2022, area: area,")
    #expect(try PlannedStep(named, on: nil).messages == [])
    #expect(try PlannedStep(named, on: "2021-12-31").messages == [])
  }
  @Test(
    arguments: [
      (
        nil,
        "it is not said by which standard to classify — write `standard:` in the step, or `reference_date:` under `defaults:`"
      ),
      (
        "2021-12-31",
        "2 standards are valid on 2021-12-31: vn-2016, vn-2022 — write `standard:` for this step"
      ),
      (
        "2010-01-01",
        "there is no standard for 2010-01-01 — add its file to the folder of standards"
      ),
      (
        "2027-01-01",
        "the standard 'vn-2027' is provisional: Articles and annex of the decree were not compared yet; there is no circular, no points of form B1 and no average line. — compare with the act and mend the pack; for a trial write `allow_provisional: true`"
      ),
    ] as [(String?, String)]) func `a standard is never guessed`(day: String?, message: String) throws
  {
    #expect(try PlannedStep(try byIncome(), on: day).messages == [message])
  }
  @Test(
    arguments: [
      (
        "vn-2016",
        "parts of the standard 'vn-2016' are not certain: points.lines.b1_line, points.lines.b1_near, points.lines.b2_line, points"
      ),
      ("vn-2021", "there is no poverty standard 'vn-2021'"),
    ]) func `a standard that cannot classify is refused where it is named`(id: String, message: String) throws
  {
    let step = try PlannedStep("{ standard: \(id), area: area, points: { b1: b1, b2: b2 } }", on: nil)
    #expect(step.mistakes.map(\.message.en) == [message])
    #expect(step.mistakes.first?.range?.start.column == 13)
  }
  @Test func `a standard of another day is refused`() throws {
    let step = try PlannedStep(
      "{ standard: vn-2022, area: area, points: { b1: b1, b2: b2 } }", on: "2018-12-31")
    #expect(
      step.messages == [
        "the standard 'vn-2022' is not that of a review of 2018-12-31 — in force on that day: vn-2016"
      ])
  }

  // MARK: Columns

  @Test func `the columns come after those of the rows, and say what they were made from`() throws {
    let output = try PlannedStep(try byIncome()).planned.output
    let made = output.fields.dropFirst(Rows.schema.fields.count)
    #expect(
      made.map(\.name) == [
        "class", "deprivation_count", "dep_employment", "dep_dependants", "dep_nutrition", "dep_insurance",
        "dep_adult_education", "dep_child_schooling", "dep_housing_quality", "dep_housing_space", "dep_water",
        "dep_toilet", "dep_telecom", "dep_devices", "standard",
      ])
    #expect(output["class"]?.type == .text && output["deprivation_count"]?.type == .int)
    #expect(output["dep_water"]?.sources == ["d9"] && output["dep_water"]?.role == .flag)
    #expect(
      output["class"]?.sources
        == (["area", "income_k"] + (1...12).map { "d\($0)" }).sorted())
    let points = try PlannedStep(byPoints).planned.output
    #expect(points["class"]?.sources == ["area", "b1", "b2"] && points["dep_water"]?.sources == [])
    #expect(points["deprivation_count"]?.sources == ["b2"])
  }
  @Test func `the class may have another name, and none that is taken`() throws {
    let named = try PlannedStep("{ area: area, class: lop, points: { b1: b1, b2: b2 } }")
    #expect(named.messages == [] && named.planned.output.names.contains("lop"))
    let taken = try PlannedStep("{ area: area, class: word, points: { b1: b1, b2: b2 } }")
    #expect(
      taken.messages == [
        "there is a column 'word' already — give that column another name in its schema, or the class by `class:`"
      ])
  }

  @Test func `every row says by which standard it was asked, with a class or without`() throws {
    let step = try PlannedStep(try byIncome())
    var open = Household.lacking(3)
    open.flags[11] = nil
    let made = try step.made([.lacking(3), open, .lacking(0, area: nil), .lacking(0, income: 9000)])
    #expect(made.classes == ["poor", nil, nil, "none"])
    #expect(made.texts("standard") == Array(repeating: "vn-2022", count: 4))
    let field = try #require(step.planned.output["standard"])
    // A word of the program is nobody's secret, and the engine holds the step to it.
    #expect(field.type == .text && field.role == .code && field.constants == ["vn-2022"])
    #expect(field.sources == [] && field.sensitivity == .public)
    let old = try PlannedStep(try PackTests.old(", standard: vn-2016, prefix: cu_"), on: "2021-12-31")
    #expect(try old.made([.lacking(0)]).texts("cu_standard") == ["vn-2016"])
    #expect(old.planned.output["standard"] == nil)
  }
  @Test func `a column of the standard that is there already is refused, unless there is a prefix`() throws {
    let said = Schema(Rows.schema.fields + [Field("standard", .text, .label)])
    #expect(
      try PlannedStep(byPoints, schema: said).messages == [
        "there is a column 'standard' already — the step writes there by which standard it classified: leave the old column out, rename it in its schema, such as 'declared_standard', or give a `prefix:`"
      ])
    let apart = try PlannedStep("{ prefix: moi_, area: area, points: { b1: b1, b2: b2 } }", schema: said)
    #expect(apart.messages == [] && apart.planned.output.names.last == "moi_standard")
  }

  // MARK: Mistakes

  @Test(
    arguments: [
      ("{ area: area }", "`income` and `deprivations` are needed, or `points`"),
      (
        "{ area: area, income: { column: income, unit: dong } }",
        "`income` and `deprivations` are needed, or `points`"
      ),
      (
        "{ area: area, income: { column: income, unit: dong }, points: { b1: b1, b2: b2 }, deprivations: {} }",
        "give `income` or `points`, not both"
      ),
      ("{ area: khu, points: { b1: b1, b2: b2 } }", "no column 'khu'"),
      (
        "{ area: b1, points: { b1: b1, b2: b2 } }",
        "column 'b1' is a whole number, and text is needed"
      ),
      (
        "{ area: area, points: { b1: word, b2: b2 } }", "column 'word' is text, and a whole number is needed"
      ),
      (
        "{ area: { column: area, words: {} }, points: { b1: b1, b2: b2 } }", "there is no word for an area"
      ),
    ]) func `what cannot be planned is refused`(options: String, message: String) throws
  {
    #expect(try PlannedStep(options).mistakes.map(\.message.en) == [message])
  }
  @Test(
    arguments: [
      (
        "yearly", "thousand_dong",
        "the column 'yearly' is in 'nghìn đồng/người/năm', not in thousand_dong per person and month"
      ),
      (
        "yearly", "dong", "the column 'yearly' is in 'nghìn đồng/người/năm', not in dong per person and month"
      ),
      (
        "income_k", "dong",
        "the column 'income_k' is in 'nghìn đồng/người/tháng', not in dong per person and month"
      ),
      ("word", "dong", "the column of the income, 'word', must be of whole numbers or exact decimals"),
    ]) func `an income in another unit is refused`(column: String, unit: String, message: String) throws
  {
    #expect(try PlannedStep(try byIncome(column, unit)).mistakes.map(\.message.en) == [message])
  }
  /// Who follows a hint must not make every income twelve times what it is.
  @Test func `the hint names the period of the lines, whatever was written`() throws {
    let step = try PlannedStep(try byIncome("income_k", "thousand_dong_per_year"))
    #expect(
      step.messages == [
        "the column 'income_k' is in 'nghìn đồng/người/tháng', not in thousand_dong_per_year per person and year — lines are in đồng per person and month: convert the column before, or mend `unit`",
        "the lines of 'vn-2022' are of a month, and the income is given for a year — give a column of the income of a month, with `unit` one of dong, thousand_dong; nothing is converted",
      ])
  }
  @Test func `every mistake of the step has a hint`() throws {
    for options in [
      "{ area: area }", "{ area: area, income: { column: income, unit: dong }, points: { b1: b1, b2: b2 } }",
      "{ area: { column: area, words: {} }, points: { b1: b1, b2: b2 } }", try byIncome("word", "dong"),
      "{ standard: vn-2011, allow_provisional: true, area: area, points: { b1: b1, b2: b2 } }",
    ] {
      let day = options.contains("vn-2011") ? "2014-12-31" : "2024-12-14"
      let mistakes = try PlannedStep(options, on: day).mistakes
      #expect(!mistakes.isEmpty && mistakes.allSatisfy { $0.hint != nil }, "\(options)")
    }
  }
  @Test(
    arguments: [
      ("đồng/người/tháng", true, false), ("nghìn đồng", false, true), ("VNĐ", true, false),
      ("ngàn đồng/tháng", false, true), ("triệu đồng", false, false), ("đồng/năm", false, false),
      ("/người/tháng", true, true), ("USD", false, false),
      // Of a household, and of no money at all.
      ("đồng/hộ/tháng", false, false), ("nghìn đồng/hộ", false, false), ("/hộ/tháng", false, false),
      ("người", false, false), ("nhân khẩu", false, false), ("đồng/người trong hộ/tháng", true, false),
      ("nghìn đồng/khẩu", false, true),
    ]) func `a unit says what it can be`(unit: String, dong: Bool, thousand: Bool)
  {
    #expect(IncomeFields.Unit.dong.agrees(with: unit) == dong)
    #expect(IncomeFields.Unit.thousandDong.agrees(with: unit) == thousand)
  }
  @Test func `every indicator must be given, and no other`() throws {
    let options = try byIncome().replacing("water: d9, ", with: "").replacing("toilet:", with: "toilets:")
    let step = try PlannedStep(options)
    #expect(
      step.messages == [
        "the standard has no indicator 'toilets' — did you mean 'toilet'?",
        "indicators are lacking: water, toilet — each needs an expression or a column; what is not said is not \"no\"",
      ])
  }
  @Test func `an expression that is wrong is told at its place`() throws {
    let options = try byIncome().replacing("water: d9", with: "water: d99 AND b1").replacing(
      "toilet: d10", with: "toilet: b1")
    let messages = try PlannedStep(options).mistakes.map(\.message.en)
    #expect(messages.contains("no column 'd99'") && messages.contains { $0.contains("yes or no is needed") })
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: ClassifyHouseholds.self,
      """
      income: { column: income_k, unit: 1️⃣million_dong }
      area: 2️⃣[x]
      """,
      find: [
        (
          1,
          "option 'unit': expected one of dong, thousand_dong, dong_per_year, thousand_dong_per_year, found 'million_dong'"
        ),
        (2, "option 'area': expected column name or mapping, found a list"),
      ])
  }
  @Test func `every code is explained in both languages`() {
    for explanation in ClassifyHouseholds.explanations {
      for text in [explanation.meaning, explanation.remedy] {
        #expect(!text.vi.isEmpty && text.vi != text.en)
      }
    }
  }
}
