import Testing

@testable import SiteKit

@Suite struct PagePathTests {
  @Test(arguments: [
    ("index.html", "index.html", "index.html"),
    ("index.html", "a/b/index.html", "a/b/index.html"),
    ("a/b/index.html", "index.html", "../../index.html"),
    ("a/b/index.html", "a/c/index.html", "../c/index.html"),
    ("a/b/index.html", "a/b/x.csv", "x.csv"),
    ("a/index.html", "b/a/index.html", "../b/a/index.html"),
    ("a/index.html", "a/a/a.html#x", "a/a.html#x"),
    ("a/index.html", "#x", "#x"),
    ("a/index.html", "https://example.org/a", "https://example.org/a"),
    ("a/index.html", "mailto:a@example.org", "mailto:a@example.org"),
  ])
  func `a link is the way from page to target`(_ page: String, _ target: String, _ link: String) {
    #expect(PagePath(page).link(to: target) == link)
  }

  @Test func `following a link leads back to its target, for every pair of paths`() {
    let folders = ["", "a/", "b/", "a/a/", "a/b/", "b/a/c/", "c/c/c/c/"]
    let pages = folders.flatMap { folder in ["index.html", "a.html"].map { folder + $0 } }
    for page in pages {
      for target in pages {
        for anchor in ["", "#x"] {
          let link = PagePath(page).link(to: target + anchor)
          let found = PagePath(page).target(of: link)
          #expect(found?.path == PagePath(target), "\(page) → \(link)")
          #expect(found?.anchor == (anchor.isEmpty ? nil : "x"))
          #expect(!link.hasPrefix("/"))
        }
      }
    }
  }

  @Test(arguments: ["../x.html", "/x.html", "../../a"])
  func `a link that leaves the site has no target`(_ link: String) {
    #expect(PagePath("index.html").target(of: link) == nil)
  }
}
