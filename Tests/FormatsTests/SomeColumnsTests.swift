import StageKit
import StageTestKit
import Tables
import Testing

@testable import Formats

/// A decoder that reads some columns only gives the rows that one gives which reads all.
@Suite struct SomeColumnsTests {
  static let width = 12
  static func rules(required: [Int]) -> [ColumnRule] {
    (0..<width).map { index in
      var rule = ColumnRule(Field("c\(index)", index % 3 == 1 ? .int : .text, .label))
      rule.isRequired = required.contains(index)
      return rule
    }
  }
  /// Records of short and long fields, some quoted, some blank, some with too many fields or too few.
  static func text(_ random: inout SeededRandom) -> [UInt8] {
    let cells = [
      "a", "", " ", "1", "22", "\"q,\"", "\"a\"\"b\"", "\"l\nm\"", "x\"y", "c0", "Nguyễn Văn",
      "0123456789012345678",
    ]
    var text = (0..<width).map { "c\($0)" }.joined(separator: ",") + "\n"
    for _ in 0..<(1 + random.next(below: 60)) {
      let blank = random.next(below: 12) == 0
      let count = random.next(below: 15) == 0 ? random.next(below: 2 * width) : width
      text += (0..<count).map { _ in blank ? "" : cells[random.next(below: cells.count)] }.joined(
        separator: ",")
      text += random.next(below: 20) == 0 ? "\r\n" : "\n"
    }
    return Array(text.utf8)
  }
  struct Seen: Equatable {
    var rows: [Batch] = []
    var rejected: [String] = []
  }
  static func read(
    _ bytes: [UInt8], _ rules: [ColumnRule], only columns: Set<Int>, size: Int, pruned: Bool,
    isWide: Bool = WideVectors.areThere
  ) throws -> Seen {
    let files = ProjectFiles { (_, offset, count) throws(StageError) in
      Array(bytes.dropFirst(offset).prefix(count))
    } names: { (_) in
      []
    }
    var cutter = CSVCutter(["f"], rules: rules, format: CSVFormat(separator: 44), size: size)
    let whole = CSVDecoder(rules, batchRows: 7)
    var decoder = pruned ? whole.reading(only: columns) : whole
    decoder.isWide = isWide
    var (seen, findings) = (Seen(), Findings(step: "s"))
    while let piece = try cutter.next(files) {
      decoder.decode(piece, &findings) { batch, _ in
        let some = columns.sorted().map { batch.columns[$0] }
        #expect(batch.columns.allSatisfy { $0.count == batch.count })
        seen.rows.append(Batch(some, count: batch.count, origin: batch.origin))
      }
    }
    seen.rejected = findings.takeRejections().map { "\($0.code) \($0.place)" }
    return seen
  }

  @Test(arguments: 0..<300) func `some columns are those of a reading of all`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let bytes = Self.text(&random)
    let required = seed % 3 == 0 ? [random.next(below: Self.width)] : []
    let rules = Self.rules(required: required)
    let columns = Set((0..<random.next(below: 4)).map { _ in random.next(below: Self.width) })
    let size = [40, 100, 1 << 16][seed % 3]
    let whole = try Self.read(bytes, rules, only: columns, size: size, pruned: false)
    #expect(try Self.read(bytes, rules, only: columns, size: size, pruned: true) == whole)
    for pruned in [false, true] {
      let narrow = try Self.read(bytes, rules, only: columns, size: size, pruned: pruned, isWide: false)
      #expect(narrow == whole)
    }
  }
  /// Up to sixty-four fields in a block, and rows of up to a hundred; quotes stop the vectors anywhere.
  @Test(arguments: 0..<200) func `wide vectors cut the fields that plain code cuts`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(7000 + seed))
    let width = 1 + random.next(below: 100)
    let rules = (0..<width).map { ColumnRule(Field("c\($0)", $0 % 3 == 1 ? .int : .text, .label)) }
    let cells = [
      ["", "1"], ["", "a", "22", "\"q,\""], ["Nguyễn", "7", "\"a\"\"b\"", "012345678901234567"],
    ][seed % 3]
    var text = (0..<width).map { "c\($0)" }.joined(separator: ",") + "\n"
    for _ in 0..<(1 + random.next(below: 30)) {
      let count = random.next(below: 6) == 0 ? random.next(below: 2 * width) : width
      text += (0..<count).map { _ in cells[random.next(below: cells.count)] }.joined(separator: ",")
      text += ["\n", "\n", "\n", "\r\n", "\r"][random.next(below: 5)]
    }
    let bytes = Array(text.utf8)
    let columns = seed % 2 == 0 ? Set(0..<width) : [random.next(below: width)]
    let narrow = try Self.read(bytes, rules, only: columns, size: 1 << 12, pruned: true, isWide: false)
    #expect(try Self.read(bytes, rules, only: columns, size: 1 << 12, pruned: true) == narrow)
    #expect(try Self.read(bytes, rules, only: columns, size: 1 << 12, pruned: false) == narrow)
  }
}
