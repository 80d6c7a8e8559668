import Formats
import StageKit
import StageTestKit
import Tables
import Testing

/// Names of members in all the ways they can be written.
@Suite struct JSONNameTests {
  private func rows(_ text: String, _ names: String...) -> Reading {
    readJSON(text, names.map { ColumnRule(Field($0, .text, .label)) })
  }

  @Test(arguments: [
    ("a", "a"), ("\\u0061", "a"), ("ộ", "ộ"), ("\\u1ed9", "ộ"), ("\\u1ED9", "ộ"), ("\\\"", "\""),
    ("\\\\", "\\"),
    ("\\/", "/"), ("\\n", "\n"), ("\\ud83d\\ude00", "😀"), ("😀", "😀"), (" a ", " a "), ("a.b", "a.b"),
    ("", ""),
    ("\\u202e", "\u{202E}"), ("Mã xã", "Mã xã"), ("]", "]"), ("{", "{"), (",", ","), (":", ":"),
  ]) func `a name is what its escapes stand for`(_ written: String, _ name: String) {
    for text in [
      "[{\"\(written)\":\"x\"}]", "[{\"z\":1,\"\(written)\":\"x\"},{\"z\":1,\"\(written)\":\"y\"}]",
    ] {
      let reading = rows(text, name)
      #expect(reading.rows.first == ["x"] && reading.findings == [], "\(text) \(reading.findings)")
      #expect(reading.error == nil)
    }
  }
  @Test(arguments: [
    "{\"a\":\"1\",\"a\":\"2\"}", "{\"a\":\"1\",\"\\u0061\":\"2\"}", "{\"\\u0061\":\"1\",\"a\":\"1\"}",
    "{\"a\":\"1\",\"z\":1,\"z\":1}", "{\"a\":\"1\",\"z\":1,\"\\u007a\":2}",
    "{\"a\":\"1\",\"z\":{\"k\":[{\"y\":1,\"y\":2}]}}",
    "{\"a\":\"1\",\"\":1,\"\":2}", "{\"a\":\"1\",\"\\u1ed9\":1,\"ộ\":2}", "{\"a\":null,\"a\":null}",
  ]) func `a name that stands twice is found, however it is written`(_ object: String) {
    #expect(rows("[\(object)]", "a").findings == ["1 json.duplicate-key"])
    #expect(rows("[\(object)]", "a").rows == [])
    // Behind objects of the same names, which are recognised by their bytes.
    let good = "{\"a\":\"1\",\"z\":1}"
    let later = rows("[\(good),\n\(good),\n\(object)]", "a")
    #expect(later.findings == ["3 json.duplicate-key"] && later.rows == [["1"], ["1"]])
    #expect(JSON(line: Array(object.utf8)[...]) == nil)
  }
  @Test(arguments: [
    "\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800", "\\ud800x", "\\u", "\\u00", "\\x", "\u{1}",
    "\u{0}", "\n",
  ]) func `a name that is no text rejects its object`(_ name: String) {
    let good = "{\"a\":\"1\",\"z\":1}"
    for object in ["{\"\(name)\":1,\"a\":\"2\"}", "{\"a\":\"2\",\"\(name)\":1}"] {
      let reading = rows("[\(good),\(object),\(good)]", "a")
      #expect(reading.rows == [["1"], ["1"]], "\(object)")
      #expect(
        reading.findings.count == 1 && reading.findings[0].hasSuffix("json.syntax"), "\(reading.findings)")
    }
  }
  @Test(arguments: [
    "\\ud800", "\\udfff", "\\ud800\\u0041", "\\udbff\\ud800", "\\ud83d \\ude00", "\\ud83d\\n",
  ])
  func `half of a pair is no text, in a value or within what is not read`(_ text: String) {
    for object in [
      "{\"a\":\"\(text)\"}", "{\"a\":\"x\",\"z\":\"\(text)\"}", "{\"a\":\"x\",\"z\":[\"\(text)\"]}",
      "{\"a\":\"x\",\"z\":{\"\(text)\":1}}",
    ] {
      let reading = rows("[\(object)]", "a")
      #expect(reading.rows == [] && reading.findings == ["1 json.syntax"], "\(object)")
      #expect(JSON(line: Array(object.utf8)[...]) == nil)
    }
  }
  @Test func `members in any order are the same rows`() {
    var random = SeededRandom(3)
    for _ in 0..<60 {
      var text = ""
      for row in 0..<8 {
        let members = ["\"a\":\"\(row)\"", "\"b\":\"y\"", "\"z\":[1,{}]", "\"q\":null"].shuffled(
          using: &random)
        text += "{" + members.joined(separator: random.one([",", " , "])) + "}\n"
      }
      let rules = ["a", "b"].map { ColumnRule(Field($0, .text, .label)) }
      let reading = readJSON(text, rules, size: 1 + random.next(below: 99), form: .lines)
      #expect(reading.rows == (0..<8).map { ["\($0)", "y"] } && reading.findings == [])
    }
  }
  @Test(arguments: [1, 2, 100, 3000]) func `objects of many members are read by their names`(_ count: Int) {
    let members = (0..<count).map { "\"k\($0)\":\"\($0)\"" }
    let line = "{" + members.joined(separator: ",") + "}\n"
    let other = "{" + members.reversed().joined(separator: ",") + "}\n"
    let rules = [count - 1, 0].map { ColumnRule(Field("k\($0)", .text, .label)) }
    let some = count == 1 ? [rules[0]] : rules
    let reading = readJSON(line + line + other, some, size: 1 << 10, form: .lines)
    #expect(reading.rows == Array(repeating: some.map { String($0.field.name.dropFirst()) }, count: 3))
    #expect(reading.findings == [])
  }
  @Test func `names that begin alike are not taken for one another`() {
    let names = [
      "a", "aa", "aaaaaaa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaab", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaab",
    ]
    let rules = names.map { ColumnRule(Field($0, .text, .label)) }
    let line = "{" + names.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",") + "}\n"
    let other = "{" + names.shuffledBySize.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",") + "}\n"
    let reading = readJSON(line + other + line, rules, form: .lines)
    #expect(reading.rows == [names, names, names] && reading.findings == [])
  }
  @Test(
    arguments: [
      [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], [0xFE, 0xFF, 0, 0x7B], [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
      [0x50, 0x4B, 3, 4],
    ] as [[UInt8]]) func `files of another kind are refused whatever form is asked for`(_ bytes: [UInt8])
  {
    for form in JSONForm.allCases {
      let reading = readJSON(bytes, texts("a"), form: form)
      #expect(reading.error?.hasPrefix("f.json:1:1: ") == true && reading.rows == [], "\(form)")
    }
  }
}
extension [String] {
  fileprivate var shuffledBySize: [String] { sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) } }
}
