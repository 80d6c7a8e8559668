import Diagnostics
import Formats
import StageKit
import StageTestKit
import Tables
import Testing

/// One damaged row among sound ones: it alone is left out, and is told with its line, wherever it stands.
@Suite struct CSVDamageTests {
  /// A row that cannot be read, and the finding it gives.
  struct Damage: Sendable {
    let row: [UInt8]
    let code: String
    /// A row of a text and some bytes behind it.
    init(_ text: String, _ bytes: UInt8..., code: String) {
      (row, self.code) = (Array(text.utf8) + bytes, code)
    }
  }
  static let damages: [Damage] = [
    Damage("x,y,z", code: "csv.fields"), Damage("x", code: "csv.fields"),
    Damage("\"x\"y,z", code: "csv.quote a"), Damage("x,\"y\" ", code: "csv.quote b"),
    Damage("x,\"y\"\"z\"w", code: "csv.quote b"), Damage("x\u{0},y", code: "csv.encoding a"),
    Damage("x,\u{0}", code: "csv.encoding b"), Damage("x,", 0x80, code: "csv.encoding b"),
    Damage("x,", 0xC0, 0x80, code: "csv.encoding b"), Damage("", 0xFF, 0x2C, 0x79, code: "csv.encoding a"),
    Damage("x,", 0xED, 0xA0, 0x80, code: "csv.encoding b"),
    Damage("x,", 0xF5, 0x80, 0x80, 0x80, code: "csv.encoding b"),
    Damage("x,", 0xE1, 0xBB, code: "csv.encoding b"), Damage("x,\"", 0xC3, 0x22, code: "csv.encoding b"),
    // Latin-1 and windows-1258, as old programs save.
    Damage("X", 0xE3, 0x2C, 0x79, code: "csv.encoding a"),
  ]
  private static let good: [[String?]] = [["1", "một"], ["2", "hai, \"ba\""], ["3", "bốn\nnăm"]]
  private static let written = ["1,một", "2,\"hai, \"\"ba\"\"\"", "3,\"bốn\nnăm\""]
  private static let lines = [2, 3, 4]

