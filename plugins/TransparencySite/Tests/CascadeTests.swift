import Foundation
import Testing

@testable import TransparencySite

/// Plans under plans on their pages: sums without a verdict, links both ways, and numbers that do not agree.
@Suite struct CascadeTests {
  static func plan(
    _ id: String, _ unit: String, _ level: String, above: String = "", checks: String = "",
    _ targets: String...
  ) -> String {
    """
    plan: \(id)
    name: "Kế hoạch \(id)"
    issuer: "I"
    unit: "\(unit)"
    level: \(level)
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: "S" }
    \(above.isEmpty ? "" : "parent: { plan: \(above), issuer: I }\n")\
    targets:
    \(targets.map { "  - { place: p, population: x, \($0) }\n" }.joined())\
    \(checks.isEmpty ? "" : "checks:\n  - { id: c, \(checks) }\n")
    """
  }
  static let poor = "kind: level, measure: poor, unit: households, title: Số hộ nghèo"
  static let cut =
    "kind: change, measure: near_poor, unit: households, toward: down, baseline: 2023-12-31, title: Mức giảm"
  static let made = Result {
    try MadeSite(
      exampleFigures,
      plans: [
        plan("nuoc", "vn", "country", "id: N1, \(poor), at_most: 900000"),
        plan(
          "tinh", "96", "province", above: "nuoc", "id: T1, \(poor), at_most: 3675",
          "id: T2, \(cut), between: [20, 25]"),
        plan(
          "huyen", "964", "district", above: "tinh", "id: H1, \(poor), below: 400",
          "id: H2, \(cut), between: [4, 30]"),
      ])
  }
  let site: MadeSite
  init() throws { site = try Self.made.get() }
  private func page(_ plan: String) throws -> String { try site.page("ke-hoach/\(plan)/index.html") }

  @Test func `the sum of the plans below stands beside the number above, with the gap and who is missing`()
    throws
  {
    let row = cells("chi-tieu/tinh/T1/", in: sums(try page("tinh")))
    #expect(row.prefix(4) == ["Số hộ nghèo", "không quá 3.675 hộ", "400 hộ", "3.275 hộ"])
    #expect(row[4] == "Kế hoạch huyen: dưới 400 hộ")
    #expect(row[5].hasPrefix("8 đơn vị: ") && !row[5].contains("Thành phố Cà Mau"))
  }
  @Test func `of ranges both ends are told`() throws {
    let row = cells("chi-tieu/tinh/T2/", in: sums(try page("tinh")))
    #expect(row.prefix(4) == ["Mức giảm", "giảm 20–25 hộ", "4 … 30 hộ", "−5 … 16 hộ"])
  }
  @Test func `of many units that are missing twelve are named`() throws {
    let row = cells("chi-tieu/nuoc/N1/", in: sums(try page("nuoc")))
    #expect(row.prefix(4).last == "896.325 hộ")
    #expect(row[5].hasPrefix("62 đơn vị: ") && row[5].hasSuffix(" và 50 đơn vị khác"))
  }
  @Test func `no verdict is given on a sum, and the page says so`() throws {
    let text = sums(try page("tinh"))
    #expect(plain(text).contains("Đây không phải là đánh giá"))
    #expect(!text.contains("class=\"st"))
  }
  @Test func `a plan with nothing below has no sums`() throws {
    #expect(!(try page("huyen")).contains("id=\"cap-duoi\""))
  }
  @Test func `plans and their targets lead to each other both ways`() throws {
    func target(_ path: String) throws -> String { try site.page("chi-tieu/\(path)/index.html") }
    #expect(try page("tinh").contains("/nuoc/") && page("tinh").contains("/huyen/"))
    for (one, other) in [("nuoc/N1", "tinh/T1"), ("tinh/T1", "huyen/H1"), ("tinh/T2", "huyen/H2")] {
      #expect(try target(one).contains("/\(other)/"), "\(one)")
      #expect(try target(other).contains("/\(one)/"), "\(other)")
    }
    #expect(plain(try target("tinh/T1")).contains("Kế hoạch cấp dưới, Kế hoạch huyen: Số hộ nghèo"))
    #expect(plain(try target("huyen/H1")).contains("Kế hoạch cấp trên, Kế hoạch tinh: Số hộ nghèo"))
    #expect(!(try target("nuoc/N1")).contains("/huyen/H1/"))
  }

