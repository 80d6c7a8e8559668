import Formats
import Foundation
import StageKit
import StageTestKit
import Tables
import Testing

@Suite struct JSONWriterTests {
  private func text(_ layout: JSONWriter.Layout, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(layout)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `objects and lists are laid out as asked for`() throws {
    let rate = try #require(FixedPoint(plain: "0.40"))
    let body: (inout JSONWriter) -> Void = { writer in
      writer.object {
        $0.member("name", "Xã \"Mẫu\"")
        $0.member("rate", rate)
        $0.member("count", nil as Int?)
        $0.name("days")
        $0.array {
          $0.value(Day(number: 0))
          $0.value(nil as Day?)
        }
        $0.name("none")
        $0.array { _ in }
        $0.name("empty")
        $0.object { _ in }
        $0.member("flag", true)
      }
    }
    #expect(
      text(.compact, body)
        == #"{"name":"Xã \"Mẫu\"","rate":0.40,"count":null,"days":["1970-01-01",null],"none":[],"empty":{},"flag":true}"#
    )
    #expect(
      text(.indented, body) == """
        {
          "name": "Xã \\"Mẫu\\"",
          "rate": 0.40,
          "count": null,
          "days": [
            "1970-01-01",
            null
          ],
          "none": [],
          "empty": {},
          "flag": true
        }
        """)
  }
  @Test func `values may stand line by line`() {
    let lines = text(.compact) { writer in
      for number in 1...2 {
        writer.object { $0.member("n", number) }
        writer.endLine()
      }
    }
    #expect(lines == "{\"n\":1}\n{\"n\":2}\n")
  }
  @Test(arguments: [
    ("", "\"\""), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{8}\u{1F}\u{7F}", #""\u0000\u0008\u001f\u007f""#),
    ("é ấ 😀 \u{2028}", "\"é ấ 😀 \u{2028}\""), ("</script>", "\"</script>\""),
  ])
  func `a text is escaped where it must be and nowhere else`(_ value: String, _ written: String) throws {
    #expect(text(.compact) { $0.value(value) } == written)
    let list = text(.compact) { $0.array { $0.value(value) } }
    let json = try JSONSerialization.jsonObject(with: Data(list.utf8))
    #expect(json as? [String] == [value])
  }
  @Test func `a value made before is written in the same form`() {
    let value: JSON = .object([
      ("b", .array([.integer(1), .number("2.50"), .null])), ("a", .bool(false)), ("t", .string("x\ty")),
    ])
    #expect(text(.compact) { $0.value(value) } == #"{"b":[1,2.50,null],"a":false,"t":"x\ty"}"#)
  }

  /// A random tree, written and as Foundation should read it.
  private func write(_ writer: inout JSONWriter, _ depth: Int, _ random: inout SeededRandom) -> NSObject {
    switch random.next(below: depth > 3 ? 4 : 6) {
    case 0:
      let text = String(
        String.UnicodeScalarView(
          (0..<random.next(below: 8)).compactMap { _ in Unicode.Scalar(UInt32(random.next(below: 0x300))) }))
      writer.value(text)
      return text as NSString
    case 1:
      let number = random.next(below: 1 << 40) - 1 << 39
      writer.value(number)
      return number as NSNumber
    case 2:
      writer.null()
      return NSNull()
    case 3:
      let flag = random.next(below: 2) == 0
      writer.value(flag)
      return flag as NSNumber
    case 4:
      var items: [NSObject] = []
      writer.array { for _ in 0..<random.next(below: 4) { items.append(write(&$0, depth + 1, &random)) } }
      return items as NSArray
    default:
      var members: [String: NSObject] = [:]
      writer.object {
        for index in 0..<random.next(below: 4) {
          $0.name("k\"\(index)")
          members["k\"\(index)"] = write(&$0, depth + 1, &random)
        }
      }
      return members as NSDictionary
    }
  }
  @Test(arguments: 0..<8) func `what is written is what Foundation reads`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    for layout in [JSONWriter.Layout.compact, .indented] {
      var writer = JSONWriter(layout)
      var items: [NSObject] = []
      writer.array { for _ in 0..<40 { items.append(write(&$0, 0, &random)) } }
      let json = try JSONSerialization.jsonObject(with: Data(writer.bytes))
      #expect(json as? NSArray == items as NSArray)
    }
  }
  @Test(arguments: 0..<4) func `rows that are written are read again`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let rules = [
      ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count)),
      ColumnRule(Field("d", .decimal(scale: 3), .amount)), ColumnRule(Field("f", .bool, .flag)),
    ]
    var rows: [[String?]] = []
    var writer = JSONWriter(seed % 2 == 0 ? .compact : .indented)
    writer.array {
      for row in 0..<50 {
        let number = random.next(below: 3) == 0 ? nil : Int64(bitPattern: random.next())
        let decimal = number.map { FixedPoint(units: Int128($0), scale: 3) }
        let name = "\u{1}\"\\ấ\(row)"
        let flag = random.next(below: 2) == 0
        $0.object {
          $0.member("d", decimal)
          $0.member("n", number.map { Int($0) })
          $0.member("f", flag)
          $0.member("a", name)
        }
        rows.append([name, number.map { String($0) }, decimal?.plain, flag ? "yes" : "no"])
      }
    }
    let reading = readJSON(writer.bytes, rules, size: 64, batchRows: 7)
    #expect(reading.error == nil && reading.findings == [])
    #expect(reading.rows == rows)
  }
}
