import Formats
import StageKit
import Tables
import Testing

@Suite struct CSVReadingTests {
  @Test(
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["1", "2"]]),
      ("a,b\r1,2\r", [["1", "2"]]),
      ("a,b\n1,2", [["1", "2"]]),
      ("\u{FEFF}a,b\n1,2", [["1", "2"]]),
      ("a;b\n1;2", [["1", "2"]]),
      ("a\tb\n1\t2", [["1", "2"]]),
      ("b,x,a\n1,2,3", [["3", "1"]]),
      ("a,b\n\"x,y\",\"he said \"\"no\"\"\"", [["x,y", "he said \"no\""]]),
      ("a,b\n\"one\ntwo\",\"\r\n\"\n3,4", [["one\ntwo", "\r\n"], ["3", "4"]]),
      ("a,b\n3'7.8\"N,2", [["3'7.8\"N", "2"]]),
      ("a,b\n,\"\"\n1,\n\n\n", [["1", nil]]),
      ("Title of the table\n\na,b\n1,2", [["1", "2"]]),
      ("Biểu 1;;\n;;\na;b;c\n1;2;3", [["1", "2"]]),
      ("a,b\n1,2\na,b\n3,4\n", [["1", "2"], ["3", "4"]]),
      ("\"a\",\" b \"\n1,2", [["1", "2"]]),
    ] as [(String, [[String?]])])
  func `a text gives these rows`(_ text: String, _ rows: [[String?]]) {
    let reading = read(text, texts("a", "b"))
    #expect(reading.error == nil)
    #expect(reading.rows == rows)
  }

  @Test func `a header in NFD is the column in NFC`() {
    let decomposed = "Ma\u{303} xa\u{303},b\n01,2"
    #expect(read(decomposed, texts("Mã xã", "b")).rows == [["01", "2"]])
  }

  @Test(arguments: [
    ("a,b\n1,2,3\n4\n5,6", ["2 csv.fields", "3 csv.fields"]),
    ("a,b\n\"x\"y,2\n5,6", ["2 csv.quote a"]),
    ("a,b\n1,2\r\n3,4\n", ["2 csv.mixed-line-ends"]),
    ("a,b\n1,2\na,b\n", ["3 csv.repeated-header"]),
    ("a,b\n1,2\n,\n , \n", ["3 csv.empty-row", "4 csv.empty-row"]),
    ("a,b\n", ["2 csv.no-rows"]),
    ("a,b", ["1 csv.no-rows"]),
    ("a;b\n1;2", ["1 csv.guessed"]),
    ("t\na,b\n1,2", ["2 csv.guessed"]),
    ("a,b\n1,x\u{0}y\n3,4", ["2 csv.encoding b"]),
    ("a,b\n\"1\n\n\n\",2\n3\n", ["6 csv.fields"]),
  ])
  func `what is odd is found at its line`(_ text: String, _ findings: [String]) {
    #expect(read(text, texts("a", "b")).findings == findings)
  }

  @Test(arguments: [
    ("", "f0.csv:1:1: the file is empty"),
    ("\u{FEFF}", "f0.csv:1:1: the file is empty"),
    ("\n\r\n  \n", "f0.csv:1:1: the file is empty"),
    ("PK\u{3}\u{4}abc", "f0.csv:1:1: this file is an XLSX workbook or an archive"),
    ("  <!DOCTYPE html><html>", "f0.csv:1:1: this file is HTML or XML"),
    ("a\u{0}b\u{0}\n\u{0}", "f0.csv:1:1: this file is text in UTF-16"),
    ("a,c\n1,2", "f0.csv:1:1: the header lacks the column 'b'"),
    ("title\n\na,x,y\n1,2", "f0.csv:3:1: the header lacks the column 'b'"),
    ("a,b,a\n1,2,3", "f0.csv:1:1: the column 'a' stands twice in the header"),
    ("a,b\n1,2\n3,\"4\n5,6\n", "f0.csv:3:3: the quote that is opened here is never closed"),
  ])
  func `a file that is no such table is refused at its place`(_ text: String, _ message: String) {
    let error = read(text, texts("a", "b")).error ?? ""
    #expect(error.hasPrefix(message), "\(error)")
  }
  @Test func `old workbooks and UTF-16 are refused with a way out`() {
    for bytes: [UInt8] in [[0xD0, 0xCF, 0x11, 0xE0, 1], [0xFF, 0xFE, 97, 0], [0xFE, 0xFF, 0, 97]] {
      #expect(read([bytes], texts("a")).error?.contains("save it as CSV UTF-8") == true)
    }
  }
  @Test func `a missing column is suggested`() {
    #expect(
      read("commune,housholds\n1,2", texts("commune", "households")).error
        == "f0.csv:1:1: the header lacks the column 'households' — did you mean 'housholds'?")
  }

  @Test func `bytes that are not UTF-8 reject their row and name the byte`() {
    let bytes = Array("a,b\n1,2\n3,".utf8) + [0xE1, 0xBB] + Array("\n5,6".utf8)
    let reading = read([bytes], texts("a", "b"))
    #expect(reading.rows == [["1", "2"], ["5", "6"]])
    #expect(reading.findings == ["3 csv.encoding b"])
  }

  @Test func `title lines and the separator are taken as declared, without a guess`() {
    let reading = read(
      "a;b\nx\na;b\n1;2", texts("a", "b"), CSVFormat(separator: UInt8(ascii: ";"), titleLines: 2))
    #expect(reading.rows == [["1", "2"]])
    #expect(reading.findings == [])
    #expect(reading.lines == [4])
  }
  @Test func `a declared separator is not guessed against`() {
    #expect(
      read("a;b\n1;2", texts("a", "b"), CSVFormat(separator: UInt8(ascii: ","))).error?.contains("lacks")
        == true)
  }
  @Test func `extra columns are reported when asked for`() {
    let reading = read("a,x,b,y\n1,2,3,4", texts("a", "b"), CSVFormat(reportsExtraColumns: true))
    #expect(reading.findings == ["1 csv.extra-column x", "1 csv.extra-column y"])
  }
  @Test func `an optional column may be absent and is then not reported`() {
    var rules = texts("a", "b")
    rules[1].isOptional = true
    let reading = read("a\n1", rules)
    #expect(reading.rows == [["1", nil]])
    #expect(reading.reasons == [[nil, .notReported]])
  }
  @Test func `a required column rejects rows without it`() {
    var rules = texts("a", "b")
    rules[1].isRequired = true
    rules[1].missing = [Array("..".utf8): .notReported]
    let reading = read("a,b\n1,2\n3,\n4,..\n5, \n", rules)
    #expect(reading.rows == [["1", "2"]])
    #expect(reading.findings == ["3 csv.required b", "4 csv.required b", "5 csv.required b"])
  }

  @Test func `a field of two million characters is read, whatever the size of pieces`() {
    let field = String(repeating: "ă", count: 2_000_000)
    for size in [1000, 1 << 20, 1 << 23] {
      let reading = read("a,b\n1,\"\(field)\"\n3,4", texts("a", "b"), size: size)
      #expect(reading.error == nil)
      #expect(reading.rows.map { $0[1]?.utf8.count } == [4_000_000, 1])
    }
  }
  @Test func `a record over the limit is refused with its line`() {
    let text = "a,b\n1,2\n3,\"" + String(repeating: "x", count: 10_000) + "\"\n"
    let error = read(text, texts("a", "b"), CSVFormat(recordLimit: 5000), size: 16).error
    #expect(error?.hasPrefix("f0.csv:3: the record that begins here is longer than 5000 bytes") == true)
  }

  @Test(arguments: [1, 2, 3, 5, 7, 16, 61, 1 << 12], [1, 2, 1000])
  func `pieces and batches of any size give the same`(_ size: Int, _ batchRows: Int) {
    let text =
      "\u{FEFF}Title\r\n\r\na;b\r\n1;\"x\r\ny\"\r\n\r\n\"q\"\"q\";2\n3\r\n5;6\r7;8\na;b\n;\n9;\"\"\"\""
    let whole = read(text, texts("a", "b"))
    #expect(whole.rows == [["1", "x\r\ny"], ["q\"q", "2"], ["5", "6"], ["7", "8"], ["9", "\""]])
    #expect(whole.lines == [4, 7, 9, 10, 13])
    #expect(read(text, texts("a", "b"), size: size, batchRows: batchRows) == whole)
  }
  @Test func `several files are read one after another, each with its own header`() {
    let reading = read([Array("a,b\n1,2".utf8), Array("t\nb;a\n3;4".utf8)], texts("a", "b"))
    #expect(reading.rows == [["1", "2"], ["4", "3"]])
    #expect(reading.lines == [2, 3])
  }
  @Test(arguments: 1...5) func `shares are the whole, in order`(_ count: Int) throws {
    let names = (0..<4).map { "f\($0)" }
    let files = memory(Dictionary(uniqueKeysWithValues: names.map { ($0, Array("a\n\($0)".utf8)) }))
    let cutter = CSVCutter(names, rules: texts("a"), format: CSVFormat(), size: 100)
    var seen: [String] = []
    for index in 0..<count {
      var share = cutter.share(index, of: count)
      while let piece = try share.next(files) { seen.append(piece.file) }
    }
    #expect(seen == names)
  }
}
