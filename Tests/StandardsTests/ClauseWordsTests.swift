import Testing

@testable import Standards

/// What stands in the clauses of packs, beside the regular expressions that say it in short.
@Suite struct ClauseWordsTests {
  private static let act = #"[0-9]+\/(?:[0-9]{4}\/)?\p{Lu}[\p{L}\-]*"#
  private static let article =
    #"(?:điều|khoản|điểm|mục|phụ lục|article|clause|annex) +(?:[0-9]|[ivx]+\b|[a-zđ]\b)"#

  @Test(arguments: [
    ("Nghị định 07/2021/NĐ-CP, Điều 3", ["07/2021/NĐ-CP"]), ("59/2015/QĐ-TTg", ["59/2015/QĐ-TTg"]),
    ("Quyết định 24/QĐ-TTg và 90/QĐ-TTg", ["24/QĐ-TTg", "90/QĐ-TTg"]),
    ("Luật 104/2016/QH13", ["104/2016/QH"]),
    ("ngày 27/01/2021", []), ("1/2", []), ("", []), ("59/2015/2016/X", ["2015/2016/X"]), ("12/a", []),
    ("5/2021/", []), ("/X", []), ("12/Đ-x-", ["12/Đ-x-"]), ("123/12345/A", ["12345/A"]), ("7/É9", ["7/É"]),
  ])
  func `acts are known by their numbers`(_ text: String, _ acts: [String]) throws {
    #expect(ClauseWords.acts(of: text) == acts)
    #expect(text.matches(of: try Regex(Self.act)).map { String(text[$0.range]) } == acts)
  }
  @Test(arguments: [
    ("Điều 3", true), ("khoản 1", true), ("ĐIỂM  a, khoản 2", true), ("Phụ lục IV", true), ("điểm đ", true),
    ("Article 5", true), ("điều kiện", false), ("Nghị định 07/2021/NĐ-CP", false), ("mục tiêu", false),
    ("", false), ("đ", false), ("Phụ lục", false), ("\u{111}ie\u{302}\u{300}u 3", true), ("annex b", true),
  ])
  func `a place in an act is known by its word`(_ text: String, _ isNamed: Bool) throws {
    #expect(ClauseWords.namesArticle(text) == isNamed)
    #expect(text.lowercased().contains(try Regex(Self.article)) == isNamed)
  }
  @Test(arguments: 0..<200) func `any text is read as the expressions read it`(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let pieces = [
      "1", "23", "2021", "/", "-", "N", "Đ", "a", "đ", " ", "điều ", "mục", "khoản", " 4", "iv", ",", "ộ",
      "NĐ-CP",
    ]
    var text = ""
    for _ in 0..<(seed % 12) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int((state >> 33) % UInt64(pieces.count))]
    }
    let acts = text.matches(of: try Regex(Self.act)).map { String(text[$0.range]) }
    #expect(ClauseWords.acts(of: text) == acts, "\(text)")
    let isNamed = text.lowercased().contains(try Regex(Self.article))
    #expect(ClauseWords.namesArticle(text) == isNamed, "\(text)")
  }
}
