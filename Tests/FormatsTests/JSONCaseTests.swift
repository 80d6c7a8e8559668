import Diagnostics
import Formats
import StageKit
import Tables
import Testing

/// What is told of JSON that is odd, and where.
@Suite struct JSONCaseTests {
  private let rules = [
    ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count)),
    ColumnRule(Field("d", .decimal(scale: 2), .amount)), ColumnRule(Field("t", .date, .label)),
    ColumnRule(Field("f", .bool, .flag)), ColumnRule(Field("x", .double, .weight)),
  ]
  /// The one row of an object in which a member has another value.
  private func row(_ name: String, _ value: String) -> Reading {
    let sound = [
      ("a", "\"x\""), ("n", "1"), ("d", "0.5"), ("t", "\"2024-12-31\""), ("f", "true"), ("x", "1.5"),
    ]
    let members = sound.map { "\"\($0)\": \($0 == name ? value : $1)" }
    return readJSON("[{\(members.joined(separator: ",\n"))}]", rules)
  }
  private func cell(_ name: String, _ value: String) -> String? {
    let reading = row(name, value)
    guard let column = rules.firstIndex(where: { $0.field.name == name }), reading.rows.count == 1 else {
      return reading.findings.joined(separator: "; ")
    }
    if reading.rows[0][column] != nil { #expect(reading.findings == []) }
    return reading.rows[0][column] ?? reading.reasons[0][column].map { "(\($0))" }
  }
  private static let bad = "(invalid)"

  @Test(arguments: [
    ("d", "0.1", "0.10"), ("d", "1e2", "100.00"), ("d", "1E-2", "0.01"), ("d", "1e-3", bad),
    ("d", "-0", "0.00"),
    ("d", "-0.0", "0.00"), ("d", "0.10000000000000000555", bad),
    ("d", "123456789012345.67", "123456789012345.67"),
    ("d", "92233720368547758.07", "92233720368547758.07"), ("d", "92233720368547758.08", bad),
    ("d", "\"0.96\"", "0.96"), ("d", "\"0,96\"", bad), ("d", "null", "(blank)"), ("d", "\" \"", "(blank)"),
    ("n", "1e2", "100"), ("n", "12.50e1", "125"), ("n", "1e+2", "100"), ("n", "0.001e3", "1"),
    ("n", "0e-9", "0"), ("n", "1e18", "1000000000000000000"), ("n", "1e19", bad),
    ("n", "9007199254740993", "9007199254740993"),
    ("n", "1e-9223372036854775808", bad), ("n", "1e9223372036854775807", bad),
    ("n", "1e-99999999999999999999", bad),
    ("n", "0e-9223372036854775808", "0"), ("n", "-0.00e-99", "0"), ("n", "false", bad), ("n", "{}", bad),
    ("n", "[]", bad),
    ("t", "\"2024-02-30\"", bad), ("t", "20241231", bad), ("t", "\"31/12/2024\"", bad),
    ("f", "false", "no"), ("f", "\"có\"", "yes"), ("f", "\"0\"", "no"), ("f", "1", bad),
    ("f", "\"maybe\"", bad),
    ("x", "1e3", "1000.0"), ("x", "1e999", bad), ("x", "\"2.5\"", "2.5"), ("x", "\"nan\"", bad),
    ("x", "-0", "-0.0"),
    ("a", "true", bad), ("a", "1.0", bad), ("a", "[\"x\"]", bad),
    ("a", "{\"x\": {\"y\": [1, {\"z\": null}]}}", bad),
  ])
  func `a value is of its column's type, exactly, or is found`(
    _ name: String, _ value: String, _ want: String
  ) {
    #expect(cell(name, value) == want)
  }
  @Test(arguments: [
    (#""\u0041\u00e9\u1EA5""#, "Aéấ"), (#""\uD83D\uDE00""#, "😀"), (#""\ud83d\ude00\ud83d\ude00""#, "😀😀"),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0000""#, "\u{0}"), (#""\uffff""#, "\u{FFFF}"),
    (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\\u0041""#, #"\u0041"#), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
    (#""],[{}""#, "],[{}"), (#""\u005d\u007d""#, "]}"),
  ])
  func `escapes are the characters they stand for`(_ text: String, _ want: String) {
    #expect(cell("a", text) == want)
  }
  @Test(arguments: [
    #""\ud83d""#, #""\ude00""#, #""\ud83d\u0041""#, #""\ud83dx""#, #""\ud83d\ud83d""#, #""\u00g0""#,
    #""\u 041""#,
    #""\u+041""#, #""\u004""#, #""\U0041""#, #""\a""#, #""\'""#, "\"\t\"", "\"\u{1}\"", "\"\r\"", #""\"#,
  ])
  func `an escape that is none rejects the row`(_ text: String) {
    let reading = row("a", text)
    #expect(reading.rows == [])
    #expect(
      reading.error != nil || reading.findings.count == 1 && reading.findings[0].hasSuffix(" json.syntax"))
  }

  private func findings(_ text: String, _ rules: [ColumnRule]) -> [String] {
    var cutter = JSONCutter(["f.json"], size: 1 << 16)
    var findings = Findings(step: "s")
    do throws(StageError) {
      while let piece = try cutter.next(memory(["f.json": Array(text.utf8)])) {
        JSONRowDecoder(rules, batchRows: 10).decode(piece, &findings) { _, _ in }
      }
    } catch { return [error.message.en] }
    return (findings.steps["s"]?.kept ?? []).map { found in
      let item = found.record.map { found.code == "json.value" ? "record \($0): " : "item \($0), " } ?? ""
      return "\(found.line) \(found.code) \(item)\(found.message.en)"
    }
  }
  @Test(arguments: [
    ("[\n{\"a\": [1]}]", "2 json.value record 1: expected text such as …, found '[…]'"),
    (
      "[{\"a\": \"x\"},\n{\"b\": 1,\n \"b\": 2}]",
      "3 json.duplicate-key item 2, character 2: the name 'b' stands twice"
    ),
    (
      "[{\"a\": \"x\", \"z\": {\"é\": 1, \"e\u{301}\": 2}}]",
      "1 json.duplicate-key item 1, character 27: the name 'é' stands twice"
    ),
    ("[\n\n{\"A\": \"x\"}]", "3 json.missing-member item 1, character 1: 'a' is missing; did you mean 'A'?"),
    ("[{\"a\": \"ấ\" \"b\"}]", "1 json.syntax item 1, character 12: expected ',' or '}'"),
    ("[{\"a\": \"x\",}]", "1 json.syntax item 1, character 12: expected a name in quotes"),
    ("[{\"a\": \"x\"},\n]", "2 json.syntax item 2, character 1: expected an object { … }"),
    ("[\n1]", "2 json.not-object item 1, character 1: expected an object { … }"),
    ("[{\"a\": tru}]", "1 json.syntax item 1, character 8: expected 'true'"),
    ("[{\"a\": 01}]", "1 json.syntax item 1, character 8: expected a JSON value"),
    ("[{\"a\": \"x\"} // c\n]", "1 json.syntax item 1, character 13: expected a comma after the object"),
  ])
  func `what is odd is told with its item and place`(_ text: String, _ message: String) {
    #expect(findings(text, [rules[0]]) == [message])
  }
  @Test func `what stands in a personal column is not told`() {
    let name = ColumnRule(Field("a", .int, .label, sensitivity: .personal))
    #expect(
      findings("[{\"a\": \"Nguyễn Thị Mẫu\"}]", [name]) == [
        "1 json.value record 1: expected a whole number such as 1234, found '…'"
      ])
  }
  @Test func `a file that is cut off anywhere is refused`() {
    let text = "[{\"a\": \"x,]}\\\"\", \"b\": [{}, []]}, {\"a\": null}]"
    #expect(findings(text, [rules[0]]) == [])
    for length in 1..<text.utf8.count {
      let found = findings(String(decoding: text.utf8.prefix(length), as: UTF8.self), [rules[0]])
      #expect(found.count == 1 && found[0].contains("the file ends before"), "\(length): \(found)")
    }
  }
  @Test func `an item over the limit is refused with its place`() {
    var cutter = JSONCutter(["f.json"], size: 4, itemLimit: 64)
    let text = "[{\"a\": 1},\n {\"a\": \"" + String(repeating: "x", count: 100) + "\"}]"
    let error = #expect(throws: StageError.self) {
      while try cutter.next(memory(["f.json": Array(text.utf8)])) != nil {}
    }
    #expect(error?.message.en == "f.json:1:11: the item that begins here is longer than 64 bytes")
  }

  @Test func `a member that may be absent is then not reported, and null is blank`() {
    var rules = texts("a", "b")
    rules[1].isOptional = true
    let reading = readJSON(
      "[{\"a\": \"1\"}, {\"a\": \"2\", \"b\": null}, {\"a\": \"3\", \"b\": \"\"}]", rules)
    #expect(reading.findings == [])
    #expect(reading.reasons.map { $0[1] } == [.notReported, .blank, .blank])
  }
  @Test func `a required member rejects items without a value`() {
    var rules = texts("a", "b")
    rules[1].isRequired = true
    rules[1].missing = [Array("..".utf8): .notReported]
    let values = [
      "{\"a\":\"1\",\"b\":\"x\"}", "{\"a\":\"2\",\"b\":null}", "{\"a\":\"3\",\"b\":\" .. \"}",
      "{\"a\":\"4\",\"b\":\"\"}",
    ]
    let reading = readJSON("[\(values.joined(separator: ",\n"))]", rules)
    #expect(reading.rows == [["1", "x"]])
    #expect(reading.findings == ["2 json.required b", "3 json.required b", "4 json.required b"])
    rules[1].isOptional = true
    #expect(readJSON("[{\"a\":\"1\"}]", rules).findings == ["1 json.required b"])
  }
  @Test func `words for missing values keep their reason`() {
    var rules = texts("a")
    rules[0].missing = [Array("-".utf8): .notApplicable, []: .withheld]
    let reading = readJSON("[{\"a\":\"-\"},{\"a\":\"\"},{\"a\":null}]", rules)
    #expect(reading.reasons == [[.notApplicable], [.withheld], [.blank]])
  }
}
