import Diagnostics
import StageTestKit
import Testing

@testable import SiteKit

/// Words by key, with values in them.
@Suite struct WordingTests {
  private func wording(_ text: String) throws -> Wording { try Wording(Array(text.utf8), file: "w.yaml") }
  private func problems(_ text: String) -> [String] {
    do throws(Diagnostics) {
      _ = try Wording(Array(text.utf8), file: "w.yaml")
      return []
    } catch { return error.all.map { "\($0.range?.start.line ?? 0) \($0.code.rawValue)" } }
  }

  @Test(
    arguments: [
      ("plain", [], "plain"), ("{a}", ["a"], "1"), ("{a}{a}", ["a", "a"], "11"),
      ("x{a}y{b}z", ["a", "b"], "x1y2z"),
      ("{b} {a}", ["b", "a"], "2 1"), ("{{a}}", [], "{a}"), ("{{{a}}}", ["a"], "{1}"), ("{{}}", [], "{}"),
      ("{c}", ["c"], "{c}"), ("ộ{a}😀", ["a"], "ộ1😀"), ("{_x1}", ["_x1"], "{_x1}"),
      ("100 %{a}", ["a"], "100 %1"),
    ] as [(String, [String], String)])
  func `values are put where their names stand`(_ word: String, _ names: [String], _ shown: String) throws {
    let words = try wording("k: \"\(word)\"")
    #expect(words.parameters(of: "k") == names)
    #expect(words("k", ["a": "1", "b": "2", "z": "9"]) == shown)
  }
  @Test func `a value is no word itself`() throws {
    let words = try wording("k: \"{a} {b}\"")
    #expect(words("k", ["a": "{b}", "b": "{a}"]) == "{b} {a}")
    #expect(words("k", ["a": "{{", "b": ""]) == "{{ ")
  }
  @Test(arguments: [
    "{", "}", "{a", "a}", "{}", "{ a }", "{a b}", "{1a}", "{a-b}", "{{a}", "{a}}", "{a{b}}", "{đ}",
  ])
  func `braces that are wrong are told at their word`(_ word: String) {
    #expect(problems("x: y\nk: \"\(word)\"") == ["2 words.bad-parameter"], "\(word)")
  }
  @Test func `a word that is not there is nothing`() throws {
    let words = try wording("a: { b: { c: x } }")
    for key in ["", "a", "a.b", "a.b.c.d", "c", "A.b.c", "a.b.c "] {
      #expect(words(key) == nil && words.parameters(of: key) == nil, "\(key)")
    }
    #expect(words("a.b.c") == "x")
  }
  @Test(arguments: [
    ("a: x\nb: [1]\nc: { d: [2] }", ["2 words.not-text", "3 words.not-text"]), ("a", ["1 words.not-text"]),
    ("a: \"{\"\nb: []", ["1 words.bad-parameter", "2 words.not-text"]),
  ]) func `everything wrong in a file is told together`(_ text: String, _ expected: [String]) {
    #expect(problems(text) == expected)
  }
  @Test func `a key that stands twice and YAML that is none are refused at their line`() {
    #expect(problems("a: x\nb: y\na: z").count == 1)
    #expect(problems("a: x\n  b: [").isEmpty == false)
  }
  @Test(arguments: [
    ("yes", "yes"), ("no", "no"), ("1", "1"), ("0.50", "0.50"), ("2024-01-01", "2024-01-01"), ("\"\"", ""),
    ("\" x \"", " x "), ("\"\\u1ed9\"", "ộ"), ("'a''b'", "a'b"), ("0x10", "0x10"), ("1e3", "1e3"),
  ]) func `what YAML would take for another type is text as it is written`(_ word: String, _ text: String)
    throws
  {
    #expect(try wording("k: \(word)")("k") == text)
  }
  @Test(arguments: 0..<4) func `random words are cut and put together again`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<100 {
      var (word, names, shown) = ("", [String](), "")
      for _ in 0..<random.next(below: 8) {
        switch random.next(below: 4) {
        case 0:
          let name = random.one(["a", "b", "long_name"])
          (word, names, shown) = (word + "{\(name)}", names + [name], shown + "<\(name)>")
        case 1: (word, shown) = (word + "{{", shown + "{")
        case 2: (word, shown) = (word + "}}", shown + "}")
        default:
          let text = random.one(["x", " ", "ộ", "'", ":"])
          (word, shown) = (word + text, shown + text)
        }
      }
      let words = try wording("k: \"\(word)\"")
      #expect(words.parameters(of: "k") == names, "\(word)")
      #expect(words("k", ["a": "<a>", "b": "<b>", "long_name": "<long_name>"]) == shown, "\(word)")
    }
  }
}
