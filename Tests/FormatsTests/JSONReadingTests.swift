import Diagnostics
import Formats
import StageKit
import StageTestKit
import Tables
import Testing

@Suite struct JSONReadingTests {
  private let rules = [
    ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count)),
    ColumnRule(Field("d", .decimal(scale: 2), .amount)),
  ]
  private func row(_ a: String, _ n: String = "1", _ d: String = "2") -> Reading {
    readJSON("[{\"a\": \(a), \"n\": \(n), \"d\": \(d)}]", rules)
  }

  @Test(arguments: [
    (#""x""#, "x"), (#""""#, nil), ("null", nil), (#""é \u00e9 \n\t\"\\\/""#, "é é \n\t\"\\/"),
    (#""\ud83d\ude00""#, "😀"), (#""\u1EC5""#, "ễ"), (#""01""#, "01"),
  ])
  func `texts`(_ text: String, _ want: String?) {
    #expect(row(text).rows == [[want, "1", "2.00"]])
    #expect(row(text).findings == [])
  }
  @Test(arguments: [
    ("0", "0"), ("-7", "-7"), ("1.0", "1"), ("1e3", "1000"), ("1.50e1", "15"), ("12e-1", nil), ("1.5", nil),
    ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", nil), ("1e999999999999", nil),
    ("\"12\"", "12"), ("\"x\"", nil), ("true", nil), ("[1]", nil), ("{\"x\": 1}", nil), ("0e5", "0"),
    ("100e-2", "1"),
  ])
  func `whole numbers are exact or found`(_ text: String, _ want: String?) {
    let reading = row("\"x\"", text)
    #expect(reading.rows == [["x", want, "2.00"]])
    #expect(reading.findings == (want == nil ? ["1 json.value n"] : []))
    #expect(reading.reasons[0][1] == (want == nil ? .invalid : nil))
  }
  @Test(arguments: [
    ("0.96", "0.96"), ("-0.5", "-0.50"), ("1.500", "1.50"), ("0.125", nil), ("25e-2", "0.25"),
  ])
  func `decimals are exact or found`(_ text: String, _ want: String?) {
    #expect(row("\"x\"", "1", text).rows == [["x", "1", want]])
  }
  @Test func `a number is no text, since 1 is not the code 01`() {
    #expect(row("1").findings == ["1 json.value a"])
  }

  @Test(arguments: [
    "01", "+1", ".5", "1.", "1e", "-", "tru", "nul", "NaN", "'x'", #""\x""#, #""\u12""#, #""\ud800""#,
    #""\ude00\ud83d""#, "\"a\nb\"", "1 2", "", "{]", "[1 2]", "{\"a\" 1}", "{1: 2}", "[1,]", "{\"x\": 1,}",
  ])
  func `what is not JSON rejects its row alone`(_ value: String) {
    let good = "{\"a\": \"y\", \"n\": 2, \"d\": 3}"
    let reading = readJSON("[\n\(good),\n{\"a\": \"x\", \"n\": \(value), \"d\": 1}\n,\(good)]", rules)
    #expect(reading.error == nil || value == "{]")
    if value != "{]" {
      #expect(reading.rows.count == 2)
      #expect(
        reading.findings.map { $0.hasPrefix("3 json.syntax") || $0.hasPrefix("4 json.syntax") } == [true])
    }
  }
  @Test(arguments: [
    ("[{\"a\":\"x\",\"n\":1,\"d\":1,\"n\":2}]", ["1 json.duplicate-key"]),
    ("[{\"a\":\"x\",\"n\":1,\"d\":1,\"z\":{\"k\":1,\"k\":2}}]", ["1 json.duplicate-key"]),
    ("[\n1,\n[]\n]", ["2 json.not-object", "3 json.not-object"]),
    ("[{\"a\":\"x\",\"d\":1}]", ["1 json.missing-member n"]),
    ("[ ]", ["1 json.no-rows"]),
    ("[{\"a\":\"x\",\"n\":1,\"d\":1},]", ["1 json.syntax"]),
    ("[{\"a\":\"x\",\"n\":1,\"d\":1}{}]", ["1 json.syntax"]),
  ])
  func `what is odd is found at its line`(_ text: String, _ findings: [String]) {
    #expect(readJSON(text, rules).findings == findings)
  }
  @Test(arguments: [
    ("", "f.json:1:1: the file is empty"), (" \n ", "f.json:1:1: the file is empty"),
    ("\n {\"a\": 1}", "f.json:2:2: expected '['"),
    ("[1, 2", "f.json:1:6: the file ends before the list is closed with ']'"),
    ("[\n{\"a\": \"x", "f.json:2:1: the file ends before the item that begins here is closed"),
    ("[{\"a\":\"x\"},\n\n  {\"a\":[\n", "f.json:3:3: the file ends before the item that begins here"),
    ("[\n{\"a\":\"ấ\"},\n{\"a\":\"]\"}\n\n", "f.json:3:10: the file ends before the list is closed"),
    ("[", "f.json:1:2: the file ends before the list"),
    ("[{\"a\":\"x\"},\n", "f.json:1:12: the file ends before the list"),
    ("[] \n x", "f.json:2:2: something follows"),
    ("PK\u{3}\u{4}", "f.json:1:1: this file is an XLSX"), ("<html>", "f.json:1:1: this file is HTML"),
  ])
  func `a file that is no list is refused at its place`(_ text: String, _ message: String) {
    let error = readJSON(text, rules).error ?? ""
    #expect(error.hasPrefix(message), "\(error)")
  }

  @Test func `nesting is limited and never overflows the stack`() {
    func nested(_ depth: Int) -> String {
      let open = String(repeating: "[", count: depth), close = String(repeating: "]", count: depth)
      return "[{\"a\":\"x\",\"n\":1,\"d\":1,\"z\":\(open)\(close)}]"
    }
    #expect(readJSON(nested(63), rules).findings == [])
    #expect(readJSON(nested(65), rules).findings == ["1 json.syntax"])
    #expect(readJSON(nested(200_000), rules).findings == ["1 json.syntax"])
  }
  @Test func `bytes that are not UTF-8 reject their row`() {
    let bytes = Array("[{\"a\":\"".utf8) + [0xC3] + Array("\",\"n\":1,\"d\":1}]".utf8)
    #expect(readJSON(bytes, rules).findings == ["1 json.syntax"])
  }
  @Test(arguments: [1, 2, 3, 7, 20, 64, 4096], [1, 2, 100])
  func `pieces and batches of any size give the same`(_ size: Int, _ batchRows: Int) {
    let text =
      "\u{FEFF} [ {\"a\": \"],}\\\"\", \"n\": 1, \"d\": 0.5},\r\n{\"a\": \"ễ\", \"n\": 2, \"d\": 1},\n 7 ,{\"a\":null,\"n\":3,\"d\":[{}]}\n]\n"
    let whole = readJSON(text, rules)
    #expect(whole.rows == [["],}\"", "1", "0.50"], ["ễ", "2", "1.00"], [nil, "3", nil]])
    #expect(whole.lines == [1, 2, 3])
    #expect(whole.findings == ["3 json.not-object", "3 json.value d"])
    #expect(readJSON(text, rules, size: size, batchRows: batchRows) == whole)
  }
  @Test func `no bytes trap`() {
    var random = SeededRandom(7)
    let alphabet = Array("[]{}\",:\\u0d8 1e-.tn\n".utf8) + [0, 0xC3, 0xFF]
    for _ in 0..<4000 {
      let bytes =
        [91] + (0..<random.next(below: 24)).map { _ in alphabet[random.next(below: alphabet.count)] }
      let whole = readJSON(bytes, rules)
      let cut = readJSON(bytes, rules, size: 3, batchRows: 1)
      #expect(cut.published == whole.published, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
