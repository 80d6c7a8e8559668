import Diagnostics
import Foundation
import Testing

/// Words of a list, letter by letter or as names, and codes that lost their zeros.
@Suite struct NameListTests {
  /// Names as the list has them, with other spellings of the same, and with other names that look alike.
  static let names: [(listed: String, same: [String], other: [String])] = [
    ("Hòa Bình", ["Hoà Bình"], ["Hoa Bình", "Hóa Bình", "Hòa Binh", "Hòa", "Hòa Bình 1"]),
    ("Thuỷ Nguyên", ["Thủy Nguyên"], ["Thuy Nguyên", "Thúy Nguyên", "Thuỷ Nguyện"]),
    ("Khoẻ", ["Khỏe"], ["Khoe", "Khóe"]), ("Quý Lộc", [], ["Quy Lộc", "Quý Lốc", "Qúi Lộc"]),
    ("Đắk Nông", [], ["Dắk Nông", "Đăk Nông", "Đắk Nong"]), ("Ô Môn", [], ["O Môn", "Ơ Môn", "Ô Mon"]),
    ("Tân Hưng", [], ["Tan Hưng", "Tân Hứng", "Tân Hùng"]),
  ]
  private static func rule(_ more: String) -> String {
    "- { id: R, column: a, values: [\(names.map(\.listed).joined(separator: ", "))]\(more) }"
  }

  @Test func `as names, capitals, composition, blanks and the place of the tone mark do not count`()
    async throws
  {
    let cells = Self.names.flatMap { name in
      ([name.listed] + name.same).flatMap { word in
        [
          word, word.uppercased(), word.lowercased(), word.decomposedStringWithCanonicalMapping,
          word.uppercased().decomposedStringWithCanonicalMapping, "  \(word) ",
          word.replacing(" ", with: "   "),
        ]
      }
    }
    let found = try await Trial("a: text", cells.map { $0 + "\n" }.joined(), Self.rule(", compare: name"))
      .run()
    #expect(found.codes == [] && found.kept == cells)
  }
  @Test func `as names, letters and tones do count`() async throws {
    let cells = Self.names.flatMap(\.other)
    let found = try await Trial("a: text", cells.map { $0 + "\n" }.joined(), Self.rule(", compare: name"))
      .run()
    #expect(found.codes == cells.indices.map { "\($0 + 1) values a" } && found.kept == [])
    #expect(found.messages.allSatisfy { $0.vi != $0.en })
  }
  @Test func `letter by letter, only the word itself is in the list`() async throws {
    for name in Self.names {
      let others =
        name.same + name.other + [
          name.listed.uppercased(), name.listed.decomposedStringWithCanonicalMapping, " \(name.listed)",
          "\(name.listed) ",
        ]
      let cells = [name.listed] + others.filter { Array($0.utf8) != Array(name.listed.utf8) }
      let found = try await Trial("a: text", cells.map { $0 + "\n" }.joined(), Self.rule("")).run()
      #expect(found.kept == [name.listed] && found.rejected == cells.count - 1)
      #expect(found.codes == cells.indices.dropFirst().map { "\($0 + 1) values a" })
    }
  }
  @Test func `what is nearly a word of the list is told with it`() async throws {
    let cells = ["Hòa Binh", "Tân Hùng", "Đăk Nông"]
    let found = try await Trial("a: text", cells.map { $0 + "\n" }.joined(), Self.rule("")).run()
    for (message, wanted) in zip(found.messages, ["Hòa Bình", "Tân Hưng", "Đắk Nông"]) {
      #expect(message.vi.contains("'\(wanted)'") && message.en.contains("did you mean '\(wanted)'?"))
    }
    #expect(found.messages.count == 3)
  }

  // MARK: Lost zeros

  /// A code of so many digits with so many zeros before it, and what a spreadsheet makes of it.
  private static func codes(_ length: Int) -> [(whole: String, cut: String, zeros: Int)] {
    (0..<length).map { zeros in
      let digits = String((0..<(length - zeros)).map { Character("\(($0 * 7 + 3) % 9 + 1)") })
      return (String(repeating: "0", count: zeros) + digits, digits, zeros)
    }
  }
  @Test(arguments: [1, 2, 5, 12, 13, 14, 16]) func `a code is right with up to twelve zeros before it`(
    _ length: Int
  ) async throws {
    let codes = Self.codes(length)
    let rows = codes.map { $0.cut + "\n" }.joined()
    let list = codes.map { "\"\($0.whole)\"" }.joined(separator: ", ")
    for (rule, plain) in [
      ("column: a, pattern: \"[0-9]{\(length)}\"", "pattern"), ("column: a, values: [\(list)]", "values"),
    ] {
      let found = try await Trial("a: text", rows, "- { id: R, \(rule) }").run()
      let wanted = codes.enumerated().compactMap { index, code in
        code.zeros == 0 ? nil : "\(index + 1) \(code.zeros <= 12 ? "lost-zero" : plain) a"
      }
      #expect(found.codes == wanted, "\(rule)")
      // The code that was meant is named, and the cell is not mended.
      #expect(found.kept == [codes[0].whole])
      for (code, words) in zip(codes.dropFirst(), found.messages) where code.zeros <= 12 {
        #expect(words.vi.contains("'\(code.whole)'") && words.en.contains("'\(code.whole)'"))
      }
    }
  }
  @Test func `a code in another table may have lost its zeros, too`() async throws {
    let codes = Self.codes(8)
    var trial = Trial(
      "a: text", codes.map { $0.cut + "\n" }.joined() + "9\n\n",
      "- { id: R, columns: [a], references: { table: t, columns: [k] } }")
    trial.tables = [("t", "k: text", codes.map { $0.whole + "\n" }.joined())]
    let found = try await trial.run()
    #expect(found.codes == (2...8).map { "\($0) lost-zero a" } + ["9 reference a"])
    #expect(found.kept == [codes[0].whole, ""])
  }
  @Test(arguments: ["12a", "-12", "+12", "1 2", "1.2", "１２", "٣", "x", "0x12", "12 "])
  func `what is not of digits alone has lost no zero`(_ cell: String) async throws {
    let found = try await Trial("a: text", cell + "\n", "- { id: R, column: a, pattern: \"[0-9]{5}\" }").run()
    #expect(found.codes == ["1 pattern a"])
  }
  @Test func `a number is no code, and loses none`() async throws {
    let found = try await Trial("a: int", "7\n8\n", "- { id: R, column: a, values: [70, 8] }").run()
    #expect(found.codes == ["1 values a"])
  }
}
