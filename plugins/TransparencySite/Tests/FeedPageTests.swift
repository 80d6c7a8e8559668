import Diagnostics
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables
import Testing

@testable import TransparencySite

/// The feed of changes and the site map, against the pages that they name.
@Suite struct FeedPageTests {
  private static func elements(_ name: String, _ text: String) -> [PageTree.Element] {
    PageTree(text).all(name)
  }
  private static func feed(_ site: MadeSite) throws -> String { try site.page("thay-doi.atom") }

  @Test(arguments: TrialSite.allCases) func `a feed is well formed, has one name and a day`(_ kind: TrialSite)
    throws
  {
    let text = try Self.feed(try kind.made())
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed "))
    let tree = PageTree(text.replacing("<link ", with: "<way "))
    #expect(tree.problems == [])
    let top = tree.elements.first
    #expect(top?.name == "feed" && top?.attributes["xml:lang"] == "vi")
    for name in ["id", "title", "updated"] {
      let count = tree.elements.indices.count { place in
        tree.elements[place].name == name && tree.elements[place].parent == 0
      }
      #expect(count == 1, "\(name)")
    }
    for updated in tree.all("updated") {
      #expect(updated.words.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z/) != nil)
    }
  }
  @Test(arguments: TrialSite.allCases) func `every entry has an id of its own, a title and a place on a page`(
    _ kind: TrialSite
  ) throws {
    let site = try kind.made()
    let tree = PageTree(try Self.feed(site).replacing("<link ", with: "<way "))
    let entries = tree.elements.indices.filter { tree.elements[$0].name == "entry" }
    #expect(!entries.isEmpty)
    var ids: Set<String> = []
    for entry in entries {
      func inside(_ name: String) -> [PageTree.Element] {
        tree.places(of: name, in: entry).map { tree.elements[$0] }
      }
      for name in ["id", "title", "updated", "summary"] {
        #expect(inside(name).count == 1 && inside(name).allSatisfy { !$0.words.isEmpty }, "\(name)")
      }
      let isNew = ids.insert(inside("id").first?.words ?? "").inserted
      #expect(isNew)
      let address = try #require(inside("way").first?.attributes["href"])
      let path = address.replacing("https://example.org/ngheo/", with: "").components(separatedBy: "#")
      let file = path[0].hasSuffix("/") || path[0].isEmpty ? path[0] + "index.html" : path[0]
      let page = PageTree(try site.page(file))
      #expect(path.count == 2 && page.ids.contains(path[1]), "\(address)")
    }
  }
  @Test func `what is told twice has the same ids, and another name of the pipeline others`() throws {
    let site = try TrialSite.second.made()
    let again = try MadeSite(
      exampleFigures.reversed(), plans: [examplePlan], grounds: exampleGrounds,
      previous: try entry(
        exampleFigures.dropLast(4) + [
          figure(caMau, "2018-12-31", "poor_rate", .printed(number("4.04"))),
          figure(caMau, "2024-12-31", "poor", .amount(3000)),
        ]))
    #expect(try Self.feed(again) == Self.feed(site))
    #expect(try Self.elements("entry", Self.feed(site)).count > 1)
    // A first edition has an entry for itself, with the id that it has beside changes too.
    let first = try Self.elements("id", Self.feed(try TrialSite.example.made())).map(\.words)
    let second = try Self.elements("id", Self.feed(site)).map(\.words)
    #expect(first.allSatisfy { second.contains($0) }, "\(first) \(second)")
  }
  @Test func `a change tells what it was and what it is, as the page does`() throws {
    let site = try TrialSite.second.made()
    let summaries = try Self.elements("summary", Self.feed(site)).map(\.words)
    let page = plain(try site.page("thay-doi/index.html"))
    #expect(summaries.contains { $0.contains("3.000") && $0.contains("2.900") })
    #expect(page.contains("3.000") && page.contains("2.900"))
    for text in summaries + [page] { #expect(!text.contains("4,04"), "\(text)") }
  }
  @Test func `the site map lists every page once, but that of what is not there`() throws {
    let site = try TrialSite.addressed.made()
    let listed = try Self.elements("loc", site.page("sitemap.xml")).map(\.words)
    let wanted = site.pages.map(\.path).filter { $0 != "404.html" }.map { path in
      "https://example.org/ngheo/" + (path.hasSuffix("index.html") ? String(path.dropLast(10)) : path)
    }
    #expect(listed.sorted() == wanted.sorted())
    #expect(try site.page("robots.txt").contains("Sitemap: https://example.org/ngheo/sitemap.xml\n"))
    let days = try Self.elements("lastmod", site.page("sitemap.xml")).map(\.words)
    #expect(days.count == listed.count && Set(days) == ["2025-01-15"])
  }
  @Test(arguments: TrialSite.allCases.filter { $0 != .addressed })
  func `without an address there is no site map, and no address is made up`(_ kind: TrialSite) throws {
    let site = try kind.made()
    #expect(site.files["sitemap.xml"] == nil && site.files["robots.txt"] == nil)
    for (path, text) in site.pages {
      let canonical = PageTree(text).all("link").filter { $0.attributes["rel"] == "canonical" }
      #expect(canonical.isEmpty, "\(path)")
    }
  }
  @Test func `below an address every listed page names its own`() throws {
    let site = try TrialSite.addressed.made()
    for (path, text) in site.pages where path != "404.html" {
      let own = PageTree(text).all("link").filter { $0.attributes["rel"] == "canonical" }
      let address = own.first?.attributes["href"] ?? ""
      #expect(own.count == 1 && address.hasPrefix("https://example.org/ngheo/"), "\(path): \(address)")
      #expect("\(address)index.html".hasSuffix(path) || address.hasSuffix(path), "\(path): \(address)")
    }
  }
}
