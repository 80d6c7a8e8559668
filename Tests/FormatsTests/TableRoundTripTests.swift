import StageTestKit
import Tables
import Testing

@testable import Formats

/// Tables that are written and read again, with texts of all scripts.
@Suite struct TableRoundTripTests {
  /// Signs that parts of the way may trip over: marks that combine, letters from right to left, signs without width.
  static let signs = [
    "a", "\u{301}", "e\u{302}\u{323}", "ộ", "\u{5D0}\u{5B8}", "\u{202E}", "\u{200D}", "\u{FEFF}", "\u{2028}",
    "\u{85}", "\u{A0}", "\u{202F}", " ", "\t", "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "'", "=", "-", "0",
    "\\", "\\n", "\u{1}", "\u{7F}", "😀", "👨‍👩‍👧", "\u{10FFFF}", "\u{FFFD}", "null", "#", "{", "}", "[", "]", ":",
  ]
  static let types: [ColumnType] = [
    .text, .int, .decimal(scale: 0), .decimal(scale: 2), .decimal(scale: 18), .bool, .date, .double, .text,
  ]
  static let schema = Schema(types.enumerated().map { Field("cột \($0)", $1, .label) })
  static let rules = schema.fields.map { ColumnRule($0) }

  static func rows(_ count: Int, _ random: inout SeededRandom, withMissing: Bool = true) -> Batch {
    var columns = types.map { ColumnBuilder($0) }
    for _ in 0..<count {
      for (index, type) in types.enumerated() {
        // The first cell is always there, so that no row is blank.
        guard index == 0 || !withMissing || random.next(below: 5) > 0 else {
          columns[index].append(missing: .blank)
          continue
        }
        switch type {
        case .int, .decimal: columns[index].append(units: number(&random))
        case .date: columns[index].append(units: Int64(random.next(below: 800_000) - 400_000))
        case .double: _ = columns[index].append(double: Double(random.next(below: 4000)) / 16 - 100)
        case .bool: _ = columns[index].append(bool: random.next(below: 2) == 0)
        case .text:
          let text = (0..<random.next(below: 6)).map { _ in random.one(signs) }.joined()
          // A letter on each side: what is spaces alone is no value when it is read.
          columns[index].append(text: "\(random.one(["x", "\u{FEFF}x", " x", "\u{301}x"]))\(text)y".utf8)
        }
      }
    }
    return Batch(columns.map(\.column), count: count)
  }
  private static func number(_ random: inout SeededRandom) -> Int64 {
    switch random.next(below: 6) {
    case 0: [.min, .max, 0, -1, 1, 999, 1000, .min + 1][random.next(below: 8)]
    default: Int64(bitPattern: random.next()) >> Int64(random.next(below: 64))
    }
  }
  /// What reading these rows must give, number by number; texts are compared as scalars.
  private func expectSame(_ reading: Reading, _ rows: Batch, _ text: [UInt8]) {
    var wanted = Reading()
    wanted.add(rows)
    let shown = String(decoding: text, as: UTF8.self)
    #expect(reading.error == nil && reading.findings == [], "\(reading.findings) \(shown)")
    let scalars = { (rows: [[String?]]) in rows.map { $0.map { $0.map { Array($0.unicodeScalars) } } } }
    #expect(scalars(reading.rows) == scalars(wanted.rows), "\(shown)")
    #expect(reading.reasons == wanted.reasons)
  }

