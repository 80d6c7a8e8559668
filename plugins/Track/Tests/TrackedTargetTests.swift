import Diagnostics
import Disclosure
import Figures
import Foundation
import Pipelines
import Plans
import StageKit
import StageTestKit
import Tables
import Testing
import Track

/// Releases the figures that stand in its options, as `figures.protect` would.
///
/// A figure is `measure=value` of the unit of the plan at the end of 2024 under vn-2022; a day, a standard and a group may
/// stand before it, each with a stroke. A dash is not reported, `%` a printed rate, `3~7` a ratio.
struct ReleaseFigures: TableStage {
  static let name = "figures.release"
  static let summary = Phrase(vi: "Công bố số liệu.", en: "Releases figures.")
  struct Options: StageOptions {
    @Option(vi: "Số liệu.", en: "The figures.") var rows: [String]
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<GiveFigures.Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<GiveFigures.Outputs>, TableWork<GiveFigures.Inputs, GiveFigures.Outputs>
  > {
    var shapes = Shapes<GiveFigures.Outputs>()
    shapes.figures = NoShape()
    let figures = options.rows.enumerated().map { Self.figure("f\($0)", $1) }
    return Planned(shapes) { (_, _) throws(StageError) in
      let ground = PublicGround(
        measures: Array(Set(figures.map(\.measure))).sorted(), groups: ["*"],
        reason: Phrase(vi: "Luật", en: "Law"))
      var out = Given<GiveFigures.Outputs>()
      out.figures = try Release([FigureTable(figures)], [], grounds: [ground], edition: "e", previous: nil)
        .table
      return out
    }
  }
  private static func figure(_ id: String, _ text: String) -> Figure {
    var (day, standard, group) = ("2024-12-31", "vn-2022", "all")
    let parts = text.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      if part.hasPrefix("vn-") {
        standard = part
      } else if part.hasPrefix("20") {
        day = part
      } else {
        group = part
      }
    }
    let named = (parts.last ?? "").split(separator: "=").map(String.init)
    let value = value(named[1])
    return Figure(
      id: id, unit: "96@2004-08-31", asOf: Day(iso: day) ?? Day(number: 0), measure: named[0], group: group,
      value: value,
      status: value == nil ? .notReported : .value, standard: standard, grade: .official,
      source: Figure.Source(title: "s"))
  }
  private static func value(_ text: String) -> FigureValue? {
    func number(_ text: some StringProtocol) -> FixedPoint {
      let parts = text.split(separator: ".")
      return FixedPoint(
        units: Int128(String(text).replacing(".", with: "")) ?? 0,
        scale: parts.count == 2 ? parts[1].count : 0)
    }
    if text == "-" { return nil }
    let parts = text.split(separator: "~")
    if parts.count == 2 { return .ratio(numerator: number(parts[0]), denominator: number(parts[1])) }
    return text.hasSuffix("%") ? .printed(number(text.dropLast())) : .amount(number(text))
  }
}

/// One target of a plan and some figures: the verdict that the sheet of the stage promises.
@Suite struct TrackedTargetTests {
  private func words(_ target: String, _ figures: String, on day: String) async throws -> [String] {
    let head = plan().components(separatedBy: "targets:")[0]
    let text = "\(head)targets:\n  - { id: A, title: t, place: p, \(target) }\n"
    let rows = figures.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ")
    let run = pipeline(edition: "edition: { id: e, date: \(day) }").replacing(
      "use: figures.give", with: "use: figures.release, with: { rows: [\(rows)] }")
    let files = ProjectFiles.memory(documents.merging(["p.yaml": text, "t.yaml": run]) { $1 })
    let checked = try checkPipeline("t.yaml", stages: stages + [ReleaseFigures.self], files: files)
    let runner = Runner(checked, files: files, width: 2)
    let found = try #require(try await runner.value(of: "track", port: "verdicts") as? PublishedVerdicts)
    return found.plans.flatMap(\.targets).map(\.verdict.word.rawValue)
  }
  private static let level = "population: x, kind: level, measure: poor, unit: households, "
  private static let gain = "population: x, kind: level, measure: trained, unit: people, "
  private static let rate = "population: x, kind: level, measure: poor_rate, unit: percent, "
  private static let cut =
    "population: x, kind: change, measure: poor, unit: households, toward: down, baseline: 2023-12-31, "
  private static let way =
    "population: x, kind: direction, measure: poor, unit: households, toward: down, baseline: 2023-12-31"

