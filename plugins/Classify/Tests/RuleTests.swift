import Diagnostics
import StageKit
import Standards
import Tables
import Testing

@testable import Classify

/// The class of a household by income and deprivations, by points, and that all ways agree.
@Suite struct RuleTests {
  @Test(
    arguments: [
      ("rural", 1500, 3, "poor"), ("rural", 1500, 2, "near_poor"), ("rural", 1501, 3, "average"),
      ("rural", 1500, 0, "near_poor"), ("rural", 0, 12, "poor"), ("rural", 2250, 12, "average"),
      ("rural", 2251, 12, "none"), ("urban", 2000, 3, "poor"), ("urban", 2000, 2, "near_poor"),
      ("urban", 2001, 3, "average"), ("urban", 3000, 0, "average"), ("urban", 3001, 0, "none"),
      ("urban", 1501, 3, "poor"),
    ] as [(String, Int64, Int, String)])
  func `income at the line is below it, and three deprivations make poor`(
    area: String, income: Int64, lacking: Int, wanted: String
  ) throws {
    let made = try PlannedStep(try byIncome()).made([.lacking(lacking, area: area, income: income)])
    #expect(made.classes == [wanted])
    #expect(made.counts == [Int64(lacking)])
    #expect(made.findings == [])
  }
  @Test func `one đồng above the line is above it`() throws {
    let step = try PlannedStep(try byIncome("income", "dong"))
    var rows = Rows.batch([.lacking(3), .lacking(3), .lacking(3, area: "urban", income: 3000)])
    rows = Self.replacing(rows, 2, [1_500_000, 1_500_001, 3_000_001])
    #expect(try Self.classes(step, rows) == ["poor", "average", "none"])
  }
  @Test func `a part of a thousand above the line is above it`() throws {
    let step = try PlannedStep(try byIncome("income_h", "thousand_dong"))
    let rows = Self.replacing(
      Rows.batch([.lacking(3), .lacking(3), .lacking(3)]), 3, [150_000, 150_001, 149_999])
    #expect(try Self.classes(step, rows) == ["poor", "average", "poor"])
  }
  @Test(
    arguments: [
      ("rural", 140, 30, "poor"), ("rural", 140, 20, "near_poor"), ("rural", 141, 30, "none"),
      ("urban", 175, 30, "poor"), ("urban", 175, 20, "near_poor"), ("urban", 176, 120, "none"),
      ("urban", 141, 120, "poor"), ("rural", 0, 0, "near_poor"),
    ] as [(String, Int64, Int64, String)])
  func `points at the limit are below it, and thirty points make poor`(
    area: String, b1: Int64, b2: Int64, wanted: String
  ) throws {
    let made = try PlannedStep(byPoints).made([Household(area: area, b1: b1, b2: b2)])
    #expect(made.classes == [wanted])
    #expect(made.counts == [b2 / 10])
    #expect(made.findings == [])
  }

  // MARK: What is missing

