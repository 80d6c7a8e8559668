import Diagnostics
import Foundation
import StageKit
import Tables
import Testing

/// The JSON Schema and the table of options, both made from the declarations.
@Suite struct OptionSchemaTests {
  struct Limited: StageOptions {
    @Option(vi: "Ít nhất.", en: "At least.", default: 2, limit: .atLeast(1)) var low: Int
    @Option(vi: "Trong khoảng.", en: "Within.", limit: .within(1...9)) var both: Int
    @Option(vi: "Một ký tự.", en: "One.", default: ",", limit: .oneCharacter) var mark: String
    @Option(vi: "Có chữ.", en: "Words.", limit: .notEmpty) var words: String
    @Option(vi: "Mã.", en: "Code.", limit: .pattern("[0-9]{2}|x")) var code: String
  }
  typealias Inner = OptionTypeTests.Inner

  private func schema(_ json: JSON) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data("\(json)".utf8)) as? [String: Any])
  }

  @Test func `the schema of options is this`() {
    #expect(
      Inner.schema.description
        == #"{"type": "object", "additionalProperties": false, "properties": {"#
        + #""number": {"type": "integer", "description": "Number.", "x-description-vi": "Số.", "default": 4}, "#
        + #""name_of_it": {"type": ["string", "number", "boolean", "null"], "description": "Name.", "#
        + #""x-description-vi": "Tên."}}, "#
        + #""required": ["name_of_it"]}"#)
  }
  @Test(arguments: [
    ("low", ["minimum": 1, "default": 2]), ("both", ["minimum": 1, "maximum": 9]),
    ("mark", ["minLength": 1, "maxLength": 1]), ("words", ["minLength": 1]),
  ]) func `limits are in the schema`(_ name: String, _ numbers: [String: Int]) throws {
    let options = try #require(try schema(Limited.schema)["properties"] as? [String: [String: Any]])
    for (key, number) in numbers { #expect(options[name]?[key] as? Int == number) }
  }
  @Test func `a pattern is of the whole text`() throws {
    let options = try #require(try schema(Limited.schema)["properties"] as? [String: [String: Any]])
    #expect(options["code"]?["pattern"] as? String == "^([0-9]{2}|x)$")
    #expect(options["mark"]?["default"] as? String == ",")
  }
  @Test(arguments: [
    (String.optionType.schema, #"{"type": ["string", "number", "boolean", "null"]}"#),
    (Bool.optionType.schema, #"{"type": "boolean"}"#),
    (Int.optionType.schema, #"{"type": "integer"}"#), (Int?.optionType.schema, #"{"type": "integer"}"#),
    (OptionTests.Mode.optionType.schema, #"{"enum": ["strict", "lenient"]}"#),
    ([Path].optionType.schema, "{\"type\": \"array\", \"items\": \(JSON.anyScalar)}"),
    (Mapping<Int>.optionType.schema, #"{"type": "object", "additionalProperties": {"type": "integer"}}"#),
    (OneOf<Int, Bool>.optionType.schema, #"{"anyOf": [{"type": "integer"}, {"type": "boolean"}]}"#),
    (Day.optionType.schema, #"{"type": "string", "format": "date"}"#),
    (FixedPoint.optionType.schema, #"{"type": "number"}"#),
    (Percent.optionType.schema, #"{"type": "string", "pattern": "^\\d+(\\.\\d{1,4})? ?%$"}"#),
  ]) func `the schema of a type is this`(_ schema: JSON, _ text: String) {
    #expect(schema.description == text)
  }
  @Test(arguments: [
    (Bool.optionType.encode(true), "true"), (Int.optionType.encode(-3), "-3"),
    (Int?.optionType.encode(nil), "null"), ([Int].optionType.encode([1, 2]), "[1, 2]"),
    (FixedPoint.optionType.encode(FixedPoint(units: 40, scale: 2)), "0.40"),
    (Percent.optionType.encode(Percent(millionths: 15_000)), #""1.5000%""#),
    (Day.optionType.encode(Day(number: 0)), #""1970-01-01""#), (Path.optionType.encode("a/b"), #""a/b""#),
    (OneOf<Int, String>.optionType.encode(.second("a")), #""a""#),
    (OptionTests.Mode.optionType.encode(.lenient), #""lenient""#),
    (PhraseOption.optionType.encode(PhraseOption(Phrase(vi: "a", en: "b"))), #"{"vi": "a", "en": "b"}"#),
  ]) func `a default is written so`(_ json: JSON, _ text: String) { #expect(json.description == text) }

  @Test func `the table of options has types, defaults, limits and meanings`() {
    #expect(
      Limited.reference(.en) == """
        | option | type | default | meaning |
        | --- | --- | --- | --- |
        | `low` | whole number, at least 1 | `2` | At least. |
        | `both` | whole number, from 1 to 9 | required | Within. |
        | `mark` | text, one ASCII character | `","` | One. |
        | `words` | text, one or more characters | required | Words. |
        | `code` | text, of the form [0-9]{2}\\|x | required | Code. |

        """)
    #expect(
      Limited.reference(.vi) == """
        | tùy chọn | kiểu | mặc định | ý nghĩa |
        | --- | --- | --- | --- |
        | `low` | số nguyên, ít nhất 1 | `2` | Ít nhất. |
        | `both` | số nguyên, từ 1 đến 9 | bắt buộc | Trong khoảng. |
        | `mark` | chữ, một ký tự ASCII | `","` | Một ký tự. |
        | `words` | chữ, ít nhất một ký tự | bắt buộc | Có chữ. |
        | `code` | chữ, có dạng [0-9]{2}\\|x | bắt buộc | Mã. |

        """)
  }
  @Test func `an option that may be left out has neither a default nor is it required`() {
    let table = OptionTests.Rich.reference(.en)
    #expect(table.contains("| `column` | column name |  | Column. |\n"))
    #expect(table.contains("| `mode` | `strict`, `lenient` | `\"strict\"` | How strict. |\n"))
    #expect(table.contains("| `files` | path or list of path | required | Files. |\n"))
  }
}