  @Test(arguments: 0..<10, [UInt8(ascii: ","), UInt8(ascii: ";"), 9])
  func `CSV that is written is read again, sign by sign`(_ seed: Int, _ separator: UInt8) {
    var random = SeededRandom(UInt64(seed))
    let rows = Self.rows(1 + random.next(below: 40), &random)
    var writer = CSVWriter(
      separator: separator, lineEnd: seed % 2 == 0 ? .lf : .crlf, byteOrderMark: seed % 3 == 0)
    writer.write(header: Self.schema)
    writer.write(rows)
    let format = CSVFormat(separator: separator, titleLines: 0, headerRows: 1)
    for (size, batchRows) in [(1 << 16, 1024), (1 + random.next(below: 200), 1 + random.next(below: 5))] {
      let reading = read([writer.bytes], Self.rules, format, size: size, batchRows: batchRows)
      expectSame(reading, rows, writer.bytes)
    }
  }
  @Test(arguments: 0..<10) func `rows as text, in either form, are read again`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 100)
    let rows = Self.rows(1 + random.next(below: 80), &random)
    let csv = RowText(.csv(isSpreadsheetSafe: false), Self.schema.names)
    let text = csv.heading + csv.bytes(of: rows.columns, rows: 0..<rows.count)
    let format = CSVFormat(separator: UInt8(ascii: ","), titleLines: 0, headerRows: 1)
    expectSame(read([text], Self.rules, format, size: 100 + random.next(below: 900)), rows, text)
    let json = RowText(.ndjson, Self.schema.names)
    let lines = json.heading + json.bytes(of: rows.columns, rows: 0..<rows.count)
    expectSame(
      readJSON(lines, Self.rules, size: 100 + random.next(below: 900), batchRows: 7, form: .lines), rows,
      lines)
  }
  @Test(arguments: 0..<6) func `rows written in parts are those written at once`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 200)
    let rows = Self.rows(60, &random)
    for form in [RowText.Form.csv(isSpreadsheetSafe: true), .csv(isSpreadsheetSafe: false), .ndjson] {
      let text = RowText(form, Self.schema.names)
      var parts: [UInt8] = []
      var start = 0
      while start < rows.count {
        let end = min(start + random.next(below: 9), rows.count)
        parts += text.bytes(of: rows.columns, rows: start..<end)
        start = end
      }
      #expect(parts == text.bytes(of: rows.columns, rows: 0..<rows.count))
      #expect(text.bytes(of: rows.columns, rows: 7..<7) == [])
    }
  }
  @Test(arguments: 0..<6) func `what is marked for spreadsheets differs by the apostrophes alone`(_ seed: Int)
  {
    var random = SeededRandom(UInt64(seed) + 300)
    let cells = [
      "=1", "+1", "-1", "@a", "a", "'=1", " =1", "＝1", "\"=1\"", "", "-", "a=1", "\t1", "ộ", "=\n",
    ]
    var column = ColumnBuilder(.text)
    var picked: [String] = []
    for _ in 0..<50 {
      picked.append(random.one(cells))
      column.append(text: picked.last?.utf8 ?? "".utf8)
    }
    let safe = RowText(.csv(isSpreadsheetSafe: true), ["a", "b"])
    let bytes = safe.heading + safe.bytes(of: [column.column, column.column], rows: 0..<50)
    var tokenizer = CSVTokenizer(bytes, separator: UInt8(ascii: ","))
    _ = tokenizer.next()
    for cell in picked {
      let fields = tokenizer.next()?.fields.map { String(decoding: $0, as: UTF8.self) }
      let isRun = ["=", "+", "-", "@", "\t", "\r", "\n", "＝"].contains { cell.hasPrefix($0) }
      #expect(fields == [String](repeating: isRun ? "'" + cell : cell, count: 2), "\(cell)")
    }
    #expect(tokenizer.next() == nil)
  }
  @Test(arguments: 0..<8) func `records that are written are cut again`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 400)
    for separator in Array(",;\t|".utf8) {
      var writer = CSVWriter(separator: separator, lineEnd: seed % 2 == 0 ? .lf : .crlf)
      var wanted: [[String]] = []
      for _ in 0..<40 {
        let record = (0..<1 + random.next(below: 4)).map { _ -> String? in
          random.next(below: 6) == 0
            ? nil : (0..<random.next(below: 4)).map { _ in random.one(Self.signs) }.joined()
        }
        writer.write(record)
        wanted.append(record.map { $0 ?? "" })
      }
      var tokenizer = CSVTokenizer(writer.bytes, separator: separator)
      for record in wanted {
        let found = tokenizer.next()
        #expect(found?.fault == nil)
        #expect(found?.fields.map { Array($0) } == record.map { Array($0.utf8) })
      }
      #expect(tokenizer.next() == nil)
    }
  }
}
