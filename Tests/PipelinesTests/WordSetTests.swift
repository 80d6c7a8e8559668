import Tables
import Testing

@testable import Pipelines

/// The words of a constant column, against a set of their bytes.
@Suite struct WordSetTests {
  private func texts(_ words: [String?]) -> Texts {
    var builder = ColumnBuilder(.text)
    for word in words {
      if let word { builder.append(text: word.utf8) } else { builder.append(missing: .blank) }
    }
    guard case .text(let texts) = builder.column else { return Texts() }
    return texts
  }
  private static let words = ["h", "a", "m0", "uncensored", "censored", "near_poor_rate", "hộ"]

  @Test func `cells that are words pass, and so do those that are not there`() {
    let set = WordSet(Self.words.map { Array($0.utf8) })
    #expect(set.holdsAll(texts([])))
    #expect(set.holdsAll(texts([nil, nil])))
    #expect(set.holdsAll(texts(["h", "h", nil, "m0"] + Self.words + Self.words.reversed())))
  }
  @Test(arguments: ["", "x", "H", "m", "m0 ", "m00", "uncensorex", "xncensored", "unxensored", "ho", "hô"])
  func `one cell that is no word is enough`(_ stranger: String) {
    let set = WordSet(Self.words.map { Array($0.utf8) })
    #expect(!set.holdsAll(texts([stranger])))
    #expect(!set.holdsAll(texts(["h", nil, stranger])))
    #expect(!set.holdsAll(texts([nil, stranger, "h"])))
  }
  @Test func `the empty text is a word where it is one, and of no words none holds`() {
    #expect(WordSet([[]]).holdsAll(texts(["", "", nil])))
    #expect(!WordSet([]).holdsAll(texts([""])))
    #expect(WordSet([]).holdsAll(texts([nil])))
  }
  @Test func `hundreds of words are told apart`() {
    let words = (0..<600).map { "t\($0 * 7)t" }
    let set = WordSet(words.map { Array($0.utf8) })
    #expect(set.holdsAll(texts(words)))
    for number in 0..<4300 {
      let word = "t\(number)t"
      #expect(set.holdsAll(texts([word])) == words.contains(word))
    }
  }
}
