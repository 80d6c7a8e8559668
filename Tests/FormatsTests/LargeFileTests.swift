import Formats
import StageTestKit
import Tables
import Testing

/// Files that are wide, long, or of one field.
@Suite struct LargeFileTests {
  @Test(arguments: [1, 2, 63, 64, 65, 1000, 5000]) func `a table of any width is read by its names`(
    _ width: Int
  ) {
    let names = (0..<width).map { "c\($0)" }
    let text =
      names.joined(separator: ",") + "\n"
      + (0..<3).map { row in names.map { "\($0)r\(row)" }.joined(separator: ",") + "\n" }.joined()
    let picked = Set([0, width / 2, width - 1]).sorted()
    let rules = picked.reversed().map { ColumnRule(Field("c\($0)", .text, .label)) }
    for size in [1 << 20, 777] {
      let reading = read(text, rules, CSVFormat(titleLines: 0, headerRows: 1), size: size)
      #expect(reading.error == nil && reading.findings.allSatisfy { $0.contains("guessed") })
      #expect(reading.rows == (0..<3).map { row in picked.reversed().map { "c\($0)r\(row)" } })
    }
  }
  @Test func `a hundred thousand rows are each told with their line`() {
    let count = 100_000
    var text = "a,n\n"
    for row in 0..<count { text += row % 25_000 == 7 ? "x,bad\n" : "x\(row),\(row)\n" }
    let rules = [ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count))]
    let reading = read(text, rules, size: 10_000, batchRows: 4096)
    #expect(
      reading.rows.count == count && reading.lines.first == 2 && reading.lines.last == count + 1)
    #expect(reading.lines == Array(2...count + 1))
    #expect(reading.findings == (0..<4).map { "\($0 * 25_000 + 9) csv.value n" })
    #expect(reading.rows[99_999] == ["x99999", "99999"])
  }
  @Test(arguments: [1, 64, 4096]) func `empty lines by the thousand are passed over and counted`(
    _ size: Int
  ) {
    let blank = String(repeating: "\n", count: 3000)
    let reading = read(
      "a,b\n\(blank)1,2\n\(blank)3,4", texts("a", "b"),
      CSVFormat(separator: 44, titleLines: 0, headerRows: 1), size: size)
    #expect(reading.rows == [["1", "2"], ["3", "4"]] && reading.lines == [3002, 6003])
    #expect(reading.findings == [])
  }
  @Test(arguments: [3, 64, 1 << 16]) func `a thousand lines in one field are one record`(
    _ size: Int
  ) {
    let cell = (0..<1000).map { "dòng \($0)" }.joined(separator: "\r\n")
    let reading = read(
      "a,b\n1,\"\(cell)\"\n3,4\n", texts("a", "b"),
      CSVFormat(separator: 44, titleLines: 0, headerRows: 1), size: size)
    #expect(
      reading.rows.map { $0[1].map { Array($0.utf8) } } == [Array(cell.utf8), Array("4".utf8)])
    #expect(reading.lines == [2, 1002] && reading.findings == [])
  }
  @Test(arguments: [1, 2, 3, 1000, 100_001]) func `quotes by the thousand are half as many`(
    _ count: Int
  ) {
    let field = String(repeating: "\"\"", count: count)
    let reading = read("a,b\n1,\"\(field)\"\n", texts("a", "b"), size: 4096)
    #expect(reading.rows.first?[1]?.utf8.count == count)
    #expect(reading.rows.first?[1]?.utf8.allSatisfy { $0 == 34 } == true)
  }
  @Test func `a line of JSON of two million signs is read, and the next one too`() {
    let long = String(repeating: "ộ\\n", count: 400_000)
    let text = "{\"a\":\"\(long)\"}\n{\"a\":\"y\"}\n"
    let reading = readJSON(text, texts("a"), size: 10_000, form: .lines)
    #expect(
      reading.rows.map { $0[0]?.unicodeScalars.count } == [800_000, 1] && reading.findings == [])
  }
  @Test(arguments: [1, 7, 4096]) func `a list of one object after many spaces is read`(_ size: Int) {
    let space = String(repeating: " \n", count: 2000)
    let reading = readJSON(
      "\(space)[\(space){\(space)\"a\"\(space):\(space)\"x\"\(space)}\(space)]\(space)", texts("a"),
      size: size)
    #expect(reading.error == nil && reading.rows == [["x"]] && reading.findings == [])
    #expect(reading.lines == [4001])
  }
  @Test func `a file of one long line without a table is refused, and quickly said why`() {
    let bytes = Array(repeating: UInt8(ascii: "x"), count: 5_000_000)
    #expect(read([bytes], texts("a")).error?.hasPrefix("f0.csv:1:1: ") == true)
    #expect(readJSON(bytes, texts("a")).error?.hasPrefix("f.json:1:1: ") == true)
  }
}
