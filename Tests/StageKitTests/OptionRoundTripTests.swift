import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

/// Values of options as they are written in schemas, read again; and names and limits at their edges.
@Suite struct OptionRoundTripTests {
  /// What a value is written as in the JSON Schema, which is YAML too.
  private func again<Value: OptionValue>(_ value: Value) throws -> Value {
    try reading(Value.self, "\(Value.optionType.encode(value))")
  }

  @Test(arguments: 0..<4) func `numbers, days and shares that are written are read again`(_ seed: Int) throws
  {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<60 {
      let whole = Int(bitPattern: UInt(random.next())) >> random.next(below: 64)
      #expect(try again(whole) == whole)
      let number = FixedPoint(units: Int128(whole), scale: random.next(below: 19))
      #expect(try again(number).plain == number.plain)
      let day = Day(number: Int32(random.next(below: 3_652_059)) - 719_162)
      #expect(try again(day) == day)
      let share = Int64(random.next(below: 5_000_000))
      #expect(try again(Percent(millionths: share)).millionths == share)
    }
  }
  @Test(arguments: [Int.min, -1, 0, 1, Int.max]) func `the ends of whole numbers`(_ number: Int) throws {
    #expect(try again(number) == number)
    #expect(try again([number, number]) == [number, number])
    #expect(try again(number as Int?) == number)
  }
  @Test(arguments: [
    "", "a", "08", "true", "null", "~", "- a", "a: b", "# a", "'", "\"", "\\", "a\nb", "\t", " a ", "%", "@",
    "Đầm Dơi", "a\u{302}\u{301}", "👩‍👩‍👧", "[", "{", "*a", "&a", "!a", "|", ">", "?", "-", "---", "...",
    "2024-12-31", "1e3", "0x1F", "yes",
  ]) func `a text that is written is read again, letter by letter`(_ text: String) throws {
    let found = try again(text)
    #expect(Array(found.unicodeScalars) == Array(text.unicodeScalars))
  }
  @Test(arguments: [true, false]) func `yes and no`(_ value: Bool) throws {
    #expect(try again(value) == value)
    #expect(try again([value, !value]) == [value, !value])
  }

  struct Names: StageOptions {
    @Option(vi: "Một.", en: "One.", default: 1) var one: Int
    @Option(vi: "Hai.", en: "Two.", default: 2) var twoWords: Int
    @Option(vi: "Ba.", en: "Three.", default: 3) var threeLongWords: Int
    @Option(vi: "Bốn.", en: "Four.", default: 4) var đườngĐi: Int
    @Option(vi: "Năm.", en: "Five.", default: 5) var soHộNghèo: Int
  }
  @Test func `a name has a line for each capital from A to Z, and other letters are left`() throws {
    let text = "one: 10\ntwo_words: 20\nthree_long_words: 30\nđườngĐi: 40\nso_hộNghèo: 50\n"
    // `H` is a letter from A to Z whatever follows it; `Đ` is none.
    let names = Names.schema.description.matches(of: /"([^"]+)": \{"type": "integer"/).map { String($0.1) }
    #expect(names.prefix(4) == ["one", "two_words", "three_long_words", "đườngĐi"])
    #expect(names.last == "so_hộ_nghèo")
    let right = text.replacing("so_hộNghèo", with: "so_hộ_nghèo")
    let read = try Names.decoded(from: parseYAML(right, file: "t.yaml"))
    let values: [Int] = [read.one, read.twoWords, read.threeLongWords, read.đườngĐi, read.soHộNghèo]
    #expect(values == [10, 20, 30, 40, 50])
    #expect(throws: Diagnostics.self) { try Names.decoded(from: parseYAML(text, file: "t.yaml")) }
  }
  @Test(arguments: ["một", "two words", "twoWords", "TWO_WORDS", "two-words", " one", "One"])
  func `a name that is not that of an option is unknown`(_ name: String) {
    let found = problems { () throws(Diagnostics) in
      _ = try Names.decoded(from: parseYAML("\"\(name)\": 1", file: "t.yaml"))
    }
    #expect(found.count == 1 && found.first?.hasPrefix("1:1 unknown option '\(name)'") == true, "\(found)")
  }

  struct Bounded: StageOptions {
    @Option(vi: "Mã.", en: "Code.", default: "00", limit: .pattern("[0-9]{2}")) var code: String
    @Option(vi: "Hoặc.", en: "Or.", default: "a", limit: .pattern("a|bc")) var either: String
    @Option(vi: "Chữ.", en: "Letters.", default: "a", limit: .notEmpty) var words: String
    @Option(vi: "Một.", en: "One.", default: ",", limit: .oneCharacter) var mark: String
    @Option(vi: "Ít nhất.", en: "At least.", limit: .atLeast(-3)) var low: Int?
    @Option(vi: "Trong.", en: "Within.", default: 5, limit: .within(-5...5)) var both: Int
  }
  @Test(arguments: [
    ("code", "'12'", true), ("code", "\"12\\n\"", false), ("code", "\"\\n12\"", false),
    ("code", "'1'", false),
    ("code", "'123'", false), ("code", "１２", false), ("code", "'12 '", false),
    ("code", "\"12\\u0301\"", false),
    ("either", "a", true), ("either", "bc", true), ("either", "abc", false), ("either", "ac", false),
    ("words", "\" \"", true), ("words", "''", false), ("mark", "é", false), ("mark", "\"\\t\"", true),
    ("mark", "\"a\\u0301\"", false), ("low", "-3", true), ("low", "-4", false),
    ("low", "9223372036854775807", true), ("both", "-5", true), ("both", "5", true), ("both", "-6", false),
    ("both", "6", false),
  ]) func `a limit is of the whole value, and its ends are inside`(
    _ name: String, _ text: String, _ isGood: Bool
  ) {
    let found = problems { () throws(Diagnostics) in
      _ = try Bounded.decoded(from: parseYAML("\(name): \(text)", file: "t.yaml"))
    }
    #expect(found.isEmpty == isGood, "\(name): \(text): \(found)")
  }
  @Test func `what may be left out is left out, and its limit with it`() throws {
    let options = try Bounded.decoded(from: parseYAML("{}", file: "t.yaml"))
    #expect(options.low == nil && options.$low == nil && options.both == 5)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data("\(Bounded.schema)".utf8)) as? [String: Any])
    let required = json["required"] as? [String]
    #expect((required ?? []).isEmpty)
    #expect(json["additionalProperties"] as? Bool == false)
  }
}
