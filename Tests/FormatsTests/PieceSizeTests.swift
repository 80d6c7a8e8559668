import Formats
import StageTestKit
import Tables
import Testing

/// What is read does not depend on the bytes read at a time, nor on the rows of a batch.
@Suite struct PieceSizeTests {
  static let csv = [
    "a,b\n", "a,b", "a,b\n\n\n\n", "a,b\r\n\n\r\n", "a,b\n1,2", "a,b\r\n1,2\n3,4\r5,6",
    "\u{FEFF}a;b\r\n\"x\ny\";\"\"\"\"",
    "t\n\na\tb\n1\t2\n1\n\n3\t4\n", "a,b\n\"1\",\"2\"x\n3,4", "a,b\nấ,😀\n\u{A0},\n",
    "a,b\n1,2\n\"3\n\n\",4,5\n6,7\r\na,b\n8,\u{0}\n",
    "a,b\n1,\"2\n3,4\n", "a,b\n1,2\n\u{FEFF}a,b\n3,4", "a,b\n1\n2\n3\r4\n5\n\n",
  ]
  @Test(arguments: csv) func `a CSV text is read as one piece is`(_ text: String) {
    let whole = read(text, texts("a", "b"))
    for size in 1...64 {
      for batchRows in [1, 2, 1000] {
        let cut = read(text, texts("a", "b"), size: size, batchRows: batchRows)
        #expect(cut.published == whole.published, "pieces of \(size), batches of \(batchRows)")
      }
    }
  }
  @Test func `findings stand in the order of the lines`() {
    let reading = read("a,b\n1\n2,3\r\n4\n\n", texts("a", "b"))
    #expect(reading.findings == ["2 csv.fields", "3 csv.mixed-line-ends", "4 csv.fields"])
  }

  private static let rules = [
    ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .decimal(scale: 1), .amount)),
  ]
  static let json = [
    "[]", "[ \n ]\n", "[{\"a\":\"\",\"n\":1}]",
    " [{\"a\":\"x\",\"n\":1.5} ,\r\n{\"n\":-2,\"a\":\"],[\\\"\"}\r\n] ",
    "[{\"a\":\"x\",\"n\":1},]", "[,{\"a\":\"x\",\"n\":1}]",
    "[1,\n\n[2],\n{\"a\":\"\\ud83d\\ude00\",\"n\":[{}]}]",
    "[{\"a\":\"x\"},{\"a\":\"x\",\"n\":1,\"n\":2}\n,{\"a\":\"x\nn\",\"n\":1},{\"a\":\"x\",\"n\":\"y\"}]",
    "[{\"a\":\"x",
    "[{\"a\":\"ấ😀\",\"n\":1}] x", "\u{FEFF}[{\"a\":\"ấ\",\"n\":0}]",
  ]
  @Test(arguments: json) func `a JSON text is read as one piece is`(_ text: String) {
    let whole = readJSON(text, Self.rules)
    for size in 1...64 {
      for batchRows in [1, 2, 1000] {
        let cut = readJSON(text, Self.rules, size: size, batchRows: batchRows)
        #expect(cut.published == whole.published, "pieces of \(size), batches of \(batchRows)")
      }
    }
  }
  @Test(arguments: 0..<4) func `random tables are read alike in any pieces`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let cells = ["", "1", "x y", "\"q\"\"\"", "\"a\nb\"", "\"\r\n\"", "ấ", "\"\"", " "]
    for _ in 0..<20 {
      var text = "a,b"
      for _ in 0..<random.next(below: 30) {
        text += ["\n", "\r\n", "\n\n"][random.next(below: 3)]
        text += (0..<1 + random.next(below: 9) / 3).map { _ in cells[random.next(below: cells.count)] }
          .joined(separator: ",")
      }
      let whole = read(text, texts("a", "b"))
      for size in [1, 2, 3, 7, 30, 100] {
        #expect(read(text, texts("a", "b"), size: size, batchRows: 1 + size % 5) == whole, "\(text)")
      }
    }
  }
  @Test(arguments: [1, 3, 8]) func `a record at the limit is read, one over it is refused`(_ size: Int) {
    let format = CSVFormat(recordLimit: 8)
    #expect(read("a,b\n123,567\n1,2\n", texts("a", "b"), format, size: size).rows.count == 2)
    let error = read("a,b\n1,2\n123,5678\n1,2\n", texts("a", "b"), format, size: size).error
    #expect(
      error?.hasPrefix("f0.csv:3: the record that begins here is longer than 8 bytes") == true,
      "\(error ?? "")")
  }
}
