import Diagnostics
import Formats
import StageKit
import Tables
import Testing

/// The whole words of what is found in CSV files.
@Suite struct CSVFindingTests {
  private func findings(_ text: String, _ rules: [ColumnRule], _ format: CSVFormat = CSVFormat()) -> [Finding]
  {
    var cutter = CSVCutter(["data/a.csv"], rules: rules, format: format, size: 16)
    var findings = Findings(step: "s")
    do throws(StageError) {
      while let piece = try cutter.next(memory(["data/a.csv": Array(text.utf8)])) {
        CSVDecoder(rules, batchRows: 10).decode(piece, &findings) { _, _ in }
      }
    } catch { Issue.record("\(error.message.en)") }
    return findings.steps["s"]?.kept ?? []
  }
  private static let rules = [
    ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count), header: "Số hộ"),
  ]

  @Test(arguments: [
    (
      "a,Số hộ\nx,1\n\n\"y\nz\",2,3\n",
      "4 csv.fields record 3: 3 fields, the header has 2; a field that holds the separator must stand in quotes"
    ),
    (
      "a,Số hộ\nx\n",
      "2 csv.fields record 2: 1 fields, the header has 2; add what is missing; blank fields are parted too"
    ),
    (
      "a,Số hộ\n\"x\"y,1\n",
      "2 csv.quote a record 2: text stands after a closing quote; a quote inside a field is written twice"
    ),
    (
      "a,Số hộ\nx,1\u{0}\n",
      "2 csv.encoding n record 2: byte 16 of the file is not UTF-8, or is NUL; save the file as CSV UTF-8"
    ),
    ("a,Số hộ\nx,1\n , \n", "3 csv.empty-row record 3: all fields are blank, left out"),
    ("a,Số hộ\nx,1\na,Số hộ\n", "3 csv.repeated-header record 3: the header stands here again, left out"),
    ("a,Số hộ\nx,1.5\n", "2 csv.value n record 2: expected a whole number such as 1234, found '1.5'"),
    (
      "a,Số hộ\nx,3.675\n",
      "2 csv.value n record 2: expected a whole number such as 1234, found '3.675'; if dots part thousands, say number_style: vi"
    ),
    (
      "a,Số hộ\n",
      "2 csv.no-rows no row follows the header; export the file again, or take it out of 'files' if there are none"
    ),
    (
      "a,Số hộ\nx,\"1\"2\n",
      "2 csv.quote n record 2: text stands after a closing quote; a quote inside a field is written twice"
    ),
    (
      "a,Số hộ,z\nx,1,\"1\"2\n",
      "2 csv.quote z record 2: text stands after a closing quote; a quote inside a field is written twice"
    ),
    (
      "a,Số hộ\nx,1,\"1\"2\n",
      "2 csv.quote record 2: text stands after a closing quote; a quote inside a field is written twice"
    ),
    (
      "a,Số hộ\nx,1\r\n",
      "2 csv.mixed-line-ends from this line on, lines end otherwise than before (LF, CR LF or CR)"
    ),
    (
      "t\na;Số hộ\nx;1\n",
      "2 csv.guessed guessed: separator ';', header on line 2; say separator and title_lines not to guess"
    ),
    (
      "a\tSố hộ\nx\t1\n",
      "1 csv.guessed guessed: separator tab, header on line 1; say separator and title_lines not to guess"
    ),
  ])
  func `a finding says what, and at which record`(_ text: String, _ message: String) {
    let found = findings(text, Self.rules)
    let shown = found.map { found in
      let column = found.column.map { "\($0) " } ?? ""
      return
        "\(found.line) \(found.code) \(column)\(found.record.map { "record \($0): " } ?? "")\(found.message.en)"
    }
    #expect(shown == [message])
    #expect(
      found.allSatisfy { $0.file == "data/a.csv" && !$0.message.vi.isEmpty && $0.message.vi != $0.message.en }
    )
  }
  private static func cutOff(_ count: Int) -> String {
    "the file ends here without a line end, after \(count) of 3 fields; it may have been cut off: fetch or export it again"
  }
  @Test(
    arguments: [
      ("x,1,é\ny,2", "3 csv.cut-off record 3: \(cutOff(2))"),
      ("x,1,é\ny", "3 csv.cut-off record 3: \(cutOff(1))"),
      ("x,1,é\ny,", "3 csv.cut-off record 3: \(cutOff(2))"), ("x,1,é\ny,2,é", nil),
      (
        "x,1,é\ny,2\n",
        "3 csv.fields record 3: 2 fields, the header has 3; add what is missing; blank fields are parted too"
      ),
      (
        "x,1\ny,2,é",
        "2 csv.fields record 2: 2 fields, the header has 3; add what is missing; blank fields are parted too"
      ),
      (
        "y,2,é,4",
        "2 csv.fields record 2: 4 fields, the header has 3; a field that holds the separator must stand in quotes"
      ),
    ] as [(String, String?)])
  func `a last record without its end and some fields may be cut off`(_ rows: String, _ message: String?) {
    let found = findings("a,Số hộ,z\n\(rows)", Self.rules)
    #expect(
      found.map { "\($0.line) \($0.code) record \($0.record ?? 0): \($0.message.en)" }
        == (message.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.message.vi != $0.message.en })
  }
  @Test func `a character that is cut in half is the end of the file, and a bad byte is none`() {
    func codes(_ end: [UInt8]) -> [String] {
      let bytes = Array("a,Số hộ\n".utf8) + end
      var cutter = CSVCutter(["f"], rules: Self.rules, format: CSVFormat(), size: 4)
      var findings = Findings(step: "s")
      do throws(StageError) {
        while let piece = try cutter.next(memory(["f": bytes])) {
          CSVDecoder(Self.rules, batchRows: 10).decode(piece, &findings) { _, _ in }
        }
      } catch { Issue.record("\(error.message.en)") }
      return findings.shown
    }
    #expect(codes([0x78, 0xE1, 0xBA]) == ["2 csv.cut-off"])
    #expect(codes([0x78, 0xC3]) == ["2 csv.cut-off"])
    #expect(codes([0x78, 0xFF]) == ["2 csv.encoding a"])
    #expect(codes([0x78, 0x00]) == ["2 csv.encoding a"])
    #expect(codes([0xE1, 0xBA, 0x78]) == ["2 csv.encoding a"])
    #expect(codes([0x78, 0xE1, 0xBA, 10]) == ["2 csv.encoding a"])
  }
  @Test func `a value that is required says how it is mended`() {
    var rules = Self.rules
    rules[1].isRequired = true
    #expect(
      findings("a,Số hộ\nx,\n", rules).map(\.message.en) == [
        "the column 'Số hộ' must have a value; fill it in, or drop 'required' if it may be blank"
      ])
  }
  @Test(
    arguments: [
      ("Bảng giả định\n\na,Số hộ\nx,1.5\n", 2, 3), ("a,Số hộ\nx,1.5\n", 0, 2),
      ("\u{FEFF}\"Bảng\",\nNăm 2024\r\n\r\na,Số hộ\nx,1.5\n", 3, 4),
      ("\"Bảng\ngiả định\"\na,Số hộ\nx,1.5\n", 2, 3), ("\n\na,Số hộ\nx,1.5\n", 2, 2),
    ]) func `a record has one number, whether title lines are declared or looked for`(
      _ text: String, _ titleLines: Int, _ record: Int
    )
  {
    for lines in [nil, titleLines] {
      let found = findings(text, Self.rules, CSVFormat(titleLines: lines)).filter { $0.code == "csv.value" }
      #expect(found.map(\.record) == [record], "\(lines.map { "\($0)" } ?? "looked for")")
    }
  }
  @Test func `a finding about a cell names its column and does not repeat long ones`() {
    let found = findings("a,Số hộ\nx,\(String(repeating: "9", count: 50))\n", Self.rules)
    #expect(found.map(\.column) == ["n"])
    #expect(found.first?.message.en.hasSuffix("found '\(String(repeating: "9", count: 40))…'") == true)
  }
  @Test func `what stands in a personal column is not repeated`() {
    var rules = Self.rules
    rules[1].field.sensitivity = .personal
    let found = findings("a,Số hộ\nx,Nguyễn Thị Mẫu\n", rules)
    #expect(found.map(\.message.en) == ["expected a whole number such as 1234, found '…'"])
  }
  @Test(
    arguments: [
      (.decimal(scale: 1), "a decimal of 1 places such as 1.234,5"), (.int, "a whole number such as 1.234"),
      (.date, "a date such as 31/12/2024"), (.bool, "yes or no such as x/-"),
      (.double, "a floating-point number such as 1.234,5"),
    ] as [(ColumnType, String)])
  func `what is expected is shown in the column's style`(_ type: ColumnType, _ expected: String) {
    var rule = ColumnRule(Field("a", type, .amount))
    (rule.numberStyle, rule.dateStyle, rule.yes, rule.no) = (.vi, .vi, ["x"], ["-"])
    #expect(rule.expected.en == expected)
  }
  @Test(
    arguments: [
      (UInt8(ascii: ";"), nil, "a;b\n1;2", []), (nil, 0, "a;b\n1;2", ["1 csv.guessed"]),
      (UInt8(ascii: ";"), nil, "t\na;b\n1;2", ["2 csv.guessed"]), (nil, 1, "t\na,b\n1,2", []),
      (nil, nil, "a,b\n1,2", []), (UInt8(ascii: ";"), 1, "t\na;b\n1;2", []),
    ] as [(UInt8?, Int?, String, [String])])
  func `only what was guessed is told as a guess`(
    _ separator: UInt8?, _ titleLines: Int?, _ text: String, _ findings: [String]
  ) {
    let reading = read(text, texts("a", "b"), CSVFormat(separator: separator, titleLines: titleLines))
    #expect(reading.rows == [["1", "2"]])
    #expect(reading.findings == findings)
  }
}
