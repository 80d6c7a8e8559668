import Diagnostics
import Disclosure
import Figures
import Foundation
import StageKit
import Testing

@testable import TransparencySite

/// What the pages say of a small plan.
@Suite struct PageTests {
  static let site = Result { try MadeSite(exampleFigures, plans: [examplePlan], grounds: grounds) }
  /// Everything but the figures of a group.
  static let grounds = [
    PublicGround(
      measures: ["poor", "poor_rate"], groups: ["all"],
      reason: Phrase(vi: "Luật Tiếp cận thông tin", en: "Law on access to information"))
  ]
  let site: MadeSite
  init() throws { site = try Self.site.get() }

  @Test func `every page stands where it should`() {
    #expect(
      site.files.keys.sorted() == [
        "404.html", "chi-tieu/index.html", "chi-tieu/mau-2024/T-01/index.html",
        "chi-tieu/mau-2024/T-02/index.html", "chi-tieu/mau-2024/T-03/index.html",
        "chi-tieu/mau-2024/T-04/index.html", "chi-tieu/mau-2024/T-05/index.html",
        "chi-tieu/mau-2024/T-06/index.html", "chua-co-so-lieu/index.html", "don-vi/96-tinh-ca-mau/index.html",
        "don-vi/index.html", "du-lieu/index.html", "icon.svg", "index.html", "ke-hoach/index.html",
        "ke-hoach/mau-2024/index.html", "phuong-phap/index.html", "site.css", "thay-doi.atom",
        "thay-doi/index.html", "ve-trang-nay/index.html",
      ])
  }
  @Test func `the first page counts every target once`() throws {
    let home = try site.page("index.html")
    #expect(
      plain(home).contains(
        "Trong 6 chỉ tiêu của 1 kế hoạch: 1 đạt, 1 chưa đạt, 2 không đánh giá, 1 chưa có số liệu, 1 không công bố."
      ))
    let row = cells("ke-hoach/mau-2024/index.html", in: home).dropFirst().compactMap(Int.init)
    #expect(row == [1, 1, 2, 1, 1, 6])
    #expect(row.dropLast().reduce(0, +) == row.last)
  }
  @Test func `a number is printed with the places its verdict needs`() throws {
    let row = cells("chi-tieu/mau-2024/T-01/", in: try site.page("ke-hoach/mau-2024/index.html"))
    #expect(row == ["Tỷ lệ hộ nghèo cuối năm", "Chưa đạt", "2,4996 %", "dưới 2,5 %", "1,59 % (suy ra)"])
  }
}
