import Tables
import Testing

@testable import Aggregate

/// Small numbers for texts and pairs.
@Suite struct IDTests {
  private func texts(_ words: [String?]) -> Texts {
    var builder = ColumnBuilder(.text)
    for word in words {
      if let word { builder.append(text: word.utf8) } else { builder.append(missing: .blank) }
    }
    guard case .text(let texts) = builder.column else { return Texts() }
    return texts
  }

  @Test func `equal texts have one number, others another, and a missing cell is 0`() {
    var ids = TextIDs()
    let words = [
      "a", "a", "b", nil, "", "a\0", "1234567", "12345678", "12345679", "123456789012345678", "a", nil,
    ]
    let found = ids.ids(of: texts(words))
    #expect(found == [1, 1, 2, 0, 3, 4, 5, 6, 7, 8, 1, 0])
    #expect(ids.count == 9)
    for (word, id) in zip(words, found) {
      #expect(ids.text(Int(id)).map { Array($0) } == word.map { Array($0.utf8) })
    }
    #expect(ids.ids(of: texts(words)) == found)
    #expect(ids.id(of: nil) == 0 && ids.id(of: ArraySlice("12345679".utf8)) == 7)
  }
  @Test(arguments: [3, 7, 8, 9, 40]) func `thousands of texts of any length keep apart`(length: Int) {
    var ids = TextIDs()
    let words = (0..<5000).map { number -> String in
      let digits = String(number, radix: 36)
      return String(repeating: "ă", count: 20).prefix(max(0, length - digits.count) / 2) + digits
        + (length == 3 ? "" : "/")
    }
    let found = ids.ids(of: texts(words))
    #expect(Set(found).count == Set(words).count)
    for (word, id) in zip(words, found) { #expect(ids.text(Int(id)).map { Array($0) } == Array(word.utf8)) }
  }
  @Test func `pairs have numbers in the order in which they come`() {
    var ids = PairIDs()
    #expect(ids.ids([0, 0, 1, 0, 1], [0, 1, 0, 0, 0]) == [0, 1, 2, 0, 2])
    let many = (0..<4000).map { UInt32($0) }
    #expect(Set(ids.ids(many, many.reversed())).count == 4000)
    #expect(ids.pair(2) == (1, 0) && ids.id(0, 1) == 1)
    #expect(ids.count == 3 + 4000)
  }
}
