import StageTestKit
import Testing

@testable import Tables

/// Texts in one buffer against a list of texts, and origins against a list of places.
@Suite struct TextsTests {
  static let pool = [
    "", "a", "ấ", "a\u{302}\u{301}", "\u{0}", "12345678", "123456789", "😀", "Xã Quảng Phú", "\u{FEFF}", " ",
  ]
  private func texts(_ count: Int, _ random: inout SeededRandom) -> (list: [String], texts: Texts) {
    let list = (0..<count).map { _ in random.one(Self.pool) }
    return (list, list.reduce(into: Texts()) { $0.append($1.utf8) })
  }

  @Test(arguments: [0, 1, 2, 64, 200]) func `cells are those that were appended`(_ count: Int) {
    var random = SeededRandom(UInt64(count))
    let (list, texts) = texts(count, &random)
    #expect(texts.offsets.count == count + 1 && texts.offsets.first == 0)
    #expect(texts.offsets.last.map { Int($0) } == texts.bytes.count)
    #expect((0..<count).allSatisfy { Array(texts[$0]) == Array(list[$0].utf8) })
    for i in 0..<min(count, 40) {
      for j in 0..<min(count, 40) {
        // One text in two Unicode forms is two cells: columns hold bytes.
        #expect(texts.isSame(i, j) == (Array(list[i].utf8) == Array(list[j].utf8)))
      }
    }
  }
  @Test(arguments: [1, 2, 64, 200]) func `gathered cells are those of the rows, in runs or not`(_ count: Int)
  {
    var random = SeededRandom(UInt64(count) + 50)
    let (list, texts) = texts(count, &random)
    let scattered = (0..<100).map { _ in random.next(below: count) }
    let backwards = Array((0..<count).reversed())
    for rows in [[], [0], [count - 1, 0], Array(0..<count), backwards, scattered, [0, 0, 0]] {
      let some = texts.gathered(rows)
      #expect(some.offsets.count == rows.count + 1)
      #expect(rows.indices.allSatisfy { Array(some[$0]) == Array(list[rows[$0]].utf8) })
    }
  }
  @Test func `the cells of a column keep their Unicode form`() {
    let cells = column(.text, ["ấ", "a\u{302}\u{301}"])
    var table = GroupTable(width: 1)
    table.add([cells], [nil], count: 2)
    #expect(table.count == 2)
    let found = KeyIndex(Batch([cells], count: 2), [0]).rows(Batch([cells], count: 2), [0])
    #expect(found == [0, 1])
  }

  /// Places of a few files, here and there without bytes or records, and far apart.
  private func places(_ count: Int, _ random: inout SeededRandom) -> [Origin.Place] {
    (0..<count).map { row in
      let start = random.next(below: 5) == 0 ? 6_000_000_000 + row : row * 10
      return Origin.Place(
        file: random.one(["a.csv", "b.csv", "share:c"]), line: random.next(below: 9) == 0 ? 1 : row + 2,
        record: random.next(below: 4) == 0 ? nil : row + 1,
        bytes: random.next(below: 4) == 0 ? nil : start..<start + random.next(below: 9))
    }
  }
  @Test(arguments: 0..<12) func `however places are cut, gathered and joined, each row keeps its own`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed) + 70)
    let count = [1, 2, 10, 100][seed % 4]
    let all = places(count, &random)
    let origin = Origin(all)
    #expect((0..<count).map { origin.place(of: $0) } == all)
    let rows = (0..<50).map { _ in random.next(below: count) }
    let some = origin.gathered(rows)
    #expect((0..<50).map { some.place(of: $0) } == rows.map { all[$0] })
    let cut = random.next(below: count + 1)
    let parts = [Array(0..<cut), Array(cut..<count), rows]
    let joined = Origin.joined(parts.map { (origin: origin.gathered($0), count: $0.count) })
    let wanted = parts.flatMap { $0 }.map { all[$0] }
    #expect(wanted.indices.map { joined.place(of: $0) } == wanted)
    var grown = Origin([Origin.Place]())
    for place in all { grown.append(place) }
    #expect((0..<count).map { grown.place(of: $0) } == all)
  }
  @Test func `a run is lines and records one after another, of one file`() {
    let run = (0..<5).map {
      Origin.Place(file: "a", line: $0 + 2, record: $0 + 2, bytes: $0 * 4..<$0 * 4 + 3)
    }
    #expect(Origin(run).isOneRun(5) && Origin(file: "a", firstLine: 3).isOneRun(9))
    for change in 1..<5 {
      var other = run
      other[change].line += 1
      #expect(!Origin(other).isOneRun(5))
      other = run
      other[change].file = "b"
      #expect(!Origin(other).isOneRun(5))
      other = run
      other[change].record = 99
      #expect(!Origin(other).isOneRun(5))
    }
  }
}
