import Diagnostics
import Formats
import StageKit
import StageTestKit
import Tables
import Testing

/// NDJSON: an object a line.
@Suite struct NDJSONTests {
  private let rules = [
    ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count)),
    ColumnRule(Field("d", .decimal(scale: 1), .amount)), ColumnRule(Field("f", .bool, .flag)),
    ColumnRule(Field("t", .date, .label)),
  ]
  private func line(_ a: String, _ n: String = "1") -> String {
    #"{"a":"\#(a)","n":\#(n),"d":1.5,"f":true,"t":"2024-12-31"}"#
  }
  private func row(_ a: String?, _ n: String? = "1") -> [String?] { [a, n, "1.5", "yes", "2024-12-31"] }
  private func lines(_ text: String, size: Int = 1 << 16, batchRows: Int = 100) -> Reading {
    readJSON(text, rules, size: size, batchRows: batchRows, form: .lines)
  }
  private func findings(_ bytes: [UInt8], size: Int = 1 << 16) -> [Finding] {
    var cutter = JSONCutter(["f.ndjson"], size: size, form: .auto)
    var findings = Findings(step: "s")
    do throws(StageError) {
      while let piece = try cutter.next(memory(["f.ndjson": bytes])) {
        JSONRowDecoder(rules, batchRows: 10).decode(piece, &findings) { _, _ in }
      }
    } catch { Issue.record("\(error.message.en)") }
    return findings.steps["s"]?.kept ?? []
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `every line is a row, however it ends`(_ end: String) {
    let text = [line("x"), line("y", "2"), line("z", "3")].joined(separator: end)
    for text in [text, text + end, "\u{FEFF}" + text, end + text + end + "  " + end] {
      let reading = lines(text)
      #expect(reading.rows == [row("x"), row("y", "2"), row("z", "3")])
      #expect(reading.findings == [] && reading.error == nil)
    }
  }
  @Test(
    arguments: [
      (#"{"a":"x","b":null,"c":[1,-2.50,[]],"d":{"e":true,"f":{}}}"#, nil),
      (#" {"a" : "\u00e9\ud83d\ude00 \"\\\n" } "#, #"{"a":"é😀 \"\\\n"}"#), ("[]", nil), ("\"dân tộc\"", nil),
      ("12345678901234567890", nil), ("1e-7", nil), ("null", nil),
    ] as [(String, String?)])
  func `a line is read whole, with numbers as they are written`(_ text: String, _ compact: String?) throws {
    let found = try #require(JSON(line: Array(text.utf8)[...]))
    #expect(found.description.filter { $0 != " " } == (compact ?? text).filter { $0 != " " })
  }
  @Test(arguments: [
    "", "{", "{\"a\":1", "{\"a\":1}}", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":1}}", "{a: 1}", "[1,]",
    "[1", "01",
    "{\"a\" 1}", "\"x", "\"\u{1}\"", "\"\\x\"", "tru", "nul", "{} {}", "\u{0}",
    String(repeating: "[", count: 1000),
  ]) func `a line that is damaged is none`(_ text: String) {
    #expect(JSON(line: Array(text.utf8)[...]) == nil)
    #expect(JSON(line: Array(text.utf8)[...] + [255]) == nil)
  }
  @Test func `blank lines are no records, and lines are counted over them`() {
    let text = "\n\(line("x"))\n \t\n\n\(line("y"))\n7\n"
    #expect(lines(text).lines == [2, 5])
    let found = findings(Array(text.utf8))
    #expect(found.map(\.line) == [6] && found.map(\.record) == [3])
  }
  @Test(arguments: [
    ("[1]", "json.not-object character 1: expected an object { … }"),
    ("null", "json.not-object character 1: expected an object { … }"),
    ("{\"a\":\"x\",\"a\":\"y\"}", "json.duplicate-key character 10: the name 'a' stands twice"),
    (
      "{\"a\":\"x\",\"n\":1,\"d\":1,\"f\":true}",
      "json.missing-member t character 1: 't' is missing; did you mean 'a'?"
    ),
    ("{\"a\":\"x\"} {\"a\":\"y\"}", "json.syntax character 11: something follows the object on its line"),
    ("{\"a\":\"x\",", "json.syntax character 10: expected a name in quotes"),
    ("{\"a\":\"x", "json.syntax character 6: a text without its closing quote"),
    ("{\"a\":\"x\u{0}\"}", "json.syntax character 8: a byte that is not UTF-8, or is NUL"),
    ("\u{FEFF}{}", "json.not-object character 1: expected an object { … }"),
    ("{'a': 1}", "json.syntax character 2: expected a name in quotes"),
  ])
  func `a line that is no object is rejected alone, with its place`(_ bad: String, _ message: String) {
    let found = findings(Array("\(line("x"))\n\(bad)\n\(line("y"))\n".utf8))
    #expect(
      found.map { "\($0.code)\($0.column.map { " \($0)" } ?? "") \($0.message.en)" } == [message])
    #expect(found.map(\.line) == [2] && found.map(\.record) == [2])
    #expect(lines("\(line("x"))\n\(bad)\n\(line("y"))\n").rows == [row("x"), row("y")])
  }
  @Test func `a file that is cut off anywhere loses its last line alone, and says so`() {
    let whole = "\(line("ấx"))\n\(line("y"))"
    let start = line("ấx").utf8.count + 1
    for length in start + 1..<whole.utf8.count {
      let bytes = Array(whole.utf8.prefix(length))
      #expect(readJSON(bytes, rules, form: .lines).rows == [row("ấx")])
      let found = findings(bytes)
      #expect(found.map(\.code) == ["json.cut-off"] && found.map(\.line) == [2], "\(length)")
      #expect(found.first?.message.en.hasPrefix("character \(length - start + 1): ") == true)
    }
  }
  @Test(arguments: ["9223372036854775808", "1e999", "-9223372036854775809", "0.5"])
  func `numbers that do not fit are found, and missing`(_ number: String) {
    let reading = lines(line("x", number))
    #expect(reading.rows == [row("x", nil)])
    #expect(reading.findings == ["1 json.value n"])
  }
  @Test func `deep nesting and bytes that are not UTF-8 reject their line`() {
    let deep = String(repeating: "[", count: 100_000)
    let reading = lines("\(line("x"))\n{\"z\":\(deep)\n\(line("y"))\n")
    #expect(reading.rows == [row("x"), row("y")] && reading.findings == ["2 json.syntax"])
    let bytes =
      Array("\(line("x"))\n{\"a\":\"".utf8) + [0xC3, 0x28] + Array("\"}\n\(line("y"))\n".utf8)
    let odd = readJSON(bytes, rules, form: .lines)
    #expect(odd.rows == [row("x"), row("y")] && odd.findings == ["2 json.syntax"])
  }
  @Test func `members in any order, more of them, and some left out`() {
    var rules = rules
    rules[1].isOptional = true
    let text = """
      {"a":"1","n":1,"d":1,"f":true,"t":"2024-12-31"}
      {"t":"2024-12-31","f":false,"d":2,"n":null,"a":"2"}
      {"a":"3","z":{"x":[1,2,{"y":"}"}]},"d":3,"f":true,"t":"2024-12-31"}
      { "a" : "4" , "d" : 4e0 , "f" : "có", "t" : "2024-12-31" }\u{20}
      {"t":"2024-12-31","f":false,"d":5,"n":5,"a":"5"}
      {"t":"2024-12-31","f":0,"d":"6","n":"6","a":"\\u0036\\n"}
      """
    let reading = readJSON(text, rules, form: .lines)
    #expect(
      reading.rows.map { $0.map { $0 ?? "–" }.joined(separator: " ") } == [
        "1 1 1.0 yes 2024-12-31", "2 – 2.0 no 2024-12-31", "3 – 3.0 yes 2024-12-31",
        "4 – 4.0 yes 2024-12-31", "5 5 5.0 no 2024-12-31", "6\n 6 6.0 – 2024-12-31",
      ])
    #expect(reading.reasons.map { $0[1] } == [nil, .blank, .notReported, .notReported, nil, nil])
    #expect(reading.findings == ["6 json.value f"])
  }
  @Test(arguments: [
    ("a.ndjson", "[1]\n", ["1 json.not-object"]), ("a.JSONL", "{}", ["1 json.missing-member a"]),
    ("a.json", "[]", ["1 json.no-rows"]), ("a.json", "\n {}", ["2 json.missing-member a"]),
    ("a", "\u{FEFF} [ ]", ["1 json.no-rows"]),
  ])
  func `the form follows from the ending, else from the first sign`(
    _ file: String, _ text: String, _ found: [String]
  ) {
    let reading = readJSON(Array(text.utf8), rules, form: .auto, file: file)
    #expect(reading.findings == found && reading.error == nil)
  }
  @Test func `a form that is said is not guessed`() {
    #expect(readJSON(Array("[]".utf8), rules, form: .lines).findings == ["1 json.not-object"])
    #expect(readJSON(Array("{}".utf8), rules, form: .list).error?.contains("expected '['") == true)
    #expect(readJSON([], rules, form: .lines).error == "f.json:1:1: the file is empty")
  }
  @Test(arguments: [
    ("a.ndjson", JSONForm.auto, true), ("a.jsonl", .auto, true), ("a.json", .auto, false),
    ("a.json", .lines, true), ("a.ndjson", .list, false),
  ]) func `an empty file is told what it must be`(_ file: String, _ form: JSONForm, _ isLines: Bool) {
    for bytes in [[], [10, 32]] as [[UInt8]] {
      var cutter = JSONCutter([file], size: 10, form: form)
      let error = #expect(throws: StageError.self) { try cutter.next(memory([file: bytes])) }
      #expect(error?.hint?.en.contains("every line of the file must be an object") == isLines)
      #expect(error?.hint?.en.contains("one list of objects") == !isLines)
    }
  }
  @Test(arguments: [1, 2, 3, 7, 20, 64, 65, 4096], [1, 2, 100])
  func `pieces and batches of any size give the same`(_ size: Int, _ batchRows: Int) {
    let text =
      "\u{FEFF}\(line("ễ"))\r\n\r\n \(line("\\u1ec5", "2")) \r\n7\r\n{\"n\":1,\"a\":[],\"d\":2,\"f\":1,\"t\":\"\"}\n\(line("z", "9e9"))\r\(line("w"))"
    let whole = lines(text)
    #expect(whole.rows.map { $0[0] } == ["ễ", "ễ", nil, "z", "w"])
    #expect(whole.lines == [1, 3, 5, 6, 7])
    #expect(whole.findings == ["4 json.not-object", "5 json.value a", "5 json.value f"])
    #expect(lines(text, size: size, batchRows: batchRows) == whole)
    #expect(findings(Array(text.utf8), size: size).map(\.record) == [3, 4, 4])
  }
  @Test func `no bytes trap, and pieces of any size give the same`() {
    var random = SeededRandom(11)
    let alphabet = Array("{}{}[]\"\"::,,\\u0d8 1e-.tn\n\n\r".utf8) + [0, 0xC3, 0xFF]
    let good = Array("\(line("x"))\n".utf8)
    for _ in 0..<3000 {
      var bytes = good
      for _ in 0..<random.next(below: 3) {
        let noise = (0..<random.next(below: 20)).map { _ in alphabet[random.next(below: alphabet.count)] }
        bytes.insert(contentsOf: noise, at: random.next(below: bytes.count + 1))
        if random.next(below: 2) == 0 { bytes += good }
      }
      let whole = readJSON(bytes, rules, form: .lines)
      let cut = readJSON(bytes, rules, size: 1 + random.next(below: 9), batchRows: 1, form: .lines)
      #expect(cut == whole, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
  @Test func `a plain line is read as one that is looked at closely`() {
    var random = SeededRandom(5)
    let values = [
      "1", "-1", "0", "-0", "12345678901", "1.5", "1e2", "01", "1.", "\"x\"", "\"\"", "\" \"", "\"7\"",
      "null",
      "true", "false", "tru", "\"\\u0041\"", "\"\\x\"", "\"2024-02-29\"", "\"ấ\"", "[]",
      "9223372036854775808",
    ]
    for _ in 0..<2000 {
      let object = ["a", "n", "d", "f", "t"].map { "\"\($0)\":\(values[random.next(below: values.count)])" }
      let plain = lines("\(line("x"))\n{\(object.joined(separator: ","))}\n")
      // A member that no line before had makes the reader look closely.
      let close = lines("\(line("x"))\n{\(object.joined(separator: ",")),\"z\":1}\n")
      #expect(plain == close, "\(object)")
    }
  }
}
