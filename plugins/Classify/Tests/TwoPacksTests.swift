import Diagnostics
import Expressions
import StageKit
import Standards
import Tables
import Testing

@testable import Classify

/// One data set under two packs, and indicators asked by the pack's own conditions.
@Suite struct TwoPacksTests {
  @Test func `the households that change class are those whose two columns differ`() throws {
    let day = "2021-12-31"
    let old = try PlannedStep(try PackTests.old(", standard: vn-2016, prefix: cu_"), on: day)
    let new = try PlannedStep(
      try byIncome().replacing("{ area: area,", with: "{ standard: vn-2022, area: area,"), on: day,
      schema: old.planned.output)
    #expect(old.messages == [] && new.messages == [])
    // Poor by income becomes near-poor without deprivations; above both old lines becomes poor with three.
    let rows = Rows.batch([
      .lacking(0, income: 700), .lacking(3, income: 700), .lacking(3, income: 1200),
      .lacking(0, income: 1200), .lacking(0, income: 9000),
    ])
    var found = Findings()
    let first = try old.planned.work.prepare([:])(rows, &found)
    let both = try new.planned.work.prepare([:])(first, &found)
    let made = Made(schema: new.planned.output, parts: [both], found: found)
    #expect(made.texts("cu_class") == ["poor", "poor", "average", "average", "none"])
    #expect(made.texts("class") == ["near_poor", "poor", "poor", "near_poor", "none"])
    let differs = try Expression.parse("class <> cu_class").typed(in: made.schema, referenceDate: nil)
    guard case .bool(let changed) = differs.evaluate(both).column else {
      Issue.record("no answer")
      return
    }
    #expect((0..<5).filter { changed.bits[$0] } == [0, 2, 3])
    #expect(made.texts("cu_branch") == ["income", "income", nil, nil, nil])
  }
  @Test func `the prefix stands before every column that is made`() throws {
    let output = try PlannedStep(try PackTests.old(", prefix: cu_"), on: "2018-12-31").planned.output
    let names = output.names.dropFirst(Rows.schema.fields.count)
    #expect(names.allSatisfy { $0.hasPrefix("cu_") } && names.contains("cu_dep_care"))
    var open = Household.lacking(2, income: 701)
    open.flags[9] = nil
    let made = try PlannedStep(try PackTests.old(", prefix: cu_"), on: "2018-12-31").made([open])
    #expect(made.findings == ["2 classify.deprivation cu_dep_devices"])
  }

  // MARK: The pack's own conditions

  static let pack = """
    standard: mau
    name: { vi: Chuẩn mẫu, en: Model standard }
    legal: [Nghị định mẫu]
    valid: { from: 2024-01-01 }
    scope: { province: "96", name: Tỉnh Mẫu, clause: Nghị định mẫu, checked: text }
    meaning: { vi: Nghèo là, en: Poor is }
    form:
      household: { n1: { type: int, law: false, meaning: Điểm }, n2: { type: int, law: false, meaning: Điểm } }
      member: { birth: { type: date, law: false, meaning: Ngày sinh } }
    income_lines:
      line: { rural: 1500000, urban: 2000000, clause: Điều 1, checked: text }
    indicators:
      - { id: a, dimension: A, name: A, clause: Điều 1, checked: text, condition: { household: "n1 > 0", meaning: Có, clause: Điều 1, checked: text } }
      - { id: b, dimension: A, name: B, clause: Điều 1, checked: text, condition: { household: "n2 > 0", meaning: Có, clause: Điều 1, checked: text } }
    cutoff: { deprivations: 2, of: 2, clause: Điều 1, checked: text }
    classes:
      - { class: poor, when: "income <= line AND deprivations >= cutoff", clause: Điều 1, checked: text }
      - { class: near_poor, when: "income <= line AND deprivations < cutoff", clause: Điều 1, checked: text }
      - { class: none, when: "income > line", clause: Điều 1, checked: text }
    """
  private func step(_ pack: String, _ more: String = "") throws -> PlannedStep {
    try PlannedStep(
      "{ standard: mau, province: \"96\", conditions: true\(more), area: area, income: { column: income_k, unit: thousand_dong } }",
      packs: ["s/mau.yaml": pack])
  }
  @Test func `indicators that are not given are asked by the pack`() throws {
    let made = try step(Self.pack).made([.lacking(2), .lacking(1)])
    #expect(made.counts == [2, 1] && made.classes == ["poor", "near_poor"])
    let given = try step(Self.pack, ", deprivations: { b: NOT d12 }").made([.lacking(1)])
    #expect(given.counts == [2])
  }
  @Test(
    arguments: [
      (
        "n1: { type: int", "n1: { type: int, law: false, meaning: x }, n13: { type: int", "\"n1 > 0\"",
        "\"n13 > 0\"",
        "indicator 'a', condition n13 > 0: no column 'n13' — did you mean 'n1'?"
      ),
      (
        "", "", "household: \"n1 > 0\"", "member: \"age(birth) > 5\"",
        "indicator 'a' is asked of each member: age(birth) > 5 — ask members by members.ask, roll them up to households by rows.rollup, and give that column in `deprivations`"
      ),
      (
        "", "", "\"n1 > 0\", meaning: Có", "\"n1 > 0\", provisional: true, meaning: Có",
        "parts of the standard 'mau' are not certain: indicators.a.condition — compare with the act and mend the pack; for a trial write `allow_provisional: true`"
      ),
    ]) func `a condition that cannot be asked of the rows is refused`(
      old: String, new: String, condition: String, other: String, message: String
    ) throws
  {
    let pack = (old.isEmpty ? Self.pack : Self.pack.replacing(old, with: new)).replacing(
      condition, with: other)
    #expect(try step(pack).messages == [message])
  }
}
