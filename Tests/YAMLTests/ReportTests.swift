import Diagnostics
import Testing
import YAML

/// Whole reports of files with mistakes, as a person sees them.
struct `Reports of YAML files` {
  private func report(_ text: String, _ language: Language) -> String {
    do throws(Diagnostics) {
      return try parseYAML(text, file: "p.yaml").flow
    } catch {
      return DiagnosticRenderer(language: language) { _ in Array(text.utf8) }.text(error)
    }
  }

  @Test func `a tab is shown where it stands`() {
    #expect(
      report("bước:\n\t- id: a\n", .vi)
        == """
        p.yaml:2:1: lỗi: có dấu Tab ở chỗ thụt đầu dòng [yaml.syntax]
         2 |     - id: a
           | ^
        gợi ý: thụt đầu dòng bằng dấu cách, không dùng phím Tab

        1 lỗi

        """)
  }

  @Test func `all mistakes of a file stand in one report`() {
    let text = """
      tỉnh: &t Cà Mau
      năm: !!int 2024
      tỉnh: Bạc Liêu
      <<: *t
      nguồn: *s
      """
    #expect(
      report(text, .vi) == """
        p.yaml:2:6: lỗi: không dùng được thẻ '!!int' [yaml.tag]
         2 | năm: !!int 2024
           |      ^^^^^
        gợi ý: xóa thẻ; kiểu của giá trị do tùy chọn quyết định

        p.yaml:3:1: lỗi: khóa 'tỉnh' được đặt hai lần [yaml.duplicate-key]
         3 | tỉnh: Bạc Liêu
           | ^^^^
        p.yaml:1:1: ghi chú: lần đầu ở đây
         1 | tỉnh: &t Cà Mau
           | ^^^^
        gợi ý: xóa một trong hai, hoặc đổi tên một khóa

        p.yaml:4:1: lỗi: không dùng được khóa gộp '<<' [yaml.merge-key]
         4 | <<: *t
           | ^^
        gợi ý: viết các mục ra đầy đủ, hoặc dùng bí danh (*tên) cho cả một giá trị

        p.yaml:5:8: lỗi: bí danh '*s' không có neo '&s' nào đứng trước [yaml.unknown-alias]
         5 | nguồn: *s
           |        ^^
        gợi ý: có phải ý bạn là 't'?

        4 lỗi

        """)
    #expect(report(text, .en).hasSuffix("hint: did you mean 't'?\n\n4 errors\n"))
  }

  @Test func `an open bracket is shown at both places`() {
    #expect(
      report("tệp: [a.csv,\n      b.csv\nbước: 1\n", .en) == """
        p.yaml:3:5: error: a ',' or ']' of the list is missing [yaml.syntax]
         3 | bước: 1
           |     ^
        p.yaml:1:6: note: the '[' is opened here
         1 | tệp: [a.csv,
           |      ^
        hint: check the commas and the closing bracket

        1 error

        """)
  }
}

struct `Places of values` {
  /// A text, and what stands under the range of each value, keys included, in order.
  @Test(arguments: [
    ("a: 1", ["a: 1", "a", "1"]),
    (
      "a:\n  - x\n  - y # note\n\nb: 2\n",
      ["a:\n  - x\n  - y # note\n\nb: 2", "a", "- x\n  - y", "x", "y", "b", "2"]
    ),
    ("- {a: 1, b: [x]} # c\n", ["- {a: 1, b: [x]}", "{a: 1, b: [x]}", "a", "1", "b", "[x]", "x"]),
    ("[a: 1, b]", ["[a: 1, b]", "a: 1", "a", "1", "b"]),
    ("a: &x 1\nb: *x\n", ["a: &x 1\nb: *x", "a", "&x 1", "b", "*x"]),
    ("a: &x\n  k: v\n", ["a: &x\n  k: v", "a", "&x\n  k: v", "k", "v"]),
    ("a: 'x''y'\n", ["a: 'x''y'", "a", "'x''y'"]), ("a:\nb: 1\n", ["a:\nb: 1", "a", "", "b", "1"]),
    ("a: |\n  x\n  y\n", ["a: |\n  x\n  y\n", "a", "|\n  x\n  y\n"]),
    ("? [k, l]\n: v\n", ["? [k, l]\n: v", "[k, l]", "k", "l", "v"]),
    ("a: x\n  y\n", ["a: x\n  y", "a", "x\n  y"]), ("{}", ["{}"]), ("[]", ["[]"]), ("x", ["x"]),
    ("a: 😀 b\n", ["a: 😀 b", "a", "😀 b"]), ("a: e\u{302}\n", ["a: e\u{302}", "a", "e\u{302}"]),
    ("a: 1\r\nb: 2\r\n", ["a: 1\r\nb: 2", "a", "1", "b", "2"]), ("\u{FEFF}a: 1", ["a: 1", "a", "1"]),
  ])
  func `are where they are written`(_ text: String, _ expected: [String]) throws {
    let places = Places(text)
    let found = try parseYAML(text, file: "f").written.map { places.text($0.alias ?? $0.range) }
    #expect(found == expected)
  }

  /// Keys that are equal, and keys that only look alike.
  @Test(arguments: [
    ("a: 1\nA: 2", false), ("1: a\n01: b", false), ("'1': a\n1: b", true), ("\"a\": 1\n'a': 2", true),
    ("~: 1\nnull: 2", false), ("e\u{301}: 1\n\u{E9}: 2", true), ("? [a, b]\n: 1\n? [b, a]\n: 2", false),
    ("? {a: 1, b: 2}\n: 1\n? {b: 2, a: 1}\n: 2", true), ("? {a: 1}\n: 1\n? [a, 1]\n: 2", false),
    ("? [a]\n: 1\na: 2", false), ("x: &k [a]\n? [a]\n: 1\n? *k\n: 2", true), ("{a: 1, a: 1}", true),
    ("x: {a: 1}\ny: {a: 1}", false), ("? |\n  a\n: 1\n\"a\\n\": 2", true),
  ])
  func `equal keys are refused however they are written`(_ text: String, _ isRefused: Bool) {
    var codes: [String] = []
    do throws(Diagnostics) { _ = try parseYAML(text, file: "f") } catch {
      codes = error.all.map(\.code.rawValue)
    }
    #expect(codes == (isRefused ? ["yaml.duplicate-key"] : []))
  }

  @Test func `three equal keys all name the first`() throws {
    let error = try #require(throws: Diagnostics.self) { try parseYAML("a: 1\na: 2\na: 3\n", file: "f") }
    #expect(error.all.map { $0.range?.start.line } == [2, 3])
    #expect(error.all.map { $0.notes.map(\.range.start.line) } == [[1], [1]])
  }

  @Test func `explanations have words in both languages, in NFC`() {
    for explanation in yamlExplanations {
      for phrase in [explanation.meaning, explanation.remedy] {
        #expect(!phrase.vi.isEmpty && !phrase.en.isEmpty && phrase.vi != phrase.en)
        let combining = phrase.vi.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
        #expect(combining.isEmpty, "\(explanation.code)")
      }
    }
  }
}
