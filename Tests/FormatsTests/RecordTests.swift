import Formats
import Tables
import Testing

/// What RFC 4180 says of records, and what it leaves open: a table of cases.
@Suite struct RecordTests {
  private func records(_ text: String, separator: Character = ",") -> [[String]] {
    var tokenizer = CSVTokenizer(Array(text.utf8), separator: separator.asciiValue ?? 0)
    var records: [[String]] = []
    while let record = tokenizer.next() {
      records.append(record.fields.map { String(decoding: $0, as: UTF8.self) })
    }
    return records
  }

  @Test(
    arguments: [
      ("", []), ("\n", []), ("\r\n\r\n", []), ("a", [["a"]]), ("a\n", [["a"]]), ("a\r\n", [["a"]]),
      ("a\r", [["a"]]), ("a\n\n", [["a"]]), ("\na", [["a"]]), ("a\r\r\nb", [["a"], ["b"]]),
      ("a\n\rb", [["a"], ["b"]]), ("a\r\nb\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
      (",", [["", ""]]), (",\n", [["", ""]]), ("a,", [["a", ""]]), (",a", [["", "a"]]),
      (",,", [["", "", ""]]),
      (" a , b ", [[" a ", " b "]]), (" ", [[" "]]), ("\t", [["\t"]]),
      ("\"\"", [[""]]), ("\"a\"", [["a"]]), ("\"a\",\"b\"\n", [["a", "b"]]), ("\"a,b\"", [["a,b"]]),
      ("\"a\nb\"", [["a\nb"]]), ("\"a\r\nb\"", [["a\r\nb"]]), ("\"\n\"", [["\n"]]), ("\"\r\"\r", [["\r"]]),
      ("\"a\"\"b\"", [["a\"b"]]), ("\"\"\"\"", [["\""]]), ("\"\"\"\"\"\"", [["\"\""]]),
      ("\"\"\"a\"", [["\"a"]]), ("\"a\"\"\"", [["a\""]]), ("\"\"\",\"\"\"", [["\",\""]]),
      ("a\"b", [["a\"b"]]), ("a\"b\",c", [["a\"b\"", "c"]]), (" \"a\"", [[" \"a\""]]),
      ("a,\"\",b", [["a", "", "b"]]), ("ấ,😀", [["ấ", "😀"]]),
    ] as [(String, [[String]])])
  func `a text is cut into these records`(_ text: String, _ wanted: [[String]]) {
    #expect(records(text) == wanted)
  }
  @Test(
    arguments: [
      (";", "a;b,c;\"d;e\"", [["a", "b,c", "d;e"]]),
      ("\t", "a\tb\n\"c\td\"\te", [["a", "b"], ["c\td", "e"]]),
      ("|", "a|b", [["a", "b"]]), (" ", "a b  c", [["a", "b", "", "c"]]),
    ] as [(Character, String, [[String]])])
  func `any separator parts fields`(_ separator: Character, _ text: String, _ wanted: [[String]]) {
    #expect(records(text, separator: separator) == wanted)
  }
  @Test(
    arguments: [
      ("\"a\"b,c\nd", .textAfterQuote, ["ab", "c"]), ("\"a\" ,c", .textAfterQuote, ["a ", "c"]),
      ("\"a\"\"b\"c\"d", .textAfterQuote, ["a\"bc\"d"]), ("\"a,b\nc", .unclosedQuote, ["a,b\nc"]),
      ("a,\"", .unclosedQuote, ["a", ""]), ("\"a\"\"", .unclosedQuote, ["a\""]), ("\"a\"", nil, ["a"]),
    ] as [(String, CSVRecord.Fault?, [String])])
  func `what is wrong with quotes is told`(_ text: String, _ fault: CSVRecord.Fault?, _ fields: [String]) {
    var tokenizer = CSVTokenizer(Array(text.utf8), separator: UInt8(ascii: ","))
    let record = tokenizer.next()
    #expect(record?.fault == fault)
    #expect(record?.fields.map { String(decoding: $0, as: UTF8.self) } == fields)
  }
  @Test func `records know their line, number and bytes`() {
    let text = "a\r\n\r\n\"b\nc\r\nd\re\",f\r\rg"
    var tokenizer = CSVTokenizer(Array(text.utf8), separator: UInt8(ascii: ","))
    var seen: [String] = []
    while let record = tokenizer.next() {
      seen.append(
        "\(record.line) \(record.number) \(String(decoding: Array(text.utf8)[record.range], as: UTF8.self))")
    }
    #expect(seen == ["1 1 a", "3 2 \"b\nc\r\nd\re\",f", "8 3 g"])
    #expect(tokenizer.place.offset == text.utf8.count)
  }
  @Test(arguments: [
    ("", true), (" ,\t", true), ("\u{A0},", true), ("\"\",", true), ("a", false), (",0", false),
  ])
  func `a record of blanks is empty`(_ text: String, _ isEmpty: Bool) {
    var tokenizer = CSVTokenizer(Array("\(text),".utf8), separator: UInt8(ascii: ","))
    #expect(tokenizer.next()?.isEmpty == isEmpty)
  }
}
