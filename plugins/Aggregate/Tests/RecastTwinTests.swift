import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Aggregate

/// `figures.recast` against carrying over by hand: what is carried adds up to what there was.
@Suite struct RecastTwinTests {
  private static let former = ["20001@2020-01-01", "20003@2004-08-31", "20004@2004-08-31"]
  private static let town = "20001@2025-07-01"
  private static let village = "20004@2025-07-01"
  private static func given(_ counts: [Int], _ measure: String = "poor") -> [Figure] {
    zip(former, counts).map { figure($0, $1, measure) }
  }
  private static func shares(_ top: Int, _ bottom: Int) -> Table {
    RecastRun.table([
      ["20003@2004-08-31", town, "\(top)/\(bottom)", "Đề án giả định"],
      ["20003@2004-08-31", village, "\(bottom - top)/\(bottom)", "Đề án giả định"],
    ])
  }
  private static func value(_ run: RecastRun, _ unit: String, _ measure: String = "poor") -> Int? {
    guard
      case .amount(let number)? = run.figures.first(where: { $0.unit == unit && $0.measure == measure })?
        .value
    else { return nil }
    return Int(number.plain)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func `nobody is lost and nobody is counted twice`(
    _ seed: UInt64
  ) throws {
    var random = Random(state: seed)
    let counts = (0..<3).map { _ in random.below(900) }
    let bottom = random.below(12) + 2
    let top = random.below(bottom - 1) + 1
    let run = try RecastRun(Self.given(counts), shares: [Self.shares(top, bottom)])
    #expect(run.findings == [] && run.failure == nil)
    let (town, village) = (
      try #require(Self.value(run, Self.town)), try #require(Self.value(run, Self.village))
    )
    #expect(town + village == counts.reduce(0, +))
    // Each part is within one household of its exact share.
    #expect(abs((town - counts[0]) * bottom - counts[1] * top) < bottom)
    #expect(abs((village - counts[2]) * bottom - counts[1] * (bottom - top)) < bottom)
    for unit in [Self.town, Self.village] {
      #expect(run.figures.first { $0.unit == unit }?.status == .estimate, "a divided count is an estimate")
    }
  }
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func `rates are made again of the counts that were carried`(
    _ seed: UInt64
  ) throws {
    var random = Random(state: seed)
    let poor = (0..<3).map { _ in random.below(90) }
    let all = (0..<3).map { _ in random.below(900) + 100 }
    let run = try RecastRun(
      Self.given(poor) + Self.given(all, "households"),
      "{ to: 2025-07-01, measures: [poor, households], rates: { poor_rate: [poor, households] } }",
      shares: [Self.shares(2, 3)])
    for unit in [Self.town, Self.village] {
      let (part, whole) = (
        try #require(Self.value(run, unit)), try #require(Self.value(run, unit, "households"))
      )
      let rate = run.figures.first { $0.unit == unit && $0.measure == "poor_rate" }?.value
      #expect(rate == .ratio(numerator: FixedPoint(Int64(part)), denominator: FixedPoint(Int64(whole))))
    }
  }
  @Test(arguments: 0..<3) func `without one of the former units those it went into have no number`(
    _ missing: Int
  ) throws {
    var figures = Self.given([10, 20, 30])
    figures.remove(at: missing)
    let run = try RecastRun(figures, shares: [Self.shares(1, 2)])
    let without = [[Self.town], [Self.town, Self.village], [Self.village]][missing]
    for unit in [Self.town, Self.village] {
      #expect((Self.value(run, unit) == nil) == without.contains(unit), "\(unit)")
    }
    for unit in without {
      let made = run.figures.first { $0.unit == unit }
      #expect(made == nil || made?.status == .notReported)
    }
    #expect(run.notices.contains { $0.code == "recast.incomplete" })
  }
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `the order of figures and shares changes nothing`(
    _ seed: UInt64
  ) throws {
    var random = Random(state: seed)
    let figures = Self.given((0..<3).map { _ in random.below(500) })
    let rows = [
      ["20003@2004-08-31", Self.town, "2/7", "s"], ["20003@2004-08-31", Self.village, "5/7", "s"],
    ]
    let one = try RecastRun(figures, shares: [RecastRun.table(rows)])
    let other = try RecastRun(figures.reversed(), shares: [RecastRun.table(rows.reversed())])
    #expect(one.shown == other.shown && one.notices.map(\.message) == other.notices.map(\.message))
  }
  @Test(arguments: [
    "{ measures: [poor] }", "{ to: 2025-07-01 }", "{ to: 2025-02-30, measures: [poor] }",
    "{ to: 2025-07-01, measures: poor }", "{ to: 2025-07-01, measures: [poor], rates: [poor_rate] }",
    "{ to: 2025-07-01, measures: [poor], rate: {} }", "{ to: hôm nay, measures: [poor] }",
  ]) func `options that cannot be are refused when they are read`(_ options: String) {
    #expect(throws: (any Error).self) { try RecastRun(Self.given([1, 2, 3]), options) }
  }
  @Test(arguments: [
    ("{ to: 2025-07-01, measures: [] }", "recast.measures"),
    (
      "{ to: 2025-07-01, measures: [poor], rates: { poor_rate: [poor, households] } }", "recast.rate-parts"
    ),
    ("{ to: 2025-07-01, measures: [poor], rates: { poor_rate: [poor] } }", "recast.rate-parts"),
  ]) func `options that make no sense together are told when the pipeline is checked`(
    _ options: String, _ code: String
  ) throws {
    let run = try RecastRun(Self.given([1, 2, 3]), options)
    #expect(run.mistakes.map(\.code.rawValue) == [code])
    for mistake in run.mistakes { #expect(mistake.message.vi != mistake.message.en && mistake.hint != nil) }
  }
}
