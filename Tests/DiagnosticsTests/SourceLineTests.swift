import Testing

@testable import Diagnostics

struct `Lines of a source` {
  private func lines(_ bytes: [UInt8]) -> [String] {
    let lines = SourceLines(bytes)
    return (1...lines.count).map { number in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: lines.scalars(ofLine: number) ?? [])
      return String(text)
    }
  }

  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b", ""]),
    ("a\rb", ["a", "b"]), ("\n\n", ["", "", ""]), ("\r\r\n\n", ["", "", "", ""]), ("a\u{85}b", ["a", "b"]),
    ("a\u{2028}b\u{2029}c", ["a", "b", "c"]), ("\u{FEFF}a\nb", ["a", "b"]), ("a\u{2027}b", ["a\u{2027}b"]),
    ("tỉnh\nhuyện", ["tỉnh", "huyện"]), ("\u{C4}\n", ["\u{C4}", ""]),
  ])
  func `end where YAML ends them`(_ text: String, _ expected: [String]) {
    #expect(lines(Array(text.utf8)) == expected)
  }
  @Test func `are cut inside wrong UTF-8 without a crash`() {
    #expect(lines([0xC2]) == ["\u{FFFD}"])
    #expect(lines([0xE2, 0x80]) == ["\u{FFFD}"])
    #expect(lines([0x61, 0xFF, 0x0A, 0x62]) == ["a\u{FFFD}", "b"])
  }
  @Test func `there is no line nought and none after the last`() {
    let lines = SourceLines(Array("a\nb".utf8))
    #expect(lines.scalars(ofLine: 0) == nil)
    #expect(lines.scalars(ofLine: -1) == nil)
    #expect(lines.scalars(ofLine: 2) == ["b"])
    #expect(lines.scalars(ofLine: 3) == nil)
  }

  @Test(
    arguments: [
      ("a", 1), ("ế", 1), ("\u{301}", 0), ("\u{323}", 0), ("\u{200D}", 0), ("漢", 2), ("あ", 2), ("한", 2),
      ("Ａ", 2), ("😀", 2), ("…", 1), ("đ", 1), ("₫", 1), ("\u{1100}", 2), ("\u{1161}", 0),
    ] as [(Unicode.Scalar, Int)])
  func `scalars take as many columns as a terminal gives them`(_ scalar: Unicode.Scalar, _ width: Int) {
    #expect(scalar.displayWidth == width)
  }
  @Test(
    arguments: [
      ("\u{0}", "␀"), ("\n", "␊"), ("\u{1B}", "␛"), ("\u{7F}", "␡"), ("\u{9B}", "\u{FFFD}"),
      ("\u{202E}", "\u{FFFD}"),
      ("\u{2066}", "\u{FFFD}"), ("a", "a"), ("ă", "ă"), ("\u{A0}", "\u{A0}"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func `what a terminal would obey is shown as a picture`(_ scalar: Unicode.Scalar, _ picture: Unicode.Scalar)
  {
    #expect(scalar.picture == picture)
  }
}

struct `Places in a source` {
  @Test func `are ordered as they stand in the file`() {
    let places = [(1, 1), (1, 2), (2, 1), (10, 1)].map { SourcePosition(line: $0.0, column: $0.1) }
    for (i, a) in places.enumerated() {
      for (j, b) in places.enumerated() { #expect((a < b) == (i < j)) }
    }
  }
  @Test func `the top of a file is an empty stretch`() {
    let top = SourceRange.top(of: "f")
    #expect(top.start == SourcePosition(line: 1, column: 1, offset: 0))
    #expect(top.end == top.start)
    #expect(top.file == "f")
  }
}
