import Formats
import StageTestKit
import Tables
import Testing

/// The writer of columns gives the bytes of the plain writers, cell by cell.
@Suite struct RowTextTests {
  private static let types: [ColumnType] = [
    .text, .int, .decimal(scale: 0), .decimal(scale: 4), .decimal(scale: 18), .double, .bool, .date, .text,
  ]
  private static let names = ["mã", "a,b", "\"c\"", "d", "e", "f", "g", "h", "=i"]
  private func batch(_ pieces: [String], _ count: Int, _ random: inout SeededRandom) -> Batch {
    var columns = Self.types.map { ColumnBuilder($0) }
    for _ in 0..<count {
      for (index, type) in Self.types.enumerated() {
        guard random.next(below: 5) > 0 else {
          columns[index].append(missing: MissingReason.allCases[random.next(below: 5)])
          continue
        }
        switch type {
        case .int, .decimal:
          let number = Int64(bitPattern: random.next()) >> Int64(random.next(below: 64))
          columns[index].append(units: random.next(below: 20) == 0 ? .min : number)
        case .date: columns[index].append(units: Int64(Int32(truncatingIfNeeded: random.next()) >> 8))
        case .double: _ = columns[index].append(double: Double(random.next(below: 1000)) / 8 - 60)
        case .bool: _ = columns[index].append(bool: random.next(below: 2) == 0)
        case .text:
          let text = (0..<random.next(below: 5)).map { _ in pieces[random.next(below: pieces.count)] }
          columns[index].append(text: text.joined().utf8)
        }
      }
    }
    return Batch(columns.map(\.column), count: count)
  }
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(
    arguments: [
      ["a", "xã Mẫu", "0123456789"], ["a", "\"", ",", "\n", "\r", " ", "\t", "=", "\u{7F}", "\\", "😀"],
    ],
    [0, 1, 63, 400])
  func `rows are those of the plain writers`(_ pieces: [String], _ count: Int) {
    var random = SeededRandom(UInt64(count + pieces.count))
    let rows = batch(pieces, count, &random)
    var plain = CSVWriter(lineEnd: .lf)
    plain.write(Self.names)
    let csv = RowText(.csv(isSpreadsheetSafe: false), Self.names)
    #expect(csv.heading == plain.bytes)
    plain.write(rows)
    #expect(text(csv.heading + csv.bytes(of: rows.columns, rows: 0..<count)) == text(plain.bytes))
    var json = JSONWriter(.compact)
    json.write(rows, Schema(zip(Self.names, Self.types).map { Field($0, $1, .label) }))
    let ndjson = RowText(.ndjson, Self.names)
    #expect(ndjson.heading.isEmpty)
    #expect(text(ndjson.bytes(of: rows.columns, rows: 0..<count)) == text(json.bytes))
    let middle = count / 3..<count / 2
    let some = rows.gathered(Array(middle))
    for writer in [csv, ndjson] {
      #expect(
        writer.bytes(of: rows.columns, rows: middle) == writer.bytes(of: some.columns, rows: 0..<some.count))
    }
  }
  @Test(arguments: [ColumnType.text, .int, .date]) func `a lone missing field is no empty line`(
    _ type: ColumnType
  ) {
    var column = ColumnBuilder(type)
    column.append(missing: .withheld)
    column.append(missing: .blank)
    let csv = RowText(.csv(isSpreadsheetSafe: false), ["a"]).bytes(of: [column.column], rows: 0..<2)
    #expect(text(csv) == "\"\"\n\"\"\n")
    #expect(
      text(RowText(.ndjson, ["a"]).bytes(of: [column.column], rows: 1..<2)) == "{\"a\":null}\n")
  }
  @Test(
    arguments: [
      ("=1+1", "'=1+1"), ("+84 1", "'+84 1"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""),
      ("\n", "\"'\n\""), ("＝1", "'＝1"), ("－1", "'－1"), ("a=1", "a=1"), (" =1", "\" =1\""), ("", "\"\""),
      ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""), ("ﬀ", "ﬀ"), ("'=1", "'=1"),
    ] as [(String, String)])
  func `a text that a spreadsheet would run is marked, when asked for`(_ cell: String, _ written: String) {
    var column = ColumnBuilder(.text)
    column.append(text: cell.utf8)
    let safe = RowText(.csv(isSpreadsheetSafe: true), ["a", "b"])
    let other = Column.int(Values([-7]))
    #expect(text(safe.bytes(of: [column.column, other], rows: 0..<1)) == "\(written),-7\n")
    var plain = CSVWriter(lineEnd: .lf)
    plain.write([cell, "-7"])
    let unsafe = RowText(.csv(isSpreadsheetSafe: false), ["a", "b"])
    #expect(unsafe.bytes(of: [column.column, other], rows: 0..<1) == plain.bytes)
    #expect(text(RowText(.csv(isSpreadsheetSafe: true), ["=a", "b"]).heading) == "'=a,b\n")
  }
  @Test(arguments: [0, 1, 9, 10, 99, 100, -1, -10, .max, .min] as [Int64], [0, 1, 2, 9, 18])
  func `every number is written as it is`(_ units: Int64, _ scale: Int) {
    let column = Column.decimal(Decimals(Values([units]), scale: scale))
    let line = RowText(.csv(isSpreadsheetSafe: false), ["a"]).bytes(of: [column], rows: 0..<1)
    #expect(text(line) == FixedPoint(units: Int128(units), scale: scale).plain + "\n")
  }
  @Test func `rows without a column are empty objects`() {
    #expect(text(RowText(.ndjson, []).bytes(of: [], rows: 0..<2)) == "{}\n{}\n")
  }
}
