import Diagnostics
import Testing

struct `The language of messages` {
  @Test(
    arguments: [
      (nil, [:], .vi), ("en", [:], .en), ("vi", ["LC_ALL": "en_US.UTF-8"], .vi), ("fr", ["LANG": "en"], .en),
      (nil, ["LANG": "en_US.UTF-8"], .en), (nil, ["LANG": "EN"], .en), (nil, ["LANG": "en-GB"], .en),
      (nil, ["LANG": "en@euro"], .en), (nil, ["LANG": "vi_VN.UTF-8"], .vi), (nil, ["LANG": "eno"], .vi),
      (nil, ["LANG": "C"], .vi), (nil, ["LANG": "C.UTF-8"], .vi), (nil, ["LANG": "POSIX"], .vi),
      (nil, ["LANG": "fr_FR"], .vi), (nil, ["LC_ALL": "", "LANG": "en"], .en),
      (nil, ["LC_ALL": "vi_VN", "LANG": "en"], .vi), (nil, ["LC_MESSAGES": "en", "LANG": "vi_VN"], .en),
      (nil, ["LC_ALL": "C", "LC_MESSAGES": "en"], .vi),
    ] as [(String?, [String: String], Language)])
  func `is what the command line says, else the locale's, else Vietnamese`(
    _ lang: String?, _ variables: [String: String], _ expected: Language
  ) {
    #expect(Language(preferring: lang) { variables[$0] } == expected)
  }
  @Test func `decides which words a phrase gives`() {
    #expect(Phrase(vi: "một", en: "one")(.vi) == "một")
    #expect(Phrase(vi: "một", en: "one")(.en) == "one")
    #expect(Phrase(same: "x")(.en) == "x")
  }
}

struct `Suggestions` {
  /// The distance from one word to another, from its definition, without a table.
  private func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let x = a.first else { return b.count }
    guard let y = b.first else { return a.count }
    if x == y { return distance(a.dropFirst(), b.dropFirst()) }
    return 1
      + min(
        distance(a.dropFirst(), b), distance(a, b.dropFirst()), distance(a.dropFirst(), b.dropFirst()))
  }

  @Test(
    arguments: [
      ("fles", ["files", "format"], "files"), ("file", ["files", "field"], "files"), ("xyz", ["files"], nil),
      ("tinh", ["tỉnh"], "tỉnh"), ("tỉnh", ["tinh", "tỉnh"], "tỉnh"), ("ab", ["cd"], nil), ("a", [], nil),
      ("formta", ["format"], "format"), ("cột_b", ["cột_c", "cột_a"], "cột_a"),
      ("abcdef", ["abxyef"], "abxyef"),
      ("abcdef", ["axyzef"], nil),
    ] as [(String, [String], String?)])
  func `give the nearest name that differs in at most a third`(
    _ word: String, _ names: [String], _ expected: String?
  ) {
    #expect(names.nearest(to: word) == expected)
  }
  @Test func `ask, list the names, or say nothing`() {
    #expect(
      ["files"].suggestion(for: "file")
        == Phrase(vi: "có phải ý bạn là 'files'?", en: "did you mean 'files'?"))
    #expect(["b", "a"].suggestion(for: "zzzzzz") == Phrase(vi: "có các tên: b, a", en: "there are: b, a"))
    #expect([String]().suggestion(for: "x") == nil)
    let names = (1...25).map { "name\($0)" }
    #expect(
      names.suggestion(for: "zzzz")?.en == "there are: " + names.prefix(20).joined(separator: ", ") + ", …")
  }
  @Test func `agree with the definition of the distance`() {
    let letters: [Character] = ["a", "b", "ă"]
    var words: [[Character]] = [[]]
    for length in 1...4 {
      words += words.filter { $0.count == length - 1 }.flatMap { w in letters.map { w + [$0] } }
    }
    for a in words.filter({ $0.count == 4 }) {
      for b in words where !b.isEmpty {
        let isNear = distance(a[...], b[...]) <= 1
        #expect(([String(b)].nearest(to: String(a)) != nil) == isNear, "\(String(a)) \(String(b))")
      }
    }
  }
  @Test func `a word of two million letters is told from names at once`() {
    #expect(["files", "format"].nearest(to: String(repeating: "f", count: 2_000_000)) == nil)
  }
}
