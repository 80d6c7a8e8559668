import Diagnostics
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables
import Testing

@testable import TransparencySite

/// The words of verdicts and signs in both languages, as the method has them.
@Suite struct WordTableTests {
  private static let english = Result {
    try Theme("site", language: .en, namedAt: nil, projectFiles)
  }
  static let words: [(word: VerdictWord, vi: String, en: String)] = [
    (.met, "Đạt", "Met"), (.notMet, "Chưa đạt", "Not met"),
    (.currentlyMet, "Đang ở mức đạt", "Met for now"), (.onTrack, "Đúng tiến độ", "On track"),
    (.slow, "Chậm", "Slow"), (.verySlow, "Rất chậm", "Very slow"), (.reversing, "Đi ngược", "Going back"),
    (.notJudged, "Không đánh giá", "Not judged"), (.notComparable, "Không so sánh được", "Not comparable"),
    (.notDue, "Chưa đến hạn", "Not due yet"), (.noData, "Chưa có số liệu", "No data yet"),
    (.withheld, "Không công bố", "Not published"), (.notApplicable, "Không áp dụng", "Not applicable"),
  ]

  @Test func `the table has every word once`() {
    #expect(Set(Self.words.map(\.word)) == Set(VerdictWord.allCases))
    #expect(Set(Self.words.map(\.vi)).count == 13 && Set(Self.words.map(\.en)).count == 13)
  }
  @Test(arguments: words.indices) func `a verdict has its word and its meaning in both languages`(
    _ index: Int
  ) throws {
    let row = Self.words[index]
    let english = try Self.english.get()
    #expect(theme.words("verdict.\(row.word.rawValue)") == row.vi)
    #expect(english.words("verdict.\(row.word.rawValue)") == row.en)
    let meanings = [theme, english].compactMap { $0.words("meaning.\(row.word.rawValue)") }
    #expect(meanings.count == 2 && meanings[0] != meanings[1])
    #expect(meanings.allSatisfy { $0.hasSuffix(".") && $0.count > 20 }, "\(meanings)")
  }
  @Test(
    arguments: [
      (VerdictWord.onTrack, ["95"]), (.slow, ["60", "95"]), (.verySlow, ["60"]), (.reversing, []),
      (.met, []),
    ] as [(VerdictWord, [String])]) func `the bounds of the method stand in the meaning of the words`(
      _ word: VerdictWord, _ bounds: [String]
    ) throws
  {
    for one in [theme, try Self.english.get()] {
      let meaning = try #require(one.words("meaning.\(word.rawValue)"))
      #expect(meaning.matches(of: /[0-9]+/).map { String($0.0) } == bounds, "\(meaning)")
    }
  }
  @Test func `what is well and what is not have neither colour nor shape in common`() throws {
    let styles = { (words: [VerdictWord]) in words.map(\.style) }
    let good = styles([.met, .currentlyMet, .onTrack])
    let bad = styles([.notMet, .slow, .verySlow, .reversing])
    let open = styles([.notJudged, .notComparable, .notDue, .noData, .withheld, .notApplicable])
    for (some, others) in [(good, bad), (good, open), (bad, open)] {
      #expect(Set(some.map(\.class)).isDisjoint(with: others.map(\.class)))
      #expect(Set(some.map(\.icon)).isDisjoint(with: others.map(\.icon)))
    }
  }
  @Test func `every shape is a picture of the theme, and every colour stands in the style sheet`() throws {
    let icons = try projectFiles.list("site/icons")
    let sheets = theme.assets.filter { $0.path.text.hasSuffix(".css") }
    let css = sheets.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for word in VerdictWord.allCases {
      #expect(icons.contains("\(word.style.icon).svg"), "\(word)")
      #expect(css.contains(".\(word.style.class)"), "\(word)")
    }
  }
  @Test(
    arguments: [
      (.missing, "x", "no data"), (.withheld, "c", "not published"), (.notApplicable, "z", "not applicable"),
      (.provisional, "p", "provisional"), (.revised, "r", "revised"), (.estimate, "e", "estimate"),
      (.seriesBreak, "b", "break"),
    ] as [(Symbol, String, String)])
  func `a sign is a letter with short and long words in both languages`(
    _ symbol: Symbol, _ letter: String, _ english: String
  ) throws {
    #expect(symbol.rawValue == letter && symbol.mark == "[\(letter)]")
    let themes = [theme, try Self.english.get()]
    for theme in themes {
      let short = try #require(theme.words("symbols.\(letter)"))
      let long = try #require(theme.words("symbols.\(letter)-long"))
      let line = try #require(theme.words("symbols.line"))
      #expect(line.contains("[\(letter)] \(short)"), "\(line)")
      #expect(long.hasSuffix(".") && long.count > short.count, "\(long)")
    }
    #expect(themes[1].words("symbols.\(letter)")?.contains(english) == true)
    #expect(themes[0].words("symbols.\(letter)") != themes[1].words("symbols.\(letter)"))
  }
  @Test func `no other letter is in use`() {
    #expect(Set(Symbol.allCases.map(\.rawValue)) == Set("cxzprbe".map(String.init)))
  }

  @Test func `both languages have the same words with the same values`() throws {
    let english = try Self.english.get()
    #expect(theme.words.keys == english.words.keys)
    for key in theme.words.keys {
      let (vi, en) = (theme.words.parameters(of: key) ?? [], english.words.parameters(of: key) ?? [])
      #expect(Set(vi) == Set(en), "\(key): \(vi) \(en)")
    }
  }
  @Test func `no Vietnamese word is left in English, and none is in pieces`() throws {
    let english = try Self.english.get()
    let marks = /[ăâđêôơưĂÂĐÊÔƠƯ]/
    for key in english.words.keys {
      let text = try #require(english.words(key))
      // Names of acts and peoples stay what they are.
      if let vi = theme.words(key), text == vi, text.contains(marks) {
        Issue.record("\(key) is not in English: \(text)")
      }
      #expect(text == text.precomposedStringWithCanonicalMapping, "\(key)")
      #expect(theme.words(key) == theme.words(key)?.precomposedStringWithCanonicalMapping, "\(key)")
    }
  }
}
