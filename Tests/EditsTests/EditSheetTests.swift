import Diagnostics
import Edits
import Foundation
import StageKit
import StageTestKit
import Testing

/// Sheets of edits, as people read them.
@Suite struct EditSheetTests {
  private static let head = "title: { vi: Hộ, en: Households }\nremedy: { vi: xem lại, en: look }\nrules:\n"
  private func sheet(_ rules: String, head: String = head) throws -> EditSheet {
    try EditSheet.load("a/ho.yaml", namedAt: nil, .memory(["a/ho.yaml": head + rules]))
  }
  private static let words =
    "message: { vi: sai, en: it is wrong }, legal: { vi: Luật, en: Law }"

  @Test func `an edit has its words, its condition, its basis and what to do`() throws {
    let sheet = try sheet(
      """
        - id: E7-loai
          when: area IN ('urban', 'rural')
          check: >-
            a = 1
            AND b = 2
          also: [X8]
          message: { vi: loại hộ sai, en: the class is wrong }
          legal: { vi: "Nghị định", en: Decree }
        - { id: W-xa, severity: warning, outlier: { method: ratio, measures: [a, b] }, about: { vi: không xa, en: not far },
            message: { vi: xa, en: far }, legal: { vi: Thống kê, en: Statistics }, remedy: { vi: hỏi, en: ask } }
      """)
    #expect(sheet.name == "ho" && sheet.title == Phrase(vi: "Hộ", en: "Households"))
    let (one, two) = (sheet.edits[0], sheet.edits[1])
    #expect(one.isError && one.covers == ["E7", "X8"])
    #expect(["E7-loai", "E7", "X8"].allSatisfy(one.answers) && !one.answers(to: "E"))
    #expect(
      one.conditions.map { "\($0.name): \($0.text)" } == [
        "when: area IN ('urban', 'rural')", "check: a = 1 AND b = 2",
      ])
    #expect(one.says.vi == "loại hộ sai" && one.legal.en == "Decree" && one.remedy.en == "look")
    #expect(one.range.file == "a/ho.yaml" && one.range.start.line == 4)
    #expect(!two.isError && two.severity.en == "to be looked at" && two.remedy.vi == "hỏi")
    // What it asks for is said before what is told.
    #expect(two.says.en == "not far")
    #expect(two.conditions.map(\.text) == ["{ method: ratio, measures: [a, b] }"])
  }

  @Test(arguments: [
    ("  - { id: A, check: a, message: { vi: sai }, legal: { vi: L, en: L } }", "'A' lacks 'about, message'"),
    ("  - { id: A, check: a, message: sai, legal: { vi: L, en: L } }", "'A' lacks 'about, message'"),
    ("  - { id: A, check: a, message: { vi: sai, en: wrong } }", "'A' lacks 'legal'"),
    ("  - { id: A, check: a, message: { vi: sai, en: wrong }, legal: Luật }", "'A' lacks 'legal'"),
    ("  - { id: A, check: a, message: { vi: sai, en: wrong }, legal: { vi: L, en: \"\" } }", "lacks 'legal'"),
    ("  - { id: A, check: a, remedy: { en: ask }, \(words) }", "'A' lacks 'remedy'"),
    ("  - { id: A, \(words) }", "'A' lacks 'check'"), ("  - { check: a, \(words) }", "lacks 'id'"),
    ("  []", "the sheet 'ho' lacks 'rules'"),
  ]) func `what people would miss is told, with its place and what to do`(_ rule: String, _ part: String)
    throws
  {
    let error = #expect(throws: Diagnostics.self) { try sheet(rule) }
    let problem = try #require(error?.all.first)
    #expect(problem.code == "edits.incomplete")
    #expect(problem.message.en.contains(part), "\(problem.message.en)")
    #expect(problem.hint?.en.contains("both languages") ?? false)
    #expect(problem.range?.start.line ?? 0 >= 1)
  }
  @Test func `a name of a personal column has words on public pages`() throws {
    let head = "names: { ma: { vi: mã hộ, en: id } }\n" + Self.head
    let sheet = try sheet(
      "  - { id: A, check: ma = 'x' AND mau > 0, unique: [ma], \(Self.words) }", head: head)
    let conditions = sheet.edits[0].conditions
    #expect(conditions[0].text == "ma = 'x' AND mau > 0")
    #expect(conditions.map { sheet.publicText(of: $0, .vi) } == ["‹mã hộ› = 'x' AND mau > 0", "[‹mã hộ›]"])
    #expect(sheet.publicText(of: conditions[1], .en) == "[‹id›]")
  }
  @Test func `a sheet says what it is about`() throws {
    let error = #expect(throws: Diagnostics.self) {
      try sheet("rules:\n  - { id: A, check: a, \(Self.words) }", head: "")
    }
    #expect(
      error?.all.map(\.message.vi) == ["bộ quy tắc 'ho' thiếu 'title'", "bộ quy tắc 'ho' thiếu 'remedy'"])
  }
  @Test func `everything wrong is told at once, and two of one id too`() throws {
    let error = #expect(throws: Diagnostics.self) {
      try sheet(
        "  - { id: A, check: a, \(Self.words) }\n  - { id: A, check: b, \(Self.words) }\n  - { id: B, check: b }"
      )
    }
    #expect(error?.all.map(\.code) == ["edits.duplicate", "edits.incomplete", "edits.incomplete"])
  }
  @Test func `a folder gives its sheets by name`() throws {
    let text = Self.head + "  - { id: A, check: a, \(Self.words) }\n"
    let files = ProjectFiles.memory(["r/b.yaml": text, "r/a.yaml": text, "r/README.md": "x"])
    #expect(try EditSheet.all(in: "r", files).map(\.name) == ["a", "b"])
    let broken = ProjectFiles.memory(["r/b.yaml": text, "r/a.yaml": Self.head + "  []\n"])
    #expect(throws: Diagnostics.self) { try EditSheet.all(in: "r", broken) }
  }
  @Test func `the sheets that come along are whole, and no id is of two of them`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "pipelines/rules")
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files["rules/\(name)"] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    let edits = try EditSheet.all(in: "rules", .memory(files)).flatMap(\.edits)
    #expect(edits.count > 80)
    #expect(Set(edits.map(\.id)).count == edits.count)
    for edit in edits {
      #expect(edit.says.vi != edit.says.en && edit.legal.vi != edit.legal.en, "\(edit.id)")
      for text in [edit.says.vi, edit.legal.vi, edit.remedy.vi] {
        #expect(text == text.precomposedStringWithCanonicalMapping, "\(edit.id)")
      }
    }
  }
}
