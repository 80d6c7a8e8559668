import StageTestKit
import Testing

@testable import Tables

/// Cells that are some of a few words, against one comparison after another.
@Suite struct MatchingTests {
  static let words = [
    "", "a", "urban", "temporar", "temporary", "temporarz", "open_pit", "other", "ộ", "Mông",
    "protected_spring", "protected_springs", "protected_sprint",
  ]
  @Test(arguments: 0..<30) func `cells are found as one by one`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let cells = (0..<200).map { _ in Self.words[random.next(below: Self.words.count)] }
    var texts = Texts()
    for cell in cells { texts.append(cell.utf8) }
    let wanted = Self.words.filter { _ in random.next(below: 3) == 0 }
    let found = texts.rows(among: wanted.map { Array($0.utf8) })
    #expect(found.rows == cells.indices.filter { wanted.contains(cells[$0]) })
    #expect(texts.rows(equalTo: Array("urban".utf8)).rows == cells.indices.filter { cells[$0] == "urban" })
  }
  @Test(arguments: words) func `one word is found as by its slow twin`(_ word: String) {
    for count in [0, 1, 2, 5, 63, 64, 65, 130] {
      var (random, texts) = (SeededRandom(UInt64(count)), Texts())
      for _ in 0..<count { texts.append(Self.words[random.next(below: Self.words.count)].utf8) }
      for wanted in [[word], [word, "urban"], [word, "open_pit", "other", "ộ"], []] {
        let bytes = wanted.map { Array($0.utf8) }
        #expect(texts.rows(among: bytes) == texts.rowsOneByOne(among: bytes), "\(wanted) of \(count)")
      }
    }
  }
  @Test(arguments: [
    ["urban", "rural"], ["piped", "river", "other", "ab"], ["temporary", "protected"], ["a", ""],
  ])
  func `words of one length are found where many rows have it`(_ words: [String]) {
    for count in [1, 63, 64, 130, 700] {
      var (random, texts) = (SeededRandom(UInt64(count)), Texts())
      for row in 0..<count {
        // First nearly all rows, then fewer and fewer.
        let isOne = random.next(below: count) >= row
        texts.append((isOne ? words[random.next(below: words.count)] : "something else").utf8)
      }
      for wanted in [[words[0]], [words[1]], Array(words.prefix(2)), [words[0], "x"]] {
        let bytes = wanted.map { Array($0.utf8) }
        #expect(texts.rows(among: bytes) == texts.rowsOneByOne(among: bytes), "\(wanted) of \(count)")
      }
    }
  }
  @Test func `cells at the end, with nothing to be read after them, are found`() {
    var texts = Texts()
    for cell in ["protected_spring", "a", "", "temporary"] { texts.append(cell.utf8) }
    for (row, word) in ["protected_spring", "a", "", "temporary"].enumerated() {
      #expect(texts.rows(equalTo: Array(word.utf8)).rows == [row])
    }
  }
  @Test(arguments: [0, 1, 63, 64, 65, 200]) func `bits that are asked one by one`(_ count: Int) {
    let bits = Bitmap(count: count) { $0 % 3 == 0 }
    #expect(bits.count == count && bits.rows == (0..<count).filter { $0 % 3 == 0 })
  }
}
