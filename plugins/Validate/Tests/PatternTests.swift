import Foundation
import Testing

@testable import Validate

/// Patterns, compared with the regular expressions of the standard library.
@Suite struct PatternTests {
  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    try PatternMachine(try PatternParser.parse(pattern)).matches(text.utf8)
  }

  @Test(
    arguments: [
      ("[0-9]{12}", ["012345678901"], ["01234567890", "0123456789012", "01234567890a", "", "０12345678901"]),
      ("\\d{2,4}", ["12", "123", "1234"], ["1", "12345", "1a"]),
      ("\\d+", ["1", String(repeating: "7", count: 100)], ["", "7x", "٣"]),
      ("", [], []), ("a|bc|", ["a", "bc", ""], ["b", "abc"]), ("^abc$", ["abc"], ["abcd", "^abc$"]),
      ("a*b+c?", ["b", "aab", "abbc"], ["a", "c", "abcc"]), ("(ab)*", ["", "abab"], ["aba"]),
      ("(?:ab|c){2}", ["abab", "cab", "cc"], ["ab", "ccc"]), ("a{0}b", ["b"], ["ab"]),
      ("a{2,}", ["aa", "aaaa"], ["a"]),
      ("[^0-9]+", ["ấ–x"], ["a1", ""]), ("[à-ỹ]+", ["àấỹ"], ["a", "àz"]),
      (".", ["a", "ấ", "👍"], ["", "ab", "e\u{301}"]),
      ("Xã .+", ["Xã Ấm"], ["Xã ", "xã Ấm"]), ("a\\.b\\\\", ["a.b\\"], ["axb\\"]),
      ("[a\\]\\-]+", ["a]-"], ["b"]),
      ("[-a]+", ["-a"], ["b"]), ("[a-]+", ["a-"], ["b"]), ("\\w+\\s\\W", ["aZ_9 –"], ["a b"]),
      ("\\D\\S", ["a1", "ấ\u{301}"], ["1a", "a "]), ("((a|b)(c|d))+", ["ac", "bdac"], ["ab", "acb"]),
      ("[\\d.,]+", ["1.000,5"], ["1 000"]), ("[\u{10000}-\u{10FFFF}]", ["👍"], ["ấ"]),
      ("[^a]", ["\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "b"], ["a"]),
    ] as [(String, [String], [String])]) func `a pattern matches whole cells`(
      _ pattern: String, _ good: [String], _ bad: [String]
    ) throws
  {
    for text in good { #expect(try matches(pattern, text), "\(pattern) should match '\(text)'") }
    for text in bad { #expect(try !matches(pattern, text), "\(pattern) should not match '\(text)'") }
  }
  @Test(
    arguments: [
      "(", ")", "a)", "[", "[a", "[]", "*a", "a{", "a{x}", "a{2,1}", "a{256}", "a{1,999}", "\\", "\\q",
      "[b-a]",
      "[\\d-z]", "a^b", "$a", "(?=a)", "(?<n>a)", "[[:alpha:]]", "]", "}", "((((a{255}){255}){255}){255})",
      "(.{100}){100}", "(a|aa){0,255}[^b]{0,255}(c|ac){0,255}",
      String(repeating: "(", count: 50) + "a" + String(repeating: ")", count: 50),
    ]) func `what is no pattern, or one too large, is refused`(_ pattern: String)
  {
    #expect(throws: PatternProblem.self) { try matches(pattern, "a") }
  }
  @Test(arguments: 0..<20) func `random patterns match what the standard library matches`(_ seed: Int) throws
  {
    var random = Seeded(seed)
    for _ in 0..<40 {
      let pattern = Self.pattern(&random, 3)
      let regex = try Regex(pattern)
      let machine = try PatternMachine(try PatternParser.parse(pattern))
      for _ in 0..<25 {
        let text = (0..<random.below(7)).map { _ in random.one(["a", "b", "c", "1", "."]) }.joined()
        let isMatch = text.wholeMatch(of: regex) != nil
        #expect(machine.matches(text.utf8) == isMatch, "/\(pattern)/ and '\(text)'")
      }
    }
  }
  private static func pattern(_ random: inout Seeded, _ depth: Int) -> String {
    let atoms = ["a", "b", "c", "[ab]", "[^a]", "[a-c1]", "\\.", ".", "\\d"]
    guard depth > 0 else { return random.one(atoms) }
    switch random.below(4) {
    case 0: return (0..<1 + random.below(3)).map { _ in pattern(&random, depth - 1) }.joined()
    case 1:
      let sign = random.one(["*", "+", "?", "{2}", "{1,3}", "{0,2}", "{1,}"])
      return "(?:\(pattern(&random, depth - 1)))\(sign)"
    case 2: return "(?:\((0..<2).map { _ in pattern(&random, depth - 1) }.joined(separator: "|")))"
    default: return random.one(atoms)
    }
  }
  @Test func `scalars are the bytes of their ranges and no others`() throws {
    var random = Seeded(7)
    for _ in 0..<30 {
      let ends = (0..<2).map { _ in UInt32(random.one([200, 3000, 70_000, 1_114_111])) }.map {
        UInt32(random.below(Int($0)) + 1)
      }.sorted()
      let set = ScalarSet(ends[0]...ends[1])
      let (machine, inverse) = (try PatternMachine(set.pattern), try PatternMachine(set.inverted.pattern))
      for _ in 0..<200 {
        let near = random.one([Int(ends[0]), Int(ends[1]), random.below(1_114_112)]) + random.below(5) - 2
        guard let scalar = UInt32(exactly: near).flatMap(Unicode.Scalar.init) else { continue }
        let bytes = Array(String(scalar).utf8)
        let isIn = (ends[0]...ends[1]).contains(scalar.value)
        #expect(machine.matches(bytes) == isIn && inverse.matches(bytes) == !isIn, "\(near) in \(ends)")
        #expect(!machine.matches(bytes + [0x80]) && !machine.matches(bytes.dropLast()))
      }
    }
  }
  @Test func `digits are looked at eight at a time, and all bytes count`() throws {
    let machine = try PatternMachine(try PatternParser.parse("[0-9]{1,20}"))
    for count in 1...21 {
      let good = Array(repeating: UInt8(ascii: "5"), count: count)
      #expect(machine.matches(good) == (count <= 20))
      for place in 0..<count {
        for byte in [0x2F, 0x3A, 0x39, 0x30, 0xB5, 0x05, 0xFA] as [UInt8] {
          var other = good
          other[place] = byte
          #expect(machine.matches(other) == (count <= 20 && (0x30...0x39).contains(byte)))
        }
      }
    }
  }
}
