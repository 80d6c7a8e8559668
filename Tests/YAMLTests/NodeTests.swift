import Diagnostics
import Testing
import YAML

struct `Values of YAML` {
  @Test(arguments: [
    ("", "{}"), ("# only a comment\n", "{}"), ("---\n", "{}"), ("---\n...\n", "{}"), ("\u{FEFF}", "{}"),
    ("''", "\"\""), ("01", "01"), ("a: yes", "{a: yes}"), ("a: 0x1F\nb: ~\nc:", "{a: 0x1F, b: ~, c: }"),
    ("- '1'\n- 1\n- \"\\u0103\"", "[\"1\", 1, \"ă\"]"), ("{a: [1, {b: c}]}", "{a: [1, {b: c}]}"),
    ("a: |\n  x\n  y\n", "{a: \"x\ny\n\"}"), ("\u{FEFF}a: 1", "{a: 1}"), ("a: 1\r\nb: 2\r\n", "{a: 1, b: 2}"),
    ("a: &x [1]\nb: *x", "{a: [1], b: [1]}"), ("a: &x 1\nb: &x 2\nc: *x", "{a: 1, b: 2, c: 2}"),
    ("'<<': 1", "{\"<<\": 1}"), ("tên: Cà Mau", "{tên: Cà Mau}"),
  ])
  func `scalars stay text`(_ text: String, _ expected: String) throws {
    #expect(try parseYAML(text, file: "f").flow == expected)
  }

  @Test func `every value has its place, in Unicode scalars`() throws {
    let text = "tỉnh: Cà Mau\nsố: [1,  'hai']\nlist:\n  - a: b\n\n  # after\nend: x\n"
    let places = Places(text)
    let root = try parseYAML(text, file: "f")
    #expect(places.text(root.range) == "tỉnh: Cà Mau\nsố: [1,  'hai']\nlist:\n  - a: b\n\n  # after\nend: x")
    #expect(root["tỉnh"].map { places.text($0.range) } == "Cà Mau")
    #expect(root["số"].map { places.text($0.range) } == "[1,  'hai']")
    #expect(root["số"]?.items?.map { places.text($0.range) } == ["1", "'hai'"])
    #expect(root["list"].map { places.text($0.range) } == "- a: b")
    #expect(root["end"]?.range.start == SourcePosition(line: 7, column: 6, offset: 60))
  }

  @Test func `a byte order mark counts as a scalar of the file but not as a column`() throws {
    let root = try parseYAML("\u{FEFF}a: b", file: "f")
    #expect(root["a"]?.range.start == SourcePosition(line: 1, column: 4, offset: 4))
  }

  @Test func `an alias knows where its anchor is and where it stands`() throws {
    let root = try parseYAML("a: &x {k: v}\nb: *x\n", file: "f")
    let b = try #require(root["b"])
    #expect(b.range.start == SourcePosition(line: 1, column: 4, offset: 3))
    #expect(b.alias?.start == SourcePosition(line: 2, column: 4, offset: 16))
    #expect(b.alias?.end == SourcePosition(line: 2, column: 6, offset: 18))
    #expect(root["a"]?.alias == nil)
    #expect(b["k"]?.scalar == "v")
  }
}
