import Diagnostics
import Foundation
import Testing

/// What `pattern` promises of whole cells, through the whole stage: forms of real codes, and what breaks them.
@Suite struct PatternLawTests {
  @Test(
    arguments: [
      // The number of a citizen: twelve digits, the first three a province, the fourth a sex and century.
      (
        "0[0-9]{2}[0-3][0-9]{8}", ["001160000123", "096399999999"],
        ["001460000123", "101160000123", "00116000012", "0011600001234", "001160000123 ", "00116000012a"]
      ),
      ("[0-9]{5}", ["00001", "99999"], ["000001", "0000a", "00 01"]),
      ("vn-[0-9]{4}", ["vn-2022"], ["VN-2022", "vn-22", "vn_2022", "xvn-2022", "vn-20222"]),
      (
        "(Hộ nghèo|Hộ cận nghèo|Hộ không nghèo)", ["Hộ nghèo", "Hộ cận nghèo"],
        ["Hộ Nghèo", "Hộ nghèo ", "nghèo", "Hộ  nghèo"]
      ),
      ("[A-ZĐ][^0-9]*", ["Đắk Nông", "A"], ["đắk Nông", "Đắk 9", "9"]),
      ("\\d{4}(-\\d{2}){2}", ["2024-12-31"], ["2024-12", "2024/12/31", "2024-12-31-01"]),
      ("\\S+(\\s\\S+)*", ["một hai ba", "một"], [" một", "một ", "một  hai"]),
      (".{1,3}", ["a", "ấấấ", "👍👍👍"], ["abcd", "👍👍👍👍"]),
    ] as [(String, [String], [String])]) func `a cell has the form from end to end`(
      _ pattern: String, _ good: [String], _ bad: [String]
    ) async throws
  {
    for batch in [1, 1024] {
      var trial = Trial(
        "a: text", (good + bad).map { $0 + "\n" }.joined(), "- { id: R, column: a, pattern: '\(pattern)' }")
      trial.batch = batch
      let found = try await trial.run()
      #expect(found.kept == good)
      let lines = bad.indices.map { good.count + $0 + 1 }
      #expect(found.codes.compactMap { Int($0.prefix { $0 != " " }) } == lines)
      for words in found.messages where words.en.contains("have the form") {
        #expect(words.vi.contains(pattern) && words.en.contains(pattern) && words.vi != words.en)
      }
    }
  }
  /// A pattern and its contrary part all cells among them.
  @Test(arguments: ["[0-9]", "[a-zà-ỹ]", "[^x]", "[Đđ]"])
  func `a set and its contrary part all letters`(
    _ set: String
  ) async throws {
    let contrary: String = set.hasPrefix("[^") ? "[" + set.dropFirst(2) : "[^" + set.dropFirst(1)
    let cells = [
      "0", "9", "a", "z", "à", "ỹ", "x", "Đ", "đ", "D", "\u{300}", "\u{36F}", "👍", " ", "\u{A0}", "^",
    ]
    func kept(_ pattern: String) async throws -> [String] {
      try await Trial(
        "a: text", cells.map { $0 + "\n" }.joined(), "- { id: R, column: a, pattern: '\(pattern)' }"
      ).run().kept
    }
    let (inside, outside) = (try await kept(set), try await kept(contrary))
    #expect(inside.count + outside.count == cells.count)
    #expect(Set((inside + outside).map { Array($0.utf8) }) == Set(cells.map { Array($0.utf8) }))
  }
  /// Cells of an attacker: what takes a backtracking search for ever is looked at letter by letter.
  @Test(arguments: ["(a*)*b", "(a|a)*b", "(a|aa)+b", "([a-z]+)*[0-9]", "(.*)(.*)(.*)x"])
  func `a long cell that nearly fits is looked at in a moment`(_ pattern: String) async throws {
    let long = String(repeating: "a", count: 20_000)
    let found = try await Trial(
      "a: text", long + "\n" + long + "b\n", "- { id: R, column: a, pattern: '\(pattern)' }"
    ).run()
    #expect(found.codes.first == "1 pattern a")
    #expect(found.kept.count == (pattern.hasSuffix("b") ? 1 : 0))
  }
  @Test(arguments: [0, 1, 2, 5, 255]) func `so many times is neither fewer nor more`(_ count: Int)
    async throws
  {
    let cells = [count - 1, count, count + 1].filter { $0 > 0 }.map { String(repeating: "ấ", count: $0) }
    for (pattern, good) in [
      ("ấ{\(count)}", [count]), ("ấ{\(count),}", [count, count + 1]), ("ấ{0,\(count)}", [count - 1, count]),
    ] {
      let found = try await Trial(
        "a: text", cells.map { $0 + "\n" }.joined(), "- { id: R, column: a, pattern: '\(pattern)' }"
      ).run()
      #expect(found.kept == cells.filter { good.contains($0.count) }, "\(pattern)")
    }
  }
}
