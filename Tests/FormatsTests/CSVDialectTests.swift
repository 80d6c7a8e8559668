import Diagnostics
import Formats
import StageKit
import StageTestKit
import Tables
import Testing

/// One table as many programs would write it: whatever the quotes, line ends and blank lines, the same is read.
@Suite struct CSVDialectTests {
  private static let pieces = [
    "a", "x", "0", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", " ", "'", "ộ", "😀", "\u{A0}", "\\", "=",
  ]
  private static let names = ["mã", "tên xã", "ghi chú"]

  /// A way to write CSV.
  struct Dialect: Sendable, CustomTestStringConvertible {
    var separator: Character
    var lineEnd: String
    var hasMark: Bool
    var quotesAll: Bool
    var endsLast: Bool
    var testDescription: String {
      "\(separator.debugDescription) \(lineEnd.debugDescription) \(hasMark) \(quotesAll) \(endsLast)"
    }
    static let all: [Dialect] = {
      var all: [Dialect] = []
      for separator in [",", ";", "\t"] as [Character] {
        for lineEnd in ["\n", "\r\n", "\r"] {
          for (mark, quotes, last) in [
            (true, true, false), (false, false, true), (false, true, true), (true, false, false),
          ] {
            all.append(
              Dialect(
                separator: separator, lineEnd: lineEnd, hasMark: mark, quotesAll: quotes, endsLast: last))
          }
        }
      }
      return all
    }()
    /// A field; quotes that need not be are written as a coin falls.
    func field(_ text: String, _ random: inout SeededRandom) -> String {
      let signs = text.unicodeScalars
      let must =
        signs.contains { [separator, "\n", "\r"].contains(Character($0)) } || signs.first == "\""
        || text.isEmpty && quotesAll
      guard must || quotesAll || random.next(below: 4) == 0 else { return text }
      return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    func text(_ rows: [[String]], _ random: inout SeededRandom) -> String {
      var lines = rows.map { row in
        row.map { field($0, &random) }.joined(separator: String(separator))
      }
      // A line without any sign is no record.
      if random.next(below: 2) == 0 { lines.insert("", at: 1 + random.next(below: lines.count)) }
      return (hasMark ? "\u{FEFF}" : "") + lines.joined(separator: lineEnd) + (endsLast ? lineEnd : "")
    }
    var format: CSVFormat { CSVFormat(separator: separator.asciiValue, titleLines: 0, headerRows: 1) }
  }
  private static func table(_ random: inout SeededRandom) -> [[String]] {
    (0..<2 + random.next(below: 20)).map { row in
      names.indices.map { column in
        let text = (0..<random.next(below: 5)).map { _ in random.one(pieces) }.joined()
        return column == 0 ? "r\(row)" + text + "." : text
      }
    }
  }
  private static let rules = names.map { ColumnRule(Field($0, .text, .label)) }
  /// What is spaces alone is no value.
  private static func wanted(_ table: [[String]]) -> [[[Unicode.Scalar]?]] {
    table.map { row in
      row.map { cell in
        let isBlank = cell.unicodeScalars.allSatisfy { [" ", "\t", "\u{A0}"].contains($0) }
        return isBlank ? nil : Array(cell.unicodeScalars)
      }
    }
  }
  private static func scalars(_ reading: Reading) -> [[[Unicode.Scalar]?]] {
    reading.rows.map { $0.map { $0.map { Array($0.unicodeScalars) } } }
  }

  @Test(arguments: Dialect.all) func `a table is read as it was meant, however it is written`(
    _ dialect: Dialect
  ) {
    var random = SeededRandom(
      UInt64(truncatingIfNeeded: dialect.testDescription.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    for _ in 0..<12 {
      let table = Self.table(&random)
      let text = dialect.text([Self.names] + table, &random)
      let reading = read(
        text, Self.rules, dialect.format, size: 16 + random.next(below: 400),
        batchRows: 1 + random.next(below: 9))
      #expect(reading.error == nil && reading.findings == [], "\(reading.findings) \(text.debugDescription)")
      #expect(Self.scalars(reading) == Self.wanted(table), "\(text.debugDescription)")
    }
  }
  @Test(arguments: 0..<6) func `columns in another order, and others between them, change nothing`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed))
    let dialect = Dialect.all[random.next(below: Dialect.all.count)]
    let table = Self.table(&random)
    let order = [0, 1, 2].shuffled(using: &random)
    let wide = ([Self.names] + table).enumerated().map { index, row in
      [index == 0 ? "thừa 1" : "\(index)"] + order.map { row[$0] } + [index == 0 ? "thừa 2" : "\"x\""]
    }
    let reading = read(dialect.text(wide, &random), Self.rules, dialect.format, size: 100)
    #expect(Self.scalars(reading) == Self.wanted(table))
  }
  @Test(arguments: 0..<6) func `files one after another are one table, each in its own way`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 50)
    let separator = Dialect.all[random.next(below: Dialect.all.count)].separator
    let dialects = Dialect.all.filter { $0.separator == separator }
    let tables = (0..<4).map { _ in Self.table(&random) }
    let texts = tables.map { table in
      Array(dialects[random.next(below: dialects.count)].text([Self.names] + table, &random).utf8)
    }
    let reading = read(texts, Self.rules, dialects[0].format, size: 64)
    #expect(reading.error == nil, "\(reading.error ?? "")")
    #expect(Self.scalars(reading) == Self.wanted(tables.flatMap { $0 }))
  }
  @Test(arguments: Dialect.all) func `the line told is the one on which a row begins`(_ dialect: Dialect) {
    var random = SeededRandom(9)
    let table = [["a", "một\nhai", "\r\n"], ["b", "", "ba"], ["c", "\r", "x\r\r\ny"], ["d", "e", "f"]]
    let text = dialect.text([Self.names] + table, &random)
    let reading = read(text, Self.rules, dialect.format, size: 20)
    var (line, wanted, isQuoted) = (1, [Int](), false)
    let signs = Array(text.unicodeScalars)
    for index in signs.indices {
      let isFirst = index == 0 || !isQuoted && ["\n", "\r"].contains(signs[index - 1])
      if signs[index] == "\"" { isQuoted.toggle() }
      if isFirst, !["\n", "\r"].contains(signs[index]), line > 1 { wanted.append(line) }
      let isEnd =
        signs[index] == "\n" || signs[index] == "\r" && (index + 1 == signs.count || signs[index + 1] != "\n")
      if isEnd { line += 1 }
    }
    #expect(reading.lines == wanted, "\(text.debugDescription)")
  }
}
