import StageKit
import Tables
import Testing

@testable import Pipelines

/// Keys as numbers, and the places of rows as runs.
@Suite struct KeyCoderTests {
  static func texts(_ words: [String?]) -> Batch {
    var texts = Texts()
    var there = Bitmap(count: 0)
    for word in words {
      texts.append(Array((word ?? "").utf8))
      there.append(word != nil)
    }
    texts.validity = there.allTrue ? nil : there
    return Batch([.text(texts)], count: words.count)
  }
  /// Short texts of few letters and digits, so that many are nearly the same.
  static func words(_ seed: UInt64) -> [String] {
    var random = KeyedTests.Seeded(state: seed)
    let letters = Array("01289/:a\u{0}é")
    return (0..<3000).map { _ in
      let count = Int.random(in: 0...16, using: &random)
      let digits = Bool.random(using: &random)
      return String(
        (0..<count).map { _ in letters[Int.random(in: 0..<(digits ? 5 : letters.count), using: &random)] })
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func `short texts have a number each of their own`(
    _ seed: UInt64
  ) {
    let words = Self.words(seed).filter { word in
      word.utf8.count < 8 || word.utf8.count < 16 && word.utf8.allSatisfy { (48...57).contains($0) }
    }
    let found = KeyCoder([0], { _ in 0 }).codes(Self.texts(words))
    #expect(found.isExact && found.there == nil)
    var known: [UInt64: String] = [:]
    for (word, code) in zip(words, found.codes) {
      #expect(known.updateValue(word, forKey: code) ?? word == word)
    }
    #expect(known.count == Set(words).count)
  }
  @Test(arguments: [
    "12345678", "123456789012", "000000000000", "999999999999999", "123456", "1234567", "", "aaaaaaa",
  ]) func `codes and identity numbers are exact`(_ word: String) {
    #expect(KeyCoder([0], { _ in 0 }).codes(Self.texts([word])).isExact)
  }
  @Test(arguments: [
    "1234567890123456", "12345678a", "a12345678", "1234567:", "1234567/", "aaaaaaaa", "1234567é",
  ]) func `longer ones are hashed`(_ word: String) {
    let found = KeyCoder([0], { _ in 42 }).codes(Self.texts([word]))
    #expect(!found.isExact && found.codes == [42])
  }
  @Test func `a text has the same number wherever it stands in its column`() {
    let found = KeyCoder([0], { _ in 0 }).codes(
      Self.texts(["123456789012", "xyz", "123456789012", "123456789013", "xyz"]))
    #expect(found.codes[0] == found.codes[2] && found.codes[1] == found.codes[4])
    #expect(found.codes[0] != found.codes[3])
  }
  @Test func `a missing cell makes no key`() {
    let batch = Self.texts(["a", nil, "a"])
    #expect(KeyCoder([0], seededHash).codes(batch).there?.rows == [0, 2])
    #expect(KeyCoder([0], seededHash).coded(batch).count == 2)
    let two = Batch([batch.columns[0], .int(Values([1, 2, 3]))], count: 3)
    let both = KeyCoder([0, 1], seededHash).codes(two)
    #expect(both.there?.rows == [0, 2] && !both.isExact)
  }
  @Test func `a missing cell is a value like any other where that is said`() async {
    let batch = Batch([Self.texts(["a", nil, "a", nil, ""]).columns[0]], count: 5)
    let coder = KeyCoder([0], seededHash, countsMissing: true)
    let found = coder.codes(batch)
    #expect(found.there == nil && !found.isExact && found.codes[1] == found.codes[3])
    #expect(Set(found.codes).count == 3, "an empty text is not a missing one")
    var stream = StreamKeys(coder)
    stream.add(coder.coded(batch))
    var repeated = await stream.takeRepeated(width: 1)
    repeated.add(repeated.suspected(batch))
    let rows = repeated.rows(batch)
    #expect((0..<5).map { rows.count(of: $0) } == [2, 2, 2, 2, 1])
    // Nothing stands twice: every row has a key all the same.
    var alone = StreamKeys(coder)
    let one = Batch([Self.texts(["a", nil]).columns[0]], count: 2)
    alone.add(coder.coded(one))
    let single = await alone.takeRepeated(width: 1).rows(one)
    #expect(single.isThere(0) && single.isThere(1))
  }
  @Test func `whole numbers and dates are exact, so are halves`() {
    let batch = Batch(
      [.int(Values([1, -1, .max])), .date(Values([0, -1, 7])), .double(Values([0, 1, 2]))], count: 3)
    #expect(KeyCoder([0], seededHash).codes(batch).isExact)
    #expect(Set(KeyCoder([1], seededHash).codes(batch).codes).count == 3)
    #expect(KeyCoder([2], seededHash).codes(batch).isExact)
  }
  @Test func `a table of numbers keeps the order in which they came`() {
    var table = CodeTable()
    var random = KeyedTests.Seeded(state: 8)
    let codes = (0..<5000).map { _ in random.next() % 3000 << 40 }
    var known: [UInt64: Int] = [:]
    for code in codes {
      let place = known[code] ?? known.count
      known[code] = place
      #expect(table.add(code) == place)
    }
    #expect(table.codes.count == known.count && table.place(of: 1) == nil)
    #expect(known.allSatisfy { table.place(of: $0.key) == $0.value })
  }

  @Test func `batches without rows add nothing, first or last`() async {
    var keys = StreamKeys(KeyCoder([0], seededHash))
    for words in [[], ["a", "b"], [], ["a"], []] as [[String]] {
      keys.add(keys.coder.coded(Self.texts(words)))
    }
    #expect(await keys.takeRepeated(width: 2).known.counts == [2])
  }
  @Test func `rows that follow one another are one run`() {
    var runs = PlaceRuns()
    runs.add(Origin(file: "a.csv", firstLine: 2), count: 1000)
    runs.add(Origin(file: "a.csv", firstLine: 1002), count: 10)
    #expect(runs.runCount == 1 && runs[0].line == 2 && runs[1009].line == 1011)
    runs.add(Origin(file: "b.csv", firstLine: 1012), count: 1)
    #expect(runs.runCount == 2 && runs[1010].file == "b.csv")
  }
  @Test func `records of several lines begin runs, and every place is kept`() {
    let places = [(2, 2), (3, 3), (5, 4), (6, 5), (9, 7), (10, 8)].map {
      Origin.Place(file: "a.csv", line: $0.0, record: $0.1, bytes: $0.0..<$0.0 + 1)
    }
    var runs = PlaceRuns()
    runs.add(Origin(places), count: places.count)
    #expect(runs.runCount == 3 && runs.count == 6)
    for (row, place) in places.enumerated() {
      #expect(runs[row].line == place.line && runs[row].record == place.record)
    }
  }
  @Test(arguments: [
    [2, 2, 4], [2, 10, 4], [5, 3, 4, 8], [2, 3, 4], [7], [4, 3, 2], [2, 2, 2, 5],
  ]) func `rows in any order, or several on a line, keep their own places`(_ lines: [Int]) {
    for isNumbered in [false, true] {
      let places = lines.enumerated().map { row, line in
        Origin.Place(
          file: "a.json", line: line, record: isNumbered ? row + 1 : nil,
          bytes: isNumbered ? 10 * row..<10 * row + 5 : nil)
      }
      var runs = PlaceRuns()
      runs.add(Origin(places), count: places.count)
      #expect(lines.indices.map { runs[$0].line } == lines)
      #expect(lines.indices.map { runs[$0].record } == places.map(\.record))
    }
  }
}
