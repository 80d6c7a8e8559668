import Diagnostics
import Plans
import StageKit
import StageTestKit
import Testing

@testable import Disclosure

/// What a target asks, in the form that editions are compared by.
@Suite struct TargetTermsTests {
  private static let plan = """
    plan: p
    name: P
    issuer: I
    unit: "96"
    level: province
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: S }
    targets:
      - id: A
        title: t
        place: p
        population: x
        kind: level
        unit: households
        at_most: 3675
        readings:
          - { name: một, each: [{ measure: poor, name: a }, { measure: near_poor, name: b }] }
          - { name: hai, measure: poor_plus_near }
      - { id: B, title: t, place: p, population: x, kind: level, measure: poor, unit: households, at_most: 3675 }
    """
  private func terms(_ changes: (String, String)..., unit: String = "96@2004-08-31") throws -> [TargetTerms] {
    let text = changes.reduce(Self.plan) { $0.replacing($1.0, with: $1.1) }
    let plan = try Plan.load("p.yaml", namedAt: nil, .memory(["p.yaml": text]))
    return plan.targets.map { TargetTerms($0, of: plan, unit: unit) }
  }

  @Test func `the form is fixed, and has no word of any language`() throws {
    let found = try terms().map(\.text)
    let head =
      "1;unit=96@2004-08-31;period=2024-01-01/2024-12-31;standard=vn-2022;kind=level;due=2024-12-31;pace=yes"
    #expect(
      found == [
        head
          + ";readings=poor all at_most 3675 households exact&near_poor all at_most 3675 households exact|poor_plus_near all at_most 3675 households exact;amount_unit=households",
        head + ";readings=poor all at_most 3675 households exact;amount_unit=households",
      ])
  }
  @Test(arguments: [
    ("title: t", "title: tên khác"), ("name: một", "name: một cách"), ("place: p", "place: q"),
    ("population: x", "population: y"), ("name: P", "name: Q"), ("title: S", "title: U"),
  ]) func `other words are the same question`(_ old: String, _ new: String) throws {
    #expect(try terms((old, new)) == terms())
  }
  @Test(arguments: [
    ("vn-2022", "vn-2016"), ("from: 2024-01-01", "from: 2023-01-01"), ("at_most: 3675", "at_most: 3676"),
    ("at_most: 3675", "below: 3675"), ("measure: poor,", "measure: poor, group: 'area:urban',"),
    ("measure: poor,", "measure: deprived_water,"),
  ]) func `whatever decides the word is another question`(_ old: String, _ new: String) throws {
    let (before, now) = (try terms(), try terms((old, new)))
    #expect(zip(before, now).allSatisfy { $0.areOthers(than: $1) && $1.areOthers(than: $0) })
  }
  @Test func `another unit is another question`() throws {
    let (before, now) = (try terms(), try terms(unit: "97@2004-08-31"))
    #expect(zip(before, now).allSatisfy { $0.areOthers(than: $1) })
  }
  @Test func `what must hold together and what may be read either way are not the same`() throws {
    let flat = try terms(
      (", { measure: near_poor, name: b }] }", "] }"),
      (
        "measure: poor_plus_near }",
        "each: [{ measure: near_poor, name: b }, { measure: poor_plus_near, name: c }] }"
      )
    )
    let whole = try terms()
    #expect(flat[0].areOthers(than: whole[0]) && flat[1] == whole[1])
  }
  @Test(arguments: [("", "1;a"), ("1;a", ""), ("", ""), ("2;a", "1;a"), ("1;a", "1;a"), ("10;a", "1;b")])
  func `forms that are not alike say nothing`(_ old: String, _ new: String) {
    #expect(!TargetTerms(text: old).areOthers(than: TargetTerms(text: new)))
  }
}
