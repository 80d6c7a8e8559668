import Diagnostics
import Disclosure
import Figures
import Foundation
import StageKit
import Testing

@testable import TransparencySite

/// What the pages say of a small plan.
@Suite struct PageTests {
  static let made = Result { try MadeSite(exampleFigures, plans: [examplePlan], grounds: exampleGrounds) }
  let site: MadeSite
  init() throws { site = try Self.made.get() }
  private func target(_ id: String) throws -> String {
    plain(try site.page("chi-tieu/mau-2024/\(id)/index.html"))
  }
  private var unit: String { get throws { try site.page("don-vi/96-tinh-ca-mau/index.html") } }

  @Test func `every page stands where it should`() {
    #expect(
      site.files.keys.sorted() == [
        "404.html", "chi-tieu/index.html", "chi-tieu/mau-2024/T-01/index.html",
        "chi-tieu/mau-2024/T-02/index.html", "chi-tieu/mau-2024/T-03/index.html",
        "chi-tieu/mau-2024/T-04/index.html", "chi-tieu/mau-2024/T-05/index.html",
        "chi-tieu/mau-2024/T-06/index.html", "chua-co-so-lieu/index.html",
        "don-vi/96-tinh-ca-mau/index.html", "don-vi/index.html", "du-lieu/index.html", "icon.svg",
        "index.html", "ke-hoach/index.html", "ke-hoach/mau-2024/index.html",
        "phuong-phap/chuan-vn-2016/index.html",
        "phuong-phap/chuan-vn-2022/index.html", "phuong-phap/index.html", "site.css", "thay-doi.atom",
        "thay-doi/index.html", "ve-trang-nay/index.html",
      ])
  }

  // MARK: Counts

  @Test func `the first page counts every target once`() throws {
    let home = try site.page("index.html")
    #expect(
      plain(home).contains(
        "Trong 6 chỉ tiêu của 1 kế hoạch: 1 đạt, 1 chưa đạt, 2 không đánh giá, 1 chưa có số liệu, 1 không công bố."
      ))
    let row = cells("ke-hoach/mau-2024/index.html", in: home).dropFirst().compactMap { Int($0) }
    #expect(row == [1, 1, 2, 1, 1, 6])
    #expect(row.dropLast().reduce(0, +) == row.last)
    #expect(cells(">Tổng số</th>\n<td", in: home).dropFirst().compactMap { Int($0) } == row)
  }
  @Test func `each count of the first page is named where a row stands as a list`() throws {
    let home = try site.page("index.html")
    let row = try #require(
      home.components(separatedBy: "<tr").first { $0.contains("ke-hoach/mau-2024/index.html") })
    let names = row.matches(of: /<td role="cell" data-l="([^"]*)"/).map { String($0.1) }
    #expect(
      names == ["Đạt", "Chưa đạt", "Không đánh giá", "Chưa có số liệu", "Không công bố", "Tổng số"])
    #expect(!row.contains("class=\"z\""))
  }
  @Test func `what lacks data is listed with the reason`() throws {
    let page = plain(try site.page("chua-co-so-lieu/index.html"))
    #expect(page.contains("1 trên 6 chỉ tiêu"))
    #expect(page.contains("Hộ có thẻ bảo hiểm y tế: chưa tìm được số liệu đã công bố."))
    #expect(!page.contains("Tuyên truyền"))
  }

  // MARK: Verdicts

  @Test func `a number is printed with the places its verdict needs`() throws {
    let row = cells("chi-tieu/mau-2024/T-01/", in: try site.page("ke-hoach/mau-2024/index.html"))
    #expect(row == ["Tỷ lệ hộ nghèo cuối năm", "Chưa đạt", "2,4996 %", "dưới 2,5 %", "1,59 % (suy ra)"])
    // Wherever the figure stands, it is printed so that the verdict is seen true.
    #expect(cells("2024-12-31", in: try unit)[2] == "2,4996 %")
  }
  @Test func `both readings are shown with their verdicts, and the least counts`() throws {
    let page = try target("T-01")
    let first = try #require(page.firstRange(of: "Cách hiểu: đúng con số đã ghi"))
    let second = try #require(page.firstRange(of: "Cách hiểu: ở mức làm tròn đã ghi"))
    #expect(page[first.upperBound..<second.lowerBound].contains("Đạt"))
    #expect(page[first.upperBound..<second.lowerBound].contains("Mục tiêu: dưới 2,5 %."))
    #expect(page[second.upperBound...].contains("Chưa đạt"))
    #expect(page.contains("cho các đánh giá khác nhau"))
  }
  @Test func `the arithmetic is told step by step, with the distance in households`() throws {
    let page = try target("T-02")
    #expect(page.contains("Mục tiêu: giảm ít nhất 1.225 hộ."))
    #expect(page.contains("Số liệu gốc, ngày 31/12/2023: 4.900 hộ."))
    #expect(page.contains("Kết quả, ngày 31/12/2024: 2.900 hộ."))
    #expect(page.contains("Mức giảm: 2.000 hộ."))
  }
  @Test func `what a target is, is said line by line`() throws {
    let entitlement = try target("T-05")
    #expect(entitlement.contains("40 triệu đồng") && entitlement.contains("ngân sách: 30 triệu đồng"))
    #expect(entitlement.contains("Kế hoạch nêu mức hỗ trợ"))
    #expect(try target("T-03").contains("Phép so sánh được suy ra từ câu chữ"))
    #expect(try target("T-04").contains("kế hoạch không nêu con số"))
    #expect(try target("T-02").contains("Nằm trong: Tỷ lệ hộ nghèo cuối năm"))
    #expect(try target("T-01").contains("Gồm có: Số hộ nghèo giảm trong năm"))
  }

  // MARK: Figures

  @Test func `two standards do not share a line, and a row says so`() throws {
    let unit = try unit
    #expect(
      unit.components(separatedBy: "[b] Đứt chuỗi: từ đây dùng chuẩn nghèo đa chiều 2022–2025").count == 2)
    #expect(unit.components(separatedBy: "class=\"brk\" d=").count == 2)
    #expect(unit.components(separatedBy: "class=\"act\"").count == 2, "2020 | 2021, 2022 open, 2023–2024")
  }
  @Test func `a derived number says so`() throws {
    #expect(cells("2023-12-31", in: try unit)[2] == "1,59 % (suy ra)")
    #expect(try target("T-01").contains("1,59 % (suy ra), ngày 31/12/2023"))
    #expect(plain(try unit).contains("4.900 trên tổng ngụ ý"))
  }
  @Test func `of two sources one is used and the other shown`() throws {
    let unit = try unit
    #expect(cells("2024-12-31", in: unit)[1] == "2.900")
    let other = cells("https://example.org/bao", in: unit)
    #expect(other[1] == "Hộ nghèo: 2.890" && other[2] == "Nguồn khác: https://example.org/bao")
  }
  @Test func `a ratio shows its parts in its source`() throws {
    #expect(plain(try unit).contains("24.996 trên 1.000.000 hộ"))
  }
  @Test func `what is withheld is a symbol with its meaning, and nowhere a number`() throws {
    #expect(
      plain(try unit).contains("[c] 1 số liệu không công bố, để bảo vệ người dân: dân tộc Khmer (1)."))
    #expect(try unit.contains("<a href=\"../../phuong-phap/index.html#rieng-tu\">"))
    #expect(try target("T-06").contains("Không công bố"))
    for (path, text) in site.files where path != "site.css" {
      #expect(!plain(text).contains(/\b77\b/), "\(path)")
    }
  }
  @Test func `a number leads to its source`() throws {
    let unit = try unit
    #expect(unit.contains("<a href=\"#poor-2024-12-31\">2.900</a>"))
    #expect(unit.contains("<li id=\"poor-2024-12-31\">Hộ nghèo: 2.900</li>"))
  }
  @Test func `grounds, standards and words are explained`() throws {
    let page = plain(try site.page("phuong-phap/index.html"))
    #expect(page.contains("Luật Tiếp cận thông tin: hộ nghèo, tỷ lệ hộ nghèo."))
    #expect(page.contains("Chuẩn nghèo đa chiều 2016–2020") && page.contains("Quyết định 59/2015/QĐ-TTg"))
    for word in ["Đạt", "Đúng tiến độ", "Đi ngược", "Không áp dụng"] { #expect(page.contains(word)) }
  }
}
