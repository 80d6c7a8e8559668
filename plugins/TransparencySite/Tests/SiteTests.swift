import Diagnostics
import Disclosure
import Figures
import Foundation
import SiteKit
import StageKit
import Tables
import Testing
@testable import TransparencySite

/// What holds of every page of a site.
@Suite struct SiteTests {
  private let site: MadeSite
  init() throws { site = try PageTests.made.get() }

  @Test func `the same input gives the same bytes`() throws {
    let again = try MadeSite(exampleFigures, plans: [examplePlan], grounds: exampleGrounds)
    #expect(again.bytes == site.bytes)
    #expect(Set(site.bytes.map(\.path)).count == site.bytes.count)
  }
  @Test func `no place for a value is left open, and all text is NFC`() {
    for (path, text) in site.pages {
      let withoutData = text.replacing(/<script[\s\S]*?<\/script>/, with: "")
      #expect(!withoutData.contains(/\{[a-z_]+\}/), "\(path)")
      #expect(!text.contains("{{"), "\(path)")
      #expect(text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8), "\(path)")
    }
  }
  @Test func `every page has one heading of its own, and no script`() {
    var titles: Set<String> = []
    for (path, text) in site.pages {
      #expect(text.hasPrefix("<!doctype html>\n<html lang=\"vi\">"))
      #expect(text.components(separatedBy: "<h1>").count == 2, "\(path)")
      let title = text.firstMatch(of: /<title>(.*)<\/title>/).map { String($0.1) }
      #expect(titles.insert(title ?? "").inserted, "\(path): \(title ?? "")")
      #expect(!text.replacing("<script type=\"application/ld+json\">", with: "").contains("<script"))
      #expect(!text.contains(" style=") && !text.contains("src=\"http"))
    }
  }
  @Test func `links are relative, from the page of an unknown address too`() {
    for (path, text) in site.pages {
      #expect(!text.contains("href=\"/"), "\(path)")
    }
    #expect(site.files["404.html"]?.contains("href=\"don-vi/index.html\"") == true)
    #expect(site.files["404.html"]?.contains("hãy xóa dần phần cuối của địa chỉ") == true)
  }
  @Test func `numbers are written as in Viet Nam`() {
    for (path, text) in site.pages {
      let body = plain(text.replacing("\u{A0}", with: "_"))
      #expect(!body.contains(/\d\.\d{1,2}[^\d]%/) && !body.contains(/\d %/), "\(path)")
    }
  }