  @Test(arguments: damages.indices, 0...3) func `the others are read, and the damage is told at its line`(
    _ index: Int, _ place: Int
  ) {
    let (row, code) = (Self.damages[index].row, Self.damages[index].code)
    for size in [3, 17, 1 << 16] {
      var rows = Self.written.map { Array($0.utf8) }
      rows.insert(row, at: place)
      var bytes = Array("a,b\n".utf8)
      for row in rows { bytes += row + [10] }
      let reading = read([bytes], texts("a", "b"), size: size, batchRows: 2)
      #expect(reading.error == nil && reading.rows == Self.good, "\(code) at \(place), \(size)")
      let line = place == 3 ? 6 : Self.lines[place]
      #expect(reading.findings == ["\(line) \(code)"], "\(reading.findings)")
      #expect(reading.lines == Self.lines.enumerated().map { $0 < place ? $1 : $1 + 1 })
    }
  }
  @Test(arguments: 0..<10) func `any number of damages leaves the sound rows as they are`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    var (bytes, wanted, found) = (Array("a,b\n".utf8), [[String?]](), 0)
    for row in 0..<60 {
      if random.next(below: 3) == 0 {
        bytes += Self.damages[random.next(below: Self.damages.count)].row + [10]
        found += 1
      } else {
        bytes += Array("\(row),\"x\(row)\"\n".utf8)
        wanted.append(["\(row)", "x\(row)"])
      }
    }
    let reading = read([bytes], texts("a", "b"), size: 1 + random.next(below: 90), batchRows: 7)
    #expect(reading.error == nil && reading.rows == wanted)
    #expect(reading.findings.count == found)
  }
  @Test(
    arguments: [
      ("3,\"x\n4,y\n", 3, 3), ("\"3,x\n4,y\n", 3, 1), ("3,x\n4,\"\"\"\n", 4, 3), ("3,\"", 3, 3),
      ("3,\"x\"\"\n", 3, 3), ("3,\"\n\n\n\n\n", 3, 3), ("ộ,\"😀\n", 3, 3),
    ]) func `a quote that is never closed is shown where it was opened`(
      _ rest: String, _ line: Int, _ column: Int
    )
  {
    for size in [1, 2, 5, 1 << 16] {
      let reading = read("a,b\n1,2\n" + rest, texts("a", "b"), size: size)
      let wanted = "f0.csv:\(line):\(column): the quote that is opened here is never closed"
      #expect(reading.error?.hasPrefix(wanted) == true, "\(size): \(reading.error ?? "-")")
    }
  }
  @Test(
    arguments: [
      ("3'7\"N", "3'7\"N"), ("\"", nil), ("a\"", "a\""), ("a\"\"b", "a\"\"b"), ("\"\"", nil),
      ("\"\"\"\"", "\""), (" \"a\"", " \"a\""), ("'\"'", "'\"'"), ("“a”", "“a”"),
    ] as [(String, String?)])
  func `a quote inside a field is a sign like others`(_ field: String, _ wanted: String?) {
    // A field that is one quote opens what is never closed.
    guard field != "\"" else {
      #expect(read("a,b\n1,\"\n", texts("a", "b")).error != nil)
      return
    }
    let reading = read("a,b\n1,\(field)\n2,x\n", texts("a", "b"))
    #expect(reading.rows == [["1", wanted], ["2", "x"]] && reading.findings == [])
  }
  @Test(arguments: [1 << 10, 1 << 16, 3 << 20]) func `a huge field is one cell, quoted or not`(_ count: Int) {
    let text = String(repeating: "a\u{1EC7}", count: count / 4)
    for field in [text, "\"\(text)\"", "\"\(text)\"\"\n\""] {
      let reading = read("a,b\n1,\(field)\n2,y\n", texts("a", "b"), size: 1 << 12)
      #expect(reading.error == nil && reading.findings == [] && reading.rows.count == 2)
      let extra = field.hasSuffix("\n\"") ? 2 : 0
      #expect(reading.rows.first?[1]?.utf8.count == text.utf8.count + extra)
      #expect(reading.rows.last == ["2", "y"])
    }
  }
  @Test(arguments: [100, 1000, 40_000])
  func `a record far beyond the limit is refused, and one below is read`(
    _ limit: Int
  ) {
    func reading(_ count: Int, _ size: Int) -> Reading {
      let field = String(repeating: "x", count: count)
      return read(
        "a,b\n1,2\n3,\"\(field)\"\n", texts("a", "b"), CSVFormat(recordLimit: limit), size: size)
    }
    for size in [16, 50] {
      #expect(reading(limit / 2, size).rows.count == 2, "\(size)")
      let error = reading(limit * 3, size).error
      #expect(error?.contains("longer than \(limit) bytes") == true, "\(size): \(error ?? "-")")
      #expect(error?.hasPrefix("f0.csv:3") == true, "\(error ?? "-")")
    }
  }
  @Test(arguments: ["\u{FEFF}", "\u{FEFF}\u{FEFF}", "\u{FEFF}\"", "\u{FEFF}\n"])
  func `a mark is at the beginning of a file alone, and a second one is no part of a name`(_ start: String) {
    let reading = read(start + (start.hasSuffix("\"") ? "a\",b\n1,2" : "a,b\n1,2"), texts("a", "b"))
    let isDouble = start.unicodeScalars.count { $0 == "\u{FEFF}" } == 2
    if isDouble {
      #expect(reading.error?.contains("'a'") == true || reading.rows == [["1", "2"]])
    } else {
      #expect(reading.rows == [["1", "2"]] && reading.error == nil, "\(reading.error ?? "")")
    }
    // In a cell it is a sign like others.
    #expect(read("a,b\n1,\u{FEFF}2\n", texts("a", "b")).rows == [["1", "\u{FEFF}2"]])
  }
}
