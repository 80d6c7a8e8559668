import Diagnostics
import StageKit
import StageTestKit
import Testing
import YAML

@Suite struct LimitTests {
  typealias Limited = OptionSchemaTests.Limited
  static let right = ["low": "1", "both": "9", "mark": "','", "words": "a", "code": "08"]

  private func found(_ name: String, _ text: String) -> [String] {
    let lines = Self.right.merging([name: text]) { $1 }.sorted { $0.key < $1.key }
    let file = lines.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    return problems { () throws(Diagnostics) in
      _ = try Limited.decoded(from: parseYAML(file, file: "t.yaml"))
    }.map { String($0.drop { $0 != " " }.dropFirst()) }
  }

  @Test(arguments: [
    ("low", "1"), ("low", "9223372036854775807"), ("both", "1"), ("mark", "' '"), ("mark", "\"\\t\""),
    ("words", "' '"), ("code", "x"), ("code", "'00'"),
  ]) func `a value inside its limit`(_ name: String, _ text: String) { #expect(found(name, text).isEmpty) }
  @Test(arguments: [
    ("low", "0", "expected at least 1, found '0'", "cần ít nhất 1, thấy '0'"),
    ("both", "0", "expected from 1 to 9, found '0'", "cần từ 1 đến 9, thấy '0'"),
    ("both", "10", "expected from 1 to 9, found '10'", "cần từ 1 đến 9, thấy '10'"),
    ("mark", "ab", "expected one ASCII character, found 'ab'", "cần một ký tự ASCII, thấy 'ab'"),
    ("mark", "ệ", "expected one ASCII character, found 'ệ'", "cần một ký tự ASCII, thấy 'ệ'"),
    ("mark", "", "expected one ASCII character, found nothing", "cần một ký tự ASCII, thấy chỗ trống"),
    ("words", "", "expected one or more characters, found nothing", "cần ít nhất một ký tự, thấy chỗ trống"),
    (
      "code", "080", "expected of the form [0-9]{2}|x, found '080'", "cần có dạng [0-9]{2}|x, thấy '080'"
    ),
    ("code", "xx", "expected of the form [0-9]{2}|x, found 'xx'", "cần có dạng [0-9]{2}|x, thấy 'xx'"),
  ]) func `a value outside its limit`(_ name: String, _ text: String, _ en: String, _ vi: String) {
    #expect(found(name, text) == ["option '\(name)': \(en) | tùy chọn '\(name)': \(vi)"])
  }
}
