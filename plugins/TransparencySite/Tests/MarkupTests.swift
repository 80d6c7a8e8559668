import Figures
import Foundation
import StageKit
import Tables
import Testing

@testable import TransparencySite

/// What holds of the markup of every page, whatever stands in figures, notes and sources.
@Suite struct MarkupTests {
  private static let odd = [
    "<script>alert(1)</script>", "a & b &amp; c", "\"ngoặc\" 'đơn'", "</td></table>", "<!-- -->",
    "{{ title }}",
    "]]>", "một\u{202E}hai", "a<b>c", "&#60;b&#62;", "\\u003c", "%3Cscript%3E",
  ]
  private static func site(_ text: String) throws -> MadeSite {
    try MadeSite([
      figure(caMau, "2024-12-31", "poor", .amount(2890), note: text, source: text),
      figure(caMau, "2024-12-31", "poor_rate", .printed(number("0.94")), note: text, source: text),
      figure(caMau, "2024-12-31", "poor", .amount(7), group: "ethnicity:\(text)", source: text),
      figure(caMau, "2023-12-31", "poor", nil, status: .notReported, note: text, source: text),
    ])
  }

  @Test func `every page of the example is well formed, and no id stands twice on it`() throws {
    for (path, text) in try PageTests.made.get().pages {
      let markup = Markup(text)
      #expect(markup.problems == [], "\(path)")
      #expect(Set(markup.ids).count == markup.ids.count, "\(path): \(markup.ids)")
      #expect(markup.elements.count { $0 == "h1" } == 1 && markup.elements.contains("main"), "\(path)")
    }
  }
  @Test func `no heading leaves a level out`() throws {
    for (path, text) in try PageTests.made.get().pages {
      let levels = Markup(text).elements.compactMap { $0.wholeMatch(of: /h([1-6])/).flatMap { Int($0.1) } }
      for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(path): \(levels)") }
    }
  }
  @Test(arguments: odd) func `text of others is text, and never markup`(_ text: String) throws {
    let plain = try Self.site("chữ")
    let site = try Self.site(text)
    for (path, page) in site.pages {
      let markup = Markup(page)
      #expect(markup.problems == [], "\(path)")
      // The path of a group has no part in any address, so the pages are the same and made of the same elements.
      #expect(markup.elements == plain.files[path].map { Markup($0).elements }, "\(path)")
    }
    let feed = try #require(site.files["thay-doi.atom"])
    #expect(!feed.contains("<script") && Markup(feed).problems.filter { $0.hasPrefix("a bare") } == [])
  }
  @Test func `what is written in pieces is shown in one`() throws {
    // NFD, as some keyboards write it.
    let pieces = "Ba\u{309}ng cu\u{309}a So\u{301}c Tra\u{306}ng"
    let site = try Self.site(pieces)
    let page = try site.page("don-vi/96-tinh-ca-mau/index.html")
    #expect(page.contains(pieces) || page.contains(pieces.precomposedStringWithCanonicalMapping))
    #expect(Markup(page).problems == [])
  }
  @Test func `a table has as many cells in each row as its head says`() throws {
    for (path, text) in try PageTests.made.get().pages {
      for table in text.split(separator: "<table").dropFirst() {
        let inside = table.components(separatedBy: "</table>")[0]
        let widths = inside.components(separatedBy: "<tr").dropFirst().map { row in
          row.matches(of: /<t[hd]([^>]*)>/).reduce(0) { sum, cell in
            sum + (cell.1.firstMatch(of: /colspan="([0-9]+)"/).flatMap { Int($0.1) } ?? 1)
          }
        }
        let hasSpans = inside.contains("rowspan")
        #expect(hasSpans || Set(widths).count <= 1, "\(path): \(widths)")
      }
    }
  }
}
