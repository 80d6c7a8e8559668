import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// Gives figures, so that there is something to add up.
struct GiveFigures: TableStage {
  static let name = "figures.give"
  static let summary = Phrase(vi: "Cho số liệu.", en: "Gives figures.")
  struct Inputs: Ports { init() {} }
  struct Outputs: Ports {
    let figures = Port<FigureTable>(vi: "Số liệu.", en: "Figures.")
    init() {}
  }
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    var shapes = Shapes<Outputs>()
    shapes.figures = FigureShape(.public)
    return Planned(shapes) { (_, _) throws(StageError) in
      var out = Given<Outputs>()
      out.figures = FigureTable()
      return out
    }
  }
}

/// What is told before anything is added up.
@Suite struct PlanningTests {
  private func expect(
    _ with: String, find expected: [(Int, String)], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectPlan(
      """
      pipeline: t
      defaults: { units: u }
      steps:
        - { id: give, use: figures.give }
        - { id: sum, use: figures.rollup, from: give, with: \(with) }
      """, of: Aggregate::stages + [GiveFigures.self], files: documents, find: expected,
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "{ measures: [poor], to: [country] }", "{ measures: [poor], from: commune, to: [district, province] }",
    "{ measures: [poor, both], sums: { both: [poor, near_poor] }, to: [region] }",
  ]) func `what is right is planned`(with: String) { expect(with, find: []) }

  @Test func `levels that are not above are refused, each`() {
    expect(
      "{ measures: [poor], from: province, to: 1️⃣[country, province, commune] }",
      find: [
        (1, "'province' cannot be added up to 'province' — `to` must be levels above that of `from`"),
        (1, "'province' cannot be added up to 'commune' — `to` must be levels above that of `from`"),
      ])
    expect(
      "{ measures: [poor], from: country, to: 1️⃣[region] }",
      find: [(1, "'country' cannot be added up to 'region' — `to` must be levels above that of `from`")])
  }
  @Test func `sums of nothing, and sums that nobody asks for, are refused`() {
    expect(
      "{ measures: [poor, both], sums: { 1️⃣both: [], 2️⃣bothh: [poor] }, to: [country] }",
      find: [
        (1, "'both' is a sum, and nothing is added up — write `name: [parts]`"),
        (2, "'bothh' is not among the measures — did you mean 'both'?"),
      ])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: RollUpFigures.self,
      """
      1️⃣measure: [poor]
      from: 2️⃣xã
      to: 3️⃣country
      sums: 4️⃣[a]
      """,
      find: [
        (1, "unknown option 'measure' — did you mean 'measures'?"),
        (1, "missing option 'measures'"),
        (2, "option 'from': expected one of country, region, province, district, commune, found 'xã'"),
        (3, "option 'to': expected a list, found 'country'"),
        (4, "option 'sums': expected a mapping of names, found a list"),
      ])
  }
  @Test func `a step without figures is refused`() {
    expectPlan(
      """
      pipeline: t
      defaults: { units: u }
      steps:
        - { use: 1️⃣figures.rollup, with: { measures: [poor], to: [country] } }
      """, of: Aggregate::stages, files: documents,
      find: [(1, "'figures.rollup' needs the input 'figures' (figures not yet protected)")])
  }
  @Test func `every code is explained in both languages`() {
    for explanation in Aggregate::stages.flatMap({ $0.explanations }) {
      for text in [explanation.meaning, explanation.remedy] {
        #expect(!text.vi.isEmpty && text.vi != text.en)
      }
    }
  }
}