  @Test func `a household of which nothing is known has no class, and all that is missing is told`() throws {
    let empty = Household(area: nil, income: nil, flags: Array(repeating: nil, count: 12))
    let made = try PlannedStep(try byIncome()).made([.lacking(3), empty])
    #expect(made.classes == ["poor", nil])
    #expect(made.counts == [3, nil])
    #expect(
      made.findings.prefix(3) == [
        "3 classify.area area", "3 classify.income income_k", "3 classify.deprivation dep_employment",
      ])
    #expect(made.findings.count == 14)
    let points = try PlannedStep(byPoints).made([empty])
    #expect(points.classes == [nil] && points.counts == [nil])
    #expect(points.findings == ["2 classify.area area", "2 classify.points b1", "2 classify.points b2"])
  }
  @Test func `a missing indicator blocks a class only at or below the line`() throws {
    var low = Household.lacking(3)
    low.flags[11] = nil
    var high = low
    high.income = 1501
    var highest = low
    highest.income = 9000
    let made = try PlannedStep(try byIncome()).made([low, high, highest])
    #expect(made.classes == [nil, "average", "none"])
    #expect(made.counts == [nil, nil, nil])
    #expect(made.findings == ["2 classify.deprivation dep_devices"])
    #expect(
      made.messages.map(\.vi) == [
        "chưa biết hộ có thiếu hụt chỉ số 'devices' không, nên chưa phân loại được: bổ sung từ phiếu"
      ])
    guard case .bool(let flag) = made.column("dep_devices") else {
      Issue.record("no flags")
      return
    }
    #expect(flag.validity?.trueCount == 0)
  }
  @Test func `without an income there is no class, whatever else is known`() throws {
    let made = try PlannedStep(try byIncome()).made([.lacking(12, income: nil), .lacking(0, income: nil)])
    #expect(made.classes == [nil, nil] && made.counts == [12, 0])
    #expect(made.findings == ["2 classify.income income_k", "3 classify.income income_k"])
  }
  @Test func `a word that is no area gives no class and is told`() throws {
    let made = try PlannedStep(try byIncome()).made([
      .lacking(3, area: "Urban"), .lacking(3, area: ""), .lacking(3, area: "urbanx"),
      .lacking(3, area: "urban"),
    ])
    #expect(made.classes == [nil, nil, nil, "poor"])
    #expect(made.findings == (2...4).map { "\($0) classify.area area" })
    #expect(
      made.messages.first?.en
        == "the area 'Urban' is none of 'urban', 'rural': mend the cell, or add the word to `area.words`")
  }
  @Test(arguments: [5, -10, 130, 31, 125] as [Int64])
  func `points that are no number of deprivations give no class, whatever the income`(b2: Int64) throws {
    let made = try PlannedStep(byPoints).made([
      Household(b1: 100, b2: b2), Household(b1: 999, b2: b2), Household(b1: 100, b2: 30),
    ])
    #expect(made.classes == [nil, nil, "poor"])
    #expect(made.counts == [nil, nil, 3])
    #expect(made.findings == ["2 classify.b2 b2", "3 classify.b2 b2"])
    #expect(
      made.messages.first?.en
        == "the points B2 must be a multiple of 10 from 0 to 120: compare with the form")
  }
  @Test func `blank points block a class only where it depends on them`() throws {
    let made = try PlannedStep(byPoints).made([
      Household(b1: 100), Household(b1: 141), Household(b2: 30), Household(b1: 100, b2: 30),
    ])
    #expect(made.classes == [nil, "none", nil, "poor"])
    #expect(made.counts == [nil, nil, 3, 3])
    #expect(made.findings == ["2 classify.points b2", "4 classify.points b1"])
  }
  @Test func `without flags nothing is said of single indicators`() throws {
    let made = try PlannedStep(byPoints).made([Household(b1: 100, b2: 30)])
    for name in made.schema.names.filter({ $0.hasPrefix("dep_") }) {
      #expect(made.column(name).missingReason(0) == .notReported)
    }
    let both = "{ area: area, points: { b1: b1, b2: b2 }, deprivations: \(try deprivations("d")) }"
    let known = try PlannedStep(both).made([.lacking(3)])
    #expect(known.column("dep_employment").isMissing(0) == false)
  }

  // MARK: What cannot be

  @Test(
    arguments: [
      ("income_k", "thousand_dong"), ("income", "dong"), ("income_h", "thousand_dong"),
    ]) func `an income below 0 gives no class and is told, one of 0 is poor`(column: String, unit: String)
    throws
  {
    let households = [-5, -1, 0].flatMap { [Household.lacking(3, income: $0), .lacking(12, income: $0)] }
    let made = try PlannedStep(try byIncome(column, unit)).made(households)
    #expect(made.classes == [nil, nil, nil, nil, "poor", "poor"])
    #expect(made.findings == (2...5).map { "\($0) classify.income \(column)" })
    #expect(
      made.messages.first
        == Phrase(
          vi: "thu nhập nhỏ hơn 0 nên chưa phân loại được hộ: đối chiếu với phiếu",
          en: "no class with an income below 0: compare with the form"))
  }
  @Test func `points below 0 give no class and are told, whatever else is known`() throws {
    let made = try PlannedStep(byPoints).made([
      Household(b1: -5, b2: 30), Household(b1: -1, b2: 0), Household(b1: 0, b2: 30), Household(b1: -5),
      Household(area: nil, b1: -5, b2: 5),
    ])
    #expect(made.classes == [nil, nil, "poor", nil, nil])
    #expect(
      made.findings == [
        "2 classify.points b1", "3 classify.points b1", "5 classify.points b1", "5 classify.points b2",
        "6 classify.area area", "6 classify.points b1", "6 classify.b2 b2",
      ])
    #expect(made.messages.first?.en == "no class with points B1 below 0: compare with the form")
  }
  @Test func `no class means no way to it either`() throws {
    let made = try PlannedStep(try PackTests.old(), on: "2018-12-31").made([.lacking(0, income: -5)])
    #expect(made.classes == [nil] && made.texts("branch") == [nil])
  }
  @Test(
    arguments: [
      (20, 3, 0, "near_poor", true), (30, 0, 0, "poor", true), (30, 3, 0, "poor", false),
      (30, 2, 0, "poor", true), (0, 0, 0, "near_poor", false), (120, 12, 0, "poor", false),
      // What is not known can be either.
      (30, 0, 3, "poor", false), (30, 0, 2, "poor", true), (30, 3, 9, "poor", false),
      (30, 4, 8, "poor", true), (0, 0, 12, "near_poor", false), (40, 0, 3, "poor", true),
    ] as [(Int64, Int, Int, String, Bool)])
  func `points and indicators that contradict are told, and the class is that of the points`(
    b2: Int64, yes: Int, open: Int, wanted: String, isTold: Bool
  ) throws {
    let both = "{ area: area, points: { b1: b1, b2: b2 }, deprivations: \(try deprivations("d")) }"
    var household = Household.lacking(yes)
    for index in 0..<open { household.flags[yes + index] = nil }
    (household.b1, household.b2) = (140, b2)
    let made = try PlannedStep(both).made([household])
    #expect(made.classes == [wanted] && made.counts == [b2 / 10])
    #expect(made.findings == (isTold ? ["2 classify.b2-count b2"] : []))
    guard isTold else { return }
    // What is not known may be either, so that a range is shown and not the least of it.
    let shown = open == 0 ? ("\(yes)", "\(yes)") : ("từ \(yes) đến \(yes + open)", "\(yes) to \(yes + open)")
    #expect(
      made.messages == [
        Phrase(
          vi:
            "điểm B2 là của \(b2 / 10) chỉ số thiếu hụt, mà các chỉ số cho thấy \(shown.0); loại hộ theo điểm: đối chiếu với phiếu B2",
          en:
            "the points B2 are those of \(b2 / 10) deprivations, and the indicators show \(shown.1); the class is that of the points: compare with form B2"
        )
      ])
  }

  // MARK: What is large

  @Test(arguments: [Int64.max, .min, .max - 1]) func `no number is too large to be compared`(income: Int64)
    throws
  {
    let wanted = income > 0 ? "none" : nil
    for way in [try byIncome(), try byIncome("income_k", "thousand_dong")] {
      #expect(try PlannedStep(way).made([.lacking(3, income: income)]).classes == [wanted])
    }
    let points = try PlannedStep(byPoints).made([Household(b1: income, b2: income)])
    #expect(points.classes == [nil])
  }
  @Test func `no rows at all are no mistake`() throws {
    let step = try PlannedStep(try byIncome())
    var found = Findings()
    let made = try step.planned.work.prepare([:])(Rows.batch([]), &found)
    #expect(made.count == 0 && made.columns.count == step.planned.output.fields.count)
  }

  /// The same rows with other numbers in one column.
  static func replacing(_ rows: Batch, _ index: Int, _ numbers: [Int64]) -> Batch {
    var columns = rows.columns
    if case .decimal(let old) = columns[index] {
      columns[index] = .decimal(Decimals(Values(numbers), scale: old.scale))
    } else {
      columns[index] = .int(Values(numbers))
    }
    return Batch(columns, count: rows.count, origin: rows.origin)
  }
  static func classes(_ step: PlannedStep, _ rows: Batch) throws -> [String?] {
    #expect(step.messages == [])
    var found = Findings()
    let made = try step.planned.work.prepare([:])(rows, &found)
    return Made(schema: step.planned.output, parts: [made], found: found).classes
  }
}
