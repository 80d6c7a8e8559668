import Diagnostics
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables
import Testing

@testable import TransparencySite

/// Every address on every page, followed as a browser does.
@Suite struct PageLinkTests {
  /// Where an address of a page leads, by the rules of browsers; `nil` when it leaves the site.
  private static func target(_ address: String, from page: String) -> (path: String, anchor: String?)? {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let anchor = parts.count == 2 ? parts[1] : nil
    guard !parts[0].isEmpty else { return (page, anchor) }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in parts[0].split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      guard part == ".." else {
        folders.append(String(part))
        continue
      }
      guard folders.popLast() != nil else { return nil }
    }
    return (folders.joined(separator: "/"), anchor)
  }
  private static func isOutside(_ address: String) -> Bool {
    ["https://", "http://", "mailto:", "tel:"].contains { address.hasPrefix($0) }
  }
  private static func addresses(_ page: PageTree) -> [String] {
    page.elements.flatMap { element in ["href", "src"].compactMap { element.attributes[$0] } }
  }

  @Test(arguments: TrialSite.allCases) func `every address and anchor leads to something that is there`(
    _ kind: TrialSite
  ) throws {
    let site = try kind.made()
    let trees = Dictionary(uniqueKeysWithValues: site.pages.map { ($0.path, PageTree($0.text)) })
    let ids = trees.mapValues { Set($0.ids) }
    for (path, page) in trees {
      for address in Self.addresses(page) where !Self.isOutside(address) {
        let found = try #require(Self.target(address, from: path), "\(path): \(address)")
        #expect(!address.isEmpty && site.files[found.path] != nil, "\(path): \(address)")
        guard let anchor = found.anchor else { continue }
        #expect(!anchor.isEmpty && ids[found.path]?.contains(anchor) == true, "\(path): \(address)")
      }
    }
  }
  @Test(arguments: TrialSite.allCases) func `from the first page every other one is reached`(
    _ kind: TrialSite
  ) throws {
    let site = try kind.made()
    var (reached, next): (Set<String>, [String]) = (["index.html"], ["index.html"])
    while let path = next.popLast() {
      guard path.hasSuffix(".html"), let text = site.files[path] else { continue }
      for address in Self.addresses(PageTree(text)) where !Self.isOutside(address) {
        guard let found = Self.target(address, from: path) else { continue }
        if reached.insert(found.path).inserted { next.append(found.path) }
      }
    }
    let left = Set(site.files.keys).subtracting(reached).subtracting([
      "404.html", "sitemap.xml", "robots.txt",
    ])
    #expect(left == [])
  }
  @Test(arguments: TrialSite.allCases) func `every page has the same ways on, and its own place`(
    _ kind: TrialSite
  ) throws {
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      let navigation = page.elements.indices.filter { page.elements[$0].name == "nav" }
      let main = try #require(navigation.first { page.elements[$0].attributes["aria-label"] == "Chính" })
      #expect(
        page.places(of: "a", in: main).map { page.elements[$0].words } == [
          "Kế hoạch", "Chỉ tiêu", "Đơn vị", "Chưa có số liệu", "Dữ liệu", "Phương pháp",
        ], "\(path)")
      let labels = navigation.compactMap { page.elements[$0].attributes["aria-label"] }
      #expect(labels.count == navigation.count && Set(labels).count == labels.count, "\(path): \(labels)")
      let current = page.elements.filter { $0.attributes["aria-current"] == "page" }
      #expect(current.count <= 1, "\(path)")
      if !["index.html", "404.html"].contains(path) { #expect(current.count == 1, "\(path)") }
    }
  }
  @Test(arguments: TrialSite.allCases) func `the list of plans leads by one name to one place`(
    _ kind: TrialSite
  ) throws {
    let page = PageTree(try kind.made().page("ke-hoach/index.html"))
    let main = try #require(page.elements.indices.first { page.elements[$0].name == "main" })
    let links = page.places(of: "a", in: main).map { page.elements[$0] }
    for (words, found) in Dictionary(grouping: links, by: \.words) {
      #expect(Set(found.map { $0.attributes["href"] }).count == 1, "\(words)")
    }
  }
  @Test func `the way outside is an address of the plan, as it was written`() throws {
    let site = try TrialSite.example.made()
    let outside = site.pages.flatMap { page in
      Self.addresses(PageTree(page.text)).filter(Self.isOutside)
    }
    #expect(Set(outside).contains("https://example.org/ke-hoach"))
    #expect(outside.allSatisfy { $0.hasPrefix("https://") || $0.hasPrefix("mailto:") }, "\(Set(outside))")
  }
  @Test func `the pages of the example are the same below an address, but for what names it`() throws {
    let (plain, addressed) = (try TrialSite.example.made(), try TrialSite.addressed.made())
    #expect(
      Set(addressed.files.keys).subtracting(plain.files.keys) == ["sitemap.xml", "robots.txt"])
    for (path, text) in plain.pages where path != "404.html" {
      let links = { (text: String) in
        PageTree(text).elements.filter { $0.name == "a" }.map { $0.attributes["href"] ?? "" }
      }
      #expect(links(text) == links(try addressed.page(path)), "\(path)")
    }
  }
}
