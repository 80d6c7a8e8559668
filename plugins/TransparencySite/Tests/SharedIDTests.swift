import Figures
import Foundation
import Tables
import Testing

@testable import TransparencySite

/// Plans that use the same ids, and figures of one thing told twice.
@Suite struct SharedIDTests {
  private static func plan(_ id: String, standard: String = "vn-2022", _ target: String) -> String {
    """
    plan: \(id)
    name: \(id)
    issuer: Ủy ban nhân dân tỉnh
    unit: "96"
    level: province
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: \(standard)
    source: { title: Văn bản giả định }
    targets:
      - { id: A-01, title: { vi: Hộ có nước sạch, en: Water }, place: ý 1, population: x, \(target) }
      - { id: bang, title: { vi: Vận động quỹ, en: Funds }, place: ý 2, kind: activity }

    """
  }
  private static let water = "kind: level, measure: water_rate, unit: percent, at_most: 20"

  @Test func `two plans may share the ids of targets, and a target may be called as a part of the page`()
    throws
  {
    let site = try MadeSite(
      [figure(caMau, "2024-12-31", "water_rate", .ratio(numerator: 10, denominator: 100))],
      plans: [Self.plan("p1", Self.water), Self.plan("p2", Self.water)])
    for path in ["index.html", "chi-tieu/index.html"] {
      let page = try site.page(path)
      for plan in ["p1", "p2"] { #expect(page.contains("id=\"\(plan)/A-01\"")) }
    }
    #expect(try site.page("ke-hoach/p2/index.html").contains("id=\"p2/bang\""))
  }
  @Test(arguments: [0, 1]) func `verdict, chart and table take the same of two figures`(_ own: Int) throws {
    let figures = [
      figure(caMau, "2024-12-31", "water_rate", .ratio(numerator: 90, denominator: 100), precedence: own),
      figure(
        caMau, "2024-12-31", "water_rate", .ratio(numerator: 10, denominator: 100), standard: "",
        precedence: 1 - own, source: "Nguồn không ghi chuẩn"),
    ]
    let site = try MadeSite(figures, plans: [Self.plan("p", Self.water)], day: "2025-03-01")
    let page = try site.page("chi-tieu/p/A-01/index.html")
    let text = plain(page)
    #expect(text.contains("Chưa đạt") && text.contains("90 trên 100, bằng 90 %"))
    let series = try #require(page.components(separatedBy: "id=\"chuoi").last)
    #expect(cells("31/12/2024", in: series).dropFirst().first?.hasPrefix("90,00 %") == true)
    let drawn = try #require(page.firstMatch(of: /<svg[^>]*role="img"[\s\S]*?<\/svg>/)).0
    #expect(drawn.contains("2024: 90,00") && !drawn.contains("2024: 10,00"))
    // The other is there, as another source.
    #expect(text.contains("Nguồn không ghi chuẩn") && text.contains("10,00 %"))
  }
  @Test func `the share of rounded rates is told as the least it may be`() throws {
    let target = "kind: level, measure: water_rate, unit: percent, at_most: 1.20, baseline: 2023-12-31"
    let figures = [("2023-12-31", "1.6"), ("2024-12-31", "1.3")].map {
      figure(caMau, $0, "water_rate", .printed(number($1)))
    }
    let site = try MadeSite(figures, plans: [Self.plan("p", target)], day: "2025-03-01")
    for path in ["index.html", "chi-tieu/p/A-01/index.html", "ke-hoach/p/index.html"] {
      let text = plain(try site.page(path))
      #expect(text.contains("Chưa đạt (ít nhất 57 %)") && !text.contains("(57 %)"), "\(path)")
    }
    #expect(
      plain(try site.page("chi-tieu/p/A-01/index.html")).contains("Quãng đường đã đi: ít nhất (1,55 − 1,35)"))
  }
}
