import Testing

@testable import SiteKit

@Suite struct FeedTests {
  private func text(_ file: SiteFile?) -> String { String(decoding: file?.bytes ?? [], as: UTF8.self) }

  @Test func `without an address there is a feed, and nothing that needs one`() {
    let feed = Feed(baseURL: "", name: "tinh-mau")
    #expect(feed.sitemap([], day: "2025-01-15") == nil)
    #expect(feed.robots == nil)
    let entry = Feed.Entry(id: "c1", title: "A", day: "2025-01-15", summary: "b")
    let atom = text(
      feed.atom(
        at: "thay-doi.atom", page: "thay-doi/index.html", title: "T", author: "U", language: "vi", [entry]))
    #expect(atom.contains("<link rel=\"self\" href=\"thay-doi.atom\"/>"))
    #expect(atom.contains("<link href=\"thay-doi/index.html#c1\"/>"))
    let ids = atom.matches(
      of: /<id>(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})<\/id>/)
    #expect(Set(ids.map(\.1)).count == 2)
  }
  @Test func `an id is made of its text alone`() {
    #expect(Feed.uuid("a") == Feed.uuid("a"))
    #expect(Set((0..<1000).map { Feed.uuid("tinh-mau\n\($0)") }).count == 1000)
  }

  @Test(arguments: ["https://example.org/ngheo", "https://example.org/ngheo/"])
  func `the site map lists pages by address`(_ base: String) {
    let pages: [PagePath] = ["index.html", "a/index.html", "a/b.html"]
    let map = text(Feed(baseURL: base, name: "").sitemap(pages, day: "2025-01-15"))
    #expect(
      map == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://example.org/ngheo/a/b.html</loc><lastmod>2025-01-15</lastmod></url>
        <url><loc>https://example.org/ngheo/a/</loc><lastmod>2025-01-15</lastmod></url>
        <url><loc>https://example.org/ngheo/</loc><lastmod>2025-01-15</lastmod></url>
        </urlset>

        """)
  }

  @Test func `the feed of changes escapes its texts`() {
    let entry = Feed.Entry(id: "c1", title: "A & B", day: "2025-01-15", summary: "sửa <5> thành 6")
    let atom = text(
      Feed(baseURL: "https://example.org", name: "").atom(
        at: "thay-doi.atom", page: "thay-doi/index.html", title: "Thay đổi", author: "UBND", language: "vi",
        [entry]))
    #expect(atom.contains("<title>A &amp; B</title>"))
    #expect(atom.contains("<summary>sửa &lt;5&gt; thành 6</summary>"))
    #expect(atom.contains("<updated>2025-01-15T00:00:00Z</updated>"))
    #expect(atom.contains("<id>https://example.org/thay-doi/#c1</id>"))
  }

  @Test func `robots are told where the site map is`() {
    let robots = text(Feed(baseURL: "https://example.org", name: "").robots)
    #expect(robots == "User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n")
  }
}
