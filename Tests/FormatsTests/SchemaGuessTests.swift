import Diagnostics
import Formats
import StageKit
import Tables
import Testing

/// What is proposed for a file, and why.
@Suite struct SchemaGuessTests {
  private func yaml(
    _ text: String, _ file: String = "a.csv", rows: Int? = nil, _ language: Language = .en
  ) throws -> String {
    try SchemaGuess(file, in: memory([file: Array(text.utf8)]), rows: rows).yaml(language)
  }
  /// The lines of one column: what is said of it, and its declaration.
  private func column(_ cells: [String], header: String = "x", language: Language = .en) throws -> [String] {
    let quoted = cells.map { $0.isEmpty || $0.contains(",") ? "\"\($0)\"" : $0 }
    let text = try yaml("\(header),zzz\n" + quoted.map { "\($0),q\n" }.joined(), "a.csv", language)
    let lines = text.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "columns:"))
    let end = try #require(lines[(start + 1)...].firstIndex { !$0.hasPrefix("  #") })
    return lines[(start + 1)...end].map { $0.trimmingPrefix("  # ").trimmingPrefix("  ").description }
  }
  private func yaml(_ text: String, _ file: String, _ language: Language) throws -> String {
    try yaml(text, file, rows: nil, language)
  }

  @Test func `whole numbers, with the cells that are none`() throws {
    let cells = (1...97).map { "\($0)" } + ["", "", "khoảng 5"]
    #expect(
      try column(cells, header: "Số hộ") == [
        "97 of 98 filled cells are whole numbers", "1 are not: they would be found, and missing", "2 blank",
        "so_ho: { from: \"Số hộ\", type: int, role: count, sensitivity: protected }",
      ])
    #expect(
      try column(["1", "2"], header: "Số hộ", language: .vi).first == "2 trong 2 ô có giá trị là số nguyên")
  }
  @Test(arguments: [
    (["1.5", "20.25"], "type: decimal, scale: 2, role: amount, number_style: plain"),
    (["1.258", "12.258.997"], "type: int, role: count, number_style: vi"),
    (["0,96", "1.234,5"], "type: decimal, scale: 2, role: amount, number_style: vi"),
    (["1.258", "7.5"], "type: decimal, scale: 3, role: amount, number_style: plain"),
  ]) func `numbers by the style in which all can be read`(_ cells: [String], _ want: String) throws {
    #expect(try column(cells).last == "x: { \(want), sensitivity: protected }")
  }
  @Test func `a number that reads two ways is never decided in silence`() throws {
    let alone = try column(["3.675", "1.258", "12"])
    #expect(alone.last == "x: { sensitivity: protected }")
    #expect(alone.contains { $0.hasPrefix("is 3.675 the number 3675 (number_style: vi, type: int) or") })
    #expect(alone.contains("2 of 3 filled cells read two ways, such as 3.675"))
    let beside = try yaml("x,y\n3.675,\"1,5\"\n1.258,\"2,5\"\n")
    #expect(beside.contains("so 3.675 is read as 3675: check it"))
    #expect(beside.contains("x: { type: int, role: count, number_style: vi, sensitivity: protected }"))
    let plain = try yaml("x,y\n3.675,1.5\n1.258,2.5\n")
    #expect(plain.contains("so 3.675 is read as three and some: check it"))
    #expect(plain.contains("x: { type: decimal, scale: 3, role: amount, number_style: plain,"))
    let mixed = try column(["1,5", "1.5"])
    #expect(mixed.last == "x: { sensitivity: protected }")
    #expect(mixed.contains("numbers are written in two styles: kept as text, mend the file"))
  }
  @Test func `days by their style, and where it cannot be told`() throws {
    #expect(
      try column(["2024-12-31", "2024-01-02"]).last
        == "x: { type: date, date_style: iso, sensitivity: protected }")
    #expect(
      try column(["31/12/2024", "3/2/2024"]) == [
        "2 of 2 filled cells are days such as 31/12/2024",
        "x: { type: date, date_style: vi, sensitivity: protected }",
      ])
    let doubtful = try column(["1/2/2024", "3/2/2024"])
    #expect(doubtful.contains { $0.hasPrefix("no cell tells whether the day or the month comes first") })
    let american = try column(["12/31/2024", "1/2/2024"])
    #expect(american.last == "x: { sensitivity: protected }")
    #expect(american.contains { $0.hasPrefix("1 cells have a month above 12") })
  }
  @Test func `codes keep their zeros, and lost ones are told`() throws {
    let cells = (1...30).map { "0000\($0 + 9)" } + ["12", "13"]
    #expect(
      try column(cells, header: "Mã xã") == [
        "32 of 32 filled cells are digits alone, 30 with leading zeros: codes, kept as text",
        "30 codes have 6 digits, 2 are shorter: they may have lost zeros", "every value is there once",
        "ma_xa: { from: \"Mã xã\", role: code, digits: 6, sensitivity: protected }",
      ])
    let named = try column(["12345", "12345"], header: "commune")
    #expect(named.last == "commune: { role: code, digits: 5, sensitivity: protected }")
    #expect(named.contains("values occur again"))
    #expect(try column(["1", "01"]).last == "x: { role: code, sensitivity: protected }")
  }
  @Test func `answers, few values and words for no value`() throws {
    #expect(
      try column(["Có", "Không", "", "Có"]).last == "x: { type: bool, role: flag, sensitivity: protected }")
    let words = try column(Array(repeating: "Hộ nghèo", count: 5) + Array(repeating: "none", count: 4))
    #expect(words.contains("2 values: Hộ nghèo (5), none (4)"))
    #expect(words.last == "x: { sensitivity: protected }")
    let missing = try column(["1", "2", "..", ".."])
    #expect(missing.contains("2 cells say '..', read as not reported"))
    #expect(missing.last?.contains("missing: { \"..\": not_reported }") == true)
    #expect(try column(["0", "1", "1"]).contains { $0.hasPrefix("there is 0 and 1 alone") })
    #expect(try column([" a", "b "]).last == "x: { sensitivity: protected, trim: true }")
    #expect(
      try column(["", ""]) == [
        "all cells are blank, so the type is not known", "2 blank", "x: { sensitivity: protected }",
      ])
  }
  @Test func `what is about a person is personal, and its values are not told`() throws {
    let names = (0..<30).map {
      "Nguyễn Văn Mẫu\(["", " Một", " Hai"][$0 % 3]) \(Character(Unicode.Scalar(97 + UInt8($0 % 26))))\($0 > 25 ? "a" : "")"
    }
    let byContent = try column(names, header: "Cột 1")
    #expect(byContent.last == "cot_1: { from: \"Cột 1\", sensitivity: personal }")
    #expect(byContent.contains("30 of 30 cells looked at are like names of people"))
    let identity = try column((10...39).map { "0010990000\($0)" }, header: "x")
    #expect(identity.last == "x: { role: code, digits: 12, sensitivity: personal }")
    let phone = try column((10...39).map { "09123456\($0)" }, header: "x")
    #expect(phone.last?.hasSuffix("sensitivity: personal }") == true)
    let year = try column(["1960", "1975", "1960", "1975", "1960", "1975"], header: "Năm sinh")
    #expect(year.last == "nam_sinh: { from: \"Năm sinh\", type: int, sensitivity: personal }")
    let reviewer = try column(Array(repeating: "Lê Mẫu", count: 9), header: "reviewer")
    #expect(reviewer.last == "reviewer: { sensitivity: personal }")
    #expect(!reviewer.contains { $0.contains("Lê Mẫu") })
    let all = try yaml("a,b\n1,2\n")
    #expect(!all.contains("sensitivity: public"))
  }
  @Test func `a second row of names, a separator and a title are found`() throws {
    let text = try yaml(
      "Bảng giả định;;\nten;so;ngay\nTên hộ;Số;Ngày\nx;1;31/12/2024\ny;2;30/12/2024\n")
    #expect(text.contains("# use: csv.read, with: { files: …, schema: …, separator: \";\", header_rows: 2 }"))
    #expect(text.contains("ten: { label: \"Tên hộ\", sensitivity: protected }"))
    #expect(
      text.contains("so: { label: \"Số\", type: int,")
        && text.contains("2 of 2 filled cells are whole numbers"))
  }
  @Test func `columns without a name, twice or of the same name for the pipeline`() throws {
    let text = try yaml("a,a,,Số hộ,so-ho,2024\n1,2,3,4,5,6\n")
    #expect(text.contains("# column 3 has no name, and is not read"))
    #expect(text.contains("# the column 'a' stands several times, and is not read"))
    #expect(
      text.contains("  so_ho: {") && text.contains("  so_ho_2: {")
        && text.contains("  c_2024: { from: \"2024\""))
  }
  @Test func `only so many rows are read as are asked for`() throws {
    let text = "n\n" + (0..<5000).map { "\($0)\n" }.joined()
    #expect(try yaml(text, rows: 10).hasPrefix("# Proposed from the first 10 rows of a.csv."))
    #expect(try yaml(text, rows: 10).contains("10 of 10 filled cells"))
    #expect(try yaml(text).contains("5 000 of 5 000 filled cells are whole numbers"))
    #expect(try yaml(text, rows: 5000).hasPrefix("# Proposed from all 5 000 rows"))
  }
  @Test(arguments: ["a.json", "a.ndjson", "a.txt"]) func `JSON in either form`(_ file: String) throws {
    let objects = (0..<20).map { row in
      "{\"Mã xã\":\"0000\(row % 10)\",\"n\":\(row),\"d\":\(row).5,\"f\":\(row % 2 == 0),\"z\":{\"k\":1}"
        + (row == 3 ? "" : ",\"o\":null") + ",\"k\":3.675,\"id\":\(row + 100)}"
    }
    let isList = file == "a.json"
    let text = isList ? "[\(objects.joined(separator: ",\n"))]" : objects.joined(separator: "\n") + "\n7\n"
    let found = try yaml(text, file)
    #expect(found.contains("# use: json.read, with: { files: …, schema: … }"))
    #expect(isList || found.contains("# 1 items are no objects, and are not read"))
    for line in [
      "  ma_xa: { from: \"Mã xã\", role: code, digits: 5, sensitivity: protected }",
      "  n: { type: int, role: count, sensitivity: protected }",
      "  d: { type: decimal, scale: 1, role: amount, number_style: plain, sensitivity: protected }",
      "  f: { type: bool, role: flag, sensitivity: protected }",
      "  # z: { sensitivity: protected }",
      "  o: { sensitivity: protected, optional: true }",
      "  k: { type: decimal, scale: 3, role: amount, number_style: plain, sensitivity: protected }",
      "  id: { type: int, role: code, sensitivity: protected }",
      "  # they are numbers of JSON and no texts, so they keep no leading zeros",
      "  # 1 objects lack it",
    ] { #expect(found.contains("\(line)\n"), "\(line)\n\(found)") }
  }
  @Test func `a last line of NDJSON that is cut off is told with its line`() throws {
    let text = "{\"n\":1}\n\n{\"n\":2}\n{\"n\":"
    for language in [Language.vi, .en] {
      let found = try yaml(text, "a.ndjson", language)
      #expect(
        found.contains(
          language == .vi ? "# dòng cuối (dòng 4) bị cắt" : "# the last line (line 4) is cut off"))
      #expect(!found.contains("no objects") && !found.contains("không phải đối tượng"))
    }
    #expect(try yaml("{\"n\":1}\n7\n{\"n\":2}", "a.ndjson").contains("# 1 items are no objects"))
  }
  @Test(
    arguments: [
      ("unit", "99", "role: code"), ("unit", "99 12", "role: code, digits: 2"),
      ("Mã", "1 23", "role: code"), ("Đơn vị", "101 102", "role: code, digits: 3"),
      ("unit_code", "7", "role: code"),
      ("x", "99 12 99 12 99 12", "role: code, digits: 2"),
      ("x", "99 1 99 1 99 1", "type: int, role: count"),
      ("x", "99 12 13", "type: int, role: count"),
      ("tuổi", "35 42 35 42 35 42", "type: int, role: count"),
      ("Năm", "2023 2024 2023 2024 2023 2024", "type: int"),
      ("Số hộ", "35 42 35 42 35 42", "type: int, role: count"),
      ("x", "1 2 1 2 1 2", "type: int, role: count"),
      ("area", "12 13", "type: int, role: count"),
    ] as [(String, String, String)]) func `numbers are codes where they are called so, or are used as codes`(
      _ header: String, _ cells: String, _ want: String
    ) throws
  {
    let last = try #require(try column(cells.split(separator: " ").map(String.init), header: header).last)
    #expect(last.contains("\(want), sensitivity: protected }"), "\(last)")
  }
  @Test func `what is taken for codes by its use alone says how it is undone`() throws {
    let column = try column(Array(repeating: "99", count: 4) + Array(repeating: "12", count: 4))
    #expect(column.contains { $0.hasSuffix("if they are counts, write type: int, role: count") })
    let named = try self.column(["99", "12", "99"], header: "unit")
    #expect(!named.contains { $0.contains("again and again") })
  }
  @Test func `a table of one column and remarks is no YAML`() throws {
    #expect(try yaml("n\n1\n2\n").contains("n: { type: int"))
    #expect(try yaml("Tên: hộ,n\nx: y,1\nz,2\n").contains("ten_ho:"))
  }
  @Test(arguments: [
    ("", "a.csv", "a.csv:1:1: the file is empty"),
    ("PK\u{3}\u{4}", "a.csv", "a.csv:1:1: this file is an XLSX"),
    ("[]", "a.json", "a.json:1:1: there is no object in it"),
    ("7\n", "a.ndjson", "a.ndjson:1:1: there is no object"),
    (
      "\n{\"a\":", "a.ndjson",
      "a.ndjson:2:1: the last line is cut off within its object, and there is no other"
    ),
    ("{\n \"a\": 1\n}\n", "a.json", "a.json:1:1: there is no object"),
    ("a,b\n", "a.csv", "a.csv:2:1: no row follows the header"), ("a,b", "a.csv", "a.csv:1:1: no row follows"),
    ("Bảng\n\na,b\n\n", "a.csv", "a.csv:4:1: no row follows the header"),
    ("a: 1\n", "a.yaml", "a.yaml:1:1: this file is YAML, and no table of data"),
    (
      "# x, y\npipeline: t\nsteps:\n  - { use: a, with: { b: c, d: e } }\n  - { use: z }\nsố_hộ: 3\n",
      "p.txt",
      "p.txt:1:1: this file is YAML"
    ),
    ("a,b\n1,2\n1\n1\n", "a.csv", "a.csv:1:1: 2 of 3 records do not fit the header; this file is no table"),
    ("a,b\n1,\"2\n", "a.csv", "a.csv:2:3: the quote that is opened here"),
  ]) func `a file of which nothing can be said is refused`(_ text: String, _ file: String, _ message: String)
  {
    let error = #expect(throws: StageError.self) { try yaml(text, file) }
    #expect(error?.message.en.hasPrefix(message) == true, "\(error?.message.en ?? "")")
  }
}
