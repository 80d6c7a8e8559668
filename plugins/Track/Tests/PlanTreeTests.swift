import Diagnostics
import Pipelines
import StageKit
import StageTestKit
import Testing

/// Plans under plans: what cannot be is told in the file of the plan below.
@Suite struct PlanTreeTests {
  /// What is found in the marked file of a plan, tracked together with another.
  private func problems(_ marked: String, under others: [String: String]) -> (
    found: [String], places: [Int: String]
  ) {
    let marked = MarkedText(marked)
    let names = ["p.yaml"] + others.keys.sorted()
    let files = documents.merging(others) { $1 }.merging(
      ["p.yaml": marked.text, "t.yaml": pipeline("[\(names.joined(separator: ", "))]")]) { $1 }
    do { _ = try checkPipeline("t.yaml", stages: stages, files: .memory(files)) } catch {
      let found = error.all.map {
        "\($0.range?.file ?? "") \($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code.rawValue) \($0.message.en)"
          + ($0.hint.map { " — \($0.en)" } ?? "")
      }
      return (found, marked.places)
    }
    return ([], marked.places)
  }
  private let district = ("\"964\"", "district")

  @Test func `a plan of a unit within, of the same unit and of a part of the period may stand below`() {
    let above = ["a.yaml": plan("tinh", period: "{ from: 2021-01-01, to: 2025-06-30 }")]
    for (unit, level) in [district, ("\"96\"", "province")] {
      let below = plan("duoi", unit: unit, level: level, parent: "{ plan: tinh, issuer: I }")
      #expect(problems(below, under: above).found.isEmpty)
    }
    let country = ["a.yaml": plan("ca-nuoc", unit: "vn", level: "country")]
    #expect(problems(plan("tinh", parent: "{ plan: ca-nuoc, issuer: I }"), under: country).found.isEmpty)
    let far = plan("huyen", unit: district.0, level: district.1, parent: "{ plan: ca-nuoc, issuer: I }")
    #expect(problems(far, under: country).found.isEmpty)
  }
  @Test func `a plan that is under itself, or under a plan below it, is told at every plan of the circle`() {
    let alone = problems(plan("a", parent: "{ plan: 1️⃣a, issuer: I }"), under: [:])
    #expect(
      alone.found == [
        "p.yaml \(alone.places[1] ?? "") track.parent-circle the plan 'a' stands under itself: a → a — mend `parent.plan`: the plan above cannot stand under a plan below it"
      ])
    let two = problems(
      plan("a", parent: "{ plan: 1️⃣b, issuer: I }"),
      under: ["q.yaml": plan("b", parent: "{ plan: a, issuer: I }")])
    #expect(
      two.found.first?.hasPrefix(
        "p.yaml \(two.places[1] ?? "") track.parent-circle the plan 'a' stands under itself: a → b → a")
        == true)
    #expect(two.found.count == 2 && two.found.last?.hasPrefix("q.yaml") == true)
  }
  @Test func `a plan that only leads into a circle is not to blame`() {
    let circle = [
      "q.yaml": plan("b", parent: "{ plan: c, issuer: I }"),
      "r.yaml": plan("c", parent: "{ plan: b, issuer: I }"),
    ]
    let found = problems(plan("a", parent: "{ plan: b, issuer: I }"), under: circle).found
    #expect(found.count == 2 && !found.contains { $0.hasPrefix("p.yaml") })
  }
  @Test func `a plan under one of a lower level is told`() {
    let below = ["q.yaml": plan("huyen", unit: district.0, level: district.1)]
    let found = problems(plan("tinh", parent: "{ plan: 1️⃣huyen, issuer: I }"), under: below)
    #expect(
      found.found == [
        "p.yaml \(found.places[1] ?? "") track.parent-level 'tinh' of Tỉnh Cà Mau cannot stand under a plan of a lower level, Thành phố Cà Mau — mend `parent.plan`, or `unit` and `level` of one: 'huyen' is of the lower level"
      ])
  }
  @Test func `a plan under that of a unit elsewhere is told`() {
    let other = ["q.yaml": plan("ha-noi", unit: "\"01\"")]
    for (unit, level, name, code) in [
      (district.0, district.1, "Thành phố Cà Mau", "964"), ("\"96\"", "province", "Tỉnh Cà Mau", "96"),
    ] {
      let found = problems(
        plan("duoi", unit: unit, level: level, parent: "{ plan: 1️⃣ha-noi, issuer: I }"), under: other)
      #expect(
        found.found == [
          "p.yaml \(found.places[1] ?? "") track.parent-elsewhere \(name) (\(code)) does not lie in Thành phố Hà Nội (01), the unit of 'ha-noi' — mend `parent.plan`, or `unit` of one of the two plans"
        ])
    }
  }
  @Test func `a plan under one of another time is told`() {
    let early = ["q.yaml": plan("truoc", period: "{ from: 2022-01-01, to: 2023-12-31 }")]
    let found = problems(
      plan("sau", unit: district.0, level: district.1, parent: "{ plan: 1️⃣truoc, issuer: I }"), under: early)
    #expect(
      found.found == [
        "p.yaml \(found.places[1] ?? "") track.parent-period the period 2024-01-01 to 2024-12-31 of 'sau' shares no day with 'truoc' — 'truoc' is of the period 2022-01-01 to 2023-12-31"
      ])
  }
  @Test func `a unit that is not found is told once, and its place under the other is not judged`() {
    let found = problems(
      plan("duoi", unit: "\"1\"", parent: "{ plan: ha-noi, issuer: I }"),
      under: ["q.yaml": plan("ha-noi", unit: "\"01\"")])
    #expect(found.found.count == 1 && found.found[0].contains("units.unknown-code"))
  }
}
