import Diagnostics
import Figures
import StageKit
import Tables
import Testing
import Units

@testable import Disclosure

/// Which counts must be withheld for their own sake.
@Suite struct PrimaryTests {
  private let units: UnitRegistry
  init() throws { units = try World([1]).register }

  /// What becomes of one attribute of the poor of one commune, whose province says nothing of it.
  private func reason(
    _ count: Int64, of poor: Int64, threshold: Int = 5, minBase: Int = 10, measure: String = "deprived_water",
    group: String = "class:poor"
  ) throws -> WithholdingReason? {
    let figures = [
      figure("poor", .amount(FixedPoint(poor)), unit: "90000@2004-08-31"),
      figure(measure, .amount(FixedPoint(count)), group: group, unit: "90000@2004-08-31"),
    ]
    let release = try Release(
      [FigureTable(figures)], [], grounds: grounds,
      rule: (DisclosureRule(threshold: threshold, minBase: minBase), units), edition: "e",
      previous: nil)
    let hidden = release.withheld.first { $0.figure == figures[1].id }
    let shown = release.table.figures.first { $0.id == figures[1].id }
    #expect((shown?.status == .withheld) == (hidden != nil))
    #expect((shown?.value == nil) == (hidden != nil))
    return hidden?.reason
  }

  @Test(
    arguments: [
      (0, 40, nil), (1, 40, .fewOfThem), (4, 40, .fewOfThem), (5, 40, nil), (35, 40, nil),
      (36, 40, .fewOthers),
      (39, 40, .fewOthers), (40, 40, .everybody), (41, 40, .noBase), (5, 10, nil), (5, 9, .smallBase),
      (0, 9, .smallBase),
      (9, 9, .smallBase), (0, 1, .smallBase), (0, 0, nil),
    ] as [(Int64, Int64, WithholdingReason?)])
  func `a count is withheld when it, or what is left, or its base is small, and when it is everybody`(
    count: Int64, base: Int64, expected: WithholdingReason?
  ) throws { #expect(try reason(count, of: base) == expected) }

  @Test(arguments: [(2, 3, WithholdingReason.fewOfThem), (3, 3, nil), (9, 10, .fewOfThem), (10, 10, nil)])
  func `the threshold is the least that is told`(count: Int64, threshold: Int, expected: WithholdingReason?)
    throws
  {
    #expect(try reason(count, of: 100, threshold: threshold) == expected)
  }
  @Test func `the least base is that of communes alone`() throws {
    #expect(try reason(5, of: 10, minBase: 11) == .smallBase)
    #expect(try reason(5, of: 10, minBase: 0) == nil)
    var world = World([2, 2])
    for (commune, count) in zip(world.communes, [(15, 7), (15, 7), (30, 12), (0, 0)] as [(Int64, Int64)]) {
      world.add(.init(commune, "poor"), count.0)
      world.add(.init(commune, "deprived_water", "class:poor"), count.1)
    }
    let release = try world.release(DisclosureRule(threshold: 5, minBase: 31))
    #expect(release.reason(.init(world.communes[0], "deprived_water", "class:poor")) == .smallBase)
    #expect(release.shown(.init(World.province, "deprived_water", "class:poor")) == 26)
  }
  @Test(arguments: [
    ("water", "class:poor"), ("deprived_water", "class:average"), ("poor", "men"),
    ("deprived_water", "class:near_poor"),
  ]) func `a count of which no base is known is withheld`(measure: String, group: String) throws {
    #expect(try reason(20, of: 100, measure: measure, group: group) == .noBase)
  }
  @Test(arguments: ["ethnicity:tày", "area:urban"]) func `a part of the poor has the poor as its base`(
    group: String
  )
    throws
  {
    #expect(try reason(20, of: 100, measure: "poor", group: group) == nil)
    #expect(try reason(98, of: 100, measure: "poor", group: group) == .fewOthers)
  }
  @Test func `a base of the pipeline takes the place of the usual ones`() throws {
    let figures = [
      figure("poor", .amount(100)), figure("poor", .amount(22), group: "ethnicity:tày"),
      figure("poor_sick", .amount(20), group: "ethnicity:tày"),
    ]
    func reasons(_ bases: [DisclosureRule.Base]) throws -> [WithholdingReason] {
      try Release(
        [FigureTable(figures)], [], grounds: grounds,
        rule: (DisclosureRule(threshold: 5, bases: bases), units), edition: "e", previous: nil
      ).withheld.map(\.reason)
    }
    #expect(try reasons([]) == [.noBase])
    let named = DisclosureRule.Base(measures: ["poor_*"], groups: ["ethnicity:*"], measure: "poor")
    #expect(try reasons([named]).isEmpty)
    let cut = DisclosureRule.Base(
      measures: ["poor_*"], groups: ["*"], measure: "poor", group: "ethnicity:tày")
    #expect(try reasons([cut]) == [.fewOthers])
    #expect(try reasons([named, cut]) == [.fewOthers], "a count must be safe in every base")
  }
  @Test func `a count whose base is withheld is withheld`() throws {
    let figures = [
      figure("poor", .amount(100)), figure("poor", .amount(98), group: "ethnicity:tày"),
      figure("poor_sick", .amount(20), group: "ethnicity:tày"),
    ]
    let base = DisclosureRule.Base(
      measures: ["poor_*"], groups: ["*"], measure: "poor", group: "ethnicity:tày")
    let release = try Release(
      [FigureTable(figures)], [], grounds: grounds,
      rule: (DisclosureRule(threshold: 5, bases: [base]), units), edition: "e", previous: nil)
    #expect(release.withheld.map(\.reason) == [.fewOthers, .baseWithheld])
  }

  // MARK: Rates

  /// What becomes of a rate and its numerator among the Tày of a unit with 100 poor households of 1000.
  private func rate(_ value: FigureValue, count: Int64? = nil) throws -> [String: WithholdingReason] {
    var figures = [
      figure("poor", .amount(100)), figure("households", .amount(1000)),
      figure("poor_rate", value, group: "ethnicity:tày"),
    ]
    if let count {
      figures.append(figure("poor", .amount(FixedPoint(count)), group: "ethnicity:tày"))
      figures.append(figure("households", .amount(500), group: "ethnicity:tày"))
    }
    let release = try Release(
      [FigureTable(figures)], [],
      grounds: [PublicGround(measures: ["poor", "households"], groups: ["all"], reason: .init(same: "r"))],
      rule: (DisclosureRule(threshold: 5), units), edition: "e", previous: nil)
    return Dictionary(
      uniqueKeysWithValues: release.withheld.map { (String($0.figure.split(separator: "/")[1]), $0.reason) })
  }
  @Test func `a rate is withheld with its numerator or denominator, whether or not these are figures`() throws
  {
    #expect(try rate(.ratio(numerator: 20, denominator: 500)).isEmpty)
    #expect(try rate(.ratio(numerator: 2, denominator: 500)) == ["poor_rate": .partWithheld])
    #expect(try rate(.ratio(numerator: 20, denominator: 999)) == ["poor_rate": .partWithheld])
    #expect(try rate(.ratio(numerator: 20, denominator: 500), count: 20).isEmpty)
    #expect(
      try rate(.ratio(numerator: 3, denominator: 500), count: 3) == [
        "poor_rate": .partWithheld, "poor": .fewOfThem,
      ])
    #expect(
      try rate(.ratio(numerator: 20, denominator: 500), count: 3)
        == ["poor_rate": .partWithheld, "poor": .fewOfThem], "two sources that differ: the worse counts")
  }
  @Test func `a printed rate is published when the counts are`() throws {
    let printed = FigureValue.printed(FixedPoint(units: 400, scale: 2))
    #expect(try rate(printed) == ["poor_rate": .partWithheld])
    #expect(try rate(printed, count: 20).isEmpty)
    #expect(try rate(printed, count: 99) == ["poor_rate": .partWithheld, "poor": .fewOthers])
  }
  @Test func `a rate by law that tells a count to be withheld stops the run`() throws {
    for value in [
      FigureValue.ratio(numerator: 2, denominator: 500), .printed(FixedPoint(units: 40, scale: 2)),
    ] {
      let figures = [
        figure("poor", .amount(100)), figure("poor", .amount(2), group: "ethnicity:tày", id: "count"),
        figure("poor_rate", value, group: "ethnicity:tày", id: "rate"),
      ]
      let error = try #require(
        refusal { () throws(StageError) in
          _ = try Release(
            [FigureTable(figures)], [], grounds: grounds,
            rule: (DisclosureRule(threshold: 5), units), edition: "e", previous: nil)
        })
      #expect(error.message.en == "'count' must be withheld, and 'rate', which is public, tells it")
      #expect(error.cause == .data)
    }
  }
  @Test func `what has no value says nothing, and what came withheld stays so`() throws {
    let figures = [
      figure("poor", .amount(100)), figure("deprived_water", nil, group: "class:poor", status: .notReported),
      figure("deprived_toilet", nil, group: "class:poor", status: .withheld),
      figure("deprived_school", .amount(FixedPoint(units: 205, scale: 1)), group: "class:poor"),
    ]
    let release = try Release(
      [FigureTable(figures)], [], grounds: grounds, rule: (DisclosureRule(threshold: 5), units), edition: "e",
      previous: nil)
    #expect(release.table.figures.first { $0.measure == "deprived_water" }?.status == .notReported)
    #expect(release.withheld.map(\.reason) == [.noCount, .noCount])
  }
}
