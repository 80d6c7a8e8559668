import Diagnostics
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables
import Testing

@testable import TransparencySite

/// The form of every page of every kind of site, as readers and their programs need it.
@Suite struct PageFormTests {
  @Test(arguments: TrialSite.allCases) func `every page is well formed and says what it is`(
    _ kind: TrialSite
  ) throws {
    let site = try kind.made()
    #expect(site.pages.count >= 10)
    for (path, text) in site.pages {
      let page = PageTree(text)
      #expect(page.problems == [], "\(path)")
      #expect(text.hasPrefix("<!doctype html>\n"), "\(path)")
      #expect(page.all("html").map { $0.attributes["lang"] } == ["vi"], "\(path)")
      #expect(page.all("meta").first?.attributes["charset"] == "utf-8", "\(path)")
      let headings = page.all("h1").map(\.words)
      #expect(headings.count == 1 && headings.allSatisfy { !$0.isEmpty }, "\(path): \(headings)")
      let title = try #require(page.all("title").first?.words)
      #expect(title.hasSuffix(" – Giảm nghèo") && title.count > 15, "\(path): \(title)")
      let described = page.all("meta").first { $0.attributes["name"] == "description" }
      let description = try #require(described?.attributes["content"], "\(path)")
      #expect(description.count >= 10 && !description.contains(/\{[a-z]/), "\(path): \(description)")
      #expect(page.all("main").map { $0.attributes["id"] } == ["noi-dung"], "\(path)")
      #expect(page.all("a").first?.attributes["href"] == "#noi-dung", "\(path)")
      #expect(Set(page.ids).count == page.ids.count, "\(path)")
    }
  }
  @Test(arguments: TrialSite.allCases) func `a table has a name, heads of columns and heads of rows`(
    _ kind: TrialSite
  ) throws {
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      for table in page.elements.indices where page.elements[table].name == "table" {
        let captions = page.places(of: "caption", in: table).map { page.elements[$0] }
        let named = try #require(captions.first, "\(path)")
        #expect(captions.count == 1 && !named.words.isEmpty, "\(path)")
        let around = page.elements[table].parent.map { page.elements[$0].attributes } ?? [:]
        #expect(around["aria-labelledby"] == named.attributes["id"], "\(path): \(named.words)")
        #expect(around["role"] == "region" && around["tabindex"] == "0", "\(path): \(named.words)")
        let heads = page.places(of: "th", in: table).map { page.elements[$0].attributes["scope"] }
        #expect(
          heads.allSatisfy { ["col", "row", "rowgroup"].contains($0 ?? "") }, "\(path): \(named.words)")
        #expect(heads.contains("col"), "\(path): \(named.words)")
        for row in page.places(of: "tr", in: table) where page.elements[row].attributes["class"] != "brk" {
          let count = page.places(of: "th", in: row).count
          #expect(count > 0, "\(path): \(page.elements[row].words)")
        }
      }
    }
  }
  @Test(arguments: TrialSite.allCases) func `nothing that is there to be read is empty`(_ kind: TrialSite)
    throws
  {
    let names: Set = ["td", "th", "li", "p", "h2", "h3", "dt", "dd", "caption", "figcaption", "a", "title"]
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      for place in page.elements.indices where names.contains(page.elements[place].name) {
        let element = page.elements[place]
        // A picture alone has its own words.
        guard element.words.isEmpty else { continue }
        // What is gone and does not tell by its id what it spoke of has no day.
        let isGone = path == "thay-doi/index.html" && element.attributes["data-l"] == "Ngày chốt số liệu"
        guard !(isGone && kind == .second) else { continue }
        #expect(
          !page.places(of: "title", in: place).isEmpty, "\(path): <\(element.name)> \(element.attributes)")
      }
    }
  }
  @Test(arguments: TrialSite.allCases) func `what names another element names one that is there`(
    _ kind: TrialSite
  ) throws {
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      let ids = Set(page.ids)
      for element in page.elements {
        for name in ["aria-labelledby", "aria-describedby", "for", "headers"] {
          let named = element.attributes[name]?.split(separator: " ").map(String.init) ?? []
          #expect(ids.isSuperset(of: named), "\(path): \(element.name) \(named)")
        }
        if let label = element.attributes["aria-label"] { #expect(!label.isEmpty, "\(path)") }
      }
    }
  }
  @Test(arguments: TrialSite.allCases) func `a sign, a picture and a day have words or a form of their own`(
    _ kind: TrialSite
  ) throws {
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      for sign in page.all("abbr") {
        #expect((sign.attributes["title"] ?? "").count > 3, "\(path): \(sign.words)")
        #expect(sign.words.wholeMatch(of: /\[[a-z]\]/) != nil, "\(path): \(sign.words)")
      }
      for place in page.elements.indices where page.elements[place].name == "svg" {
        guard page.elements[place].attributes["aria-hidden"] != "true" else { continue }
        #expect(page.elements[place].attributes["role"] == "img", "\(path)")
        for name in ["title", "desc"] {
          let words = page.places(of: name, in: place).map { page.elements[$0].words }
          #expect(words.count == 1 && words.allSatisfy { !$0.isEmpty }, "\(path): \(words)")
        }
      }
      for time in page.all("time") {
        let iso = try #require(time.attributes["datetime"], "\(path)")
        let parts = iso.split(separator: "-").map(String.init)
        #expect(parts.count == 3 && day(iso).iso == iso, "\(path): \(iso)")
        #expect(
          [iso, parts.reversed().joined(separator: "/")].contains(time.words), "\(path): \(time.words)")
      }
    }
  }
  @Test(arguments: TrialSite.allCases) func `no page runs anything, writes styles or sends anything`(
    _ kind: TrialSite
  ) throws {
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      for element in page.elements {
        let names = element.attributes.keys
        #expect(!names.contains { $0.hasPrefix("on") || $0 == "style" }, "\(path): \(names)")
        #expect(!["form", "iframe", "object", "embed", "base", "style", "input"].contains(element.name))
        guard element.name == "script" else { continue }
        #expect(element.attributes["type"] == "application/ld+json", "\(path)")
      }
      let policy = page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
      #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'") == true, "\(path)")
    }
  }
  @Test func `data for machines are JSON, and name the page`() throws {
    let site = try TrialSite.addressed.made()
    var count = 0
    for (path, text) in site.pages {
      for data in PageTree(text).data {
        let object = try JSONSerialization.jsonObject(with: Data(data.utf8))
        #expect(object is [String: Any], "\(path)")
        count += 1
      }
    }
    #expect(count > 0)
  }
}
