import Diagnostics
import StageTestKit
import Testing

/// What is suggested for a name that was not found.
@Suite struct NearestNameTests {
  /// The distance by the table of Wagner and Fischer.
  private func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var last = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let diagonal = last + (a[i] == b[j] ? 0 : 1)
        last = row[j + 1]
        row[j + 1] = min(diagonal, min(last, row[j]) + 1)
      }
    }
    return row[b.count]
  }
  private func word(_ random: inout SeededRandom, _ most: Int) -> String {
    (0..<random.next(below: most + 1)).map { _ in random.one(["a", "b", "ộ", "_", "e\u{301}"]) }
      .joined()
  }

  @Test(arguments: 0..<8) func `the nearest is suggested, and of equals the first by name`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<300 {
      let names = (0..<random.next(below: 8)).map { _ in word(&random, 9) }
      let (asked, limit) = (word(&random, 9), random.next(below: 5))
      let near = names.filter { distance($0, asked) <= limit }
      let least = near.map { distance($0, asked) }.min()
      let wanted = near.filter { distance($0, asked) == least }.min()
      #expect(names.nearest(to: asked, within: limit) == wanted, "\(asked) in \(names)")
      #expect(names.nearest(to: asked) == names.nearest(to: asked, within: max(1, asked.count / 3)))
      #expect(Array(names.reversed()).nearest(to: asked, within: limit) == wanted, "in any order")
    }
  }
  @Test func `a name that is there is nearest to itself, whatever its form`() {
    let names = ["tỉnh", "tinh", "Tỉnh"]
    for name in names { #expect(names.nearest(to: name, within: 0) == name) }
    #expect(
      names.nearest(to: "ti\u{309}nh", within: 0) == "tỉnh", "a letter in parts is the letter")
    #expect(names.nearest(to: "tĩnh", within: 0) == nil)
  }
  @Test(arguments: [-1, .min])
  func `no letters at all may differ where fewer than none are allowed`(_ limit: Int) {
    #expect(["a"].nearest(to: "a", within: limit) == nil)
  }
  @Test(arguments: [1, 2, 19, 20, 21, 40])
  func `at most twenty names are listed, in the order given`(_ count: Int) {
    let names = (0..<count).reversed().map { "name_\($0)" }
    let words = names.suggestion(for: "zzz")
    let shown = names.prefix(20).joined(separator: ", ") + (count > 20 ? ", …" : "")
    #expect(words?.en == "there are: " + shown)
    #expect(words?.vi == "có các tên: " + shown)
  }
  @Test(arguments: ["", "a", "ab", "abc"])
  func `a short word is near to one that differs in one letter`(_ word: String) {
    #expect([word + "x"].nearest(to: word) == word + "x")
    #expect([word + "xy"].nearest(to: word) == nil)
  }
}
