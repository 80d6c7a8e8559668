import Figures
import StageKit
import Tables
import Testing
@testable import TransparencySite
import Units

/// Pages of units that changed, and of units within units.
@Suite struct UnitTests {
  @Test func `versions of one code and name have pages of their own that lead to each other`() throws {
    let (old, new) = ("96@2004-08-31", "96@2025-07-01")
    let site = try MadeSite(
      [
        figure(old, "2024-12-31", "poor", .amount(2890)),
        figure(new, "2024-12-31", "poor", .amount(9999), standard: "vn-2022"),
        figure("95@2004-08-31", "2024-12-31", "poor", .amount(1581)),
      ], day: "2026-01-15")
    let page = plain(try site.page("don-vi/96-tinh-ca-mau/index.html"))
    #expect(page.contains("có hiệu lực từ 31/08/2004 đến trước 01/07/2025"))
    #expect(page.contains("Từ 01/07/2025: đã nhập toàn bộ vào Tỉnh Cà Mau (từ 01/07/2025)"))
    let newer = try site.page("don-vi/96-tinh-ca-mau-tu-2025/index.html")
    #expect(newer.contains("<a href=\"../95-tinh-bac-lieu/index.html\">Gồm toàn bộ Tỉnh Bạc Liêu cũ</a>"))
    #expect(newer.contains("<a href=\"../96-tinh-ca-mau/index.html\">"))
  }
  @Test func `what was to come is not told as past`() throws {
    let site = try MadeSite([figure("96@2004-08-31", "2024-12-31", "poor", .amount(2890))])
    let page = plain(try site.page("don-vi/96-tinh-ca-mau/index.html"))
    #expect(page.contains("Mã 96, có hiệu lực từ 31/08/2004.") && !page.contains("đã nhập"))
  }
  @Test func `a region and the country list their provinces with the newest figures`() throws {
    let region = "vung:dong-bang-song-cuu-long"
    let site = try MadeSite([
      figure("vn", "2024-12-31", "poor", .amount(599_608)),
      figure(region, "2024-12-31", "poor", .amount(100_000)),
      figure("96@2004-08-31", "2024-12-31", "poor", .amount(2890)),
      figure("96@2004-08-31", "2023-12-31", "poor", .amount(4900)),
      figure("94@2004-08-31", "2024-12-31", "poor", nil, status: .notReported),
      figure("01@2004-08-31", "2024-12-31", "poor", .amount(0)),
    ])
    let country = try site.page("don-vi/vn/index.html")
    #expect(cells("96-tinh-ca-mau", in: country) == ["Tỉnh Cà Mau", "2.890"])
    #expect(cells("94-tinh-soc-trang", in: country) == ["Tỉnh Sóc Trăng", "[x]"])
    #expect(cells("01-thanh-pho-ha-noi", in: country) == ["Thành phố Hà Nội", "0"])
    let page = try site.page("don-vi/dong-bang-song-cuu-long/index.html")
    #expect(cells("96-tinh-ca-mau", in: page) == ["Tỉnh Cà Mau", "2.890"] && !page.contains("Hà Nội"))
    #expect(plain(page).contains("Đơn vị thống kê, không phải cấp chính quyền."))
    #expect(plain(page).contains("chốt ngày 31/12/2024, chuẩn nghèo đa chiều 2022–2025"))
  }
  @Test func `a commune is named with the units above it`() throws {
    let site = try MadeSite([figure("19897@2004-08-31", "2023-12-31", "poor", .amount(63))])
    let page = try site.page("don-vi/19897-xa-quang-phu/index.html")
    #expect(page.contains("<h1>Xã Quảng Phú, huyện Quảng Điền, "))
  }
  @Test func `many figures leave old sources to the files`() throws {
    let figures = (1990...2024).flatMap { year in
      [
        figure(caMau, "\(year)-12-31", "poor", .amount(number("\(year)"))),
        figure(caMau, "\(year)-12-31", "near_poor", .amount(number("\(year)"))),
      ]
    }
    let page = try MadeSite(figures).page("don-vi/96-tinh-ca-mau/index.html")
    #expect(plain(page).contains("Bảng này nêu nguồn của số liệu từ ngày 31/12/2005"))
    #expect(page.contains("href=\"#poor-2005-12-31\"") && !page.contains("#poor-2004-12-31"))
    #expect(cells("datetime=\"2004-12-31\"", in: page)[1] == "2.004")
  }
  @Test func `figures to which no standard applies stand in the rows of their day`() throws {
    let site = try MadeSite([
      figure(caMau, "2024-12-31", "households", .amount(306_250), standard: ""),
      figure(caMau, "2024-12-31", "poor", .amount(2890)),
      figure(caMau, "2019-12-31", "households", .amount(300_000), standard: ""),
    ])
    let page = try site.page("don-vi/96-tinh-ca-mau/index.html")
    #expect(cells(">Tổng số hộ</th>", in: page)[1...] == ["300.000", "306.250"])
    #expect(cells(">Hộ nghèo</th>", in: page)[1...] == ["[x]", "2.890"])
  }
  @Test func `a unit that the register does not know is refused`() {
    #expect(throws: StageError.self) {
      try MadeSite([figure("96@1999-01-01", "2024-12-31", "poor", .amount(1))])
    }
  }
}
