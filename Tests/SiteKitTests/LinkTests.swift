import Diagnostics
import StageTestKit
import Testing

@testable import SiteKit

/// Links between pages, and the check that they lead somewhere.
@Suite struct LinkTests {
  @Test(arguments: 0..<6) func `a link of random paths leads to its target`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let names = ["a", "b", "aa", "a.b", "ộ", "x-1", "index.html", "😀"]
    func path() -> String {
      ((0..<random.next(below: 5)).map { _ in random.one(names) } + ["x.html"]).joined(separator: "/")
    }
    for _ in 0..<500 {
      let (page, target) = (PagePath(path()), PagePath(path()))
      let link = page.link(to: target.text)
      #expect(page.target(of: link)?.path == target, "\(page.text) → \(target.text): \(link)")
      #expect(!link.hasPrefix("/") && !link.isEmpty)
      // A browser goes the same way: from the folder of the page, a folder up for each `..`.
      var folders = page.text.split(separator: "/").dropLast().map(String.init)
      for part in link.split(separator: "/") {
        if part == ".." { _ = folders.popLast() } else { folders.append(String(part)) }
      }
      #expect(folders.joined(separator: "/") == target.text)
    }
  }
  @Test(arguments: [
    "https://example.org/x", "http://example.org", "mailto:a@example.org", "#x", "https://example.org/#x",
  ]) func `an address comes back as it is, from any page`(_ address: String) {
    for page in ["index.html", "a/b/c.html"] as [PagePath] { #expect(page.link(to: address) == address) }
  }
  @Test(arguments: ["a:b.html", "javascript:x", "\\\\a.html", "x\\y/a.html", "a/b:c.html", "ộ:x/y.html"])
  func `a path that looks like an address stays a path`(_ target: String) {
    for page in ["index.html", "a/b/c.html", "a:b/c.html"] as [PagePath] {
      let link = page.link(to: target)
      #expect(page.target(of: link)?.path == PagePath(target), "\(page.text) → \(link)")
      #expect(link.prefix { $0 != "/" }.allSatisfy { $0 != ":" && $0 != "\\" }, "\(link)")
    }
    #expect(PagePath("index.html").link(to: "a/b:c.html") == "a/b:c.html", "only what must be is marked")
  }
  @Test func `paths are ordered by their text, as they are listed`() {
    let paths = ["b.html", "a/z.html", "a.html", "a/a.html", "á.html", "A.html"].map { PagePath($0) }
    #expect(paths.sorted().map(\.text) == paths.map(\.text).sorted())
    for a in paths { for b in paths { #expect(!(a < b && b < a) && (a == b) == (a.text == b.text)) } }
  }

  private func check(_ pages: [String: String], others: [PagePath] = []) -> [String] {
    var check = LinkCheck(others: others)
    for (path, html) in pages.sorted(by: { $0.key < $1.key }) {
      _ = check.read(SiteFile(PagePath(path), Array(html.utf8)))
    }
    do throws(Diagnostics) {
      try check.verify()
      return []
    } catch { return error.all.map { "\($0.code.rawValue): \($0.message.en)" } }
  }
  @Test func `pages may point to one another, to anchors and to themselves`() {
    let pages = [
      "index.html": "<a href=\"a/index.html#x\"></a><a href=\"index.html\"></a><p id=\"top\"></p>",
      "a/index.html": "<p id=\"x\"></p><a href=\"../index.html#top\"></a><a href=\"b.html#đ\"></a>",
      "a/b.html": "<p id=\"đ\"></p><a href=\"#đ\"></a><img src=\"../c.svg\">", "c.svg": "<svg/>",
    ]
    #expect(check(pages) == [])
  }
  @Test(
    arguments: [
      (["index.html": "<a href=\"a.html\">"], "site.broken-link", "a.html"),
      (["a/b/c.html": "<a href=\"../x.html\">"], "site.broken-link", "x.html"),
      (["a.html": "<a href=\"#y\">"], "site.broken-anchor", "y"),
      (["a.html": "<a href=\"b.html#y\">", "b.html": "<p id=\"Y\">"], "site.broken-anchor", "y"),
      (["a.html": "<p id=\"x\"></p><p id=\"x\"></p>"], "site.duplicate-id", "x"),
      (["a.html": "<img src=\"b.png\">"], "site.broken-link", "b.png"),
      (["a.html": "<a href=\"../../x.html\">"], "site.broken-link", "x.html"),
    ] as [([String: String], String, String)])
  func `what is wrong names the page and the target`(
    _ pages: [String: String], _ code: String, _ target: String
  ) {
    let found = check(pages)
    #expect(found.count == 1 && found[0].hasPrefix(code + ": "), "\(found)")
    #expect(found.first?.contains(target) == true, "\(found)")
  }
  @Test func `the order in which pages are read changes nothing of what is told`() {
    let pages = (0..<20).map { index in
      SiteFile(
        PagePath("p\(index).html"),
        Array("<p id=\"x\"></p><a href=\"p\(index + 1).html#\(index % 3 == 0 ? "y" : "x")\">".utf8))
    }
    func codes(_ pages: [SiteFile]) -> [String] {
      var check = LinkCheck()
      for page in pages { _ = check.read(page) }
      do throws(Diagnostics) {
        try check.verify()
        return []
      } catch { return error.all.map { "\($0.code.rawValue) \($0.message.en)" }.sorted() }
    }
    let found = codes(pages)
    #expect(found.count == 8, "seven anchors and the page that is not there: \(found)")
    #expect(codes(pages.reversed()) == found)
  }
  @Test func `a million signs without a link are read`() {
    #expect(check(["a.html": String(repeating: "ộ<\"=", count: 250_000)]) == [])
  }
  @Test(arguments: ["<a href=\"", "<a href=\"x", "id=\"", "href=", "<p id=\"a", "\"\"\"", "href=\"\""])
  func `markup that is cut off does not trap`(_ html: String) { _ = check(["a.html": html]) }
}
