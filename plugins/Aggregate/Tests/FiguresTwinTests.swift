import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// `households.figures` against a count over the households and the totals of their communes.
@Suite struct FiguresTwinTests {
  private static let places = [
    "00001": ["00001"], "00002": ["00002"], "00003": ["00003"], "001": ["00001", "00002"], "002": ["00003"],
    "01": ["00001", "00002", "00003"],
  ]
  /// Households of the province 01 alone, of which nothing is missing.
  private static func rows(_ seed: UInt64, _ count: Int = 240) -> [Row] {
    households(seed, count, whole: true).filter { $0.province == "01" }
  }
  private static func totals(_ seed: UInt64) -> [String: Int64] {
    var random = Random(state: seed)
    return Dictionary(
      uniqueKeysWithValues: ["00001", "00002", "00003"].map { ($0, Int64(random.below(900) + 300)) })
  }
  private static func run(_ rows: [Row], _ totals: [String: Int64]) throws -> FiguresRun {
    let table = FiguresRun.totals(
      totals.sorted { $0.key < $1.key }.map { ($0.key, $0.value, "2024-12-01", nil) })
    return try FiguresRun([try MakeFiguresTests.wide(rows)], [table])
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `every count is that of its households`(_ seed: UInt64)
    throws
  {
    let rows = Self.rows(seed)
    let run = try Self.run(rows, Self.totals(seed))
    #expect(run.failure == nil && run.findings == [])
    for (unit, communes) in Self.places {
      for area in [nil, "rural", "urban"] {
        let own = rows.filter { communes.contains($0.commune ?? "") && (area == nil || $0.area == area) }
        let group = area.map { "area:\($0)" } ?? "all"
        let (poor, near) = (own.filter { $0.word == "poor" }, own.filter { $0.word == "near_poor" })
        let people = { (rows: [Row]) in rows.reduce(0) { $0 + Int($1.members ?? 0) } }
        for (measure, number) in [
          ("poor", poor.count), ("near_poor", near.count), ("poor_plus_near", poor.count + near.count),
          ("poor_persons", people(poor)), ("near_poor_persons", people(near)),
        ] {
          #expect(run.shown(measure).contains("\(unit) \(measure) \(group) \(number)"), "\(unit) \(group)")
        }
      }
      for (word, name) in [("poor", "class:poor"), ("near_poor", "class:near_poor")] {
        let own = rows.filter { communes.contains($0.commune ?? "") && $0.word == word }
        for (measure, number) in [
          ("deprived_water", own.count { $0.water == true }),
          ("deprived_toilet", own.count { $0.toilet == true }),
        ] { #expect(run.shown(measure).contains("\(unit) \(measure) \(name) \(number)"), "\(unit)") }
      }
    }
  }
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `every rate is two counts that anybody can divide`(
    _ seed: UInt64
  ) throws {
    let (rows, totals) = (Self.rows(seed), Self.totals(seed))
    let run = try Self.run(rows, totals)
    for (unit, communes) in Self.places {
      let own = rows.filter { communes.contains($0.commune ?? "") }
      let all = communes.reduce(0) { $0 + (totals[$1] ?? 0) }
      let (poor, near) = (own.count { $0.word == "poor" }, own.count { $0.word == "near_poor" })
      #expect(run.shown("households").contains("\(unit) households all \(all)"))
      for (measure, number) in [
        ("poor_rate", poor), ("near_poor_rate", near), ("multidimensional_rate", poor + near),
      ] { #expect(run.shown(measure).contains("\(unit) \(measure) all \(number)/\(all)"), "\(unit)") }
    }
    #expect(run.notices.isEmpty)
  }
  @Test(arguments: ["00001", "00002", "00003"]) func `without one commune all that contain it have no rate`(
    _ missing: String
  ) throws {
    var totals = Self.totals(9)
    totals[missing] = nil
    let run = try Self.run(Self.rows(9), totals)
    let with = Self.places.filter { $0.value.contains(missing) }.keys
    let rates = run.shown("poor_rate").filter { $0.contains(" all ") }
    for unit in Self.places.keys {
      #expect(rates.contains { $0.hasPrefix("\(unit) ") } == !with.contains(unit), "\(unit)")
    }
    let told = run.notices.filter { $0.code == "households.no-denominator" }
    #expect(Set(told.map { String($0.unit.prefix { $0 != "@" }) }) == Set(with))
    for notice in told {
      #expect(!notice.message.vi.isEmpty && notice.message.vi != notice.message.en)
    }
  }
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `the order of the rows and of the totals changes nothing`(
    _ seed: UInt64
  ) throws {
    let (rows, totals) = (Self.rows(seed, 90), Self.totals(seed))
    let (one, two) = (try Self.run(rows, totals), try Self.run(rows.reversed(), totals))
    #expect(one.figures.map(\.id) == two.figures.map(\.id))
    #expect(one.shown("poor", "poor_rate", "households") == two.shown("poor", "poor_rate", "households"))
    #expect(Set(one.figures.map(\.id)).count == one.figures.count, "no id stands twice")
  }
  @Test func `an empty table makes no figures, and no zero`() throws {
    let run = try FiguresRun([try MakeFiguresTests.wide([])], [FiguresRun.whole])
    #expect(run.shown("poor", "poor_rate", "near_poor").isEmpty && run.failure == nil)
  }
  @Test(arguments: ["source: { decision: QĐ 1 }", "source: {}", "source: T", "source: []"])
  func `a source without a title is refused`(_ source: String) throws {
    expectRefusal("{ standard: vn-2022, \(source) }")
  }
  @Test(
    arguments: [
      "{ source: { title: T } }", "{ standard: vn-2022 }", "{ standard: [a], source: { title: T } }",
      "{ standard: vn-2022, source: { title: T }, max_unplaced: -1 }",
      "{ standard: vn-2022, source: { title: T }, max_unclassified: many }",
      "{ standard: vn-2022, source: { title: T }, allow_provisional: maybe }",
      "{ standard: vn-2022, source: { title: T }, as_of: 2024-02-30 }",
      "{ standard: vn-2022, source: { title: T }, denominator_columns: { ma: x } }",
      "{ standard: vn-2022, source: { title: T }, stndard: x }",
    ])
  func `options that cannot be are refused when they are read`(_ options: String) throws {
    expectRefusal(options)
  }
  private func expectRefusal(_ options: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(throws: (any Error).self, sourceLocation: sourceLocation) {
      try FiguresRun([try MakeFiguresTests.wide()], options: options)
    }
  }
}
