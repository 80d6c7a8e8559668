import Formats
import StageTestKit
import Tables
import Testing

@Suite struct CSVWriterTests {
  private func text(_ writer: CSVWriter) -> String { String(decoding: writer.bytes, as: UTF8.self) }

  @Test(
    arguments: [
      ("a", "a"), ("", "\"\""), (nil, ""), ("a,b", "\"a,b\""), ("a;b", "a;b"), ("a\"b", "\"a\"\"b\""),
      ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" a", "\" a\""), ("a ", "\"a \""),
      (" ", "\" \""), ("a b", "a b"), ("ấ", "ấ"), ("'", "'"), ("\t", "\t"), ("-1", "-1"), ("01", "01"),
    ] as [(String?, String)])
  func `a field is quoted when it must be`(_ field: String?, _ written: String) {
    var writer = CSVWriter(lineEnd: .lf)
    writer.write(["x", field, "y"])
    #expect(text(writer) == "x,\(written),y\n")
  }
  @Test(
    arguments: [(";", "a;b", "\"a;b\""), (";", "a,b", "a,b"), ("\t", "a\tb", "\"a\tb\"")]
      as [(Character, String, String)])
  func `the separator is quoted, whichever it is`(_ separator: Character, _ field: String, _ written: String)
  {
    var writer = CSVWriter(separator: separator.asciiValue ?? 0, lineEnd: .lf)
    writer.write([field])
    #expect(text(writer) == written + "\n")
  }
  @Test func `records end with CR LF unless said otherwise, and a mark comes first`() {
    var writer = CSVWriter(byteOrderMark: true)
    writer.write(["a", "b"])
    writer.write(["1", nil])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,\r\n".utf8))
  }
  @Test func `a lone missing field is no empty line`() {
    var writer = CSVWriter(lineEnd: .lf, byteOrderMark: true)
    writer.write([nil])
    writer.write(["a"])
    writer.write([nil])
    #expect(writer.bytes.dropFirst(3).elementsEqual("\"\"\na\n\"\"\n".utf8))
  }
  @Test func `fields of all kinds are written plainly`() {
    var writer = CSVWriter(lineEnd: .lf)
    writer.field(FixedPoint(plain: "0.40"))
    writer.field(-12)
    writer.field(Day(iso: "2024-12-31"))
    writer.field(nil as FixedPoint?)
    writer.field(nil as Int?)
    writer.field(nil as Day?)
    writer.endRecord()
    #expect(text(writer) == "0.40,-12,2024-12-31,,,\n")
  }

  /// Random rows of every type; texts are none of those that are read as blank.
  private func batch(_ schema: Schema, _ count: Int, _ random: inout SeededRandom) -> Batch {
    let pieces = ["a", "\"", ",", ";", "\n", "\r\n", "\r", " b", "ấ", "😀", "'", "0"]
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for _ in 0..<count {
      for index in columns.indices {
        guard random.next(below: 4) > 0 || index == 0 else {
          columns[index].append(missing: .blank)
          continue
        }
        switch schema.fields[index].type {
        case .int, .decimal: columns[index].append(units: Int64(bitPattern: random.next()))
        case .date: columns[index].append(units: Int64(random.next(below: 700_000) - 300_000))
        case .double: _ = columns[index].append(double: Double(random.next(below: 1000)) / 8)
        case .bool: _ = columns[index].append(bool: random.next(below: 2) == 0)
        case .text:
          let text = (0...random.next(below: 4)).map { _ in pieces[random.next(below: pieces.count)] }
            .joined()
          columns[index].append(text: "x\(text)".utf8)
        }
      }
    }
    return Batch(columns.map(\.column), count: count)
  }
  @Test(arguments: 0..<8) func `what is written is read again, cell by cell`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let types: [ColumnType] = [.text, .int, .decimal(scale: 4), .double, .bool, .date, .text]
    let schema = Schema(types.enumerated().map { Field("c\($0), \"\($1)\"", $1, .label) })
    let separator = Array(",;\t".utf8)[seed % 3]
    let rows = batch(schema, random.next(below: 60) + 1, &random)
    var writer = CSVWriter(
      separator: separator, lineEnd: seed % 2 == 0 ? .lf : .crlf, byteOrderMark: seed > 3)
    writer.write(header: schema)
    writer.write(rows)
    let reading = read(
      [writer.bytes], schema.fields.map { ColumnRule($0) }, CSVFormat(separator: separator, titleLines: 0),
      size: 50)
    var wanted = Reading()
    wanted.add(rows)
    #expect(reading.error == nil && reading.findings == [])
    #expect(reading.rows == wanted.rows)
    #expect(reading.reasons == wanted.reasons)
  }
}