  @Test func `every word of the theme is used`() throws {
    let templates = try projectFiles.list("site/templates").map { name in
      String(decoding: try projectFiles.bytes("site/templates/\(name)"), as: UTF8.self)
    }.joined()
    let used = Set(templates.matches(of: /\{\{ t "([a-z.-]+)"/).map { String($0.1) })
    let left = Set(theme.words.keys).subtracting(used).subtracting(SiteWord.required.keys)
    #expect(left.filter { !$0.hasPrefix("group.") }.sorted() == [])
  }

  @Test(arguments: [true, false]) func `invented figures are announced on every page`(_ bySite: Bool) throws {
    var figures = exampleFigures
    if !bySite { figures[0].grade = .simulated }
    let site = try MadeSite(figures, plans: [examplePlan], simulated: bySite)
    for (path, text) in site.pages { #expect(text.contains("Số liệu giả lập"), "\(path)") }
    for (path, text) in self.site.pages { #expect(!text.contains("class=\"banner\""), "\(path)") }
  }

  @Test func `figures without a plan make a site`() throws {
    let site = try MadeSite(exampleFigures)
    let home = plain(try site.page("index.html"))
    #expect(home.contains("8 số liệu đã công bố của 1 đơn vị."))
    #expect(site.files["chua-co-so-lieu/index.html"] != nil)
  }
  @Test func `nothing at all makes a site too`() throws {
    let site = try MadeSite([])
    #expect(site.pages.count == 10)
  }

  // MARK: Editions

  @Test func `what changed since the edition before is listed, in the feed too`() throws {
    let before = try Release(
      [FigureTable(exampleFigures.dropLast(4) + [gone, figure(caMau, "2024-12-31", "poor", .amount(3000))])],
      [], grounds: exampleGrounds, edition: "2024-1", previous: nil
    ).table.ledgerEntry
    let site = try MadeSite(
      exampleFigures, plans: [examplePlan], grounds: exampleGrounds, previous: before)
    let page = plain(try site.page("thay-doi/index.html"))
    #expect(page.contains("Lần công bố 2025-1, tiếp theo lần 2024-1. Thêm 3 số liệu mới."))
    #expect(
      cells("31/12/2024", in: try site.page("thay-doi/index.html"))[1...3] == [
        "31/12/2024", "3.000", "2.900",
      ])
    #expect(page.contains("đã công bố (số cũ không nhắc lại)") && page.contains("đã bỏ"))
    #expect(!page.contains("không có"))
    #expect(page.contains("|all|vn-2022|0") && !page.contains("4,04"))
    let feed = try #require(site.files["thay-doi.atom"])
    #expect(feed.contains("sửa từ 3.000 thành 2.900.") && feed.components(separatedBy: "<entry>").count == 4)
    #expect(plain(try site.page("index.html")).contains("5 số liệu mới hoặc thay đổi so với lần trước."))
  }
  @Test func `a rate of children is not told in households among the changes`() throws {
    func figures(_ part: FixedPoint) -> [Figure] {
      ["school_age_rate", "poor_rate"].map {
        figure(caMau, "2024-12-31", $0, .ratio(numerator: part, denominator: 1000))
      }
    }
    let before = try Release(
      [FigureTable(figures(950))], [],
      grounds: [
        PublicGround(measures: ["school_age_rate", "poor_rate"], groups: ["*"], reason: Phrase(same: "x"))
      ], edition: "2024-1", previous: nil
    ).table.ledgerEntry
    let site = try MadeSite(figures(940), previous: before)
    for path in ["thay-doi/index.html", "thay-doi.atom"] {
      let text = plain(try site.page(path))
      #expect(text.contains("950 trên 1.000 hộ"), "of the poverty rate")
      #expect(text.matches(of: /950 trên 1\.000(?! hộ)/).count > 0, "of the rate of children")
    }
  }
  private var gone: Figure { figure(caMau, "2018-12-31", "poor_rate", .printed(number("4.04"))) }

  @Test func `a unit that the register does not know is called as the edition before called it`() throws {
    let before = """
      {"head":"2024-1","date":"2024-06-30"}
      {"unit":"99@2000-01-01","name":"Xã Mất"}
      {"figure":"99@2000-01-01/2023-12-31/poor/all/vn-2022/recast","value":"7","status":"value"}

      """
    let site = try MadeSite(exampleFigures, grounds: exampleGrounds, previous: Array(before.utf8))
    let page = try site.page("thay-doi/index.html")
    #expect(page.contains("Xã Mất (99@2000-01-01)") && page.contains("Hộ nghèo"))
    #expect(try site.page("thay-doi.atom").contains("Xã Mất (99@2000-01-01), hộ nghèo, 31/12/2023"))
  }
  @Test func `a value that is withheld now is not told again`() throws {
    let open = PublicGround(measures: ["poor", "poor_rate"], groups: ["*"], reason: Phrase(same: "x"))
    let before = try Release(
      [FigureTable(exampleFigures)], [], grounds: [open], edition: "2024-1", previous: nil
    ).table.ledgerEntry
    let site = try MadeSite(exampleFigures, grounds: exampleGrounds, previous: before)
    let page = plain(try site.page("thay-doi/index.html"))
    #expect(page.contains("(dân tộc Khmer)") && page.contains("nay giữ lại để bảo vệ người dân"))
    #expect(page.contains("đã công bố (số cũ không nhắc lại)"))
    let feed = try site.page("thay-doi.atom")
    #expect(feed.contains("(dân tộc Khmer), 31/12/2024: không còn được công bố, để bảo vệ người dân."))
    for path in ["thay-doi/index.html", "thay-doi.atom"] {
      #expect(try !site.page(path).contains(/\b77\b/))
    }
  }
  @Test func `what was withheld before is not spoken of as if it had not been there`() throws {
    let open = PublicGround(measures: ["poor", "poor_rate"], groups: ["*"], reason: Phrase(same: "x"))
    let before = try Release(
      [FigureTable(exampleFigures)], [], grounds: exampleGrounds, edition: "2024-1", previous: nil
    ).table.ledgerEntry
    let page = try MadeSite(exampleFigures, grounds: [open], previous: before).page("thay-doi/index.html")
    #expect(cells("31/12/2024", in: page)[1...3] == ["31/12/2024", "giữ lại", "77"])
    #expect(!page.contains("không có"))
  }
  @Test func `many changes stand on several pages, and the feed tells how many are left`() throws {
    let days = (0..<450).map { Day(number: 15_000 + Int32($0)).iso }
    func figures(_ value: FixedPoint) -> [Figure] { days.map { figure(caMau, $0, "poor", .amount(value)) } }
    let before = try Release(
      [FigureTable(figures(1))], [], grounds: exampleGrounds, edition: "2024-1", previous: nil
    ).table.ledgerEntry
    let site = try MadeSite(figures(2), grounds: exampleGrounds, previous: before)
    let paths = ["thay-doi/index.html", "thay-doi/2/index.html", "thay-doi/3/index.html"]
    let rows = try paths.map { try site.page($0).ranges(of: />1<\/td><td[^>]*>2<\/td>/).count }
    #expect(rows == [200, 200, 50] && site.files["thay-doi/4/index.html"] == nil)
    for path in paths { #expect(try site.page(path).utf8.count < 100 * 1024) }
    #expect(try site.page(paths[0]).contains("Còn 250 thay đổi nữa, ở các trang sau."))
    let feed = try #require(site.files["thay-doi.atom"])
    #expect(feed.ranges(of: "<entry>").count == 202 && feed.contains("Còn 250 thay đổi nữa"))
  }
  @Test func `a first edition says so`() throws {
    #expect(plain(try site.page("thay-doi/index.html")).contains("Lần công bố đầu tiên (2025-1)."))
    #expect(site.files["thay-doi.atom"]?.contains("urn:uuid:") == true)
    #expect(site.files["sitemap.xml"] == nil && site.files["robots.txt"] == nil)
  }

  // MARK: For machines

  @Test func `an address makes a site map and full addresses`() throws {
    let site = try MadeSite(exampleFigures, plans: [examplePlan], baseURL: "https://example.org/ngheo")
    let map = try #require(site.files["sitemap.xml"])
    #expect(map.contains("<loc>https://example.org/ngheo/don-vi/96-tinh-ca-mau/</loc>"))
    #expect(!map.contains("404") && site.files["robots.txt"]?.contains("sitemap.xml") == true)
    let unit = try site.page("don-vi/96-tinh-ca-mau/index.html")
    #expect(
      unit.contains("<link rel=\"canonical\" href=\"https://example.org/ngheo/don-vi/96-tinh-ca-mau/\">"))
  }
  @Test func `search engines are told what a page has, and no text ends the script`() throws {
    let plan = examplePlan.replacing("\"Tỷ lệ hộ nghèo cuối năm\"", with: "\"Tỷ lệ </script><b> & hộ nghèo\"")
    let site = try MadeSite(exampleFigures, plans: [plan])
    for path in ["chi-tieu/mau-2024/T-01/index.html", "don-vi/96-tinh-ca-mau/index.html"] {
      let page = try site.page(path)
      let script = try #require(page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/))
      let json = try #require(
        JSONSerialization.jsonObject(with: Data(script.1.utf8)) as? [String: Any])
      #expect(json["@type"] as? String == "Dataset")
      #expect((json["description"] as? String ?? "").count >= 50)
      #expect(json["license"] as? String == "https://creativecommons.org/licenses/by/4.0/")
      #expect((json["temporalCoverage"] as? String ?? "").hasSuffix("2024"))
      #expect(json["dateModified"] as? String == "2025-01-15" && json["isAccessibleForFree"] as? Bool == true)
      #expect(json["url"] == nil && json["creator"] != nil && json["spatialCoverage"] != nil)
      #expect(page.components(separatedBy: "</script>").count == 2)
    }
    #expect(try !site.page("index.html").contains("ld+json"))
  }
  @Test func `files to download are listed with size and digest`() throws {
    let digest = String(repeating: "ab", count: 32)
    let staged = [
      StagedFile(path: "du-lieu/so-lieu.csv", size: 2049, sha256: digest),
      StagedFile(path: "du-lieu/nho.json", size: 12, sha256: digest),
      StagedFile(path: "khac/x.csv", size: 1, sha256: digest),
    ]
    let site = try MadeSite(exampleFigures, staged: staged)
    let page = try site.page("du-lieu/index.html")
    #expect(page.contains("<a href=\"so-lieu.csv\">so-lieu.csv</a>") && !page.contains("x.csv"))
    #expect(cells("so-lieu.csv", in: page) == ["so-lieu.csv", "CSV", "2,1 KB", "CC-BY-4.0", digest])
    #expect(cells("nho.json", in: page)[2] == "12 byte")
  }
}
