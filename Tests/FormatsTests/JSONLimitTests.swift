import Diagnostics
import Formats
import StageKit
import StageTestKit
import Tables
import Testing

/// How deep, how long and how many: JSON at the limits, and beyond them.
@Suite struct JSONLimitTests {
  private static let rules = [ColumnRule(Field("a", .text, .label))]
  private static func nested(_ depth: Int, _ open: String, _ close: String, _ inside: String) -> String {
    String(repeating: open, count: depth) + inside + String(repeating: close, count: depth)
  }
  static let forms = [("[", "]", "1"), ("[[", "]]", "[]"), ("{\"x\":", "}", "1"), ("[{\"x\":", "}]", "null")]

  @Test(arguments: forms.indices) func `there is one depth up to which a value is read`(_ index: Int) {
    let (open, close, inside) = Self.forms[index]
    let isRead = (1...200).map { JSON(line: Array(Self.nested($0, open, close, inside).utf8)[...]) != nil }
    let least = isRead.firstIndex(of: false) ?? isRead.count
    #expect(isRead[..<least].allSatisfy { $0 } && isRead[least...].allSatisfy { !$0 })
    let levels = open.count { $0 == "[" || $0 == "{" }
    #expect(least * levels <= 64 && least * levels >= 62, "\(least)")
  }
  @Test(arguments: [1000, 100_000, 2_000_000]) func `what is far too deep is refused, and nothing traps`(
    _ depth: Int
  ) {
    for text in [
      Self.nested(depth, "[", "]", ""), String(repeating: "[", count: depth),
      String(repeating: "{\"a\":", count: depth), String(repeating: "]", count: depth),
    ] { #expect(JSON(line: Array(text.utf8)[...]) == nil) }
    let reading = readJSON(
      "[{\"a\":\"x\",\"z\":\(Self.nested(depth, "[", "]", ""))},{\"a\":\"y\"}]", Self.rules)
    #expect(reading.error != nil || reading.rows == [["y"]] && reading.findings == ["1 json.syntax"])
  }
  @Test(arguments: [1, 7, 64, 512]) func `an item over the limit is refused`(_ size: Int) {
    func error(_ count: Int, _ form: JSONForm) -> String? {
      let long = "{\"a\":\"\(String(repeating: "x", count: count))\"}"
      let text =
        form == .list
        ? "[{\"a\":\"y\"},\n\(long)\n]" : "{\"a\":\"y\"}\n\(long)\n"
      var cutter = JSONCutter(["f.json"], size: size, itemLimit: 1000, form: form)
      let files = memory(["f.json": Array(text.utf8)])
      do throws(StageError) {
        while try cutter.next(files) != nil {}
        return nil
      } catch { return error.message.en }
    }
    for form in [JSONForm.list, .lines] {
      #expect(error(500, form) == nil)
      let found = error(5000, form)
      #expect(found?.hasPrefix("f.json:\(form == .lines ? "2:" : "")") == true, "\(found ?? "-")")
      #expect(found?.hasSuffix("the item that begins here is longer than 1000 bytes") == true)
    }
  }
  @Test func `long texts, names and lists are read whole`() throws {
    let text = String(repeating: "ệ\"\\", count: 200_000)
    var writer = JSONWriter(.compact)
    writer.object {
      $0.member(text, 1)
      $0.member("a", text)
    }
    let found = try #require(JSON(line: writer.bytes[...]))
    guard case .string(let again)? = found["a"] else {
      Issue.record("no text")
      return
    }
    #expect(again.utf8.elementsEqual(text.utf8) && found[text] != nil)
    let list = "[" + (0..<100_000).map { "\($0)" }.joined(separator: ",") + "]"
    guard case .array(let items)? = JSON(line: Array(list.utf8)[...]) else {
      Issue.record("no list")
      return
    }
    #expect(items.count == 100_000)
  }
  @Test(arguments: [2, 50, 5000]) func `a name that stands twice is found, however far apart`(_ count: Int) {
    func object(_ names: [String]) -> String {
      "{" + names.enumerated().map { "\"\($1)\":\($0)" }.joined(separator: ",") + "}"
    }
    let names = (0..<count).map { "n\($0)" }
    #expect(JSON(line: Array(object(names).utf8)[...]) != nil)
    for name in ["n0", "n\(count - 1)", "\\u006e0"] {
      #expect(JSON(line: Array(object(names + [name]).utf8)[...]) == nil, "\(name)")
    }
    // The same name in another object is another.
    #expect(JSON(line: Array("{\"a\":\(object(names)),\"n0\":\(object(names))}".utf8)[...]) != nil)
  }
  @Test(arguments: [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-9223372036854775809", "0", "1.0",
    "1e2", "10000000000000000000000", "0.10", "-0.0",
  ]) func `a number keeps its digits, whether or not it fits`(_ text: String) {
    switch JSON(line: Array(text.utf8)[...]) {
    case .integer(let number)?: #expect(String(number) == text)
    case .number(let digits)?: #expect(digits == text)
    default: Issue.record("\(text) is not read")
    }
  }
  @Test(arguments: 0..<8) func `a text that is cut anywhere is no value, and nothing traps`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let whole = Array(
      "{\"a\":[1,-2.5e-3,\"\\u1ec7\\ud83d\\ude00\",{\"b\":null}],\"ộ\":true,\"c\":{\"d\":[[],{}]}}".utf8)
    #expect(JSON(line: whole[...]) != nil)
    for end in 0..<whole.count { #expect(JSON(line: whole[..<end]) == nil, "\(end)") }
    // A sign that is another may leave a value; it must never trap, and what is read must be written as a value again.
    for _ in 0..<400 {
      var bytes = whole
      bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
      guard let value = JSON(line: bytes[...]) else { continue }
      var writer = JSONWriter(.compact)
      writer.value(value)
      #expect(JSON(line: writer.bytes[...]) != nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
  @Test(arguments: [JSONForm.list, .lines], [1, 3, 50, 1 << 12])
  func `a sound row between damaged ones is read, in either form`(_ form: JSONForm, _ size: Int) {
    let rows = [
      "{\"a\":\"1\"}", "{\"a\":nul}", "{\"a\":\"2\"}", "7", "{\"a\":\"x\",\"a\":\"y\"}", "{\"a\":\"3\"}",
    ]
    let text = form == .list ? "[" + rows.joined(separator: ",\n") + "]" : rows.joined(separator: "\n") + "\n"
    let reading = readJSON(text, Self.rules, size: size, batchRows: 2, form: form)
    #expect(reading.error == nil && reading.rows == [["1"], ["2"], ["3"]], "\(reading.error ?? "")")
    #expect(reading.lines == [1, 3, 6])
    #expect(reading.findings == ["2 json.syntax", "4 json.not-object", "5 json.duplicate-key"])
  }
}
