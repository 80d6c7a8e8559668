import StageKit
import Standards
import Tables
import Testing

@testable import Classify

/// Words read and written as codes, against one comparison after another.
@Suite struct WordTests {
  private func texts(_ words: [String]) -> Texts {
    var texts = Texts()
    for word in words { texts.append(word.utf8) }
    return texts
  }
  /// Lengths that end in the same byte as those of known words are among them.
  static let cells =
    ["urban", "rural", "", "urba", "urbane", "rurals", "ộ", "Thành thị", "u", "temporary"]
    + [String(repeating: "u", count: 256 + 5), "urban" + String(repeating: "\0", count: 256)]

  @Test(arguments: [0, 1, 2, 3, 64, 65, 300]) func `words are found as one by one`(_ count: Int) {
    var random = TwinTests.Random(state: UInt64(count))
    let cells = (0..<count).map { _ in Self.cells[random.below(Self.cells.count)] }
    let lists: [[(String, Area)]] = [
      [("urban", Area.urban), ("rural", .rural)], [("ộ", .urban), ("urban", .rural), ("urban", .urban)],
      [("Thành thị", .urban), ("rural", .rural)], [("", .urban)], [],
    ]
    for known in lists {
      let found = WordKernel(known.map { (word: Array($0.0.utf8), value: $0.1) }).codes(of: texts(cells))
      let wanted = cells.map { cell -> UInt8 in
        guard !cell.isEmpty, let area = known.first(where: { $0.0 == cell })?.1 else { return 255 }
        return UInt8(Area.allCases.firstIndex(of: area) ?? 0)
      }
      #expect(found.codes == wanted)
      #expect(
        found.validity == (wanted.contains(255) ? Bitmap(count: count) { wanted[$0] != 255 } : nil))
    }
  }
  /// What no reader can tell apart is one word; what one can is another.
  @Test(
    arguments: [
      ("Nông thôn", true), ("No\u{302}ng tho\u{302}n", true), (" Nông thôn", true), ("Nông thôn \t", true),
      ("\u{A0}No\u{302}ng thôn\u{3000}", true), ("nông thôn", false), ("Nông  thôn", false),
      ("Nông thon", false), ("", false), (" ", false),
    ]) func `a word is known by what a reader sees`(cell: String, isKnown: Bool)
  {
    let kernel = WordKernel(
      [("Thành thị", Area.urban), ("Nông thôn", .rural)].map { (Array($0.0.utf8), $0.1) })
    // In a company of cells known byte by byte, before and after; the second time it is the word of the row before.
    let found = kernel.codes(of: texts(["Thành thị", cell, cell, "Nông thôn", "?", cell]))
    let wanted: UInt8 = isKnown ? 1 : WordColumn.missing
    #expect(found.codes == [0, wanted, wanted, 1, WordColumn.missing, wanted])
    #expect(found.validity?.rows == [0, 1, 2, 3, 4, 5].filter { found.codes[$0] != WordColumn.missing })
  }
  @Test func `bytes come before looks, and of two that look alike the first`() {
    let kernel = WordKernel([("a ", Area.urban), ("a", .rural)].map { (Array($0.0.utf8), $0.1) })
    #expect(kernel.codes(of: texts(["a ", "a", " a"])).codes == [0, 1, 0])
  }
  @Test(arguments: [0, 1, 63, 64, 65, 300]) func `codes are written as their words`(_ count: Int) {
    var random = TwinTests.Random(state: UInt64(count))
    for words in [["a", "near_poor", "", "0123456789abcdef"], ["a", "0123456789abcdefg"]] {
      let codes = (0..<count).map { _ -> UInt8 in
        let code = random.below(words.count + 1)
        return code == words.count ? WordColumn.missing : UInt8(code)
      }
      let made = WordColumn.texts(codes, words.map { Array($0.utf8) })
      var wanted = texts(codes.map { $0 == WordColumn.missing ? "" : words[Int($0)] })
      if codes.contains(WordColumn.missing) {
        wanted.validity = Bitmap(count: count) { codes[$0] != WordColumn.missing }
      }
      #expect(made == wanted)
    }
  }
  @Test(arguments: [0, 1, 2, 3, 64, 65, 300]) func `one word of all rows is written as one by one`(
    _ count: Int
  ) {
    for word in ["", "x", "vn-2022", "ho-chi-minh-2021", "một mã rất dài của một chuẩn"] {
      #expect(
        WordColumn.texts(of: Array(word.utf8), count: count)
          == texts(Array(repeating: word, count: count)))
    }
  }
}
