import StageTestKit
import Testing

@testable import Tables

/// What is true of bitmaps whatever they are, and that no bit past the last is ever set.
@Suite struct BitmapLawsTests {
  static let counts = [0, 1, 2, 63, 64, 65, 127, 128, 129, 191, 192, 193, 500]

  private func map(_ count: Int, _ random: inout SeededRandom) -> Bitmap {
    switch random.next(below: 4) {
    case 0: return Bitmap(count: count)
    case 1: return Bitmap(repeating: true, count: count)
    default:
      var map = Bitmap(count: 0)
      for _ in 0..<count { map.append(random.next(below: 3) == 0) }
      return map
    }
  }
  /// The words hold the rows and nothing besides.
  private func isTidy(_ map: Bitmap) -> Bool {
    map.words.count == (map.count + 63) / 64
      && (map.count % 64 == 0 || (map.words.last ?? 0) >> UInt64(map.count % 64) == 0)
  }

  @Test(arguments: counts) func `joining and turning round keep the laws of sets`(_ count: Int) {
    var random = SeededRandom(UInt64(count) + 1)
    let all = Bitmap(repeating: true, count: count)
    let none = Bitmap(count: count)
    for _ in 0..<20 {
      let (a, b, c) = (map(count, &random), map(count, &random), map(count, &random))
      #expect(a & b == b & a && a | b == b | a)
      #expect((a & b) & c == a & (b & c) && (a | b) | c == a | (b | c))
      #expect(a & (b | c) == (a & b) | (a & c))
      #expect(~(a & b) == ~a | ~b && ~(a | b) == ~a & ~b)
      #expect(a & all == a && a | none == a && a & none == none && a | all == all)
      #expect(a & ~a == none && a | ~a == all)
      #expect((a | b).trueCount + (a & b).trueCount == a.trueCount + b.trueCount)
      #expect((~a).trueCount == count - a.trueCount)
      for made in [a & b, a | b, ~a, ~none, all, none] { #expect(isTidy(made)) }
    }
  }
  @Test(arguments: counts) func `a bitmap that grew is one that was made`(_ count: Int) {
    var random = SeededRandom(UInt64(count) + 2)
    let made = map(count, &random)
    var grown = Bitmap(count: 0)
    for row in 0..<count {
      grown.append(made[row])
      #expect(isTidy(grown) && grown.count == row + 1)
    }
    #expect(grown == made && grown.hashValue == made.hashValue)
    var set = Bitmap(count: count)
    for row in made.rows { set[row] = true }
    #expect(set == made)
    var cleared = Bitmap(repeating: true, count: count)
    for row in (~made).rows { cleared[row] = false }
    #expect(cleared == made && isTidy(cleared))
    #expect(Bitmap(count: count) { made[$0] } == made)
  }
  @Test(arguments: counts) func `a bitmap grows after it was turned round`(_ count: Int) {
    // A bit past the last that were left set would be the next row's answer.
    for grown in [~Bitmap(count: count), Bitmap(repeating: true, count: count)] {
      var map = grown
      map.append(false)
      map.append(true)
      map.append(false)
      #expect(map.count == count + 3)
      #expect(!map[count] && map[count + 1] && !map[count + 2])
      #expect(map.trueCount == count + 1 && isTidy(map))
    }
  }
  @Test(arguments: counts) func `gathered bits are those of the rows, however often`(_ count: Int) {
    var random = SeededRandom(UInt64(count) + 3)
    let map = map(count, &random)
    for size in [0, 1, 63, 64, 65, 200] where count > 0 || size == 0 {
      let rows = (0..<size).map { _ in random.next(below: max(count, 1)) }
      let some: Bitmap = map.gathered(rows)
      #expect(some.count == size && (0..<size).allSatisfy { some[$0] == map[rows[$0]] } && isTidy(some))
    }
    let same: Bitmap = map.gathered(Array(0..<count))
    #expect(same == map)
  }
  @Test(arguments: counts) func `the rows that are set come in order, each once`(_ count: Int) {
    var random = SeededRandom(UInt64(count) + 4)
    let map = map(count, &random)
    let rows = map.rows
    #expect(rows == (0..<count).filter { map[$0] } && rows.count == map.trueCount)
    #expect(map.runs.flatMap { Array($0) } == rows)
    #expect(zip(map.runs, map.runs.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
  }
}
