import Diagnostics
import Disclosure
import Figures
import Foundation
import Tables
import Testing
import Units

@testable import TransparencySite

/// What is withheld shows as withheld, and nothing of it is on the site.
@Suite struct WithheldTests {
  static let districts =
    register.units(at: .province, on: day("2024-12-31")).first { $0.code == "96" }.map {
      register.children(of: $0, on: day("2024-12-31")).map(\.id).sorted()
    } ?? []
  static let water = "deprived_water"
  static let grounds = [
    PublicGround(measures: ["poor"], groups: ["all"], reason: Phrase(vi: "Luật", en: "Law"))
  ]
  static let plan = """
    plan: nuoc
    name: Kế hoạch nước sạch
    issuer: UBND tỉnh Mẫu
    unit: "96"
    level: province
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: S }
    targets:
      - { id: N-01, title: Hộ nghèo thiếu nước, place: p, population: x, kind: level, measure: deprived_water, group: "class:poor", unit: households, at_most: 5 }
    """
  /// A site of a province and its districts; the first two have this many poor without water, who are few.
  private func site(_ first: Int64, _ second: Int64, province: Bool = true, note: String = "") throws
    -> MadeSite
  {
    var figures: [Figure] = []
    let all = Self.districts.enumerated().map { index, unit in
      (unit, index == 0 ? first : index == 1 ? second : 30)
    }
    for (unit, count) in all + [(caMau, all.reduce(0) { $0 + $1.1 })] {
      let poor = unit == caMau ? Int64(all.count * 100) : 100
      figures.append(figure(unit, "2024-12-31", "poor", .amount(FixedPoint(poor))))
      guard unit != caMau || province else { continue }
      figures.append(
        figure(
          unit, "2024-12-31", Self.water, .amount(FixedPoint(count)), group: "class:poor",
          note: Self.districts.prefix(2).contains(unit) ? note : ""))
    }
    figures.append(
      figure(
        Self.districts[0], "2023-12-31", Self.water, .amount(FixedPoint(first)), group: "class:poor",
        note: note))
    let before = figures.filter { $0.measure == "poor" }.map {
      "{\"figure\":\"\($0.id)\",\"value\":\"7\",\"status\":\"value\"}\n"
    }.joined()
    return try MadeSite(
      figures, plans: [Self.plan],
      notices: figures.filter { $0.measure == Self.water }.map {
        Notice(
          "a.b", Phrase(vi: "thấy \($0.value.map { "\($0)" } ?? "")", en: "found"), unit: $0.unit,
          figures: [$0.id])
      },
      grounds: Self.grounds, rule: DisclosureRule(threshold: 5), previous: Array(before.utf8))
  }

  @Test func `hidden values that could be others change no byte of the site`() throws {
    let sites = try [(3, 3), (2, 4), (4, 2)].map { try site($0.0, $0.1, note: "bí mật \($0.0)") }
    for other in sites.dropFirst() { #expect(other.bytes == sites[0].bytes) }
    for (path, text) in sites[0].files { #expect(!text.contains("bí mật"), "\(path)") }
  }
  @Test func `what is withheld on every day has one line with its symbol, and is no point of a chart`() throws
  {
    let site = try site(3, 3)
    let unit = try #require(register.unit(id: Self.districts[0]))
    let path = try #require(site.files.keys.first { $0.contains("\(unit.code)-") })
    let page = try site.page(path)
    #expect(
      plain(page).contains("[c] 2 số liệu không công bố, để bảo vệ người dân: nguồn nước sinh hoạt (2)."))
    #expect(!page.contains("<svg") || !page.contains(">3<"))
    #expect(!plain(page).contains("thấy"))
  }
  @Test func `the rule and the share withheld are published`() throws {
    let site = try site(3, 3)
    let data = try site.page("du-lieu/index.html")
    let count = Self.districts.count
    #expect(
      cells("phân loại hộ", in: data).prefix(4) == [
        "Thiếu hụt về nguồn nước sinh hoạt", "phân loại hộ", "\(count + 1)", "\(count + 2)",
      ])
    for path in ["du-lieu/index.html", "phuong-phap/index.html"] {
      #expect(try site.page(path).contains("từ 5 trở lên"))
      #expect(try site.page(path).contains("ít nhất là 10"))
    }
    let open = try MadeSite(exampleFigures)
    #expect(try !open.page("du-lieu/index.html").contains("giu-lai"))
  }
  @Test func `a verdict on a withheld figure says so, and one on a published figure is given`() throws {
    let target = "chi-tieu/nuoc/N-01/index.html"
    #expect(try plain(site(30, 30).page(target)).contains("Chưa đạt"))
    #expect(try plain(site(3, 3, province: false).page(target)).contains("Chưa có số liệu"))
    let grounds = PublicGround(measures: ["poor"], groups: ["all"], reason: Phrase(same: "Law"))
    let few = [
      figure(caMau, "2024-12-31", "poor", .amount(100)),
      figure(caMau, "2024-12-31", Self.water, .amount(3), group: "class:poor"),
    ]
    let hidden = try MadeSite(few, plans: [Self.plan], grounds: [grounds], rule: DisclosureRule(threshold: 5))
    #expect(try plain(hidden.page(target)).contains("Không công bố"))
    #expect(try !plain(hidden.page(target)).contains("Đạt"))
  }
}
