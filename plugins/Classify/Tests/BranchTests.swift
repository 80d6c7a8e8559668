import Tables
import Testing

@testable import Classify

/// A standard of another logic, said by a pack alone: poor by income, or between two lines by deprivations.
@Suite struct BranchTests {
  static let pack = """
    standard: vn-2016b
    name: { vi: Chuẩn cũ, en: Old standard }
    legal: [Quyết định giả định]
    valid: { from: 2016-01-05, to: 2021-12-31 }
    meaning: { vi: Nghèo là, en: Poor is }
    income_lines:
      poverty: { rural: 700000, urban: 900000, clause: Điều 1, checked: text }
      near: { rural: 1000000, urban: 1300000, clause: Điều 1, checked: text }
      upper: { rural: 1500500, urban: 1950000, clause: Điều 2, checked: text }
    indicators:
      - { id: care, dimension: { vi: Y tế, en: Health }, name: { vi: Khám bệnh, en: Care }, clause: Điều 1, checked: text }
      - { id: water, dimension: { vi: Nước, en: Water }, name: { vi: Nguồn nước, en: Water }, clause: Điều 1, checked: text }
      - { id: toilet, dimension: { vi: Nước, en: Water }, name: { vi: Hố xí, en: Toilet }, clause: Điều 1, checked: text }
    cutoff: { deprivations: 2, of: 3, clause: Điều 2, checked: text }
    gap: { when: income > upper, meaning: { vi: Trên mức cuối, en: Above the last line } }
    classes:
      - { class: poor, branch: income, when: "income <= poverty", clause: "Điều 2, a", checked: text }
      - { class: poor, branch: deprivation, when: "income > poverty AND income <= near AND deprivations >= cutoff", clause: "Điều 2, a", checked: text }
      - { class: near_poor, when: "income > poverty AND income <= near AND deprivations < cutoff", clause: "Điều 2, b", checked: text }
      - { class: average, when: "income > near AND income <= upper AND (area = 'rural' OR area = 'urban')", clause: "Điều 2, c", checked: text }
    """
  static let options =
    "{ standard: vn-2016b, area: area, income: { column: income_k, unit: thousand_dong }, deprivations: { care: d1, water: d2, toilet: d3 } }"

  @Test func `the branch tells by which rule a household is poor`() throws {
    let step = try PlannedStep(Self.options, on: "2018-12-31", packs: ["s/vn-2016b.yaml": Self.pack])
    var open = Household.lacking(3, income: 701)
    open.flags[0] = nil
    var low = open
    low.income = 700
    let made = try step.made([
      .lacking(0, income: 700), .lacking(2, income: 701), .lacking(1, income: 1000),
      .lacking(3, income: 1001),
      .lacking(3, income: 1500), .lacking(3, income: 1501), low, open,
      .lacking(3, area: "urban", income: 1951),
    ])
    #expect(
      made.classes == ["poor", "poor", "near_poor", "average", "average", nil, "poor", nil, nil])
    #expect(
      made.texts("branch") == ["income", "deprivation", nil, nil, nil, nil, "income", nil, nil])
    // Two are in no class of this pack; one lacks what its class depends on.
    #expect(
      made.findings == ["7 classify.rule -", "9 classify.deprivation dep_care", "10 classify.rule -"])
  }
  @Test func `lines that are no whole thousands are compared exactly`() throws {
    let pack = Self.pack.replacing("poverty: { rural: 700000", with: "poverty: { rural: 700500")
    let step = try PlannedStep(
      Self.options.replacing("income_k", with: "income_h"), on: "2018-12-31", packs: ["s/vn-2016b.yaml": pack]
    )
    let rows = RuleTests.replacing(Rows.batch([.lacking(0), .lacking(0)]), 3, [70_050, 70_051])
    #expect(try RuleTests.classes(step, rows) == ["poor", "near_poor"])
  }
}
