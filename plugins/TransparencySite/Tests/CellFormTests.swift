import Diagnostics
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables
import Testing

@testable import TransparencySite

/// What stands in the cells of tables: no number without its unit, no number in another form, no blank for what is missing.
@Suite struct CellFormTests {
  private static let units = TargetUnit.allCases.map(\.phrase.vi)
  private static let signs = Symbol.allCases.map(\.mark)

  private static func cells(_ site: MadeSite, named names: Set<String>) -> [(path: String, text: String)] {
    site.pages.flatMap { path, text in
      PageTree(text).all("td").filter { names.contains($0.attributes["data-l"] ?? "") }
        .map { (path, $0.words) }
    }
  }

  @Test(arguments: [TrialSite.example, .verdicts, .second, .fivePlans])
  func `a result, a goal and a baseline have a number with its unit, or a sign, or words`(
    _ kind: TrialSite
  ) throws {
    let found = Self.cells(try kind.made(), named: ["Thực hiện", "Mục tiêu", "Số liệu gốc"])
    #expect(found.count > 20)
    for (path, text) in found where text.contains(/[0-9]/) {
      #expect(Self.units.contains { text.contains("\u{A0}\($0)") }, "\(path): \(text)")
    }
  }
  @Test(arguments: [TrialSite.example, .verdicts, .second, .fivePlans])
  func `a verdict in a table is one of the words, with a share in percent where it was not reached`(
    _ kind: TrialSite
  ) throws {
    let words = VerdictWord.allCases.compactMap { theme.words("verdict.\($0.rawValue)") }
    let found = Self.cells(try kind.made(), named: ["Đánh giá"])
    #expect(found.count > 5)
    for (path, text) in found {
      let isShare = text.wholeMatch(of: /Chưa đạt \((ít nhất )?[0-9]{1,3}\u{A0}%\)/) != nil
      #expect(words.contains(text) || isShare, "\(path): \(text)")
    }
  }
  @Test(arguments: TrialSite.allCases) func `a cell of a number alone is written as in Viet Nam`(
    _ kind: TrialSite
  ) throws {
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      for cell in page.all("td") where cell.words.wholeMatch(of: /[-−+]?[0-9][0-9.,]*.{0,2}%?/) != nil {
        let isRight =
          cell.words.wholeMatch(of: /−?([0-9]{1,3}(\.[0-9]{3})*)(,[0-9]+)?(\u{A0}%)?/) != nil
        // A day, a year and the id of an edition are no numbers.
        let isOther =
          cell.words.wholeMatch(of: /[0-9]{2}\/[0-9]{2}\/[0-9]{4}|(19|20)[0-9]{2}|20[0-9]{2}-[0-9.]+/) != nil
        #expect(isRight || isOther, "\(path): '\(cell.words)'")
      }
    }
  }
  @Test(arguments: TrialSite.allCases) func `a minus is no hyphen, and per cent stands behind a fixed space`(
    _ kind: TrialSite
  ) throws {
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      for cell in page.all("td") {
        #expect(cell.words.firstMatch(of: /^-[0-9]/) == nil, "\(path): \(cell.words)")
        guard cell.words.wholeMatch(of: /[0-9.,]+\s?%/) != nil else { continue }
        #expect(cell.words.hasSuffix("\u{A0}%"), "\(path): \(cell.words)")
      }
    }
  }
  @Test(arguments: [TrialSite.example, .second, .fivePlans])
  func `a sign that stands in a table is explained below it`(_ kind: TrialSite) throws {
    var seen: Set<String> = []
    for (path, text) in try kind.made().pages {
      let page = PageTree(text)
      let used = Set(page.all("td").flatMap { cell in Self.signs.filter { cell.words.contains($0) } })
      seen.formUnion(used)
      guard path.hasPrefix("don-vi/") || path.hasPrefix("chi-tieu/") else { continue }
      let explained = page.all("p").map(\.words).filter { $0.contains("[x] chưa có số liệu") }
      for sign in used {
        #expect(explained.contains { $0.contains("\(sign) ") }, "\(path): \(sign)")
      }
    }
    #expect(!seen.isEmpty)
  }
  static let states: [(status: Figure.Status, hasNumber: Bool, sign: String, words: String)] = [
    (.notReported, false, "[x]", "chưa có số liệu"),
    (.withheld, false, "[c]", "không công bố để bảo vệ người dân"),
    (.notApplicable, false, "[z]", "không áp dụng"), (.provisional, true, "[p]", "sơ bộ"),
    (.revised, true, "[r]", "đã chỉnh sửa"), (.estimate, true, "[e]", "ước tính"),
  ]
  @Test(arguments: states.indices) func `each state of a figure has its letter and its words`(_ index: Int)
    throws
  {
    let state = Self.states[index]
    let site = try MadeSite([
      figure(caMau, "2023-12-31", "poor", .amount(4900)),
      figure(
        caMau, "2024-12-31", "poor", state.hasNumber ? .amount(2890) : nil, status: state.status),
    ])
    let page = PageTree(try site.page("don-vi/96-tinh-ca-mau/index.html"))
    let row = try #require(
      page.elements.indices.first { place in
        page.elements[place].name == "tr"
          && page.places(of: "th", in: place).contains { page.elements[$0].words == "Hộ nghèo" }
      })
    let last = try #require(page.places(of: "td", in: row).last)
    #expect(page.elements[last].words == (state.hasNumber ? "2.890 \(state.sign)" : state.sign))
    let signs = page.places(of: "abbr", in: last).map { page.elements[$0] }
    #expect(signs.map(\.words) == [state.sign] && signs.first?.attributes["title"] == state.words)
  }
  @Test func `nothing is a nought, and a nought is a number`() throws {
    let site = try MadeSite([
      figure(caMau, "2022-12-31", "poor", .amount(0)), figure(caMau, "2023-12-31", "poor", .amount(1)),
      figure(caMau, "2024-12-31", "poor", nil, status: .notReported),
    ])
    let row = TransparencySiteTests.cells(
      ">Hộ nghèo</th>", in: try site.page("don-vi/96-tinh-ca-mau/index.html"))
    #expect(row.dropFirst() == ["0", "1", "[x]"])
  }
}
