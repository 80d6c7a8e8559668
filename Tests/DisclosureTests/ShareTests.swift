import Diagnostics
import Figures
import StageKit
import Tables
import Testing
import Units

@testable import Disclosure

/// A share of households that lack an indicator is public only beside a count that is told.
@Suite struct ShareTests {
  private let units: UnitRegistry
  init() throws { units = try World([1]).register }

  private static let law = PublicGround(
    measures: ["deprivation_rate_water"], groups: ["class:poor"], reason: Phrase(same: "law"))
  private static let countLaw = PublicGround(
    measures: ["deprived_water"], groups: ["class:poor"], reason: Phrase(same: "law"))

  private static func share(_ value: FigureValue?) -> Figure {
    figure(
      "deprivation_rate_water", value, group: "class:poor", status: value == nil ? .notReported : .value,
      id: "share")
  }
  private static func printed(_ count: Int64) -> FigureValue {
    .printed(FixedPoint(units: Int128(count * 100), scale: 2))
  }
  private static func count(_ count: Int64?) -> Figure {
    figure(
      "deprived_water", count.map { .amount(FixedPoint($0)) }, group: "class:poor",
      status: count == nil ? .notReported : .value, id: "count")
  }
  private func release(_ rows: [Figure], _ grounds: [PublicGround], threshold: Int?) throws(StageError)
    -> Release
  {
    try Release(
      [FigureTable([figure("poor", .amount(100))] + rows)], [], grounds: grounds,
      rule: threshold.map { (DisclosureRule(threshold: $0), units) }, edition: "e", previous: nil)
  }

  @Test func `a share without a ground stays withheld, whatever its count is`() throws {
    let told = try release([Self.count(20), Self.share(Self.printed(20))], grounds, threshold: 5)
    #expect(told.withheld.contains { $0.figure == "share" && $0.reason == .noBase })
    let without = try release([Self.count(20), Self.share(Self.printed(20))], grounds, threshold: nil)
    #expect(without.withheld.contains { $0.figure == "share" && $0.reason == .noGround })
  }
  @Test(
    arguments: [
      // Few of them, many, few others; of exact rates and printed ones.
      (5, 2, true), (5, 20, false), (5, 99, true), (nil, 20, true), (nil, 2, true), (nil, 0, true),
    ] as [(Int?, Int64, Bool)])
  func `a share by law that tells a count to be withheld stops the run`(
    threshold: Int?, count: Int64, isRefused: Bool
  ) throws {
    for value in [Self.printed(count), .ratio(numerator: FixedPoint(count), denominator: 100)] {
      let error = refusal { () throws(StageError) in
        _ = try release([Self.count(count), Self.share(value)], grounds + [Self.law], threshold: threshold)
      }
      #expect((error != nil) == isRefused)
      guard let error else { continue }
      #expect(error.message.en == "'count' must be withheld, and 'share', which is public, tells it")
      #expect(error.cause == .data)
      #expect(error.hint != nil)
    }
  }
  @Test(arguments: [5, nil] as [Int?], [2, 20, 99] as [Int64])
  func `a share of which nobody looked at the count stops the run`(threshold: Int?, count: Int64) throws {
    for rows in [[], [Self.count(nil)]] {
      let error = try #require(
        refusal { () throws(StageError) in
          _ = try release(
            rows + [Self.share(Self.printed(count))], grounds + [Self.law], threshold: threshold)
        })
      #expect(error.message.en.contains("'share', which is public") && error.message.vi.contains("'share'"))
      #expect(error.cause == .data)
      #expect(error.hint != nil)
    }
  }
  @Test func `a share beside a count that the law tells as well is told`() throws {
    for threshold in [5, nil] as [Int?] {
      let told = try release(
        [Self.count(2), Self.share(Self.printed(2))], grounds + [Self.law, Self.countLaw],
        threshold: threshold)
      #expect(told.withheld.isEmpty)
    }
  }
  @Test func `a share without a value tells nothing`() throws {
    let told = try release([Self.share(nil)], grounds + [Self.law], threshold: nil)
    #expect(told.table.figures.contains { $0.id == "share" && $0.value == nil })
  }
}
