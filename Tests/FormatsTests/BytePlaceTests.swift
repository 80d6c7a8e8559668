import StageKit
import Tables
import Testing

@testable import Formats

/// The bytes that each row, and each rejected record, was made of.
@Suite struct BytePlaceTests {
  private func project(_ bytes: [UInt8]) -> ProjectFiles {
    ProjectFiles { (_, offset, count) in
      Array(bytes.dropFirst(offset).prefix(count))
    } names: { (_) in
      []
    }
  }
  private static let rules = [
    ColumnRule(Field("a", .text, .label), header: "a"), ColumnRule(Field("b", .int, .count), header: "b"),
  ]
  private func text(_ range: Range<Int>?, _ bytes: [UInt8]) -> String {
    String(decoding: range.map { bytes[$0] } ?? [], as: UTF8.self)
  }

  @Test(arguments: [1, 7, 1 << 16], [1, 64]) func `of CSV, without the line end`(_ size: Int, _ rows: Int)
    throws
  {
    let text = "\u{FEFF}a,b\r\nx,1\r\n\r\n\"y\r\n\"\"z\",2\r\nshort\r\n,\r\n w ,3\r\nlast,4"
    let bytes = Array(text.utf8)
    var cutter = CSVCutter(["f"], rules: Self.rules, format: CSVFormat(separator: 44), size: size)
    var findings = Findings(step: "s")
    var places: [String] = []
    while let piece = try cutter.next(project(bytes)) {
      CSVDecoder(Self.rules, batchRows: rows).decode(piece, &findings) { batch, _ in
        for row in 0..<batch.count {
          places.append(
            "\(batch.origin.record(of: row) ?? 0) \(self.text(batch.origin.bytes(of: row), bytes))")
        }
      }
    }
    #expect(places == ["2 x,1", "3 \"y\r\n\"\"z\",2", "6  w ,3", "7 last,4"])
    let rejected = findings.takeRejections()
    #expect(
      rejected.map { "\($0.code) \($0.place.record ?? 0) \(self.text($0.place.bytes, bytes))" } == [
        "csv.fields 4 short"
      ])
    #expect(findings.forms == ["f": .csv(heading: 8)] && findings.steps["s"]?.rowsRejected == 1)
    #expect(
      findings.steps["s"]?.counts["csv.empty-row"] == 1, "a row without data is left out, and not rejected")
  }
  @Test(arguments: [1, 7, 1 << 16], [1, 64]) func `of JSON, without the spaces around`(
    _ size: Int, _ rows: Int
  ) throws {
    let bytes = Array(
      " [ {\"a\": \"x\", \"b\": 1} ,\n{\n\"a\": \"}\"\n, \"b\": 2 }, {\"c\": 1},{\"a\":\"z\",\"b\":3}\n]".utf8
    )
    var cutter = JSONCutter(["f"], size: size)
    var findings = Findings(step: "s")
    var places: [String] = []
    while let piece = try cutter.next(project(bytes)) {
      JSONRowDecoder(Self.rules, batchRows: rows).decode(piece, &findings) { batch, _ in
        for row in 0..<batch.count {
          places.append(
            "\(batch.origin.record(of: row) ?? 0) \(self.text(batch.origin.bytes(of: row), bytes))")
        }
      }
    }
    #expect(
      places == [
        "1 {\"a\": \"x\", \"b\": 1}", "2 {\n\"a\": \"}\"\n, \"b\": 2 }", "4 {\"a\":\"z\",\"b\":3}",
      ])
    #expect(findings.takeRejections().map { self.text($0.place.bytes, bytes) } == ["{\"c\": 1}"])
    #expect(findings.forms == ["f": .json])
  }
}
