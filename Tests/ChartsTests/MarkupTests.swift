import Foundation
import StageTestKit
import Testing

@testable import Charts

/// Text that comes from outside stands for itself in markup.
@Suite struct MarkupTests {
  private func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    out.append(escaped: text)
    return String(decoding: out, as: UTF8.self)
  }
  /// What a browser makes of it.
  private func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }
  static let hostile = [
    "</title><script>alert(1)</script>", "\" onload=\"x", "' onload='x", "]]>", "<!--", "&lt;", "&amp;amp;",
    "&#60;", "a&b;c", "<<>>", "\u{202E}\">", "ả\"ộ", "\u{2028}<", "%", " %", "\n%", "100 %<",
  ]

  @Test(arguments: hostile) func `nothing of it is markup, and a reader sees it as written`(_ text: String) {
    let out = escaped(text)
    #expect(!out.unicodeScalars.contains { ["<", ">", "\"", "'"].contains($0) }, "\(out)")
    #expect(
      Array(unescaped(out).unicodeScalars) == Array(text.replacing(" %", with: "\u{A0}%").unicodeScalars))
  }
  @Test(arguments: hostile) func `words of a chart can close no tag and open none`(_ text: String) {
    let tags = { (svg: [UInt8]?) in
      String(decoding: svg ?? [], as: UTF8.self).count { $0 == "<" || $0 == ">" }
    }
    let words = ChartText(id: "c", title: text, description: text, tableBelow: text, seriesBreak: text)
    let points = [
      ChartPoint(text, value: 1, text: text, standard: "a"),
      ChartPoint(text, value: 2, text: text, standard: "b"),
    ]
    let plain = ChartText(id: "c", title: "x", description: "x", tableBelow: "x", seriesBreak: "x")
    let plainPoints = points.map { ChartPoint("x", value: $0.value, text: "x", standard: $0.standard) }
    let target = ChartTarget(at: 1, value: 1, text: text)
    let made = TrajectoryChart(points, target: target, text: words) { _ in text }.svg
    let other = TrajectoryChart(plainPoints, target: ChartTarget(at: 1, value: 1, text: "x"), text: plain) {
      _ in
      "x"
    }.svg
    #expect(tags(made) == tags(other))
    let bars = BarChart(points, target: (value: 2, text: text), text: words).svg
    #expect(tags(bars) == tags(BarChart(plainPoints, target: (value: 2, text: "x"), text: plain).svg))
  }
  @Test func `a space before a percent sign does not break, other spaces may`() {
    #expect(escaped("5 % của 10 %") == "5\u{A0}% của 10\u{A0}%")
    #expect(escaped("5  %") == "5 \u{A0}%")
    #expect(escaped("5\u{A0}%") == "5\u{A0}%")
    #expect(escaped("% 5") == "% 5")
    #expect(escaped(" ") == " ")
  }
  @Test func `a text of a million signs is one pass`() {
    let text = String(repeating: "<ộ>", count: 300_000)
    #expect(escaped(text).utf8.count == 300_000 * (4 + 3 + 4))
  }

  /// The vowels and marks of Vietnamese.
  static let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "A", "Â", "Ơ", "Ư", "Y"]
  static let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
  @Test(arguments: vowels, tones) func `every letter that is written in parts is composed`(
    _ vowel: String, _ tone: String
  ) {
    let whole = (vowel + tone).precomposedStringWithCanonicalMapping
    #expect(whole.unicodeScalars.count == 1)
    let parts = whole.decomposedStringWithCanonicalMapping
    for text in [whole, parts, vowel + tone] {
      #expect(Array(text.composed.unicodeScalars) == Array(whole.unicodeScalars))
      #expect(Array(escaped("x\(text)y").unicodeScalars) == Array("x\(whole)y".unicodeScalars))
    }
    // The marks may come in either order.
    let scalars = Array(parts.unicodeScalars)
    if scalars.count == 3 {
      let turned = String(String.UnicodeScalarView([scalars[0], scalars[2], scalars[1]]))
      #expect(turned != whole || turned.composed.unicodeScalars.count == 1)
    }
  }
  @Test(arguments: 0..<8) func `letters with random marks are what Foundation composes`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let letters = ["a", "e", "o", "u", "y", "d", "n", "c", "s", "Z", "đ", " ", "1", "😀", "漢"]
    let marks = [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}", "\u{327}",
    ]
    for _ in 0..<400 {
      let text = (0..<1 + random.next(below: 6)).map { _ in
        random.one(letters) + (0..<random.next(below: 3)).map { _ in random.one(marks) }.joined()
      }.joined()
      #expect(text.composed == text, "the same text by canonical equivalence")
      // Foundation composes part of a letter with many marks; whatever stays apart may stay so here too.
      let wanted = text.precomposedStringWithCanonicalMapping
      if wanted.unicodeScalars.allSatisfy({ $0.properties.canonicalCombiningClass == .notReordered }) {
        #expect(Array(text.composed.unicodeScalars) == Array(wanted.unicodeScalars), "\(text)")
      }
    }
  }
  @Test(arguments: ["\u{301}", "\u{301}a", "😀\u{301}", " \u{323}", "1\u{302}", "漢\u{309}", "\u{5D0}\u{5B8}"])
  func `a mark that belongs to no Latin letter stays`(_ text: String) {
    #expect(Array(text.composed.unicodeScalars) == Array(text.unicodeScalars))
  }
  @Test(arguments: 0..<4) func `a whole number is written as Swift writes it`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 7)
    for _ in 0..<500 {
      let number = Int(truncatingIfNeeded: random.next()) >> random.next(below: 64)
      var out: [UInt8] = []
      out.append(number: number)
      #expect(String(decoding: out, as: UTF8.self) == String(number))
    }
  }
}
