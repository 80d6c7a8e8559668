import Diagnostics
import Figures
import Measures
import StageKit
import StageTestKit
import Tables
import Testing
import Units
import YAML

@testable import Aggregate

/// The stage `households.rebase`: measures of the reviewed become shares of everybody.
@Suite struct RebaseStageTests {
  /// A row of the table of totals.
  struct Total {
    var unit = "00001"
    var count: Int64 = 10
    var day = "2024-10-01"
    var group = "all"

    static let schema = Schema([
      Field("unit", .text, .code), Field("households", .int, .count), Field("as_of", .date, .label),
      Field("group", .text, .label),
    ])
    static func table(_ rows: [Total]) -> Table {
      var columns = schema.fields.map { ColumnBuilder($0.type) }
      for row in rows {
        columns[0].append(text: row.unit.utf8)
        columns[1].append(units: row.count)
        columns[2].append(units: Day(iso: row.day).map { Int64($0.number) })
        columns[3].append(text: row.group.utf8)
      }
      return Table(schema, Batch(columns.map(\.column), count: rows.count))
    }
  }
  private static let measures =
    "{ by: [commune, district, province], unit: commune, groups: [area], cutoff: 1, members: members, decimals: 4 }"
  private static let totals = [
    Total(count: 10), Total(unit: "00002", count: 30), Total(count: 40, group: "persons"),
    Total(count: 99, day: "2023-10-01"), Total(count: 99, day: "2025-10-01"),
    Total(count: 8, group: "area:rural"),
  ]
  private static let rows = [
    Row(water: true, toilet: true, members: 5), Row(area: "urban", toilet: true, members: 3),
    Row(members: 2), Row(commune: "00002", water: true, members: 4),
  ]

  static func run(
    _ rows: [Row] = rows, _ totals: [Total] = totals, _ options: String = "{}", measures: String = measures,
    on iso: String? = "2024-12-31"
  ) throws -> (mistakes: [String], made: Wide?) {
    let old = try PlannedMeasures(measures).made(rows)
    var planning = Planning(
      step: "tren-tong", range: nil,
      pipeline: PipelineInfo(name: "t", referenceDate: iso.flatMap { Day(iso: $0) }),
      loader: DocumentLoader(files: .memory([:])),
      resources: [ObjectIdentifier(UnitRegistry.self): try registry()])
    let decoded = try RebaseMeasures.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    var shapes = Shapes<RebaseMeasures.Inputs>()
    (shapes.measures, shapes.denominators) = (old.schema, [Total.schema])
    let planned = RebaseMeasures(decoded).plan(shapes, &planning)
    let mistakes = planning.problems.all.map(\.code.rawValue)
    guard mistakes.isEmpty else { return (mistakes, nil) }
    var given = Given<RebaseMeasures.Inputs>()
    given.measures = Table(old.schema, old.rows)
    given.denominators = Many([Total.table(totals)])
    var found = Findings()
    let out = try planned.work.run(given, &found)
    return ([], Wide(schema: out.table.schema, rows: out.table.rows, found: found))
  }

