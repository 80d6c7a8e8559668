import StageTestKit
import Testing

@Suite struct MarkedTextTests {
  @Test(
    arguments: [
      ("a", "a", [:]), ("1️⃣a", "a", [1: "1:1"]), ("a2️⃣: 1️⃣b", "a: b", [2: "1:2", 1: "1:4"]),
      ("a\n  9️⃣b", "a\n  b", [9: "2:3"]), ("ệ1️⃣", "ệ", [1: "1:2"]), ("e\u{301}1️⃣x", "e\u{301}x", [1: "1:3"]),
      ("a\r\n1️⃣b", "a\r\nb", [1: "2:1"]), ("12 3️⃣4", "12 4", [3: "1:4"]), ("1️⃣2️⃣a", "a", [1: "1:1", 2: "1:1"]),
    ] as [(String, String, [Int: String])])
  func `marks are taken out and their places kept`(_ marked: String, _ text: String, _ places: [Int: String])
  {
    #expect(MarkedText(marked).text == text && MarkedText(marked).places == places)
  }
}
