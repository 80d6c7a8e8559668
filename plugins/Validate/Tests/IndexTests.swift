import Diagnostics
import Pipelines
import StageKit
import Tables
import Testing
import YAML

@testable import Validate

/// Look-ups, compared with dictionaries.
@Suite struct IndexTests {
  @Test(arguments: 0..<6) func `texts are found by their bytes, wherever they stand`(_ seed: Int) {
    var random = Seeded(seed)
    func word() -> [UInt8] {
      (0..<random.below([4, 9, 12, 17, 20, 40][seed])).map { _ in UInt8(random.one([0, 97, 98, 200])) }
    }
    let words = (0..<400).map { _ in word() }
    let index = WordIndex(words)
    var known: [[UInt8]: Int] = [:]
    for text in words where known[text] == nil { known[text] = known.count }
    #expect(index.count == known.count)
    var texts = Texts()
    let looked = (0..<1000).map { _ in random.below(2) == 0 ? random.one(words) : word() }
    for text in looked { texts.append(text) }
    texts.withCells { bytes, offsets in
      for (row, text) in looked.enumerated() {
        #expect(index.find(bytes, Int(offsets[row]), Int(offsets[row + 1])) == known[text])
      }
    }
    for text in looked { #expect(index.find(text) == known[text]) }
    let missing = looked.indices.filter { known[looked[$0]] == nil }
    #expect((texts.rows(notIn: index)?.rows ?? []) == missing)
  }
  @Test func `texts that differ in the middle alone are told apart`() {
    let words = (0..<26).map { Array("0123456789\(Character(UnicodeScalar(97 + UInt8($0))))0123456789".utf8) }
    let index = WordIndex(words.dropLast())
    for (number, text) in words.enumerated() { #expect(index.find(text) == (number < 25 ? number : nil)) }
  }
  @Test func `a text that differs in one byte from one that is there is not there`() {
    let words = ["poor", "near_poor", "not_poor", "drilled_well", "protected_well", "protected_spring"]
    let index = WordIndex(words.map { Array($0.utf8) })
    for (number, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      #expect(index.find(bytes) == number)
      for place in bytes.indices {
        // What the last eight bytes hide of the first eight must be seen too, whatever the bits are.
        for bit in 0..<8 {
          var other = bytes
          other[place] ^= 1 << UInt8(bit)
          #expect(index.find(other) == nil, "\(String(decoding: other, as: UTF8.self))")
        }
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != bytes[place] {
          var other = bytes
          other[place] = letter
          if !words.contains(String(decoding: other, as: UTF8.self)) { #expect(index.find(other) == nil) }
        }
      }
    }
  }
  @Test(
    arguments: [
      ("1..30", ColumnType.int, 1, 30), ("1.1..2.9", .int, 2, 2), ("-2.9..-1.1", .int, -2, -2),
      ("..5", .int, Int64.min, 5), ("5..", .int, 5, Int64.max), ("0.5..1", .decimal(scale: 2), 50, 100),
      ("0.125..0.129", .decimal(scale: 2), 13, 12), ("0.001..", .decimal(scale: 3), 1, .max),
      ("99999999999999999999..", .int, 1, 0), ("..-99999999999999999999", .int, 1, 0),
      ("..99999999999999999999", .int, .min, .max), ("1970-01-02..1970-02-01", .date, 1, 31),
      ("1..99999999999999999999999999999999", .decimal(scale: 18), 1_000_000_000_000_000_000, .max),
    ] as [(String, ColumnType, Int64, Int64)]) func `a range is in the units of its column`(
      _ text: String, _ type: ColumnType, _ low: Int64, _ high: Int64
    ) throws
  {
    let bounds = try #require(Bounds(try range(text), type))
    #expect(bounds.low == low && bounds.high == high)
  }
  @Test(arguments: [ColumnType.text, .bool, .double, .date]) func `other columns have no range of numbers`(
    _ type: ColumnType
  ) throws {
    #expect(Bounds(try range("1..2"), type) == nil)
  }
  private func range(_ text: String) throws -> RangeText {
    let options = try RuleOptions.decoded(
      from: parseYAML(Array("{ id: R, column: a, range: \(text) }".utf8), file: "t.yaml"))
    return try #require(options.range)
  }
  @Test(arguments: 0..<8) func `what lies outside is what a plain look at each finds`(_ seed: Int) throws {
    var random = Seeded(seed)
    let edges: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
    for _ in 0..<60 {
      let ends = (0..<2).map { _ in random.one([random.one(edges), Int64(random.below(20)) - 10]) }.sorted()
      let text = "\(ends[0] == .min ? "" : String(ends[0]))..\(ends[1] == .max ? "" : String(ends[1]))"
      guard text != ".." else { continue }
      let bounds = try #require(Bounds(try range(text), .int))
      let cells = (0..<random.below(200)).map { _ in
        random.below(4) == 0 ? nil : random.one([random.one(edges), Int64(random.below(20)) - 10])
      }
      var builder = ColumnBuilder(.int)
      for cell in cells { builder.append(units: cell) }
      let outside = cells.indices.filter { row in
        cells[row].map { $0 < ends[0] && ends[0] != .min || $0 > ends[1] && ends[1] != .max } ?? false
      }
      #expect((bounds.outside(builder.column)?.rows ?? []) == outside)
    }
  }
}
