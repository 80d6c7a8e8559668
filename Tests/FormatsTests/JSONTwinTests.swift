import Formats
import Foundation
import StageTestKit
import Tables
import Testing

/// Random JSON, read here and by Foundation.
@Suite struct JSONTwinTests {
  /// Writes documents that are right, in all the ways there are.
  private struct Writer {
    var random: SeededRandom

    mutating func pick<T>(_ all: [T]) -> T { all[random.next(below: all.count)] }
    mutating func space() -> String { pick(["", "", " ", "\n", "\r\n", "\t ", "  "]) }
    mutating func text() -> String {
      let scalars = [
        "a", " ", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "é", "ấ", "😀", "]", "}", ",", "{", "[", ":", "0",
      ]
      return (0..<random.next(below: 6)).map { _ in pick(scalars) }.joined()
    }
    mutating func quoted(_ text: String) -> String {
      var out = "\""
      for scalar in text.unicodeScalars {
        if scalar.value < 32 || scalar == "\"" || scalar == "\\" || random.next(below: 4) == 0 {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16, uppercase: random.next(below: 2) == 0)
            out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
      return out + "\""
    }
    mutating func whole() -> String {
      switch random.next(below: 3) {
      case 0: String(Int64(bitPattern: random.next()))
      case 1: "\(random.next(below: 2000) - 1000)" + pick(["", "e2", "E+1", ".0", ".00e1"])
      default: pick(["0", "-0", "1", "-1", "120e-1", "1e0"])
      }
    }
    mutating func value(_ depth: Int) -> String {
      switch random.next(below: depth > 3 ? 5 : 7) {
      case 0: quoted(text())
      case 1: whole()
      case 2: pick(["true", "false"])
      case 3: "null"
      case 4: pick(["1.5", "-0.25", "1e-7", "2E+3", "[]", "{}", "[ ]", "{ }"])
      case 5:
        "["
          + (0...random.next(below: 3)).map { _ in space() + value(depth + 1) + space() }.joined(
            separator: ",") + "]"
      default:
        "{"
          + (0...random.next(below: 3)).map { "\(space())\"k\($0)\"\(space()):\(space())\(value(depth + 1))" }
          .joined(separator: ",") + space() + "}"
      }
    }
    mutating func object() -> String {
      var members = [
        ("a", random.next(below: 5) == 0 ? "null" : quoted(text())), ("n", whole()), ("z", value(0)),
      ]
      members.shuffle(using: &random)
      let written = members.map { "\(space())\(quoted($0))\(space()):\(space())\($1)\(space())" }
      return "{" + written.joined(separator: ",") + "}"
    }
    mutating func list(_ count: Int) -> String {
      "\(space())[" + (0..<count).map { _ in space() + object() + space() }.joined(separator: ",")
        + "]\(space())"
    }
  }
  private static let rules = [
    ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count)),
  ]

  @Test(arguments: 0..<8) func `what is right is read as Foundation reads it`(_ seed: Int) throws {
    var writer = Writer(random: SeededRandom(UInt64(seed)))
    for _ in 0..<60 {
      let text = writer.list(1 + writer.random.next(below: 6))
      let reading = readJSON(text, Self.rules, size: 1 + writer.random.next(below: 200), batchRows: 3)
      #expect(reading.error == nil && reading.findings == [], "\(text)")
      let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let twin = try #require(json as? [[String: Any]]).map { object in
        let name = (object["a"] as? String).flatMap { $0.allSatisfy { $0 == " " } ? nil : $0 }
        return [name, (object["n"] as? NSNumber).map { String($0.int64Value) }]
      }
      #expect(reading.rows == twin, "\(text)")
    }
  }
  @Test(arguments: 0..<8) func `what is spoiled is refused where Foundation refuses it`(_ seed: Int) {
    var writer = Writer(random: SeededRandom(UInt64(100 + seed)))
    let alphabet = Array("{}[]\",:\\/ \n0123456789.eE+-truefalsn".utf8)
    for _ in 0..<300 {
      var bytes = Array(writer.list(1 + writer.random.next(below: 2)).utf8)
      for _ in 0...writer.random.next(below: 2) {
        let place = writer.random.next(below: bytes.count)
        guard bytes[place] < 128 else { continue }
        switch writer.random.next(below: 3) {
        case 0: bytes[place] = writer.pick(alphabet)
        case 1: bytes.insert(writer.pick(alphabet), at: place)
        default: bytes.remove(at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      // Foundation takes a comma before a closing bracket, and refuses numbers that no `Double` holds.
      guard !text.contains(/,\s*[\]}]/), !text.contains(/[eE][+-]?\d{3,}/) else { continue }
      let reading = readJSON(bytes, Self.rules, size: 1 << 16)
      // What is right, and no object or with a name twice, is told in other words.
      let others = ["json.not-object", "json.duplicate-key", "json.missing-member"]
      guard !reading.findings.contains(where: { others.contains(where: $0.contains) }) else { continue }
      let isSound = reading.error == nil && !reading.findings.contains { $0.contains("json.syntax") }
      #expect(isSound == isList(bytes), "\(text)")
    }
  }
  private func isList(_ bytes: [UInt8]) -> Bool {
    do { return try JSONSerialization.jsonObject(with: Data(bytes)) is [Any] } catch { return false }
  }
}
