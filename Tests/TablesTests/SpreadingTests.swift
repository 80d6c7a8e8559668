import StageTestKit
import Testing

@testable import Tables

/// What is made of several bitmaps eight rows at a time, against one row after another.
@Suite struct SpreadingTests {
  static let counts = [0, 1, 7, 8, 63, 64, 65, 200]

  private func maps(_ number: Int, _ count: Int, seed: UInt64) -> [Bitmap] {
    var random = SeededRandom(seed)
    return (0..<number).map { _ in
      var map = Bitmap(count: count)
      for row in 0..<count { map[row] = random.next(below: 3) == 0 }
      return map
    }
  }
  @Test(arguments: counts, [0, 1, 2, 12, 15, 16, 31, 62])
  func `bits of rows are counted as one by one`(_ count: Int, _ number: Int) {
    let maps = maps(number, count, seed: UInt64(count * 100 + number))
    let wanted = (0..<count).map { row in Int64(maps.count { $0[row] }) }
    #expect(Bitmap.counts(maps, count: count) == wanted)
  }
  @Test func `rows with every bit are counted`() {
    for number in [15, 16, 255, 300] {
      let all = Array(repeating: Bitmap(repeating: true, count: 70), count: number)
      #expect(Bitmap.counts(all, count: 70) == Array(repeating: Int64(number), count: 70))
    }
  }
  @Test(arguments: counts, [0, 1, 7, 8, 9, 13, 16, 63, 64])
  func `bits of rows are packed as one by one`(_ count: Int, _ number: Int) {
    let maps = maps(number, count, seed: UInt64(count * 100 + number))
    let wanted = (0..<count).map { row in
      maps.indices.reduce(0 as UInt64) { maps[$1][row] ? $0 | 1 << UInt64($1) : $0 }
    }
    #expect(Bitmap.vectors(maps, count: count) == wanted)
  }
  @Test(arguments: counts, [0, 7, 255] as [UInt8])
  func `rows have the code of their bitmap`(_ count: Int, _ none: UInt8) {
    let codes: [UInt8] = [0, 3, 254, 255, 1]
    var random = SeededRandom(UInt64(count))
    let wanted = (0..<count).map { _ in random.next(below: codes.count + 1) }
    let maps = codes.indices.map { place in
      (rows: Bitmap(count: count) { wanted[$0] == place }, code: codes[place])
    }
    #expect(
      Bitmap.codes(maps, count: count, none: none) == wanted.map { $0 < codes.count ? codes[$0] : none })
  }
}
