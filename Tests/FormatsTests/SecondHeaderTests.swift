import Formats
import Tables
import Testing

/// A second row of names under the first, as people's words under those of a program.
@Suite struct SecondHeaderTests {
  private var rules: [ColumnRule] {
    [
      ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count)),
      ColumnRule(Field("d", .date, .label)),
    ]
  }
  private let head = "a,n,d\n"
  private let row = "x,1,2024-12-31\n"
  private let labels = "Tên,Số,Ngày\n"

  @Test func `it is recognised where no cell is of its column's type, and told`() {
    let reading = read(head + labels + row, rules)
    #expect(reading.rows == [["x", "1", "2024-12-31"]] && reading.lines == [3])
    #expect(reading.findings == ["2 csv.second-header"])
  }
  @Test(arguments: [
    "x,1,Ngày\n", "x,,Ngày\n", "x,?,Ngày\n", "x,1o,Ngày\n", ",1,2024-01-01\n", "x,2 hộ,ba\n",
  ]) func `a row that may be data is never taken for names`(_ second: String) {
    let reading = read(head + second + row, rules)
    #expect(reading.rows.count == 2)
    #expect(!reading.findings.contains { $0.contains("header") })
  }
  @Test func `words in every row are a wrong type, and no names`() {
    let reading = read(head + labels + "y,hai,ba\n" + row, rules)
    #expect(reading.rows.count == 3)
    #expect(reading.findings.count == 4 && reading.findings.allSatisfy { $0.contains("csv.value") })
    #expect(read(head + labels, rules).rows.count == 1)
  }
  @Test func `without a column of another type nothing is guessed`() {
    #expect(read("a,b\nTên,Mã\nx,1\n", texts("a", "b")).rows.count == 2)
  }
  @Test func `with one such column alone, every column must have its word`() {
    let rules = [ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count))]
    #expect(read("a,n\n,Số\nx,1\n", rules).rows.count == 2)
    #expect(read("a,n\nTên,Số\nx,1\n", rules).rows.count == 1)
  }
  @Test func `declared labels decide, and nothing else`() {
    var rules = texts("a", "b")
    (rules[0].label, rules[1].label) = ("Tên", "Mã")
    #expect(read("a,b\n Tên ,\"Mã\"\nx,1\n", rules).rows == [["x", "1"]])
    #expect(read("a,b\nTên,Mã hộ\nx,1\n", rules).rows.count == 2)
    // The label in another Unicode form is the same label.
    #expect(read("a,b\nTe\u{302}n,Mã\nx,1\n", rules).rows == [["x", "1"]])
    var typed = self.rules
    typed[0].label = "Họ tên"
    #expect(read(head + labels + row, typed).rows.count == 2)
  }
  @Test(arguments: [(1, 2, []), (2, 1, []), (3, 0, ["4 csv.no-rows"])] as [(Int, Int, [String])])
  func `a declared number of rows of names is taken as it is, in silence`(
    _ count: Int, _ rows: Int, _ findings: [String]
  ) {
    let reading = read(head + labels + row, rules, CSVFormat(headerRows: count))
    #expect(reading.rows.count == rows)
    if count > 1 { #expect(reading.findings == findings) }
  }
  @Test func `both rows of names are left out where they stand again`() {
    let reading = read(head + labels + row + head + labels + row, rules, size: 16, batchRows: 1)
    #expect(reading.rows.count == 2)
    #expect(
      reading.findings == ["2 csv.second-header", "4 csv.repeated-header", "5 csv.repeated-header"])
  }
  @Test func `lines in a label are counted`() {
    let reading = read(head + "Tên,\"Số\nhộ\",Ngày\n" + row + "y,z,2024-01-01\n", rules)
    #expect(reading.lines == [4, 5] && reading.findings == ["2 csv.second-header", "5 csv.value n"])
  }
}

/// Codes of a fixed number of digits, and numbers that read two ways.
@Suite struct CodeAndDoubtTests {
  private func codes(_ digits: Int?) -> [ColumnRule] {
    var rules = texts("code", "b")
    rules[0].digits = digits
    rules[0].missing = [Array("..".utf8): .notReported]
    return rules
  }
  @Test func `a code that is too short is told as one that lost its zeros, and stays as written`() {
    let reading = read("code,b\n00123,x\n123,x\n..,x\n,x\n0012A,x\n001234,x\n", codes(5))
    #expect(reading.rows.map { $0[0] } == ["00123", "123", nil, nil, "0012A", "001234"])
    #expect(reading.findings == ["3 csv.lost-zero code", "6 csv.code code", "7 csv.code code"])
    #expect(read("code,b\n123,x\n", codes(nil)).findings == [])
  }
  @Test func `so it is in JSON`() {
    let reading = readJSON(
      "{\"code\":\"00123\",\"b\":\"\"}\n{\"code\":\"7\",\"b\":\"\"}\n{\"code\":7,\"b\":\"\"}", codes(5),
      form: .lines)
    #expect(reading.findings == ["2 json.lost-zero code", "3 json.value code"])
    #expect(reading.rows.map { $0[0] } == ["00123", "7", nil])
  }
  @Test(arguments: [
    ("3.675", nil), ("12.345", nil), ("-1.258", nil), ("1258", "1258.000"), ("0.675", "0.675"),
    ("3.6750", nil), ("3.67", "3.670"), ("1234.567", "1234.567"), ("3675.125", "3675.125"),
  ]) func `a count of three places that could be thousands is refused where no style is said`(
    _ text: String, _ want: String?
  ) {
    var rule = ColumnRule(Field("n", .decimal(scale: 3), .count))
    rule.isNumberStyleSaid = false
    #expect(read("n\n\(text)\n", [rule]).rows == [[want]])
    rule.isNumberStyleSaid = true
    #expect(read("n\n3.675\n", [rule]).rows == [["3.675"]])
    rule = ColumnRule(Field("n", .decimal(scale: 3), .rate(numerator: "", denominator: "")))
    rule.isNumberStyleSaid = false
    #expect(read("n\n3.675\n", [rule]).rows == [["3.675"]])
  }
  @Test(arguments: ["..", " ..", ".. ", "..\u{A0}", "", " "])
  func `a word for no value is none in a required column, whatever stands around it`(_ cell: String) {
    var rules = texts("a", "b")
    rules[0].isRequired = true
    rules[0].missing = [Array("..".utf8): .notReported]
    let csv = read("a,b\nx,1\n\(cell),2\n", rules)
    #expect(csv.rows == [["x", "1"]] && csv.findings == ["3 csv.required a"])
    let lines = readJSON(
      "{\"a\":\"x\",\"b\":\"1\"}\n{\"a\":\"\(cell)\",\"b\":\"2\"}", rules, form: .lines)
    #expect(lines.rows == [["x", "1"]] && lines.findings == ["2 json.required a"])
  }
  @Test func `a number of JSON has one reading`() {
    var rule = ColumnRule(Field("n", .decimal(scale: 3), .count))
    rule.isNumberStyleSaid = false
    let reading = readJSON("{\"n\":3.675}\n{\"n\":\"3.675\"}", [rule], form: .lines)
    #expect(reading.rows == [["3.675"], [nil]] && reading.findings == ["2 json.value n"])
    rule.numberStyle = .vi
    #expect(
      readJSON("{\"n\":3.675}\n{\"n\":\"3.675\"}", [rule], form: .lines).rows == [["3.675"], ["3675.000"]])
  }
}
