import StageTestKit
import Testing

@testable import Tables

/// Rows kept by a bitmap, as runs, against the same rows gathered one by one.
@Suite struct KeepingTests {
  /// A batch of every type, with cells missing for several reasons.
  static func batch(_ count: Int, _ random: inout SeededRandom) -> Batch {
    var columns: [Column] = []
    for type in ColumnType.samples {
      var builder = ColumnBuilder(type)
      let cells = type.ordered
      let gaps = random.next(below: 3)
      for _ in 0..<count {
        let roll = random.next(below: 20)
        if roll < gaps {
          builder.append(missing: [.blank, .invalid, .notReported][random.next(below: 3)])
        } else {
          _ = builder.append(Array(cells[random.next(below: cells.count)].utf8)[...])
        }
      }
      columns.append(builder.column)
    }
    let places = (0..<count).map {
      Origin.Place(file: "a.csv", line: $0 + 2, record: $0 + 2, bytes: 10 * $0..<10 * $0 + 9)
    }
    return Batch(columns, count: count, origin: Origin(places))
  }
  @Test(arguments: 0..<40) func `rows in runs are the rows gathered one by one`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let count = [0, 1, 63, 64, 65, 128, 200, 1000][seed % 8]
    let batch = Self.batch(count, &random)
    let rarity = 1 + random.next(below: 100)
    var kept = Bitmap(count: 0)
    for _ in 0..<count { kept.append(random.next(below: rarity) != 0) }
    if seed % 5 == 0 { kept = ~kept }
    #expect(batch.keeping(kept) == batch.gathered(kept.rows))
    #expect(batch.columns.map { $0.keeping(kept.runs) } == batch.columns.map { $0.gathered(kept.rows) })
  }
  @Test(
    arguments: [
      ([], []), ([0], [0..<1]), ([63], [63..<64]), ([64], [64..<65]), ([63, 64], [63..<65]),
      ([0, 1, 2, 129], [0..<3, 129..<130]), (Array(0..<130), [0..<130]), (Array(5..<128), [5..<128]),
      (Array(64..<128), [64..<128]), ([126, 127, 128, 129], [126..<130]),
    ] as [([Int], [Range<Int>])]) func `the runs of a bitmap`(_ rows: [Int], _ runs: [Range<Int>])
  {
    var bits = Bitmap(count: 130)
    for row in rows { bits[row] = true }
    #expect(bits.runs == runs)
  }
  @Test func `nothing is copied when every row is kept`() {
    var random = SeededRandom(1)
    let batch = Self.batch(100, &random)
    #expect(batch.keeping(Bitmap(repeating: true, count: 100)) == batch)
    #expect(batch.keeping(Bitmap(count: 100)).count == 0)
  }
}
