import Diagnostics
import Edits
import Foundation
import StageKit
import StageTestKit
import Testing

/// What an edit answers to, how its parts are shown on public pages, and sheets that cannot be read.
@Suite struct EditWordTests {
  private static let head = "title: { vi: Hộ, en: Households }\nremedy: { vi: xem lại, en: look }\nrules:\n"
  private static let words = "message: { vi: sai, en: it is wrong }, legal: { vi: Luật, en: Law }"
  private func sheet(_ rules: String, head: String = head) throws -> EditSheet {
    try EditSheet.load("a/ho.yaml", namedAt: nil, .memory(["a/ho.yaml": head + rules]))
  }

  @Test(
    arguments: [
      ("E7-theo-diem", "", ["E7-theo-diem", "E7"], ["E", "E70", "theo-diem", "e7", ""]),
      ("X1-ho-ngheo", ", also: [T8]", ["X1-ho-ngheo", "X1", "T8"], ["X8", "T", "X1-ho"]),
      ("F4-a", ", also: [X6, X11]", ["F4", "X6", "X11"], ["X1", "X"]),
    ] as [(String, String, [String], [String])])
  func `an edit answers to its id, its number and those it carries out`(
    _ id: String, _ also: String, _ yes: [String], _ no: [String]
  ) throws {
    let edit = try #require(try sheet("  - { id: \(id), check: a\(also), \(Self.words) }").edits.first)
    for name in yes { #expect(edit.answers(to: name), "\(name)") }
    for name in no { #expect(!edit.answers(to: name), "\(name)") }
    #expect(edit.id == id)
  }
  @Test(arguments: ["error", "warning"]) func `what breaks an edit is wrong, or to be looked at`(
    _ severity: String
  ) throws {
    let edit = try #require(
      try sheet("  - { id: A-1, severity: \(severity), check: a, \(Self.words) }").edits.first)
    #expect(edit.isError == (severity == "error"))
    #expect(
      edit.severity
        == (severity == "error"
          ? Phrase(vi: "sai", en: "wrong") : Phrase(vi: "cần xem lại", en: "to be looked at")))
    let plain = try #require(try sheet("  - { id: A-1, check: a, \(Self.words) }").edits.first)
    #expect(plain.isError)
  }
  @Test(arguments: [
    "check: a > 1", "column: a, range: 1..30", "unique: [a, b]", "column: a, pattern: '[0-9]{12}'",
    "column: a, values: [urban, rural]", "columns: [a], references: { table: xa, columns: [ma] }",
    "parts: { measures: [poor], from: commune, to: [province] }", "rate: { rate: r, part: a, whole: b }",
    "column: a, unit: commune, on: d, area: k", "column: a, unit_slip: { factor: 1000, range: 50..50000 }",
    "column: a, required: true",
  ]) func `the parts of an edit are those that are written, in their order, and no words`(_ parts: String)
    throws
  {
    let edit = try #require(try sheet("  - { id: A-1, \(parts), \(Self.words) }").edits.first)
    var place = parts.startIndex
    for condition in edit.conditions {
      let range = try #require(
        parts.range(of: "\(condition.name):", range: place..<parts.endIndex), "\(condition.name)")
      place = range.upperBound
      #expect(!condition.text.isEmpty && !condition.text.contains("\n"))
    }
    #expect(!edit.conditions.isEmpty)
    #expect(
      !edit.conditions.contains {
        ["message", "legal", "id", "about", "remedy", "also", "severity"].contains($0.name)
      })
  }
  /// No name of a personal column is on a public page, whatever stands around it.
  @Test(arguments: ["ma", "ten", "cccd_1", "_x", "họ_tên", "Đ1"])
  func `a personal name is written in words wherever it stands`(
    _ name: String
  ) throws {
    let head = "names: { \(name): { vi: từ riêng, en: own word } }\n" + Self.head
    for text in [
      "\(name) = 1", "1 = \(name)", "length(\(name)) > 2 AND NOT(\(name) IS NULL)", "\(name)+\(name)",
      "(\(name))",
    ] {
      let sheet = try sheet("  - { id: A-1, check: \"\(text)\", \(Self.words) }", head: head)
      for (language, word) in [(Language.vi, "từ riêng"), (Language.en, "own word")] {
        let shown = sheet.publicText(of: sheet.edits[0].conditions[0], language)
        #expect(
          !shown.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains(Substring(name)), "\(shown)")
        #expect(shown.replacing("‹\(word)›", with: name) == text)
      }
    }
    // Names that only contain it are others.
    for text in ["\(name)x = 1", "x\(name) = 1", "\(name)1 > 0"] {
      let sheet = try sheet("  - { id: A-1, check: \"\(text)\", \(Self.words) }", head: head)
      #expect(sheet.publicText(of: sheet.edits[0].conditions[0], .vi) == text)
    }
  }
  @Test(
    arguments: [
      ("\"họ tên\" IS NULL OR ma = 1", "‹từ riêng› IS NULL OR ma = 1"),
      ("length(\"họ tên\")", "length(‹từ riêng›)"), ("\"họ\" = 1", "\"họ\" = 1"), ("\"họ tên", "\"họ tên"),
      ("\"ho\u{323} te\u{302}n\" = 'x'", "‹từ riêng› = 'x'"), ("\"a\" = \"họ tên\"", "\"a\" = ‹từ riêng›"),
    ]) func `a personal name in quotes is written in words, too`(_ text: String, _ wanted: String) throws
  {
    let head = "names: { họ tên: { vi: từ riêng, en: own word } }\n" + Self.head
    let quoted = text.replacing("\"", with: "\\\"")
    let sheet = try sheet("  - { id: A-1, check: \"\(quoted)\", \(Self.words) }", head: head)
    #expect(sheet.publicText(of: sheet.edits[0].conditions[0], .vi) == wanted)
  }
  @Test(arguments: [
    "", "[]\n", "rules: {}\n", "rules: 5\n", "rules: [5]\n", "a: {\n", "- a\n", head + "  - x\n",
    head + "  - { id: [A] }\n",
  ])
  func `what is no sheet is refused in both languages, and never traps`(_ text: String) {
    let error = #expect(throws: Diagnostics.self) {
      _ = try EditSheet.load("a/ho.yaml", namedAt: nil, .memory(["a/ho.yaml": text]))
    }
    #expect(error?.all.isEmpty == false)
    for one in error?.all ?? [] { #expect(one.message.vi != one.message.en) }
  }
  @Test func `a sheet that is not there is refused, and so is a folder with a broken one`() throws {
    let error = #expect(throws: Diagnostics.self) {
      _ = try EditSheet.load("a/none.yaml", namedAt: nil, .memory([:]))
    }
    #expect(error?.all.count == 1 && error?.all.first?.message.vi != error?.all.first?.message.en)
    #expect(try EditSheet.all(in: "r", .memory(["r/README.md": "x"])).isEmpty)
  }
  @Test func `one file of a folder that is broken hides no other that is`() {
    let files = ProjectFiles.memory([
      "r/a.yaml": Self.head + "  - { id: A-1 }\n", "r/b.yaml": Self.head + "  - { id: B-1 }\n",
    ])
    let error = #expect(throws: Diagnostics.self) { _ = try EditSheet.all(in: "r", files) }
    #expect(Set(error?.all.compactMap { $0.range?.file } ?? []) == ["r/a.yaml", "r/b.yaml"])
  }
  @Test func `every code is explained in both languages`() {
    #expect(!editsExplanations.isEmpty)
    for one in editsExplanations {
      for text in [one.meaning, one.remedy] { #expect(!text.vi.isEmpty && text.vi != text.en) }
    }
  }
}
