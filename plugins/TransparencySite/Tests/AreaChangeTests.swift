import Figures
import StageKit
import Tables
import Testing
import Units

@testable import TransparencySite

/// Pages of units that went from town to countryside or back, and what they say of the income line.
@Suite struct AreaChangeTests {
  static let (old, new) = ("10606@2004-08-31", "10606@2025-07-01")

  /// A count of a commune, as carried over when its boundaries are named.
  private func count(_ unit: String, _ day: String, _ value: String, boundary: String = "") -> Figure {
    var made = figure(
      unit, day, "poor", .amount(number(value)), grade: boundary.isEmpty ? .official : .derived)
    made.boundary = boundary
    return made
  }
  private func newPage(_ figures: [Figure]) throws -> String {
    let site = try MadeSite(figures, day: "2026-01-15")
    let path = try #require(
      site.files.keys.first { $0.hasPrefix("don-vi/10606-xa-nam-sach") && $0.hasSuffix("index.html") })
    return plain(try site.page(path))
  }

  @Test func `a series that crosses the change has a break that says why`() throws {
    let page = try newPage([
      count(Self.new, "2024-12-31", "40", boundary: "2025-07-01"), count(Self.new, "2025-12-31", "30"),
    ])
    let mark =
      "[b] Đứt chuỗi: từ 01/07/2025 hộ được xét theo mức chuẩn thu nhập của khu vực nông thôn. Không so với các cột trước."
    #expect(page.contains(mark))
    #expect(!page.contains("dùng địa giới khác"))
  }
  @Test func `a table read downwards has the break between its rows`() throws {
    let before = ["2021", "2022", "2023", "2024"].map {
      count(Self.new, "\($0)-12-31", "4", boundary: "2025-07-01")
    }
    let page = try newPage(before + [count(Self.new, "2025-12-31", "30")])
    #expect(
      page.contains(
        "[b] Đứt chuỗi: từ 01/07/2025 hộ được xét theo mức chuẩn thu nhập của khu vực nông thôn. Không so với các dòng trên."
      ))
  }
  @Test func `a series on one side of the change has no break`() throws {
    for days in [["2025-12-31", "2026-01-10"], ["2023-12-31", "2024-12-31"]] {
      let boundary = days[0] < "2025" ? "2025-07-01" : ""
      let page = try newPage(days.map { count(Self.new, $0, "4", boundary: boundary) })
      #expect(!page.contains("Đứt chuỗi: từ 01/07/2025"))
    }
  }
  @Test func `the boundaries of a unit itself are no others, and those of another day are`() throws {
    let page = try newPage([
      count(Self.new, "2025-12-31", "30", boundary: "2025-07-01"), count(Self.new, "2026-01-10", "29"),
    ])
    #expect(!page.contains("dùng địa giới khác"))
    let other = try newPage([
      count(Self.new, "2025-12-31", "30", boundary: "2026-04-30"), count(Self.new, "2026-01-10", "29"),
    ])
    #expect(other.contains("dùng địa giới khác"))
  }
  @Test func `both pages tell of the income line`() throws {
    let site = try MadeSite(
      [count(Self.old, "2024-12-31", "40"), count(Self.new, "2025-12-31", "30")], day: "2026-01-15")
    let pages = site.pages.map { plain($0.text) }
    #expect(
      pages.contains {
        $0.contains("Từ 01/07/2025, hộ ở Xã Nam Sách được xét theo mức chuẩn thu nhập của khu vực nông thôn.")
      })
    #expect(
      pages.contains {
        $0.contains(
          "Từ 01/07/2025, hộ của Thị trấn Nam Sách cũ chuyển từ mức chuẩn thu nhập của khu vực thành thị sang mức của khu vực nông thôn."
        )
      })
  }
  @Test func `what was to come is not told`() throws {
    let site = try MadeSite([count(Self.old, "2024-12-31", "40")])
    #expect(!site.pages.contains { plain($0.text).contains("mức chuẩn thu nhập của khu vực nông thôn") })
  }
  @Test func `the history says whether all of a unit went, a part, or that nobody says`() throws {
    let site = try MadeSite(
      [
        count(Self.old, "2024-12-31", "40"), count("10999@2004-08-31", "2024-12-31", "5"),
        count("049@2004-08-31", "2019-12-31", "6"),
      ], day: "2026-01-15")
    let text = site.pages.map { plain($0.text) }.joined(separator: "\n")
    #expect(text.contains("Từ 01/07/2025: đã nhập toàn bộ vào Xã Nam Sách"))
    #expect(text.contains("Từ 01/07/2025: một phần đã nhập vào Xã Gia Phúc"))
    #expect(text.contains("danh mục không ghi toàn bộ hay một phần"))
  }
}
