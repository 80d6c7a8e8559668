import Diagnostics
import Foundation
import Testing

/// The words of every code of `rows.validate`: both languages, the id before, the legal basis and the remedy behind.
@Suite struct RowWordTests {
  /// A code, a rule, and rows of `t`, `n`, `u`, `d`, `w` of which the last breaks it.
  static let cases: [(code: String, rule: String, rows: String)] = [
    ("required", "column: t, required: true", ";1;;;"), ("range", "column: n, range: 1..9", ";10;;;"),
    ("values", "column: t, values: [khô]", "ướt;;;;"),
    ("pattern", "column: t, pattern: \"[0-9]\"", "ướt;;;;"),
    ("check", "check: n < 3", ";3;;;"), ("overflow", "check: n + 1 > 0", ";9223372036854775807;;;"),
    ("unit-slip", "column: n, unit_slip: { factor: 10, range: 5..9 }", ";70;;;"),
    ("unique", "unique: [t]", "x;1;;;\nx;2;;;"),
    ("reference", "columns: [t], references: { table: k, columns: [k] }", "x;;;;"),
    ("unit", "column: u, unit: commune", ";;99999;;"),
    ("area", "column: u, unit: commune, area: w", ";;08102;;rural"),
    ("lost-zero", "column: t, pattern: \"0[0-9]\"", "7;;;;"),
    ("idle-rule", "column: t, pattern: x", ";;;;"),
  ]
  private func messages(_ rule: String, _ rows: String) async throws
    -> [Phrase]
  {
    var trial = Trial(
      "t: text, n: int, u: text, d: date, w: text", rows + "\n", "- { id: Q7.a-b_c, \(rule) }")
    trial.tables = [("k", "k: text", "z\n")]
    (trial.head, trial.files) = (
      "defaults: { units: u, reference_date: 2024-12-31 }", SideTableTests.register
    )
    return try await trial.run().messages
  }
  private func codes(_ rule: String, _ rows: String) async throws -> [String] {
    var trial = Trial("t: text, n: int, u: text, d: date, w: text", rows + "\n", "- { id: R, \(rule) }")
    trial.tables = [("k", "k: text", "z\n")]
    (trial.head, trial.files) = (
      "defaults: { units: u, reference_date: 2024-12-31 }", SideTableTests.register
    )
    return try await trial.run().codes.compactMap {
      $0.split(separator: " ").dropFirst().first.map(String.init)
    }
  }

  @Test(arguments: cases.indices) func `a code has words of its own in each language`(_ index: Int)
    async throws
  {
    let row = Self.cases[index]
    let found = try await codes(row.rule, row.rows)
    #expect(Set(found) == [row.code])
    for words in try await messages(row.rule, row.rows) {
      #expect(words.vi.contains("Q7.a-b_c") && words.en.contains("Q7.a-b_c"))
      #expect(words.vi != words.en)
      #expect(words.vi.unicodeScalars.contains { $0.value > 0x7F } && !words.en.contains("không"))
      #expect(Array(words.vi.precomposedStringWithCanonicalMapping.utf8) == Array(words.vi.utf8))
    }
  }
  @Test(arguments: cases.indices) func `a legal basis stands behind, in the language of the reader`(
    _ index: Int
  )
    async throws
  {
    let row = Self.cases[index]
    guard row.code != "idle-rule" else { return }
    let found = try await messages(
      row.rule + ", legal: { vi: Nghị định mẫu, en: Sample decree }", row.rows)
    #expect(!found.isEmpty)
    for words in found {
      #expect(words.vi.hasSuffix(" [căn cứ: Nghị định mẫu]"), "\(words.vi)")
      #expect(words.en.hasSuffix(" [legal basis: Sample decree]"), "\(words.en)")
    }
  }
  @Test(arguments: ["required", "range", "values", "pattern", "check", "unique", "reference", "unit", "area"])
  func `words of a rule's own stand in place of the program's, and its remedy after them`(_ code: String)
    async throws
  {
    let row = try #require(Self.cases.first { $0.code == code })
    let more = ", message: { vi: câu riêng, en: own words }, remedy: { vi: xin xem lại, en: please look }"
    let (plain, own) = (try await messages(row.rule, row.rows), try await messages(row.rule + more, row.rows))
    #expect(plain.count == own.count && !own.isEmpty)
    for words in own {
      #expect(words.vi.hasPrefix("Q7.a-b_c: câu riêng") && words.vi.hasSuffix("; xin xem lại"), "\(words.vi)")
      #expect(words.en.hasPrefix("Q7.a-b_c: own words") && words.en.hasSuffix("; please look"), "\(words.en)")
    }
  }
  @Test func `what a sheet says to do is said of each of its rules that says nothing itself`() async throws {
    var trial = Trial("a: int", "5\n", "")
    trial.rules = "[r.yaml]"
    trial.files["r.yaml"] = """
      title: { vi: Bộ mẫu, en: Sample sheet }
      remedy: { vi: hỏi xã, en: ask the commune }
      names: { a: { vi: số, en: number } }
      rules:
        - { id: A, column: a, range: 1..2, message: { vi: sai, en: wrong }, about: { vi: từ 1 đến 2, en: 1 to 2 }, also: [X1] }
        - { id: B, column: a, range: 1..2, message: { vi: sai, en: wrong }, remedy: { vi: hỏi huyện, en: ask the district } }

      """
    let found = try await trial.run()
    #expect(found.messages.map(\.vi) == ["A: sai (a = 5); hỏi xã", "B: sai (a = 5); hỏi huyện"])
    #expect(
      found.messages.map(\.en) == [
        "A: wrong (a = 5); ask the commune", "B: wrong (a = 5); ask the district",
      ])
  }
  @Test func `words of one language are told to readers of both`() async throws {
    let found = try await messages("column: n, range: 1..9, message: chỉ tiếng Việt", ";10;;;")
    #expect(found.map(\.vi) == ["Q7.a-b_c: chỉ tiếng Việt (n = 10)"] && found[0].vi == found[0].en)
  }
}