  @Test func `H, M0 and the censored headcounts are of everybody, and A stays`() throws {
    let made = try #require(try Self.run().made)
    let one = "commune 00001 all"
    #expect(made.measure(one, "households", "total") == "10/1 10.0000")
    #expect(made.measure(one, "households", "reviewed") == "3/1 3.0000")
    #expect(made.measure(one, "households", "h") == "1/5 0.2000")
    #expect(made.measure(one, "households", "a") == "3/4 0.7500")
    #expect(made.measure(one, "households", "m0") == "3/20 0.1500")
    #expect(made.measure(one, "households", "censored", "toilet") == "1/5 0.2000")
    #expect(made.measure(one, "households", "contribution", "water") == "1/20 0.0500")
    #expect(made.measure(one, "households", "contribution_share", "water") == "1/3 0.3333")
    #expect(made.measure(one, "persons", "h") == "1/5 0.2000")
    #expect(made.measure("district 001 all", "households", "h") == "3/40 0.0750")
  }
  @Test func `of those who were not asked nothing is known`() throws {
    let made = try #require(try Self.run().made)
    for place in ["commune 00001 all", "district 001 all"] {
      #expect(made.measure(place, "households", "uncensored", "water") == "n/a/n/a n/a")
    }
  }
  @Test func `a group is over its own total, and its share of all is that of two totals`() throws {
    let made = try #require(try Self.run().made)
    #expect(made.measure("commune 00001 area:rural", "households", "h") == "1/8 0.1250")
    #expect(made.measure("commune 00001 area:rural", "households", "population_share") == "4/5 0.8000")
    #expect(made.measure("commune 00001 area:rural", "households", "poor_share") == "1/2 0.5000")
    #expect(made.measure("commune 00001 area:urban", "households", "h") == "?/? ?")
  }
  @Test func `a unit has a total only where all its communes have one, and it is told once`() throws {
    let made = try #require(try Self.run().made)
    #expect(made.measure("province 01 all", "households", "h") == "?/? ?")
    #expect(made.measure("province 01 all", "households", "a") == "2/3 0.6667")
    #expect(
      made.findings == [
        "rebase.no-total: Tỉnh Một: the total (households) of Xã Ba is not known",
        "rebase.no-total: Tỉnh Một: the total (persons) of Xã Hai, Xã Ba is not known",
        "rebase.no-total: Huyện Bắc: the total (persons) of Xã Hai is not known",
        "rebase.no-total: Xã Hai: the total (persons) of Xã Hai is not known",
      ])
    let kept = made.found.steps.values.flatMap(\.kept).map(\.message.vi)
    #expect(
      kept.prefix(2) == [
        "Tỉnh Một: chưa có tổng số (theo hộ) của Xã Ba",
        "Tỉnh Một: chưa có tổng số (theo nhân khẩu) của Xã Hai, Xã Ba",
      ])
  }
  @Test func `the day of the totals stands in every row, and is the last not after the results`() throws {
    let made = try #require(try Self.run().made)
    let column = try #require(made.schema.index(of: "as_of"))
    guard case .date(let days) = made.rows.columns[column] else { throw NotADay() }
    let wanted = try #require(Day(iso: "2024-10-01"))
    #expect(days.values.allSatisfy { Int($0) == Int(wanted.number) })
  }
  private struct NotADay: Error {}

  @Test func `who lacks an answer may be poor, so nothing is over the total unless it is allowed`() throws {
    let rows = [Row(water: true), Row(water: nil), Row()]
    let made = try #require(try Self.run(rows, [Total()]).made)
    #expect(made.measure("commune 00001 all", "households", "h") == "?/? ?")
    #expect(made.measure("commune 00001 all", "households", "left_out") == "1/1 1.0000")
    #expect(
      made.findings.contains(
        "rebase.left-out: Xã Một: 1 households lack an answer (households), so nothing is over the total"))
    let kept = made.found.steps.values.flatMap(\.kept).filter { $0.code == "rebase.left-out" }
    #expect(kept.contains { $0.message.vi.contains("1 hộ thiếu thông tin (theo hộ), nên") })
    #expect(kept.allSatisfy { !$0.message.vi.contains("households") && !$0.message.vi.contains("persons") })
    let allowed = try #require(try Self.run(rows, [Total()], "{ max_left_out: 1 }").made)
    #expect(allowed.measure("commune 00001 all", "households", "h") == "1/10 0.1000")
  }
  @Test func `more than there are, and an unknown unit, are told and make nothing`() throws {
    let made = try #require(
      try Self.run(
        Self.rows + [Row(commune: "77777")], [Total(count: 2), Total(unit: "00002", count: 1)],
        measures: Self.measures.replacing("commune, district, province", with: "commune")
      ).made)
    #expect(made.measure("commune 00001 all", "households", "h") == "!/! !")
    #expect(made.measure("commune 00002 all", "households", "h") == "1/1 1.0000")
    #expect(made.measure("commune 77777 all", "households", "h") == "?/? ?")
    #expect(
      made.findings.filter { !$0.hasPrefix("rebase.no-total") } == [
        "rebase.above: Xã Một, group all: 3 were reviewed, more than the total of 2",
        "rebase.unit: on 2024-12-31 there is no unit with the code '77777': nothing of it is over a total",
      ])
  }
  @Test(
    arguments: [
      // Totals of rural and urban beside 10 of all; the share and the rate of the rural, what is told.
      (6, 4, "3/5 0.6000", "1/6 0.1667", nil), (10, nil, "1/1 1.0000", "1/10 0.1000", nil),
      (12, nil, "!/! !", "!/! !", "12"), (8, 3, "!/! !", "!/! !", "11"),
      (.max, 1, "!/! !", "!/! !", "\(Int64.max)"),
    ] as [(Int64, Int64?, String, String, String?)])
  func `groups that are more together than their unit have no shares, and it is told`(
    _ row: (rural: Int64, urban: Int64?, share: String, rate: String, told: String?)
  ) throws {
    let groups =
      [Total(count: row.rural, group: "area:rural")]
      + (row.urban.map { [Total(count: $0, group: "area:urban")] } ?? [])
    let rows = [Row(water: true), Row(area: "urban")]
    let made = try #require(try Self.run(rows, [Total(), Total(unit: "00002")] + groups).made)
    let key = "commune 00001 area:rural"
    #expect(made.measure(key, "households", "population_share") == row.share)
    #expect(made.measure(key, "households", "h") == row.rate)
    #expect(made.measure("commune 00001 all", "households", "h") == "1/10 0.1000")
    #expect(
      made.findings.filter { $0.hasPrefix("rebase.parts") }
        == (row.told.map {
          [
            "rebase.parts: Xã Một: the totals of the groups 'area' are \($0) together, more than the total of 10: nothing of them is over a total; mend the table of totals"
          ]
        } ?? []))
  }
  @Test func `without a day nothing is planned`() throws {
    #expect(try Self.run(on: nil).mistakes == ["households.day"])
    #expect(try Self.run(Self.rows, Self.totals, "{ as_of: 2024-12-31 }", on: nil).mistakes == [])
  }
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `every measure is what the module makes of the total`(
    seed: UInt64
  ) throws {
    let rows = households(seed, 300, whole: true)
    let made = try #require(try Self.run(rows, [Total(count: 1_000 + Int64(seed))]).made)
    let rule = try DeprivationRule([.init("water"), .init("toilet")], count: 1)
    var sums = MeasureSums(rule)
    for row in rows where row.commune == "00001" {
      sums.add((row.water == true ? 1 : 0) | (row.toilet == true ? 2 : 0), weight: 1, by: rule)
    }
    let wanted = try PovertyMeasures(sums, by: rule, of: 1_000 + Int128(seed))
    func text(_ value: Fraction?) -> String {
      value.map { "\($0.numerator)/\($0.denominator) " } ?? "n/a/n/a "
    }
    let place = "commune 00001 all"
    for (name, value) in [("h", wanted.h), ("a", wanted.a), ("m0", wanted.m0)] {
      #expect(made.measure(place, "households", name).hasPrefix(text(value)), "\(name)")
    }
    for (index, id) in ["water", "toilet"].enumerated() {
      for (name, value) in [
        ("censored", wanted.censored(index)), ("uncensored", wanted.uncensored(index)),
        ("contribution", wanted.contribution(index)), ("contribution_share", wanted.contributionShare(index)),
      ] { #expect(made.measure(place, "households", name, id).hasPrefix(text(value)), "\(name) \(id)") }
    }
  }
  @Test func `every measure of the table has a formula that people can read`() {
    for measure in MeasureTable.Measure.allCases {
      #expect(KnownMeasures.formula(of: measure.rawValue)?.id == measure.rawValue, "\(measure)")
    }
    for column in ChangeRows.schema(decimals: 3).names
    where column.contains("per_year") || column == "relative" {
      #expect(KnownMeasures.formula(of: column) != nil, "\(column)")
    }
  }
}
