import Diagnostics
import Formats
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

/// What is proposed for a file reads that file.
@Suite struct GuessReadingTests {
  /// Names as people and programs give them, some of which YAML would take for something else.
  static let names = [
    "Mã xã", "Số hộ", "a: b", "- x", "# y", "\"q\"", "'q'", "back\\slash", "yes", "null", "~", "1",
    "2024-01-01", "{x}",
    "[y]", "*z", "&w", "!t", "%p", "@r", "|", ">", "a,b", "tab\there", "line\nbreak",
    "e\u{302}\u{301}", "\u{202E}x",
    "\u{2028}s", "\u{85}n", "😀", "?", "<<", "\u{1}c", "m\u{FEFF}n", "p\u{FFFF}", "x{{y}}", "a #b", "cột:",
  ]
  private func rules(_ text: [UInt8], _ file: String) throws -> [ColumnRule] {
    let guess = try SchemaGuess(file, in: memory([file: text]))
    let yaml = guess.yaml(.vi)
    #expect(yaml.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" }, "\(yaml)")
    let schema = try TableSchema.decoded(from: parseYAML(Array(yaml.utf8), file: "schema.yaml"))
    return try schema.rules(namedAt: nil)
  }
  private func csv(_ names: [String], _ rows: [[String]]) -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    writer.write(names)
    for row in rows { writer.write(row) }
    return writer.bytes
  }

  @Test(
    arguments: [
      ("ma_ho;thu_nhap;dien_tich\nH1;1,5;20,5\nH2;2,5;31,0\n", ["ma_ho", "thu_nhap", "dien_tich"]),
      ("ma_ho;thu_nhap\nH1;1,5\nH2;0,5\n", ["ma_ho", "thu_nhap"]),
      ("ma_ho\tthu_nhap\nH1\t1,5\n", ["ma_ho", "thu_nhap"]),
      // A title above it is still no header, nor is a row of fewer fields.
      (
        "Danh sách hộ nghèo, xã An Bình\nma_ho;thu_nhap;dien_tich\nH1;1,5;20\n",
        ["ma_ho", "thu_nhap", "dien_tich"]
      ),
      ("a,b,c\n1;2;3,4,5\n", ["a", "b", "c"]),
    ])
  func `of separators that cut alike that of the first line is taken`(_ text: String, _ names: [String])
    throws
  {
    #expect(try rules(Array(text.utf8), "a.csv").map(\.header) == names)
  }
  @Test(arguments: ["{mã}", "{x}", "[y]", "[1]", "{", "[", "{x", "[mã"], ["a.csv", "A.CSV", "b.tsv"])
  func `a table whose first name begins with a bracket is no JSON`(_ name: String, _ file: String) throws {
    let guess = try SchemaGuess(file, in: memory([file: Array("\(name),b\n1,2\n3,4\n".utf8)]))
    #expect(guess.yaml(.vi).contains("csv.read") && guess.rows == 2)
    let rules = try rules(Array("\(name),b\n1,2\n3,4\n".utf8), file)
    #expect(rules.map(\.header) == [name, "b"])
  }
  @Test(arguments: ["{\"a\":1}\n{\"a\":2}\n", "[{\"a\":1},{\"a\":2}]", " [ { \"a\": 1 }, { \"a\": 2 } ]"])
  func `what is JSON under the name of a table is read as JSON`(_ text: String) throws {
    #expect(try SchemaGuess("a.csv", in: memory(["a.csv": Array(text.utf8)])).yaml(.vi).contains("json.read"))
    #expect(try SchemaGuess("a", in: memory(["a": Array(text.utf8)])).yaml(.vi).contains("json.read"))
  }
  @Test(arguments: names) func `a column of any name is declared by that name`(_ name: String)
    throws
  {
    let bytes = csv(["zz", name], (1...5).map { ["v\($0)", "\($0)"] })
    let rules = try rules(bytes, "a.csv")
    #expect(
      rules.count == 2 && rules.last.map { $0.header == name } == true, "\(rules.map(\.header))")
    #expect(
      rules.allSatisfy { $0.field.name.wholeMatch(of: /[a-z0-9_]+/) != nil },
      "\(rules.map(\.field.name))")
    let reading = read([bytes], rules, CSVFormat(titleLines: 0))
    #expect(reading.error == nil && reading.rows.count == 5, "\(reading.error ?? "")")
    #expect(reading.rows.map { $0[1] } == (1...5).map { "\($0)" })
  }
  @Test(arguments: names) func `a cell of any text ends no comment`(_ cell: String) throws {
    let bytes = csv(["x", "zz"], (0..<8).map { [cell, "v\($0)"] })
    let rules = try rules(bytes, "a.csv")
    #expect(rules.map(\.header) == ["x", "zz"])
  }
  @Test func `all names together have names of their own`() throws {
    let bytes = csv(Self.names, [Self.names.map { _ in "7" }, Self.names.map { _ in "8" }])
    let rules = try rules(bytes, "a.csv")
    #expect(Set(rules.map(\.field.name)).count == Self.names.count)
    #expect(rules.map(\.header) == Self.names)
  }

  /// Cells of one kind, as a program would write them, and how they are read.
  private func column(_ kind: Int, _ count: Int, _ random: inout SeededRandom) -> [String] {
    (0..<count).map { row in
      switch kind {
      case 0: String(random.next(below: 1 << 20) - 1000)
      case 1: "\(random.next(below: 999)).\(1 + random.next(below: 99))"
      case 2:
        VietnameseNumber.text(FixedPoint(units: Int128(random.next(below: 1 << 40)), scale: 2))
      case 3: Day(number: Int32(random.next(below: 20_000))).iso
      case 4: Day(number: Int32(random.next(below: 20_000))).vietnamese
      case 5: random.one(["có", "không"])
      case 6: "0" + String(10_000 + random.next(below: 9_000))
      default: "chữ \(row) " + random.one(["a", "ộ", "😀"])
      }
    }
  }
  @Test(arguments: 0..<20) func `a clean file is read as proposed, without a cell that is wrong`(
    _ seed: Int
  ) throws {
    var random = SeededRandom(UInt64(seed))
    let (count, width) = (20 + random.next(below: 60), 1 + random.next(below: 8))
    let columns = (0..<width).map { _ in column(random.next(below: 8), count, &random) }
    let names = (0..<width).map { "Cột số \($0)" }
    let rows = (0..<count).map { row in columns.map { $0[row] } }
    let bytes = csv(names, rows)
    let found = read([bytes], try rules(bytes, "a.csv"), CSVFormat(titleLines: 0))
    #expect(found.error == nil && found.rows.count == count, "\(found.error ?? "")")
    #expect(!found.findings.contains { $0.contains("csv.value") }, "\(found.findings)")
    #expect(found.rows.allSatisfy { $0.allSatisfy { $0 != nil } })
    // The same rows as objects.
    let lines = rows.map { row in
      "{" + zip(names, row).map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}\n"
    }.joined()
    let json = readJSON(Array(lines.utf8), try rules(Array(lines.utf8), "a.ndjson"), form: .lines)
    #expect(json.rows == found.rows, "JSON says the same")
  }
  @Test(arguments: 0..<6) func `a proposal does not depend on the language but for its words`(
    _ seed: Int
  ) throws {
    var random = SeededRandom(UInt64(seed) + 40)
    let columns = (0..<5).map { column(($0 + seed) % 8, 30, &random) }
    let bytes = csv((0..<5).map { "c\($0)" }, (0..<30).map { row in columns.map { $0[row] } })
    let guess = try SchemaGuess("a.csv", in: memory(["a.csv": bytes]))
    func declared(_ language: Language) -> [Substring] {
      guess.yaml(language).split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    }
    #expect(declared(.vi) == declared(.en) && declared(.en).count == 6)
    #expect(guess.rows == 30 && guess.isWhole)
    #expect(
      !declared(.en).contains { $0.contains("sensitivity: public") },
      "no column is proposed as public")
    let some = try SchemaGuess("a.csv", in: memory(["a.csv": bytes]), rows: 7)
    #expect(some.rows == 7 && !some.isWhole)
  }
}