  @Test(
    arguments: [
      ("kind: activity", "poor=1", "not-judged"),
      ("kind: entitlement, unit: million_dong, amount: 30", "", "not-judged"),
      // The comparisons, each at its number and beside it.
      ("\(level)at_most: 100", "poor=100", "met"), ("\(level)at_most: 100", "poor=101", "not-met"),
      ("\(level)below: 100", "poor=100", "not-met"), ("\(level)below: 100", "poor=99", "met"),
      ("\(level)at_least: 100", "poor=100", "met"), ("\(level)at_least: 100", "poor=99", "not-met"),
      ("\(level)above: 100", "poor=100", "not-met"), ("\(level)above: 100", "poor=101", "met"),
      ("\(gain)number: 100", "trained=100", "met"), ("\(gain)number: 100", "trained=99", "not-met"),
      ("\(gain)about: 100", "trained=95", "met"), ("\(gain)about: 100", "trained=94", "not-met"),
      ("\(level)between: [10, 20]", "poor=10", "met"), ("\(level)between: [10, 20]", "poor=20", "met"),
      ("\(level)between: [10, 20]", "poor=9", "not-met"), ("\(level)at_most: 0", "poor=0", "met"),
      // Printed rates are every number that is printed so; ratios are exact.
      ("\(rate)at_most: 1.20", "poor_rate=1.20%", "no-data"),
      ("\(rate)at_most: 1.20", "poor_rate=1.19%", "met"),
      ("\(rate)at_most: 1.20", "poor_rate=1.21%", "not-met"),
      ("\(rate)at_most: 1.20", "poor_rate=12~1000", "met"),
      ("\(rate)at_most: 1.20", "poor_rate=12001~1000000", "not-met"),
      ("\(rate)all: true", "poor_rate=7~7", "met"),
      ("\(rate)all: true", "poor_rate=6~7", "not-met"),
      ("\(rate)at_most: 1.20", "poor_rate=0~0", "not-applicable"),
      // What is not there, is of another standard, or is of another group.
      ("\(level)at_most: 100", "", "no-data"), ("\(level)at_most: 100", "poor=-", "no-data"),
      ("\(level)at_most: 100", "near_poor=1", "no-data"),
      ("\(level)at_most: 100", "area:urban/poor=1", "no-data"),
      ("\(level)at_most: 100", "vn-2016/poor=1", "not-comparable"),
      ("\(level)at_most: 100", "vn-2016/poor=999 poor=1", "met"),
      ("\(level)at_most: 100", "2024-06-30/poor=1", "no-data"),
      // Changes since a day.
      ("\(cut)number: 100", "2023-12-31/poor=500 poor=400", "met"),
      ("\(cut)number: 100", "2023-12-31/poor=500 poor=401", "not-met"),
      ("\(cut)number: 100", "poor=400", "no-data"),
      ("\(cut)number: 100", "2023-12-31/poor=- poor=400", "no-data"),
      ("\(cut)number: 100", "2023-12-31/poor=500 poor=600", "not-met"),
      ("\(cut)between: [10, 20]", "2023-12-31/poor=500 poor=400", "met"),
      ("\(cut)between: [10, 20]", "2023-12-31/poor=500 poor=491", "not-met"),
      (way, "2023-12-31/poor=500 poor=499", "met"), (way, "2023-12-31/poor=500 poor=500", "not-met"),
      (way, "2023-12-31/poor=500 poor=501", "not-met"), (way, "poor=499", "no-data"),
    ] as [(String, String, String)]) func `when it is due the figure decides, or that there is none`(
      _ target: String, _ figures: String, _ word: String
    ) async throws
  {
    #expect(try await words(target, figures, on: "2025-02-10") == [word])
  }
  /// From 200 to 100 within the year, of which a little less than half has passed at the end of June.
  @Test(
    arguments: [
      ("", "not-due"), ("2023-12-31/poor=200", "not-due"), ("2024-06-30/poor=-", "not-due"),
      ("2023-12-31/poor=200 2024-06-30/poor=100", "currently-met"), ("2024-06-30/poor=100", "currently-met"),
      ("2023-12-31/poor=200 2024-06-30/poor=150", "on-track"),
      ("2023-12-31/poor=200 2024-06-30/poor=153", "slow"),
      ("2023-12-31/poor=200 2024-06-30/poor=170", "slow"),
      ("2023-12-31/poor=200 2024-06-30/poor=171", "very-slow"),
      ("2023-12-31/poor=200 2024-06-30/poor=200", "very-slow"),
      ("2023-12-31/poor=200 2024-06-30/poor=201", "reversing"),
      ("2024-06-30/poor=150", "not-due"), ("2023-12-31/poor=100 2024-06-30/poor=101", "reversing"),
      ("2023-12-31/poor=200 vn-2016/2024-06-30/poor=150", "not-comparable"),
    ]) func `before it is due the way is held against the time`(_ figures: String, _ word: String)
    async throws
  {
    let target = Self.level + "at_most: 100, baseline: 2023-12-31"
    #expect(try await words(target, figures, on: "2024-07-02") == [word])
    // Without a pace nothing is said of the way.
    let paceless = try await words(target + ", pace: none", figures, on: "2024-07-02")
    #expect(
      paceless == [["on-track", "slow", "very-slow"].contains(word) ? "not-due" : word] || word == "reversing"
    )
  }
  @Test func `how many work at it, and in which order the figures come, changes no verdict`() async throws {
    let rows = [
      "2023-12-31/poor=500", "poor=400", "vn-2016/poor=9", "area:urban/poor=7", "2024-06-30/poor=450",
    ]
    var random = SeededRandom(3)
    for _ in 0..<5 {
      let figures = rows.shuffled(using: &random).joined(separator: " ")
      #expect(try await words(Self.cut + "number: 100", figures, on: "2025-02-10") == ["met"])
    }
  }
}
