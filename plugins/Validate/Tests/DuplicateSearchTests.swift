import Testing

@testable import Validate

/// Which pairs are compared: those that share a key whose block is not too large, each once.
@Suite struct DuplicateSearchTests {
  private func pairs(_ blocks: [[Int64]], most: Int) -> (pairs: [String], passedOver: Int) {
    let rows = blocks.first?.count ?? 0
    let search = DuplicateSearch(
      fields: [("x", FieldWeights(Array(repeating: 0, count: rows), matching: 900))], blocks: blocks,
      least: -1_000_000_000, largestBlock: most)
    let found = search.pairs()
    return (found.pairs.map { "\($0.first)-\($0.second)" }, found.passedOver)
  }

  @Test(
    arguments: [
      // Two rows share a key of each kind.
      ([[1, 1], [1, 1]], ["0-1"], 0),
      // The first block is too large; the two still share a small one, and later ones are not asked again.
      ([[1, 1, 1], [5, 5, -1]], ["0-1"], 3), ([[1, 1, 1], [5, 5, -1], [7, 7, -1]], ["0-1"], 3),
      ([[-1, -1, -1], [1, 1, 1], [7, 7, -1]], ["0-1"], 3),
      // What shares large blocks alone is never compared.
      ([[1, 1, 1], [5, 5, 5]], [], 6), ([[1, 1, 1], [5, 6, -1]], [], 3),
      // The key of a block that was passed over is one of its kind: the same number of another kind says nothing.
      ([[1, 1, 1, 2], [2, 2, -1, -1]], ["0-1"], 3),
      ([[-1, -1], [-1, -1]], [], 0), ([[]], [], 0),
    ] as [([[Int64]], [String], Int)])
  func `a block that was passed over hides no pair of a smaller one`(
    _ row: (blocks: [[Int64]], pairs: [String], passedOver: Int)
  ) {
    let found = pairs(row.blocks, most: 2)
    #expect(found.pairs == row.pairs && found.passedOver == row.passedOver, "\(found)")
  }
  @Test(arguments: 0..<40) func `any blocks give what a look at every pair gives`(_ seed: Int) {
    var chance = Seeded(seed)
    let (rows, most) = (12, 1 + chance.below(5))
    let blocks = (0..<3).map { _ in (0..<rows).map { _ in Int64(chance.below(6) - 1) } }
    func isAsked(_ a: Int, _ b: Int) -> Bool {
      blocks.contains { keys in
        keys[a] >= 0 && keys[a] == keys[b] && keys.count { $0 == keys[a] } <= most
      }
    }
    let slow = (0..<rows).flatMap { a in ((a + 1)..<rows).filter { isAsked(a, $0) }.map { "\(a)-\($0)" } }
    #expect(pairs(blocks, most: most).pairs.sorted() == slow.sorted())
  }
}
