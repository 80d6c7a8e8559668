import Charts
import Diagnostics
import Tables
import Testing

@testable import SiteKit

/// What is written for machines is well formed, whatever stands in the texts.
@Suite struct MarkupReadingTests {
  static let hostile = [
    "</title><script>alert(1)</script>", "\" onload=\"x", "]]>", "<!-- x", "&lt;", "&nbsp;", "<?x?>",
    "\u{202E}đảo <chiều>", "ở Xã Mẫu & “Tỉnh”", "\u{5D0}\u{5B8}<", "😀&", "a\nb\tc",
  ]
  private func reading(_ file: SiteFile?) throws -> XMLReading {
    let file = try #require(file)
    let reading = XMLReading(String(decoding: file.bytes, as: UTF8.self))
    #expect(reading.fault == nil)
    return reading
  }

  @Test(arguments: [
    ("<a>", "a is not closed"), ("</a>", "</a closes nothing"), ("<a><b></a>", "</a closes nothing"),
    ("<a b=c></a>", "no tag: <a b=c"), ("<a>&nbsp;</a>", "text or an entity where none may be: &nbsp;"),
    ("<a/>x", "text or an entity where none may be: x"), ("<a>\u{1}</a>", "U+1"), ("<a><</a>", "no tag: <<"),
  ]) func `the reading refuses what is not well formed`(_ text: String, _ fault: String) {
    #expect(XMLReading(text).fault?.hasPrefix(fault.prefix(8)) == true, "\(XMLReading(text).fault ?? "-")")
  }
  @Test(arguments: hostile) func `a feed gives its texts back`(_ text: String) throws {
    for base in ["", "https://example.org/ngheo"] {
      let entry = Feed.Entry(id: "c1", title: text, day: "2025-01-15", summary: text)
      let feed = try reading(
        Feed(baseURL: base, name: text).atom(
          at: "thay-doi.atom", page: "thay-doi/index.html", title: text, author: text, language: "vi",
          [entry, Feed.Entry(id: "c2", title: "x", day: "2025-01-16", summary: "")]))
      for path in ["feed/title", "feed/author/name"] { #expect(feed.texts(at: path) == [text]) }
      #expect(feed.texts(at: "feed/entry/title") == [text, "x"])
      #expect(feed.texts(at: "feed/entry/summary") == [text, ""])
      #expect(feed.texts(at: "feed/updated") == ["2025-01-16T00:00:00Z"])
      #expect(feed.values(of: "feed@xml:lang") == ["vi"])
    }
  }
  @Test(arguments: hostile) func `a chart gives its words back`(_ text: String) throws {
    let words = ChartText(id: "c", title: text, description: text, tableBelow: "B", seriesBreak: text)
    let points = [
      ChartPoint(text, value: 1, text: text, standard: "a"),
      ChartPoint("x", value: 2, text: text, standard: "b"),
    ]
    let charts = [
      TrajectoryChart(points, target: ChartTarget(at: 1, value: 1, text: text), text: words) { _ in text }
        .svg,
      BarChart(points, target: (value: 1, text: text), text: words).svg,
    ]
    for chart in charts {
      let found = try reading(SiteFile("c.svg", #require(chart)))
      #expect(found.texts(at: "svg/title") == [text])
      #expect(found.texts(at: "svg/desc").first?.hasPrefix(text) == true)
      #expect(found.texts.contains(text))
    }
  }
  @Test(arguments: hostile) func `the notice of a withdrawal gives its reason back`(_ text: String) throws {
    let notice = WithdrawalNotice(
      edition: text, date: nil, day: Day(iso: "2025-02-01"), reason: Phrase(same: text),
      title: Phrase(same: text),
      agency: text, contact: text, baseURL: "https://example.org", name: text)
    let feed = try #require(notice.files.first { $0.path == "thay-doi.atom" })
    let reading = try reading(feed)
    #expect(reading.texts(at: "feed/entry/summary").allSatisfy { $0.contains(text) })
    for file in notice.files where file.path != "thay-doi.atom" {
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(!page.contains("<script") && !page.contains("<!-- x") && !page.contains("<?x"))
      #expect(!page.contains("onload=\"x"))
    }
  }
  @Test(arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func `a sign that no markup may hold leaves the feed well formed`(_ sign: String) throws {
    let entry = Feed.Entry(id: "c1", title: "a\(sign)b", day: "2025-01-15", summary: "\(sign)")
    let feed = try reading(
      Feed(baseURL: "", name: "n").atom(
        at: "f.atom", page: "index.html", title: "T", author: "A", language: "vi", [entry]))
    let title = try #require(feed.texts(at: "feed/entry/title").first)
    #expect(title.hasPrefix("a") && title.hasSuffix("b"))
  }
  @Test func `a site map of many pages is in order, whichever order they come in`() throws {
    let pages = (0..<200).map { PagePath("p\($0 % 20)/q\($0)/index.html") }
    let feed = Feed(baseURL: "https://example.org/&", name: "")
    let map = try reading(feed.sitemap(pages, day: "2025-01-15"))
    #expect(map.texts(at: "urlset/url/loc").count == 200)
    #expect(feed.sitemap(pages.reversed(), day: "2025-01-15") == feed.sitemap(pages, day: "2025-01-15"))
    #expect(map.texts(at: "urlset/url/loc").allSatisfy { $0.hasPrefix("https://example.org/&/p") })
  }
  @Test(arguments: ["", "https://example.org/ngheo"]) func `ids are one of a kind and stay with their entry`(
    _ base: String
  ) throws {
    let entries = (0..<100).map { Feed.Entry(id: "c\($0)", title: "t", day: "2025-01-15", summary: "s") }
    func ids(_ entries: [Feed.Entry], name: String = "n") throws -> [String] {
      try reading(
        Feed(baseURL: base, name: name).atom(
          at: "f.atom", page: "index.html", title: "T", author: "A", language: "vi", entries)
      ).texts(at: "feed/entry/id")
    }
    let all = try ids(entries)
    #expect(Set(all).count == 100)
    #expect(try ids(entries.reversed()) == all.reversed())
    #expect(try ids(Array(entries.prefix(3))) == Array(all.prefix(3)), "older entries may leave the feed")
    if base.isEmpty { #expect(Set(try ids(entries, name: "m")).isDisjoint(with: all)) }
  }
  @Test func `a feed without entries has a day`() throws {
    let feed = try reading(
      Feed(baseURL: "", name: "n").atom(
        at: "f.atom", page: "index.html", title: "T", author: "A", language: "vi", []))
    #expect(feed.texts(at: "feed/updated").count == 1 && feed.texts(at: "feed/entry/id") == [])
  }
}
