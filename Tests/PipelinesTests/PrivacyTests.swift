import Figures
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// What may not reach everybody, checked before anything is read.
@Suite struct PrivacyTests {
  static let read = "pipeline: t\nsteps:\n  - { id: people, use: people.read, with: { files: [a.txt] } }\n"
  static let publish = "  - { id: shown, use: table.release }\n  - { use: table.publish }"
  static func personal(_ mark: Int, _ column: String, _ stage: String, _ way: String) -> String {
    "\(mark) pipeline.personal the personal column '\(column)' would reach everybody through '\(stage)'"
      + " | cột cá nhân '\(column)' sẽ đến mọi người qua '\(stage)' — it comes by \(way) | nó đi qua \(way)"
  }
  static func unreleased(_ mark: Int, _ step: String, _ stage: String) -> String {
    "\(mark) pipeline.not-released '\(stage)' writes for everybody, and '\(step)' has not been released"
      + " | '\(stage)' viết cho mọi người xem, mà '\(step)' chưa qua bảo vệ"
      + " — send the figures through figures.protect first | đưa số liệu qua figures.protect trước"
  }
  static func kind(_ mark: Int, _ step: String, _ gives: (en: String, vi: String)) -> String {
    "\(mark) pipeline.input-kind step '\(step)' gives \(gives.en), and 'table' of 'table.publish' takes a table for everybody"
      + " | bước '\(step)' cho \(gives.vi), còn 'table' của 'table.publish' cần bảng đã cho xem"
      + " — put a step between that protects it, such as figures.protect | thêm một bước bảo vệ ở giữa, như figures.protect"
  }

  static let refusals: [Refusal] = [
    Refusal(
      "rows as they are", read + "  - { use: 1️⃣rows.leak }",
      find: [
        personal(1, "head", "rows.leak", "people.head"), personal(1, "income", "rows.leak", "people.income"),
        unreleased(1, "people", "rows.leak"),
      ]),
    Refusal(
      "rows without personal columns, not released",
      read + "  - { id: d, use: columns.drop, with: { columns: [head, income] } }\n  - { use: 1️⃣rows.leak }",
      find: [unreleased(1, "d", "rows.leak")]),
    Refusal(
      "protected sums, not released",
      read
        + "  - { id: s, use: people.sum, with: { by: commune, sum: [members] } }\n  - { use: 1️⃣table.publish }",
      find: [kind(1, "s", ("a table", "bảng"))]),
    Refusal(
      "a personal key of groups, released",
      read
        + "  - { id: s, use: people.sum, with: { by: head } }\n  - { id: shown, use: 1️⃣table.release }\n  - { use: table.publish }",
      find: [personal(1, "head", "table.release", "people.head")]),
    Refusal(
      "a personal column under another name",
      read + "  - { id: c, use: column.copy, with: { column: head, to: key } }\n"
        + "  - { id: e, use: column.copy, with: { column: key, to: other, claim: keep_field } }\n"
        + "  - { id: d, use: columns.drop, with: { columns: [head, income, key] } }\n  - { id: shown, use: 1️⃣table.release }\n  - { use: table.publish }",
      find: [personal(1, "other", "table.release", "people.head → c.key → e.other")]),
    Refusal(
      "a column of which nothing is said",
      read + "  - { id: c, use: column.copy, with: { column: commune, to: key, claim: nothing } }\n"
        + "  - { id: d, use: columns.drop, with: { columns: [head, income] } }\n  - { id: shown, use: 1️⃣table.release }\n  - { use: table.publish }",
      find: [personal(1, "key", "table.release", "people.head → c.key")]),
    Refusal(
      "rows with personal columns straight into a release",
      read + "  - { id: shown, use: table.release, from: 1️⃣people }\n  - { use: table.publish }",
      find: [
        personal(1, "head", "table.release", "people.head"),
        personal(1, "income", "table.release", "people.income"),
      ]),
    Refusal(
      "a sum that is joined past the release",
      read
        + "  - { id: s, use: people.sum, with: { by: head } }\n  - { use: table.publish, from: 1️⃣s }",
      find: [kind(1, "s", ("a table", "bảng")), personal(1, "head", "table.publish", "people.head")]),
    Refusal(
      "figures made of rows",
      read
        + "  - { id: f, use: figures.make, from: [people] }\n  - { id: shown, use: 1️⃣figures.release }\n  - { use: figures.publish }",
      find: [personal(1, "people.head", "figures.release", "people.head → f.figures")]),
    Refusal(
      "a table of figures of rows",
      read + "  - { id: f, use: figures.make, from: [people] }\n  - { id: l, use: figures.list }\n"
        + "  - { id: shown, use: 1️⃣table.release }\n  - { use: table.publish }",
      find: [personal(1, "value", "table.release", "people.head → f.figures → l.value")]),
    Refusal(
      "a document that is not public by its type",
      read
        + "  - { id: s, use: people.sum, with: { by: commune } }\n  - { id: f, use: figures.make, from: [s] }\n"
        + "  - { id: shown, use: figures.release }\n  - { use: 1️⃣figures.publish, from: { figures: shown, unit: u.yaml } }",
      files: ["u.yaml": "name: a"], find: [unreleased(1, "unit", "figures.publish")]),
    Refusal(
      "figures of figures of rows",
      read + "  - { id: f, use: figures.make, from: [people] }\n"
        + "  - { id: g, use: figures.make, from: { tables: [], figures: [f] } }\n  - { id: shown, use: 1️⃣figures.release }\n  - { use: figures.publish }",
      find: [personal(1, "people.head", "figures.release", "people.head → f.figures → g.figures")]),
  ]

