import Diagnostics
import StageKit
import StageTestKit
import Testing
import Validate

/// Every mistake that rules of rows can have, by its code, with words in both languages.
@Suite struct RuleOptionTests {
  private func found(_ rules: String, from: String = "table: read", more: String = "") -> [Diagnostic] {
    let text = """
      pipeline: t
      \(more)
      steps:
        - { id: read, use: cells.read, with: { file: a.txt, columns: { n: int, t: text, x: decimal, d: date, b: bool, f: double } } }
        - { id: k, use: cells.read, with: { file: a.txt, columns: { k: text } } }
        - { use: rows.take, from: k, id: o, with: { file: o.txt } }
        - { use: rows.validate, id: valid, from: { \(from) }, with: { rules: \(rules) } }
        - { use: rows.take }

      """
    do {
      _ = try checkPipelineForTest(
        SideTableTests.register.merging(["a.txt": "", "t.yaml": text, "r.yaml": "rules: []\n"]) { $1 })
    } catch { return (error as? Diagnostics)?.all ?? [] }
    return []
  }

  @Test(
    arguments: [
      ("[]", "validate.no-rules"), ("r.yaml", "validate.no-rules"),
      ("[{ id: R, check: b }, { id: R, check: b }]", "validate.same-id"),
      ("[{ id: R }]", "validate.no-condition"), ("[{ id: R, when: b }]", "validate.no-condition"),
      ("[{ id: R, message: sai, legal: Luật }]", "validate.no-condition"),
      ("[{ id: R, column: n, required: false }]", "validate.no-condition"),
      ("[{ id: R, range: 1..2 }]", "validate.goes-with"), ("[{ id: R, values: [a] }]", "validate.goes-with"),
      ("[{ id: R, pattern: a }]", "validate.goes-with"),
      ("[{ id: R, required: true }]", "validate.goes-with"),
      ("[{ id: R, unit: commune, on: d }]", "validate.goes-with"),
      ("[{ id: R, unit_slip: { factor: 10, range: 1..2 } }]", "validate.goes-with"),
      ("[{ id: R, column: t, required: true, compare: name }]", "validate.goes-with"),
      ("[{ id: R, check: b, missing: same }]", "validate.goes-with"),
      ("[{ id: R, check: b, on: d }]", "validate.goes-with"),
      ("[{ id: R, column: t, unit: province, on: d, area: t }]", "validate.goes-with"),
      ("[{ id: R, column: t, unit: commune, on: d, area_on: d }]", "validate.goes-with"),
      ("[{ id: R, columns: [t], check: b }]", "validate.goes-with"),
      ("[{ id: R, references: { columns: [k] } }]", "validate.goes-with"),
      ("[{ id: R, unique: [] }]", "validate.empty-list"),
      ("[{ id: R, column: t, values: [] }]", "validate.empty-list"),
      ("[{ id: R, column: t, range: 1..2 }]", "validate.range-type"),
      ("[{ id: R, column: b, range: 1..2 }]", "validate.range-type"),
      ("[{ id: R, column: d, range: 1..2 }]", "validate.range-type"),
      ("[{ id: R, column: n, range: 2024-01-01.. }]", "validate.range-type"),
      ("[{ id: R, column: x, range: ..2024-01-01 }]", "validate.range-type"),
      ("[{ id: R, column: t, unit_slip: { factor: 10, range: 1..2 } }]", "validate.range-type"),
      ("[{ id: R, column: n, values: [a] }]", "validate.value-type"),
      ("[{ id: R, column: n, values: [1.5] }]", "validate.value-type"),
      ("[{ id: R, column: d, values: [2024-02-30] }]", "validate.value-type"),
      ("[{ id: R, column: b, values: [maybe] }]", "validate.value-type"),
      ("[{ id: R, column: n, values: [99999999999999999999] }]", "validate.value-type"),
      ("[{ id: R, column: t, unit: commune }]", "validate.no-date"),
      ("[{ id: R, columns: [t], references: { table: nobody, columns: [k] } }]", "validate.table"),
      ("[{ id: R, columns: [t], references: { columns: [k] } }]", "validate.table"),
    ]) func `a mistake has its code, its place and words in both languages`(
      _ rules: String, _ code: String
    )
  {
    let found = found(rules, more: "defaults: { units: u }")
    #expect(found.map(\.code.rawValue) == [code], "\(found.map { "\($0.code.rawValue) \($0.message.en)" })")
    for one in found {
      #expect(one.message.vi != one.message.en && one.range != nil)
      #expect(ValidateRows.explanations.contains { $0.code == code })
    }
  }
  @Test(
    arguments: [
      "[{ check: b }]", "[{ id: 'một hai', check: b }]", "[{ id: -R, check: b }]", "[{ id: R, chek: b }]",
      "[{ id: R, check: b, severity: fatal }]", "[{ id: R, column: t, values: [a], compare: close }]",
      "[{ id: R, column: n, range: 2..1 }]", "[{ id: R, column: n, range: a..b }]",
      "[{ id: R, column: n, range: 5 }]",
      "[{ id: R, column: n, range: 1..2..3 }]", "[{ id: R, column: t, unit: village, on: d }]",
      "[{ id: R, column: n, unit_slip: { factor: 0, range: 1..2 } }]",
      "[{ id: R, column: n, unit_slip: { factor: 10 } }]",
      "[{ id: R, column: t, pattern: '[' }]", "[{ id: R, check: 'n >' }]", "[{ id: R, check: '' }]",
      "[{ id: R, unique: n }]", "[{ id: R, columns: [t], references: k }]", "{ id: R }", "[5]",
      "[{ id: R, column: n, required: perhaps }]",
    ]) func `an option that cannot be read is told at its place in both languages`(_ rules: String)
  {
    let found = found(rules)
    #expect(!found.isEmpty)
    for one in found { #expect(one.message.vi != one.message.en && one.range?.file == "t.yaml") }
  }
  @Test(
    arguments: [
      ("[{ id: R, range: 1..2 }]", "add 'column', or leave 'range' out", "thêm 'column', hoặc bỏ 'range'"),
      ("[{ id: R, unique: [] }]", "one item at least in 'unique'", "ít nhất một mục vào 'unique'"),
      ("[{ id: R, column: t, values: [] }]", "or leave it out", "hoặc bỏ nó"),
      (
        "[{ id: R, columns: [n, t], references: { table: k, columns: [k] } }]",
        "as many columns on both sides", "hai bên số cột bằng nhau"
      ),
    ]) func `what goes with another and what is empty has its way out in both languages`(
      _ rules: String, _ english: String, _ vietnamese: String
    ) throws
  {
    let one = try #require(found(rules, from: "table: read, references: [k]").first)
    let hint = try #require(one.hint)
    #expect(hint.en.contains(english) && hint.vi.contains(vietnamese), "\(hint)")
    #expect(hint.en != hint.vi)
  }
  @Test(arguments: ["nn", "N", "n ", "tt"]) func `a column that is not there is told wherever it is named`(
    _ name: String
  ) {
    for rule in [
      "column: \"\(name)\", required: true", "unique: [n, \"\(name)\"]", "check: '\"\(name)\" IS NULL'",
      "when: '\"\(name)\" IS NULL', check: b",
      "columns: [\"\(name)\"], references: { table: k, columns: [k] }",
      "column: t, unit: commune, on: \"\(name)\"", "column: t, unit: commune, on: d, area: \"\(name)\"",
    ] {
      let found = found(
        "[{ id: R, \(rule) }]", from: "table: read, references: [k]", more: "defaults: { units: u }")
      #expect(
        found.count == 1 && found[0].message.en == "no column '\(name)'",
        "\(rule): \(found.map(\.message.en))")
      #expect(found.allSatisfy { $0.message.vi == "không có cột '\(name)'" })
    }
  }
}
