import StageTestKit
import Tables
import Testing

@Suite struct BitmapTests {
  private func bits(_ count: Int, _ random: inout SeededRandom) -> [Bool] {
    (0..<count).map { _ in random.next(below: 2) == 1 }
  }
  private func bitmap(_ bits: [Bool]) -> Bitmap {
    var map = Bitmap(count: 0)
    for bit in bits { map.append(bit) }
    return map
  }
  private func bools(_ map: Bitmap) -> [Bool] { (0..<map.count).map { map[$0] } }

  @Test(arguments: [0, 1, 2, 63, 64, 65, 127, 128, 129, 1000])
  func `a bitmap is a list of answers`(_ count: Int) {
    var random = SeededRandom(UInt64(count))
    let (a, b) = (bits(count, &random), bits(count, &random))
    let (x, y) = (bitmap(a), bitmap(b))
    #expect(bools(x) == a)
    #expect(x.count == count)
    #expect(x.trueCount == a.count { $0 })
    #expect(x.allTrue == a.allSatisfy { $0 })
    #expect(x.rows == a.indices.filter { a[$0] })
    var gone: [Int] = []
    y.forEachRow { gone.append($0) }
    #expect(gone == b.indices.filter { b[$0] })
    #expect(bools(x & y) == zip(a, b).map { $0 && $1 })
    #expect(bools(x | y) == zip(a, b).map { $0 || $1 })
    #expect(bools(~x) == a.map { !$0 })
    #expect(~(~x) == x)
    #expect(Bitmap(words: x.words, count: count) == x)
  }
  @Test(arguments: [0, 1, 63, 64, 65, 130]) func `bits past the last are none`(_ count: Int) {
    let all = Bitmap(repeating: true, count: count)
    #expect(all.trueCount == count)
    #expect(all.allTrue)
    #expect(all == ~Bitmap(count: count))
    #expect(Bitmap(words: Array(repeating: .max, count: (count + 63) / 64), count: count) == all)
  }
  @Test func `a bit is set and taken back`() {
    var map = Bitmap(count: 70)
    map[69] = true
    map[3] = true
    map[3] = false
    #expect(map.rows == [69])
    map[69] = false
    #expect(map == Bitmap(count: 70))
  }
}
