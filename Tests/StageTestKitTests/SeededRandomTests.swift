import StageTestKit
import Testing

@Suite struct SeededRandomTests {
  @Test func `a seed gives the published numbers, always`() {
    // The first numbers of SplitMix64 from the seed 0.
    var random = SeededRandom(0)
    #expect(random.next() == 0xE220_A839_7B1D_CDAF)
    #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(random.next() == 0x06C4_5D18_8009_454F)
  }
  @Test(arguments: [1, 2, 7, 1000])
  func `numbers stay below their limit, and reach all below a small one`(limit: Int) {
    var random = SeededRandom(7)
    let numbers = Set((0..<200).map { _ in random.next(below: limit) })
    #expect(numbers.allSatisfy { (0..<limit).contains($0) })
    #expect(limit > 7 || numbers.count == limit)
  }
  @Test func `one of no texts is nothing`() {
    var random = SeededRandom(1)
    #expect(random.one([]) == "" && ["a", "b"].contains(random.one(["a", "b"])))
  }
}
