import Formats
import Tables
import Testing

/// How the header of a CSV file is found, and what is said when it is not.
@Suite struct HeaderTests {
  @Test(
    arguments: [
      ("sep=;\na;b\n1;2", [["1", "2"]]),
      ("a|b\n1|2", [["1", "2"]]),
      ("  a  , b\t\n1,2", [["1", "2"]]),
      ("\u{A0}a,b\n1,2", [["1", "2"]]),
      ("\"Số liệu năm 2024, theo tỉnh\";\n;\na;b\n1;2", [["1", "2"]]),
      ("\u{FEFF}\"a\";\"b\"\r\n1;2", [["1", "2"]]),
      ("a,b,,\n1,2,,\n", [["1", "2"]]),
      ("x,x,b,a\n0,0,2,1\n", [["1", "2"]]),
      ("a\n1,2\n\na,b\n1,2", [["1", "2"]]),
      (String(repeating: "title\n", count: 49) + "a,b\n1,2", [["1", "2"]]),
    ] as [(String, [[String?]])])
  func `the header is the record with the most of the names`(_ text: String, _ rows: [[String?]]) {
    let reading = read(text, texts("a", "b"))
    #expect(reading.error == nil)
    #expect(reading.rows == rows)
  }
  @Test(arguments: [
    (
      "commune;housholds\n1;2",
      "f0.csv:1:1: the header lacks the column 'households' — did you mean 'housholds'?"
    ),
    (
      "Biểu 1\n\nCommune;Housholds\n1;2", "f0.csv:3:1: the header lacks the column 'commune', 'households' — "
    ),
    (
      "commune\thousehold\n1\t2",
      "f0.csv:1:1: the header lacks the column 'households' — did you mean 'household'?"
    ),
    ("x,y\n1,2", "f0.csv:1:1: the header lacks the column 'commune', 'households' — there are: x, y"),
    (
      String(repeating: "title\n", count: 50) + "commune,households\n1,2",
      "f0.csv:1:1: the header lacks the column"
    ),
  ])
  func `a header with other names is shown with the nearest`(_ text: String, _ message: String) {
    let error = read(text, texts("commune", "households")).error ?? ""
    #expect(error.hasPrefix(message), "\(error)")
    #expect(!error.contains("; there are"), "\(error)")
  }
  @Test(arguments: [
    ("SỐ HỘ", "Số hộ"), ("Số\u{A0} hộ", "Số hộ"), ("Hoà Bình", "hòa bình"), ("Xã-Mẫu 02", "Xã Mẫu 2"),
  ]) func `a name that differs in case, blanks or the place of a tone mark is the near one`(
    _ written: String, _ wanted: String
  ) {
    let error = read("x,\(written),zz\n1,2,3", texts("x", wanted)).error ?? ""
    #expect(error.hasSuffix(" — did you mean '\(written)'?"), "\(error)")
  }
  @Test func `a name in NFD is the name`() {
    #expect(read("So\u{302}\u{301}\n1", texts("Số")).rows == [["1"]])
  }
  @Test func `a header of which no name is right is found by its fields, whatever parts them`() {
    let error = read("Bảng giả định\n\ncomune;househods\n1;2", texts("commune", "households")).error
    #expect(error?.hasPrefix("f0.csv:3:1: ") == true, "\(error ?? "")")
    #expect(error?.contains("'comune'") == true && error?.contains("'househods'") == true, "\(error ?? "")")
  }
  @Test func `names that differ in case are not the same`() {
    let error = read("A,b\n1,2", texts("a", "b")).error
    #expect(error == "f0.csv:1:1: the header lacks the column 'a' — did you mean 'A'?")
  }
  @Test func `a name that stands twice is refused only where it is read`() {
    #expect(read("a,x,x,b\n1,0,0,2", texts("a", "b")).rows == [["1", "2"]])
    #expect(read("a,é,e\u{301}\n1,2,3", texts("é")).error?.contains("stands twice") == true)
  }
  @Test func `a header beyond the head of the file is not found`() {
    let error = read(String(repeating: "x", count: 1 << 18) + "\na,b\n1,2", texts("a", "b")).error
    #expect(error?.hasPrefix("f0.csv:1:1: no header in the first 262144 bytes") == true, "\(error ?? "")")
  }
  @Test(arguments: [0, 1, 2]) func `title lines that are declared are not looked at`(_ count: Int) {
    let titles = String(repeating: "\"an open quote\n", count: count)
    let reading = read(
      titles + "a,b\n1,2", texts("a", "b"), CSVFormat(separator: UInt8(ascii: ","), titleLines: count))
    #expect(reading.rows == [["1", "2"]])
    #expect(reading.lines == [count + 2])
  }
  @Test func `more title lines than the file has leave no header`() {
    #expect(read("a,b\n1,2", texts("a", "b"), CSVFormat(titleLines: 9)).error?.contains("no header") == true)
  }
  @Test func `a file that was put behind another keeps its own mark and header`() {
    let reading = read("\u{FEFF}a,b\r\n1,2\r\n\u{FEFF}a,b\r\n3,4", texts("a", "b"))
    #expect(reading.rows == [["1", "2"], ["3", "4"]])
    #expect(reading.findings == ["3 csv.repeated-header"])
  }
}
