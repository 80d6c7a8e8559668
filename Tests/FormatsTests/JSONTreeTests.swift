import Formats
import StageKit
import StageTestKit
import Testing

/// Values of JSON that are written and read again.
@Suite struct JSONTreeTests {
  private func written(_ value: JSON, _ layout: JSONWriter.Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.value(value)
    return writer.bytes
  }
  /// A random value; `depth` is how deep it already stands.
  private func value(_ depth: Int, _ random: inout SeededRandom) -> JSON {
    switch random.next(below: depth > 4 ? 5 : 7) {
    case 0: return .null
    case 1: return .bool(random.next(below: 2) == 0)
    case 2: return .integer(Int(truncatingIfNeeded: random.next()) >> random.next(below: 64))
    case 3:
      return .number(random.one(["0.50", "-1.25", "1e-7", "12345678901234567890", "0.0", "1E+5", "-0.001"]))
    case 4: return .string(text(&random))
    case 5: return .array((0..<random.next(below: 4)).map { _ in value(depth + 1, &random) })
    default:
      return .object((0..<random.next(below: 4)).map { ("\($0)" + text(&random), value(depth + 1, &random)) })
    }
  }
  private func text(_ random: inout SeededRandom) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<random.next(below: 9) {
      let limit = [0x20, 0x80, 0x300, 0x2100, 0x1_0000, 0x11_0000][random.next(below: 6)]
      if let scalar = Unicode.Scalar(UInt32(random.next(below: limit))) { text.append(scalar) }
    }
    return String(text)
  }

  @Test(arguments: 0..<10) func `any value is read as it was written, and written again as it was`(
    _ seed: Int
  ) throws {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<200 {
      let bytes = written(value(0, &random))
      let shown = String(decoding: bytes, as: UTF8.self)
      let found = try #require(JSON(line: bytes[...]), "\(shown)")
      #expect(written(found) == bytes, "\(shown)")
      #expect(!bytes.contains { $0 < 32 || $0 == 127 }, "\(shown)")
      // The form with lines differs by spaces alone, so that it is the same value.
      let laidOut = written(found, .indented)
      let again = try #require(JSON(line: laidOut[...]), "\(shown)")
      #expect(written(again) == bytes)
    }
  }
  @Test(arguments: 0..<17) func `every character of a plane is read as it was written`(_ plane: UInt32) throws
  {
    var text = String.UnicodeScalarView()
    // Every one of the first plane up to Vietnamese, and some of each block after it.
    for value in stride(from: plane << 16, to: (plane + 1) << 16, by: 1)
    where plane == 0 && value < 0x1F00 || value % 61 == 0 {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    for value in [0xFFFD, 0xFFFE, 0xFFFF] as [UInt32] {
      if let scalar = Unicode.Scalar(plane << 16 | value) { text.append(scalar) }
    }
    let bytes = written(.string(String(text)))
    guard case .string(let found)? = JSON(line: bytes[...]) else {
      Issue.record("plane \(plane) is not read")
      return
    }
    #expect(Array(found.unicodeScalars) == Array(text))
  }
  @Test(arguments: 0..<17) func `every character may be written by its number`(_ plane: UInt32) {
    for value in stride(from: plane << 16, to: (plane + 1) << 16, by: 257) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let escaped = String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16, uppercase: value % 2 == 0)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
      guard case .string(let found)? = JSON(line: Array("\"\(escaped)\"".utf8)[...]) else {
        Issue.record("\(escaped) is not read")
        return
      }
      #expect(Array(found.unicodeScalars) == [scalar])
    }
  }
  @Test(arguments: [
    "0", "-0", "0.0", "-0.00", "1e5", "1E5", "1e+5", "1e-5", "1.5e0", "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808", "123456789012345678901234567890.5", "0.1", "1e999",
  ]) func `a number keeps its digits`(_ number: String) throws {
    let found = try #require(JSON(line: Array(number.utf8)[...]))
    guard number != "-0" else { return }  // A whole number, and one without a sign.
    #expect(written(found).text == number)
    #expect(JSON(line: Array("[\(number)]".utf8)[...]).map { written($0).text } == "[\(number)]")
  }
  @Test(arguments: [
    "00", "01", "-", "-01", "1.", ".1", "+1", "1e", "1e+", "1.e1", "0x1", "1_0", "Infinity", "-Infinity",
    "NaN", "1,5",
    "1 2", "--1", "1-", "1e1.5", "٣", "１",
  ]) func `what is no number by the grammar is refused`(_ number: String) {
    for text in [number, "[\(number)]", "{\"a\":\(number)}", "[1,\(number)]"] {
      guard !(number == "1,5" && text != number && text != "{\"a\":1,5}") else { continue }
      #expect(JSON(line: Array(text.utf8)[...]) == nil, "\(text)")
    }
  }
  @Test(arguments: [" ", "\t", "\n", "\r", " \t\r\n "]) func `spaces may stand between all signs`(
    _ space: String
  ) throws {
    let parts = [
      "", "{", "\"a\"", ":", "[", "1", ",", "true", ",", "null", "]", ",", "\"b\"", ":", "{", "}", "}", "",
    ]
    let found = try #require(JSON(line: Array(parts.joined(separator: space).utf8)[...]))
    #expect(written(found).text == "{\"a\":[1,true,null],\"b\":{}}")
  }
  @Test(arguments: ["\u{A0}", "\u{FEFF}", "\u{2028}", "\u{C}", "\u{B}", "\u{85}", "\u{3000}", "/**/", "//\n"])
  func `nothing else is a space`(_ sign: String) {
    for text in ["\(sign)[1]", "[\(sign)1]", "[1\(sign)]", "[1]\(sign)", "[1,\(sign)2]", "{\"a\"\(sign):1}"] {
      #expect(JSON(line: Array(text.utf8)[...]) == nil, "\(text)")
    }
  }
  @Test func `a slice is read from where it begins to where it ends`() throws {
    let bytes = Array("xx{\"a\":1}yy".utf8)
    #expect(try #require(JSON(line: bytes[2..<9]))["a"] != nil)
    #expect(
      JSON(line: bytes[2..<8]) == nil && JSON(line: bytes[1..<9]) == nil && JSON(line: bytes[2..<10]) == nil)
    #expect(JSON(line: bytes[5..<5]) == nil)
  }
}
extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