  @Test(arguments: refusals) func `what would reach everybody is refused`(_ refusal: Refusal) {
    #expect(refusal.found == refusal.expected)
  }
  @Test(arguments: [
    "  - { id: s, use: people.sum, with: { by: commune, sum: [members, income] } }\n",
    "  - { id: d, use: columns.drop, with: { columns: [head, income] } }\n",
    "  - { id: d, use: columns.drop, with: { columns: [head] } }\n  - { id: s, use: people.sum, with: { by: commune, sum: [income] } }\n",
    "  - { id: c, use: column.copy, with: { column: commune, to: key } }\n  - { id: d, use: columns.drop, with: { columns: [head, income] } }\n",
  ]) func `sums and what has no personal column may be released`(_ steps: String) throws {
    let plan = try Example(Self.read + steps + Self.publish, files: [:]).checked()
    let shown = try #require(plan["shown"]?.schema)
    #expect(shown.fields.allSatisfy { $0.sensitivity == .public })
  }
  @Test func `rows go to the office as they are`() throws {
    #expect(throws: Never.self) { try Example(Self.read + "  - { use: rows.write }", files: [:]).checked() }
  }

  private func schema(_ steps: String, of step: String) throws -> [String: Sensitivity] {
    let plan = try Example(Self.read + steps, files: [:]).checked()
    let fields = try #require(plan[step]?.schema).fields
    return Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.sensitivity) })
  }
  @Test(arguments: ["from", "nothing", "none", "typo", "keep_field"])
  func `a stage cannot make a column less sensitive by saying so`(
    claim: String
  ) throws {
    let step = "  - { id: c, use: column.copy, with: { column: head, to: key, claim: \(claim) } }"
    #expect(try schema(step, of: "c")["key"] == .personal)
    let plan = try Example(Self.read + step, files: [:]).checked()
    let path = plan["c"]?.schema?["key"]?.lineage?.path
    #expect(path?.last == "c.key" && path?.count == 2)
  }
  @Test func `a reduction makes protected only what it adds up`() throws {
    let found = try schema(
      "  - { id: s, use: people.sum, with: { by: head, sum: [members, income] } }", of: "s")
    #expect(
      found == ["head": .personal, "rows": .protected, "sum_members": .protected, "sum_income": .protected])
  }
  @Test func `a batch step does not make a number protected that is personal`() throws {
    let found = try schema("  - { id: v, use: people.check, with: { column: members } }", of: "v")
    #expect(found == ["commune": .public, "head": .personal, "members": .protected, "income": .personal])
  }
  @Test func `figures are as guarded as the most guarded input, whatever the stage says`() throws {
    let steps = """
        - { id: s, use: people.sum, with: { by: commune, sum: [members] } }
        - { id: public, use: figures.make, from: [] }
        - { id: protected, use: figures.make, from: [s] }
        - { id: both, use: figures.make, from: { figures: [public, protected] } }
        - { id: personal, use: figures.make, from: [s, people] }
        - { id: all, use: figures.make, from: { figures: [public, personal, protected], tables: [s] } }
      """
    let plan = try Example(Self.read + steps, files: [:]).checked()
    let shapes = ["public", "protected", "both", "personal", "all"].map {
      plan[$0]?.outputs["table"]?.shape as? FigureShape
    }
    #expect(shapes.map { $0?.sensitivity } == [.public, .protected, .protected, .personal, .personal])
    #expect(shapes[2]?.path == ["people.head", "s.rows", "protected.figures", "both.figures"])
    #expect(shapes[4]?.path == ["people.head", "personal.figures", "all.figures"])
  }
  @Test func `released figures may go with a document that is public`() throws {
    let steps = """
        - { id: s, use: people.sum, with: { by: commune } }
        - { id: f, use: figures.make, from: [s] }
        - { id: shown, use: figures.release }
        - { use: figures.publish, from: { figures: shown, rule: [r.yaml] } }
      """
    let plan = try Example(Self.read + steps, files: ["r.yaml": "number: 1"]).checked()
    #expect(plan["figures.publish"]?.sources == ["shown"])
  }
}
