import Diagnostics
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables
import Testing

@testable import TransparencySite

/// Text of a plan that looks like markup, in each of its places.
@Suite struct HostilePlanTests {
  static let hostile = [
    "</title><script>alert(1)</script>", "\" onmouseover=\"x\" a=\"", "{{ title }} {agency} {{ end }}",
    "&lt;b&gt; &amp; &#60;", "]]></svg></td>", "<!-- mở", "\u{202E}ngược <i>", "a\\u003cb 'đơn'",
  ]
  static let places = [
    "name", "short_name", "issuer", "title", "place", "population", "source", "reading", "part",
  ]
  private static func plan(_ texts: [String: String]) -> String {
    func text(_ place: String) -> String {
      "'" + (texts[place] ?? "chữ").replacing("'", with: "''") + "'"
    }
    return """
      plan: la
      name: \(text("name"))
      short_name: \(text("short_name"))
      issuer: \(text("issuer"))
      unit: "96"
      level: province
      period: { from: 2024-01-01, to: 2024-12-31 }
      standard: vn-2022
      source: { title: \(text("source")) }
      targets:
        - id: L-01
          title: \(text("title"))
          place: \(text("place"))
          population: \(text("population"))
          kind: level
          measure: poor_rate
          unit: percent
          below: 2.5
          baseline: 2023-12-31
          readings:
            - name: \(text("reading"))
            - name: khác
              precision: stated
        - id: L-02
          title: Nhà ở
          place: ý
          kind: entitlement
          amount: 40
          unit: million_dong
          parts:
            - { name: \(text("part")), value: 30 }
            - { name: quỹ, value: 10 }
      """
  }
  private static let figures = [
    figure(caMau, "2023-12-31", "poor_rate", .printed(number("2.60"))),
    figure(caMau, "2024-12-31", "poor_rate", .printed(number("2.40"))),
  ]
  private static func site(_ texts: [String: String]) throws -> MadeSite {
    try MadeSite(figures, plans: [plan(texts)], baseURL: "https://example.org")
  }
  private static let plainSite = Result { try site([:]) }

  @Test(arguments: places) func `in any place it is text, and no page has another element for it`(
    _ place: String
  ) throws {
    let wanted = try Self.plainSite.get()
    for text in Self.hostile {
      let site = try Self.site([place: text])
      #expect(site.files.keys.sorted() == wanted.files.keys.sorted())
      for (path, page) in site.pages {
        let (tree, plain) = (PageTree(page), PageTree(try wanted.page(path)))
        #expect(tree.problems == [], "\(path): \(text)")
        #expect(tree.elements.map(\.name) == plain.elements.map(\.name), "\(path): \(text)")
        for (one, other) in zip(tree.elements, plain.elements) {
          #expect(Set(one.attributes.keys) == Set(other.attributes.keys), "\(path): \(text)")
        }
      }
    }
  }
  @Test(arguments: hostile) func `a reader sees what was written`(_ text: String) throws {
    let site = try Self.site(Dictionary(uniqueKeysWithValues: Self.places.map { ($0, text) }))
    let target = PageTree(try site.page("chi-tieu/la/L-01/index.html"))
    let words = text.trimmingCharacters(in: .whitespaces)
    #expect(target.all("h1").first?.words.contains(words) == true)
    #expect(target.all("title").first?.words.contains(words) == true)
    #expect(target.all("dd").contains { $0.words.contains(words) })
    let plan = PageTree(try site.page("ke-hoach/la/index.html"))
    #expect(plan.all("h1").first?.words.contains(words) == true)
    #expect(plan.all("dd").contains { $0.words.contains(words) }, "the issuer and the source")
  }
  @Test(arguments: hostile) func `what is there for machines holds it as text`(_ text: String) throws {
    let site = try Self.site(Dictionary(uniqueKeysWithValues: Self.places.map { ($0, text) }))
    for (path, page) in site.pages {
      for data in PageTree(page).data {
        #expect(!data.contains("<"), "\(path): \(data)")
        let object = try JSONSerialization.jsonObject(with: Data(data.utf8))
        #expect(object is [String: Any], "\(path)")
      }
    }
    for path in ["thay-doi.atom", "sitemap.xml"] {
      let tree = PageTree(try site.page(path))
      #expect(tree.problems == [] && !tree.elements.contains { $0.name == "script" }, "\(path)")
    }
  }
  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org/x"])
  func `an address of a plan that may run something is refused, or is no link`(_ address: String) throws {
    let text = Self.plan([:]).replacing(
      "source: { title: 'chữ' }", with: "source: { title: x, url: '\(address)' }")
    let site: MadeSite
    do { site = try MadeSite(Self.figures, plans: [text]) } catch { return }
    for (path, page) in site.pages {
      let addresses = PageTree(page).elements.compactMap { $0.attributes["href"] }
      #expect(!addresses.contains { $0.hasPrefix(address.prefix(5)) }, "\(path)")
    }
  }
}
