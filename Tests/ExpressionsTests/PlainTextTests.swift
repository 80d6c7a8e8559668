import Testing

@testable import Expressions

/// Which texts are equal to no other bytes.
@Suite struct PlainTextTests {
  @Test func `of all signs that are not ASCII only three become ASCII in NFC`() {
    let signs = (0 as UInt8..<0x80).map { String(UnicodeScalar($0)) }
    let plain = Set(signs)
    let others = (0x80 as UInt32..<0x3_0000).compactMap { UnicodeScalar($0) }.filter {
      plain.contains(String($0))
    }
    #expect(others == ["\u{37E}", "\u{1FEF}", "\u{212A}"])
    #expect(signs.filter { !PlainText.isAlone(Array($0.utf8)) } == [";", "K", "`"])
    #expect(!PlainText.isAlone(Array("ộ".utf8)) && PlainText.isAlone([]))
  }
  @Test(arguments: ["temporary", "K", "a;b", "Mo\u{302}ng", "ba`n"])
  func `cells that are equal in NFC are found whatever their bytes`(_ word: String) {
    let cells = ["temporary", "\u{212A}", "K", "a\u{37E}b", "a;b", "Mông", "ba\u{1FEF}n", "t\u{E9}", "", "k"]
    let order = TextOrder(cells.flatMap { Array($0.utf8) }, Array(word.utf8))
    for cell in cells {
      #expect(order.areEqual(Array(cell.utf8)[...], Array(word.utf8)[...]) == (cell == word))
      if PlainText.isAlone(Array(word.utf8)) {
        #expect((cell == word) == (Array(cell.utf8) == Array(word.utf8)))
      }
    }
  }
}
