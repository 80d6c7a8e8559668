import Foundation
import StageTestKit
import Testing

@testable import Diagnostics

/// Texts from files that would confuse a terminal or a program that reads the report.
@Suite struct HostileTextTests {
  static let hostile = [
    "\u{1B}[2J", "a\nb: error: c [d]", "a\r\nb", "\u{202E}đảo", "\u{2066}x\u{2069}", "\u{0}",
    "\u{7F}", "\u{9B}31m",
    "\u{2028}", "\u{85}", "\"\\", "\u{FEFF}", "e\u{302}\u{301}", "\u{5D0}\u{5B8}", "👨‍👩‍👧",
    "\u{10FFFF}", "\t", "%s", "{}",
  ]
  private struct Note: Decodable, Equatable {
    struct Phrase: Decodable, Equatable { var vi: String, en: String }
    struct Place: Decodable, Equatable { var line: Int, column: Int, offset: Int }
    var message: Phrase, file: String, start: Place, end: Place
  }
  private struct Line: Decodable {
    var severity: String, code: String, message: Note.Phrase, file: String?, start: Note.Place?,
      end: Note.Place?
    var hint: Note.Phrase?, notes: [Note]
  }

  @Test(arguments: hostile) func `a program reads back exactly what is told`(_ text: String) throws {
    let place = SourceRange(
      file: text, start: SourcePosition(line: 2, column: 3, offset: 9),
      end: SourcePosition(line: 4, column: 1, offset: 20))
    let one = Diagnostic(
      "a.b", Phrase(vi: text, en: text + "!"), at: place, hint: Phrase(same: text),
      notes: [Diagnostic.Note(Phrase(same: text), at: place)], severity: .finding)
    let json = renderer(nil).json(one)
    #expect(!json.unicodeScalars.contains { $0.commandsTerminal }, "nor does a terminal obey it")
    let line = try JSONDecoder().decode(Line.self, from: Data(json.utf8))
    let scalars = { (text: String?) in text.map { Array($0.unicodeScalars) } }
    #expect(line.severity == "finding" && line.code == "a.b")
    for found in [
      line.message.vi, line.file, line.hint?.vi, line.hint?.en, line.notes[0].message.en,
      line.notes[0].file,
    ] {
      #expect(scalars(found) == scalars(text))
    }
    #expect(scalars(line.message.en) == scalars(text + "!"))
    #expect(
      line.start == Note.Place(line: 2, column: 3, offset: 9) && line.notes[0].start == line.start)
    #expect(line.end == Note.Place(line: 4, column: 1, offset: 20))
  }
  @Test(arguments: hostile) func `people see one line each, and no terminal obeys it`(
    _ text: String
  ) {
    let place = range(text, 1, 1)
    let one = Diagnostic(
      "a.b", Phrase(same: text), at: place, hint: Phrase(same: text),
      notes: [Diagnostic.Note(Phrase(same: text), at: place)])
    for language in Language.allCases {
      let shown = renderer(Array("x: \(text)\n".utf8), language).text(one)
      #expect(
        !shown.unicodeScalars.contains { $0.commandsTerminal && $0 != "\n" },
        "\(shown.debugDescription)")
      // The message, the note and the hint, and two lines for each place.
      #expect(
        shown.split(separator: "\n", omittingEmptySubsequences: false).count <= 8,
        "\(shown.debugDescription)")
    }
  }
  @Test(arguments: 0..<6) func `random diagnostics are a line of JSON each`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    var all = Diagnostics()
    for line in 1...60 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.next(below: 12) {
        if let scalar = Unicode.Scalar(
          UInt32(random.next(below: [0x40, 0x300, 0x1_0000, 0x11_0000][random.next(below: 4)])))
        {
          text.append(scalar)
        }
      }
      all.add(sample(range("f", line, 1), hint: Phrase(same: String(text))))
    }
    let json = renderer(nil).jsonLines(all)
    let lines = json.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 61 && lines.last == "")
    for (line, one) in zip(lines, all.sorted().all) {
      let found = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      #expect(
        found.hint.map { Array($0.vi.unicodeScalars) }
          == one.hint.map { Array($0.vi.unicodeScalars) })
      #expect(found.start?.line == one.range?.start.line)
    }
  }
  @Test(arguments: [0, 1, 19, 20, 21, 50, Int.max, -1, Int.min])
  func `a line is shown in any width`(_ width: Int) {
    for text in [
      "⟦x⟧", String(repeating: "ộ", count: 300) + "⟦漢字⟧" + String(repeating: "y", count: 300),
    ] {
      let marked = Marked(text)
      let shown = renderer(marked.bytes, .en, width: width).text(sample(marked.range)).split(
        separator: "\n")
      #expect(shown.count == 3 && shown[2].contains("^"))
      let columns = shown[1].unicodeScalars.reduce(0) { $0 + $1.displayWidth }
      // The margin takes some columns too.
      if text.count > 300, width < 100 {
        #expect(columns <= max(width, 20) + 8, "\(columns) of \(width)")
      }
    }
  }
  @Test(arguments: 0..<6) func `carets stand under what is meant`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 40)
    let signs = ["a", "ộ", "e\u{302}\u{301}", "漢", "😀", " ", "-"]
    for _ in 0..<100 {
      func text() -> String {
        (0..<1 + random.next(below: 5)).map { _ in random.one(signs) }.joined()
      }
      let (before, meant) = (text(), "x" + text() + "x")
      let marked = Marked(before + "⟦\(meant)⟧" + text())
      let shown = renderer(marked.bytes, .en).text(sample(marked.range)).split(separator: "\n")
      let (source, carets) = (try #require(shown.dropFirst().first), try #require(shown.last))
      let start = carets.prefix { $0 != "^" }.count
      let count = carets.drop { $0 != "^" }.prefix { $0 == "^" }.count
      func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + $1.displayWidth }
      }
      let place = try #require(source.range(of: meant))
      #expect(width(source[..<place.lowerBound]) == start, "\(shown)")
      #expect(width(meant) == count, "\(shown)")
    }
  }
}