  // MARK: Targets that must agree

  static let agreeing = plan(
    "khop", "96", "province",
    checks: "level_rate: A, level_count: B, cut_rate: C, cut_count: D, households: 100000, start_count: 4900",
    "id: A, kind: level, measure: poor_rate, unit: percent, at_most: 1.20, title: Tỷ lệ phải đạt",
    "id: B, kind: level, measure: poor, unit: households, at_most: 3675, title: Số hộ phải đạt, baseline: 2023-12-31",
    "id: C, kind: change, measure: poor_rate, unit: points, at_least: 0.4, toward: down, baseline: 2023-12-31, title: Giảm tỷ lệ",
    "id: D, kind: change, measure: poor, unit: households, number: 1225, toward: down, baseline: 2023-12-31, title: Giảm số hộ"
  )
  @Test func `count and rate, level and cut are named for what they are, both ways`() throws {
    let site = try MadeSite(exampleFigures, plans: [Self.agreeing])
    func related(_ id: String) throws -> [String] {
      let page = try site.page("chi-tieu/khop/\(id)/index.html")
      let list = page.components(separatedBy: "id=\"lien-quan\"").last ?? ""
      return list.components(separatedBy: "</ul>")[0].matches(of: /<li>([\s\S]*?)<\/li>/).map {
        plain(String($0.1))
      }
    }
    #expect(
      try related("A") == [
        "Cùng điều này, tính bằng số lượng: Số hộ phải đạt", "Mức giảm để đạt mức này: Giảm tỷ lệ",
        "Phải khớp với: Giảm số hộ",
      ])
    #expect(
      try related("B") == [
        "Cùng điều này, tính bằng tỷ lệ: Tỷ lệ phải đạt", "Phải khớp với: Giảm tỷ lệ",
        "Mức giảm để đạt mức này: Giảm số hộ",
      ])
    #expect(
      try related("D") == [
        "Phải khớp với: Tỷ lệ phải đạt", "Mức phải đạt sau khi giảm: Số hộ phải đạt",
        "Cùng điều này, tính bằng tỷ lệ: Giảm tỷ lệ",
      ])
  }
  @Test func `numbers that do not agree are a notice on the page of the plan and on the first page`() throws {
    let site = try MadeSite(exampleFigures, plans: [Self.agreeing])
    let text =
      "Kế hoạch nêu những con số không khớp với nhau: Kế hoạch nêu tổng số 100.000 hộ: không khớp với 3.675 hộ và 1,20 %."
    #expect(plain(try site.page("ke-hoach/khop/index.html")).contains(text))
    #expect(plain(try site.page("index.html")).contains(text))
    #expect(!plain(try site.page("chi-tieu/khop/A/index.html")).contains(text))
    // Every target is judged all the same.
    #expect(plain(try site.page("chi-tieu/khop/D/index.html")).contains("Mức giảm: "))
  }
  @Test func `the arithmetic of what is implied is printed with the rounding`() throws {
    let page = plain(try MadeSite(exampleFigures, plans: [Self.agreeing]).page("ke-hoach/khop/index.html"))
    #expect(page.contains("3.675 hộ ứng với 1,20 % thì cả đơn vị có 306.250 hộ."))
    #expect(page.contains("3.675 × 100 : 1,205 &lt; số hộ ≤ 3.675 × 100 : 1,195, tức 304.980–307.531 hộ."))
    #expect(page.contains("4.900 − 3.675 = 1.225 hộ."))
  }
  private func sums(_ page: String) -> String { page.components(separatedBy: "id=\"cap-duoi\"").last ?? "" }
}
