import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Validate

/// Gives no figures, so that there is something to check.
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

/// What is told of rules on figures before any figure is read.
@Suite struct FigurePlanningTests {
  private static let units = [
    "u/units.csv": """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2016-01-01,,,s

    """, "u/successors.csv": "from,to,extent,source\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
  ]
  private func expect(
    _ rules: String, more: String = "", find expected: [(Int, String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectPlan(
      """
      pipeline: t
      defaults: { units: u }
      steps:
        - { id: give, use: figures.give }
        - { id: kiem, use: figures.check, from: give, with: { \(more)rules: \(rules) } }
      """, of: Validate::stages + [GiveFigures.self], files: Self.units, find: expected,
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "[{ id: R, check: poor <= households }]",
    "[{ id: R, check: \"a = b\", computed: a + 1, when: c IS NULL, cells: { b: { measures: [x, y], at: last } } }]",
    "[{ id: R, rate: { rate: r, part: a, whole: b } }]",
    "[{ id: R, rate: { rate: r, part: a, sum: [c, d], whole: b } }]",
    "[{ id: R, group: all, rate: { rate: r_*, part: a_*, whole: b, whole_group: all } }]",
    "[{ id: R, check: a <= b, cells: { a: { measures: [x_*], take: largest } } }]",
    "[{ id: R, rates: { whole: r, parts: [a, b] } }]",
    "[{ id: R, implied: { whole: w, rates: { r: a, s: b } } }]",
    "[{ id: R, parts: { measures: [poor], from: commune, to: [district, province, country] } }]",
    "[{ id: R, parts: { nets: { poor: { plus: [a, b], less: [c] } }, from: commune, to: [district] } }]",
    "[{ id: R, parts: { measures: [d], nets: { n: { plus: [a], less: [c] } }, from: commune, to: [district] } }]",
    "[{ id: R, check: a <= b, standards: [vn-2022, vn-2027] }]",
    "[{ id: R, outlier: { method: robust_z, measure: poor } }]",
    "[{ id: R, severity: warning, outlier: { method: funnel, measure: poor, per: households, level: district } }]",
  ]) func `what is right is planned`(_ rules: String) { expect(rules, find: []) }

  @Test func `a rule asks for one thing`() {
    expect(
      "[{ id: 1️⃣R }]",
      find: [(1, "the rule 'R' asks for nothing — write one of: check, rate, rates, implied, parts, outlier")]
    )
    expect(
      "[{ id: 1️⃣R, check: a = b, rate: { rate: r, part: a, whole: b } }]",
      find: [
        (1, "the rule 'R' asks for 2 things — write one of: check, rate, rates, implied, parts, outlier")
      ])
    expect(
      "[{ id: 1️⃣R, rates: { whole: r, parts: [a] }, rate: { rate: r, part: a, whole: b } }]",
      find: [
        (1, "the rule 'R' asks for 2 things — write one of: check, rate, rates, implied, parts, outlier")
      ])
    expect("[{ id: R, rates: { whole: r, parts: 1️⃣[] } }]", find: [(1, "'parts' is empty")])
    expect(
      "[{ id: R, rate: { rate: r, part: a, sum: 1️⃣[], whole: b } }]", find: [(1, "'sum' is empty")])
    expect("1️⃣[]", find: [(1, "there are no rules")])
  }
  @Test func `two rules are not called the same`() {
    expect(
      "[{ id: R, check: a = b }, { id: 1️⃣R, check: a = c }]", find: [(1, "two rules have the id 'R'")])
  }
  @Test func `what goes with a condition does not stand alone`() {
    expect(
      "[{ id: R, computed: 1️⃣a + 1, rate: { rate: r, part: a, whole: b } }]",
      find: [(1, "'computed' goes with 'check'")])
    expect(
      "[{ id: R, group: 1️⃣all, rates: { whole: r, parts: [a] } }]",
      find: [(1, "'group' goes with 'check, rate'")])
    expect(
      "[{ id: R, rate: { rate: r_*, part: 1️⃣a, whole: b } }]",
      find: [(1, "'rate: …*' goes with 'part: …*'")])
    expect(
      "[{ id: R, rate: { rate: 1️⃣r, part: a_*, whole: b } }]",
      find: [(1, "'rate: …*' goes with 'part: …*'")])
    expect(
      "[{ id: R, implied: { whole: w, rates: 1️⃣{ r: a } } }]",
      find: [(1, "'implied' goes with 'rates: { …, … }'")])
    expect(
      "[{ id: R, check: a <= b, cells: { 1️⃣a: { measures: [x_*] } } }]",
      find: [(1, "'measures: […*]' goes with 'take: largest'")])
    expect(
      "[{ id: R, outlier: { method: 1️⃣funnel, measure: poor } }]",
      find: [(1, "'method: funnel' goes with 'per'")])
  }
  @Test func `standards are of a condition, and there are some`() {
    expect(
      "[{ id: R, standards: 1️⃣[vn-2022], rates: { whole: r, parts: [a] } }]",
      find: [(1, "'standards' goes with 'check'")])
    expect("[{ id: R, standards: 1️⃣[], check: a = b }]", find: [(1, "'standards' is empty")])
  }
  @Test func `what is added up is there`() {
    expect(
      "[{ id: R, parts: { from: 1️⃣commune, to: [country] } }]",
      find: [(1, "'from' goes with 'measures, nets'")])
    expect(
      "[{ id: R, parts: { nets: { n: { plus: 1️⃣[], less: [a] } }, from: commune, to: [country] } }]",
      find: [(1, "'plus' is empty")])
    expect(
      "[{ id: R, parts: { nets: { n: { plus: [a], less: 1️⃣[] } }, from: commune, to: [country] } }]",
      find: [(1, "'less' is empty")])
    expect(
      "[{ id: R, parts: { nets: 1️⃣{}, from: commune, to: [country] } }]", find: [(1, "'nets' is empty")])
  }
  @Test func `parts are below their total, and there are some`() {
    expect(
      "[{ id: R, parts: { measures: [poor], from: district, to: 1️⃣[commune] } }]",
      find: [(1, "a 'district' is no part of a 'commune' — `to` must be levels above that of `from`")])
    expect(
      "[{ id: R, parts: { measures: 1️⃣[], from: district, to: [country] } }]",
      find: [(1, "'measures' is empty")])
  }
  @Test func `a condition is one, of whole numbers`() {
    expect(
      "[{ id: R, check: 1️⃣poor + 1 }]",
      find: [(1, "the expression gives a whole number, and yes or no is needed")])
    expect(
      "[{ id: R, check: a = b, computed: 1️⃣a = b }]",
      find: [(1, "the expression gives yes or no, and a whole number is needed")])
  }
  @Test func `a name that nothing uses is told, with what may be meant`() {
    expect(
      "[{ id: R, check: a = closing, cells: { 1️⃣closin: { measures: [poor], at: last } } }]",
      find: [(1, "no expression uses 'closin' — did you mean 'closing'?")])
  }
}
