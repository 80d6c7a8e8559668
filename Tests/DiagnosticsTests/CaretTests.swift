import Diagnostics
import Testing

struct `Carets` {
  /// Marked text, and the two lines shown.
  @Test(arguments: [
    ("a: ⟦tên⟧ x", "1 | a: tên x", "  |    ^^^"),
    ("⟦a⟧: 1", "1 | a: 1", "  | ^"),
    ("a: ⟦⟧", "1 | a:", "  |    ^"),
    ("a: 1⟦⟧\nb: 2", "1 | a: 1", "  |     ^"),
    ("x: 1\nb: ⟦2⟧\r\n", "2 | b: 2", "  |    ^"),
    ("x: 1\r\nb: ⟦2⟧\r\nc: 3", "2 | b: 2", "  |    ^"),
    ("\ta: ⟦1⟧", "1 |     a: 1", "  |        ^"),
    ("ab\t⟦c⟧", "1 | ab  c", "  |     ^"),
    ("⟦\t⟧c", "1 |     c", "  | ^^^^"),
    ("te\u{302}\u{301}: ⟦e\u{302}\u{301}⟧ x", "1 | te\u{302}\u{301}: e\u{302}\u{301} x", "  |     ^"),
    ("漢字: ⟦漢⟧", "1 | 漢字: 漢", "  |       ^^"),
    ("😀 ⟦b⟧", "1 | 😀 b", "  |    ^"),
    ("a\u{1B}[31m⟦b⟧", "1 | a␛[31mb", "  |       ^"),
    ("a\u{202E}⟦b⟧", "1 | a\u{FFFD}b", "  |   ^"),
    ("a: ⟦[1,\n 2,\n 3]⟧\n", "1 | a: [1,", "  |    ^^^ … đến dòng 3"),
    ("a: ⟦|\n  x\n⟧b: 1\n", "1 | a: |", "  |    ^ … đến dòng 2"),
    ("a: ⟦1\n⟧b: 1\n", "1 | a: 1", "  |    ^"),
  ])
  func `stand under what is meant`(_ text: String, _ line: String, _ carets: String) {
    let marked = Marked(text)
    let place = "p.yaml:\(marked.range.start.line):\(marked.range.start.column)"
    #expect(
      renderer(marked.bytes).text(sample(marked.range))
        == "\(place): lỗi: sai ở đây [test.code]\n \(line)\n \(carets)\n")
  }

  @Test(arguments: [
    (
      String(repeating: "x", count: 30) + "⟦here⟧" + String(repeating: "y", count: 30),
      "1 | …xxxxxxhereyyyyyyyyyy…", "  |        ^^^^"
    ),
    ("⟦here⟧" + String(repeating: "y", count: 30), "1 | hereyyyyyyyyyyyyyyyy…", "  | ^^^^"),
    (String(repeating: "x", count: 30) + "⟦here⟧", "1 | …xxxxxxhere", "  |        ^^^^"),
    (
      String(repeating: "x", count: 10) + "⟦" + String(repeating: "h", count: 40) + "⟧",
      "1 | …xxxxxxhhhhhhhhhhhhhh…", "  |        ^^^^^^^^^^^^^^"
    ),
    (String(repeating: "漢", count: 30) + "⟦字⟧", "1 | …漢漢漢字", "  |        ^^"),
  ])
  func `long lines are cut to a window`(_ text: String, _ line: String, _ carets: String) {
    let marked = Marked(text)
    let shown = renderer(marked.bytes, width: 20).text(sample(marked.range)).split(separator: "\n")
      .dropFirst()
    #expect(Array(shown) == [" \(line)", " \(carets)"].map { Substring($0) })
  }

  @Test func `a line of two million characters is shown in a window`() {
    let marked = Marked(String(repeating: "x", count: 2_000_000) + "⟦here⟧")
    let lines = renderer(marked.bytes).text(sample(marked.range)).split(separator: "\n")
    #expect(lines[1].count < 110)
    #expect(lines[1].hasSuffix("xhere"))
  }

  @Test func `line numbers of all places share a margin`() {
    let text = (1...12).map { "k\($0): v" }.joined(separator: "\n")
    let note = Diagnostic.Note(
      Phrase(vi: "lần đầu ở đây", en: "first set here"), at: range("p.yaml", 2, 1, length: 2))
    let hint = Phrase(vi: "xóa một", en: "remove one")
    let diagnostic = sample(range("p.yaml", 12, 1, length: 3), hint: hint, notes: [note])
    #expect(
      renderer(Array(text.utf8), .en).text(diagnostic) == """
        p.yaml:12:1: error: wrong here [test.code]
         12 | k12: v
            | ^^^
        p.yaml:2:1: note: first set here
          2 | k2: v
            | ^^
        hint: remove one

        """)
  }

  @Test func `a place outside the file or without a file shows no line`() {
    #expect(renderer(Array("a".utf8)).text(sample(range("f", 9, 1))) == "f:9:1: lỗi: sai ở đây [test.code]\n")
    #expect(renderer(nil).text(sample(range("f", 1, 1))) == "f:1:1: lỗi: sai ở đây [test.code]\n")
    #expect(renderer(nil, .en).text(sample(nil)) == "error: wrong here [test.code]\n")
    #expect(
      renderer(Array("ab".utf8)).text(sample(range("f", 1, 90)))
        == "f:1:90: lỗi: sai ở đây [test.code]\n 1 | ab\n   |   ^\n")
  }

  @Test func `a byte order mark and wrong bytes do not move the caret`() {
    #expect(
      renderer([0xEF, 0xBB, 0xBF] + Array("ab".utf8)).text(sample(range("f", 1, 2)))
        == "f:1:2: lỗi: sai ở đây [test.code]\n 1 | ab\n   |  ^\n")
    #expect(
      renderer([0x61, 0xE9, 0x62]).text(sample(range("f", 1, 2)))
        == "f:1:2: lỗi: sai ở đây [test.code]\n 1 | a\u{FFFD}b\n   |  ^\n")
  }

  @Test func `words with line breaks and controls stay on one line`() {
    let odd = Diagnostic("a.b", Phrase(same: "x\ny\u{1B}[0m\t\r"), at: nil, hint: Phrase(same: "p\u{202E}q"))
    #expect(renderer(nil, .en).text(odd) == "error: x\\ny\\u{1b}[0m\\t\\r [a.b]\nhint: p\\u{202e}q\n")
  }

  @Test func `random places in random texts never crash`() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2000 {
      let bytes = (0..<next(80)).map { _ in UInt8(next(256)) }
      let start = SourcePosition(line: next(5), column: next(90))
      let end = SourcePosition(line: next(5), column: next(90))
      let place = SourceRange(file: "f", start: start, end: end)
      let text = renderer(bytes, .en, width: 20).text(sample(place))
      #expect(text.hasPrefix("f:\(start.line):\(start.column): error: wrong here [test.code]\n"))
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }
  }
}
