import Testing

@testable import Simulate

@Suite struct ShuffleTests {
  @Test(arguments: [1, 2, 3, 10, 97, 1000, 4096, 10_007], [0, 1, -5, 123_456_789])
  func `every row has one rank, and the rank leads back to it`(_ count: Int, _ seed: Int) {
    let shuffle = Shuffle(count: count, seed: seed)
    let ranks = (0..<count).map(shuffle.rank(of:))
    #expect(Set(ranks) == Set(0..<count))
    #expect(ranks.map(shuffle.row(of:)) == Array(0..<count))
  }
  @Test func `ranks that follow one another are rows far apart`() {
    let shuffle = Shuffle(count: 10_000, seed: 5)
    let places = (0..<100).map { shuffle.row(of: $0) / 1000 }
    #expect(Set(places).count == 10)
  }
  @Test(arguments: [1, 5, 6, 1000]) func `a number below a limit is below it, and each is there`(_ limit: Int)
  {
    var random = RowRandom(seed: 3, row: limit)
    let found = Set((0..<limit * 20).map { _ in random.below(limit) })
    #expect(found == Set(0..<limit))
  }
  @Test func `a share of one household in a thousand million is counted without overflow`() throws {
    let rows = 1_000_000_000
    let rest = Array(repeating: 0 as Int64, count: 7)
    let plan = try #require(DirtPlan(rows: rows, shares: [1, 1_000] + rest, seed: 1))
    #expect(plan.counts.prefix(2) == [1000, 1_000_000])
    for row in stride(from: 7, to: rows, by: 99_999_991) {
      #expect(plan.dirt(of: row)?.copied.map { plan.dirt(of: $0) == nil } ?? true)
    }
    #expect(DirtPlan(rows: rows, shares: [1, 1_000_000] + rest, seed: 1) == nil)
    #expect(DirtPlan.none(rows: 5).dirt(of: 4) == nil && DirtPlan.none(rows: 5).memberDirt(of: 4) == nil)
  }
}
